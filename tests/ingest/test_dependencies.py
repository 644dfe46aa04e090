"""Parses with ClearNLP labels become those of Universal Dependencies, and events are found in them.

``clear_parses.tsv`` holds sentences with both trees, and the events that are to be read.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from graph.errors import KnowledgeError, SettingError
from graph.model import Article
from ingest import dependencies
from ingest.dependencies import Labels, is_clear, load_labels, universal
from ingest.pipeline import open_pipeline
from ingest.reader import Reader
from tests.ingest.outline import DAY, lines

VOCAB = spacy.blank("en").vocab
PARSES = Path(__file__).with_name("clear_parses.tsv")
CLEAR = (
    *(
        "ROOT",
        "acl",
        "acomp",
        "advcl",
        "advmod",
        "agent",
        "amod",
        "appos",
        "attr",
        "aux",
        "auxpass",
    ),
    *("case", "cc", "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det"),
    *("dobj", "expl", "intj", "mark", "meta", "neg", "nmod", "npadvmod", "nsubj", "nsubjpass"),
    *("nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj", "predet", "prep", "prt"),
    *("punct", "quantmod", "relcl", "xcomp"),
)
"""The labels of spaCy's English parsers."""
ONLY_CLEAR = {
    *("acomp", "agent", "attr", "auxpass", "csubjpass", "dative", "dobj", "intj", "meta", "neg"),
    *("npadvmod", "nsubjpass", "oprd", "poss", "preconj", "predet", "prep", "prt", "quantmod"),
    "relcl",
}


@dataclass(frozen=True)
class Parse:
    """A sentence, what is to be read out of it, and its words with both trees."""

    sentence: str
    events: list[str]
    words: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    clear: list[tuple[int, str]]
    universal: list[tuple[int, str]]


def parses() -> Iterator[Parse]:
    """All sentences of the file; heads count from 0, and a root is its own head."""
    for block in PARSES.read_text(encoding="utf-8").split("\n\n")[1:]:
        sentence, events, *rows = block.rstrip("\n").split("\n")
        cells = [row.split("\t") for row in rows]
        _, words, lemmas, pos, tags, head, dep, ud_head, ud_dep = zip(*cells, strict=True)
        yield Parse(
            sentence=sentence.removeprefix("> "),
            events=[each for each in events.removeprefix("=").strip().split("; ") if each],
            words=list(words),
            lemmas=list(lemmas),
            pos=list(pos),
            tags=list(tags),
            clear=_tree(head, dep),
            universal=_tree(ud_head, ud_dep),
        )


def _tree(heads: tuple[str, ...], deps: tuple[str, ...]) -> list[tuple[int, str]]:
    return [
        (int(head) - 1 if head != "0" else at, dep)
        for at, (head, dep) in enumerate(zip(heads, deps, strict=True))
    ]


ALL = tuple(parses())


def parsed(one: Parse) -> Doc:
    return Doc(
        VOCAB,
        words=one.words,
        lemmas=one.lemmas,
        pos=one.pos,
        tags=one.tags,
        heads=[head for head, _ in one.clear],
        deps=[dep for _, dep in one.clear],
    )


def tree(doc: Doc) -> list[tuple[int, str]]:
    return [(token.head.i, token.dep_) for token in doc]


# The trees ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.sentence)
def test_a_sentence_gets_the_tree_of_universal_dependencies(one: Parse) -> None:
    doc = parsed(one)
    made = universal(doc)
    assert tree(made) == one.universal
    assert tree(doc) == one.clear  # which stays as it was


def test_words_and_all_but_the_tree_stay() -> None:
    doc = parsed(ALL[0])
    made = universal(doc)
    for one, other in zip(doc, made, strict=True):
        assert (one.text, one.idx, one.tag_, one.pos_, one.lemma_) == (
            other.text,
            other.idx,
            other.tag_,
            other.pos_,
            other.lemma_,
        )
    assert made.text == doc.text


LEMMAS = {"was": "be", "were": "be", "being": "be", "told": "tell"}


def build(text: str) -> Doc:
    """A parse in short: ``word/tag/pos/head/label``, heads as they are counted from 1."""
    cells = [word.split("/") for word in text.split()]
    words, tags, pos, heads, deps = (list(column) for column in zip(*cells, strict=True))
    lemmas = [LEMMAS.get(word.lower(), word.lower()) for word in words]
    places = [int(head) - 1 if head != "0" else at for at, head in enumerate(heads)]
    return Doc(VOCAB, words=words, tags=tags, pos=pos, heads=places, deps=deps, lemmas=lemmas)


