"""What pages ask about many events and about words, asked of the store itself, in SPARQL.

It works over every store, and takes its time over a large one.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from rdflib import Literal, URIRef
from rdflib.term import Node

from graph.actornames import actor_names
from graph.contacts import Contacts, contacts_of
from graph.happenings import Happening, happenings
from graph.search import KINDS, Hit, filters, search
from graph.statistics import Statistics, statistics
from graph.store import GraphReader
from graph.terms import ntriples
from graph.vocabulary import DGM
from graph.wanted import Facet, Share, Wanted

_NAMED = 2000
_PARTY = "dgm:participant|dgm:source|dgm:target"
_DGM = str(DGM._NS)
_ASKED = {
    Facet.KIND: "?event rdf:type ?value",
    Facet.STATUS: "?event dgm:status ?value",
    Facet.ACTOR: f"?event {_PARTY} ?value",
    Facet.PLACE: "?event dgm:place ?value",
    Facet.COUNTRY: "?event dgm:place/dgm:country ?value",
    Facet.YEAR: "?event dgm:date ?on . BIND (SUBSTR(STR(?on), 1, 4) AS ?value)",
    Facet.MONTH: "?event dgm:date ?on . BIND (SUBSTR(STR(?on), 1, 7) AS ?value)",
}
_SUGGESTED = ("actor", "place", "topic", "document")


@dataclass(frozen=True, slots=True)
class SparqlIndex:
    """Answers by asking the store."""

    reader: GraphReader

    def narrowed(self, wanted: Wanted) -> Wanted:
        """The same events, those that hold the words named one by one where they are not too many.

        So that the words are looked for once, and not again for each count.
        """
        if not wanted.words or wanted.among is not None:
            return wanted
        query = f"SELECT DISTINCT ?event WHERE {{ {_where(wanted)} }} LIMIT {_NAMED + 1}"
        found = sorted(URIRef(str(row["event"])) for row in self.reader.select(query))
        return replace(wanted, among=tuple(found)) if len(found) <= _NAMED else wanted

    def total(self, wanted: Wanted) -> int:
        """How many events there are."""
        query = f"SELECT (COUNT(DISTINCT ?event) AS ?count) WHERE {{ {_where(wanted)} }}"
        return int(str(self.reader.select(query)[0]["count"]))

    def latest(self, wanted: Wanted, limit: int, offset: int = 0) -> list[URIRef]:
        """The events, those of the latest day first, those without a day last."""
        query = (
            f"SELECT DISTINCT ?event ?day WHERE {{ {_where(wanted)} "
            "OPTIONAL { ?event dgm:date ?on . BIND (STR(?on) AS ?day) } } "
            f"ORDER BY DESC(?day) ?event LIMIT {limit} OFFSET {offset}"
        )
        return list(dict.fromkeys(URIRef(str(r["event"])) for r in self.reader.select(query)))

    def shares(self, facet: Facet, wanted: Wanted, limit: int | None = None) -> list[Share]:
        """How many of the events have each value, the most frequent first; months in order.

        Classes and statuses are counted whichever are wanted.
        """
        read: Callable[[Node], str] = str
        if facet is Facet.KIND:
            wanted, read = replace(wanted, kind=None), _local
        elif facet is Facet.STATUS:
            wanted, read = replace(wanted, status=None), _local
        in_order = facet in (Facet.YEAR, Facet.MONTH)
        order = "?value" if in_order else "DESC(?count) ?value"
        rows = self.reader.select(
            "SELECT ?value (COUNT(DISTINCT ?event) AS ?count) "
            f"WHERE {{ {_where(wanted)} {_ASKED[facet]} }} GROUP BY ?value ORDER BY {order}"
            + ("" if limit is None else f" LIMIT {limit}")
        )
        shares = [Share(read(row["value"]), int(str(row["count"]))) for row in rows]
        return [share for share in shares if share.value]

    def span(self, wanted: Wanted) -> tuple[str | None, str | None]:
        """The days of the first and of the last of the events."""
        (row,) = self.reader.select(
            f"SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last) WHERE {{ {_where(wanted)} "
            "?event dgm:date ?on . BIND (STR(?on) AS ?day) }"
        )
        first, last = (str(row[name]) if name in row else None for name in ("first", "last"))
        return first, last

    def statistics(self) -> Statistics:
        """What the merged graph holds, counted."""
        return statistics(self.reader)

    def search(
        self, words: str, kinds: Collection[str] = KINDS, limit: int = 20
    ) -> tuple[Hit, ...]:
        """What holds every one of the words, at most ``limit`` of each kind, best first."""
        return search(self.reader, words, kinds, limit)

    def suggest(self, prefix: str, limit: int = 10) -> tuple[Hit, ...]:
        """Actors, places, topics and documents with a name that holds the words."""
        return search(self.reader, prefix, _SUGGESTED, limit)[:limit]

    def matches(self, words: str, limit: int) -> list[tuple[str, float]]:
        """The addresses of all things that hold the words; all with one score, as none is known."""
        hits = search(self.reader, words, KINDS, limit)
        return [(str(hit.address), 1.0) for hit in hits[:limit]]

    def articles(self, limit: int, offset: int = 0) -> list[URIRef]:
        """Articles, the newest first, those without a day last."""
        rows = self.reader.select(
            "SELECT ?article { ?article a dgm:Article OPTIONAL { ?article dcterms:issued ?issued } "
            f"}} ORDER BY DESC(STR(?issued)) ?article LIMIT {limit} OFFSET {offset}"
        )
        return [URIRef(str(row["article"])) for row in rows]

    def events_of(self, things: Iterable[URIRef]) -> dict[URIRef, int]:
        """How many events each of the actors, places, documents or articles has, if any."""
        links = f"{_PARTY}|dgm:place|dgm:topic|dgm:produced|(dgm:evidence/prov:wasQuotedFrom)"
        return self._counted(things, f"?event {links} ?thing", "?event")

    def reports_of(self, events: Iterable[URIRef]) -> dict[URIRef, int]:
        """How many articles report each of the events."""
        return self._counted(events, "?thing dgm:evidence/prov:wasQuotedFrom ?article", "?article")

    def counterparts(
        self, actor: URIRef, *, deputies: bool, status: str | None = None
    ) -> dict[URIRef, dict[str, int]]:
        """With whom an actor shares events, and how many of each class.

        With ``deputies``, the events of those who represent it count as its own.
        """
        term = ntriples(actor)
        mine = f"{{ ?event {_PARTY} {term} }}"
        if deputies:
            mine += f" UNION {{ ?deputy dgm:represents {term} . ?event {_PARTY} ?deputy }}"
        rest = f"FILTER NOT EXISTS {{ ?other dgm:represents {term} }}" if deputies else ""
        held = f"?event dgm:status {ntriples(DGM[status])} ." if status else ""
        rows = self.reader.select(
            "SELECT ?other ?type (COUNT(DISTINCT ?event) AS ?count) WHERE { "
            f"{{ SELECT DISTINCT ?event WHERE {{ {mine} }} }} {held} "
            f"?event {_PARTY} ?other ; rdf:type ?type . FILTER (?other != {term}) {rest} "
            "} GROUP BY ?other ?type"
        )
        out: dict[URIRef, dict[str, int]] = {}
        for row in rows:
            if kind := _local(row["type"]):
                out.setdefault(URIRef(str(row["other"])), {})[kind] = int(str(row["count"]))
        return out

    def happenings(self) -> list[Happening]:
        """All events with their actors in the general roles; sorted by date."""
        return happenings(self.reader)

    def contacts(self) -> Contacts:
        """Who is linked with whom, and through how many events."""
        return contacts_of(self.happenings())

    def linking(self, start: URIRef, end: URIRef) -> list[Happening]:
        """Events that hold all shortest chains from one actor to another: all."""
        return self.happenings()

    def actor_names(self) -> dict[URIRef, tuple[str, str]]:
        """Label and class of every actor."""
        return actor_names(self.reader)

    def _counted(self, things: Iterable[URIRef], pattern: str, what: str) -> dict[URIRef, int]:
        wanted = " ".join(map(ntriples, dict.fromkeys(things)))
        if not wanted:
            return {}
        rows = self.reader.select(
            f"SELECT ?thing (COUNT(DISTINCT {what}) AS ?count) WHERE "
            f"{{ VALUES ?thing {{ {wanted} }} {pattern} }} GROUP BY ?thing"
        )
        return {URIRef(str(row["thing"])): int(str(row["count"])) for row in rows}


def _local(term: Node) -> str:
    text = str(term)
    return text[len(_DGM) :] if text.startswith(_DGM) else ""


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
    if wanted.country is not None:
        parts.append(f"?event dgm:place/dgm:country {ntriples(wanted.country)} .")
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
