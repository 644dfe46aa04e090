"""Events as a flat table: a row an event, for spreadsheets and statistics packages."""

import csv
import io
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import IO

from rdflib import URIRef
from rdflib.term import Node

from graph.happenings import occurrences, scoped
from graph.store import GraphReader

COLUMNS = (
    *("event", "class", "label", "date", "status", "place", "country", "sources", "targets"),
    *("participants", "documents", "confidence", "articles", "evidence"),
)
_BETWEEN = " | "
_PATHS = {
    "place": ("dgm:place", "skos:prefLabel"),
    "country": ("dgm:place", "dgm:country", "skos:prefLabel"),
    "sources": ("dgm:source", "skos:prefLabel"),
    "targets": ("dgm:target", "skos:prefLabel"),
    "participants": ("dgm:participant", "skos:prefLabel"),
    "documents": ("dgm:produced", "dcterms:title"),
    "confidence": ("dgm:confidence",),
    "articles": ("dgm:evidence", "prov:wasQuotedFrom", "dcterms:identifier"),
    "evidence": ("dgm:evidence", "oa:exact"),
}


def write_events(reader: GraphReader, into: IO[bytes], article: URIRef | None = None) -> None:
    """Writes CSV (RFC 4180, UTF-8) of all events, or of one article's, sorted by date.

    Several values in one field are sorted and parted by `` | ``; of several confidences (an event
    in several articles) the highest is given.
    """
    properties = {name for path in _PATHS.values() for name in path}
    # Property by property and joined here: as paths, stores took seconds for each in large graphs.
    links = {name: _links(reader, name, article) for name in properties}
    text = io.TextIOWrapper(into, encoding="utf-8", newline="", write_through=True)
    try:
        rows = csv.writer(text)
        rows.writerow(COLUMNS)
        for event in sorted(occurrences(reader, article=article), key=lambda o: o.order):
            fields = {
                name: _follow(event.address, [links[p] for p in path])
                for name, path in _PATHS.items()
            }
            fields["confidence"] = set(sorted(fields["confidence"], key=float)[-1:])
            rows.writerow(
                (
                    *(event.address, event.kind.value, event.label, event.date or ""),
                    event.status.value,
                    *(_BETWEEN.join(sorted(fields[name])) for name in COLUMNS[5:]),
                )
            )
    finally:
        text.detach()  # the caller's stream stays open


def _links(
    reader: GraphReader, name: str, article: URIRef | None
) -> Mapping[Node, Collection[Node]]:
    """From each thing to what the property leads to."""
    found: dict[Node, list[Node]] = defaultdict(list)
    pattern = scoped(f"?thing {name} ?value", article)
    for row in reader.select(f"SELECT ?thing ?value {{ {pattern} }}"):
        found[row["thing"]].append(row["value"])
    return found


def _follow(event: URIRef, path: Iterable[Mapping[Node, Collection[Node]]]) -> set[str]:
    """The texts at the end of the path from the event."""
    ends: set[Node] = {event}
    for links in path:
        ends = {value for node in ends for value in links.get(node, ())}
    return {str(end) for end in ends}
