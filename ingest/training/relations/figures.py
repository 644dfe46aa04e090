"""How good the network is on held-out sentences, and from which chance on it is believed."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from ingest.relations.network import CLASSES, Matrix
from ingest.training.relations.examples import Example

RIGHT = 0.88
"""Share of what is told that has to be right, class by class."""
FEW = 10
"""Relations read from which a share can be told."""
NEVER = 1.0
_STEPS = tuple(round(0.5 + 0.05 * step, 2) for step in range(10))
Truths = npt.NDArray[np.bool_]


def table(examples: Sequence[Example], chances: Sequence[Matrix]) -> str:
    """Precision and recall over the relations of the sentences, as a Markdown table."""
    lines = [
        "| from chance | precision | recall | relations read |",
        "| ---: | ---: | ---: | ---: |",
    ]
    columns = list(_columns(examples, chances))
    wanted = np.concatenate([one for one, _ in columns])
    said = np.concatenate([one for _, one in columns])
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        read = said >= least
        right = int((read & wanted).sum())
        precision, recall = right / max(1, read.sum()), right / max(1, wanted.sum())
        lines.append(f"| {least} | {100 * precision:.1f} | {100 * recall:.1f} | {read.sum()} |")
    return "\n".join(lines) + "\n"


def thresholds(examples: Sequence[Example], chances: Sequence[Matrix]) -> list[float]:
    """For each class the least chance from which on enough is right; `NEVER` if there is none."""
    return [_least(wanted, said) for wanted, said in _columns(examples, chances)]


def _least(wanted: Truths, said: Matrix) -> float:
    for least in _STEPS:
        read = said >= least
        if read.sum() >= FEW and (read & wanted).sum() >= RIGHT * read.sum():
            return least
    return NEVER


def _columns(
    examples: Sequence[Example], chances: Sequence[Matrix]
) -> Iterator[tuple[Truths, Matrix]]:
    """Of each class what is wanted and how likely it is said to be, each relation once."""
    for at, kind in enumerate(CLASSES):
        turns = slice(0, 1) if kind.symmetric else slice(0, 2)
        wanted = [one.wanted[one.weights > 0][:, turns, at].ravel() > 0 for one in examples]
        said = [
            chance[one.weights > 0][:, turns, at].ravel()
            for one, chance in zip(examples, chances, strict=True)
        ]
        yield np.concatenate(wanted), np.concatenate(said)
