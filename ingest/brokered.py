"""Between whom somebody mediates, where the words beside it leave it open: "X, who brokered it".

They are those whom the sentence names as two, or else those between whom the article tells of the
talks, the deal or the fighting: the nearer and the more often, the likelier.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import BELLIGERENTS, side, side_of
from ingest.dealings import (
    AT_ONCE,
    NEAR,
    PAIR,
    TALKED,
    Dealing,
    aegis,
    dealings,
    fits,
    foremost,
    mediating,
    reconciled,
)
from ingest.tokens import Span
from ingest.told import Told, numbered
from ingest.tree import Tree

_CERTAINTY = 0.6
_BROKERED = frozenset(
    {
        "accord", "agreement", "armistice", "cease-fire", "ceasefire", "conflict", "conversation",
        "crisis", "deal", "dialogue", "difference", "discussion", "dispute", "end", "exchange",
        "meeting", "negotiation", "pact", "peace", "process", "rapprochement", "reconciliation",
        "release", "round", "settlement", "solution", "summit", "swap", "talk", "talks", "treaty",
        "truce", "war",
    }
)  # fmt: skip
"""What is brokered between two."""
_NAMED = frozenset({"among", "between"})
_WHERE = frozenset({"at", "from", "in", "into", "to"})
"""Before those who only say where something was or went: "fled to X and Y"."""
_TROUBLE = frozenset({"conflict", "crisis", "fighting", "peace", "war"})
_OF_STATES = frozenset(
    {"conflict", "crisis", "difference", "dispute", "rapprochement", "reconciliation", "war"}
)
"""What is between states, whoever talks for them."""


def reconcile(article: Sequence[Told]) -> None:
    """Gives mediations of one side, or of none, those whom the article tells to be at odds."""
    if not any(_open(c) for told in article for c in told.candidates):
        return
    everything = list(numbered(article))
    sentences: list[tuple[Tree, Span]] = []
    for number, told, candidate in everything:
        if not _open(candidate) or not _reconciling(candidate, told.tree):
            continue
        _owning(candidate, told.tree)
        if not _open(candidate):
            continue  # "Saudi-Iranian talks"
        found = tuple(_named(candidate, told.tree))
        if not aegis(candidate, told.tree):
            found = found or _beside(candidate, told.tree)
        if found:
            candidate.add(Role.PARTICIPANT, found, _CERTAINTY)
            continue
        fitting = [
            each
            for each in dealings(candidate, everything)
            if fits(candidate, told.tree, each, number)
        ]
        dealing = foremost(fitting, number)
        if dealing is not None:
            lacking = _lacking(candidate, told.tree, dealing, number)
            candidate.add(Role.PARTICIPANT, lacking, _CERTAINTY)
            if not candidate.start <= dealing.span[0] < candidate.end:
                candidate.besides.append(dealing.span)
        elif not (fitting or aegis(candidate, told.tree) or _torn(candidate, told.tree)):
            sentences = sentences or [(t.tree, s) for t in article for s in t.tree.sentences]
            candidate.add(Role.PARTICIPANT, _around(candidate, number, sentences), _CERTAINTY)


def _open(candidate: Candidate) -> bool:
    """Whether somebody mediates between nobody knows whom."""
    return (
        candidate.kind is EventClass.MEDIATION
        and candidate.status is not Status.CALLED_OFF
        and bool(candidate.of(Role.SOURCE))
        and len(candidate.of(Role.PARTICIPANT, Role.TARGET)) < PAIR
    )


def _reconciling(candidate: Candidate, tree: Tree) -> bool:
    """Whether talks or a deal are meant: one may facilitate imports as well."""
    trigger = tree.doc[candidate.trigger]
    objects = tree.objects(trigger) if trigger.pos_ == "VERB" else []
    return not objects or any(
        tree.lemma(one) in _BROKERED or tree.unit(one).document is not None or tree.pronoun(one)
        for one in objects
    )


def _lacking(candidate: Candidate, tree: Tree, dealing: Dealing, number: int) -> tuple[Actor, ...]:
    """Those of a dealing whose sides the mediation does not have.

    They are persons where these talk right there, and else those for whom they speak.
    """
    trigger = tree.doc[candidate.trigger]
    near = dealing.kind in TALKED and 0 <= number - dealing.number <= AT_ONCE
    about = {tree.lemma(one) for one in tree.objects(trigger)}
    about |= {"dispute" for case, _ in tree.obliques(trigger) if case in _NAMED}
    known = reconciled(candidate)
    lacking = [actor for actor in dealing.actors if side_of(actor) not in known]
    if not near or about & _OF_STATES:
        lacking = list(map(_standing, lacking))
    return tuple(dict.fromkeys(lacking))


def _owning(candidate: Candidate, tree: Tree) -> None:
    """Puts in whose it is that is brokered: "the Iran deal", "Saudi-Iranian talks"."""
    for one in tree.objects(tree.doc[candidate.trigger]):
        inner = tuple(a for a in tree.unit(one).inner if side(a) not in mediating(candidate))
        candidate.add(Role.PARTICIPANT, inner, _CERTAINTY)
        for child in tree.children(one, "amod", "compound", "nmod:poss"):
            found = tree.actors(child)
            if tree.lemma(one) in _BROKERED and not mediating(candidate) & set(
                map(side, found.actors)
            ):
                candidate.add(Role.PARTICIPANT, found.actors, found.certainty * 0.8)


def _named(candidate: Candidate, tree: Tree) -> Iterator[Actor]:
    """Those behind "between" in the sentence: "mediates to end the war between X and Y"."""
    mine = mediating(candidate)
    for token in tree.doc[candidate.trigger].sent:
        if tree.case(token) not in _NAMED:
            continue
        found = tree.actors(token).actors
        if len(found) > 1 and not mine & set(map(side, found)):
            yield from found
            return


def _beside(candidate: Candidate, tree: Tree) -> tuple[Actor, ...]:
    """The only two others whom the sentence names: "X, which mediates, said Y and Z were close"."""
    return _only_two(candidate, tree, tree.doc[candidate.trigger].sent)


def _only_two(candidate: Candidate, tree: Tree, sentence: Span) -> tuple[Actor, ...]:
    """Those of the two other sides that a sentence names; nobody where it names more or fewer."""
    mine = mediating(candidate)
    known = {actor.key for actor in reconciled(candidate)}
    units = [tree.unit(token) for token in sentence if tree.case(token) not in _WHERE]
    others = {
        actor: None
        for unit in units
        for actor in unit.actors
        if not unit.demonym and side(actor) not in mine and side_of(actor).kind in BELLIGERENTS
    }
    sides = set(map(side, others))
    return tuple(others) if len(sides) == PAIR and known <= sides else ()


def _around(
    candidate: Candidate, number: int, sentences: Sequence[tuple[Tree, Span]]
) -> tuple[Actor, ...]:
    """The only two sides of one of the sentences right before it, or of the next."""
    before = reversed(sentences[max(0, number - NEAR) : number - 1])
    for tree, sentence in (*before, *sentences[number : number + 1]):
        if found := _only_two(candidate, tree, sentence):
            return tuple(dict.fromkeys(map(_standing, found)))
    return ()


def _standing(actor: Actor) -> Actor:
    """The actor, or the side of a person."""
    return side_of(actor) if actor.kind is ActorClass.PERSON else actor


def _torn(candidate: Candidate, tree: Tree) -> bool:
    """Puts in the state in which the conflict is, and says whether there is one."""
    if candidate.of(Role.PARTICIPANT, Role.TARGET):
        return True
    trigger = tree.doc[candidate.trigger]
    for token in trigger.sent:
        if tree.lemma(token) not in _TROUBLE:
            continue
        near = (token, trigger) if token.head == trigger else (token,)
        where = [child for one in near for child in tree.behind(one, "in")]
        states = (tree.unit(one).state for one in where)
        owners = (a for a in tree.owner(token).actors if a.kind in BELLIGERENTS)
        found = next(chain(filter(None, states), owners), None)
        if found is not None and side(found) not in mediating(candidate):
            candidate.add(Role.PARTICIPANT, (found,), _CERTAINTY)
            return True
    return False
