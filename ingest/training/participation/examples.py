"""Annotated events with those who may take part in them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError
from graph.model import Article, Role
from ingest.networks import numbered
from ingest.participation.traits import DOING, DONE, NOBODY, Codes
from ingest.participation.weighing import Question, questions
from ingest.reader import Reader
from ingest.training.rows import rows

Parties = tuple[frozenset[str], frozenset[str]]
"""The keys of those who do it or take part alike, and of those to whom it is done."""
RARE = 5
"""How often a word must be met to have a number of its own."""
_COLUMNS = ("id", "offset", "class", "read", "parties")
_WRONG, _NOBODY = "x", "-"


@dataclass(frozen=True, slots=True)
class Answer:
    """Who takes part in an event that was read with certain parties."""

    kind: str
    read: Parties
    parties: Parties


@dataclass(frozen=True, slots=True)
class Example:
    """An event with the actors of its article."""

    id: str
    question: Question
    wanted: tuple[int, ...]
    """What each is to it by the annotation."""


class Counted(Mapping[str, int]):
    """Numbers of no words, which counts those that are asked for."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def __getitem__(self, word: str) -> int:
        self._counts[word] += 1
        raise KeyError(word)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def numbered(self) -> dict[str, int]:
        """Numbers for the words that were asked for often enough."""
        often = (word for word, times in self._counts.items() if word and times >= RARE)
        return numbered(sorted(often))


def read_answers(path: Path) -> dict[str, dict[int, list[Answer]]]:
    """The parties of the annotated events that are reported, by article and offset.

    What was read by half and is no event between two has nobody.

    Raises `InputError` with file and line where the annotation is wrong.
    """
    out: dict[str, dict[int, list[Answer]]] = {}
    for where, (id, offset, kind, read, parties) in rows(path, _COLUMNS):
        if parties != _WRONG:
            answer = Answer(kind, _parties(read, where), _parties(parties, where))
            out.setdefault(id, {}).setdefault(int(offset), []).append(answer)
    return out


def _parties(text: str, where: str) -> Parties:
    sides = [] if text == _NOBODY else text.split(">")
    if len(sides) > len((DOING, DONE)):
        raise InputError(f"{where}: {text!r} names more than two sides")
    one, other = (frozenset(filter(None, each.split("+"))) for each in (*sides, "", "")[:2])
    return one, other


def examples(
    reader: Reader,
    articles: Sequence[Article],
    answers: Mapping[str, Mapping[int, Sequence[Answer]]],
    codes: Codes,
) -> Iterator[Example]:
    """The annotated events that the reader finds as well."""
    for article, ready, pairs in reader.parsed(articles):
        known = answers.get(article.id, {})
        for question in questions(reader.reported(article, ready, pairs), codes):
            event = question.reported.event
            near = known.get(event.evidence[0].start, ())
            answer = _nearest(question, [a for a in near if a.kind == event.kind.value])
            if answer is not None:
                yield Example(article.id, question, wanted(question, answer))


def _nearest(question: Question, known: Sequence[Answer]) -> Answer | None:
    """The answer for the event that was read with the same parties, or most like it."""
    keys = {actor.key for actor in question.reported.event.actors()}
    read = [one | other for one, other in (answer.read for answer in known)]
    shared = [len(keys & each) / len(keys | each) for each in read]
    if not shared or not max(shared):
        return None
    return known[shared.index(max(shared))]


def wanted(question: Question, answer: Answer) -> tuple[int, ...]:
    """What each of the actors is to the event by an answer."""
    event, (one, other) = question.reported.event, answer.parties
    out = []
    for actor, now in zip(question.actors, question.now, strict=True):
        if actor.key in one:
            alike = not other and not event.kind.symmetric and event.actors(Role.SOURCE)
            out.append(now or DOING if alike else DOING)
        elif actor.key in other:
            out.append(DOING if event.kind.symmetric else DONE)
        else:
            out.append(NOBODY)
    return tuple(out)
