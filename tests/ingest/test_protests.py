"""What is done in protest is said as well, and at whom it is aimed."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Norway recalled its ambassador to Kenya in protest over the arrest of a poet.", "KEN"),
        ("Norway expelled two Kenyan diplomats in protest at the delay.", "KEN"),
        ("Norway recalled its ambassador to Kenya in protest at Chile's arrest of a poet.", "CHL"),
    ],
)
def test_who_acts_in_protest_accuses(text: str, accused: str, read: Read) -> None:
    told = lines(read(text))
    assert [one for one in told if one.startswith("Accusation")] == [f"Accusation NOR > {accused}"]


def test_what_is_not_done_in_protest_accuses_nobody(read: Read) -> None:
    told = lines(read("Norway recalled its ambassador to Kenya after a protest in Oslo."))
    assert told == ["RelationsDowngrade NOR > KEN"]
