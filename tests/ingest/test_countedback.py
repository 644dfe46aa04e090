"""What came some days before the news was on the day that is counted back from it."""

import pytest

from graph.model import EventClass
from tests.ingest.outline import Read

NEWS = "Norway expelled two Chadian envoys on Monday. "


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (f"{NEWS}The step came a day after Poland visited Chad.", EventClass.VISIT, "2020-05-17"),
        (
            f"{NEWS}The expulsion comes a week after Poland recalled its ambassador from Peru, "
            "accusing Peru of spying.",
            EventClass.ACCUSATION,
            "2020-05-11",
        ),
        (
            f"{NEWS}Hours before the expulsion Chad accused Norway of spying.",
            EventClass.ACCUSATION,
            "2020-05-18",
        ),
        (
            "Norway expelled two Chadian envoys in 2004. The step came a day after Poland accused "
            "Togo of spying.",
            EventClass.ACCUSATION,
            None,
        ),
    ],
)
def test_days_are_counted_back_from_the_news(
    text: str, kind: EventClass, day: str | None, read: Read
) -> None:
    assert {event.date for event in read(text) if event.kind is kind} == {day}
