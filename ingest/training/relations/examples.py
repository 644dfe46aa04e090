"""Annotated sentences as the network sees them, with what it should say of each pair of actors."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.model import Article, EventClass
from ingest.networks import Matrix
from ingest.reader import Reader
from ingest.relations.network import CLASSES, NUMBERS
from ingest.relations.sentences import Codes, Sentence, kind_of, numbered, sentence_of
from ingest.relations.views import View, views
from ingest.training.heldout import held_out
from ingest.training.relations.annotation import Annotated, Annotation

TOGETHER = 64
RARE = 3
"""How often a word must stand in the sentences to have a number of its own."""
ARTICLE = 2.0
"""How much a sentence of an article counts beside one of a short item, of which there are more."""


@dataclass(frozen=True, slots=True)
class Found:
    """An annotated sentence in its parse."""

    id: str
    annotation: Annotation
    view: View
    at: Mapping[int, tuple[str, ...]]
    """Whom the article names at which character."""
    running: bool
    """Whether it is of an article, and not of a short item."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence in numbers, and what is wanted of it."""

    id: str
    sentence: Sentence
    wanted: Matrix
    """1 where a relation is reported: shape ``(pairs, 2, classes)``."""
    weights: Matrix
    """How much each pair counts, 0 where an actor of it was misread: shape ``(pairs,)``."""
    said: Matrix
    """What is said of each pair beside its words, as `View` has it."""

    @property
    def held_out(self) -> bool:
        """Whether it is left for the figures."""
        return held_out(self.id)


def find(reader: Reader, annotated: Iterable[Annotated]) -> Iterator[Found]:
    """Each annotated sentence, where the parse has one with a pair of actors that begins there."""
    waiting: list[Annotated] = []

    def read() -> Iterator[Found]:
        labels = {article.id: told for article, told in waiting}
        for article, ready, parsed in reader.parsed([article for article, _ in waiting]):
            at = {
                prepared.paragraph.span(n.start, n.end)[0]: tuple(a.key for a in n.actors)
                for prepared, _ in parsed
                for n in prepared.named
                if n.actors
            }
            for view in views(reader.told(article, ready, parsed)[0]):
                yield from _found(article, labels[article.id], view, at)

    for each in annotated:
        waiting.append(each)
        if len(waiting) == TOGETHER:
            yield from read()
            waiting.clear()
    yield from read()


def _found(
    article: Article, told: Sequence[Annotation], view: View, at: Mapping[int, tuple[str, ...]]
) -> Iterator[Found]:
    low, high = view.told.stretch(view.span.start, view.span.end)
    here = [one for one in told if low <= one.start < high]
    if len(here) == 1:
        yield Found(article.id, here[0], view, at, running=bool(article.title))


def codes_of(found: Iterable[Found]) -> Codes:
    """Numbers for all words that stand often enough, and all tags, relations, kinds and forms."""
    words: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    for each in found:
        for token in each.view.span:
            unit = each.view.told.tree.unit(token)
            if not unit.actors and token.text[:1].isalpha():
                words[token.lemma_.lower()] += 1
            tags[token.tag_] += 1
            relations[token.dep_] += 1
            kinds[kind_of(unit)] += 1
            forms[unit.mention.kind.name if unit.mention is not None else ""] += 1
    often = sorted(word for word, count in words.items() if count >= RARE)
    return Codes(
        {word: number for number, word in enumerate(often, 2)},
        *(
            {name: n for n, name in enumerate(sorted(c), 1)}
            for c in (tags, relations, kinds, forms)
        ),
    )


def example(found: Found, codes: Codes) -> Example:
    """The sentence in numbers and what is wanted of it."""
    view = found.view
    sentence = sentence_of(view.span, view.told.tree, codes, view.pairs)
    numbers = numbered(sentence.pairs)
    wanted = np.zeros((len(sentence.pairs), 2, len(CLASSES)), dtype=np.float32)
    for kind, source, target in _links(found.annotation, found.at):
        if (source, target) in numbers:
            row, turn = numbers[source, target]
            wanted[row, turn, NUMBERS[kind]] = 1
            if kind.symmetric:
                wanted[row, :, NUMBERS[kind]] = 1
    wrong = {key for offset in found.annotation.misread for key in found.at.get(offset, ())}
    counted = ARTICLE if found.running else 1.0
    weights = [counted * (not wrong & {p.one.key, p.other.key}) for p in sentence.pairs]
    return Example(found.id, sentence, wanted, np.array(weights, dtype=np.float32), view.said)


def _links(
    annotation: Annotation, at: Mapping[int, tuple[str, ...]]
) -> Iterator[tuple[EventClass, str, str]]:
    """Who does what to whom, by their keys; those who stand alike in both directions."""
    for claim in annotation.claims:
        sources = [key for offset in claim.sources for key in at.get(offset, ())]
        targets = [key for offset in claim.targets for key in at.get(offset, ())]
        for source in sources:
            for target in targets or sources:
                if source != target:
                    yield claim.kind, source, target
