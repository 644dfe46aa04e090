"""What the rules say of each pair of actors of a sentence, in numbers, for the network to weigh."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import permutations

import numpy as np

from graph.model import Role
from ingest.candidates import Candidate
from ingest.networks import Matrix
from ingest.relations.network import CLASSES, NUMBERS
from ingest.relations.sentences import Pair, numbered

RULED = 5 * len(CLASSES)
"""Numbers that say what the rules tell of a pair, in one direction."""
Said = list[tuple[int, float]]
"""Numbers of classes, and how sure each is."""


@dataclass(slots=True)
class Rulings:
    """What the rules tell of whom, by the keys of the actors."""

    between: dict[tuple[str, str], Said] = field(default_factory=dict)
    doing: dict[str, Said] = field(default_factory=dict)
    done: dict[str, Said] = field(default_factory=dict)

    def add(self, candidate: Candidate) -> None:
        """Takes in what one candidate tells."""
        said = (NUMBERS[candidate.kind], candidate.confidence)
        for one, other in links(candidate):
            self.between.setdefault((one, other), []).append(said)
            self.doing.setdefault(one, []).append(said)
            self.done.setdefault(other, []).append(said)


def links(candidate: Candidate) -> Iterator[tuple[str, str]]:
    """Who does it to whom by a candidate, by their keys; who stand alike, in both directions."""
    sources, others = candidate.of(Role.SOURCE), candidate.of(Role.PARTICIPANT)
    if candidate.kind.symmetric or not sources:
        everybody = candidate.everybody() if candidate.kind.symmetric else others
        for one, other in permutations(everybody, 2):
            yield one.key, other.key
    else:
        for one in sources:
            for other in (*candidate.of(Role.TARGET), *others):
                yield one.key, other.key


def ruled(pairs: Sequence[Pair], candidates: Iterable[Candidate], before: Rulings) -> Matrix:
    """What the rules say of each pair: shape ``(pairs, 2, RULED)``.

    Of each direction: that the first did it to the second, that the second did it to the first,
    that the first did it to anybody, that anybody did it to the second; and that the first did it
    to the second in a sentence ``before``.
    """
    here = Rulings()
    for candidate in candidates:
        here.add(candidate)
    out = np.zeros((len(pairs), 2, RULED), dtype=np.float32)
    for (one, other), (number, turn) in numbered(pairs).items():
        row = out[number, turn]
        parts = (
            here.between.get((one, other)),
            here.between.get((other, one)),
            here.doing.get(one),
            here.done.get(other),
            before.between.get((one, other)),
        )
        for part, said in enumerate(parts):
            for kind, sure in said or ():
                at = part * len(CLASSES) + kind
                row[at] = max(row[at], sure)
    return out
