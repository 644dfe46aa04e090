"""Who comes along with a visitor: "accompanied by X", "X joined him", "the delegation includes X".

What a later sentence says of them belongs to the visit that was told, whose evidence then reaches
over both.
"""

from collections.abc import Iterator, Sequence

from graph.model import EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.delegates import of_delegation
from ingest.nominals import MADE_OF, NOBODY, Found
from ingest.tokens import Span, Token
from ingest.told import Told
from ingest.tree import Tree

_COMING_ALONG = frozenset({"accompany", "join"})
_THERE = frozenset({"there"})
_MADE_OF = MADE_OF | {"compose", "consist", "make"}
_SENT = frozenset({"delegation", "mission", "party", "team"})
_BACK = 2
"""How many sentences a visit may lie back."""
_CERTAINTY = 0.85


def come_along(article: Sequence[Told]) -> None:
    """Adds to visits those of whom the text says that they came along.

    ``article`` holds its paragraphs in the order of the text.
    """
    before: list[list[Candidate]] = []
    for told in article:
        for sentence in told.tree.sentences:
            here = [c for c in told.candidates if _visit(c) and c.stands_in(sentence)]
            for token in sentence:
                _add(token, here, before[-_BACK:], told, sentence)
            before.append(here)


def _add(
    token: Token, here: Sequence[Candidate], before: Sequence[list[Candidate]], told: Told, at: Span
) -> None:
    """Adds those of whom a word says that they came along to the visits that it goes on."""
    tree = told.tree
    whose, found = _along(token, tree)
    if not found:
        return
    for visits in (here, *reversed(before)):
        meant = [c for c in visits if _goes_on(c, whose, token, tree)]
        for visit in meant:
            hosts = {side(actor) for actor in visit.of(Role.TARGET)}
            new = tuple(a for a in found.actors if side(a) not in hosts)
            visit.add(Role.VISITOR, new, found.certainty * _CERTAINTY)
            if visits is not here and new:
                visit.besides.append(told.stretch(at.start, at.end))
        if meant:
            return


def _along(token: Token, tree: Tree) -> tuple[Found, Found]:
    """With whom somebody comes, and who does; of a delegation nobody may be told with whom."""
    if token.pos_ != "VERB":
        return NOBODY, NOBODY
    lemma = tree.lemma(token)
    if lemma in _COMING_ALONG:
        with_whom = next(filter(None, map(tree.actors, tree.objects(token))), NOBODY)
        if token.tag_ == "VBN" and not tree.passive(token):
            clause = token.dep_.startswith("advcl")
            with_whom = tree.subject(token.head) if clause else tree.actors(token.head)
            return with_whom, tree.agent(token)
        if tree.passive(token):
            return tree.patient_or_subject(token), tree.agent(token)
        along = lemma == "accompany" or any(c.lower_ in _THERE for c in token.children)
        return (with_whom, tree.subject(token)) if along and with_whom else (NOBODY, NOBODY)
    if lemma in _MADE_OF:
        led = token.head if token.dep_.startswith("acl") else next(_subjects(token, tree), None)
        if led is not None and tree.lemma(led) == "member":  # "members of his delegation include X"
            led = next(iter(tree.behind(led, "of")), led)
        if led is not None and (whose := _delegation(led, tree)) is not None:
            parts = [*tree.objects(token), *tree.behind(token, "of")]
            return whose, next(filter(None, map(tree.actors, parts)), NOBODY)
    return NOBODY, NOBODY


def _subjects(verb: Token, tree: Tree) -> Iterator[Token]:
    return tree.children(verb, "nsubj", "nsubj:pass")


def _delegation(led: Token, tree: Tree) -> Found | None:
    """Whose delegation a word is; None where it is none."""
    mention = tree.unit(led).mention
    if mention is None:
        return tree.owner(led, inside=False) if tree.lemma(led) in _SENT else None
    return tree.actors(led) if of_delegation(mention, _SENT) else None


def _goes_on(visit: Candidate, whose: Found, token: Token, tree: Tree) -> bool:
    """Whether it is with those who came on a visit that somebody comes along."""
    visitors = visit.of(Role.VISITOR)
    if not whose:
        return tree.lemma(token) in _MADE_OF
    known = {*visitors, *(actor.represents for actor in visitors)}
    return not known.isdisjoint(whose.actors)


def _visit(candidate: Candidate) -> bool:
    off = candidate.status is Status.CALLED_OFF
    return candidate.kind is EventClass.VISIT and not off and bool(candidate.of(Role.TARGET))
