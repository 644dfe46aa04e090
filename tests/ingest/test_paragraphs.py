"""What of a text is read, and that every kept character knows where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.paragraphs import paragraphs

LEAD = "Chilean diplomats returned to Quito on Monday."
PIECES = st.sampled_from(
    [
        "Peru thanked Chile. ",
        "''quoted''",
        "'''bold'''",
        "<b>heavy</b>",
        '<a href="http://example.org/x">anchor</a>',
        "<!-- hidden -->",
        "[[Lima]]",
        "[[Peru|Peruvian]]",
        "[[w:Quito|the capital]]",
        "{{w|Bogotá}}",
        "{{w|Bogotá|the city}}",
        "{{cite|x}}",
        "[http://example.org source]",
        "[edit]",
        "[12]",
        "[of Ghana]",
        "&amp;",
        "&nbsp;",
        "&#233;",
        "[[File:Map.png|thumb|[[Map]] of it]]",
        "naïve café — “quote”",
        "\n\n",
        "\n",
        "  ",
        "[[",
        "<",
        "&",
        "{{",
        "]]",
        "𝔘",
    ]
)


def texts(text: str, title: str = "") -> list[str]:
    return [paragraph.text for paragraph in paragraphs(text, title)]


def test_menus_headlines_captions_and_bylines_are_left_out() -> None:
    text = (
        "Home | World | Business | Opinion | Sport\n"
        "Chile and Ecuador mend fences\n"
        "By Maria Rojas\n"
        "Photo: the harbour of Guayaquil\n\n"
        f"{LEAD} They had been away for two years.\n\n"
        "Related stories:\n"
        "Share this article\n"
        "Quito hails a new beginning"
    )
    assert texts(text) == [f"{LEAD} They had been away for two years."]


def test_a_doubled_headline_is_left_out_even_where_it_ends_like_a_sentence() -> None:
    title = "Chile's diplomats return to Quito!"
    assert texts(f"{title}\n\n{title}\n\n{LEAD}", title) == [LEAD]


def test_a_long_headline_behind_a_menu_is_left_out() -> None:
    title = " and ".join(["Chile's diplomats return to Quito for talks on fish"] * 3)
    assert texts(f"HomeLatin America{title}\n\n{LEAD}", title) == [LEAD]


def test_a_text_of_nothing_but_a_headline_is_read_all_the_same() -> None:
    assert texts("Chile recalls its ambassador") == ["Chile recalls its ambassador"]


def test_a_headline_is_no_sentence_where_sentences_are_there() -> None:
    assert texts(f"Chile recalls its ambassador\n\n{LEAD}") == [LEAD]


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\r\n\r\n", "<br/>", "<!-- nothing -->", "''''"])
def test_a_text_without_words_has_no_paragraphs(text: str) -> None:
    assert texts(text) == []


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("[[Peru]] thanked [[Chile|its neighbour]] .", "Peru thanked its neighbour ."),
        ("{{w|Peru}} thanked {{w|Chile|its neighbour}}.", "Peru thanked its neighbour."),
        ("[[w:Peru]] thanked Chile for help.", "Peru thanked Chile for help."),
        ("'''Peru''' thanked ''Chile'' for help.", "Peru thanked Chile for help."),
        ("<p>Peru <i>thanked</i> Chile for help.</p>", "Peru thanked Chile for help."),
        ("Peru thanked Chile<!-- who? --> for help.", "Peru thanked Chile for help."),
        ("Peru [https://example.org/1 thanked] Chile for help.", "Peru thanked Chile for help."),
        ("Peru thanked Chile for help[3] and[edit] rice.", "Peru thanked Chile for help and rice."),
        ("Peru &amp; Chile thanked Ghana for help.", "Peru & Chile thanked Ghana for help."),
        ("The minister [of Peru] thanked Chile.", "The minister of Peru thanked Chile."),
        ("[[File:Lima.jpg|thumb|View]]Peru thanked Chile.", "Peru thanked Chile."),
    ],
)
def test_markup_is_taken_off(marked: str, plain: str) -> None:
    assert texts(marked) == [plain]


def test_the_credit_after_the_last_sentence_is_left_out() -> None:
    assert texts(f"{LEAD} (Andean News) (Daily Herald)") == [LEAD]


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    sentence = "The foreign minister of Ghana said that the talks in Accra would go on"
    wrapped = "\n".join([sentence] * 7) + ".\n\n" + LEAD
    assert len(texts(wrapped)) == 2


def test_a_line_that_ends_within_its_sentence_goes_on() -> None:
    broken = LEAD.replace(" ", "\n", 1)
    assert broken.splitlines()[1][0].islower()
    assert texts(broken) == [broken]


def test_each_line_is_a_paragraph_where_lines_are_not_broken_at_a_width() -> None:
    assert texts(f"{LEAD}\n{LEAD}\n") == [LEAD, LEAD]


def test_a_span_points_at_its_words_behind_markup() -> None:
    text = f"Menu\n\n'''{LEAD}''' [[Peru|Lima]] &amp; [[Chile]] agreed.\n"
    (paragraph,) = paragraphs(text)
    for words in ("Chilean", "Monday.", "Lima", "agreed."):
        at = paragraph.text.index(words)
        start, end = paragraph.span(at, at + len(words))
        assert text[start:end] == words


@given(st.lists(PIECES, max_size=25))
def test_every_kept_character_stands_at_its_offset(pieces: list[str]) -> None:
    text = "".join(pieces)
    last = -1
    for paragraph in paragraphs(text):
        assert len(paragraph.offsets) == len(paragraph.text)
        assert paragraph.text == paragraph.text.strip()
        for character, offset in zip(paragraph.text, paragraph.offsets, strict=True):
            assert text[offset] == character or text[offset] == "&"
            assert offset > last
            last = offset


@given(st.text(max_size=400))
def test_any_text_gives_paragraphs_that_lie_in_it(text: str) -> None:
    for paragraph in paragraphs(text):
        start, end = paragraph.span(0, len(paragraph.text))
        assert 0 <= start < end <= len(text)


def test_a_word_that_was_broken_at_a_hyphen_is_whole_again() -> None:
    text = "The two- day talks between pre- and post-war leaders were held by Kim Il- sung."
    (paragraph,) = paragraphs(text)
    assert paragraph.text == text.replace("two- ", "two-").replace("Il- ", "Il-")
    start = paragraph.text.index("Il-sung")
    assert paragraph.span(start, start + 7) == (text.index("Il- "), len(text) - 1)
