"""Articles are cut at paragraphs; nothing is lost, nothing is too long, and words stay whole."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.languagemodel.pieces import pieces

WORDS = st.text(alphabet="abcdef", min_size=1, max_size=9)
SENTENCES = st.lists(WORDS, min_size=1, max_size=12).map(lambda w: " ".join(w).capitalize() + ".")
PARAGRAPHS = st.lists(st.lists(SENTENCES, min_size=1, max_size=6).map(" ".join), max_size=8)


@given(PARAGRAPHS, st.integers(min_value=10, max_value=200))
def test_all_words_stay_whole_and_in_order(paragraphs: list[str], longest: int) -> None:
    cut = pieces(paragraphs, longest)
    assert " ".join(cut).split() == " ".join(paragraphs).split()
    assert all(0 < len(each) <= longest for each in cut)


@given(PARAGRAPHS)
def test_a_short_article_is_one_piece_with_its_paragraphs(paragraphs: list[str]) -> None:
    assert pieces(paragraphs) == (("\n\n".join(paragraphs),) if paragraphs else ())


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    text = "Norway met Kenya. Fiji met Tonga. Chile met Ghana."
    assert pieces([text], longest=40) == ("Norway met Kenya. Fiji met Tonga.", "Chile met Ghana.")


def test_a_word_that_is_longer_than_a_piece_is_cut() -> None:
    assert pieces(["x" * 25], longest=10) == ("x" * 10, "x" * 10, "x" * 5)
