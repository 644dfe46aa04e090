"""Events as a flat table: a row an event, for spreadsheets and statistics packages."""

import csv
import io
from collections import defaultdict
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
_PATTERNS = {
    "place": "?event dgm:place/skos:prefLabel ?value",
    "country": "?event dgm:place/dgm:country/skos:prefLabel ?value",
    "sources": "?event dgm:source/skos:prefLabel ?value",
    "targets": "?event dgm:target/skos:prefLabel ?value",
    "participants": "?event dgm:participant/skos:prefLabel ?value",
    "documents": "?event dgm:produced/dcterms:title ?value",
    "confidence": "?event dgm:confidence ?value",
    "articles": "?event dgm:evidence/prov:wasQuotedFrom/dcterms:identifier ?value",
    "evidence": "?event dgm:evidence/oa:exact ?value",
}


def write_events(reader: GraphReader, into: IO[bytes], article: URIRef | None = None) -> None:
    """Writes CSV (RFC 4180, UTF-8) of all events, or of one article's, sorted by date.

    Several values in one field are sorted and parted by `` | ``; of several confidences (an event
    in several articles) the highest is given.
    """
    values = {name: _values(reader, pattern, article) for name, pattern in _PATTERNS.items()}
    text = io.TextIOWrapper(into, encoding="utf-8", newline="", write_through=True)
    try:
        rows = csv.writer(text)
        rows.writerow(COLUMNS)
        for event in sorted(occurrences(reader, article=article), key=lambda o: o.order):
            fields = {name: found.get(event.address, set()) for name, found in values.items()}
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


def _values(reader: GraphReader, pattern: str, article: URIRef | None) -> dict[Node, set[str]]:
    found: dict[Node, set[str]] = defaultdict(set)
    for row in reader.select(f"SELECT ?event ?value {{ {scoped(pattern, article)} }}"):
        found[row["event"]].add(str(row["value"]))
    return found
