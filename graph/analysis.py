"""Questions to the network of actors: who stands where in it, and how two of them are linked.

All measures look at the network without directions: two actors are neighbours where at least one
event links them, and the weight of the link is the number of those events. Every answer is in a
fixed order; what needs chance (sampling, communities, drawing) uses a fixed seed.
"""

from dataclasses import dataclass
from itertools import pairwise

import networkx as nx
from rdflib import URIRef

from graph.errors import NotFoundError
from graph.happenings import Occurrence
from graph.index import index_of
from graph.neighbourhood import neighbourhood
from graph.networks import actor_network, network_of, write_graphml
from graph.standing import Rank, Summary, most_central, most_connected, summary
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
