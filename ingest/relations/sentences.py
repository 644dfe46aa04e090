"""A sentence as the network sees it: its words in numbers, and the pairs of its actors."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.model import Actor
from ingest.checks import side, sided
from ingest.networks import Numbers
from ingest.tokens import Span, Token
from ingest.tree import Tree
from ingest.units import Unit

UNKNOWN = 1
"""Number of a word that is not in the vocabulary; 0 is that of an actor."""
LONGEST = 120
"""Words in a sentence that is read; what is longer is mostly a list."""
PLACES = 3
"""Mentions of one actor in a sentence that are looked at."""
_CLIMB = 60


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors of different sides, and the tokens of the sentence where each stands."""

    one: Actor
    other: Actor
    here: tuple[int, ...]
    there: tuple[int, ...]


def numbered(pairs: Sequence[Pair]) -> dict[tuple[str, str], tuple[int, int]]:
    """Of the keys of two actors the number of their pair, and 1 where they stand the other way."""
    out: dict[tuple[str, str], tuple[int, int]] = {}
    for number, pair in enumerate(pairs):
        out[pair.one.key, pair.other.key] = number, 0
        out[pair.other.key, pair.one.key] = number, 1
    return out


@dataclass(frozen=True, slots=True)
class Meeting:
    """One mention of each actor of a pair, and how the parse joins them."""

    pair: int
    here: int
    there: int
    path: tuple[int, ...]
    top: int
    """The token of the path under which both stand."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, tags, relations and heads in numbers, and the pairs of actors."""

    words: Numbers
    """Of each token the number of its lemma; shape ``(tokens,)``."""
    marks: Numbers
    """Of each token: tag, relation, kind of what it stands for, form of mention, number of actors
    (at most 3), whether it is a verb of the present; shape ``(tokens, 6)``."""
    heads: Numbers
    """Of each token the one above it; of the root itself."""
    pairs: tuple[Pair, ...]
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class Codes:
    """The numbers of words, tags, relations, kinds and forms; what is in none is 0 or unknown."""

    words: Mapping[str, int]
    tags: Mapping[str, int]
    relations: Mapping[str, int]
    kinds: Mapping[str, int]
    forms: Mapping[str, int]


def pairs_of(units: Sequence[Unit]) -> tuple[Pair, ...]:
    """The pairs of actors of different sides among the units of a sentence, as they first stand."""
    where: dict[str, tuple[Actor, list[int]]] = {}
    for at, unit in enumerate(units):
        for actor in unit.actors:
            where.setdefault(actor.key, (actor, []))[1].append(at)
    if len({side(actor) for actor, _ in where.values() if sided(actor)}) < 2:
        return ()
    actors = [(actor, side(actor), tuple(at[:PLACES])) for actor, at in where.values()]
    return tuple(
        Pair(one, other, here, there)
        for number, (one, mine, here) in enumerate(actors)
        for other, theirs, there in actors[number + 1 :]
        if mine != theirs
    )


def sentence_of(span: Span, tree: Tree, codes: Codes, pairs: tuple[Pair, ...]) -> Sentence:
    """The sentence of a parsed paragraph, with these pairs of its actors."""
    units = tree.units[span.start : span.end]
    heads, words, marks = [], [], []
    for at, (token, unit) in enumerate(zip(span, units, strict=True)):
        head = token.head.i - span.start
        heads.append(head if 0 <= head < len(units) else at)
        words.append(0 if unit.actors else codes.words.get(token.lemma_.lower(), UNKNOWN))
        marks.append(_marks(token, unit, codes))
    return Sentence(
        np.array(words, dtype=np.int32),
        np.array(marks, dtype=np.int32),
        np.array(heads, dtype=np.int32),
        pairs,
        tuple(meetings_of(pairs, heads)),
    )


def kind_of(unit: Unit) -> str:
    """What a unit stands for: the kinds of its actors, else a date, place, document or session."""
    if unit.actors:
        return "|".join(sorted({actor.kind.name for actor in unit.actors}))
    if unit.date is not None:
        return "D"
    if unit.place is not None:
        return "P"
    if unit.document is not None:
        return "T"
    return "S" if unit.session is not None else ""


def _marks(token: Token, unit: Unit, codes: Codes) -> tuple[int, ...]:
    mention = unit.mention
    return (
        codes.tags.get(token.tag_, 0),
        codes.relations.get(token.dep_, 0),
        codes.kinds.get(kind_of(unit), 0),
        codes.forms.get(mention.kind.name if mention is not None else "", 0),
        min(len(unit.actors), 3),
        int(unit.present),
    )


def meetings_of(pairs: Sequence[Pair], heads: Sequence[int]) -> Iterator[Meeting]:
    """Each mention of one actor of a pair with each of the other, and the path between them."""
    up: dict[int, list[int]] = {}
    for number, pair in enumerate(pairs):
        for here in pair.here:
            for there in pair.there:
                for at in (here, there):
                    if at not in up:
                        up[at] = _above(at, heads)
                path, top = _path(up[here], up[there])
                yield Meeting(number, here, there, path, top)


def _above(at: int, heads: Sequence[int]) -> list[int]:
    """A token and those above it, up to the root."""
    out = [at]
    while heads[at] != at and len(out) <= _CLIMB:
        at = heads[at]
        out.append(at)
    return out


def _path(one: list[int], other: list[int]) -> tuple[tuple[int, ...], int]:
    """The tokens between two in the tree, both among them, and the topmost of them."""
    below = set(other)
    top = next((at for at in one if at in below), None)
    if top is None:  # two trees in one sentence
        return (one[0], other[0]), one[0]
    return (*one[: one.index(top) + 1], *other[: other.index(top)]), top
