"""The graph explorer: a drawing, and beside it the same as lists that need no JavaScript."""

import io
from functools import cache
from importlib.resources import files

import networkx as nx
from flask import Blueprint, Response, request, url_for
from rdflib import URIRef

from web import answers
from web.catalogue import busiest
from web.drawing import for_vis
from web.explorer import MORE, Scene, scene, state_of
from web.held import held
from web.site import site
from web.wording import TONE_WORDS

blueprint = Blueprint("explorer", __name__)


@blueprint.get("/graph")
def page() -> Response:
    """The scene of the state that the query string holds."""
    shown = _scene()
    return answers.page(
        "graph.html",
        forms=(answers.JSON, answers.GRAPHML),
        stem=url_for("explorer.page"),
        query=request.query_string.decode(),
        scene=shown,
        state=shown.state,
        drawing=for_vis(shown.dots, shown.lines),
        more=MORE,
        tone_words=TONE_WORDS,
    )


@blueprint.get("/graph.json")
def file() -> Response:
    """The same scene as JSON: the nodes and edges, and the state they come from."""
    shown = _scene()
    return answers.as_json({"state": shown.state, "nodes": shown.dots, "edges": shown.lines})


@blueprint.get("/graph.graphml")
def network() -> Response:
    """The same scene as GraphML, for Gephi and others."""
    shown = _scene()
    graph = nx.Graph()
    for dot in shown.dots:
        graph.add_node(
            dot.key, label=_clean(dot.name), kind=dot.kind, events=dot.events, x=dot.x, y=dot.y
        )
    for number, line in enumerate(shown.lines):
        graph.add_edge(
            line.start, line.end, id=f"e{number}", weight=max(line.events, 1), label=line.words
        )
    out = io.BytesIO()
    nx.write_graphml_xml(graph, out)
    return answers.data(out.getvalue(), answers.GRAPHML)


@blueprint.get("/vis-network.min.js")
def library() -> Response:
    """vis-network, out of the installed pyvis package."""
    response = Response(_library(), content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


def _scene() -> Scene:
    store, state = site().store, state_of(request.args)
    busy = []
    if not (state.nodes or state.pinned):
        busy = [URIRef(share.value) for share in held(store, busiest)]
    return scene(store, state, busy)


def _clean(text: str) -> str:
    return "".join(c if c >= " " or c in "\t\n" else "\ufffd" for c in text)


@cache
def _library() -> bytes:
    name = "templates/lib/vis-9.1.2/vis-network.min.js"
    return (files("pyvis") / name).read_bytes()
