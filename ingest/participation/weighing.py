"""Of each event of an article, who may have taken part in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from graph.model import Actor, EventClass
from ingest.checks import known
from ingest.participation.known import Known
from ingest.participation.roll import Reported, Roll
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


class Weighing:
    """The actors of an article, seen from its events."""

    def __init__(self, known: Known) -> None:
        """``known`` is what is known of the article."""
        self.known = known

    @property
    def roll(self) -> Roll:
        """Who is named where in the article."""
        return self.known.roll

    def questions(self, codes: Codes) -> Iterator[Question]:
        """Each event that a sentence tells, in their order."""
        return (self.question(each, codes) for each in self.known.events if each.reports)

    def question(self, reported: Reported, codes: Codes) -> Question:
        """What is asked of an event that a sentence tells."""
        actors = self._offered(reported)
        now = tuple(part(reported.event, actor) for actor in actors)
        return Question(reported, actors, now, _traits(View(self.known, reported, codes), actors))

    def _offered(self, reported: Reported) -> tuple[Actor, ...]:
        """Who may take part: who was read, who is named there or beside, who is named often."""
        keys = dict.fromkeys(actor.key for actor in reported.event.actors())
        numbers = {report.line.number for report in reported.reports}
        for away in (0, 1, -1):
            for number in sorted(numbers):
                if 0 <= number + away < len(self.roll.lines):
                    keys.update(dict.fromkeys(self.roll.lines[number + away].named))
        keys.update(dict.fromkeys(self.known.often[:_FREQUENT]))
        if reported.event.kind in _TOGETHER:
            for line in self.roll.lines:
                if self.known.gathered[line.number]:
                    keys.update(dict.fromkeys(line.named))
        read = {actor.key: actor for actor in reported.event.actors()}
        actors = ((read.get(key) or self.roll.actors[key]) for key in keys)
        return tuple([a for a in actors if known(a) or a.key in read][: max(_MOST, len(read))])


def _traits(view: View, actors: Sequence[Actor]) -> Traits:
    rows = [view.of(actor) for actor in actors]
    return Traits(
        np.array(view.alone(), dtype=np.float32),
        np.array([said for said, _ in rows], dtype=np.float32),
        np.array(view.words(), dtype=np.int32),
        np.array([beside for _, beside in rows], dtype=np.int32),
    )
