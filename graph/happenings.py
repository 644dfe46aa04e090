"""The events of a store with their actors in their roles, as far as a pattern picks them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from rdflib import URIRef
from rdflib.term import Node

from graph.links import linked
from graph.model import EventClass, Role, Status
from graph.store import GraphReader
from graph.terms import ntriples
from graph.vocabulary import DGM

A = TypeVar("A")
GENERAL = (Role.PARTICIPANT, Role.SOURCE, Role.TARGET, Role.MEDIATOR)
"""The roles that decide which actors an event links."""
_CLASSES = {DGM[c.value]: c for c in EventClass}
_ROLES = {DGM[r.value]: r for r in Role}
_STATUSES = {DGM[s.value]: s for s in Status}


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """An event, as a list or an edge names it."""

    address: URIRef
    kind: EventClass
    label: str
    date: str | None
    status: Status

    @property
    def order(self) -> tuple[str, str]:
        """Sorts by date, then by address; what has no date comes first."""
        return self.date or "", str(self.address)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event with its actors."""

    occurrence: Occurrence
    roles: Mapping[Role, tuple[URIRef, ...]] = field(default_factory=dict)
    """The actors in each role, sorted."""

    def links(self) -> frozenset[tuple[URIRef, URIRef]]:
        """The ordered pairs of actors that the event links, were it to have happened."""
        return links_of(self.occurrence.kind, self.roles)


def links_of(kind: EventClass, roles: Mapping[Role, Sequence[A]]) -> frozenset[tuple[A, A]]:
    """The ordered pairs of actors that an event links, by its class and the roles in it."""
    mediators = roles.get(Role.MEDIATOR, ())
    sources = roles.get(Role.SOURCE, ())
    if kind is not EventClass.MEDIATION:  # elsewhere a mediator is the source of nothing
        sources = tuple(s for s in sources if s not in mediators)
    pairs = linked(
        kind,
        sources=sources,
        targets=roles.get(Role.TARGET, ()),
        participants=roles.get(Role.PARTICIPANT, ()),
        mediators=mediators,
    )
    return frozenset((a, b) for a, b in pairs if a != b)


def final_status(statuses: Iterable[Status]) -> Status:
    """What holds where reports differ: what happened did; what was called off is not planned.

    >>> final_status([Status.PLANNED, Status.HAPPENED])
    <Status.HAPPENED: 'happened'>
    """
    told = set(statuses)
    return next(s for s in (Status.HAPPENED, Status.CALLED_OFF, Status.PLANNED) if s in told)


def scoped(pattern: str, article: URIRef | None) -> str:
    """The pattern over what one article says, or over the merged graph where none is named."""
    return pattern if article is None else f"GRAPH {ntriples(article)} {{ {pattern} }}"


def happenings(
    reader: GraphReader,
    pattern: str = "",
    *,
    article: URIRef | None = None,
    roles: tuple[Role, ...] = GENERAL,
    **bound: Node,
) -> list[Happening]:
    """The events that match the pattern on ``?event``, with their actors; sorted by date.

    Where reports of one event word its label differently, the first in the alphabet stands.
    """
    parts: dict[URIRef, dict[Role, set[URIRef]]] = defaultdict(lambda: defaultdict(set))
    names = " ".join(f"dgm:{r.value}" for r in roles)
    for row in reader.select(
        f"""SELECT DISTINCT ?event ?role ?actor {{ {
            scoped(f"{pattern} VALUES ?role {{ {names} }} ?event ?role ?actor", article)
        } }}""",
        **bound,
    ):
        parts[_address(row["event"])][_ROLES[_address(row["role"])]].add(_address(row["actor"]))
    found = (
        Happening(
            occurrence=occurrence,
            roles={r: tuple(sorted(a)) for r, a in parts.get(occurrence.address, {}).items()},
        )
        for occurrence in occurrences(reader, pattern, article=article, **bound)
    )
    return sorted(found, key=lambda h: h.occurrence.order)


def occurrences(
    reader: GraphReader, pattern: str = "", *, article: URIRef | None = None, **bound: Node
) -> list[Occurrence]:
    """The events that match the pattern on ``?event``, in no fixed order."""
    labels: dict[URIRef, str] = {}
    dates: dict[URIRef, str] = {}
    kinds: dict[URIRef, EventClass] = {}
    statuses: dict[URIRef, set[Status]] = defaultdict(set)
    for row in reader.select(
        f"""SELECT DISTINCT ?event ?class ?label ?status ?date {{ {
            scoped(
                f'''{pattern} ?event dgm:status ?status ; a ?class ; rdfs:label ?label
                OPTIONAL {{ ?event dgm:date ?date }}''',
                article,
            )
        } }}""",
        **bound,
    ):
        kind, status = _CLASSES.get(_address(row["class"])), _STATUSES.get(_address(row["status"]))
        if kind is None or status is None:
            continue
        event = _address(row["event"])
        kinds[event] = min(kind, kinds.get(event, kind))
        statuses[event].add(status)
        label = str(row["label"])
        labels[event] = min(label, labels.get(event, label))
        if "date" in row:
            date = str(row["date"])
            dates[event] = max(date, dates.get(event, date), key=lambda d: (len(d), d))
    return [
        Occurrence(
            address=event,
            kind=kind,
            label=labels[event],
            date=dates.get(event),
            status=final_status(statuses[event]),
        )
        for event, kind in kinds.items()
    ]


def _address(node: Node) -> URIRef:
    return node if isinstance(node, URIRef) else URIRef(str(node))
