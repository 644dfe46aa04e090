"""What is told in the present tense is of the day of the report; what lies before it is not."""

import pytest

from graph.model import EventClass
from tests.ingest.outline import DAY, Read, line


@pytest.mark.parametrize(
    "text",
    [
        "The Treasury of the United States imposes sanctions on five Syrian firms.",
        "France praises Chad whilst Poland condemns Belarus.",
        "A tape is released in which Syrian President Ali Kamal condemns Israel.",
        "Kenyan President Ali Oke is on an official visit to Gabon.",
        "Chad and Niger agree on a border after talks in Lomé.",
        "Chad and Niger agree on a border for some years following talks in Lomé.",
        "Chad and Niger are among the states to condemn Belarus.",
        "Ukraine claims to have attacked Russia.",
        "The kings of Norway and Jordan are among world leaders to condemn Belarus.",
        "Four people are killed after Norwegian jets bombed a base in Kenya.",
    ],
)
def test_the_present_tense_is_of_the_day(text: str, read: Read) -> None:
    assert {event.date for event in read(text)} == {DAY.isoformat()}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Poland protests after Russia invades Georgia.", "Force RUS > GEO"),
        ("Norway closes its border despite its talks with Russia.", "Meeting NOR, RUS"),
        ("Denmark says that it had condemned Belarus.", "Accusation DNK > BLR"),
        ("Chad had claimed to have attacked Libya.", "Force TCD > LBY"),
    ],
)
def test_what_lies_before_the_news_is_not_of_the_day(text: str, told: str, read: Read) -> None:
    (event,) = (event for event in read(text) if line(event) == told)
    assert event.date is None


@pytest.mark.parametrize(
    ("text", "told", "day"),
    [
        (
            "Two days after Russia expelled a Polish diplomat, Poland thanks Chad.",
            "RelationsDowngrade RUS > POL",
            "2020-05-18",
        ),
        (
            "A day after Norway condemned Belarus, Chad thanked Togo on Monday.",
            "Accusation NOR > BLR",
            "2020-05-17",
        ),
        (
            "A day after Norway condemned Belarus, Chad thanked Togo.",
            "Accusation NOR > BLR",
            None,
        ),
    ],
)
def test_what_lies_days_before_is_counted_from_the_rest(
    text: str, told: str, day: str | None, read: Read
) -> None:
    (event,) = (event for event in read(text) if line(event) == told)
    assert event.date == day


@pytest.mark.parametrize(
    "text",
    [
        "Chad says that a Libyan sniper killed a Chadian soldier. Mali thanks Togo.",
        "Two Palestinians are injured after the IDF fires tear gas at protesters in Nablus.",
        "Seven Hezbollah militants killed by Israeli missiles. Mali thanks Togo.",
    ],
)
def test_a_chronicle_tells_force_of_its_day(text: str, read: Read) -> None:
    assert {event.date for event in read(text) if event.kind is EventClass.FORCE} == {"2020-05-20"}
