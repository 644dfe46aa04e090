"""Between whom somebody mediates, where the sentence leaves it open: "the truce brokered by X".

They are the two sides of whom the article tells most, if there are two that stand out.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from graph.model import Actor, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import BELLIGERENTS, side, side_of
from ingest.told import Told
from ingest.tree import Tree

_PAIR = 2
_CERTAINTY = 0.6
_BROKERED = frozenset(
    {
        "accord", "agreement", "armistice", "cease-fire", "ceasefire", "conversation", "deal",
        "dialogue", "discussion", "dispute", "end", "exchange", "meeting", "negotiation", "pact",
        "peace", "process", "release", "round", "settlement", "summit", "swap", "talk", "talks",
        "treaty", "truce",
    }
)  # fmt: skip
"""What is brokered between two."""
_NAMED = frozenset({"among", "between"})


def reconcile(article: Sequence[Told]) -> None:
    """Gives mediations of one side, or of none, the two sides that the article is about."""
    candidates = [c for told in article for c in told.candidates]
    pairs = Counter(pair for c in candidates if (pair := _sides(c)) is not None)
    for told in article:
        for candidate in told.candidates:
            if candidate.kind is not EventClass.MEDIATION or not candidate.of(Role.SOURCE):
                continue
            if candidate.status is not Status.HAPPENED or not _reconciling(candidate, told.tree):
                continue
            if len(candidate.of(Role.PARTICIPANT, Role.TARGET)) < _PAIR:
                found = tuple(_named(candidate, told.tree)) or _beside(candidate, told.tree)
                found = found or _about(candidate, pairs)
                candidate.add(Role.PARTICIPANT, found, _CERTAINTY)


def _reconciling(candidate: Candidate, tree: Tree) -> bool:
    """Whether talks or a deal are meant: one may facilitate imports as well."""
    trigger = tree.doc[candidate.trigger]
    objects = tree.objects(trigger) if trigger.pos_ == "VERB" else []
    return not objects or any(tree.lemma(one) in _BROKERED for one in objects)


def _sides(candidate: Candidate) -> frozenset[Actor] | None:
    """The two states or groups between which the event is; None where they are others."""
    sides = frozenset(map(side_of, candidate.everybody()))
    if len(sides) != _PAIR or candidate.kind is EventClass.MEDIATION:
        return None
    return sides if all(actor.kind in BELLIGERENTS for actor in sides) else None


def _named(candidate: Candidate, tree: Tree) -> Iterator[Actor]:
    """Those behind "between" in the sentence: "mediates to end the war between X and Y"."""
    mine = {side(actor) for actor in candidate.of(Role.SOURCE)}
    for token in tree.doc[candidate.trigger].sent:
        if tree.case(token) not in _NAMED:
            continue
        found = tree.actors(token).actors
        if len(found) > 1 and not mine & set(map(side, found)):
            yield from found
            return


def _beside(candidate: Candidate, tree: Tree) -> tuple[Actor, ...]:
    """The only two others whom the sentence names: "X, which mediates, said Y and Z were close"."""
    mine = {side(actor) for actor in candidate.of(Role.SOURCE)}
    known = {side(actor) for actor in candidate.of(Role.PARTICIPANT, Role.TARGET)}
    tokens = tree.doc[candidate.trigger].sent
    units = [tree.unit(token) for token in tokens if tree.case(token) not in {"at", "in"}]
    others = {
        actor: None
        for unit in units
        for actor in unit.actors
        if not unit.demonym and side(actor) not in mine and side_of(actor).kind in BELLIGERENTS
    }
    sides = set(map(side, others))
    return tuple(others) if len(sides) == _PAIR and known <= sides else ()


def _about(candidate: Candidate, pairs: Counter[frozenset[Actor]]) -> tuple[Actor, ...]:
    """The pair of sides of most events without the mediator; nobody where none stands out."""
    mine = {side(actor) for actor in candidate.of(Role.SOURCE)}
    known = {side_of(actor) for actor in candidate.of(Role.PARTICIPANT, Role.TARGET)}
    fitting = Counter(
        {
            pair: count
            for pair, count in pairs.items()
            if not mine & set(map(side, pair)) and known <= pair
        }
    )
    best = [*fitting.most_common(2)]
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return ()
    return tuple(sorted(best[0][0] - known, key=lambda actor: actor.key))
