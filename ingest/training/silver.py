"""News as the reader gives it to the parser, with the trees of a teacher.

Treebanks hold little news, and no text in which actors, days and documents are one word each. A
parser that learns from such text too, though its trees are a machine's, reads it better.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from graph.model import Article
from ingest.reader import Reader
from ingest.training.relations.annotation import articles_of
from ingest.training.teacher import Teacher

ITEMS = 60_000
"""Items of the corpus that are parsed, by chance."""
_TOGETHER = 256
_KEPT = ["ORTH", "SPACY", "TAG", "POS", "MORPH", "HEAD", "DEP"]


def chosen(corpus: Path, count: int = ITEMS) -> list[Article]:
    """So many items of a corpus in JSON lines; the same each time."""
    items = list(articles_of(corpus))
    random.Random(7).shuffle(items)  # noqa: S311 - no secret
    return items[:count]


def silver(teacher: Teacher, nlp: Language, articles: Iterable[Article]) -> DocBin:
    """The paragraphs of the articles as the reader makes them plain, with the teacher's trees.

    Where a sentence ends says ``nlp``. Lemmas are left open.
    """
    reader = Reader(nlp)
    out = DocBin(
        attrs=["ORTH", "SPACY", "TAG", "POS", "MORPH", "HEAD", "DEP"], store_user_data=False
    )
    left = iter(articles)
    while batch := list(islice(left, _TOGETHER)):
        parsed = reader.parse([reader.preparer.prepare(article) for article in batch])
        docs = [doc for each in parsed for _, doc in each if len(doc)]
        for doc in _replanted(teacher, nlp.vocab, docs):
            out.add(doc)
    return out


def _replanted(teacher: Teacher, vocab: Vocab, docs: Sequence[Doc]) -> Iterator[Doc]:
    """The documents with the teacher's trees; without those that hold too long a sentence."""
    trees = iter(teacher.parsed([[t.text for t in s] for doc in docs for s in doc.sents]))
    for doc in docs:
        planted = [(sentence.start, next(trees)) for sentence in doc.sents]
        known = [(start, tree) for start, tree in planted if tree is not None]
        if len(known) < len(planted):
            continue
        yield Doc(
            vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            tags=[tag for _, tree in known for tag in tree.tags],
            pos=[part for _, tree in known for part in tree.parts],
            morphs=[one for _, tree in known for one in tree.features],
            heads=[
                start + (head - 1 if head else at)
                for start, tree in known
                for at, head in enumerate(tree.heads)
            ],
            deps=[
                relation if head else "ROOT"
                for _, tree in known
                for head, relation in zip(tree.heads, tree.relations, strict=True)
            ],
        )
