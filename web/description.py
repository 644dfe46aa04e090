"""A thing as data: its concise description from the merged graph, in any of its forms."""

from typing import Any

from flask import Response
from rdflib import Graph, URIRef

from graph.store import GraphReader
from web import answers
from web.queries import question
from web.site import site


def description(reader: GraphReader, thing: URIRef) -> Graph:
    """What is said of the thing, the names of what it points to, and the events it belongs to."""
    about = reader.construct(question("description"), thing=thing)
    for triple in reader.construct(question("mentions"), thing=thing):
        about.add(triple)
    return about


def described(thing: URIRef, form: answers.Form, dossier: Any) -> Response:
    """The thing in the form: its description as RDF, or its dossier as JSON."""
    if form is answers.JSON:
        return answers.as_json(dossier)
    return answers.graph(description(site().store, thing), form)
