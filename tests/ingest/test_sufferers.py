"""Who suffers what somebody condemns is not blamed for it."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    "deed",
    [
        "the attack on a mosque in Kenya's Lamu county",
        "in the strongest terms the terrorist attacks in Kenya's capital, Nairobi, and in the "
        "country's north",
        "the bombings that rocked Kenya",
        "the terrorist attacks which hit Kenya on Monday",
        "the massacre that Kenya suffered",
        "the attacks suffered by Kenya",
    ],
)
def test_whose_town_is_hit_is_not_accused(read: Read, deed: str) -> None:
    assert lines(read(f"France condemned {deed}.")) == []


def test_who_does_it_is(read: Read) -> None:
    told = lines(read("France condemned Chad's attack on a mosque in Kenya's Lamu county."))
    assert "Accusation FRA > TCD" in told
    assert not any("FRA > KEN" in line for line in told)


def test_who_strikes_is_blamed_and_not_who_is_struck(read: Read) -> None:
    told = lines(read("France condemned the Chadian attacks that hit Kenya."))
    assert "Accusation FRA > TCD" in told
    assert not any("FRA > KEN" in line for line in told)
