"""A river, a lake or a hill with the name of a town is not the town."""

import pytest

from tests.ingest.outline import Read, lines

ATTACKED = "Norwegian troops attacked rebels of the Houthi movement"


@pytest.mark.parametrize(
    "where",
    ["near the Lima River", "on the banks of the Río Lima", "on Mount Lima", "at the Lima Falls"],
)
def test_it_is_no_state_and_no_place(read: Read, where: str) -> None:
    (event,) = read(f"{ATTACKED} {where}.")
    assert lines([event]) == ["Force NOR > houthis"]
    assert event.place is None


def test_the_town_itself_is_one(read: Read) -> None:
    (event,) = read(f"{ATTACKED} near Lima.")
    assert event.place is not None
    assert event.place.label == "Lima"


def test_a_common_word_that_begins_a_sentence_is_no_town(read: Read) -> None:
    assert lines(read("Most of the missiles were intercepted by Norwegian troops.")) == []
