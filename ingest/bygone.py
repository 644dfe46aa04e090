"""What is told of ages past: "In 1658 the kings made peace", "a film explains how X came back"."""

import re

from ingest.tokens import Token
from ingest.tree import Tree

_EARLY = re.compile(r"1[0-6]\d\d")
"""Years before the states of the tables."""
_WORKS = frozenset(
    {
        "ballet", "documentary", "exhibit", "exhibition", "film", "lecture", "movie", "museum",
        "musical", "novel", "opera", "painting", "play",
    }
)  # fmt: skip
"""What shows or tells the past."""


def bygone(trigger: Token, tree: Tree) -> bool:
    """Whether an event is of an early year, or only what a film, a book or the like tells."""
    return any(_early(at) or _shown(at, tree) for at in (trigger, *trigger.ancestors))


def _early(verb: Token) -> bool:
    years = (c for c in verb.children if _EARLY.fullmatch(c.text))
    return any(any(c.lower_ in {"by", "in", "since"} for c in year.children) for year in years)


def _shown(verb: Token, tree: Tree) -> bool:
    """Whether the subject of the verb tells or shows: "a film explains how"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and tree.lemma(c) in _WORKS]
    return any(not tree.unit(one).actors for one in subjects)
