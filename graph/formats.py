"""The forms in which graphs, tables and readings leave the house, and what each can hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import pyoxigraph as ox

from graph.errors import SettingError


class Holds(StrEnum):
    """What a form can hold."""

    GRAPH = "graph"
    """The statements of one graph."""
    DATASET = "dataset"
    """Statements with the graphs that they stand in."""
    TABLE = "table"
    """Rows and columns."""
    NETWORK = "network"
    """Nodes and weighted edges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One form: how it is called on the command line, over HTTP, and in a file's name."""

    name: str
    title: str
    media_type: str
    suffix: str
    holds: Holds


TURTLE = Format(
    name="turtle", title="Turtle", media_type="text/turtle", suffix=".ttl", holds=Holds.GRAPH
)
TRIG = Format(
    name="trig", title="TriG", media_type="application/trig", suffix=".trig", holds=Holds.DATASET
)
NQUADS = Format(
    name="nquads",
    title="N-Quads",
    media_type="application/n-quads",
    suffix=".nq",
    holds=Holds.DATASET,
)
NTRIPLES = Format(
    name="ntriples",
    title="N-Triples",
    media_type="application/n-triples",
    suffix=".nt",
    holds=Holds.GRAPH,
)
RDFXML = Format(
    name="rdfxml",
    title="RDF/XML",
    media_type="application/rdf+xml",
    suffix=".rdf",
    holds=Holds.GRAPH,
)
JSONLD = Format(
    name="jsonld",
    title="JSON-LD",
    media_type="application/ld+json",
    suffix=".jsonld",
    holds=Holds.DATASET,
)
GRAPHML = Format(
    name="graphml",
    title="GraphML",
    media_type="application/graphml+xml",
    suffix=".graphml",
    holds=Holds.NETWORK,
)
CSV = Format(name="csv", title="CSV", media_type="text/csv", suffix=".csv", holds=Holds.TABLE)
TSV = Format(
    name="tsv",
    title="TSV",
    media_type="text/tab-separated-values",
    suffix=".tsv",
    holds=Holds.TABLE,
)
JSON = Format(
    name="json",
    title="SPARQL results in JSON",
    media_type="application/sparql-results+json",
    suffix=".srj",
    holds=Holds.TABLE,
)
XML = Format(
    name="xml",
    title="SPARQL results in XML",
    media_type="application/sparql-results+xml",
    suffix=".srx",
    holds=Holds.TABLE,
)
TABLE = Format(
    name="table", title="Text table", media_type="text/plain", suffix=".txt", holds=Holds.TABLE
)

EXPORTS = (TURTLE, TRIG, NQUADS, NTRIPLES, RDFXML, JSONLD, GRAPHML, CSV)
"""What `graph.exports.export` writes."""
READINGS = (TRIG, NQUADS, JSONLD, TABLE)
"""What `graph.exports.write_readings` writes."""
ANSWER_TABLES = (TABLE, CSV, TSV, JSON, XML)
"""What a SELECT or ASK can be answered in."""
ANSWER_GRAPHS = (TURTLE, NTRIPLES, RDFXML, JSONLD, TRIG, NQUADS)
"""What a CONSTRUCT or DESCRIBE can be answered in."""
ANSWERS = (*ANSWER_TABLES, *ANSWER_GRAPHS)


def format_named(name: str, among: Iterable[Format] = EXPORTS) -> Format:
    """The form of that name; raises `SettingError` where it is not among them.

    >>> format_named("nquads").suffix
    '.nq'
    """
    among = tuple(among)
    for format in among:
        if format.name == name:
            return format
    raise SettingError(f"no format {name!r} here; choose one of {', '.join(f.name for f in among)}")


def rdf_form(format: Format) -> ox.RdfFormat:
    """The same form for pyoxigraph; raises `SettingError` where it is not one of RDF."""
    form = ox.RdfFormat.from_media_type(format.media_type)
    if form is None or format.holds not in (Holds.GRAPH, Holds.DATASET):
        raise SettingError(f"{format.name} does not hold RDF; choose turtle, trig or nquads")
    return form
