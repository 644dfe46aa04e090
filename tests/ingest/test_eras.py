"""Whom a surname means in a text that tells of years gone by, or that bears no day."""

from datetime import date

import pytest

from ingest.eras import Era
from tests.ingest.outline import Resolve, meant


@pytest.mark.parametrize(
    ("text", "name", "person"),
    [
        ("In 1978 Sadat came to the United States for Egypt.", "Sadat", "anwar-sadat"),
        ("In 1988 Gorbachev spoke for the Soviet Union.", "Gorbachev", "mikhail-gorbachev"),
        ("Kohl led West Germany in 1984.", "Kohl", "helmut-kohl"),
        ("Brezhnev led the Soviet Union in 1974.", "Brezhnev", "leonid-brezhnev"),
        (
            "In 1978 the Carter administration advised Chile. Carter left the U.S.",
            "Carter",
            "jimmy-carter",
        ),
        (
            "In 1990 the Bush administration advised Chile. Bush left the U.S.",
            "Bush",
            "george-h-w-bush",
        ),
        (
            "In 2006 the Bush administration advised Chile. Bush left the U.S.",
            "Bush",
            "george-w-bush",
        ),
        ("In 1990 President Bush thanked the U.S. Congress.", "President Bush", "george-h-w-bush"),
        ("Netanyahu left Israel.", "Netanyahu", "benjamin-netanyahu"),
    ],
)
def test_a_text_without_a_day_means_who_led_in_the_years_it_tells_of(
    text: str, name: str, person: str, resolve: Resolve
) -> None:
    assert meant(resolve(text), name) == [person]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In 1978 Sadat wrote books in France.", "Sadat"),  # his state is not named
        ("In 2016 Gorbachev spoke of Russia.", "Gorbachev"),  # he led nothing
        ("In 1990 and 2005 Bush came to the United States.", "Bush"),  # either of two
        ("In 1978 Carter left the United States.", "Carter"),  # many bear the name
    ],
)
def test_a_surname_alone_needs_its_years_and_its_state(
    text: str, name: str, resolve: Resolve
) -> None:
    assert meant(resolve(text), name) == []


def test_news_of_a_day_may_tell_of_years_before(resolve: Resolve) -> None:
    day = date(2023, 5, 2)
    assert meant(resolve("In 2015 Merkel led Germany.", day), "Merkel") == ["angela-merkel"]
    assert meant(resolve("Merkel led Germany.", day), "Merkel") == []
    assert meant(resolve("In 2010 Clinton led the U.S. state.", day), "Clinton") == []


def test_the_years_of_a_text_are_those_before_its_day() -> None:
    assert Era.of("From 1999 to 2031, room 2001-2.", date(2020, 1, 1)).years == {1999, 2001}
