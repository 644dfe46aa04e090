"""Answers to SPARQL queries, written for people and for programs."""

import io
import json
import re
import tempfile
from collections.abc import Mapping
from typing import IO

import pyoxigraph as ox

from graph.errors import QueryError
from graph.formats import ANSWER_GRAPHS, ANSWER_TABLES, TABLE, TURTLE, Format, rdf_form
from graph.index import index_of
from graph.statements import write_sorted
from graph.store import GraphReader
from graph.terms import from_triple
from graph.textquery import expand
from graph.texttable import table_lines
from graph.vocabulary import PREFIXES

_FORM = re.compile(
    r"""\#[^\n]*|<[^<>"{}|^`\\\x00-\x20]*>|[?$]\w+|[\w.-]*:[\w.-]*
    |\b(?P<form>SELECT|ASK|CONSTRUCT|DESCRIBE)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_LOCAL = re.compile(r"[\w-]+")
_BY_LENGTH = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


def gives_graph(query: str) -> bool:
    """Whether the query's answer is a graph, not a table; False where it is no query at all.

    >>> gives_graph("PREFIX select: <x:#ASK> # ASK\\n construct WHERE { ?s ?p ?o }")
    True
    """
    form = next((m["form"] for m in _FORM.finditer(query) if m["form"]), "")
    return form.upper() in ("CONSTRUCT", "DESCRIBE")


def write_answer(
    reader: GraphReader,
    query: str,
    format: Format,
    into: IO[bytes],
    width: int | None = None,
) -> None:
    """Writes the answer in the format; a query may search for words (`graph.textquery`).

    A text table is cut to ``width`` columns, if one is given.

    A graph's statements are sorted; where a text table is asked for, they come as Turtle. Raises
    `QueryError` where the query cannot be run or its answer has no such form.
    """
    query = expand(query, lambda words, most: index_of(reader).matches(words, most))
    if gives_graph(query):
        form = TURTLE if format == TABLE else format
        if form not in ANSWER_GRAPHS:
            raise _unfit("a graph", format, ANSWER_GRAPHS)
        with tempfile.SpooledTemporaryFile(max_size=32_000_000) as spool:
            reader.answer(query, "application/n-triples", spool)
            spool.seek(0)
            triples = ox.parse(spool, format=ox.RdfFormat.N_TRIPLES)
            write_sorted(((*from_triple(t), None) for t in triples), rdf_form(form), into)
    elif format == TABLE:
        answer = io.BytesIO()
        reader.answer(query, "application/sparql-results+json", answer)
        for line in _text(json.loads(answer.getvalue()), width):
            into.write(f"{line}\n".encode())
    elif format in ANSWER_TABLES:
        reader.answer(query, format.media_type, into)
    else:
        raise _unfit("a table", format, ANSWER_TABLES)


def short(address: str) -> str:
    """The address as a prefixed name where one of Dragoman's prefixes allows, else in full.

    >>> short("https://w3id.org/dragoman/ontology#met")
    'dgm:met'
    """
    for prefix, namespace in _BY_LENGTH:
        if address.startswith(namespace) and _LOCAL.fullmatch(address, len(namespace)):
            return f"{prefix}:{address[len(namespace) :]}"
    return address


def _text(answer: Mapping[str, object], width: int | None) -> list[str]:
    match answer:
        case {"boolean": bool(yes)}:
            return ["yes" if yes else "no"]
        case {"head": {"vars": list(columns)}, "results": {"bindings": list(rows)}}:
            cells = [[_cell(row.get(name)) for name in columns] for row in rows]
            count = "1 row" if len(rows) == 1 else f"{len(rows):,} rows"
            return [*table_lines(columns, cells, width), f"({count})"]
    raise QueryError("the store's answer is not one of SPARQL; look at it with --format json")


def _cell(term: Mapping[str, str] | None) -> str:
    if term is None:
        return ""
    return short(term["value"]) if term["type"] == "uri" else str(term["value"])


def _unfit(what: str, format: Format, choice: tuple[Format, ...]) -> QueryError:
    names = ", ".join(f.name for f in choice)
    return QueryError(f"this query gives {what}, which {format.name} cannot hold; use {names}")
