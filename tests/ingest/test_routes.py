"""Visits to where travellers were before and go on to, and those that come to nothing."""

import pytest

from tests.ingest.outline import Read, lines

HER = "Chilean President Ana Rojas"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{HER} arrived in Kenya on her way from Poland.",
            ["Visit ana-rojas > KEN", "Visit ana-rojas > POL"],
        ),
        (
            f"{HER} stopped in Kenya en route to Poland.",
            ["Visit ana-rojas > KEN", "planned Visit ana-rojas > POL"],
        ),
        (f"{HER} flew home from Poland.", ["Visit ana-rojas > POL"]),
        (f"{HER} left Poland for Kenya.", ["Visit ana-rojas > KEN", "Visit ana-rojas > POL"]),
        ("Chilean refugees returned from Poland.", []),
        ("Chile's ambassador Ana Rojas left Poland for Chile.", []),
        (f"{HER} returned from Chile.", []),
        (f"{HER} visited the USS Porter in Valparaíso.", []),
        (f"{HER} visited US troops in Kenya.", ["Visit ana-rojas > KEN"]),
        (f"{HER} visited Chilean troops stationed at a base in Kenya.", ["Visit ana-rojas > KEN"]),
    ],
)
def test_a_journey_leads_from_one_state_to_another(
    read: Read, text: str, expected: list[str]
) -> None:
    assert lines(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{HER} was unable to go to Poland because of the storm.",
        f"{HER} will not visit Poland.",
        f"{HER} decided not to travel to Poland.",
        f"The storm forced the postponement of a visit {HER} was to have made to Poland.",
    ],
)
def test_a_visit_that_comes_to_nothing_is_called_off(read: Read, text: str) -> None:
    assert lines(read(text)) == ["calledOff Visit ana-rojas > POL"]


def test_who_has_never_been_there_calls_nothing_off(read: Read) -> None:
    assert lines(read(f"{HER} will never visit Poland.")) == []
    assert lines(read(f"{HER} did not visit Poland.")) == []


def test_a_summit_that_does_not_take_place_is_called_off(read: Read) -> None:
    told = read("The summit between Chile and Poland did not take place.")
    assert lines(told) == ["calledOff Convening CHL, POL"]


def test_an_invitation_that_is_accepted_is_a_visit_to_come(read: Read) -> None:
    assert lines(read(f"{HER} accepted an invitation to visit Poland.")) == [
        "planned Visit ana-rojas > POL"
    ]


def test_names_with_a_hyphen_before_a_verb_are_no_adjective(read: Read) -> None:
    assert lines(read("Chile - Poland said - was ready.")) == []
