"""The network that says which of several is meant, as it learns; `ingest.ranking` is the same."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

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


class Student(nn.Module):
    """The network."""

    def __init__(self, like: Traits, numbers: Sequence[int], beside: Sequence[int]) -> None:
        """With as many traits as ``like`` has; of each of its words how many numbers there are."""
        super().__init__()
        self.alone = nn.Linear(like.alone.shape[0], WIDTH)
        self.found = nn.Linear(like.found.shape[1], WIDTH, bias=False)
        self.numbers = nn.ModuleList(_table(size) for size in numbers)
        self.beside = nn.ModuleList(_table(size) for size in beside)
        self.middle = nn.Linear(WIDTH, MIDDLE)
        self.say = nn.Linear(MIDDLE, 1, bias=False)
        self.drop = nn.Dropout(0.3)
        self.hide = nn.Dropout(0.1)

    def forward(self, batch: Sequence[Traits]) -> list[torch.Tensor]:
        """Of each question a number for each of those found."""
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
        said: torch.Tensor = self.say(self.drop(state))[:, 0]
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
    torch.set_num_threads(1)  # the same sums in the same order
    torch.manual_seed(0)
    chosen = random.Random(0)  # noqa: S311 - no secret
    rows = [each for each in lessons if each.right]
    model = Student(rows[0].told, numbers, beside)
    optimiser = torch.optim.AdamW(model.parameters(), RATE, weight_decay=0.05)
    steps = EPOCHS * (len(rows) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps, pct_start=0.1)
    model.train()
    for epoch in range(EPOCHS):
        chosen.shuffle(rows)
        total = 0.0
        for at in range(0, len(rows), BATCH):
            batch = rows[at : at + BATCH]
            loss = _loss(model, batch)
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
        -torch.logsumexp(functional.log_softmax(part, dim=0)[list(each.right)], 0)
        for part, each in zip(parts, batch, strict=True)
    ]
    return torch.stack(losses).mean()
