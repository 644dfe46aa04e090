"""The network: from a sentence in numbers to how likely each relation of its actors is.

Each token starts from what its word, tag, relation and kind mean; three layers then mix in what
stands beside it, above it and below it in the parse. Of two actors the network looks at their
tokens, the path between them, its top, and what stands between them in the text. It was trained by
`ingest.training.relations`; here it is a few products of matrices.
"""

import functools
import json
import tomllib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.model import EventClass
from ingest.networks import Matrix, gelu, opened, weights_in
from ingest.relations.sentences import Codes, Meeting, Sentence

FOLDER = "relations"
CLASSES = tuple(EventClass)
"""The order of the classes in what the network says."""
NUMBERS = {kind: number for number, kind in enumerate(CLASSES)}
TURNS = 12
"""Rows of the table of turns, of which `turn` gives the number."""
STEPS = 11
"""The longest path that is told from longer ones."""

ALIKE = np.array([kind.symmetric for kind in CLASSES])
"""Of each class whether its parties stand alike."""


@dataclass(frozen=True, slots=True)
class Network:
    """The weights, ready to use, and the numbers of the words that they know."""

    codes: Codes
    weights: dict[str, Matrix]
    layers: int
    least: tuple[float, ...]
    """Of each class how likely a relation must be to be told."""

    def scores(self, sentence: Sentence, said: Matrix) -> Matrix:
        """How likely each relation is: shape ``(pairs, 2, classes)``.

        The first of the two is that the first actor of the pair did it to the other; of a class
        whose parties stand alike both are equal. ``said`` is that of the `View` of the sentence.
        """
        state = self._read(sentence)
        judged = self._judge(sentence, state, said)
        shape = (len(sentence.pairs), 2, len(CLASSES))
        out: Matrix = np.full(shape, -np.inf, dtype=np.float32)
        for at, meeting in enumerate(sentence.meetings):
            both = judged[2 * at : 2 * at + 2]
            np.maximum(out[meeting.pair], both, out=out[meeting.pair])
        out[:, :, ALIKE] = out[:, :, ALIKE].mean(axis=1, keepdims=True)
        return _chance(out)

    def _read(self, sentence: Sentence) -> Matrix:
        """What each token means where it stands: shape ``(tokens, width)``."""
        w = self.weights
        marks = sentence.marks
        state = w["words"][sentence.words] + w["start"]
        for column, name in enumerate(("tags", "relations", "kinds", "forms", "counts")):
            state += w[name][marks[:, column]]
        state += marks[:, 5:6] * w["present"]
        state = _normal(gelu(state), w["norm0.scale"], w["norm0.shift"])
        below = self._below(sentence.heads)
        for layer in range(self.layers):
            nothing = np.zeros_like(state[:1])
            around = np.concatenate(
                (
                    state,
                    np.concatenate((nothing, state[:-1])),
                    np.concatenate((state[1:], nothing)),
                    state[sentence.heads],
                    below @ state,
                ),
                axis=1,
            )
            mixed = around @ w[f"layer{layer}"] + w[f"layer{layer}.shift"]
            new, gate = np.split(mixed, 2, axis=1)
            scale, shift = w[f"norm{layer + 1}.scale"], w[f"norm{layer + 1}.shift"]
            state = _normal(state + new * _chance(gate), scale, shift)
        return state

    @staticmethod
    def _below(heads: npt.NDArray[np.int32]) -> Matrix:
        """The mean over what hangs on each token, as a matrix."""
        size = len(heads)
        at = np.arange(size)
        under = np.zeros((size, size), dtype=np.float32)
        own = heads != at
        under[heads[own], at[own]] = 1
        below: Matrix = under / np.maximum(under.sum(axis=1, keepdims=True), 1)
        return below

    def _judge(self, sentence: Sentence, state: Matrix, said: Matrix) -> Matrix:
        """Of each meeting of two mentions both directions, one after the other."""
        w = self.weights
        rows = []
        turns, steps, groups = [], [], []
        for meeting in sentence.meetings:
            here, there = state[meeting.here], state[meeting.there]
            first, last = sorted((meeting.here, meeting.there))
            shared = (
                state[meeting.top],
                state[list(meeting.path)].max(axis=0),
                state[first : last + 1].max(axis=0),
                here * there,
            )
            rows.append(np.concatenate((here, there, *shared)))
            rows.append(np.concatenate((there, here, *shared)))
            turns += [turn(meeting), turn(meeting, back=True)]
            steps += [min(len(meeting.path), STEPS)] * 2
            groups += [2 * meeting.pair, 2 * meeting.pair + 1]
        beside = said.reshape(2 * len(sentence.pairs), -1)[groups]
        seen = np.concatenate(
            (np.array(rows), w["turns"][turns], w["steps"][steps], beside), axis=1
        )
        return gelu(seen @ w["pair"] + w["pair.shift"]) @ w["classes"] + w["classes.shift"]


def turn(meeting: Meeting, *, back: bool = False) -> int:
    """How far the second mention stands behind the first one, or before it, in rough steps."""
    away = meeting.there - meeting.here
    away = -away if back else away
    if away == 0:
        return 0
    return 1 + min(4, abs(away).bit_length() - 1) + (5 if away < 0 else 0)


def _chance(values: Matrix) -> Matrix:
    out: Matrix = np.float32(1) / (np.float32(1) + np.exp(-values))
    return out


def _normal(values: Matrix, scale: Matrix, shift: Matrix) -> Matrix:
    middle = values.mean(axis=1, keepdims=True)
    apart = values - middle
    spread = np.sqrt((apart * apart).mean(axis=1, keepdims=True) + 1e-5)
    out: Matrix = apart / spread * scale + shift
    return out


@functools.cache
def load_network() -> Network:
    """The network that is shipped; raises `KnowledgeError` where its files cannot be used."""
    with opened(FOLDER) as folder:
        weights = weights_in(folder)
        known = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
        codes = Codes(
            words={word: number for number, word in enumerate(known["words"], 2)},
            **{
                name: {word: number for number, word in enumerate(known[name], 1)}
                for name in ("tags", "relations", "kinds", "forms")
            },
        )
        least = tomllib.loads((folder / "thresholds.toml").read_text(encoding="utf-8"))
        bounds = tuple(float(least[kind.value]) for kind in CLASSES)
        layers = sum(name.startswith("layer") and "." not in name for name in weights)
        return Network(codes, weights, layers, bounds)
