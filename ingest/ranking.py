"""A small network that says which of several is meant: how likely each is, by its traits.

It was trained by `ingest.training.ranking`; here it is a few products of matrices.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.errors import KnowledgeError

Matrix = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Traits:
    """What is asked, and those among whom the answer is, in numbers."""

    alone: Matrix
    """What is asked: shape ``(traits,)``."""
    found: Matrix
    """What each of those is to it: ``(found, traits)``."""
    numbers: Numbers
    """Numbers of the words of what is asked: ``(words,)``."""
    beside: Numbers
    """Numbers of the words of each of those: ``(found, words)``."""

    @classmethod
    def of(cls, alone: list[float], found: list[list[float]]) -> "Traits":
        """Traits without words."""
        return cls(
            np.array(alone, dtype=np.float32),
            np.array(found, dtype=np.float32),
            np.zeros(0, dtype=np.int32),
            np.zeros((len(found), 0), dtype=np.int32),
        )


@dataclass(frozen=True, slots=True)
class Ranking:
    """The weights, ready to use."""

    weights: Mapping[str, Matrix]

    def chances(self, told: Traits) -> Matrix:
        """How likely each of those found is; they sum to 1."""
        w = self.weights
        asked = told.alone @ w["alone"] + w["shift"]
        for column, number in enumerate(told.numbers):
            asked = asked + w[f"number{column}"][number]
        state = told.found @ w["found"] + asked
        for column in range(told.beside.shape[1]):
            state += w[f"beside{column}"][told.beside[:, column]]
        state = _gelu(_gelu(state) @ w["middle"] + w["middle.shift"])
        said = (state @ w["say"])[:, 0]
        odds = np.exp(said - said.max())
        out: Matrix = odds / odds.sum()
        return out


def _gelu(values: Matrix) -> Matrix:
    out: Matrix = (
        0.5 * values * (1 + np.tanh(0.7978845608 * values * (1 + 0.044715 * values * values)))
    )
    return out


def shipped(folder: str) -> tuple[Ranking, dict[str, Any]]:
    """The network of a folder of ``data``, and the words that it knows.

    Raises `KnowledgeError` where its files cannot be used.
    """
    path = Path(str(files("data") / folder))
    try:
        with np.load(path / "weights.npz") as held:
            weights = {name: held[name].astype(np.float32) for name in held.files}
        known: dict[str, Any] = {}
        if (path / "vocabulary.json").exists():
            known = json.loads((path / "vocabulary.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KnowledgeError(
            f"{path}: the network cannot be read ({error}); install the package again, or train "
            f"it with `make {folder}`"
        ) from error
    return Ranking(weights), known
