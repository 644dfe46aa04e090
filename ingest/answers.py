"""Answers to what was told before: "condemned the launch", "Israel denied the accusation".

Whose deed or word it is stands in a sentence before; the event then has both sides.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.model import Actor, EventClass, Role
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.told import Told, numbered
from ingest.tree import Tree
from ingest.triggers import Triggers

_ANSWERS = frozenset({EventClass.ACCUSATION, EventClass.REJECTION, EventClass.SUPPORT})
_ADDRESSED = frozenset({EventClass.ACCUSATION, EventClass.REQUEST, EventClass.THREAT})
"""What can be denied, refused or declined by whom it was addressed to."""
_BACK = 3
"""How many sentences the deed may lie back."""
_CERTAINTY = 0.75
_DEEDS = frozenset(
    kind for kind in EventClass if not kind.symmetric and kind is not EventClass.VISIT
)
"""What "this" may take up: what one does to another."""
_REPLIED = frozenset({EventClass.ACCUSATION, EventClass.REQUEST, EventClass.THREAT})
_THESE = frozenset({"the", "this", "that", "these", "those", "such"})


def answer(article: Sequence[Told], triggers: Triggers) -> None:
    """Gives answers without a target the one whom they answer.

    ``article`` holds its paragraphs in the order of the text.
    """
    before: list[tuple[int, Candidate]] = []
    for here, told, candidate in numbered(article):
        if candidate.kind in _ANSWERS and not candidate.of(Role.TARGET):
            near = [deed for there, deed in before if here - there <= _BACK]
            _complete(candidate, told.tree, near, triggers)
        before.append((here, candidate))


def _complete(
    candidate: Candidate, tree: Tree, before: Sequence[Candidate], triggers: Triggers
) -> None:
    mine = {side(actor) for actor in candidate.of(Role.SOURCE)}
    if not mine:
        return
    wanted = _taken_up(candidate, tree, triggers)
    for deed in reversed(before):
        if deed.kind not in wanted:
            continue
        doers = _doers(deed)
        if not doers or {side(actor) for actor in doers} & mine:
            continue
        addressed = {side(actor) for actor in deed.of(Role.TARGET)}
        denied = candidate.kind is EventClass.REJECTION and deed.kind in _REPLIED and addressed
        if (wanted is _ADDRESSED or denied) and not addressed & mine:
            continue  # who rejects "the charge" is charged
        candidate.add(Role.TARGET, tuple(doers), _CERTAINTY)
        candidate.pattern = "answer"
        candidate.besides.append((deed.start, deed.end))
        return


def _doers(deed: Candidate) -> list[Actor]:
    """Who did it; those who act together, where there are no sides."""
    if deed.kind.symmetric or deed.kind is EventClass.MEDIATION:
        return deed.everybody()
    return deed.of(Role.SOURCE)


def _taken_up(candidate: Candidate, tree: Tree, triggers: Triggers) -> frozenset[EventClass]:
    """The classes of what the answer may be to; empty where it answers nothing told before."""
    verb = tree.doc[candidate.trigger]
    things = tree.objects(verb)
    if candidate.kind is EventClass.ACCUSATION and not things:
        things = list(_judged(verb, triggers))
    unsaid = candidate.pattern == "judgement" and not _bad(verb, triggers)
    if unsaid or candidate.pattern == "praise":
        return frozenset()
    for thing in things:
        if thing.lower_ in {"this", "that"} and thing.tag_ == "DT":
            return _DEEDS
        if not any(child.lower_ in _THESE for child in thing.children):
            continue
        if _specified(thing, tree):
            continue
        found = triggers.deeds.get(tree.lemma(thing))
        if found is not None:
            return found
    bare = not things or all(_clause(thing) for thing in things)
    if candidate.kind is EventClass.REJECTION and tree.lemma(verb) == "deny" and bare:
        return _ADDRESSED  # "denied that it had attacked Y" answers who said so
    mine = set(candidate.everybody())
    if (
        bare
        and candidate.kind is EventClass.REJECTION
        and not any(set(tree.unit(token).actors) - mine for token in _named(verb, tree))
    ):
        return _ADDRESSED
    return frozenset()


def _judged(verb: Token, triggers: Triggers) -> Iterator[Token]:
    """What somebody says something bad of: "said that the move was a mistake"."""
    for clause in verb.children:
        if clause.dep_ == "ccomp" and _bad(clause, triggers):
            yield from (c for c in clause.children if c.dep_.startswith("nsubj"))


def _bad(clause: Token, triggers: Triggers) -> bool:
    """Whether there is a word of judgement in the clause."""
    words = triggers.status.negative
    other = {t.i for c in clause.children if c.dep_ == "conj" for t in c.subtree}
    own = [t for t in clause.subtree if t.i not in other]
    return any(t.lemma_.lower() in words or t.lower_ in words for t in own)


def _specified(thing: Token, tree: Tree) -> bool:
    """Whether the noun says itself whose it is: "the attack on X", "the plan of Y"."""
    return any(tree.unit(t).actors for t in thing.subtree)


def _clause(thing: Token) -> bool:
    return thing.pos_ == "VERB"


def _named(verb: Token, tree: Tree) -> Iterator[Token]:
    """The actors that the answer itself names beside who gives it."""
    subjects = {t.i for c in verb.children if c.dep_.startswith("nsubj") for t in c.subtree}
    for token in verb.subtree:
        if token.i not in subjects and tree.unit(token).actors:
            yield token
