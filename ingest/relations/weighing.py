"""What the network thinks of a sentence, and of the candidates that the rules read in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from graph.model import Actor, EventClass
from ingest.breaths import PATTERN
from ingest.candidates import UNMISTAKABLE, Candidate
from ingest.checks import side
from ingest.networks import Matrix
from ingest.relations.network import CLASSES, Network
from ingest.relations.ruled import links
from ingest.relations.sentences import Sentence, numbered, sentence_of
from ingest.relations.views import View

Fact = tuple[EventClass, frozenset[str]]
"""A class and two sides, by their keys."""
_NEAR = {
    EventClass.CALL: EventClass.MEETING,
    EventClass.CONVENING: EventClass.MEETING,
    EventClass.SIGNING: EventClass.AGREEMENT,
}
"""Classes of which one may stand for the other."""
_TOLD = UNMISTAKABLE | {PATTERN}
"""Patterns of which the network knows little: a second verb for the same sides, borders."""
KEPT = 0.08
"""From which chance on an actor stays in an event of the rules."""


def near(kind: EventClass) -> EventClass:
    """The class itself, or the one that may stand for it."""
    return _NEAR.get(kind, kind)


def facts(kind: EventClass, actors: Iterable[Actor]) -> Iterator[Fact]:
    """What is told of each two sides, whoever speaks for them, by either of two near classes."""
    sides = dict.fromkeys(map(side, actors))
    return ((near(kind), frozenset(two)) for two in combinations(sides, 2))


_COLUMNS = {
    kind: [at for at, other in enumerate(CLASSES) if near(other) is near(kind)] for kind in CLASSES
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence with what the network says of it."""

    view: View
    sentence: Sentence
    scores: Matrix
    numbers: dict[tuple[str, str], tuple[int, int]]
    """Of the keys of two actors the number of their pair, and their direction in it."""

    @classmethod
    def all(cls, article: Iterable[View], network: Network) -> "list[Weighed]":
        """What the network says of the sentences of an article."""
        seen = list(article)
        asked = [
            (sentence_of(view.span, view.told.tree, network.codes, view.pairs), view.said)
            for view in seen
        ]
        scores = network.scores_of(asked)
        return [
            cls(view, sentence, chances, numbered(view.pairs))
            for view, (sentence, _), chances in zip(seen, asked, scores, strict=True)
        ]

    def chance(self, kind: EventClass, one: str, other: str) -> float | None:
        """How likely one did it to the other, by their keys; None where they are no pair."""
        if (one, other) not in self.numbers:
            return None
        number, turn = self.numbers[one, other]
        turns = (0, 1) if kind.symmetric else (turn,)
        return float(max(self.scores[number, t, at] for t in turns for at in _COLUMNS[kind]))

    def weigh(self, candidate: Candidate) -> bool:
        """Whether a candidate is likely enough, as far as its actors stand in this sentence.

        Who of its actors is not likely is taken out of it, but nobody out of a list of those who
        stand alike. Its confidence becomes the geometric mean of that of the rules and the chance.
        """
        span = self.view.span
        alien = not candidate.stands_in(span)
        if alien or candidate.besides or candidate.pattern in _TOLD:
            return True
        chances: dict[str, float] = {}
        for one, other in links(candidate):
            chance = self.chance(candidate.kind, one, other)
            if chance is not None:
                for key in (one, other):
                    chances[key] = max(chance, chances.get(key, 0.0))
        if chances:
            candidate.confidence = (candidate.confidence * max(chances.values())) ** 0.5
        if not chances or candidate.kind.symmetric:
            return True
        unlikely = {key for key, chance in chances.items() if chance < KEPT}
        if len(unlikely) == len(chances):
            return False
        candidate.drop([a for a in candidate.everybody() if a.key in unlikely])
        return True
