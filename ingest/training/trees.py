"""Trees over the words of a sentence, and the best of them by the scores of a parser."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import networkx as nx
import numpy as np
from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed sentence."""

    words: tuple[str, ...]
    heads: tuple[int, ...]
    """For each word the number of its head, counted from one; 0 for the root."""
    relations: tuple[str, ...]
    tags: tuple[str, ...]
    parts: tuple[str, ...]
    """Parts of speech."""
    features: tuple[str, ...]
    """For each word its features, as "Number=Plur|Tense=Past"."""


def sentences(docs: Iterable[Doc]) -> Iterator[Tree]:
    """The sentences of parsed documents."""
    for doc in docs:
        for sentence in doc.sents:
            yield Tree(
                tuple(token.text for token in sentence),
                tuple(
                    0 if token.head.i == token.i else token.head.i - sentence.start + 1
                    for token in sentence
                ),
                tuple(token.dep_ for token in sentence),
                tuple(token.tag_ for token in sentence),
                tuple(token.pos_ for token in sentence),
                tuple(str(token.morph) for token in sentence),
            )


def spanning_tree(scores: np.ndarray) -> np.ndarray:
    """The heads of the best tree with one root, word 0 being above it.

    ``scores`` has a row for each word and a column for each head: shape ``(words, words)``.
    """
    heads: np.ndarray = scores.argmax(1)
    heads[0] = 0
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) == 1 and _reaches_root(heads):
        return heads
    root = max(roots if len(roots) else range(1, len(scores)), key=lambda at: scores[at, 0])
    graph = nx.DiGraph()
    graph.add_edge(0, root, weight=0.0)
    for word in range(1, len(scores)):
        for head in range(1, len(scores)):
            if word not in (root, head):
                graph.add_edge(head, word, weight=float(scores[word, head]))
    for head, word in nx.maximum_spanning_arborescence(graph).edges:
        heads[word] = head
    return heads


def _reaches_root(heads: np.ndarray) -> bool:
    """Whether no word hangs on itself over others."""
    above = heads
    for _ in range(len(heads).bit_length()):
        above = above[above]
    return not above.any()
