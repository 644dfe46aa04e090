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
    "heading",
    [
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
