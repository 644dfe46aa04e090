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


@pytest.mark.parametrize(
    "told",
    [
        f"{CHILEAN} called {POLE} on Monday.",
        f"{CHILEAN} called {POLE} to discuss the harvest.",
        f"{CHILEAN} called {POLE} to congratulate him.",
    ],
)
def test_who_is_called_to_talk_has_a_call(read: Read, told: str) -> None:
    told_of = lines(read(told))
    assert CALL in told_of
    assert not any(line.startswith(("Accusation", "Request", "Meeting")) for line in told_of)


@pytest.mark.parametrize(
    "told",
    [
        f"{CHILEAN} called {POLE} a liar.",
        f"{CHILEAN} called {POLE} to order.",
        f"{CHILEAN} called on {POLE} to resign.",
        f"{CHILEAN} never called {POLE}.",
        f"{CHILEAN} called the Polish ambassador to complain.",
    ],
)
def test_what_else_is_said_of_calling_is_no_call(read: Read, told: str) -> None:
    assert CALL not in lines(read(told))
    assert not any(line.startswith("Call") for line in lines(read(told)))


def test_two_who_shake_hands_meet(read: Read) -> None:
    told = read(f"{CHILEAN} and {POLE} shook hands in Lima.")
    assert lines(told) == ["Meeting ana-rojas, jan-nowak"]
