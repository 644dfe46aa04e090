"""Texts in capitals throughout are read as other texts are."""

import pytest

from ingest.authority import load_authority
from ingest.gazetteer import load_gazetteer
from ingest.leaders import load_leaders
from ingest.lexicon import load_triggers
from ingest.offices import load_offices
from ingest.paragraphs import Paragraph, paragraphs
from ingest.recasing import Recasing
from ingest.words import load_actor_words
from tests.ingest.outline import Read


@pytest.fixture(scope="module")
def recasing() -> Recasing:
    return Recasing(
        load_authority(),
        load_gazetteer(),
        load_leaders(),
        load_offices(),
        load_actor_words(),
        load_triggers().verb_forms,
    )


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("THE KENYAN ARMY IS IN NORWAY.", "The Kenyan army is in Norway."),
        ("NATO AND THE U.S. AGREED ON MONDAY.", "NATO and the U.S. agreed on Monday."),
        (
            "PRESIDENT PETER OKELLO MET THEM. OKELLO LEFT IN MAY.",
            "President Peter Okello met them. Okello left in May.",
        ),
        ("OSLO (NTB), 3 MAY -- WE WHO ACT ARE HERE.", "OSLO (NTB), 3 MAY -- We who act are here."),
    ],
)
def test_only_names_keep_their_capitals(recasing: Recasing, capitals: str, written: str) -> None:
    (paragraph,) = recasing.recased([Paragraph(capitals, range(len(capitals)))])
    assert paragraph.text == written


def test_other_texts_stay_as_they_are(recasing: Recasing) -> None:
    text = "NATO, the EU and the UN met in OSLO."
    assert recasing.recased([Paragraph(text, range(len(text)))])[0].text == text


def test_the_head_of_a_monitored_broadcast_is_left_out() -> None:
    text = "OSLO, 3 MAY (NTB) -- [INTERVIEW] [OLAV DAHL] [TEXT] NORWAY HAS [WORDS INDISTINCT] WON."
    (paragraph,) = paragraphs(text)
    assert paragraph.text == "OSLO, 3 MAY (NTB) --  NORWAY HAS  WON."


def test_a_text_in_capitals_gives_its_events_with_its_own_words(read: Read) -> None:
    text = "KENYAN PRESIDENT PETER OKELLO TODAY MET NORWEGIAN FOREIGN MINISTER KARI LUND IN OSLO."
    (event,) = read(text)
    assert event.kind == "Meeting"
    assert {a.label for a in event.actors()} == {"Peter Okello", "Kari Lund"}
    assert event.evidence[0].exact == text
