"""``python -m ingest.training.figures PUD.spacy [PIPELINE]`` prints how well a pipeline parses.

The texts are read raw: tokens, tags and trees are all the pipeline's own. The table is Markdown,
for the README beside the weights.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from ingest.pipeline import open_pipeline

TOGETHER = 6
"""Sentences that are joined into one text where the ends of sentences are measured."""
NAMES = (
    ("tokens, F", "token_f"),
    ("universal part of speech (UPOS), accuracy", "pos_acc"),
    ("treebank tag (XPOS), accuracy", "tag_acc"),
    ("lemma, accuracy", "lemma_acc"),
    ("head (UAS)", "dep_uas"),
    ("head and relation (LAS)", "dep_las"),
    ("sentences, F", "sents_f"),
)
"""Each figure: what people call it, and what spaCy does."""


def figures(nlp: Language, docs: Sequence[Doc]) -> dict[str, float]:
    """The figures of `NAMES` in per cent, over documents that hold one sentence each.

    Ends of sentences are measured over texts of six sentences, everything else sentence by
    sentence, as figures on this treebank usually are.
    """
    alone = score(nlp, docs)
    groups = (list(docs[i : i + TOGETHER]) for i in range(0, len(docs), TOGETHER))
    joined = (Doc.from_docs(group, ensure_whitespace=True) for group in groups)
    return {**alone, "sents_f": score(nlp, (doc for doc in joined if doc is not None))["sents_f"]}


def score(nlp: Language, docs: Iterable[Doc]) -> dict[str, float]:
    """The figures of `NAMES` in per cent, each document read as one raw text."""
    scorer = Scorer(nlp)
    scores: Mapping[str, Any] = scorer.score(list(_examples(nlp, list(docs))))
    return {key: 100 * float(scores[key] or 0) for _, key in NAMES}


def table(values: Mapping[str, float], sentences: int) -> str:
    """The figures as a Markdown table."""
    head = f"| over {sentences:,} sentences | per cent |\n| --- | ---: |\n"
    return head + "".join(f"| {name} | {values[key]:.1f} |\n" for name, key in NAMES)


def _examples(nlp: Language, docs: Sequence[Doc]) -> Iterator[Example]:
    for read, gold in zip(nlp.pipe(doc.text for doc in docs), docs, strict=True):
        yield Example(read, gold)


def main(corpus: Path, pipeline: str | None = None) -> None:
    """Prints the figures of our own pipeline, or of the named one, on a DocBin."""
    nlp = open_pipeline(pipeline)
    docs = list(DocBin().from_disk(corpus).get_docs(nlp.vocab))
    print(table(figures(nlp, docs), len(docs)), end="")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
