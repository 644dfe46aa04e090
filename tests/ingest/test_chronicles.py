"""What stands around the items of a chronicle is no part of their sentences."""

import pytest

from ingest.chronicles import topic_end
from ingest.paragraphs import paragraphs
from tests.ingest.outline import Read, lines

ITEM = "Chad expels two envoys of Togo."


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(text)]


@pytest.mark.parametrize(
    "sources",
    [
        " (Daily Sun)",
        " (Daily Sun), (AP)",
        " (Daily Sun) (AP via The Age)",
        "(Daily Sun)(UKPA).",
        " (Daily Sun) , (iRadio)",
    ],
)
def test_who_reported_an_item_is_left_out(sources: str) -> None:
    assert texts(ITEM + sources) == [ITEM]


def test_who_reported_each_sentence_is_left_out() -> None:
    assert texts(f"{ITEM} (Daily Sun), (AP) {ITEM} (Daily Sun)") == [f"{ITEM} {ITEM}"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad (Lake Chad Basin) expels two envoys.",
        "Chad expels envoys. (They had been there for years.) Togo protests.",
        "Chad expels envoys of Togo (and of Benin).",
    ],
)
def test_other_brackets_are_read(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(
    "topic",
    ["2006 Togo border dispute", "Relations of Chad and Togo", "War in the North (2001–2003)"],
)
def test_the_topic_of_an_item_is_left_out(topic: str) -> None:
    assert texts(f"{topic}: {ITEM}") == [ITEM]


@pytest.mark.parametrize(
    "text",
    [
        "Chad: No war.",
        "QUESTION: Will you go?",
        "Minister Sow of Togo: We agree.",
        "2016: Chad expels envoys.",
        "2016, March 3: Chad expels envoys.",
    ],
)
def test_a_speaker_or_a_day_is_no_topic(text: str) -> None:
    assert topic_end(text) == 0


def test_an_item_with_topic_and_sources_is_read(read: Read) -> None:
    (event,) = read(f"2006 Togo border dispute: {ITEM} (Daily Sun), (AP)")
    assert lines([event]) == ["RelationsDowngrade TCD > TGO"]
    assert event.evidence[0].exact == ITEM


def test_what_stands_under_a_day_was_on_it(read: Read) -> None:
    told = (
        "Monday, May 11\n\nChad expelled two envoys of Togo.\n\n"
        "Day 2 – 12 May\n\nPeru met Chile in Lima.\n\nPeru thanked Chile on 9 May."
    )
    assert [event.date for event in read(told)] == ["2020-05-11", "2020-05-12", "2020-05-09"]


def test_a_line_with_the_day_of_the_text_is_no_heading(read: Read) -> None:
    assert {e.date for e in read("20 May 2020\n\nChad expelled two envoys of Togo.")} == {None}
