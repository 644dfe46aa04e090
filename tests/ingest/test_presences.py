"""Visits that are told by where somebody is."""

import pytest

from graph.model import EventClass, Status
from tests.ingest.outline import Read

NOBODY = [
    "Polish Foreign Minister Jan Nowak is not in Kenya.",
    "Polish Foreign Minister Jan Nowak may be in Kenya.",
    "Polish Foreign Minister Jan Nowak was in Warsaw.",
    "Polish Ambassador to Kenya Jan Nowak is in Nairobi.",
    "Poland is in Europe.",
    "Polish Foreign Minister Jan Nowak spent ten years in Nairobi.",
    "Polish Foreign Minister Jan Nowak did not attend the funeral of Amina Otieno in Nairobi.",
    "A plane carrying the body of Polish Foreign Minister Jan Nowak landed in Nairobi.",
    "A group of Polish protesters arrived in Kenya.",
    "Poland is a stop on the route of the cruise ship.",
    "Kenya sent opposition leader John Kamau to Poland for treatment.",
]


def test_who_is_somewhere_visits_it(read: Read) -> None:
    (visit,) = read("Polish Foreign Minister Jan Nowak was in Nairobi on Monday.")
    assert visit.kind is EventClass.VISIT
    assert visit.status is Status.HAPPENED
    assert visit.place is not None
    assert visit.place.label == "Nairobi"


def test_who_will_be_somewhere_is_to_visit_it(read: Read) -> None:
    (visit,) = read("Polish Foreign Minister Jan Nowak will be in Nairobi on Monday.")
    assert visit.status is Status.PLANNED


@pytest.mark.parametrize("text", NOBODY)
def test_who_lives_there_or_is_not_there_visits_nobody(text: str, read: Read) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "courtesy",
    [
        "It’s a great pleasure to be back in Lima.",
        "I am delighted to be here in Lima.",
        "It is wonderful to be in Peru again.",
    ],
)
def test_who_is_glad_to_be_somewhere_visits_it(courtesy: str, read: Read) -> None:
    (visit,) = read(f"“{courtesy[:-1]},” Polish Foreign Minister Jan Nowak said.")
    assert visit.kind is EventClass.VISIT
    assert [actor.label for actor in visit.actors()] == ["Jan Nowak", "Peru"]


def test_who_would_be_glad_to_be_somewhere_visits_nobody(read: Read) -> None:
    assert read("“It would be a pleasure to be in Lima,” Polish President Jan Nowak said.") == ()
