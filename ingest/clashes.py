"""Clashes are told of both sides: "X clashed with Y", "fighting between X and Y" is one act each.

So is "three soldiers of X were killed in a battle with Y".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import EventClass, Role
from ingest.candidates import Candidate
from ingest.strikes import HURTING
from ingest.told import Told
from ingest.tree import Tree

_CLASHES = frozenset(
    {
        "battle", "clash", "combat", "firefight", "gun battle", "gunbattle", "gunfight",
        "shootout", "skirmish",
    }
)  # fmt: skip
_CLASHING = frozenset({"battle", "brawl", "clash", "scuffle", "skirmish"})
_EXCHANGING = frozenset({"exchange", "trade"})
_DYING = HURTING | {"die", "perish"}


def reciprocate(article: Sequence[Told]) -> None:
    """Puts beside each clash the same with the sides exchanged."""
    for told in article:
        told.candidates[:] = [c for made in told.candidates for c in _sides(made, told.tree)]


def _sides(made: Candidate, tree: Tree) -> Iterator[Candidate]:
    """The event and, where both sides do it, what the other does."""
    yield made
    sources, targets = made.roles.get(Role.SOURCE, {}), made.roles.get(Role.TARGET, {})
    if made.kind is not EventClass.FORCE or made.pattern == "paired" or not (sources and targets):
        return
    if set(made.roles) == {Role.SOURCE, Role.TARGET} and _both(made, tree):
        roles = {Role.SOURCE: dict(targets), Role.TARGET: dict(sources)}
        yield replace(
            made, roles=roles, documents=[], documents_at=[], topics=[], besides=[*made.besides]
        )


def _both(made: Candidate, tree: Tree) -> bool:
    """Whether what is told is done by both sides."""
    trigger = tree.doc[made.trigger]
    lemma = tree.lemma(trigger)
    if trigger.pos_ != "VERB":
        return lemma in _CLASHES
    if lemma in _DYING:  # "were killed in clashes with X", "of X and of Y were killed in clashes"
        fights = [one for _, one in tree.obliques(trigger) if tree.lemma(one) in _CLASHES]
        fell = {a for one in tree.children(trigger, "nsubj:pass") for a in tree.actors(one).actors}
        against = any(case == "with" for one in fights for case, _ in tree.obliques(one))
        return against or bool(fights and fell >= set(made.everybody()))
    return lemma in _CLASHING or lemma in _EXCHANGING
