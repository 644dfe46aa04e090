"""SPARQL 1.1 Graph Store HTTP Protocol: whole graphs, read by everyone, written with the token.

A graph is named by ``?graph=``, by the address itself (``/store/…``), or is the default graph
(``?default``). Writing acts on that graph and no other: the merged graph does not follow.
"""

import hashlib
from collections.abc import Iterable
from io import BytesIO

import pyoxigraph as ox
from werkzeug.formparser import parse_form_data

from web.sparql.endpoint import options
from web.sparql.evaluation import Failure, Job, parsed
from web.sparql.exchange import Call, Refusal, Reply
from web.sparql.negotiation import GRAPHS, NATIVE, not_acceptable, wanted
from web.sparql.parameters import graph_name, in_address, only
from web.sparql.service import READING, Service

ROOT = "/store"
_METHODS = "GET, HEAD, PUT, POST, DELETE, OPTIONS"
_WRITING = ("PUT", "POST", "DELETE")
_READ = (
    "text/turtle",
    "application/n-triples",
    "application/rdf+xml",
    "application/ld+json",
    "application/trig",
    "application/n-quads",
)
_GROWING = ("application/rdf+xml", "application/ld+json")
"""Forms in which a few bytes can take all time and memory to read (entities in entities, depth)."""
_STAGING = ox.NamedNode("urn:dragoman:staging")
_ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"

Graph = ox.NamedNode | ox.DefaultGraph


def graph_store(service: Service, call: Call) -> Reply:
    """The answer to any request below ``/store``; raises `Refusal`."""
    if call.method == "OPTIONS":
        return options(_METHODS)
    if call.method not in ("GET", "HEAD", *_WRITING):
        raise Refusal(405, f"{call.method} is not for graphs", (("Allow", _METHODS),))
    if call.method in _WRITING:
        service.authorise(call)
    graph = _graph_of(call)
    if graph is None:
        if call.method == "POST":
            return _make(service, call)
        raise Refusal(400, "no graph is named; add ?default or ?graph=ADDRESS")
    if call.method in ("GET", "HEAD"):
        return _read(service, call, graph)
    if call.method == "DELETE":
        return _delete(service, graph)
    return _write(service, call, graph, _content(service, call, _address(call, graph)))


def _graph_of(call: Call) -> Graph | None:
    """The graph that the request means; None where it names none."""
    parameters = in_address(call)
    name, default = only(parameters, "graph"), only(parameters, "default")
    direct = call.path.removeprefix(ROOT).strip("/")
    if (name is not None) + (default is not None) + bool(direct) > 1:
        raise Refusal(400, "the request names two graphs; name one")
    if default is not None:
        return ox.DefaultGraph()
    if name is not None:
        return ox.NamedNode(graph_name(name))
    return ox.NamedNode(graph_name(call.address)) if direct else None


def _address(call: Call, graph: Graph) -> str:
    """What relative addresses in the body are resolved against."""
    return graph.value if isinstance(graph, ox.NamedNode) else call.address


def _is_there(store: ox.Store, graph: Graph) -> bool:
    return isinstance(graph, ox.DefaultGraph) or store.contains_named_graph(graph)


def _read(service: Service, call: Call, graph: Graph) -> Reply:
    override = only(in_address(call), "format")
    form = wanted(call.header("accept"), override).graph
    if form is None or form not in GRAPHS:
        raise not_acceptable("graph")
    if not _is_there(service.store.oxigraph, graph):
        raise _missing(graph)
    job = Job(
        query=_ALL,
        default=None if isinstance(graph, ox.DefaultGraph) else (graph.value,),
        named=None if isinstance(graph, ox.DefaultGraph) else (),
        graph=NATIVE["graph"].get(form, form),
        rows=service.settings.query_rows,
    )
    answer = service.answers.answer(
        job, service.seconds(call), call.left, client=call.client, keep=True
    )
    return Reply(headers=(("Content-Type", form), ("Vary", "Accept"), *READING), body=answer.body)


def _delete(service: Service, graph: Graph) -> Reply:
    with service.store.writing() as store:
        if not _is_there(store, graph):
            raise _missing(graph)
        if isinstance(graph, ox.DefaultGraph):
            store.clear_graph(graph)
        else:
            store.remove_graph(graph)
    return Reply(status=204)


