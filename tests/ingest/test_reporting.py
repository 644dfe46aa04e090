"""The "here" of a report is the town from which it was filed."""

import pytest

from tests.ingest.outline import Read, lines

NOWHERE = [
    "WARSAW, May 19 (PAP) -- Polish Foreign Minister Jan Nowak arrived here on Tuesday.",
    'NAIROBI, May 19 (KNA) -- "Our people are here on a visit," Jan Nowak said.',
    "Polish Foreign Minister Jan Nowak arrived here on Tuesday.",
]


@pytest.mark.parametrize(
    "told",
    [
        "arrived here on Monday on a three-day official visit.",
        "arrived here Monday.",
        "is here on a visit.",
        ", who is here on a four-day visit, praised the food.",
    ],
)
def test_who_arrives_here_visits_the_state_of_the_town(told: str, read: Read) -> None:
    events = read(f"NAIROBI, May 19 (KNA) -- Polish Foreign Minister Jan Nowak {told}")
    assert lines(events) == ["Visit jan-nowak > KEN"]
    assert [event.place.label for event in events if event.place] == ["Nairobi"]


def test_what_is_signed_here_is_signed_in_the_town(read: Read) -> None:
    (signing,) = read("OSLO, May 19 -- Chile and Kenya signed here on Monday a treaty on tourism.")
    assert signing.place is not None
    assert signing.place.label == "Oslo"


@pytest.mark.parametrize("text", NOWHERE)
def test_at_home_in_quotations_and_without_a_dateline_here_is_no_visit(
    text: str, read: Read
) -> None:
    assert lines(read(text)) == []
