"""Who is named where in an article, and where it tells its events."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.model import Actor, Event
from ingest.candidates import Candidate
from ingest.checks import side, side_of
from ingest.folding import fold
from ingest.merging import Dealing
from ingest.tokens import Span, Token
from ingest.told import Told


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of an article."""

    number: int
    """Counted through the article."""
    told: Told
    span: Span
    named: Mapping[str, tuple[int, ...]]
    """By the keys of the actors, the tokens of the paragraph that name each."""


@dataclass(frozen=True, slots=True)
class Report:
    """Where an article tells an event: a sentence, and its word for it."""

    line: Line
    candidate: Candidate

    @property
    def trigger(self) -> Token:
        """The word that tells it."""
        return self.line.told.tree.doc[self.candidate.trigger]


@dataclass(frozen=True, slots=True)
class Reported:
    """An event with all its reports."""

    event: Event
    reports: tuple[Report, ...]
    whole: bool = True
    """Whether it has all parties that an event of its class needs."""
    about: Dealing = Dealing.OTHER


@dataclass(frozen=True, slots=True)
class Roll:
    """Everybody whom an article names, in the order of its text."""

    lines: tuple[Line, ...]
    actors: Mapping[str, Actor]
    at: Mapping[str, tuple[int, ...]]
    """By their keys the numbers of the sentences that name them."""
    title: frozenset[str]
    """The words of the title."""
    text: str

    @classmethod
    def of(cls, article: Sequence[Told], title: str, text: str) -> "Roll":
        """The roll of an article; states and bodies stand in it as well for whom others speak."""
        lines = tuple(_lines(article))
        words = frozenset(fold(title).replace("-", " ").split())
        actors: dict[str, Actor] = {}
        at: dict[str, list[int]] = {}
        for line in lines:
            for token in line.span:
                for actor in line.told.tree.unit(token).actors:
                    actors.setdefault(actor.key, actor)
            for key in line.named:
                at.setdefault(key, []).append(line.number)
        for actor in list(actors.values()):
            actors.setdefault(side(actor), side_of(actor))
        return cls(lines, actors, {key: tuple(numbers) for key, numbers in at.items()}, words, text)

    def line(self, told: Told, token: int) -> Line:
        """The sentence in which a token of a paragraph stands."""
        return next(
            line
            for line in self.lines
            if line.told is told and line.span.start <= token < line.span.end
        )

    def naming(self, key: str, number: int) -> tuple[int, int] | None:
        """Where in the text the sentence stands that names an actor, next to the one of a number.

        What stands before it goes before what is as near behind it; None where it is not named.
        """
        at = self.at.get(key)
        if at is None:
            return None
        nearest = min(at, key=lambda each: (abs(each - number), each))
        line = self.lines[nearest]
        return line.told.stretch(line.span.start, line.span.end)


def _lines(article: Sequence[Told]) -> Iterator[Line]:
    number = 0
    for told in article:
        for span in told.tree.sentences:
            named: dict[str, list[int]] = {}
            for token in span:
                for actor in told.tree.unit(token).actors:
                    named.setdefault(actor.key, []).append(token.i)
            yield Line(number, told, span, {key: tuple(at) for key, at in named.items()})
            number += 1
