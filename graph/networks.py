"""The network of actors: who is linked with whom, through which events."""

from collections import defaultdict
from collections.abc import Iterable
from typing import IO

import networkx as nx
from rdflib import URIRef

from graph.actornames import actor_names
from graph.happenings import Happening, Occurrence, happenings
from graph.index import index_of
from graph.model import Status
from graph.store import GraphReader

_NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), "�")


def actor_network(reader: GraphReader, article: URIRef | None = None) -> nx.MultiDiGraph:
    """The actors that events which happened link, from the merged graph or from one article.

    Nodes are addresses with ``label`` and ``kind``. Edges are keyed by the direct property
    ("met"), one a pair and property, with ``count``, ``events`` (a tuple of `Occurrence`, the
    oldest first) and ``symmetric``; a symmetric one stands once, from the lesser address to the
    greater. Nodes and edges are sorted, so equal stores give equal networks.
    """
    if article is None:
        index = index_of(reader)
        return network_of(index.happenings(), index.actor_names())
    return network_of(happenings(reader, article=article), actor_names(reader, article=article))


def network_of(
    events: Iterable[Happening], names: dict[URIRef, tuple[str, str]]
) -> nx.MultiDiGraph:
    """The network that these events make; who has no name in ``names`` is called by address."""
    edges: dict[tuple[URIRef, URIRef, str], list[Occurrence]] = defaultdict(list)
    symmetric: dict[str, bool] = {}
    for event in events:
        occurrence = event.occurrence
        if occurrence.status is not Status.HAPPENED:
            continue
        kind = occurrence.kind
        symmetric[kind.direct] = kind.symmetric
        for a, b in event.links():
            if not kind.symmetric or a < b:
                edges[a, b, kind.direct].append(occurrence)
    network = nx.MultiDiGraph()
    for node in sorted({n for a, b, _ in edges for n in (a, b)}):
        label, node_kind = names.get(node, (str(node), "Actor"))
        network.add_node(node, label=label, kind=node_kind)
    for (a, b, direct), found in sorted(edges.items()):
        events_of_edge = tuple(sorted(found, key=lambda o: o.order))
        network.add_edge(
            a,
            b,
            key=direct,
            count=len(found),
            events=events_of_edge,
            symmetric=symmetric[direct],
        )
    return network


def write_graphml(network: nx.MultiDiGraph, into: IO[bytes]) -> None:
    """Writes the network as Gephi and others read it: labels, kinds, and weights on the edges."""
    plain = nx.MultiDiGraph()
    for node, data in network.nodes(data=True):
        plain.add_node(str(node), label=_clean(data["label"]), kind=data["kind"])
    for number, (a, b, direct, data) in enumerate(network.edges(keys=True, data=True)):
        plain.add_edge(
            str(a),
            str(b),
            key=f"e{number}",  # the key is written as the edge's id
            label=direct,
            weight=data["count"],
            symmetric=data["symmetric"],
            events=" ".join(str(o.address) for o in data["events"]),
        )
    # Not write_graphml: that takes another writer, with other bytes, where lxml is installed.
    nx.write_graphml_xml(plain, into)


def _clean(text: str) -> str:
    return text.translate(_NOT_XML)
