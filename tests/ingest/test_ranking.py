"""The network that says which of several is meant."""

from pathlib import Path

import numpy as np
import pytest

from graph.errors import KnowledgeError
from ingest import networks as module
from ingest.dating.choosing import load_dating
from ingest.ranking import Ranking, Traits

WIDTH = 4


def weights(traits: int) -> dict[str, np.ndarray]:
    """Weights that prefer whoever has most of the first trait."""
    found = np.zeros((traits, WIDTH), dtype=np.float32)
    found[0] = 1
    return {
        "alone": np.zeros((1, WIDTH), dtype=np.float32),
        "shift": np.zeros(WIDTH, dtype=np.float32),
        "found": found,
        "middle": np.eye(WIDTH, dtype=np.float32),
        "middle.shift": np.zeros(WIDTH, dtype=np.float32),
        "say": np.ones((WIDTH, 1), dtype=np.float32),
    }


def test_chances_sum_to_one_and_follow_the_traits() -> None:
    chances = Ranking(weights(2)).chances(Traits.of([1], [[0, 1], [2, 0], [1, 0]]))
    assert chances.sum() == pytest.approx(1, abs=1e-5)
    assert chances.argsort().tolist() == [0, 2, 1]


def test_words_of_what_is_asked_and_of_those_found_count() -> None:
    told = Traits.of([1], [[0, 1], [0, 1]])
    words = Traits(told.alone, told.found, np.array([1], np.int32), np.array([[0], [1]], np.int32))
    table = np.array([[0] * WIDTH, [1] * WIDTH], dtype=np.float32)
    chances = Ranking(weights(2) | {"number0": table, "beside0": table}).chances(words)
    assert chances[1] > chances[0]


def test_a_network_that_cannot_be_read_says_where_and_what_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    with pytest.raises(KnowledgeError, match=r"dating: the network cannot be .*make dating"):
        load_dating.__wrapped__()
