"""The network: from a sentence in numbers to how likely each relation of its actors is.

Each token starts from what its word, tag, relation and kind mean; three layers then mix in what
stands beside it, above it and below it in the parse. Of two actors the network looks at their
tokens, the path between them, its top, and what stands between them in the text. It was trained by
`ingest.training.relations`; here it is a few products of matrices.
"""

import functools
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from graph.model import EventClass
from ingest.networks import Matrix, Numbers, gelu, numbered, opened, weights_in, words_in
from ingest.relations.sentences import UNKNOWN, Codes, Meeting, Sentence

Indices = npt.NDArray[np.intp]
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
        """How likely each relation is: shape ``(pairs, 2, classes)``; see `scores_of`."""
        return self.scores_of([(sentence, said)])[0]

    def scores_of(self, sentences: Sequence[tuple[Sentence, Matrix]]) -> list[Matrix]:
        """How likely each relation is, a sentence: shape ``(pairs, 2, classes)``.

        The first of the two is that the first actor of the pair did it to the other; of a class
        whose parties stand alike both are equal. With each sentence stands what is said of its
        pairs, as in `View`.
        """
        if not sentences:
            return []
        text = _Text.of([sentence for sentence, _ in sentences])
        state = self._read(text)
        beside = np.concatenate([said.reshape(2 * len(said), -1) for _, said in sentences])
        judged = self._judge(text, state, beside)
        out: Matrix = np.full((len(beside), len(CLASSES)), -np.inf, dtype=np.float32)
        np.maximum.at(out, text.groups, judged)
        shaped = out.reshape(-1, 2, len(CLASSES))
        shaped[:, :, ALIKE] = shaped[:, :, ALIKE].mean(axis=1, keepdims=True)
        ends = np.cumsum([len(said) for _, said in sentences])[:-1]
        return np.split(_chance(shaped), ends)

    def _read(self, text: "_Text") -> Matrix:
        """What each token means where it stands: shape ``(tokens, width)``."""
        w = self.weights
        state = w["words"][text.words] + w["start"]
        for column, name in enumerate(("tags", "relations", "kinds", "forms", "counts")):
            state += w[name][text.marks[:, column]]
        state += text.marks[:, 5:6] * w["present"]
        state = _normal(gelu(state), w["norm0.scale"], w["norm0.shift"])
        size, width = state.shape
        around = np.empty((size, 5 * width), dtype=np.float32)
        for layer in range(self.layers):
            around[:, :width] = state
            around[1:, width : 2 * width] = state[:-1]
            around[text.firsts, width : 2 * width] = 0
            around[:-1, 2 * width : 3 * width] = state[1:]
            around[text.lasts, 2 * width : 3 * width] = 0
            around[:, 3 * width : 4 * width] = state[text.heads]
            around[:, 4 * width :] = 0
            if len(text.below):
                below = np.add.reduceat(state[text.below], text.starts, axis=0)
                around[text.above, 4 * width :] = below / text.counts
            mixed = around @ w[f"layer{layer}"]
            mixed += w[f"layer{layer}.shift"]
            new, gate = mixed[:, :width], mixed[:, width:]
            scale, shift = w[f"norm{layer + 1}.scale"], w[f"norm{layer + 1}.shift"]
            new *= _chance(gate)
            new += state
            state = _normal(new, scale, shift)
        return state

    def _judge(self, text: "_Text", state: Matrix, beside: Matrix) -> Matrix:
        """Of each meeting of two mentions both directions, one after the other."""
        w = self.weights
        here, there = state[text.here], state[text.there]
        shared = (
            state[text.tops],
            np.maximum.reduceat(state[text.path], text.path_starts, axis=0),
            np.maximum.reduceat(state[text.between], text.between_starts, axis=0),
            here * there,
        )
        there_and_back = ((here, there, *shared), (there, here, *shared))
        seen = np.stack([np.concatenate(each, axis=1) for each in there_and_back], axis=1)
        rows = seen.reshape(2 * len(here), -1)
        known = (rows, w["turns"][text.turns], w["steps"][text.steps], beside[text.groups])
        judged = np.concatenate(known, axis=1) @ w["pair"]
        judged += w["pair.shift"]
        out: Matrix = gelu(judged) @ w["classes"] + w["classes.shift"]
        return out


