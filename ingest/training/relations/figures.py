"""How good the network is on held-out sentences, and from which chance on it is believed."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from ingest.networks import Matrix
from ingest.relations.network import CLASSES
from ingest.training.relations.examples import Example

RIGHT = 0.8
"""Share of what is told beside the rules that has to be right, class by class."""
FEW = 10
"""Relations read from which a share can be told."""
NEVER = 1.0
_STEPS = tuple(round(0.3 + 0.05 * step, 2) for step in range(14))
Truths = npt.NDArray[np.bool_]


def table(examples: Sequence[Example], chances: Sequence[Matrix]) -> str:
    """Precision and recall over the relations of the sentences, as a Markdown table."""
    lines = [
        "| from chance | precision | recall | F1 | relations read |",
        "| :--- | ---: | ---: | ---: | ---: |",
    ]
    columns = list(_columns(examples, chances))
    wanted, by_rules = (np.concatenate([each[at] for each in columns]) for at in (0, 2))
    said = np.concatenate([each[1] for each in columns])
    reads = [(f"{least}", said >= least) for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)]
    for name, read in [("the rules alone", by_rules), *reads]:
        right = int((read & wanted).sum())
        precision, recall = right / max(1, read.sum()), right / max(1, wanted.sum())
        both = 2 * precision * recall / max(1e-9, precision + recall)
        shares = " | ".join(f"{100 * share:.1f}" for share in (precision, recall, both))
        lines.append(f"| {name} | {shares} | {read.sum()} |")
    return "\n".join(lines) + "\n"


def thresholds(examples: Sequence[Example], chances: Sequence[Matrix]) -> list[float]:
    """For each class the least chance from which on enough is right of what the rules do not tell.

    It is never below that of all classes together, which also holds for a class of which too little
    is read; `NEVER` stands where there is none.
    """
    columns = _columns(examples, chances)
    new = [(wanted[~by_rules], said[~by_rules]) for wanted, said, by_rules in columns]
    together = _least(np.concatenate([w for w, _ in new]), np.concatenate([s for _, s in new]))
    return [
        max(together, _least(wanted, said)) if (said >= together).sum() >= FEW else together
        for wanted, said in new
    ]


def _least(wanted: Truths, said: Matrix) -> float:
    for least in _STEPS:
        read = said >= least
        if read.sum() >= FEW and (read & wanted).sum() >= RIGHT * read.sum():
            return least
    return NEVER


def _columns(
    examples: Sequence[Example], chances: Sequence[Matrix]
) -> Iterator[tuple[Truths, Matrix, Truths]]:
    """Of each class what is wanted, how likely it is said to be, and whether the rules tell it.

    Each relation stands once.
    """
    for at, kind in enumerate(CLASSES):
        turns = slice(0, 1) if kind.symmetric else slice(0, 2)
        rows = [one.weights > 0 for one in examples]
        everything = list(zip(examples, chances, rows, strict=True))
        wanted = [one.wanted[row][:, turns, at].ravel() > 0 for one, _, row in everything]
        said = [chance[row][:, turns, at].ravel() for _, chance, row in everything]
        ruled = [one.said[row][:, turns, at].ravel() > 0 for one, _, row in everything]
        yield np.concatenate(wanted), np.concatenate(said), np.concatenate(ruled)
