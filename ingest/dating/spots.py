"""Where events and days stand in an article: their words, sentences and paragraphs."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.candidates import Candidate
from ingest.checks import sound
from ingest.circumstances import marked
from ingest.dates import DateMention
from ingest.tokens import Token
from ingest.told import Told
from ingest.tree import Tree


@dataclass(frozen=True, slots=True)
class Spot:
    """A word of an article, and where it stands in it."""

    tree: Tree
    paragraph: int
    sentence: int
    """Counted through the article."""
    token: Token


@dataclass(frozen=True, slots=True)
class Happening:
    """An event, and the word that tells it."""

    candidate: Candidate
    spot: Spot


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that the article names, and the word that names it."""

    mention: DateMention
    spot: Spot
    case: str
    """The preposition before it."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events of an article and the days that it names, both in the order of the text."""

    happenings: tuple[Happening, ...]
    dated: tuple[Dated, ...]


def timeline(article: Sequence[Told]) -> Timeline:
    """The sound candidates of an article, and its days."""
    happenings: list[Happening] = []
    dated: list[Dated] = []
    first = 0
    for paragraph, told in enumerate(article):
        starts = [sentence.start for sentence in told.tree.sentences]
        for candidate in sorted(filter(sound, told.candidates), key=lambda c: c.trigger):
            spot = _spot(told.tree, paragraph, first, starts, candidate.trigger)
            happenings.append(Happening(candidate, spot))
        for at, mention in _mentions(told.tree):
            spot = _spot(told.tree, paragraph, first, starts, at)
            dated.append(Dated(mention, spot, told.tree.case(spot.token)))
        first += len(starts)
    return Timeline(tuple(happenings), tuple(dated))


def _mentions(tree: Tree) -> Iterator[tuple[int, DateMention]]:
    for sentence in tree.sentences:
        for token, unit in marked(tree, sentence):
            if unit.date is not None:
                yield token.i, unit.date


def _spot(tree: Tree, paragraph: int, first: int, starts: Sequence[int], at: int) -> Spot:
    return Spot(tree, paragraph, first + bisect_right(starts, at) - 1, tree.doc[at])
