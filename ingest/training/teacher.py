"""A larger parser that teaches the shipped one: a biaffine parser over a sentence encoder.

After Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing" (ICLR 2017), with
the last layers of all-MiniLM-L6-v2 below. It tags the words as well, and is too slow to be shipped.
"""

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import torch
from torch import nn
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from ingest.training.relations.encoder import FOLDER
from ingest.training.trees import Tree, spanning_tree

EPOCHS = 6
BATCH = 24
RATE, RATE_ABOVE = 2e-4, 2e-3
"""Learning rates of the encoder and of what is above it."""
FORGOTTEN = 0.05
"""Share of the word pieces that are hidden while it learns."""
LAYERS = 4
"""Last layers of the encoder that are mixed for the tree; for the tags, all are."""
ARC, LABEL, TAG = 300, 100, 256
"""Numbers that say of a word what it hangs on, how, and what it is."""
LONGEST = 90
"""Words of the longest sentence that is learned from."""
MOST_PIECES = 500
"""Word pieces that the encoder can take at once."""
_FIRST, _LAST, _HIDDEN, _UNKNOWN = 101, 102, 103, 100
"""Numbers of the encoder's own marks."""
_LEAST = -1e4


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a sentence, and the first piece of each word."""

    numbers: tuple[int, ...]
    first: tuple[int, ...]


class Scores(NamedTuple):
    """What a teacher says of a batch; word 0 of each sentence is the root.

    ``arcs`` has the shape ``(sentences, words + 1, words + 1)``, a row for each word and a column
    for each head; ``tags``, ``parts`` and ``features`` have ``(sentences, words + 1, labels)``.
    """

    arcs: torch.Tensor
    over: torch.Tensor
    """What the relation goes by of a head."""
    own: torch.Tensor
    """The same of what hangs on it."""
    tags: torch.Tensor
    parts: torch.Tensor
    features: torch.Tensor
    words: torch.Tensor
    """Which of the words are there."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels that a teacher gives."""

    relations: tuple[str, ...]
    tags: tuple[str, ...]
    parts: tuple[str, ...]
    """Parts of speech."""
    features: tuple[str, ...]

    @classmethod
    def of(cls, trees: Sequence[Tree]) -> "Labels":
        """Those of the trees."""
        relations = {relation for tree in trees for relation in tree.relations}
        tags = {tag for tree in trees for tag in tree.tags}
        parts = {part for tree in trees for part in tree.parts}
        features = {one for tree in trees for one in tree.features}
        return cls(*(tuple(sorted(one)) for one in (relations, tags, parts, features)))


class Teacher(nn.Module):
    """The parser."""

    def __init__(self, known: Labels) -> None:
        super().__init__()
        self.known = known
        self.encoder = AutoModel.from_pretrained(FOLDER)
        self.encoder.pooler = None
        width = self.encoder.config.hidden_size
        self.mix = nn.Parameter(torch.zeros(LAYERS))
        self.tag_mix = nn.Parameter(torch.zeros(self.encoder.config.num_hidden_layers + 1))
        self.head, self.dependent = _projection(width, ARC), _projection(width, ARC)
        self.head_label, self.own_label = _projection(width, LABEL), _projection(width, LABEL)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.label = nn.Parameter(torch.zeros(len(known.relations), LABEL + 1, LABEL + 1))
        self.tagging = _projection(width, TAG)
        self.tag, self.part = nn.Linear(TAG, len(known.tags)), nn.Linear(TAG, len(known.parts))
        self.feature = nn.Linear(TAG, len(known.features))
        nn.init.xavier_uniform_(self.arc)
        nn.init.xavier_uniform_(self.label)

    def forward(self, batch: Sequence[Pieces]) -> Scores:
        """What it says of the sentences."""
        numbers, there = _padded([one.numbers for one in batch])
        if self.training:
            hidden = (torch.rand(numbers.shape) < FORGOTTEN) & (numbers > _HIDDEN)
            numbers = torch.where(hidden, torch.full_like(numbers, _HIDDEN), numbers)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            layers = self.encoder(
                input_ids=numbers, attention_mask=there, output_hidden_states=True
            ).hidden_states
        first, words = _padded([(0, *one.first) for one in batch])

        def states(mix: torch.Tensor) -> torch.Tensor:
            shares = torch.softmax(mix, 0)
            last = layers[-len(mix) :]
            mixed = sum(share * layer.float() for share, layer in zip(shares, last, strict=True))
            chosen = torch.gather(mixed, 1, first[..., None].expand(-1, -1, mixed.shape[2]))
            return chosen * words[..., None]

        known = states(self.mix)
        arcs = _with_one(self.dependent(known)) @ self.arc @ self.head(known).transpose(1, 2)
        arcs = arcs.masked_fill(~words[:, None, :], _LEAST)
        itself = torch.eye(arcs.shape[1], dtype=torch.bool)
        tagged = self.tagging(states(self.tag_mix))
        return Scores(
            arcs.masked_fill(itself, _LEAST),
            self.head_label(known),
            self.own_label(known),
            self.tag(tagged),
            self.part(tagged),
            self.feature(tagged),
            words,
        )

    def labels(self, scores: Scores, heads: torch.Tensor) -> torch.Tensor:
        """Scores of the relations under the given heads, ``(sentences, words + 1, relations)``."""
        over = scores.over
        chosen = torch.gather(over, 1, heads[..., None].expand(-1, -1, over.shape[2]))
        own = _with_one(scores.own)
        return torch.einsum("bni,lij,bnj->bnl", _with_one(chosen), self.label, own)

    def parsed(self, sentences: Sequence[Sequence[str]]) -> list[Tree | None]:
        """The tree of each sentence; None where it has more pieces than the encoder takes."""
        self.eval()
        cut = [pieces(words) for words in sentences]
        fitting = [at for at, one in enumerate(cut) if len(one.numbers) <= MOST_PIECES]
        fitting.sort(key=lambda at: len(cut[at].numbers))
        out: list[Tree | None] = [None] * len(sentences)
        for start in range(0, len(fitting), 2 * BATCH):
            chosen = fitting[start : start + 2 * BATCH]
            trees = self._trees([cut[at] for at in chosen], [sentences[at] for at in chosen])
            for at, tree in zip(chosen, trees, strict=True):
                out[at] = tree
        return out

    def _trees(self, batch: Sequence[Pieces], sentences: Sequence[Sequence[str]]) -> Iterator[Tree]:
        with torch.no_grad():
            scores = self(batch)
            chances = torch.log_softmax(scores.arcs, 2).numpy()
            heads = torch.zeros(scores.arcs.shape[:2], dtype=torch.long)
            for at, one in enumerate(batch):
                size = len(one.first) + 1
                heads[at, :size] = torch.from_numpy(spanning_tree(chances[at, :size, :size]))
            best = [self.labels(scores, heads), scores.tags, scores.parts, scores.features]
            relations, tags, parts, features = (labels.argmax(2).tolist() for labels in best)
        for at, words in enumerate(sentences):
            size = len(words) + 1
            yield Tree(
                tuple(words),
                tuple(heads[at, 1:size].tolist()),
                tuple(self.known.relations[label] for label in relations[at][1:size]),
                tuple(self.known.tags[label] for label in tags[at][1:size]),
                tuple(self.known.parts[label] for label in parts[at][1:size]),
                tuple(self.known.features[label] for label in features[at][1:size]),
            )


