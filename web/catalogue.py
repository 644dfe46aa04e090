"""The list of events: which ones a reader wants, how many there are, and how they fall.

Every question about many events is asked here, so that an index can one day answer in its place.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rdflib import Literal, URIRef
from rdflib.term import Node

from graph.search import filters
from graph.store import GraphReader
from graph.terms import ntriples
from graph.vocabulary import DGM
from web.facts import address_of, local, number_of

_NAMED = 2000
_PARTY = "dgm:participant|dgm:source|dgm:target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which events: all conditions must hold; an empty one holds for every event."""

    kind: str | None = None
    """The local name of an event class."""
    actors: tuple[URIRef, ...] = ()
    """Each took part, itself or through somebody who represents it."""
    place: URIRef | None = None
    topic: URIRef | None = None
    document: URIRef | None = None
    status: str | None = None
    """``happened``, ``planned`` or ``calledOff``."""
    since: str | None = None
    """A year, month or day, included; so is ``until``, to its end."""
    until: str | None = None
    confidence: float | None = None
    """The least confidence."""
    words: tuple[str, ...] = ()
    """Each stands in the event's label or in a sentence that states it."""
    among: tuple[URIRef, ...] | None = None
    """These only; see `narrowed`."""


@dataclass(frozen=True, slots=True)
class Share:
    """A value that events have, and how many have it."""

    value: str
    count: int


def narrowed(reader: GraphReader, wanted: Wanted) -> Wanted:
    """The same events, those that hold the words named one by one where they are not too many.

    So that the words are looked for once, and not again for each count.
    """
    if not wanted.words or wanted.among is not None:
        return wanted
    query = f"SELECT DISTINCT ?event WHERE {{ {_where(wanted)} }} LIMIT {_NAMED + 1}"
    found = sorted(address_of(row, "event") for row in reader.select(query))
    return replace(wanted, among=tuple(found)) if len(found) <= _NAMED else wanted


def total(reader: GraphReader, wanted: Wanted) -> int:
    """How many events there are."""
    query = f"SELECT (COUNT(DISTINCT ?event) AS ?count) WHERE {{ {_where(wanted)} }}"
    return number_of(reader.select(query)[0], "count")


def latest(reader: GraphReader, wanted: Wanted, limit: int, offset: int = 0) -> list[URIRef]:
    """The events, those of the latest day first, those without a day last."""
    query = (
        f"SELECT DISTINCT ?event ?day WHERE {{ {_where(wanted)} "
        "OPTIONAL { ?event dgm:date ?on . BIND (STR(?on) AS ?day) } } "
        f"ORDER BY DESC(?day) ?event LIMIT {limit} OFFSET {offset}"
    )
    return list(dict.fromkeys(address_of(row, "event") for row in reader.select(query)))


def by_kind(reader: GraphReader, wanted: Wanted) -> list[Share]:
    """How many events there are of each class, whatever class is wanted."""
    everything = replace(wanted, kind=None)
    return _shares(reader, everything, "?event rdf:type ?value", local)


def by_status(reader: GraphReader, wanted: Wanted) -> list[Share]:
    """How many happened, are planned, were called off, whatever status is wanted."""
    return _shares(reader, replace(wanted, status=None), "?event dgm:status ?value", local)


def by_actor(reader: GraphReader, wanted: Wanted, limit: int = 12) -> list[Share]:
    """The actors of the events, those with the most first; the wanted ones left out."""
    shares = _shares(reader, wanted, f"?event {_PARTY} ?value", str, limit + len(wanted.actors))
    return [share for share in shares if URIRef(share.value) not in wanted.actors][:limit]


def by_place(reader: GraphReader, wanted: Wanted, limit: int = 10) -> list[Share]:
    """The places of the events, those with the most first."""
    return _shares(reader, wanted, "?event dgm:place ?value", str, limit)


def by_month(reader: GraphReader, wanted: Wanted) -> list[Share]:
    """How many events fall in each month, or in each year where only that is known; in order."""
    shares = _shares(
        reader, wanted, "?event dgm:date ?on . BIND (SUBSTR(STR(?on), 1, 7) AS ?value)", str
    )
    return sorted(shares, key=lambda share: share.value)


def _shares(
    reader: GraphReader,
    wanted: Wanted,
    asked: str,
    read: Callable[[Node], str],
    limit: int | None = None,
) -> list[Share]:
    query = (
        f"SELECT ?value (COUNT(DISTINCT ?event) AS ?count) WHERE {{ {_where(wanted)} {asked} }} "
        "GROUP BY ?value ORDER BY DESC(?count) ?value"
    )
    rows = reader.select(query if limit is None else f"{query} LIMIT {limit}")
    shares = [Share(read(row["value"]), number_of(row, "count")) for row in rows]
    return [share for share in shares if share.value]


def _where(wanted: Wanted) -> str:
    """The patterns that bind ``?event``, the narrowest first."""
    parts: list[str] = []
    if wanted.among is not None:
        parts.append(f"VALUES ?event {{ {' '.join(map(ntriples, wanted.among))} }}")
    for number, actor in enumerate(wanted.actors):
        term = ntriples(actor)
        parts.append(
            f"{{ SELECT DISTINCT ?event WHERE {{ {{ ?event {_PARTY} {term} }} UNION "
            f"{{ ?deputy{number} dgm:represents {term} . ?event {_PARTY} ?deputy{number} }} }} }}"
        )
    for link, thing in (
        (DGM.produced, wanted.document),
        (DGM.place, wanted.place),
        (DGM.topic, wanted.topic),
    ):
        if thing is not None:
            parts.append(f"?event {ntriples(link)} {ntriples(thing)} .")
    if wanted.kind:
        parts.append(f"?event rdf:type {ntriples(DGM[wanted.kind])} .")
    status = ntriples(DGM[wanted.status]) if wanted.status else "?anyStatus"
    parts.append(f"?event dgm:status {status} .")
    if wanted.since or wanted.until:
        parts.append("?event dgm:date ?within .")
        if wanted.since:
            parts.append(f"FILTER (STR(?within) >= {Literal(wanted.since).n3()})")
        if wanted.until:
            parts.append(f"FILTER (STR(?within) <= {Literal(wanted.until + '~').n3()})")
    if wanted.confidence is not None:
        parts.append(f"?event dgm:confidence ?sure . FILTER (?sure >= {wanted.confidence:.2f})")
    if wanted.words and wanted.among is None:
        parts.append("?event rdfs:label|(dgm:evidence/oa:exact) ?words .")
        parts.append(filters(wanted.words))
    return " ".join(parts)
