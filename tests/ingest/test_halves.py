"""The North and the South as names of states, and who denies what is said of whom."""

import pytest

from graph.model import EventClass
from tests.ingest.outline import Read


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian minister visited the South of France.",
        "Soldiers of the North fought those of the South.",
        "Norway mapped the North Sea.",
    ],
)
def test_the_north_is_no_state_where_the_text_is_on_none_of_that_name(
    text: str, read: Read
) -> None:
    keys = {p.actor.key for event in read(text) for p in event.participations}
    assert not keys & {"country/PRK", "country/KOR", "country/SSD"}


def test_the_north_may_accuse_the_south(read: Read) -> None:
    events = read("North Korea fired shells. The North accused the South of provocation.")
    (event,) = (event for event in events if event.kind is EventClass.ACCUSATION)
    assert [p.actor.key for p in event.participations] == ["country/PRK", "country/KOR"]


def test_who_denies_a_claim_is_who_it_is_about(read: Read) -> None:
    events = read("Norway rejected the Kenyan allegation that it armed Somalia.")
    assert [event.kind for event in events] == [EventClass.REJECTION]


def test_one_does_not_reproach_oneself_with_helping_a_band(read: Read) -> None:
    assert [e.kind for e in read("Norway said it backed the Syrian rebels.")] == [
        EventClass.SUPPORT
    ]


def test_what_any_ship_may_do_is_not_done(read: Read) -> None:
    (event,) = read("Norway said it would shoot down any Kenyan drone that threatened its ships.")
    assert [p.actor.key for p in event.participations] == ["country/NOR", "country/KEN"]


def test_those_who_are_loyal_to_somebody_fight_for_them(read: Read) -> None:
    (event,) = read("Fighters loyal to General Laurent Nkunda attacked Kenyan troops near Sake.")
    assert event.kind is EventClass.FORCE
