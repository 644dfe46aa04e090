"""Who speaks in a speech: "I" is the speaker, "we" the state for which the speaker speaks."""

import pytest

from tests.ingest.outline import Read, lines

VISITED = "I visited Ghana on Monday."


@pytest.mark.parametrize(
    "title",
    [
        "Remarks by Norwegian Foreign Minister Kari Lund",
        "Speech of Norwegian Foreign Minister Kari Lund at the Oslo Forum",
        "Norwegian Foreign Minister Kari Lund's speech in Oslo",
        "Statement by the Foreign Minister of Norway, Kari Lund",
    ],
)
def test_the_title_of_a_speech_names_the_speaker(title: str, read: Read) -> None:
    assert lines(read(VISITED, title=title)) == ["Visit kari-lund > GHA"]


def test_the_first_lines_of_a_speech_name_the_speaker(read: Read) -> None:
    text = f"Speech by Norwegian Foreign Minister Kari Lund.\n\nThank you all.\n\n{VISITED}"
    assert lines(read(text)) == ["Visit kari-lund > GHA"]


def test_we_is_the_state_of_the_speaker(read: Read) -> None:
    title = "Remarks by Norwegian Foreign Minister Kari Lund"
    assert lines(read("We condemn Belarus.", title=title)) == ["Accusation NOR > BLR"]


@pytest.mark.parametrize("title", ["", "A statement of regret", "Speech day at school"])
def test_without_a_speaker_nobody_is_meant(title: str, read: Read) -> None:
    assert lines(read(VISITED, title=title)) == []
    assert lines(read("We condemn Belarus.", title=title)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Kari Lund, Foreign Minister of Norway",
        "MEDIA RELEASE FOREIGN MINISTER OF NORWAY KARI LUND FA90 19 June 2002",
        "STATEMENT BY THE NORWEGIAN FOREIGN MINISTER, KARI LUND",
    ],
)
def test_a_line_of_its_own_names_who_speaks(line: str, read: Read) -> None:
    assert "Visit kari-lund > GHA" in lines(read(f"Trip\n\n{line}\n\n{VISITED}"))


def test_a_headline_with_a_person_names_no_speaker(read: Read) -> None:
    line = "Norwegian Foreign Minister Kari Lund warns of war"
    assert lines(read(f"{line}\n\n{VISITED}")) == []
