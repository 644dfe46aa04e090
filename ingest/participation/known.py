"""What is known of the actors of an article, whichever of its events is looked at."""

from collections.abc import Sequence

from graph.model import Actor, ActorClass, EventClass
from ingest.checks import side
from ingest.folding import last_word
from ingest.participation.roll import Line, Reported, Roll
from ingest.relations.weighing import Weighed
from ingest.triggers import Grammar

Said = list[float]
FAR = 99
"""What passes all bounds."""
_KINDS = tuple(ActorClass)
_STEPS = (0, 1, 2, 3, 5, 9)
STEPS = len(_STEPS)


def step(number: float, bounds: Sequence[int] = _STEPS) -> Said:
    """Which of the bounds a number does not pass."""
    return [float(number <= bound) for bound in bounds]


class Known:
    """An article, its actors and its events."""

    def __init__(
        self,
        roll: Roll,
        events: Sequence[Reported],
        weighed: Sequence[Weighed],
        grammar: Grammar,
    ) -> None:
        """``weighed`` holds what the network of relations says of the sentences."""
        self.roll, self.events = roll, events
        self._scores: dict[tuple[int, int], Weighed] = {
            (id(each.view.told), each.view.span.start): each for each in weighed
        }
        gathered = grammar.gatherings | grammar.sessions
        self.gathered = [
            any(line.told.tree.lemma(token) in gathered for token in line.span)
            for line in roll.lines
        ]
        self.often = sorted(roll.at, key=lambda key: -len(roll.at[key]))
        self._rank = {key: at for at, key in enumerate(self.often)}
        self._persons: dict[str, int] = {}
        for actor in roll.actors.values():
            if actor.kind is ActorClass.PERSON:
                self._persons[side(actor)] = self._persons.get(side(actor), 0) + 1
        self._general: dict[str, Said] = {}
        self.by_party: dict[str, list[tuple[int, Reported, frozenset[str]]]] = {}
        """Of each actor the events, each with its sentence and the keys of its parties."""
        for each in events:
            if each.reports and each.whole:
                parties = frozenset(actor.key for actor in each.event.actors())
                here = each.reports[0].line.number
                for key in parties:
                    self.by_party.setdefault(key, []).append((here, each, parties))

    def in_general(self, actor: Actor) -> Said:
        """What an actor is in the article, whatever the event."""
        if actor.key not in self._general:
            self._general[actor.key] = self._told_of(actor)
        return self._general[actor.key]

    def _told_of(self, actor: Actor) -> Said:
        at = self.roll.at.get(actor.key, ())
        mine = side(actor)
        persons = self._persons.get(mine, 0) - (actor.kind is ActorClass.PERSON)
        return [
            *(actor.kind is kind for kind in _KINDS),
            actor.represents is not None,
            bool(actor.offices),
            *step(len(at)),
            *step(self._rank.get(actor.key, FAR)),
            bool(at) and at[0] == 0,
            *step(at[0] if at else FAR),
            last_word(actor.label) in self.roll.title,
            persons > 0,
            persons > 1,
            len(self.roll.at.get(mine, ())) > 0,
        ]

    def chance(self, line: Line, kind: EventClass, one: str, other: str) -> float:
        """How likely one did it to the other by the network of relations."""
        weighed = self._scores.get((id(line.told), line.span.start))
        said = weighed.chance(kind, one, other) if weighed is not None else None
        return said or 0.0
