"""Headings of remarks that say who had met are read as sentences."""

import pytest

from tests.ingest.outline import Read, lines

THANKS = "Thank you all for coming."


@pytest.mark.parametrize(
    "heading",
    [
        "Remarks by President Kari Lund of Norway and President Ada Sow of Togo after Their Talks",
        "Press Statements by President Kari Lund of Norway and President Ada Sow of Togo"
        " Following Bilateral Talks",
        "Joint Press Conference of President Kari A. Lund of Norway And President Ada Sow Of Togo"
        " Before Expanded Meeting",
        "Joint press point with President Kari Lund of Norway and President Ada Sow of Togo",
        "Press conference by President Kari Lund of Norway with President Ada Sow of Togo",
        "Remarks by President Kari Lund of Norway at a press conference with Ada Sow, President of"
        " Togo",
        "President Kari Lund of Norway's opening words at the joint press conference with"
        " President Ada Sow of Togo",
        "Remarks by President Kari Lund of Norway after her meeting with President Ada Sow of Togo",
    ],
)
def test_a_heading_says_who_had_met(heading: str, read: Read) -> None:
    (line,) = lines(read(f"{heading}\n\n{THANKS}", title=heading))
    assert line.startswith("Meeting ada-sow, kari-")


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Readout of President Kari Lund of Norway's Call with President Ada Sow of Togo", "Call"),
        ("President Kari Lund of Norway's Phone Call with President Ada Sow of Togo", "Call"),
        ("Telephone conversation between Kari Lund of Norway and Ada Sow of Togo", "Call"),
        ("President Kari Lund of Norway's Meeting with President Ada Sow of Togo", "Meeting"),
        ("Meeting between President Kari Lund of Norway and President Ada Sow of Togo", "Meeting"),
    ],
)
def test_a_read_out_says_by_its_heading_what_took_place(
    heading: str, told: str, read: Read
) -> None:
    (line,) = lines(read(f"{heading}\n\n{THANKS}", title=heading))
    assert line == f"{told} ada-sow, kari-lund"


def test_who_calls_in_a_heading_is_the_secretary_below_it(read: Read) -> None:
    heading = "Readout of Norwegian State Secretary Lund's Call with Togo's Foreign Minister Sow"
    told = read(f"{heading}\n\nThe State Secretary condemned Kenya.", title=heading)
    assert [line for line in lines(told) if "KEN" in line] == ["Accusation lund > KEN"]


@pytest.mark.parametrize(
    "heading",
    [
        "Talks between Norway and Togo, brokered by Kenya, broke down",
        "Norway's talks with Togo end in failure",
        "Remarks by President Kari Lund of Norway and President Ada Sow of Togo at the UN Summit",
        "Remarks by President Kari Lund of Norway after Meeting with Ada Sow",
        "Remarks by President Kari Lund of Norway and President Ada Sow of Togo",
        "Remarks by Prime Minister Kari Lund of Norway and Minister Jon Berg of Norway after talks",
    ],
)
def test_other_headings_tell_of_no_meeting(heading: str, read: Read) -> None:
    assert lines(read(f"{heading}\n\n{THANKS}", title=heading)) == []


def test_the_evidence_is_the_heading(read: Read) -> None:
    heading = (
        "Remarks by President Kari Lund of Norway and President Ada Sow of Togo after a Meeting"
    )
    text = f"{heading}\n\n{THANKS}"
    (met,) = read(text, title=heading)
    told = text[met.evidence[0].start : met.evidence[0].end]
    assert heading.endswith(told)
    assert told.startswith("President Kari Lund")


def test_a_sentence_on_talks_is_no_heading(read: Read) -> None:
    (talks,) = read("Talks between Norway and Togo in Lima on 14 April 2021 ended without a deal.")
    assert talks.date == "2021-04-14"
    assert talks.place is not None
    assert talks.place.label == "Lima"


@pytest.mark.parametrize(
    "heading",
    [
        "Remarks With President Ada Sow of Togo Before Their Meeting",
        "Press Availability With President Ada Sow of Togo",
    ],
)
def test_a_heading_says_whom_the_speaker_had_met(heading: str, read: Read) -> None:
    speaker = "Kari Lund\nPresident of Norway\nOslo"
    assert lines(read(f"{heading}\n\n{speaker}\n\n{THANKS}")) == ["Meeting ada-sow, kari-lund"]


def test_who_speaks_with_nobody_known_met_nobody(read: Read) -> None:
    heading = "Remarks With Students Before Their Meeting"
    assert lines(read(f"{heading}\n\nKari Lund\nPresident of Norway\n\n{THANKS}")) == []
