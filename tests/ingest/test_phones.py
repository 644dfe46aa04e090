"""Whoever is told something on the telephone has a call."""

import pytest

from tests.ingest.outline import Read, lines

CALL = "Call ana-rojas, jan-nowak"
CHILEAN, POLE = "Chilean President Ana Rojas", "Polish Foreign Minister Jan Nowak"


@pytest.mark.parametrize(
    "told",
    [
        f"{CHILEAN} told {POLE} on the telephone that it was late.",
        f"{CHILEAN} told {POLE} of her plan in a telephone conversation on Monday.",
    ],
)
def test_who_is_told_something_on_the_telephone_has_a_call(read: Read, told: str) -> None:
    assert CALL in lines(read(told))


@pytest.mark.parametrize(
    "told",
    [
        f"{CHILEAN} will tell {POLE} on the telephone that it is late.",
        f"{CHILEAN} told {POLE} that the telephone was broken.",
    ],
)
def test_what_is_not_told_on_the_telephone_is_no_call(read: Read, told: str) -> None:
    assert CALL not in lines(read(told))


def test_two_who_shake_hands_meet(read: Read) -> None:
    told = read(f"{CHILEAN} and {POLE} shook hands in Lima.")
    assert lines(told) == ["Meeting ana-rojas, jan-nowak"]
