"""Who stands behind the name of a town is no official of its state: "In Cairo Mr X heard"."""

import pytest

from tests.ingest.outline import Resolve, meant

WHO = "Norwegian Foreign Minister Jan Petersen left. "


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("In Cairo Mr Petersen heard otherwise.", "Mr Petersen"),
        ("In Iran Mr. Petersen heard otherwise.", "Mr. Petersen"),
        ("In Cairo Foreign Minister Petersen heard otherwise.", "Foreign Minister Petersen"),
        ("From Cairo Foreign Minister Petersen flew home.", "Foreign Minister Petersen"),
    ],
)
def test_who_is_in_a_town_is_not_of_its_state(resolve: Resolve, text: str, word: str) -> None:
    assert meant(resolve(WHO + text), word) == ["jan-petersen"]


def test_whom_a_state_stands_before_is_of_it(resolve: Resolve) -> None:
    named = resolve("Egypt's Mr Fahmy and Cairo Foreign Minister Shoukry spoke.")
    assert all(actor.represents is not None for _, who in named for actor in who.actors)
