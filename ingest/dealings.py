"""What an article tells between others than who mediates: their talks, deals and fights."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Actor, ActorClass, EventClass, Role
from ingest.candidates import Candidate
from ingest.checks import BELLIGERENTS, side, side_of
from ingest.told import Told
from ingest.tree import Tree

PAIR = 2
NEAR = 3
"""Sentences back in which those may stand of whom nothing else is told."""
_MOST = 6
"""Sides that may be at odds; more are a gathering."""
_TOGETHER = 3
"""Sides that may make peace with one another; more are a gathering as well."""
_BEHIND, _AHEAD = 12, 2
"""Sentences over which an article tells of the same two, unless it is a round-up."""
_PARTIES = BELLIGERENTS | {ActorClass.PERSON}
_FRIENDLY = frozenset({EventClass.AID, EventClass.MEDIATION, EventClass.SUPPORT, EventClass.VISIT})
"""What is told of those who need nobody between them."""
TALKED = frozenset(
    {
        EventClass.AGREEMENT,
        EventClass.CALL,
        EventClass.CONVENING,
        EventClass.COOPERATION,
        EventClass.MEETING,
        EventClass.RELATIONS_UPGRADE,
        EventClass.SIGNING,
    }
)
"""What comes of it that somebody brings two together."""
_AEGIS = frozenset({"aegis", "auspice", "auspices", "auspex", "patronage", "sponsorship"})
AT_ONCE = 1
"""Sentences back in which those talk between whom somebody mediates in person."""


@dataclass(frozen=True, slots=True)
class Dealing:
    """Something that is told of between sides."""

    number: int
    """That of its sentence in the article."""
    kind: EventClass
    sides: frozenset[Actor]
    actors: tuple[Actor, ...]
    """Who stands for them."""
    span: tuple[int, int]


def mediating(candidate: Candidate) -> set[str]:
    """The sides for which the mediators stand."""
    return {side(actor) for actor in candidate.of(Role.SOURCE)}


def reconciled(candidate: Candidate) -> set[Actor]:
    """The sides that are told already."""
    return {side_of(actor) for actor in candidate.of(Role.PARTICIPANT, Role.TARGET)}


def foremost(fitting: Sequence[Dealing], number: int) -> Dealing | None:
    """What is told between the sides of which the article tells most and nearest.

    None where no sides stand out.
    """
    weights: dict[frozenset[Actor], float] = {}
    for dealing in fitting:
        weights[dealing.sides] = weights.get(dealing.sides, 0) + _weight(dealing, number)
    best = sorted(weights.values(), reverse=True)[:PAIR]
    if not best or (len(best) > 1 and best[0] == best[1]):
        return None
    return max(
        (d for d in fitting if weights[d.sides] == best[0]),
        key=lambda d: (d.kind in TALKED and _near(d, number), -abs(number - d.number)),
    )


def fits(candidate: Candidate, tree: Tree, dealing: Dealing, number: int) -> bool:
    """Whether it is near enough: persons of no state must talk there, and more than two act."""
    if not reconciled(candidate) <= dealing.sides:
        return False
    back = number - dealing.number
    talked = dealing.kind in TALKED and 0 <= back <= AT_ONCE
    if aegis(candidate, tree):
        return talked
    if not all(actor.kind in BELLIGERENTS for actor in dealing.sides):
        return talked and all(a.kind in _PARTIES for a in dealing.sides)
    if len(dealing.sides) > PAIR:
        return _near(dealing, number) and candidate.pattern != "mediator"
    return -_AHEAD <= back <= _BEHIND


def aegis(candidate: Candidate, tree: Tree) -> bool:
    """Whether something is only said to be under somebody's auspices."""
    return tree.lemma(tree.doc[candidate.trigger]) in _AEGIS


def _near(dealing: Dealing, number: int) -> bool:
    """Whether it is told in the sentence, or in one of those right beside it."""
    return -1 <= number - dealing.number < NEAR


def _weight(dealing: Dealing, number: int) -> float:
    """How much a dealing counts: talks and deals more, most right before or right there."""
    back = number - dealing.number
    return 1 + (0.5 + (back in {0, 1})) * (dealing.kind in TALKED)


def dealings(
    candidate: Candidate, everything: Sequence[tuple[int, Told, Candidate]]
) -> Iterator[Dealing]:
    """What the article tells between others than the mediators."""
    mine = mediating(candidate)
    for number, _, other in everything:
        if other.kind in _FRIENDLY:
            continue
        actors = tuple(a for a in other.everybody() if side(a) not in mine)
        sides = frozenset(map(side_of, actors))
        if len(sides) == 1 and other.kind in TALKED:
            sides = frozenset(actors)  # "the president and the opposition leader met"
        most = _TOGETHER if other.kind.symmetric else _MOST
        if PAIR <= len(sides) <= most:
            yield Dealing(number, other.kind, sides, actors, (other.start, other.end))
