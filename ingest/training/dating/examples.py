"""Annotated events with the days among which the network chooses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.model import Article
from ingest.candidates import Candidate
from ingest.dating.spots import timeline
from ingest.dating.traits import Question, Situation
from ingest.reader import Reader
from ingest.training.rows import rows

Event = tuple[int, str, frozenset[str]]
"""Where the sentence of an event starts, its class, and the keys of its actors."""
Answers = Mapping[Event, str | None]
"""Of each event its day; None where the article gives none."""
_COLUMNS = ("id", "offset", "class", "actors", "day", "place")
_WRONG = "x"


@dataclass(frozen=True, slots=True)
class Example:
    """An event with the days of its article."""

    id: str
    question: Question
    day: str | None
    """Its day by the annotation."""

    @property
    def right(self) -> tuple[int, ...]:
        """Which of the days are as exact as the annotation, or more so."""
        return tuple(n for n, day in enumerate(self.question.days) if fits(day, self.day))


def fits(day: str | None, wanted: str | None) -> bool:
    """Whether a day is the one that is wanted.

    >>> fits("2011-05-03", "2011-05"), fits("2011", "2011-05"), fits(None, None)
    (True, False, True)
    """
    return day is wanted is None or (
        day is not None and wanted is not None and day.startswith(wanted)
    )


def read_answers(path: Path) -> dict[str, dict[Event, str | None]]:
    """The days of the annotated events that are reported, by article.

    Raises `InputError` with file and line where the annotation is wrong.
    """
    out: dict[str, dict[Event, str | None]] = {}
    for _, (id, offset, kind, actors, day, _) in rows(path, _COLUMNS):
        told = out.setdefault(id, {})
        if day != _WRONG:
            told[int(offset), kind, frozenset(actors.split("+"))] = None if day == "-" else day
    return out


def examples(
    reader: Reader, articles: Sequence[Article], answers: Mapping[str, Answers]
) -> Iterator[Example]:
    """The annotated events that the reader finds as well."""
    for article, ready, pairs in reader.parsed(articles):
        told, _ = reader.settled(article, ready, pairs)
        for question in Situation(timeline(told), ready.published).questions():
            event = _event(question.happening.candidate)
            if event in answers.get(article.id, {}):
                yield Example(article.id, question, answers[article.id][event])


def _event(candidate: Candidate) -> Event:
    return (
        candidate.start,
        candidate.kind.value,
        frozenset(actor.key for actor in candidate.everybody()),
    )
