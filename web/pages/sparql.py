"""The SPARQL page: a question, examples, and the answer as a table or as Turtle.

The address ``/sparql`` itself belongs to the protocol (`web.sparql`), which asks for this page when
a browser comes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import render_template, request

from graph.questions import question, questions
from graph.vocabulary import PREFIXES
from web.site import site

ROWS = 500
_FIRST = "who-signed-what"
_TABLES = (("csv", "CSV"), ("tsv", "TSV"), ("json", "JSON"), ("xml", "XML"))
_GRAPHS = (
    ("turtle", "Turtle"),
    ("jsonld", "JSON-LD"),
    ("nt", "N-Triples"),
    ("rdf", "RDF/XML"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of an answer: its text, and where it leads."""

    text: str
    href: str | None
    note: str
    """Language or datatype; empty for plain texts and addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A SELECT's answer: the head, the first `ROWS` rows, and how many there are."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    total: int


def page(query: str, answer: Mapping[str, Any] | str | None, error: str | None) -> str:
    """The page for a question and its answer: SPARQL results as JSON gives them, or Turtle text.

    Without a question, ``answer`` and ``error`` are None; the page then shows how to begin.
    """
    is_graph = isinstance(answer, str)
    return render_template(
        "sparql.html",
        alternates=(),
        query=query,
        error=error,
        truth=answer.get("boolean") if isinstance(answer, Mapping) else None,
        table=table(answer) if isinstance(answer, Mapping) and "results" in answer else None,
        turtle=answer if is_graph else None,
        downloads=(_GRAPHS if is_graph else _TABLES) if answer is not None else (),
        questions=questions(),
        first=question(_FIRST),
        prefixes=PREFIXES,
        rows=ROWS,
        endpoint=f"{request.script_root}/sparql",
    )


def table(answer: Mapping[str, Any]) -> Table:
    """The answer's first rows, with links to our pages and to the web."""
    head = tuple(answer.get("head", {}).get("vars", ()))
    bindings = answer["results"]["bindings"]
    rows = tuple(
        tuple(_cell(row[name]) if name in row else None for name in head) for row in bindings[:ROWS]
    )
    return Table(head=head, rows=rows, total=len(bindings))


def _cell(term: Mapping[str, str]) -> Cell:
    value = term["value"]
    if term["type"] == "uri":
        return Cell(text=_shortened(value), href=site().page(value), note="")
    if term["type"] == "bnode":
        return Cell(text=f"_:{value}", href=None, note="")
    kind = term.get("datatype", "")
    return Cell(text=value, href=None, note=term.get("xml:lang", "") or kind.rpartition("#")[2])


def _shortened(address: str) -> str:
    key = site().key(address)
    if key:
        return key
    for prefix, namespace in PREFIXES.items():
        if address.startswith(namespace) and address != namespace:
            return f"{prefix}:{address.removeprefix(namespace)}"
    return address
