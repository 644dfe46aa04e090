"""The sentences of an article as the network gets to see them, one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ingest.checks import sound
from ingest.networks import Matrix
from ingest.relations.context import KNOWN, Context
from ingest.relations.ruled import RULED, Rulings, ruled
from ingest.relations.sentences import LONGEST, Pair, pairs_of
from ingest.tokens import Span
from ingest.told import Told
from ingest.tree import Tree

SAID = RULED + KNOWN
"""Numbers that say of a pair, in one direction, what its words do not."""


@dataclass(frozen=True, slots=True)
class View:
    """A sentence, its pairs of actors, and what is said of them."""

    told: Told
    span: Span
    pairs: tuple[Pair, ...]
    said: Matrix
    """What the rules say of each pair, and what is known from before: ``(pairs, 2, SAID)``."""


def views(article: Sequence[Told]) -> Iterator[View]:
    """Each sentence that has a pair of actors, in the order of the text."""
    context, before = Context(), Rulings()
    for told in article:
        candidates = [candidate for candidate in told.candidates if sound(candidate)]
        for span in told.tree.sentences:
            units = told.tree.units[span.start : span.end]
            here = [c for c in candidates if c.stands_in(span)]
            if len(span) <= LONGEST:
                pairs = tuple(_pairs(span, told.tree))
                if pairs:
                    known = [[context.known(pair.one, pair.other)] * 2 for pair in pairs]
                    said = (ruled(pairs, here, before), np.array(known, dtype=np.float32))
                    yield View(told, span, pairs, np.concatenate(said, axis=2))
            context.read(units)
            for candidate in here:
                before.add(candidate)


def _pairs(span: Span, tree: Tree) -> Iterator[Pair]:
    """The pairs of a sentence, but for those of whom a private person is all that is named."""
    units = tree.units[span.start : span.end]
    demonyms = (span[at] for at, unit in enumerate(units) if unit.mentions and unit.demonym)
    private = {
        token.i - span.start
        for token in demonyms
        if token.head != token
        and token.dep_ in {"amod", "compound"}
        and tree.lemma(token.head) in tree.private
    }
    for pair in pairs_of(units):
        if not (private >= set(pair.here) or private >= set(pair.there)):
            yield pair
