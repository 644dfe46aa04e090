"""Of each event of an article, who may have taken part in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from graph.model import Actor, EventClass
from ingest.checks import known
from ingest.participation.known import Known
from ingest.participation.roll import Reported
from ingest.participation.traits import Codes, View, part
from ingest.ranking import Traits
from ingest.roles import TALKS

_MOST = 16
"""Actors that are weighed for one event."""
_FREQUENT = 4
_TOGETHER = TALKS | {EventClass.SIGNING, EventClass.AGREEMENT, EventClass.MEDIATION}


@dataclass(frozen=True, slots=True)
class Question:
    """An event and those who may take part in it."""

    reported: Reported
    actors: tuple[Actor, ...]
    now: tuple[int, ...]
    """What each is to it by now."""
    told: Traits


def questions(known: Known, codes: Codes) -> Iterator[Question]:
    """What is asked of each event that a sentence tells, in their order."""
    return (question(known, each, codes) for each in known.events if each.reports)


def question(known: Known, reported: Reported, codes: Codes) -> Question:
    """What is asked of an event that a sentence tells."""
    actors = _offered(known, reported)
    now = tuple(part(reported.event, actor) for actor in actors)
    return Question(reported, actors, now, _traits(View(known, reported, codes), actors))


def _offered(article: Known, reported: Reported) -> tuple[Actor, ...]:
    """Who may take part: who was read, who is named there or beside, who is named often."""
    read = {actor.key: actor for actor in reported.event.actors()}
    lines = article.roll.lines
    keys = dict.fromkeys(read)
    numbers = sorted({report.line.number for report in reported.reports})
    for away in (0, 1, -1):
        for number in numbers:
            if 0 <= number + away < len(lines):
                keys.update(dict.fromkeys(lines[number + away].named))
    keys.update(dict.fromkeys(article.often[:_FREQUENT]))
    if reported.event.kind in _TOGETHER:
        for line in lines:
            if article.gathered[line.number]:
                keys.update(dict.fromkeys(line.named))
    actors = (read.get(key) or article.roll.actors[key] for key in keys)
    return tuple([a for a in actors if known(a) or a.key in read][: max(_MOST, len(read))])


def _traits(view: View, actors: Sequence[Actor]) -> Traits:
    rows = [view.of(actor) for actor in actors]
    return Traits(
        np.array(view.alone(), dtype=np.float32),
        np.array([said for said, _ in rows], dtype=np.float32),
        np.array(view.words(), dtype=np.int32),
        np.array([beside for _, beside in rows], dtype=np.int32),
    )
