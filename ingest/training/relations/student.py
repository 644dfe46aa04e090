"""The network as it learns, in PyTorch; `ingest.relations.network` does the same in NumPy."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from ingest.networks import Matrix
from ingest.relations.network import CLASSES, STEPS, TURNS, turn
from ingest.relations.sentences import UNKNOWN, Codes
from ingest.relations.views import SAID
from ingest.training.relations.examples import Example

MEANING = 64
"""Numbers that say what a word means."""
WIDTH = 128
LAYERS = 3
EPOCHS = 8
BATCH = 32
RATE = 2e-3
FORGOTTEN = 0.1
"""Share of the words that the network does not get to see."""
_COLUMNS = (("tags", 16), ("relations", 24), ("kinds", 16), ("forms", 8), ("counts", 4))
_ALIKE = torch.tensor([kind.symmetric for kind in CLASSES])


@dataclass(frozen=True, slots=True)
class Packed:
    """An example as tensors can be made of it at once."""

    columns: tuple[np.ndarray, ...]
    """Words, marks, heads, who hangs on whom, and the meetings with their paths."""
    size: int
    pairs: int
    said: Matrix
    """What is said of each pair beside its words, one direction after the other."""


class Student(nn.Module):
    """The network."""

    def __init__(self, codes: Codes, vectors: Matrix) -> None:
        super().__init__()
        self.words = nn.Embedding(len(codes.words) + 2, MEANING)
        self.words.weight.data[2:] = torch.from_numpy(vectors)
        sizes = {
            "tags": len(codes.tags) + 1,
            "relations": len(codes.relations) + 1,
            "kinds": len(codes.kinds) + 1,
            "forms": len(codes.forms) + 1,
            "counts": 4,
        }
        self.marks = nn.ModuleList(nn.Embedding(sizes[name], size) for name, size in _COLUMNS)
        self.start = nn.Linear(MEANING + sum(size for _, size in _COLUMNS) + 1, WIDTH)
        self.layers = nn.ModuleList(nn.Linear(5 * WIDTH, 2 * WIDTH) for _ in range(LAYERS))
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(LAYERS + 1))
        self.turns, self.steps = nn.Embedding(TURNS, 8), nn.Embedding(STEPS + 1, 8)
        self.pair = nn.Linear(6 * WIDTH + 16 + SAID, WIDTH)
        self.say = nn.Linear(WIDTH, len(CLASSES))
        self.drop = nn.Dropout(0.3)

    def forward(self, batch: Sequence[Packed]) -> torch.Tensor:
        """Logits: shape ``(pairs of all sentences, 2, classes)``."""
        (
            words,
            marks,
            heads,
            over,
            under,
            mask,
            here,
            there,
            top,
            on,
            path,
            over_,
            between,
            turns,
            steps,
            group,
        ) = _joined(batch)
        if self.training:
            hidden = (torch.rand(words.shape) < FORGOTTEN) & (words > 0)
            words = torch.where(hidden, torch.full_like(words, UNKNOWN), words)
        known = [table(marks[:, column]) for column, table in enumerate(self.marks)]
        seen = torch.cat([self.words(words), *known, marks[:, 5:6].float()], dim=1)
        state = self.norms[0](_gelu(self.start(self.drop(seen)))) * mask
        fewer = torch.bincount(over, minlength=len(words)).clamp(min=1).float()[:, None]
        for layer, norm in zip(self.layers, self.norms[1:], strict=True):
            nothing = torch.zeros_like(state[:1])
            below = torch.zeros_like(state).index_add(0, over, state[under]) / fewer
            around = torch.cat(
                [
                    state,
                    torch.cat([nothing, state[:-1]]),
                    torch.cat([state[1:], nothing]),
                    state[heads],
                    below,
                ],
                dim=1,
            )
            new, gate = layer(self.drop(around)).chunk(2, dim=1)
            state = norm(state + new * torch.sigmoid(gate)) * mask
        shared = [
            state[top],
            _most(state[path], on, len(here)),
            _most(state[between], over_, len(here)),
            state[here] * state[there],
        ]
        seen = [state[here], state[there], *shared, self.turns(turns), self.steps(steps)]
        beside = torch.from_numpy(np.concatenate([one.said for one in batch]))
        pair = torch.cat([self.drop(torch.cat(seen, 1)), beside[group]], 1)
        said = self.say(self.drop(_gelu(self.pair(pair))))
        both = _most(said, group, 2 * sum(one.pairs for one in batch)).view(-1, 2, len(CLASSES))
        return torch.where(_ALIKE, both.mean(dim=1, keepdim=True), both)

    def weights(self) -> dict[str, Matrix]:
        """The weights as the network in NumPy takes them."""
        held = {name: value.detach().numpy() for name, value in self.state_dict().items()}
        start = held["start.weight"].T
        out = {"words": held["words.weight"] @ start[:MEANING], "start": held["start.bias"]}
        at = MEANING
        for column, (name, size) in enumerate(_COLUMNS):
            out[name] = held[f"marks.{column}.weight"] @ start[at : at + size]
            at += size
        out["present"] = start[at:]
        for number in range(LAYERS + 1):
            out[f"norm{number}.scale"] = held[f"norms.{number}.weight"]
            out[f"norm{number}.shift"] = held[f"norms.{number}.bias"]
        for number in range(LAYERS):
            out[f"layer{number}"] = held[f"layers.{number}.weight"].T
            out[f"layer{number}.shift"] = held[f"layers.{number}.bias"]
        out["turns"], out["steps"] = held["turns.weight"], held["steps.weight"]
        out["pair"], out["pair.shift"] = held["pair.weight"].T, held["pair.bias"]
        out["classes"], out["classes.shift"] = held["say.weight"].T, held["say.bias"]
        return out


def trained(examples: Sequence[Example], codes: Codes, vectors: Matrix) -> Student:
    """A network that has learned what is wanted of the examples."""
    torch.manual_seed(0)
    chosen = random.Random(0)  # noqa: S311 - no secret
    model = Student(codes, vectors)
    optimiser = torch.optim.AdamW(model.parameters(), RATE, weight_decay=0.02)
    rows = [
        (packed(one), torch.from_numpy(one.wanted), torch.from_numpy(one.weights))
        for one in examples
    ]
    steps = EPOCHS * (len(rows) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps, pct_start=0.1)
    model.train()
    for epoch in range(EPOCHS):
        chosen.shuffle(rows)
        total = 0.0
        for at in range(0, len(rows), BATCH):
            batch = rows[at : at + BATCH]
            said = model([one for one, _, _ in batch])
            loss = functional.binary_cross_entropy_with_logits(
                said, torch.cat([want for _, want, _ in batch]), reduction="none"
            )
            loss = (loss * torch.cat([w for _, _, w in batch])[:, None, None]).sum() / len(batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total * BATCH / len(rows):.3f}", flush=True)
    model.eval()
    return model


def packed(example: Example) -> Packed:
    """The example with its tokens and meetings in columns; one empty token closes it."""
    sentence = example.sentence
    size = len(sentence.words)
    own = [at for at in range(size) if sentence.heads[at] != at]
    meetings = [(m, back) for m in sentence.meetings for back in (False, True)]
    here = [m.there if back else m.here for m, back in meetings]
    there = [m.here if back else m.there for m, back in meetings]
    spans = [range(min(m.here, m.there), max(m.here, m.there) + 1) for m, _ in meetings]
    columns = (
        np.append(sentence.words, 0),
        np.vstack([sentence.marks, np.zeros((1, 6), dtype=np.int32)]),
        np.append(sentence.heads, size),
        sentence.heads[own],
        own,
        np.append(np.ones(size), 0),
        here,
        there,
        [m.top for m, _ in meetings],
        [number for number, (m, _) in enumerate(meetings) for _ in m.path],
        [at for m, _ in meetings for at in m.path],
        [number for number, span in enumerate(spans) for _ in span],
        [at for span in spans for at in span],
        [turn(m, back=back) for m, back in meetings],
        [min(len(m.path), STEPS) for m, _ in meetings],
        [2 * m.pair + back for m, back in meetings],
    )
    return Packed(
        tuple(np.asarray(one, dtype=np.int64) for one in columns),
        size + 1,
        len(sentence.pairs),
        example.said.reshape(-1, SAID),
    )


_TOKENS = frozenset({2, 3, 4, 6, 7, 8, 10, 12})
"""Columns that count tokens, and move on with each sentence of a batch."""
_MEETINGS = frozenset({9, 11})
"""Columns that count meetings."""
_MASK, _GROUPS = 5, 15


def _joined(batch: Sequence[Packed]) -> list[torch.Tensor]:
    """The columns of several sentences behind one another."""
    columns: list[list[np.ndarray]] = [[] for _ in batch[0].columns]
    tokens = meetings = pairs = 0
    for one in batch:
        for at, column in enumerate(one.columns):
            moved = (
                tokens
                if at in _TOKENS
                else meetings
                if at in _MEETINGS
                else 2 * pairs * (at == _GROUPS)
            )
            columns[at].append(column + moved)
        tokens, pairs = tokens + one.size, pairs + one.pairs
        meetings += len(one.columns[6])
    out = [torch.from_numpy(np.concatenate(column)) for column in columns]
    out[_MASK] = out[_MASK].float()[:, None]
    return out


def _most(values: torch.Tensor, group: torch.Tensor, groups: int) -> torch.Tensor:
    """The greatest value in each group, number by number."""
    low = torch.full((groups, values.shape[1]), -20.0)
    return low.scatter_reduce(0, group[:, None].expand(-1, values.shape[1]), values, "amax")


def _gelu(values: torch.Tensor) -> torch.Tensor:
    return functional.gelu(values, approximate="tanh")
