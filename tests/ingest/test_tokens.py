"""What is taken over from a parse is what spaCy says of it."""

from spacy.language import Language

from ingest.tokens import parsed

_TEXT = (
    "Norway, which had met Kenya's ministers on Monday, said that it would send aid. It did not. "
    "A deal was signed by both of the two states in Oslo, and talks were held with Chad after it."
)


def test_tokens_hang_on_each_other_as_in_the_parse(nlp: Language) -> None:
    doc = nlp(_TEXT)
    tokens, _ = parsed(doc)
    for token, one in zip(tokens, doc, strict=True):
        assert token.head.i == one.head.i
        assert [t.i for t in token.children] == [t.i for t in one.children]
        assert [t.i for t in token.lefts] == [t.i for t in one.lefts]
        assert [t.i for t in token.subtree] == [t.i for t in one.subtree]
        assert [t.i for t in token.ancestors] == [t.i for t in one.ancestors]
        assert (token.left_edge.i, token.right_edge.i) == (one.left_edge.i, one.right_edge.i)


def test_sentences_are_those_of_the_parse(nlp: Language) -> None:
    doc = nlp(_TEXT)
    tokens, sentences = parsed(doc)
    expected = [(s.start, s.end, s.root.i) for s in doc.sents]
    assert [(s.start, s.end, s.root.i) for s in sentences] == expected
    assert [token.sent for token in tokens] == [s for s in sentences for _ in s]


def test_words_are_those_of_the_parse(nlp: Language) -> None:
    doc = nlp(_TEXT)
    tokens, _ = parsed(doc)
    assert [(t.text, t.lower_, t.lemma_) for t in tokens] == [
        (t.text, t.lower_, t.lemma_) for t in doc
    ]
    assert [(t.dep_, t.tag_, t.pos_) for t in tokens] == [(t.dep_, t.tag_, t.pos_) for t in doc]
    assert "".join(t.text + t.whitespace_ for t in tokens) == _TEXT


def test_nothing_is_taken_over_from_an_empty_text(nlp: Language) -> None:
    assert parsed(nlp("")) == ((), ())
