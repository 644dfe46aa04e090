"""What the rules say of each pair of actors of a sentence, in numbers, for the network to weigh."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from graph.model import EventClass, Role
from ingest.candidates import Candidate
from ingest.relations.context import KNOWN
from ingest.relations.network import CLASSES
from ingest.relations.sentences import Matrix, Pair

SAID = 5 * len(CLASSES) + KNOWN
"""Numbers that say what the rules tell of a pair, in one direction."""
_AT = {kind: number for number, kind in enumerate(CLASSES)}
Link = tuple[EventClass, str, str, float]


@dataclass(slots=True)
class Rulings:
    """What the rules tell of whom, by the keys of the actors."""

    between: dict[tuple[str, str], list[tuple[int, float]]] = field(default_factory=dict)
    doing: dict[str, list[tuple[int, float]]] = field(default_factory=dict)
    done: dict[str, list[tuple[int, float]]] = field(default_factory=dict)

    def add(self, candidate: Candidate) -> None:
        """Takes in what one candidate tells."""
        for kind, one, other, sure in links(candidate):
            said = (_AT[kind], sure)
            self.between.setdefault((one, other), []).append(said)
            self.doing.setdefault(one, []).append(said)
            self.done.setdefault(other, []).append(said)


def links(candidate: Candidate) -> Iterator[Link]:
    """Who does what to whom by a candidate, by their keys, and how sure it is."""
    sure = candidate.confidence
    sources, targets = candidate.of(Role.SOURCE), candidate.of(Role.TARGET)
    others = candidate.of(Role.PARTICIPANT)
    aims = targets if candidate.kind.symmetric else [*targets, *others]
    for one in sources:
        for other in aims:
            yield candidate.kind, one.key, other.key, sure
    if candidate.kind.symmetric or not sources:
        everybody = others if not candidate.kind.symmetric else candidate.everybody()
        for one in everybody:
            for other in everybody:
                if one is not other:
                    yield candidate.kind, one.key, other.key, sure


def ruled(
    pairs: Sequence[Pair], candidates: Iterable[Candidate], before: Rulings | None = None
) -> Matrix:
    """What the rules say of each pair: shape ``(pairs, 2, 5 * classes)``.

    Of each direction: that the first did it to the second, that the second did it to the first,
    that the first did it to anybody, that anybody did it to the second; and that the first did it
    to the second in a sentence ``before``.
    """
    here = Rulings()
    for candidate in candidates:
        here.add(candidate)
    out = np.zeros((len(pairs), 2, SAID), dtype=np.float32)
    for number, pair in enumerate(pairs):
        for turn, (one, other) in enumerate(
            ((pair.one.key, pair.other.key), (pair.other.key, pair.one.key))
        ):
            row = out[number, turn]
            for at, rows in enumerate(
                (
                    here.between.get((one, other)),
                    here.between.get((other, one)),
                    here.doing.get(one),
                    here.done.get(other),
                    before.between.get((one, other)) if before is not None else None,
                )
            ):
                for kind, sure in rows or ():
                    row[at * len(CLASSES) + kind] = max(row[at * len(CLASSES) + kind], sure)
    return out
