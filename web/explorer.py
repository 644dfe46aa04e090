"""What the explorer shows for a state: a state is an address, and the same state shows the same.

A state names the nodes it began with, those that were expanded (each time by so many more), those
that are pinned or hidden, the view and the tone of events.
"""

from dataclasses import dataclass, replace
from typing import Any

import networkx as nx
from flask import url_for
from rdflib import URIRef
from werkzeug.datastructures import MultiDict

from graph.errors import InputError
from graph.index import index_of
from graph.store import GraphReader
from web.dossiers.actors import ACTOR_KINDS
from web.drawing import GROUPS, SHAPES, Dot, Line, points, seats, short
from web.facts import names
from web.site import site
from web.surroundings import add, grow, join
from web.wording import TONE_WORDS, TONES, counted, short_day, title, words

FIRST, MORE, MOST = 30, 20, 300
VIEWS = ("actors", "events")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a reader has done, as keys of things."""

    nodes: tuple[str, ...] = ()
    grown: tuple[str, ...] = ()
    """Expanded nodes, one for each time."""
    pinned: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    view: str = "actors"
    tone: str = ""

    def href(self, endpoint: str = "explorer.page") -> str:
        """The address of the state."""
        return url_for(
            endpoint,
            node=self.nodes,
            x=self.grown,
            pin=self.pinned,
            hide=self.hidden,
            view=self.view if self.view != "actors" else None,
            tone=self.tone or None,
        )

    def expand(self, key: str) -> "State":
        """The state with more neighbours of a node."""
        return replace(self, grown=(*self.grown, key))

    def collapse(self, key: str) -> "State":
        """The state without the neighbours that a node brought; pinned ones stay."""
        return replace(self, grown=tuple(k for k in self.grown if k != key))

    def hide(self, key: str) -> "State":
        """The state without a node."""
        return replace(
            self.collapse(key),
            nodes=tuple(k for k in self.nodes if k != key) if len(self.nodes) > 1 else self.nodes,
            pinned=tuple(k for k in self.pinned if k != key),
            hidden=tuple(dict.fromkeys((*self.hidden, key))),
        )

    def show_hidden(self) -> "State":
        """The state with nothing hidden."""
        return replace(self, hidden=())

    def with_view(self, view: str) -> "State":
        """The state in another view, from where it began."""
        return State(nodes=self.nodes, view=view, tone=self.tone)

    def with_tone(self, tone: str) -> "State":
        """The state with the events of one tone, or of all."""
        return replace(self, tone=tone)

    def pin(self, key: str) -> "State":
        """The state with a node pinned, or no longer."""
        rest = tuple(k for k in self.pinned if k != key)
        return replace(self, pinned=rest if key in self.pinned else (*self.pinned, key))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is shown: nodes, edges, and a sentence for each node of which more could be."""

    state: State
    dots: list[Dot]
    lines: list[Line]
    full: bool
    """Whether there is no room for more nodes."""
    left_out: int
    """How many links between neighbours are not drawn."""
    box: tuple[float, float, float, float]
    """Left, top, width and height of the drawing."""


def state_of(args: MultiDict[str, str]) -> State:
    """The state that a query string holds; raises `InputError` for a value that none can have."""
    view, tone = args.get("view", "actors") or "actors", args.get("tone", "")
    if view not in VIEWS:
        raise InputError(f"view={view!r} cannot be drawn; allowed is {' or '.join(VIEWS)}")
    if tone and tone not in TONE_WORDS:
        raise InputError(f"tone={tone!r} is not known; allowed is {', '.join(TONE_WORDS)}")
    keys = {
        name: tuple(key for key in args.getlist(name) if key)
        for name in ("node", "x", "pin", "hide")
    }
    if sum(map(len, keys.values())) > MOST:
        raise InputError(f"more than {MOST} nodes are named; begin again with fewer")
    return State(
        nodes=tuple(dict.fromkeys(keys["node"])),
        grown=keys["x"],
        pinned=tuple(dict.fromkeys(keys["pin"])),
        hidden=tuple(dict.fromkeys(keys["hide"])),
        view=view,
        tone=tone,
    )


def scene(reader: GraphReader, state: State, busy: list[URIRef]) -> Scene:
    """The scene of a state; where it names no node, the busiest actors stand for a beginning."""
    graph = nx.Graph()
    shown: dict[URIRef, tuple[int, int]] = {}
    for key in state.nodes:
        grow(reader, graph, state.view, site().address(key), shown, FIRST)
    if not (state.nodes or state.pinned):
        for named in names(reader, busy).values():
            add(graph, named)
    for key in state.grown:
        if len(graph) < MOST:
            grow(reader, graph, state.view, site().address(key), shown, MORE)
    missing = [a for key in state.pinned if (a := site().address(key)) not in graph]
    for named in names(reader, missing).values():
        if named.kind:
            add(graph, named)
    roots = {site().address(key) for key in (*state.nodes, *state.pinned)}
    left_out = join(reader, graph, with_events=state.view == "actors")
    _keep_tone(graph, state.tone, roots)
    graph.remove_nodes_from([site().address(key) for key in state.hidden])
    graph.remove_nodes_from(list(graph)[MOST:])
    return _drawn(reader, graph, state, shown, left_out)


