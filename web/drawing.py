"""Where the nodes of a drawing stand and how they look: for vis-network through pyvis, and as SVG.

The layout is a spring layout, stretched because labels are wide, and then loosened until no two
labels lie on each other.
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
_LETTER, _ROW = 7.0, 15.0


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


def seats(graph: nx.Graph, labels: dict[URIRef, str]) -> dict[URIRef, tuple[float, float]]:
    """A place for each node, in pixels, so that neighbours are near and labels do not overlap."""
    places = layout(graph)
    spread = 105 * math.sqrt(len(graph) + 1)
    wanted = {n: (x * spread * 1.25, y * spread * 0.8) for n, (x, y) in places.items()}
    taken: list[tuple[float, float, float]] = []
    out: dict[URIRef, tuple[float, float]] = {}
    for node in sorted(graph, key=lambda n: (-graph.degree(n), n)):
        wide = max(len(labels[node]) * _LETTER, 30) / 2 + 6
        out[node] = _free(wanted[node], wide, taken)
        taken.append((*out[node], wide))
    return out


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
                "label": _brief(line) if named and line.tone else "",
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


def _brief(line: Line) -> str:
    return line.words if len(line.words) <= 22 else f"{line.events} events"


def _free(
    wish: tuple[float, float], wide: float, taken: list[tuple[float, float, float]]
) -> tuple[float, float]:
    """The place nearest to the wish, along a spiral, where the label touches no other."""
    for step in range(400):
        turn, reach = step * 2.4, 9 * math.sqrt(step)
        x, y = wish[0] + reach * math.cos(turn) * 1.4, wish[1] + reach * math.sin(turn)
        if all(abs(x - a) > wide + w or abs(y - b) > 3.4 * _ROW for a, b, w in taken):
            return round(x, 1), round(y, 1)
    return round(wish[0], 1), round(wish[1], 1)
