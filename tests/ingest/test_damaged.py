"""Texts as a crawler or a clipboard leaves them: what is wrong with them stops no reading."""

import json
from collections.abc import Callable, Iterator
from importlib.resources import files

import pytest

from graph.model import Article
from ingest.reader import Reader


def _cut(text: str) -> Iterator[str]:
    """The text up to each comma, and up to each fifth word."""
    words = text.split(" ")
    yield from (" ".join(words[: at + 1]) for at, word in enumerate(words) if word.endswith(","))
    yield from (" ".join(words[:at]) for at in range(1, len(words), 5))


def _holed(text: str) -> Iterator[str]:
    words = text.split(" ")
    yield from (" ".join(w for at, w in enumerate(words, first) if at % 4) for first in (0, 2))


def _run_together(text: str) -> Iterator[str]:
    yield text.replace(". ", ".").replace(", ", ",")


def _backwards(text: str) -> Iterator[str]:
    yield " ".join(reversed(text.split(" ")))


@pytest.mark.parametrize("damage", [_cut, _holed, _run_together, _backwards])
def test_a_damaged_text_is_read_as_far_as_it_goes(
    reader: Reader, damage: Callable[[str], Iterator[str]]
) -> None:
    lines = (files("data") / "gold" / "texts.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines[::2]]
    damaged = [Article(id="one", text=each) for text in texts for each in damage(text) if each]
    events = [(got.article, e) for got in reader.read_many(damaged) for e in got.events]
    assert events
    for article, event in events:
        assert all(proof.exact in article.text for proof in event.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "Norway's minister met Kenya's in Kwazamba,",
        "Norway threw Kenya's envoy out",
        "Norway met in",
        "NORWAY HAS WARNED THE LEADER OF YEMEN, ALI SALEH",
        "NORWAY HAS WARNED SALEH",
        "Visited President Emmanuel Macron.",
        "Norway armed the rebels",
    ],
)
def test_a_text_may_begin_and_end_anywhere(reader: Reader, text: str) -> None:
    assert all(e.evidence for e in reader.read(Article(id="one", text=text)).events)
