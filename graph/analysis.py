"""Questions to the network of actors: who stands where in it, and how two of them are linked.

All measures look at the network without directions: two actors are neighbours where at least one
event links them, and the weight of the link is the number of those events. Every answer is in a
fixed order; what needs chance (sampling, communities, drawing) uses a fixed seed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx
from rdflib import URIRef

from graph.errors import NotFoundError
from graph.happenings import Occurrence
from graph.index import index_of
from graph.neighbourhood import neighbourhood
from graph.networks import actor_network, network_of, write_graphml
from graph.store import GraphReader

__all__ = [
    "Community",
    "Rank",
    "Step",
    "Summary",
    "actor_network",
    "communities",
    "layout",
    "most_central",
    "most_connected",
    "neighbourhood",
    "path_between",
    "shortest_path",
    "summary",
    "ties",
    "write_graphml",
]

_SEED = 1
_EXACT = 250
_EFFORT = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """An actor's place in a list."""

    address: URIRef
    label: str
    kind: str
    counterparts: int
    """How many other actors it is linked with."""
    events: int
    """Through how many events."""
    score: float
    """What the list is sorted by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one actor to the next on a path, and the events that link them, the oldest first."""

    start: URIRef
    start_label: str
    end: URIRef
    end_label: str
    events: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """Actors that deal with each other more than with the rest, the best connected first."""

    members: tuple[URIRef, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The size of a network and the way it hangs together."""

    actors: int
    links: int
    """Pairs of actors that at least one event links."""
    events: int
    components: int
    largest: int
    """Actors in the largest component."""


def ties(network: nx.MultiDiGraph) -> nx.Graph:
    """The network with one undirected edge a pair: ``weight`` and ``events``, nodes sorted."""
    found: dict[tuple[URIRef, URIRef], set[Occurrence]] = {}
    for a, b, data in network.edges(data=True):
        found.setdefault((min(a, b), max(a, b)), set()).update(data["events"])
    graph = nx.Graph()
    graph.add_nodes_from(sorted(network.nodes(data=True)))
    for (a, b), events in sorted(found.items()):
        ordered = tuple(sorted(events, key=lambda o: o.order))
        graph.add_edge(a, b, weight=len(ordered), events=ordered)
    return graph


def most_connected(network: nx.MultiDiGraph, limit: int = 20) -> tuple[Rank, ...]:
    """The actors with most counterparts; among equals, those with more events come first."""
    graph = ties(network)
    return _ranked(graph, {node: float(degree) for node, degree in graph.degree()}, limit)


def most_central(network: nx.MultiDiGraph, limit: int = 20) -> tuple[Rank, ...]:
    """The actors that stand between others: betweenness centrality, 0 to 1.

    Exact up to 250 actors (Brandes 2001). In larger networks it is estimated from a sample of
    actors as starting points (Brandes and Pich 2007), drawn with a fixed seed, as many as the
    network's size allows in about a second and at least sixteen.
    """
    graph = ties(network)
    numbered = nx.convert_node_labels_to_integers(graph, label_attribute="address")
    size = len(graph)
    pivots = None
    if size > _EXACT:
        pivots = min(size, max(16, _EFFORT // (size + 2 * graph.number_of_edges())))
    scores = nx.betweenness_centrality(numbered, k=pivots, seed=_SEED)
    return _ranked(graph, dict(zip(graph, (scores[n] for n in numbered), strict=True)), limit)


def shortest_path(network: nx.MultiDiGraph, start: URIRef, end: URIRef) -> tuple[Step, ...]:
    """The fewest steps from one actor to the other; of equally few, those with most events.

    Raises `NotFoundError` where either has no link in the network, or no path leads there.
    """
    for actor in (start, end):
        if actor not in network:
            raise NotFoundError(
                f"{actor}: no event links this actor with another; search for its address first"
            )
    graph = ties(network)
    # A step costs one, and a little less the more events there are: never as much as a step saves.
    slack = 1 / (len(graph) + 1)
    try:
        nodes = nx.dijkstra_path(
            graph, start, end, weight=lambda a, b, data: 1 + slack / (1 + data["weight"])
        )
    except nx.NetworkXNoPath as error:
        names = " and ".join(str(graph.nodes[n]["label"]) for n in (start, end))
        raise NotFoundError(f"no chain of events links {names}") from error
    return tuple(
        Step(
            start=a,
            start_label=graph.nodes[a]["label"],
            end=b,
            end_label=graph.nodes[b]["label"],
            events=graph.edges[a, b]["events"],
        )
        for a, b in pairwise(nodes)
    )


def path_between(reader: GraphReader, start: URIRef, end: URIRef) -> tuple[Step, ...]:
    """As `shortest_path` in the network of all actors, without making that network."""
    index = index_of(reader)
    return shortest_path(network_of(index.linking(start, end), index.actor_names()), start, end)


def communities(network: nx.MultiDiGraph, limit: int = 10) -> tuple[Community, ...]:
    """The largest communities (Louvain, weighted by events), the largest first."""
    graph = ties(network)
    if not graph.number_of_edges():
        return ()
    nodes = list(graph)
    # Numbers, because the order of a set of addresses would differ from run to run.
    numbered = nx.convert_node_labels_to_integers(graph)
    found = [
        sorted((nodes[n] for n in members), key=lambda node: (-graph.degree(node), node))
        for members in nx.community.louvain_communities(numbered, weight="weight", seed=_SEED)
    ]
    found.sort(key=lambda members: (-len(members), members))
    return tuple(
        Community(members=tuple(m), labels=tuple(graph.nodes[n]["label"] for n in m))
        for m in found[:limit]
    )


def summary(network: nx.MultiDiGraph) -> Summary:
    """How large the network is, and into how many parts it falls."""
    graph = ties(network)
    sizes = [len(c) for c in nx.connected_components(graph)]
    return Summary(
        actors=len(graph),
        links=graph.number_of_edges(),
        events=len(_distinct(data["events"] for _, _, data in graph.edges(data=True))),
        components=len(sizes),
        largest=max(sizes, default=0),
    )


def layout(network: nx.Graph) -> dict[URIRef, tuple[float, float]]:
    """A position from -1 to 1 for each node, the same for the same network.

    Springs up to 300 nodes; more stand on a circle, for springs would take too long.
    """
    if len(network) > 300:
        places = nx.circular_layout(network)
    else:
        # Flat, for several edges between two nodes pull no more than one.
        flat = nx.Graph()
        flat.add_nodes_from(network)
        flat.add_edges_from((a, b) for a, b, *_ in network.edges())
        places = nx.spring_layout(flat, seed=_SEED, weight=None)
    return {node: (round(float(x), 4), round(float(y), 4)) for node, (x, y) in places.items()}


def _ranked(graph: nx.Graph, scores: dict[URIRef, float], limit: int) -> tuple[Rank, ...]:
    ranks = [
        Rank(
            address=node,
            label=data["label"],
            kind=data["kind"],
            counterparts=graph.degree(node),
            events=len(_distinct(d["events"] for _, _, d in graph.edges(node, data=True))),
            score=round(scores[node], 6),
        )
        for node, data in graph.nodes(data=True)
    ]
    ranks.sort(key=lambda r: (-r.score, -r.events, r.label, r.address))
    return tuple(ranks[:limit])


def _distinct(groups: Iterable[tuple[Occurrence, ...]]) -> set[URIRef]:
    return {event.address for group in groups for event in group}
