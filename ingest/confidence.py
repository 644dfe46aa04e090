"""Makes confidence mean what it says: of the events at 0.7, seven in ten are right.

The reader's first estimate comes from its rules; how often such an estimate is right was counted on
annotated texts and stands in ``data/lexicon/confidence.toml``. ``python -m ingest.calibration
GOLD.jsonl…`` counts again and writes the file.
"""

import functools
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby

from graph.errors import KnowledgeError

FILE = "lexicon/confidence.toml"
_LEAST = 25
"""Events in a step of the curve, at the least."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A rising curve from the estimate to the share that is right; straight between points."""

    points: tuple[tuple[float, float], ...]

    def __call__(self, estimate: float) -> float:
        """The probability that belongs to an estimate, 0 to 1.

        >>> Calibration(((0.5, 0.6), (0.9, 0.8)))(0.7)
        0.7
        """
        if not self.points:
            return estimate
        before = self.points[0]
        if estimate <= before[0]:
            return before[1]
        for point in self.points[1:]:
            if estimate <= point[0]:
                share = (estimate - before[0]) / (point[0] - before[0])
                return round(before[1] + share * (point[1] - before[1]), 3)
            before = point
        return before[1]


UNCHANGED = Calibration(())


def fit(judged: Iterable[tuple[float, bool]]) -> Calibration:
    """The curve for events with their estimates and whether each was right.

    Isotonic regression (pool adjacent violators) over steps of equal estimates.
    """
    steps: list[list[float]] = []  # sum of estimates, number right, number
    for estimate, same in groupby(sorted(judged), key=lambda each: each[0]):
        right = [one for _, one in same]
        steps.append([estimate * len(right), float(sum(right)), float(len(right))])
        while len(steps) > 1 and _falls(steps[-2], steps[-1]):
            last = steps.pop()
            steps[-1] = [a + b for a, b in zip(steps[-1], last, strict=True)]
    while len(steps) > 1 and steps[-1][2] < _LEAST:
        last = steps.pop()
        steps[-1] = [a + b for a, b in zip(steps[-1], last, strict=True)]
    return Calibration(
        tuple((round(total / n, 3), round((right + 1) / (n + 2), 3)) for total, right, n in steps)
    )


def _falls(before: Sequence[float], after: Sequence[float]) -> bool:
    return before[2] < _LEAST or before[1] / before[2] >= after[1] / after[2]


@functools.cache
def load_calibration() -> Calibration:
    """The shipped curve; raises `KnowledgeError` where the file does not hold a rising one."""
    table = tomllib.loads((files("data") / FILE).read_text(encoding="utf-8"))
    points = tuple((float(a), float(b)) for a, b in table.get("points", ()))
    if list(points) != sorted(points) or any(not 0 <= v <= 1 for p in points for v in p):
        raise KnowledgeError(f"data/{FILE}: points must rise, each between 0 and 1")
    return Calibration(points)