@pytest.mark.parametrize(
    ("clear", "wanted"),
    [
        (  # a chain of conjuncts
            "it/PRP/PRON/2/nsubj met/VBD/VERB/0/ROOT A/NNP/PROPN/2/dobj ,/,/PUNCT/3/punct "
            "B/NNP/PROPN/3/conj and/CC/CCONJ/5/cc C/NNP/PROPN/5/conj",
            "met:nsubj met:ROOT met:obj A:punct A:conj C:cc A:conj",
        ),
        (  # a preposition within another
            "it/PRP/PRON/2/nsubj pulled/VBD/VERB/0/ROOT out/IN/ADP/2/prep of/IN/ADP/3/prep "
            "Mali/NNP/PROPN/4/pobj",
            "pulled:nsubj pulled:ROOT Mali:case Mali:case pulled:obl",
        ),
        (  # a preposition without a noun
            "a/DT/DET/2/det state/NN/NOUN/0/ROOT it/PRP/PRON/4/nsubj agreed/VBD/VERB/2/relcl "
            "with/IN/ADP/4/prep",
            "state:det state:ROOT agreed:nsubj state:acl:relcl agreed:obl",
        ),
        (  # a predicate that is a clause of its own after a preposition
            "it/PRP/PRON/2/nsubj left/VBD/VERB/0/ROOT despite/IN/SCONJ/2/prep "
            "being/VBG/AUX/3/pcomp a/DT/DET/6/det member/NN/NOUN/4/attr",
            "left:nsubj left:ROOT member:mark member:cop member:det left:advcl",
        ),
        (  # possession, numbers, negation, a passive clause as subject
            "Chad/NNP/PROPN/5/poss 's/POS/PART/1/case about/IN/ADV/4/quantmod two/CD/NUM/5/nummod "
            "envoys/NNS/NOUN/8/nsubjpass were/VBD/AUX/8/auxpass not/RB/PART/8/neg "
            "heard/VBN/VERB/0/ROOT",
            "envoys:nmod:poss Chad:case two:advmod envoys:nummod heard:nsubj:pass heard:aux:pass "
            "heard:advmod heard:ROOT",
        ),
        (  # a time beside a noun
            "the/DT/DET/2/det talks/NNS/NOUN/0/ROOT yesterday/NN/NOUN/2/npadvmod",
            "talks:det talks:ROOT talks:nmod:unmarked",
        ),
        (  # who is to do something, where the verb has an object already
            "it/PRP/PRON/2/nsubj told/VBD/VERB/0/ROOT Bush/NNP/PROPN/2/dobj "
            "Iraq/NNP/PROPN/6/nsubj to/TO/PART/6/aux go/VB/VERB/2/ccomp",
            "told:nsubj told:ROOT told:iobj go:nsubj go:mark told:ccomp",
        ),
        (  # an infinitive with its own subject after "for"
            "time/NN/NOUN/0/ROOT for/IN/SCONJ/5/mark it/PRP/PRON/5/nsubj to/TO/PART/5/aux "
            "go/VB/VERB/1/acl",
            "time:ROOT go:mark go:nsubj go:mark time:acl",
        ),
        (  # a place that "was" links, with an adverb between
            "he/PRP/PRON/2/nsubj was/VBD/AUX/0/ROOT already/RB/ADV/2/advmod in/IN/ADP/2/prep "
            "Rome/NNP/PROPN/4/pobj",
            "Rome:nsubj Rome:cop Rome:advmod Rome:case Rome:ROOT",
        ),
        (  # words for "prior to" that hang the other way
            "Prior/RB/ADV/5/advmod to/IN/ADP/1/prep talks/NNS/NOUN/2/pobj it/PRP/PRON/5/nsubj "
            "left/VBD/VERB/0/ROOT",
            "talks:case Prior:fixed left:obl left:nsubj left:ROOT",
        ),
    ],
)
def test_a_construction_is_turned(clear: str, wanted: str) -> None:
    made = [f"{token.head.text}:{token.dep_}" for token in universal(build(clear))]
    assert made == wanted.split()


@st.composite
def drawn_trees(draw: st.DrawFn) -> Doc:
    """Any tree at all, with any labels, tags and words that the conversion looks for."""
    size = draw(st.integers(1, 14))
    root = draw(st.integers(0, size - 1))
    order = [root, *draw(st.permutations([i for i in range(size) if i != root]))]
    heads = [root] * size
    for at in range(1, size):
        heads[order[at]] = order[draw(st.integers(0, at - 1))]

    def column(values: Sequence[str]) -> list[str]:
        return draw(st.lists(st.sampled_from(values), min_size=size, max_size=size))

    words = column(["is", "to", "prior", "such", "as", "of", "because", "talks", "met", "there"])
    return Doc(
        VOCAB,
        words=words,
        lemmas=["be" if word == "is" else word for word in words],
        tags=column(["VBZ", "VB", "TO", "IN", "NN", "NNP"]),
        pos=column(["VERB", "AUX", "NOUN", "ADP", "ADV", "PROPN"]),
        heads=heads,
        deps=["ROOT" if at == root else dep for at, dep in enumerate(column(CLEAR[1:]))],
        sent_starts=[at == 0 for at in range(size)],
    )


@given(drawn_trees())
def test_whatever_the_parse_the_result_is_one_tree_over_the_same_words(doc: Doc) -> None:
    made = universal(doc)
    roots = [token for token in made if token.head == token]
    assert len(roots) == 1
    assert all(roots[0] in (token, *token.ancestors) for token in made)
    assert [token.text for token in made] == [token.text for token in doc]
    assert not {token.dep_ for token in made} & ONLY_CLEAR