def _write(
    service: Service, call: Call, graph: Graph, triples: set[ox.Triple], *, name: str | None = None
) -> Reply:
    """PUT makes the triples all that the graph holds; POST adds them."""
    with service.store.writing() as store:
        there = _is_there(store, graph)
        try:
            if call.method == "PUT":
                _replace(store, graph, triples)
            else:
                store.extend(_quad(triple, graph) for triple in triples)
            if isinstance(graph, ox.NamedNode):
                store.add_graph(graph)
        except (OSError, RuntimeError) as error:
            raise Refusal(500, f"the graph could not be written: {error}") from error
    if there:
        return Reply(status=204)
    return Reply(status=201, headers=(("Location", name or _address(call, graph)),))


def _replace(store: ox.Store, graph: Graph, triples: set[ox.Triple]) -> None:
    """Makes the triples all that the graph holds, as one transaction."""
    held = {q.triple for q in store.quads_for_pattern(None, None, None, graph)}
    leave, come = held - triples, triples - held
    if not leave:
        store.extend(_quad(triple, graph) for triple in come)
        return
    if not any(_has_blank(triple) for triple in leave):
        gone, new = _inside(graph, _block(leave)), _inside(graph, _block(come))
        store.update(f"DELETE {{ {gone} }} INSERT {{ {new} }} WHERE {{}}")
        return
    # Blank nodes cannot be named in a DELETE: the new triples wait in a graph of their own, and
    # one operation takes the old ones out and moves the new ones over.
    store.extend(_quad(triple, _STAGING) for triple in triples)
    old, new = _inside(graph, "?s ?p ?o ."), _inside(graph, "?a ?b ?c .")
    waiting = _inside(_STAGING, "?a ?b ?c .")
    store.update(
        f"DELETE {{ {old} {waiting} }} INSERT {{ {new} }} "
        f"WHERE {{ {{ {old} }} UNION {{ {waiting} }} }}"
    )
    store.remove_graph(_STAGING)


def _quad(triple: ox.Triple, graph: Graph) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def _inside(graph: Graph, block: str) -> str:
    return block if isinstance(graph, ox.DefaultGraph) else f"GRAPH {graph} {{ {block} }}"


def _block(triples: Iterable[ox.Triple]) -> str:
    return " ".join(f"{triple} ." for triple in triples)


def _has_blank(triple: ox.Triple) -> bool:
    return any(
        isinstance(term, ox.BlankNode) or (isinstance(term, ox.Triple) and _has_blank(term))
        for term in triple
    )


def _make(service: Service, call: Call) -> Reply:
    """A new graph, named by what it holds."""
    triples = _content(service, call, call.address.rstrip("/") + "/")
    lines = sorted(str(triple) for triple in triples)
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
    name = f"{call.origin}{ROOT}/{digest}"
    number = 1
    while service.store.oxigraph.contains_named_graph(ox.NamedNode(name)):
        number += 1
        name = f"{call.origin}{ROOT}/{digest}-{number}"
    return _write(service, call, ox.NamedNode(name), triples, name=name)


def _missing(graph: Graph) -> Refusal:
    return Refusal(404, f"there is no graph {graph}")


def _content(service: Service, call: Call, base: str) -> set[ox.Triple]:
    """The triples in the body; of a form, those of all its parts."""
    if call.content_type != "multipart/form-data":
        kind = call.content_type or "text/turtle"
        return _parsed(service, call, call.body(), kind, base)
    if call.method != "POST":
        raise Refusal(415, "a form can only be sent with POST")
    body = call.body()
    environ = {
        "REQUEST_METHOD": "POST",
        "CONTENT_TYPE": call.header("content-type"),
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": BytesIO(body),
    }
    _, _, files = parse_form_data(environ)
    triples: set[ox.Triple] = set()
    parts = [part for name in files for part in files.getlist(name)]
    if not parts:
        raise Refusal(400, "the form holds no file; send each graph as a file of the form")
    for part in parts:
        kind = part.mimetype or ""
        if kind not in _READ:
            ending = (part.filename or "").rpartition(".")[2]
            form = ox.RdfFormat.from_extension(ending)
            kind = form.media_type if form else kind
        triples |= _parsed(service, call, part.read(), kind, base)
    return triples


def _parsed(service: Service, call: Call, data: bytes, kind: str, base: str) -> set[ox.Triple]:
    if kind not in _READ:
        raise Refusal(415, f"a body of type {kind!r} cannot be read; send {', '.join(_READ)}")
    try:
        if kind in _GROWING and service.pool is not None:
            data = service.pool.parse(data, kind, base, service.seconds(call), client=call.client)
            kind = "application/n-triples"
        return {quad.triple for quad in parsed(data, kind, base)}
    except (Failure, SyntaxError, ValueError) as error:
        raise Refusal(400, f"the body cannot be read as {kind}: {error}") from error
