"""Which actors an event links, from the roles they play: one rule for triples and for networks."""

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import TypeVar

from graph.model import EventClass

A = TypeVar("A")


def linked(
    kind: EventClass,
    *,
    sources: Sequence[A],
    targets: Sequence[A],
    participants: Sequence[A],
    mediators: Sequence[A] = (),
) -> Iterator[tuple[A, A]]:
    """The ordered pairs of actors that an event of this class links; a pair may come twice.

    Who stands alike is linked both ways; who acts on another, one way.

    >>> list(linked(EventClass.ACCUSATION, sources="a", targets="bc", participants=""))
    [('a', 'b'), ('a', 'c')]
    """
    if kind is EventClass.MEDIATION:
        between = (*sources, *(m for m in mediators if m not in sources))
        parties = (*participants, *targets)
        yield from ((m, p) for m in between for p in parties if p not in between)
    elif kind.symmetric:
        # A one-sided report ("X agreed with Y") names source and target; the link is mutual.
        if len(participants) > 1:
            yield from permutations(participants, 2)
        for one in (*sources, *targets):
            for other in (*participants, *(targets if one in sources else sources)):
                yield from ((one, other), (other, one))
    else:
        yield from ((s, t) for s in sources for t in targets)
        if not (sources and targets):
            yield from permutations(participants, 2)
