"""What stands around one thing, as much as can be drawn: the strongest first, the rest counted."""

from collections.abc import Iterable
from typing import Literal

import networkx as nx
from rdflib import URIRef

from graph.actornames import actor_names
from graph.errors import NotFoundError
from graph.happenings import Happening, Occurrence, happenings, occurrences
from graph.model import ActorClass, DocumentClass, EventClass, Role
from graph.networks import network_of
from graph.store import GraphReader
from graph.terms import ntriples
from graph.vocabulary import DGM

View = Literal["actors", "events"]

_ROLES = tuple(Role)
_PARTS = " ".join(f"dgm:{r.value}" for r in _ROLES)
_LOCAL = len(str(DGM._NS))
_ACTORS = {c.value for c in ActorClass}
_EVENTS = {c.value for c in EventClass}
_DOCUMENTS = {c.value for c in DocumentClass}
_PATTERNS = {
    "actor": f"VALUES ?part {{ {_PARTS} }} ?event ?part ?centre .",
    "document": "?event dgm:produced ?centre .",
    "place": "?event dgm:place ?centre .",
    "article": "?event dgm:evidence/prov:wasQuotedFrom ?centre .",
}
_TIES = 3
"""Besides the centre's own edges, at most this many a node shown."""


def neighbourhood(
    reader: GraphReader,
    node: URIRef,
    limit: int = 60,
    offset: int = 0,
    view: View = "actors",
) -> nx.Graph:
    """What stands around an actor, event, document, place or article.

    Around an actor with ``view="actors"``: the actors that events which happened link it with,
    those with most events first, one edge a pair. Around everything else, and with
    ``view="events"``: events, the latest first, with their actors, documents and places.

    Nodes have ``label``, ``kind`` and ``centre``, events also ``date`` and ``status``; edges have
    ``weight`` and ``label``, between actors also ``events`` (addresses). ``graph.graph`` holds
    ``total`` (neighbours in all), ``offset`` and ``shown``: "20 of 1,295". Raises `NotFoundError`
    where there is no such thing.
    """
    centre_kind, local, label = _described(reader, node)
    graph = nx.Graph(total=0, offset=offset, shown=0, view=view)
    graph.add_node(node, label=label, kind=local, centre=True)
    if centre_kind == "event":
        found = happenings(reader, "VALUES ?event { " + ntriples(node) + " }", roles=_ROLES)
        _around_event(reader, graph, node, found, limit, offset)
        return graph
    pattern = _PATTERNS[centre_kind]
    if centre_kind == "actor" and view == "actors":
        found = happenings(reader, pattern, centre=node)
        _add_counterparts(reader, graph, node, found, limit, offset)
    else:
        around = occurrences(reader, pattern, centre=node)
        ranked = sorted(around, key=lambda o: o.order, reverse=True)
        _add_events(reader, graph, node, ranked[offset : offset + limit], limit)
        graph.graph["total"] = len(ranked)
    return graph


def _described(reader: GraphReader, node: URIRef) -> tuple[str, str, str]:
    """What the node is: its kind of centre, its class's local name, and its label."""
    query = """SELECT ?type ?label {
        ?node a ?type
        OPTIONAL { ?node rdfs:label|skos:prefLabel|dcterms:title ?label }
    }"""
    rows = reader.select(query, node=node)
    labels = sorted(str(row["label"]) for row in rows if "label" in row)
    label = labels[0] if labels else str(node)
    for local in sorted({str(row["type"])[_LOCAL:] for row in rows}):
        if local in _ACTORS:
            return "actor", local, label
        if local in _EVENTS:
            return "event", local, label
        if local in _DOCUMENTS:
            return "document", local, label
        if local in ("Place", "Article"):
            return local.lower(), local, label
    raise NotFoundError(f"{node}: no actor, event, document, place or article has this address")


def _add_counterparts(
    reader: GraphReader,
    graph: nx.Graph,
    centre: URIRef,
    events: Iterable[Happening],
    limit: int,
    offset: int,
) -> None:
    network = network_of(events, {})
    pairs: dict[tuple[URIRef, URIRef], dict[str, set[URIRef]]] = {}
    for a, b, direct, data in network.edges(keys=True, data=True):
        kinds = pairs.setdefault((min(a, b), max(a, b)), {})
        kinds.setdefault(direct, set()).update(o.address for o in data["events"])
    weights = {pair: len(set().union(*kinds.values())) for pair, kinds in pairs.items()}
    own = {(b if a == centre else a): w for (a, b), w in weights.items() if centre in (a, b)}
    ranked = sorted(own, key=lambda n: (-own[n], n))
    chosen = ranked[offset : offset + limit]
    _add_named(reader, graph, chosen)
    among = [p for p in sorted(pairs, key=lambda p: (-weights[p], p)) if centre not in p]
    among = [p for p in among if p[0] in graph and p[1] in graph][: _TIES * len(chosen)]
    mine = [(min(centre, n), max(centre, n)) for n in chosen]
    for pair in (*mine, *among):
        kinds = pairs[pair]
        said = sorted((-len(found), direct) for direct, found in kinds.items())
        graph.add_edge(
            *pair,
            weight=weights[pair],
            label=", ".join(f"{direct} {-n}" for n, direct in said),
            events=tuple(sorted(set().union(*kinds.values()))),
        )
    graph.graph.update(total=len(ranked), shown=len(chosen))


