"""Trees: the best one by a parser's scores, and those of parsed documents."""

from itertools import product

import numpy as np
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ingest.training.trees import sentences, spanning_tree


def _is_tree(heads: tuple[int, ...]) -> bool:
    """Whether every word reaches word 0, and one alone hangs on it."""

    def reaches(word: int) -> bool:
        for _ in heads:
            word = heads[word]
        return word == 0

    return heads.count(0) == 2 and all(reaches(word) for word in range(len(heads)))


def _best(scores: np.ndarray) -> float:
    """The score of the best tree with one root, found by trying all."""
    size = len(scores)
    all_heads = ((0, *rest) for rest in product(range(size), repeat=size - 1))
    trees = (heads for heads in all_heads if _is_tree(heads))
    return max(sum(float(scores[word, heads[word]]) for word in range(1, size)) for heads in trees)


@pytest.mark.parametrize("seed", range(40))
def test_it_is_a_tree_with_one_root(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(6, 6))
    np.fill_diagonal(scores, -1e4)
    heads = tuple(int(head) for head in spanning_tree(scores.copy()))
    assert _is_tree(heads)


@pytest.mark.parametrize("seed", range(40))
def test_it_is_the_best_tree_under_its_root(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(6, 6))
    np.fill_diagonal(scores, -1e4)
    heads = spanning_tree(scores.copy())
    root = next(word for word in range(1, 6) if heads[word] == 0)
    only = scores.copy()
    only[1:, 0] = -1e4
    only[root, 0] = scores[root, 0]
    assert sum(scores[w, heads[w]] for w in range(1, 6)) == pytest.approx(_best(only))


def test_heads_are_counted_within_the_sentence() -> None:
    doc = Doc(
        Vocab(),
        words=["Go", "!", "They", "left"],
        tags=["VB", ".", "PRP", "VBD"],
        pos=["VERB", "PUNCT", "PRON", "VERB"],
        heads=[0, 0, 3, 3],
        deps=["ROOT", "punct", "nsubj", "ROOT"],
    )
    first, second = sentences([doc])
    assert first.heads == (0, 1)
    assert (second.words, second.heads, second.tags) == (("They", "left"), (2, 0), ("PRP", "VBD"))
