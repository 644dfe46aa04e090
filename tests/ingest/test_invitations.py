"""Whom a visitor came to, where no state is named; what only looks like it."""

import pytest

from graph.model import EventClass, Status
from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenyan President Ali Otieno arrived on Friday for talks with Norwegian leaders in Ghana.",
        "The Kenyan jets of President Ali Otieno flew at a low altitude.",
    ],
)
def test_whom_one_meets_is_no_host_without_a_word_that_one_came_there(
    read: Read, sentence: str
) -> None:
    assert not any(line.startswith("Visit") and "NOR" in line for line in lines(read(sentence)))


def test_what_is_launched_in_a_capital_strikes_nobody(read: Read) -> None:
    events = read(
        "The minister said that negotiations, launched in the Kenyan capital in 2001 by the World "
        "Trade Organization, had failed."
    )
    assert EventClass.FORCE not in {event.kind for event in events}


def test_whom_one_is_glad_to_welcome_has_come(read: Read) -> None:
    (event,) = read(
        "“I am delighted to welcome Prime Minister Ola Berg of Norway,” Kenyan President Ali "
        "Otieno said."
    )
    assert event.status is Status.HAPPENED


def test_a_place_is_taken_up_only_where_it_is_the_whole(read: Read) -> None:
    assert not read("Bombs exploded in Nairobi as Ola Berg of Norway visited the city's poor.")


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Ali Otieno visited Oslo together with the Ghanaian president.",
        "Kenyan President Ali Otieno is travelling to Oslo along with the Ghanaian president.",
        "Together with the Ghanaian president, Kenyan President Ali Otieno visited Oslo.",
    ],
)
def test_those_who_travel_together_are_visitors(text: str, read: Read) -> None:
    assert "Visit GHA, ali-otieno > NOR" in lines(read(text))


def test_a_host_who_comes_along_is_no_visitor(read: Read) -> None:
    _, event = read(
        "Kenyan President Ali Otieno, accompanied by Norwegian Prime Minister Ola Berg, visited "
        "Oslo on Friday."
    )
    assert "ola-berg" not in " ".join(actor.key for actor in event.actors())


def test_a_host_in_talks_with_a_visitor_does_not_visit(read: Read) -> None:
    told = lines(
        read(
            "Norwegian Foreign Minister Kari Lund held talks with Kenyan Foreign Minister Mary "
            "Wanjiru, who is in Oslo on a working visit."
        )
    )
    assert "Visit mary-wanjiru > NOR" in told
