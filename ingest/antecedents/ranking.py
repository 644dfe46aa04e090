"""The network: how likely each antecedent of a mention is.

It was trained by `ingest.training.antecedents`; here it is a few products of matrices.
"""

import functools
import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np

from graph.errors import KnowledgeError
from ingest.antecedents.traits import Codes, Matrix, Traits

FOLDER = "antecedents"


@dataclass(frozen=True, slots=True)
class Ranking:
    """The weights, ready to use, and the words that they know."""

    codes: Codes
    weights: dict[str, Matrix]

    def chances(self, told: Traits) -> Matrix:
        """How likely each of the antecedents is; they sum to 1."""
        w = self.weights
        alone = told.mention @ w["mention"] + w["shift"]
        for number, name in zip(told.words, ("word", "before", "behind", "office"), strict=True):
            alone = alone + w[name][number]
        state = told.found @ w["found"] + alone
        state += w["last.before"][told.beside[:, 0]] + w["last.behind"][told.beside[:, 1]]
        state = _gelu(state)
        state = _gelu(state @ w["middle"] + w["middle.shift"])
        said = (state @ w["say"])[:, 0]
        odds = np.exp(said - said.max())
        out: Matrix = odds / odds.sum()
        return out


def _gelu(values: Matrix) -> Matrix:
    out: Matrix = (
        0.5 * values * (1 + np.tanh(0.7978845608 * values * (1 + 0.044715 * values * values)))
    )
    return out


@functools.cache
def load_ranking() -> Ranking:
    """The network that is shipped; raises `KnowledgeError` where its files cannot be used."""
    folder = Path(str(files("data") / FOLDER))
    try:
        with np.load(folder / "weights.npz") as held:
            weights = {name: held[name].astype(np.float32) for name in held.files}
        known = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError) as error:
        raise KnowledgeError(
            f"{folder}: the network cannot be read ({error}); install the package again, or train "
            "it with `make antecedents`"
        ) from error
    return Ranking(codes_of(known["words"], known["offices"]), weights)


def codes_of(words: list[str], offices: list[str]) -> Codes:
    """Numbers for words and kinds of offices, in their order, from 1."""
    return Codes(
        {word: number for number, word in enumerate(words, 1)},
        {office: number for number, office in enumerate(offices, 1)},
    )