def test_sentences_keep_their_borders() -> None:
    one, two = ALL[1], ALL[2]
    docs = [parsed(each) for each in (one, two)]
    both = Doc.from_docs(docs)
    assert [s.text for s in universal(both).sents] == [s.text for s in both.sents]
    assert len(list(both.sents)) == 2


def test_a_wrong_table_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dependencies, "_FILE", "lexicon/grammar.toml")
    with pytest.raises(KnowledgeError, match=r"lexicon/grammar\.toml: 'labels'"):
        load_labels.__wrapped__()


def test_other_labels_may_be_given() -> None:
    labels = Labels(
        labels={"dobj": "thing"}, nominal={}, verbal={}, fixed=frozenset(), telling=frozenset()
    )
    made = universal(parsed(ALL[0]), labels)
    assert "thing" in {token.dep_ for token in made}


# The pipelines -----------------------------------------------------------------------------------

BY_WORDS = {tuple(one.words): one for one in ALL}


@Language.factory("prepared_parses", default_config={"lacking": "", "clear": True})
class Prepared:
    """A parser that looks sentences up in the file; of others it makes all words verbs."""

    def __init__(self, nlp: Language, name: str, lacking: str, clear: bool) -> None:
        self._lacking = lacking
        self.labels = CLEAR if clear else ("ROOT", "subject", "object")

    def __call__(self, doc: Doc) -> Doc:
        words = [token.text for token in doc]
        one = BY_WORDS.get(tuple(words))
        columns: dict[str, Any] = {
            "tags": one.tags if one else ["VB" for _ in words],
            "pos": one.pos if one else ["VERB" for _ in words],
            "lemmas": one.lemmas if one else words,
            "deps": [dep for _, dep in one.clear] if one else ["ROOT", *["dep"] * len(words[1:])],
            "heads": [head for head, _ in one.clear] if one else [0 for _ in words],
        }
        if self._lacking == "penn":
            columns["tags"] = ["verb" for _ in words]
        given = {name: column for name, column in columns.items() if name != self._lacking}
        if self._lacking == "deps":
            del given["heads"]
        spaces = [bool(token.whitespace_) for token in doc]
        return Doc(doc.vocab, words=words, spaces=spaces, **given)


Save = Callable[..., str]


@pytest.fixture
def save(tmp_path: Path, nlp: Language) -> Save:
    """Saves a pipeline that parses like this, and gives its folder."""

    def to_disk(**config: object) -> str:
        made = spacy.blank("en")
        made.tokenizer = nlp.tokenizer
        made.add_pipe("prepared_parses", name="parser", config=config)
        made.to_disk(tmp_path / "pipeline")
        return str(tmp_path / "pipeline")

    return to_disk


def test_the_reader_finds_the_events_in_parses_with_clearnlp_labels(save: Save) -> None:
    reader = Reader(open_pipeline(save()))
    articles = [Article(id=one.sentence, text=one.sentence, published=DAY) for one in ALL]
    read = {r.article.id: lines(r.events) for r in reader.read_many(articles)}
    assert read == {one.sentence: one.events for one in ALL}
    assert sum(map(len, read.values())) > 25


def test_without_the_conversion_hardly_an_event_would_be_found(save: Save) -> None:
    bare = open_pipeline(save())
    bare.remove_pipe("dragoman_universal_dependencies")
    reader = Reader(bare)
    articles = [Article(id=one.sentence, text=one.sentence, published=DAY) for one in ALL]
    events = [event for r in reader.read_many(articles) for event in r.events]
    assert len(events) < len(ALL) / 2


def test_our_own_pipeline_is_not_converted(nlp: Language) -> None:
    assert "dragoman_universal_dependencies" not in nlp.pipe_names
    assert not is_clear(nlp.get_pipe("parser").labels)  # type: ignore[attr-defined] # has labels
    folder = str(files("data") / "pipeline")
    assert open_pipeline(folder).pipe_names == nlp.pipe_names


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ({"lacking": "deps"}, "gives no dependency parse; name one that has a parser"),
        ({"lacking": "tags"}, "gives no tags; name one that has a tagger"),
        ({"lacking": "pos"}, "gives no parts of speech; name one that has a morphologizer"),
        ({"lacking": "lemmas"}, "gives no lemmas; name one that has a lemmatizer"),
        ({"lacking": "penn"}, "its tags are not those of the Penn Treebank"),
        ({"clear": False}, "speaks neither Universal Dependencies nor ClearNLP"),
    ],
)
def test_a_pipeline_that_lacks_something_is_told_so_at_once(
    save: Save, config: dict[str, object], told: str
) -> None:
    folder = save(**config)
    with pytest.raises(SettingError) as caught:
        open_pipeline(folder)
    assert f"pipeline {folder}: " in str(caught.value)
    assert told in str(caught.value)