def _keep_tone(graph: nx.Graph, tone: str, roots: set[URIRef]) -> None:
    """Leaves only events of the tone, and what they link."""
    if not tone:
        return
    for one, other, data in list(graph.edges(data=True)):
        data["kinds"] = {k: n for k, n in data["kinds"].items() if TONES.get(k) == tone}
        if not data["kinds"] and not data["word"]:
            graph.remove_edge(one, other)
    for node, data in list(graph.nodes(data=True)):
        if data["kind"] in TONES and TONES[data["kind"]] != tone and node not in roots:
            graph.remove_node(node)
    linked = {n for *ends, data in graph.edges(data=True) if _of_events(data) for n in ends}
    graph.remove_nodes_from([n for n in graph if n not in linked and n not in roots])


def _of_events(edge: dict[str, Any]) -> bool:
    """Whether an edge stands for events, and not for who represents whom."""
    return bool(edge["kinds"] or edge["tone"])


def _drawn(
    reader: GraphReader,
    graph: nx.Graph,
    state: State,
    shown: dict[URIRef, tuple[int, int]],
    left_out: int,
) -> Scene:
    labels = {n: _label(data) for n, data in graph.nodes(data=True)}
    actors = [n for n, data in graph.nodes(data=True) if data["kind"] in ACTOR_KINDS]
    events = index_of(reader).events_of(actors)
    sizes = {n: _size(data["kind"], events.get(n, 0)) for n, data in graph.nodes(data=True)}
    places = seats(graph, labels, sizes)
    dots = []
    for node, data in graph.nodes(data=True):
        key = site().key(node) or str(node)
        kind = str(data["kind"])
        x, y = places[node]
        shape = SHAPES.get(kind, "diamond" if kind in TONES else "square")
        dots.append(
            Dot(
                key=key,
                address=node,
                label=labels[node],
                name=data["label"],
                kind=words(kind),
                group=GROUPS.get(kind, TONES.get(kind, "document")),
                shape=shape,
                events=events.get(node, 0),
                shown=shown.get(node, (0, 0))[0],
                total=shown.get(node, (0, 0))[1],
                pinned=key in state.pinned,
                size=sizes[node],
                x=x,
                y=y,
                near=data["near"],
                points=points(shape, x, y, sizes[node]),
            )
        )
    lines = [_line(graph, places, one, other) for one, other in graph.edges()]
    lines.sort(
        key=lambda line: (line.faint, -line.events, line.start_name, line.end_name, line.href)
    )
    return Scene(
        state=state,
        dots=dots,
        lines=lines,
        full=len(graph) >= MOST,
        left_out=left_out,
        box=_box(dots),
    )


def _line(
    graph: nx.Graph, places: dict[URIRef, tuple[float, float]], one: URIRef, other: URIRef
) -> Line:
    data = graph.edges[one, other]
    ranked = sorted(data["kinds"].items(), key=lambda pair: (-pair[1], pair[0]))
    said = [f"{words(kind)} {count}" if count > 1 else words(kind) for kind, count in ranked]
    events = sum(count for _, count in ranked)
    keys = [site().key(one) or "", site().key(other) or ""]
    event = next((k for k in keys if k.startswith("event/")), None)
    if event:
        href = url_for("event.page", key=event.removeprefix("event/"))
    else:
        href = url_for("events.page", actor=keys)
    said = [*said[:4], *([f"{len(said) - 4} more"] if len(said) > 4 else [])]
    text = ", ".join((*said, *([data["word"]] if data["word"] else ())))
    return Line(
        start=keys[0],
        end=keys[1],
        start_name=graph.nodes[one]["label"],
        end_name=graph.nodes[other]["label"],
        events=events,
        words=text or counted(events, "event"),
        tone=TONES.get(ranked[0][0], "talk") if ranked else data["tone"],
        faint=not ranked and not data["tone"],
        href=href,
        x1=places[one][0],
        y1=places[one][1],
        x2=places[other][0],
        y2=places[other][1],
    )


def _label(data: dict[str, str]) -> str:
    """What stands at a node: the name; of an event its class and day, for its name is long."""
    if data["kind"] not in TONES:
        return short(data["label"])
    return ", ".join(filter(None, (title(data["kind"]), short_day(data["date"]))))


def _size(kind: str, events: int) -> float:
    """Half the height of a node: it grows with the events of an actor, and not without end."""
    return 8.0 if kind in TONES else round(8 + min(events, 250) ** 0.5, 1)


def _box(dots: list[Dot]) -> tuple[float, float, float, float]:
    if not dots:
        return (0, 0, 100, 100)
    wide = [len(dot.label) * 3.6 + 12 for dot in dots]
    left = min(dot.x - w for dot, w in zip(dots, wide, strict=True))
    right = max(dot.x + w for dot, w in zip(dots, wide, strict=True))
    top, bottom = min(dot.y for dot in dots) - 40, max(dot.y for dot in dots) + 50
    return (round(left), round(top), round(right - left), round(bottom - top))
