"""The figures of a pipeline: what they count, and that those in its README are its own."""

from importlib.resources import files
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from ingest.pipeline import open_pipeline
from ingest.training.figures import figures, table

PUD = Path(__file__).parents[3] / "shared" / "nlp" / "data" / "pud_single.spacy"
SENTENCES = (
    "The foreign ministers of Norway and Ghana met in Accra on Tuesday.",
    "Chile has lifted its sanctions.",
    "The envoy was received by the president.",
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return open_pipeline()


def _gold(doc: Doc, *, tag: str | None = None, head: int | None = None) -> Doc:
    """The reading as gold, with another part of speech or another head for its first word."""
    heads = [token.head.i for token in doc]
    pos = [token.pos_ for token in doc]
    heads[0] = heads[0] if head is None else head
    pos[0] = pos[0] if tag is None else tag
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=pos,
        lemmas=[token.lemma_ for token in doc],
        heads=heads,
        deps=[token.dep_ for token in doc],
    )


def test_a_pipeline_agrees_with_its_own_reading(nlp: Language) -> None:
    values = figures(nlp, [nlp(sentence) for sentence in SENTENCES])
    assert set(values.values()) == {100.0}


def test_a_wrong_word_lowers_the_figures_that_it_concerns(nlp: Language) -> None:
    docs = [_gold(nlp(sentence)) for sentence in SENTENCES]
    words = sum(len(doc) for doc in docs)
    tagged = figures(nlp, [_gold(docs[0], tag="X"), *docs[1:]])
    assert tagged["pos_acc"] == pytest.approx(100 * (words - 1) / words)
    assert tagged["dep_las"] == 100
    hung = figures(nlp, [_gold(docs[0], head=len(docs[0]) - 2), *docs[1:]])
    assert hung["dep_uas"] < 100
    assert hung["pos_acc"] == 100


def test_ends_of_sentences_are_measured_over_joined_texts(nlp: Language) -> None:
    halves = [nlp("The talks in Oslo"), nlp("ended on Friday.")]
    assert figures(nlp, halves)["sents_f"] < 100


@pytest.mark.shared
@pytest.mark.skipif(not PUD.exists(), reason=f"the test treebank is not at {PUD}")
def test_the_readme_of_the_pipeline_gives_its_figures(nlp: Language) -> None:
    docs = list(DocBin().from_disk(PUD).get_docs(nlp.vocab))
    readme = (files("data") / "pipeline" / "README.md").read_text(encoding="utf-8")
    printed = table(figures(nlp, docs), len(docs))
    assert printed in readme, f"paste these figures into data/pipeline/README.md:\n{printed}"
