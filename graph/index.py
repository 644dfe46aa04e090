"""What is asked about many events, and about words: one contract, two answers.

The embedded store keeps an index in step with its graph (`graph.indexing`); every other store, and
the embedded one while its index is being made, is asked in SPARQL.
"""

from collections.abc import Collection, Iterable
from typing import Protocol

from rdflib import URIRef

from graph.contacts import Contacts
from graph.embedded import EmbeddedReader
from graph.happenings import Happening
from graph.search import KINDS, Hit
from graph.sparqlindex import SparqlIndex
from graph.sqliteindex import SqliteIndex
from graph.statistics import Statistics
from graph.store import GraphReader
from graph.wanted import Facet, Share, Wanted

__all__ = ["EventIndex", "Facet", "Share", "Wanted", "index_of"]


class EventIndex(Protocol):
    """Finds, counts and orders events; finds things by words."""

    def narrowed(self, wanted: Wanted) -> Wanted:
        """The same events, in the form that is asked about most quickly."""

    def total(self, wanted: Wanted) -> int:
        """How many events there are."""

    def latest(self, wanted: Wanted, limit: int, offset: int = 0) -> list[URIRef]:
        """The events, those of the latest day first, those without a day last."""

    def shares(self, facet: Facet, wanted: Wanted, limit: int | None = None) -> list[Share]:
        """How many of the events have each value, the most frequent first; months in order.

        Classes and statuses are counted whichever are wanted.
        """

    def span(self, wanted: Wanted) -> tuple[str | None, str | None]:
        """The days of the first and of the last of the events."""

    def statistics(self) -> Statistics:
        """What the merged graph holds, counted."""

    def search(
        self, words: str, kinds: Collection[str] = KINDS, limit: int = 20
    ) -> tuple[Hit, ...]:
        """What holds every one of the words, at most ``limit`` of each kind, best first."""

    def suggest(self, prefix: str, limit: int = 10) -> tuple[Hit, ...]:
        """Actors, places, topics and documents with a name that the words begin."""

    def matches(self, words: str, limit: int) -> list[tuple[str, float]]:
        """The addresses of all things that hold the words, with their scores, best first."""

    def articles(self, limit: int, offset: int = 0) -> list[URIRef]:
        """Articles, the newest first, those without a day last."""

    def events_of(self, things: Iterable[URIRef]) -> dict[URIRef, int]:
        """How many events each of the actors, places, documents or articles has, if any."""

    def reports_of(self, events: Iterable[URIRef]) -> dict[URIRef, int]:
        """How many articles report each of the events."""

    def counterparts(
        self, actor: URIRef, *, deputies: bool, status: str | None = None
    ) -> dict[URIRef, dict[str, int]]:
        """With whom an actor shares events, and how many of each class.

        With ``deputies``, the events of those who represent it count as its own.
        """

    def happenings(self) -> list[Happening]:
        """All events with their actors in the general roles; sorted by date."""

    def contacts(self) -> Contacts:
        """Who is linked with whom, and through how many events."""

    def linking(self, start: URIRef, end: URIRef) -> list[Happening]:
        """Events that hold all shortest chains from one actor to another, and perhaps more."""

    def actor_names(self) -> dict[URIRef, tuple[str, str]]:
        """Label and class of every actor."""


def index_of(reader: GraphReader) -> EventIndex:
    """What answers for the store: its index where it has one that is in step, else the store."""
    tables = reader.index_tables() if isinstance(reader, EmbeddedReader) else None
    return SparqlIndex(reader) if tables is None else SqliteIndex(tables.reading)
