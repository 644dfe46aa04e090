"""A journey through several states is a visit to each; where one is alone at a session."""

import pytest

from graph.model import Status
from tests.ingest.outline import Read, lines


def test_a_visit_to_several_states_is_one_to_each(read: Read) -> None:
    events = read("Norwegian Prime Minister Ola Berg will visit Ghana and Togo on Friday.")
    told = [(e.status, *(a.key for a in e.actors()), e.place and e.place.label) for e in events]
    assert told == [
        (Status.PLANNED, "person/ola-berg", "country/GHA", "Ghana"),
        (Status.PLANNED, "person/ola-berg", "country/TGO", "Togo"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norwegian President Ola Berg opened a security conference in Oslo.",
        "The Norwegian government met in extraordinary session.",
        "Ola Berg read on the heels of the Norwegian Fishing Forum.",
    ],
)
def test_a_session_at_home_is_no_event(read: Read, sentence: str) -> None:
    assert not read(sentence)


def test_two_who_meet_at_a_session_are_told_apart_from_it(read: Read) -> None:
    events = read(
        "At the Accra Security Forum, Norwegian President Ola Berg met Ali Otieno of Kenya."
    )
    assert sorted(lines(events)) == ["Convening ola-berg", "Meeting ali-otieno, ola-berg"]


@pytest.mark.parametrize("title", ["conference on Libya", "Libya conference"])
def test_what_a_session_is_on_takes_no_part_in_it(read: Read, title: str) -> None:
    events = read(f"Kenya and Norway attended an international {title} in Lima.")
    assert lines(events) == ["Convening KEN, NOR"]


def test_how_often_two_have_met_makes_no_session_of_their_meeting(read: Read) -> None:
    events = read("Ola Berg of Norway met Ali Otieno of Kenya on Friday, their fourth meeting.")
    assert lines(events) == ["Meeting ali-otieno, ola-berg"]


def test_what_an_assembly_adopts_is_no_session(read: Read) -> None:
    events = read("The UN General Assembly adopted a resolution on fishing.")
    assert lines(events) == ["Signing un-general-assembly"]


def test_that_views_were_exchanged_by_two_who_are_together_is_no_meeting_of_its_own(
    read: Read,
) -> None:
    assert not read("Ola Berg of Norway and Ali Otieno of Kenya exchanged views on migration.")
