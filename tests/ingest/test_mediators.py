"""What mediators do tells of a mediation."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egyptian mediators said Chile and Poland were close.", "Mediation EGY > CHL, POL"),
        ("Mediators from Egypt and Togo met Chile and Poland.", "Mediation EGY, TGO > CHL, POL"),
    ],
)
def test_the_two_others_in_the_sentence_are_the_parties(
    read: Read, text: str, expected: str
) -> None:
    assert expected in lines(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Poland asked for a mediator.",
        "Chile rejected Egypt as a mediator in its dispute with Poland.",
        "Egyptian mediators wept.",
        "Egyptian mediators met Chile, Poland and Togo.",
    ],
)
def test_mediators_without_two_parties_are_none(read: Read, text: str) -> None:
    assert not any("Mediation" in told for told in lines(read(text)))


def test_who_tries_to_mediate_mediates(read: Read) -> None:
    told = read("Norway is trying to mediate between Kenya and Somalia.")
    assert lines(told) == ["Mediation NOR > KEN, SOM"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("King Felipe of Spain is the facilitator in Lesotho.", "Mediation felipe-vi > LSO"),
        (
            "Chile and Poland signed a pact. Kofi Annan, the UN peace envoy, met Kenya's king.",
            "Mediation kofi-annan > CHL, POL",
        ),
        ("The Kenyan-led talks between Chile and Poland failed.", "Mediation KEN > CHL, POL"),
    ],
)
def test_who_holds_the_office_mediates(read: Read, text: str, expected: str) -> None:
    assert expected in lines(read(text))
