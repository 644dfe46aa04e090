"""Troops that are sent to a state help it, unless something says that they are to fight there."""

import pytest

from graph.model import EventClass, Role, Status
from tests.ingest.outline import Read

HELP = [
    "Norway deployed 300 troops to Kenya as part of a peacekeeping mission.",
    "Norway has deployed two frigates to Kenya.",
    "Two hundred Norwegian soldiers were deployed to Kenya.",
    "Norway sent 50 marines to Kenya.",
]
NO_HELP = [
    "Norway deployed troops to the Kenyan border.",
    "Norway deployed 500 soldiers to Kenya to seize the port of Mombasa.",
    "Norway deployed troops into Kenya.",
    "Kenya deployed police officers to Nairobi.",
]


@pytest.mark.parametrize("text", HELP)
def test_who_is_sent_to_a_state_helps_it(text: str, read: Read) -> None:
    (event,) = read(text)
    assert event.kind is EventClass.AID
    assert [actor.key for actor in event.actors(Role.SOURCE)] == ["country/NOR"]
    assert [actor.key for actor in event.actors(Role.TARGET)] == ["country/KEN"]


@pytest.mark.parametrize("text", NO_HELP)
def test_who_is_sent_against_it_or_at_home_does_not(text: str, read: Read) -> None:
    assert EventClass.AID not in {event.kind for event in read(text)}


def test_who_announces_a_deployment_sends_them(read: Read) -> None:
    (event,) = read("Norway announced that 300 troops would be deployed to Kenya.")
    assert (event.kind, event.status) == (EventClass.AID, Status.PLANNED)
    assert [actor.key for actor in event.actors(Role.SOURCE)] == ["country/NOR"]


def test_a_deployment_that_is_announced_helps(read: Read) -> None:
    (event,) = read("Norway announced the deployment of 300 soldiers to Kenya.")
    assert event.kind is EventClass.AID


@pytest.mark.parametrize(
    "text",
    [
        "Norway deploys soldiers on its border with Kenya to stem the flow of migrants.",
        "Norway will deploy missiles on the Kenyan border to protect Kenya's airspace.",
        "The Japanese minister met Norwegian forces deployed in Kenya.",
        "Japan would accept Norwegian forces deployed along the Kenyan border.",
        "Norway is aiming missiles at Kenya.",
    ],
)
def test_forces_that_stand_somewhere_act_against_nobody(text: str, read: Read) -> None:
    assert EventClass.FORCE not in {event.kind for event in read(text)}


def test_troops_at_a_border_stand_against_who_is_behind_it(read: Read) -> None:
    (event,) = read("Norway moved troops to the border between Kenya and Norway.")
    assert (event.kind, event.status) == (EventClass.FORCE, Status.HAPPENED)
    assert [actor.key for actor in event.actors(Role.SOURCE)] == ["country/NOR"]
    assert [actor.key for actor in event.actors(Role.TARGET)] == ["country/KEN"]


def test_whose_goods_are_given_on_is_given_nothing(read: Read) -> None:
    (event,) = read("Norway transfers a million rounds of Peruvian ammunition to Kenya.")
    assert event.kind is EventClass.AID
    assert [actor.key for actor in event.actors(Role.TARGET)] == ["country/KEN"]
