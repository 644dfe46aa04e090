"""The sentences of an article as the network gets to see them, one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from ingest.checks import sound
from ingest.relations.context import KNOWN, Context
from ingest.relations.ruled import Rulings, ruled
from ingest.relations.sentences import LONGEST, Matrix, Pair, pairs_of
from ingest.told import Told
from ingest.tree import Tree


@dataclass(frozen=True, slots=True)
class View:
    """A sentence, its pairs of actors, and what the rules say of them."""

    told: Told
    span: Span
    pairs: tuple[Pair, ...]
    ruled: Matrix


def views(article: Sequence[Told]) -> Iterator[View]:
    """Each sentence that has a pair of actors, in the order of the text."""
    context, before = Context(), Rulings()
    for told in article:
        candidates = [candidate for candidate in told.candidates if sound(candidate)]
        for span in told.tree.doc.sents:
            units = told.tree.units[span.start : span.end]
            here = [c for c in candidates if span.start <= c.trigger < span.end]
            if len(span) <= LONGEST:
                pairs = tuple(_pairs(span, told.tree))
                if pairs:
                    said = ruled(pairs, here, before)
                    for row, pair in zip(said, pairs, strict=True):
                        row[:, -KNOWN:] = context.known(pair.one, pair.other)
                    yield View(told, span, pairs, said)
            context.read(units)
            for candidate in here:
                before.add(candidate)


def _pairs(span: Span, tree: Tree) -> Iterator[Pair]:
    """The pairs of a sentence, but for those of whom a private person is all that is named."""
    private = {
        token.i - span.start
        for token in span
        if tree.unit(token).demonym
        and token.head != token
        and token.dep_ in {"amod", "compound"}
        and tree.lemma(token.head) in tree.private
    }
    for pair in pairs_of(tree.units[span.start : span.end]):
        if not (private >= set(pair.here) or private >= set(pair.there)):
            yield pair
