"""Search: any case, any accent, all words, nothing but words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.search import Hit, excerpt, search
from graph.store import GraphReader
from tests.world import sample_store

_STORE = sample_store()


def _found(words: str, *kinds: str, store: GraphReader = _STORE) -> list[str]:
    hits: tuple[Hit, ...] = search(store, words, kinds) if kinds else search(store, words)
    return [hit.label for hit in hits]


@pytest.mark.parametrize("words", ["Türkiye", "turkiye", "TURKIYE", "tÜrkıye", "Tu\u0308rkiye"])
def test_case_and_accents_make_no_difference(words: str) -> None:
    assert _found(words, "actor") == ["Türkiye"]


def test_an_actor_is_found_by_its_other_names() -> None:
    (hit,) = search(_STORE, "the bloc", ("actor",))
    assert (hit.label, hit.excerpt) == ("European Union", "the bloc")


def test_all_words_must_occur() -> None:
    found = _found("lindqvist nairobi", "event")
    assert len(found) == 2
    assert all("Lindqvist" in label and "Nairobi" in label for label in found)
    assert _found("lindqvist oslo", "event") == []


def test_texts_are_found_with_the_words_around() -> None:
    (hit,) = search(_STORE, "forty million", ("article",))
    assert "given Kenya forty million dollars" in hit.excerpt


def test_the_name_itself_comes_first() -> None:
    assert _found("kenya", "actor")[0] == "Kenya"


def test_every_kind_has_its_hits() -> None:
    kinds = {hit.kind for word in ("water", "oslo", "norway") for hit in search(_STORE, word)}
    assert kinds == {"actor", "event", "document", "place", "topic", "article"}


def test_no_more_than_asked_for() -> None:
    assert len(search(_STORE, "a", ("event",), limit=3)) == 3


@pytest.mark.parametrize("words", ["", "  ", "a" * 40])
def test_what_cannot_be_found_finds_nothing(words: str) -> None:
    assert _found(words) == []


@given(st.text(max_size=30))
def test_no_words_break_the_question(words: str) -> None:
    search(_STORE, words)


@given(st.text(min_size=1, max_size=200), st.text(min_size=1, max_size=5))
def test_an_excerpt_is_a_piece_of_the_text(text: str, word: str) -> None:
    shown = excerpt(text, [word]).removeprefix("… ").removesuffix(" …")
    assert shown in " ".join(text.split())
