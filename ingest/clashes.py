"""Clashes are told of both sides: "X clashed with Y", "fighting between X and Y" is one act each.

So is "three soldiers of X were killed in a battle with Y". Who is only the state in which they
fight does not fight itself.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from graph.model import EventClass, Role
from ingest.candidates import Candidate
from ingest.strikes import HURTING
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
_NAMED = 0.65
"""How sure a party is at least that the words name, and not the place alone."""


def reciprocal(made: Candidate, tree: Tree) -> Iterator[Candidate]:
    """The event and, where both sides do it, the same with the sides exchanged."""
    yield made
    sources, targets = made.roles.get(Role.SOURCE, {}), made.roles.get(Role.TARGET, {})
    if made.kind is not EventClass.FORCE or made.pattern == "paired" or not (sources and targets):
        return
    if set(made.roles) != {Role.SOURCE, Role.TARGET} or min(targets.values()) < _NAMED:
        return
    if _both(tree.doc[made.trigger], tree):
        roles = {Role.SOURCE: dict(targets), Role.TARGET: dict(sources)}
        yield replace(made, roles=roles, documents=[], documents_at=[], topics=list(made.topics))


def _both(trigger: Token, tree: Tree) -> bool:
    """Whether what the trigger tells is done by both sides."""
    lemma = tree.lemma(trigger)
    if trigger.pos_ != "VERB":
        return lemma in _CLASHES
    if lemma in _DYING:  # "were killed in clashes with X"
        fights = (one for _, one in tree.obliques(trigger) if tree.lemma(one) in _CLASHES)
        return any(case == "with" for one in fights for case, _ in tree.obliques(one))
    return lemma in _CLASHING or lemma in _EXCHANGING
