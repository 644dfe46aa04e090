"""The network as it learns, in PyTorch; `ingest.antecedents.ranking` does the same in NumPy."""

import random
from collections.abc import Sequence

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from ingest.antecedents.traits import Codes, Matrix, Traits
from ingest.training.antecedents.examples import Example, batches

WIDTH = 128
MIDDLE = 48
EPOCHS = 12
BATCH = 64
RATE = 2e-3


class Student(nn.Module):
    """The network."""

    def __init__(self, codes: Codes, mention: int, found: int) -> None:
        super().__init__()
        self.mention = nn.Linear(mention, WIDTH)
        self.found = nn.Linear(found, WIDTH, bias=False)
        sizes = [len(codes.words) + 1] * 3 + [len(codes.offices) + 1]
        self.words = nn.ModuleList(_table(size) for size in sizes)
        self.beside = nn.ModuleList(_table(sizes[0]) for _ in range(2))
        self.middle = nn.Linear(WIDTH, MIDDLE)
        self.say = nn.Linear(MIDDLE, 1, bias=False)
        self.drop = nn.Dropout(0.3)
        self.hide = nn.Dropout(0.1)

    def forward(self, batch: Sequence[Traits]) -> list[torch.Tensor]:
        """Of each mention a number for each antecedent."""
        sizes = [len(each.found) for each in batch]
        of = torch.from_numpy(np.repeat(np.arange(len(batch)), sizes))
        words = torch.from_numpy(np.stack([each.words for each in batch])).long()
        beside = torch.from_numpy(np.concatenate([each.beside for each in batch])).long()
        mention = torch.from_numpy(np.stack([each.mention for each in batch]))
        found = torch.from_numpy(np.concatenate([each.found for each in batch]))
        alone = self.mention(self.hide(mention))
        for column, table in enumerate(self.words):
            alone = alone + table(words[:, column])
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
        tables = {
            name: held[f"words.{number}.weight"]
            for number, name in enumerate(("word", "before", "behind", "office"))
        }
        return tables | {
            "last.before": held["beside.0.weight"],
            "last.behind": held["beside.1.weight"],
            "mention": held["mention.weight"].T,
            "shift": held["mention.bias"],
            "found": held["found.weight"].T,
            "middle": held["middle.weight"].T,
            "middle.shift": held["middle.bias"],
            "say": held["say.weight"].T,
        }


def _table(size: int) -> nn.Embedding:
    """What words say, at first next to nothing."""
    table = nn.Embedding(size, WIDTH)
    nn.init.normal_(table.weight, std=0.02)
    return table


def trained(examples: Sequence[Example], codes: Codes) -> Student:
    """A network that has learned which antecedents are meant."""
    torch.manual_seed(0)
    chosen = random.Random(0)  # noqa: S311 - no secret
    rows = [each for each in examples if each.right >= 0]
    model = Student(codes, rows[0].told.mention.shape[0], rows[0].told.found.shape[1])
    optimiser = torch.optim.AdamW(model.parameters(), RATE, weight_decay=0.05)
    steps = EPOCHS * (len(rows) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps, pct_start=0.1)
    model.train()
    for epoch in range(EPOCHS):
        chosen.shuffle(rows)
        total = 0.0
        for batch in batches(rows, BATCH):
            loss = _loss(model, batch)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(batch)
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total / len(rows):.3f}", flush=True)
    model.eval()
    return model


def _loss(model: Student, batch: Sequence[Example]) -> torch.Tensor:
    """How surprised the network is at what is meant, a mention."""
    parts = model([each.told for each in batch])
    losses = [
        -functional.log_softmax(part, dim=0)[each.right]
        for part, each in zip(parts, batch, strict=True)
    ]
    return torch.stack(losses).mean()
