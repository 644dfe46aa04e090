"""Answers of pages: a template with links to its data forms, or the data itself."""

import dataclasses
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox
from flask import Response, make_response, render_template, request, stream_with_context
from rdflib import Graph
from rdflib.term import Node

from graph.statements import write_sorted


@dataclasses.dataclass(frozen=True, slots=True)
class Form:
    """A form of data: the suffix of its address, its media type, its name."""

    suffix: str
    media_type: str
    name: str


TURTLE = Form("ttl", "text/turtle", "Turtle")
JSON_LD = Form("jsonld", "application/ld+json", "JSON-LD")
N_TRIPLES = Form("nt", "application/n-triples", "N-Triples")
RDF_XML = Form("rdf", "application/rdf+xml", "RDF/XML")
JSON = Form("json", "application/json", "JSON")
CSV = Form("csv", "text/csv", "CSV")
GRAPHML = Form("graphml", "application/graphml+xml", "GraphML")
GRAPHS = (TURTLE, JSON_LD, N_TRIPLES, RDF_XML)
"""The forms that an RDF graph has."""
THING = (*GRAPHS, JSON)
LIST = (CSV, JSON, TURTLE, JSON_LD)


def split(key: str, forms: tuple[Form, ...]) -> tuple[str, Form | None]:
    """The key without the suffix of a form, and the form; the key itself where it ends in none.

    >>> split("country/TUR.ttl", THING)[0]
    'country/TUR'
    """
    stem, _, suffix = key.rpartition(".")
    form = next((f for f in forms if stem and f.suffix == suffix), None)
    return (stem, form) if form else (key, None)


def data(content: str | bytes, form: Form) -> Response:
    """The content as an answer with an ETag; 304 where the client has it already."""
    body = content.encode() if isinstance(content, str) else content
    charset = "; charset=utf-8" if form.media_type.startswith("text/") else ""
    response = Response(body, content_type=form.media_type + charset)
    response.set_etag(hashlib.sha256(body).hexdigest()[:32])
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.make_conditional(request)
    return response


def streamed(pieces: Iterable[str], form: Form) -> Response:
    """The pieces as an answer that is sent while they are made."""
    charset = "; charset=utf-8" if form.media_type.startswith("text/") else ""
    made = (piece.encode() for piece in pieces)
    response = Response(stream_with_context(made), content_type=form.media_type + charset)
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def json_pieces(batches: Iterable[Iterable[Any]]) -> Iterator[str]:
    """A list of values as `as_json` writes it, a piece for each batch."""
    before = "["
    for batch in batches:
        piece = ""
        for value in batch:
            written = json.dumps(_plain(value), ensure_ascii=False, indent=2)
            piece += f"{before}\n  " + written.replace("\n", "\n  ")
            before = ","
        yield piece
    yield "[]\n" if before == "[" else "\n]\n"


def graph(content: Graph, form: Form) -> Response:
    """An RDF graph in one of the forms of `GRAPHS`, the same bytes for the same graph."""
    rdf_format = ox.RdfFormat.from_media_type(form.media_type)
    if rdf_format is None:
        raise ValueError(f"{form.name} is no form of a graph")
    into = io.BytesIO()
    write_sorted(((*triple, None) for triple in content), rdf_format, into)
    return data(into.getvalue(), form)


def as_json(value: Any) -> Response:
    """Values of ours as JSON, by the names of their fields."""
    return data(json.dumps(_plain(value), ensure_ascii=False, indent=2) + "\n", JSON)


def page(
    template: str,
    *,
    status: int = 200,
    forms: tuple[Form, ...] = (),
    stem: str = "",
    query: str = "",
    **values: Any,
) -> Response:
    """A page that names its data forms, in its foot and in its Link headers.

    ``stem`` is the address of the page without suffix, ``query`` what follows the question mark.
    """
    tail = f"?{query}" if query else ""
    alternates = [(form, f"{stem}.{form.suffix}{tail}") for form in forms]
    response = make_response(render_template(template, alternates=alternates, **values), status)
    for form, address in alternates:
        response.headers.add("Link", f'<{address}>; rel="alternate"; type="{form.media_type}"')
    return response


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, Node) else value
