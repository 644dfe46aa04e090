"""Third parties by whom two come together mediate, and are none of the two."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    "text",
    [
        "With Peru as the mediator, Norway and Kenya met.",
        "Peru arranged a meeting between Norway and Kenya.",
        "The meeting between Norway and Kenya was arranged by Peru.",
        "Peru helped Norway and Kenya hold talks.",
    ],
)
def test_a_third_party_mediates_between_the_two_who_meet(read: Read, text: str) -> None:
    told = [line.removeprefix("planned ") for line in lines(read(text))]
    assert told == ["Mediation PER > KEN, NOR", "Meeting KEN, NOR"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway arranged a meeting between its president and the president of Kenya.",
        "Norway and Kenya arranged a meeting between their presidents.",
        "With the help of Peru, Norway attacked Kenya.",
        "Peru helped Norway and Kenya fight pirates.",
    ],
)
def test_who_arranges_talks_of_one_s_own_or_helps_otherwise_does_not(read: Read, text: str) -> None:
    assert not any("Mediation" in told for told in lines(read(text)))