def taught(trees: Sequence[Tree], epochs: int = EPOCHS) -> Teacher:
    """A teacher that has learned from the trees."""
    torch.manual_seed(0)
    chosen = random.Random(0)  # noqa: S311 - no secret
    known = [tree for tree in trees if len(tree.words) < LONGEST]
    teacher = Teacher(Labels.of(known))
    labels = teacher.known
    relation, tag, part, feature = (
        {label: at for at, label in enumerate(column)}
        for column in (labels.relations, labels.tags, labels.parts, labels.features)
    )
    below = list(teacher.encoder.parameters())
    inside = set(map(id, below))
    above = [value for value in teacher.parameters() if id(value) not in inside]
    optimiser = torch.optim.AdamW(
        [{"params": below, "lr": RATE}, {"params": above, "lr": RATE_ABOVE}],
        weight_decay=0.01,
        betas=(0.9, 0.95),
    )
    rows = [(pieces(tree.words), tree) for tree in known]
    steps = epochs * math.ceil(len(rows) / BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [RATE, RATE_ABOVE], steps, pct_start=0.1
    )
    teacher.train()
    for epoch in range(epochs):
        total = 0.0
        batches = _batches(rows, chosen)
        for batch in batches:
            scores = teacher([one for one, _ in batch])
            there = scores.words.clone()
            there[:, 0] = False  # the root hangs on nothing
            heads, _ = _padded([(0, *tree.heads) for _, tree in batch])
            wanted = [
                (scores.arcs, heads),
                (teacher.labels(scores, heads), _numbers(batch, "relations", relation)),
                (scores.tags, _numbers(batch, "tags", tag)),
                (scores.parts, _numbers(batch, "parts", part)),
                (scores.features, _numbers(batch, "features", feature)),
            ]
            loss = sum(
                functional.cross_entropy(said[there], right[there]) for said, right in wanted
            )
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"teacher, epoch {epoch + 1} of {epochs}: {total / len(batches):.3f}", flush=True)
    teacher.eval()
    return teacher


def pieces(words: Sequence[str]) -> Pieces:
    """The word pieces of a sentence between the encoder's marks of its ends."""
    numbers, first = [_FIRST], []
    for word in words:
        first.append(len(numbers))
        numbers.extend(_pieces_of(word))
    return Pieces((*numbers, _LAST), tuple(first))


@lru_cache(maxsize=1 << 17)
def _pieces_of(word: str) -> tuple[int, ...]:
    return tuple(_tokenizer()(word, add_special_tokens=False)["input_ids"][:8]) or (_UNKNOWN,)


@lru_cache(maxsize=1)
def _tokenizer() -> AutoTokenizer:
    return AutoTokenizer.from_pretrained(FOLDER)


def _batches(
    rows: list[tuple[Pieces, Tree]], chosen: random.Random
) -> list[list[tuple[Pieces, Tree]]]:
    """The sentences in chance order, those of one batch about equally long."""
    chosen.shuffle(rows)
    out: list[list[tuple[Pieces, Tree]]] = []
    for start in range(0, len(rows), 16 * BATCH):
        near = sorted(rows[start : start + 16 * BATCH], key=lambda row: len(row[0].numbers))
        out += [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
    chosen.shuffle(out)
    return out


def _numbers(
    batch: Sequence[tuple[Pieces, Tree]], column: str, number: Mapping[str, int]
) -> torch.Tensor:
    """The labels of a column of the trees by their numbers; the root has the first."""
    return _padded([(0, *(number[label] for label in getattr(t, column))) for _, t in batch])[0]


def _projection(width: int, size: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, size), nn.LeakyReLU(0.1), nn.Dropout(0.33))


def _padded(rows: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """The rows, filled up with zeros to the longest, and where they are not filled up."""
    size = max(map(len, rows))
    numbers = torch.tensor([[*row, *[0] * (size - len(row))] for row in rows])
    there = torch.tensor([[at < len(row) for at in range(size)] for row in rows])
    return numbers, there


def _with_one(values: torch.Tensor) -> torch.Tensor:
    return torch.cat([values, torch.ones_like(values[..., :1])], -1)
