"""Whose deed it is that somebody is arrested or tried: rather their own state's than theirs."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Norway voiced concern over the arrest of former Kenyan president Daniel Moi.",
         ["Accusation NOR > KEN"]),
        ("Norway condemned the trial of former Kenyan president Daniel Moi.",
         ["Accusation NOR > KEN"]),
        ("Norway protested over the detention of Erik Berg by Kenya.", ["Accusation NOR > KEN"]),
        ("Norway voiced concern over the detention of its ambassador.", []),
        ("Norway protested to the United Nations about a raid by Kenya.", ["Accusation NOR > KEN"]),
    ],
)  # fmt: skip
def test_who_is_held_is_not_blamed(read: Read, sentence: str, events: list[str]) -> None:
    assert lines(read(sentence)) == events
