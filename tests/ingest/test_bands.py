"""Bands that are called by where they come from, and do not act for that state."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile was attacked by gunmen from Peru.", "Force gunmen-from-peru > CHL"),
        ("Militants from Peru attacked Chile.", "Force militants-from-peru > CHL"),
        ("A group of armed men from Peru attacked Chile.", "Force armed-men-from-peru > CHL"),
        ("Rebels were driven out of Chile. Togo condemned the pirates from Peru.", None),
        ("Togo drove the rebels from Peru.", None),
        ("Togo was attacked by militants from Hamas.", "Force hamas > TGO"),
    ],
)
def test_armed_men_from_a_state_are_a_band(text: str, told: str | None, read: Read) -> None:
    found = lines(read(text))
    assert told in found if told else not any("from-peru" in line for line in found)
