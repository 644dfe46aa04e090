"""A small network that says which of several is meant: how likely each is, by its traits.

It was trained by `ingest.training.ranking`; here it is a few products of matrices.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ingest.networks import Matrix, Numbers, gelu


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
        return odds(self.said(told)[:, 0])

    def said(self, told: Traits) -> Matrix:
        """What the network says of each of those found: ``(found, answers)``, in logits."""
        w = self.weights
        asked = told.alone @ w["alone"] + w["shift"]
        for column, number in enumerate(told.numbers):
            asked = asked + w[f"number{column}"][number]
        state = told.found @ w["found"] + asked
        for column in range(told.beside.shape[1]):
            state += w[f"beside{column}"][told.beside[:, column]]
        out: Matrix = gelu(gelu(state) @ w["middle"] + w["middle.shift"]) @ w["say"]
        return out + w["say.shift"] if "say.shift" in w else out


def odds(said: Matrix) -> Matrix:
    """Logits as chances, which sum to 1 along the last axis."""
    raised = np.exp(said - said.max(axis=-1, keepdims=True))
    out: Matrix = raised / raised.sum(axis=-1, keepdims=True)
    return out
