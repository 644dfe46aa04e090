"""What stands around a thing, added to a graph that grows: the strongest and the latest first.

Nodes have ``label``, ``kind``, ``date`` and ``near`` (the key of the node that brought them); edges
have ``kinds`` (events by class; 0 where they were not counted), ``word`` and ``tone``.
"""

from collections.abc import Iterable

import networkx as nx
from rdflib import URIRef
from rdflib.term import Node

from graph.errors import NotFoundError
from graph.index import index_of
from graph.model import EventClass
from graph.store import GraphReader
from graph.vocabulary import DGM
from web.catalogue import Wanted, latest, total
from web.dossiers.actors import ACTOR_KINDS
from web.dossiers.events import EventLine, event_lines
from web.facts import Named, address_of, local, names
from web.held import held
from web.queries import among, question
from web.site import site
from web.wording import ROLES, TONES

_DEPUTIES = 10
_OF_LINK = {kind.direct: kind.value for kind in EventClass}


def grow(
    reader: GraphReader,
    graph: nx.Graph,
    view: str,
    node: URIRef,
    shown: dict[URIRef, tuple[int, int]],
    limit: int,
) -> None:
    """Adds a node and the next of its neighbours; raises `NotFoundError` where it is not there."""
    named = names(reader, (node,))[node]
    actor = named.kind in ACTOR_KINDS
    if not named.kind and not str(node).startswith(str(site().address("topic/"))):
        raise NotFoundError(f"nothing has the address {node}")
    if node not in graph:
        add(graph, named)
    offset = shown.get(node, (0, 0))[0]
    if actor and view == "actors":
        ranked = held(reader, _counterparts, node)
        chosen = dict(ranked[offset : offset + limit])
        for other in names(reader, chosen).values():
            if other.address not in graph:
                add(graph, other, site().key(node) or "")
            graph.add_edge(node, other.address, kinds=dict(chosen[other.address]), word="", tone="")
        shown[node] = (offset + len(chosen), len(ranked))
        if not offset:
            _add_deputies(reader, graph, node)
        return
    if named.kind in TONES:
        _add_events(graph, event_lines(reader, (node,)), node, named.kind)
        shown[node] = (graph.degree(node), graph.degree(node))
        return
    wanted = _events_of(node, named.kind)
    events = latest(reader, wanted, limit, offset)
    _add_events(graph, event_lines(reader, events), node, named.kind)
    shown[node] = (offset + len(events), held(reader, total, wanted))


def _counterparts(
    reader: GraphReader, actor: URIRef
) -> tuple[tuple[URIRef, tuple[tuple[str, int], ...]], ...]:
    """The actors that events link with this one, with their number by class, the most first."""
    kinds = index_of(reader).counterparts(actor, deputies=False, status="happened")
    linked = {address_of(row, "other") for row in reader.select(question("linked"), actor=actor)}
    ranked = [(other, tuple(sorted(kinds[other].items()))) for other in kinds if other in linked]
    ranked.sort(key=lambda pair: (-sum(count for _, count in pair[1]), pair[0]))
    return tuple(ranked)


def _events_of(node: URIRef, kind: str) -> Wanted:
    if kind in ACTOR_KINDS:
        return Wanted(actors=(node,))
    sort = (site().key(node) or "").partition("/")[0]
    if sort == "place":
        return Wanted(place=node)
    return Wanted(topic=node) if sort == "topic" else Wanted(document=node)


def _add_events(graph: nx.Graph, lines: Iterable[EventLine], node: URIRef, kind: str) -> None:
    """Adds events with their actors, places and documents, which the node brought."""
    near = site().key(node) or ""
    for line in lines:
        if line.address not in graph:
            label, date = line.headline, line.date or ""
            graph.add_node(line.address, label=label, kind=line.kind, date=date, near=near)
        graph.nodes[line.address]["date"] = line.date or ""
        tone, key = TONES.get(line.kind, "talk"), site().key(line.address) or ""
        ends = [(part.actor, ROLES[part.role]) for part in line.parts]
        ends += [(document, "produced") for document in line.documents]
        if line.place and (kind == "Place" or line.address == node):
            ends.append((line.place, "place"))
        if kind not in ACTOR_KINDS and node not in {e.address for e, _ in ends} | {line.address}:
            ends.append((Named(node, graph.nodes[node]["label"], kind), "about"))
        for end, word in ends:
            if end.address not in graph:
                add(graph, end, key)
            graph.add_edge(line.address, end.address, kinds={}, word=word, tone=tone)


def _add_deputies(reader: GraphReader, graph: nx.Graph, actor: URIRef) -> None:
    """Adds those who represent the actor, and whom it represents: they act for one another."""
    for other in names(reader, held(reader, _deputies, actor)).values():
        if other.address not in graph:
            add(graph, other, site().key(actor) or "")


def _deputies(reader: GraphReader, actor: URIRef) -> tuple[URIRef, ...]:
    """The busiest of them."""
    rows = reader.select(question("deputies"), actor=actor)
    events = index_of(reader).events_of(address_of(row, "other") for row in rows)
    return tuple(sorted(events, key=lambda other: (-events[other], other))[:_DEPUTIES])


def add(graph: nx.Graph, named: Named, near: str = "") -> None:
    graph.add_node(named.address, label=named.label, kind=named.kind, date="", near=near)


def join(reader: GraphReader, graph: nx.Graph, *, with_events: bool) -> int:
    """Adds an edge for each two actors of whom one represents the other, or that events link.

    Not all where there are many: the links of several kinds first. How many were left out.
    """
    actors = [n for n, data in graph.nodes(data=True) if data["kind"] in ACTOR_KINDS]
    found: dict[tuple[Node, Node], dict[str, int]] = {}
    rows = reader.select(among("ties", actors)) if len(actors) > 1 else ()
    for one, other, link in sorted((row["one"], row["other"], row["link"]) for row in rows):
        if link == DGM.represents:
            if not graph.has_edge(one, other):
                graph.add_edge(one, other, kinds={}, word="", tone="")
            graph.edges[one, other]["word"] = "represents"
        elif with_events and local(link) in _OF_LINK and not _counted(graph, one, other):
            pair = (one, other) if str(one) < str(other) else (other, one)
            found.setdefault(pair, {})[_OF_LINK[local(link)]] = 0
    ranked = sorted(found, key=lambda pair: (-len(found[pair]), pair))
    room = max(2 * len(graph), 30)
    for pair in ranked[:room]:
        word = graph.edges[pair]["word"] if graph.has_edge(*pair) else ""
        graph.add_edge(*pair, kinds=found[pair], word=word, tone="")
    return max(len(ranked) - room, 0)


def _counted(graph: nx.Graph, one: Node, other: Node) -> bool:
    return graph.has_edge(one, other) and bool(graph.edges[one, other]["kinds"])
