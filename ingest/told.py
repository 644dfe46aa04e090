"""A paragraph as it was read, for the stages that look from one sentence to another."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from ingest.candidates import Candidate
from ingest.datelines import Dateline
from ingest.named import Named
from ingest.paragraphs import Paragraph
from ingest.tree import Tree
from ingest.units import extent

REPORT = 4
"""Sentences of a report; what has fewer is an item."""


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph, its parse, and the candidates that it gave, with their evidence."""

    paragraph: Paragraph
    tree: Tree
    candidates: list[Candidate]
    filed: Dateline | None
    """Where and when it says that it was filed."""
    named: tuple[Named, ...]
    """Its mentions, each with whom it means."""

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Where in the kept text these tokens of its parse stand."""
        return self.paragraph.span(*extent(self.tree.units[start:end]))


def numbered(article: Sequence[Told]) -> Iterator[tuple[int, Told, Candidate]]:
    """Each candidate in the order of the text, with the number of its sentence in the article."""
    for told, number in located(article):
        for candidate in sorted(told.candidates, key=lambda c: c.trigger):
            yield number(candidate.trigger), told, candidate


def located(article: Sequence[Told]) -> Iterator[tuple[Told, Callable[[int], int]]]:
    """Each paragraph with what gives the number of a token's sentence in the article, from 1 on."""
    before = 0
    for told in article:
        starts = [sentence.start for sentence in told.tree.sentences]
        yield told, partial(_number, before, starts)
        before += len(starts)


def _number(before: int, starts: Sequence[int], token: int) -> int:
    return before + bisect_right(starts, token)
