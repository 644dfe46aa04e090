"""Words of an answer are found in the text, however they are spaced and quoted there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.languagemodel.quotes import as_named, as_quoted

TEXT = "He said:  “It’s\nover.” Süleyman Soylu met S\u0327ahin."


def found(text: str, quote: str) -> list[str]:
    return [text[start:end] for start, end in as_quoted(text).spans(as_quoted(quote).text)]


@pytest.mark.parametrize(
    "quote", ['He said: "It\'s over."', "He  said: “It's over.”", " He said:\n«It’s over.» "]
)
def test_blanks_and_quotation_marks_do_not_count(quote: str) -> None:
    assert found(TEXT, quote) == ["He said:  “It’s\nover.”"]


@pytest.mark.parametrize("quote", ["He said: It's over.", "he said", "said: x", "oylu", "Suleyman"])
def test_all_else_counts(quote: str) -> None:
    assert found(TEXT, quote) == []


def test_names_are_found_without_regard_to_case_and_marks() -> None:
    spans = as_named(TEXT).spans(as_named("SULEYMAN  soylu").text)
    assert [TEXT[start:end] for start, end in spans] == ["Süleyman Soylu"]
    spans = as_named(TEXT).spans(as_named("Sahin").text)
    assert [TEXT[start:end] for start, end in spans] == ["S\u0327ahin"]


def test_every_place_of_a_name_is_found() -> None:
    text = "Oman, Romania and Oman."
    assert list(as_named(text).spans("oman")) == [(0, 4), (18, 22)]


@given(st.text(max_size=60), st.data())
def test_any_run_of_whole_words_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = as_quoted(text[start:end]).text
    for made in found(text, quote):
        assert as_quoted(made).text == quote
