"""The list of events: which ones a reader wants, how many there are, and how they fall.

Every question about many events is asked here, of the index of the store.
"""

from rdflib import URIRef

from graph.index import Facet, Share, Wanted, index_of
from graph.store import GraphReader

__all__ = [
    "Share",
    "Wanted",
    "busiest",
    "by_actor",
    "by_kind",
    "by_month",
    "by_place",
    "by_status",
    "latest",
    "narrowed",
    "total",
]


def narrowed(reader: GraphReader, wanted: Wanted) -> Wanted:
    """The same events, in the form that is asked about most quickly."""
    return index_of(reader).narrowed(wanted)


def total(reader: GraphReader, wanted: Wanted) -> int:
    """How many events there are."""
    return index_of(reader).total(wanted)


def latest(reader: GraphReader, wanted: Wanted, limit: int, offset: int = 0) -> list[URIRef]:
    """The events, those of the latest day first, those without a day last."""
    return index_of(reader).latest(wanted, limit, offset)


def by_kind(reader: GraphReader, wanted: Wanted) -> list[Share]:
    """How many events there are of each class, whatever class is wanted."""
    return index_of(reader).shares(Facet.KIND, wanted)


def by_status(reader: GraphReader, wanted: Wanted) -> list[Share]:
    """How many happened, are planned, were called off, whatever status is wanted."""
    return index_of(reader).shares(Facet.STATUS, wanted)


def by_actor(reader: GraphReader, wanted: Wanted, limit: int = 12) -> list[Share]:
    """The actors of the events, those with the most first; the wanted ones left out."""
    shares = index_of(reader).shares(Facet.ACTOR, wanted, limit + len(wanted.actors))
    return [share for share in shares if URIRef(share.value) not in wanted.actors][:limit]


def by_place(reader: GraphReader, wanted: Wanted, limit: int = 10) -> list[Share]:
    """The places of the events, those with the most first."""
    return index_of(reader).shares(Facet.PLACE, wanted, limit)


def by_month(reader: GraphReader, wanted: Wanted) -> list[Share]:
    """How many events fall in each month, or in each year where only that is known; in order."""
    return index_of(reader).shares(Facet.MONTH, wanted)


def busiest(reader: GraphReader, limit: int = 24) -> list[Share]:
    """The actors with the most events."""
    return index_of(reader).shares(Facet.ACTOR, Wanted(), limit)