def _add_events(
    reader: GraphReader,
    graph: nx.Graph,
    centre: URIRef,
    ranked: list[Occurrence],
    limit: int,
) -> None:
    """Adds events in their order until ``limit`` nodes stand around the centre; one at least."""
    values = " ".join(ntriples(o.address) for o in ranked)
    found = happenings(reader, f"VALUES ?event {{ {values} }}", roles=_ROLES)
    events = {h.occurrence.address: h for h in found}
    room = limit
    shown: list[Happening] = []
    known: set[URIRef] = {centre}
    for event in (events[o.address] for o in ranked):
        new = {a for actors in event.roles.values() for a in actors} - known
        if shown and room < 1 + len(new):
            break
        room -= 1 + len(new)
        known |= new
        shown.append(event)
    for event in shown:
        occurrence = event.occurrence
        graph.add_node(
            occurrence.address,
            label=occurrence.label,
            kind=occurrence.kind.value,
            centre=False,
            date=occurrence.date or "",
            status=occurrence.status.value,
        )
        if graph.nodes[centre]["kind"] == "Article":  # others are linked as the event's own things
            graph.add_edge(centre, occurrence.address, weight=1, label="reported")
    _add_actors(reader, graph, shown)
    _add_things(reader, graph, [h.occurrence.address for h in shown])
    graph.graph["shown"] = len(shown)


def _around_event(
    reader: GraphReader,
    graph: nx.Graph,
    centre: URIRef,
    events: list[Happening],
    limit: int,
    offset: int,
) -> None:
    for event in events:
        graph.nodes[centre].update(
            date=event.occurrence.date or "", status=event.occurrence.status.value
        )
    _add_actors(reader, graph, events)
    _add_things(reader, graph, [centre])
    others = [n for n in graph if n != centre]
    chosen = others[offset : offset + limit]
    graph.remove_nodes_from(set(others) - set(chosen))
    graph.graph.update(total=len(others), shown=len(chosen))


def _add_actors(reader: GraphReader, graph: nx.Graph, events: Iterable[Happening]) -> None:
    """Adds the actors of the events, each with the most telling of its roles on the edge."""
    parts = [
        (event.occurrence.address, actor, role)
        for event in events
        for role in _ROLES  # the special roles come last, and stay
        for actor in event.roles.get(role, ())
    ]
    _add_named(reader, graph, dict.fromkeys(actor for _, actor, _ in parts if actor not in graph))
    for event_address, actor, role in parts:
        graph.add_edge(event_address, actor, weight=1, label=role.value)


def _add_named(reader: GraphReader, graph: nx.Graph, actors: Iterable[URIRef]) -> None:
    actors = list(actors)
    names = actor_names(reader, actors)
    for actor in actors:
        label, kind = names.get(actor, (str(actor), "Actor"))
        graph.add_node(actor, label=label, kind=kind, centre=False)


def _add_things(reader: GraphReader, graph: nx.Graph, events: Iterable[URIRef]) -> None:
    """Adds the documents and places of the events."""
    values = " ".join(ntriples(event) for event in events)
    rows = reader.select(
        f"""SELECT DISTINCT ?event ?link ?thing ?type ?label {{
            VALUES ?event {{ {values} }}
            VALUES ?link {{ dgm:produced dgm:place }}
            ?event ?link ?thing . ?thing a ?type ; dcterms:title|skos:prefLabel ?label
        }}"""
    )
    for row in sorted(rows, key=lambda r: tuple(map(str, r.values()))):
        event, thing = URIRef(str(row["event"])), URIRef(str(row["thing"]))
        if thing not in graph:
            kind = str(row["type"])[_LOCAL:]
            graph.add_node(thing, label=str(row["label"]), kind=kind, centre=False)
        graph.add_edge(event, thing, weight=1, label=str(row["link"])[_LOCAL:])
