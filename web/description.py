"""A thing as data: its concise description from the merged graph, in any of its forms."""

from typing import Any

from flask import Response, url_for
from rdflib import Graph, URIRef
from rdflib.namespace import RDFS

from graph.store import GraphReader
from web import answers
from web.queries import question
from web.site import site


def description(reader: GraphReader, thing: URIRef) -> Graph:
    """What is said of the thing, its sentences, and the names of what it points to."""
    return reader.construct(question("description"), thing=thing)


def described(
    thing: URIRef, form: answers.Form, dossier: Any, events: dict[str, str] | None = None
) -> Response:
    """The thing in the form: its description as RDF, or its dossier as JSON.

    ``events`` is the filter that lists the thing's events; the RDF says where they are.
    """
    if form is answers.JSON:
        return answers.as_json(dossier)
    about = description(site().store, thing)
    if events:
        filters: dict[str, Any] = {"suffix": "ttl", **events, "_external": True}
        about.add((thing, RDFS.seeAlso, URIRef(url_for("events.file", **filters))))
    return answers.graph(about, form)