@dataclass(frozen=True, slots=True)
class _Text:
    """Several sentences behind one another, in columns."""

    words: Numbers
    marks: Numbers
    heads: Indices
    firsts: Indices
    lasts: Indices
    """The first and the last token of each sentence."""
    below: Indices
    """The tokens that hang on others, by those others."""
    above: Indices
    """On which they hang, each once."""
    starts: Indices
    """Where in ``below`` begins what hangs on each of those."""
    counts: Matrix
    """How many hang on each: shape ``(above, 1)``."""
    here: Indices
    there: Indices
    tops: Indices
    path: Indices
    path_starts: Indices
    between: Indices
    between_starts: Indices
    turns: Indices
    """Of each meeting both ways, as the two columns that follow."""
    steps: Indices
    groups: Indices
    """The pair of each, and the direction in it."""

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> "_Text":
        """These sentences in columns."""
        sizes = [len(sentence.words) for sentence in sentences]
        ends = np.cumsum(sizes, dtype=np.intp)
        firsts = ends - sizes
        heads = np.concatenate([s.heads + at for s, at in zip(sentences, firsts, strict=True)])
        own = np.flatnonzero(heads != np.arange(len(heads)))
        below = own[np.argsort(heads[own], kind="stable")]
        above, starts, counts = np.unique(heads[below], return_index=True, return_counts=True)
        met: list[Meeting] = []
        begin: list[int] = []
        turns: list[int] = []
        groups: list[int] = []
        pairs = 0
        for sentence, at in zip(sentences, firsts.tolist(), strict=True):
            met += sentence.meetings
            begin += [at] * len(sentence.meetings)
            for meeting in sentence.meetings:
                turns += (turn(meeting), turn(meeting, back=True))
                groups += (2 * (pairs + meeting.pair), 2 * (pairs + meeting.pair) + 1)
            pairs += len(sentence.pairs)
        base = np.array(begin)
        here, there = (np.array([getattr(m, n) for m in met]) for n in ("here", "there"))
        spans = zip(np.minimum(here, there).tolist(), np.maximum(here, there).tolist(), strict=True)
        paths = [[at + token for token in m.path] for m, at in zip(met, begin, strict=True)]
        between = [range(at + a, at + b + 1) for (a, b), at in zip(spans, begin, strict=True)]
        return cls(
            np.concatenate([sentence.words for sentence in sentences]),
            np.concatenate([sentence.marks for sentence in sentences]),
            heads,
            firsts,
            ends - 1,
            below,
            above,
            starts,
            counts[:, None].astype(np.float32),
            here + base,
            there + base,
            np.array([m.top for m in met]) + base,
            *_joined(paths),
            *_joined(between),
            np.array(turns),
            np.repeat([min(len(m.path), STEPS) for m in met], 2),
            np.array(groups),
        )


def _joined(parts: Sequence[Sequence[int]]) -> tuple[Indices, Indices]:
    """The numbers of all parts, and where each part begins."""
    sizes = np.array([len(part) for part in parts])
    return np.fromiter(chain.from_iterable(parts), dtype=np.int64), np.cumsum(
        sizes, dtype=np.intp
    ) - sizes


def turn(meeting: Meeting, *, back: bool = False) -> int:
    """How far the second mention stands behind the first one, or before it, in rough steps."""
    away = meeting.there - meeting.here
    away = -away if back else away
    if away == 0:
        return 0
    return 1 + min(4, abs(away).bit_length() - 1) + (5 if away < 0 else 0)


def _chance(values: Matrix) -> Matrix:
    out: Matrix = np.negative(values)
    np.exp(out, out=out)
    out += np.float32(1)
    np.divide(np.float32(1), out, out=out)
    return out


def _normal(values: Matrix, scale: Matrix, shift: Matrix) -> Matrix:
    apart: Matrix = values - values.mean(axis=1, keepdims=True)
    spread = np.sqrt((apart * apart).mean(axis=1, keepdims=True) + 1e-5)
    apart /= spread
    apart *= scale
    apart += shift
    return apart


@functools.cache
def load_network() -> Network:
    """The network that is shipped; raises `KnowledgeError` where its files cannot be used."""
    with opened(FOLDER) as folder:
        weights = weights_in(folder)
        known = words_in(folder)
        marks = {name: numbered(known[name]) for name in ("tags", "relations", "kinds", "forms")}
        codes = Codes(words=numbered(known["words"], UNKNOWN + 1), **marks)
        least = tomllib.loads((folder / "thresholds.toml").read_text(encoding="utf-8"))
        bounds = tuple(float(least[kind.value]) for kind in CLASSES)
        layers = sum(name.startswith("layer") and "." not in name for name in weights)
        return Network(codes, weights, layers, bounds)
