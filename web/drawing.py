"""Where the nodes of a drawing stand and how they look: for vis-network through pyvis, and as SVG.

The layout is a spring layout, evened and stretched because labels are wide, and then loosened until
no node or label lies upon another.
"""

import math
from dataclasses import dataclass
from typing import Any

import networkx as nx
from pyvis.network import Network
from rdflib import URIRef

from graph.analysis import layout

SHAPES = {
    "Person": "dot",
    "Country": "square",
    "IntergovernmentalOrganization": "hexagon",
    "GovernmentBody": "triangle",
    "NonGovernmentalOrganization": "hexagon",
    "ArmedGroup": "triangleDown",
    "Company": "hexagon",
    "Place": "dot",
    "Article": "square",
}
"""The shape of each kind of node; documents are squares, events diamonds."""
GROUPS = {
    "Person": "person",
    "Country": "country",
    "IntergovernmentalOrganization": "organisation",
    "GovernmentBody": "agency",
    "NonGovernmentalOrganization": "organisation",
    "ArmedGroup": "armed",
    "Company": "agency",
    "Place": "place",
    "Article": "document",
}
_LABEL = 26
_LETTER, _ROW = 7.6, 17.0
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A node as it is drawn."""

    key: str
    address: URIRef
    label: str
    name: str
    kind: str
    group: str
    shape: str
    events: int
    shown: int
    """How many of its neighbours its expansions show, of ``total``; 0 of 0 where not expanded."""
    total: int
    pinned: bool
    size: float
    x: float
    y: float
    near: str
    """The node that brought it."""
    points: str
    """The corners of its shape in SVG; empty for a circle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An edge as it is drawn: between which nodes, through how many events, of which tone."""

    start: str
    end: str
    start_name: str
    end_name: str
    events: int
    words: str
    tone: str
    faint: bool
    """Whether it is no event but says who represents whom."""
    href: str
    x1: float
    y1: float
    x2: float
    y2: float


def short(label: str) -> str:
    """A label that fits into a drawing.

    >>> short("International Committee of the Red Cross")
    'International Committee …'
    """
    flat = " ".join(label.split())
    if len(flat) <= _LABEL:
        return flat
    cut = flat[: _LABEL - 1]
    return f"{cut.rpartition(' ')[0] or cut} …"


def seats(
    graph: nx.Graph, labels: dict[URIRef, str], sizes: dict[URIRef, float]
) -> dict[URIRef, tuple[float, float]]:
    """A place for each node, in pixels: neighbours near each other, and no label upon another."""
    places = layout(graph)
    spread = 60 + 62 * math.sqrt(len(graph))
    across = _evened({node: place[0] for node, place in places.items()})
    down = _evened({node: place[1] for node, place in places.items()})
    taken: list[_Box] = []
    out: dict[URIRef, tuple[float, float]] = {}
    for node in sorted(graph, key=lambda n: (-graph.degree(n), n)):
        half = max(len(labels[node]) * _LETTER / 2, sizes[node]) + 6
        wish = (across[node] * spread * 1.5, down[node] * spread * 0.75)
        out[node] = _free(wish, half, sizes[node], taken)
        taken.append(_box(*out[node], half, sizes[node]))
    return out


def _evened(values: dict[URIRef, float]) -> dict[URIRef, float]:
    """The values, moved half of the way to standing at equal distances: springs leave clumps."""
    order = sorted(values, key=lambda node: (values[node], node))
    last = max(len(order) - 1, 1)
    return {n: values[n] * 0.5 + (2 * i / last - 1) * 0.5 for i, n in enumerate(order)}


def points(shape: str, x: float, y: float, size: float) -> str:
    """The corners of a shape around a place, as SVG's polygon takes them; empty for a circle."""
    turns = {
        "square": [45, 135, 225, 315],
        "diamond": [0, 90, 180, 270],
        "hexagon": [0, 60, 120, 180, 240, 300],
        "triangle": [30, 150, 270],
        "triangleDown": [90, 210, 330],
    }.get(shape, [])
    reach = size * (1.2 if len(turns) == 4 else 1.1)
    return " ".join(
        f"{x + reach * math.cos(math.radians(t)):.1f},{y + reach * math.sin(math.radians(t)):.1f}"
        for t in turns
    )


def for_vis(dots: list[Dot], lines: list[Line]) -> dict[str, Any]:
    """The nodes and edges as vis-network takes them, built by pyvis; all texts are plain."""
    net = Network(directed=False)
    for dot in dots:
        net.add_node(
            dot.key,
            label=dot.label,
            title=_hint(dot),
            shape=dot.shape,
            group=dot.group,
            size=dot.size,
            x=dot.x,
            y=dot.y,
            name=dot.name,
            near=dot.near,
            pinned=dot.pinned,
        )
    named = len(lines) <= 30
    for line in lines:
        # Not through add_edge: it looks through all edges each time, and forgets parallel ones.
        net.edges.append(
            {
                "id": f"{line.start} {line.end}",
                "from": line.start,
                "to": line.end,
                "label": brief(line) if named and line.tone else "",
                "title": f"{line.start_name} – {line.end_name}\n{line.words}",
                "width": min(1 + math.log2(line.events + 1), 6),
                "dashes": line.faint,
                "tone": line.tone,
                "href": line.href,
            }
        )
    nodes, edges, *_ = net.get_network_data()
    return {"nodes": nodes, "edges": edges}


def _hint(dot: Dot) -> str:
    counts = f", {dot.events} events" if dot.events else ""
    more = f"\n{dot.shown} of {dot.total} neighbours shown" if dot.total else ""
    return f"{dot.name[:300]}\n{dot.kind}{counts}{more}"


def brief(line: Line) -> str:
    """What stands along an edge; the events of edges between neighbours are not counted."""
    if len(line.words) <= 22:
        return line.words
    return f"{line.events} events" if line.events else f"{line.words.partition(',')[0]} …"


def _box(x: float, y: float, half: float, size: float) -> _Box:
    return (x - half, y - size - 4, x + half, y + size + _ROW + 8)


def _free(
    wish: tuple[float, float], half: float, size: float, taken: list[_Box]
) -> tuple[float, float]:
    """The place nearest to the wish, along a spiral, where node and label touch no other."""
    for step in range(600):
        turn, reach = step * 2.4, 8 * math.sqrt(step)
        x, y = wish[0] + reach * math.cos(turn) * 1.5, wish[1] + reach * math.sin(turn)
        left, top, right, bottom = _box(x, y, half, size)
        if all(right < a or c < left or bottom < b or d < top for a, b, c, d in taken):
            return round(x, 1), round(y, 1)
    return round(wish[0], 1), round(wish[1], 1)
