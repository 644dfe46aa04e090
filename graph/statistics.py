"""What a store holds, counted."""

from dataclasses import dataclass

from graph.model import ActorClass, DocumentClass, EventClass, Status
from graph.store import GraphReader
from graph.vocabulary import DGM

_LOCAL = len(str(DGM._NS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many there are of one class or status."""

    name: str
    """Local name in the ontology."""
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """What the merged graph holds; the counts by class are sorted, the largest first."""

    articles: int
    events: int
    actors: int
    documents: int
    places: int
    quotes: int
    """Sentences kept as evidence."""
    statements: int
    events_by_class: tuple[Count, ...]
    events_by_status: tuple[Count, ...]
    """Where reports of one event differ, it counts in each."""
    actors_by_class: tuple[Count, ...]
    documents_by_class: tuple[Count, ...]
    first_date: str | None
    """Of the dated events, as precise as the earliest is known."""
    last_date: str | None


def statistics(reader: GraphReader) -> Statistics:
    """Counts what the merged graph holds, with four queries that each read one index."""
    typed = _counts(reader, "SELECT ?name (COUNT(*) AS ?n) { ?x a ?name } GROUP BY ?name")
    statuses = _counts(
        reader, "SELECT ?name (COUNT(*) AS ?n) { ?x dgm:status ?name } GROUP BY ?name"
    )
    (statements,) = reader.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    # As text: dates, months and years have no order among each other in SPARQL.
    (span,) = reader.select(
        """SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last) {
            { SELECT DISTINCT ?date { ?event dgm:date ?date } }
            BIND(STR(?date) AS ?day)
        }"""
    )
    return counted(
        typed,
        statuses,
        int(str(statements["n"])),
        str(span["first"]) if "first" in span else None,
        str(span["last"]) if "last" in span else None,
    )


def counted(
    typed: dict[str, int],
    statuses: dict[str, int],
    statements: int,
    first: str | None,
    last: str | None,
) -> Statistics:
    """The statistics that follow from the counts by class and by status."""
    events = _among(typed, {c.value for c in EventClass})
    actors = _among(typed, {c.value for c in ActorClass})
    documents = _among(typed, {c.value for c in DocumentClass})
    return Statistics(
        articles=typed.get("Article", 0),
        events=sum(c.number for c in events),
        actors=sum(c.number for c in actors),
        documents=sum(c.number for c in documents),
        places=typed.get("Place", 0),
        quotes=typed.get("Evidence", 0),
        statements=statements,
        events_by_class=events,
        events_by_status=_among(statuses, {s.value for s in Status}),
        actors_by_class=actors,
        documents_by_class=documents,
        first_date=first,
        last_date=last,
    )


def _counts(reader: GraphReader, query: str) -> dict[str, int]:
    return {
        str(row["name"])[_LOCAL:]: int(str(row["n"]))
        for row in reader.select(query)
        if str(row["name"]).startswith(str(DGM._NS))
    }


def _among(counts: dict[str, int], names: set[str]) -> tuple[Count, ...]:
    found = [Count(name=name, number=n) for name, n in counts.items() if name in names]
    return tuple(sorted(found, key=lambda c: (-c.number, c.name)))
