"""Articles that a client has read itself: their graphs, replaced in one transaction.

``POST /articles`` with N-Quads makes each graph in the body all that its article says; a graph that
is named with ``?graph=`` and has no statement in the body is removed.
"""

import json

import pyoxigraph as ox
from rdflib import URIRef

from graph.errors import InputError, StoreError
from graph.terms import Triple, from_triple
from web.sparql.exchange import Call, Refusal, Reply
from web.sparql.parameters import allow, in_address
from web.sparql.service import Service

GRAPHS = "application/n-quads"


def replace_graphs(service: Service, call: Call) -> Reply:
    """How many articles were replaced, and how many were removed."""
    parameters = in_address(call)
    allow(parameters, ("graph",))
    wanted: dict[URIRef, set[Triple]] = {
        URIRef(name): set() for name in parameters.get("graph", ())
    }
    for quad in _quads(call.body()):
        if not isinstance(quad.graph_name, ox.NamedNode):
            raise Refusal(400, "a statement has no graph; name the article's address in each")
        wanted.setdefault(URIRef(quad.graph_name.value), set()).add(_triple(quad))
    gone = [address for address, triples in wanted.items() if not triples]
    try:
        removed = sum(len(service.store.article(address)) > 0 for address in gone)
        service.store.replace_many(wanted.items())
    except InputError as error:
        raise Refusal(400, str(error)) from error
    except StoreError as error:
        raise Refusal(500, str(error)) from error
    return said(200, {"articles": len(wanted) - len(gone), "removed": removed})


def said(status: int, value: object) -> Reply:
    """An answer in JSON."""
    body = (json.dumps(value, ensure_ascii=False) + "\n").encode()
    return Reply(status=status, headers=(("Content-Type", "application/json"),), body=body)


def _quads(body: bytes) -> list[ox.Quad]:
    try:
        return list(ox.parse(body, ox.RdfFormat.N_QUADS))
    except (SyntaxError, ValueError) as error:
        raise Refusal(400, f"the body cannot be read as {GRAPHS}: {error}") from error


def _triple(quad: ox.Quad) -> Triple:
    try:
        return from_triple(quad)
    except InputError as error:
        raise Refusal(400, str(error)) from error
