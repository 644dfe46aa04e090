"""A number of states, and the list that says which they are."""

import pytest

from tests.ingest.outline import Read, lines

FIVE = "BEN, GHA, MLI, NER, TGO"
LIST = "Benin, Ghana, Mali, Niger and Togo"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (f"Five countries condemned Chad on Monday. They are {LIST}.", f"Accusation {FIVE} > TCD"),
        (f"{LIST} share a coast. The five states condemned Chad.", f"Accusation {FIVE} > TCD"),
        (f"Leaders of five nations met in Lima. Present were those of {LIST}.", f"Meeting {FIVE}"),
        (
            f"Chad summoned the ambassadors of five African states. The embassies of {LIST} had "
            "closed.",
            f"RelationsDowngrade TCD > {FIVE}",
        ),
    ],
)
def test_states_of_whom_the_number_is_told_are_those_of_the_list(
    read: Read, text: str, event: str
) -> None:
    assert event.removeprefix("Meeting ") in " ".join(lines(read(text)))


@pytest.mark.parametrize(
    "text",
    [
        f"Six countries condemned Chad. {LIST} did nothing.",
        "Three countries condemned Chad. Benin, Mali and Togo did nothing. Ghana, Fiji and Niger "
        "slept.",
        "Three countries condemned Chad. Benin met Mali and Togo.",
    ],
)
def test_another_list_says_nothing(read: Read, text: str) -> None:
    assert not [event for event in lines(read(text)) if event.startswith("Accusation")]
