"""The network that says which of several is meant, as it learns; `ingest.ranking` is the same."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from ingest.networks import Matrix
from ingest.ranking import Traits

WIDTH = 128
MIDDLE = 48
EPOCHS = 12
BATCH = 64
RATE = 2e-3


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is asked, and which of those found are right answers."""

    told: Traits
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sorting:
    """What is asked, and into which of several parts each of those found falls."""

    told: Traits
    parts: tuple[int, ...]


L = TypeVar("L", Lesson, Sorting)


class Student(nn.Module):
    """The network."""

    def __init__(
        self, like: Traits, numbers: Sequence[int], beside: Sequence[int], answers: int = 1
    ) -> None:
        """With as many traits as ``like`` has; of each of its words how many numbers there are."""
        super().__init__()
        self.alone = nn.Linear(like.alone.shape[0], WIDTH)
        self.found = nn.Linear(like.found.shape[1], WIDTH, bias=False)
        self.numbers = nn.ModuleList(_table(size) for size in numbers)
        self.beside = nn.ModuleList(_table(size) for size in beside)
        self.middle = nn.Linear(WIDTH, MIDDLE)
        self.say = nn.Linear(MIDDLE, answers, bias=answers > 1)
        self.drop = nn.Dropout(0.3)
        self.hide = nn.Dropout(0.1)

    def forward(self, batch: Sequence[Traits]) -> list[torch.Tensor]:
        """Of each question the numbers for each of those found: ``(found, answers)``."""
        sizes = [len(each.found) for each in batch]
        of = torch.from_numpy(np.repeat(np.arange(len(batch)), sizes))
        numbers = torch.from_numpy(np.stack([each.numbers for each in batch])).long()
        beside = torch.from_numpy(np.concatenate([each.beside for each in batch])).long()
        alone = self.alone(self.hide(torch.from_numpy(np.stack([each.alone for each in batch]))))
        for column, table in enumerate(self.numbers):
            alone = alone + table(numbers[:, column])
        found = torch.from_numpy(np.concatenate([each.found for each in batch]))
        state = alone[of] + self.found(self.hide(found))
        for column, table in enumerate(self.beside):
            state = state + table(beside[:, column])
        state = functional.gelu(state, approximate="tanh")
        state = functional.gelu(self.middle(self.drop(state)), approximate="tanh")
        said: torch.Tensor = self.say(self.drop(state))
        return list(said.split(sizes))

    def weights(self) -> dict[str, Matrix]:
        """The weights as the network in NumPy takes them."""
        held = {name: value.detach().numpy() for name, value in self.state_dict().items()}
        numbers = {f"number{n}": held[f"numbers.{n}.weight"] for n in range(len(self.numbers))}
        beside = {f"beside{n}": held[f"beside.{n}.weight"] for n in range(len(self.beside))}
        return (
            numbers
            | beside
            | {
                "alone": held["alone.weight"].T,
                "shift": held["alone.bias"],
                "found": held["found.weight"].T,
                "middle": held["middle.weight"].T,
                "middle.shift": held["middle.bias"],
                "say": held["say.weight"].T,
            }
            | ({"say.shift": held["say.bias"]} if "say.bias" in held else {})
        )


def _table(size: int) -> nn.Embedding:
    """What words say, at first next to nothing."""
    table = nn.Embedding(size, WIDTH)
    nn.init.normal_(table.weight, std=0.02)
    return table


def trained(
    lessons: Sequence[Lesson], numbers: Sequence[int] = (), beside: Sequence[int] = ()
) -> dict[str, Matrix]:
    """The weights of a network that has learned the lessons that have an answer."""
    return _learned([each for each in lessons if each.right], _loss, numbers, beside, 1)


def sorting(
    lessons: Sequence[Sorting], numbers: Sequence[int], beside: Sequence[int], parts: int
) -> dict[str, Matrix]:
    """The weights of a network that has learned which of so many parts each of those found is."""
    return _learned(lessons, _sorting_loss, numbers, beside, parts)


def _learned(
    lessons: Sequence[L],
    surprise: Callable[[Student, Sequence[L]], torch.Tensor],
    numbers: Sequence[int],
    beside: Sequence[int],
    answers: int,
) -> dict[str, Matrix]:
    torch.set_num_threads(1)  # the same sums in the same order
    torch.manual_seed(0)
    chosen = random.Random(0)  # noqa: S311 - no secret
    rows = list(lessons)
    model = Student(rows[0].told, numbers, beside, answers)
    optimiser = torch.optim.AdamW(model.parameters(), RATE, weight_decay=0.05)
    steps = EPOCHS * (len(rows) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps, pct_start=0.1)
    model.train()
    for epoch in range(EPOCHS):
        chosen.shuffle(rows)
        total = 0.0
        for at in range(0, len(rows), BATCH):
            batch = rows[at : at + BATCH]
            loss = surprise(model, batch)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(batch)
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total / len(rows):.3f}", flush=True)
    model.eval()
    return model.weights()


def _loss(model: Student, batch: Sequence[Lesson]) -> torch.Tensor:
    """How surprised the network is at the right answers, a question."""
    parts = model([each.told for each in batch])
    losses = [
        -torch.logsumexp(functional.log_softmax(part[:, 0], dim=0)[list(each.right)], 0)
        for part, each in zip(parts, batch, strict=True)
    ]
    return torch.stack(losses).mean()


def _sorting_loss(model: Student, batch: Sequence[Sorting]) -> torch.Tensor:
    """How surprised the network is at the parts of those found, a question."""
    said = torch.cat(model([each.told for each in batch]))
    parts = torch.tensor([part for each in batch for part in each.parts])
    return functional.cross_entropy(said, parts, reduction="sum") / len(batch)
