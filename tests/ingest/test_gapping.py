"""A verb that is left out in the second part of a sentence, and what stands beside it there."""

import pytest

from tests.ingest.outline import Read, lines

HER = "Chilean President Ana Rojas"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{HER} met Ali Otieno of Kenya in Nairobi and Jan Nowak of Poland in Warsaw.",
            ["Meeting ali-otieno, ana-rojas", "Meeting ana-rojas, jan-nowak"],
        ),
        (
            f"{HER} held talks with Ali Otieno of Kenya on Monday and Jan Nowak of Poland on"
            " Friday.",
            ["Meeting ali-otieno, ana-rojas", "Meeting ana-rojas, jan-nowak"],
        ),
        (
            f"{HER} was received in Nairobi by Ali Otieno of Kenya and in Warsaw by Jan Nowak of"
            " Poland.",
            ["Meeting ali-otieno, ana-rojas", "Meeting ana-rojas, jan-nowak"],
        ),
        (
            "Chile recognised Kosovo in 2008, Palestine in 2011 and South Sudan in 2012.",
            [
                "RelationsUpgrade CHL > PSE",
                "RelationsUpgrade CHL > SSD",
                "RelationsUpgrade CHL > XKX",
            ],
        ),
        (
            "Chile imposed sanctions on Kenya in 2019 and Poland in 2020.",
            ["Sanction CHL > KEN", "Sanction CHL > POL"],
        ),
        (
            "Chile met Kenya on Monday and Poland on Tuesday said that it was ready.",
            ["Meeting CHL, KEN"],
        ),
    ],
)
def test_what_is_said_of_several_in_turn_is_said_of_each(
    read: Read, text: str, expected: list[str]
) -> None:
    assert sorted(lines(read(text))) == expected


@pytest.mark.parametrize(
    ("verb", "days"),
    [("visited", ["Monday", "Tuesday"]), ("will visit", ["Monday", "Tuesday"])],
)
def test_each_has_its_own_day_and_place(read: Read, verb: str, days: list[str]) -> None:
    first, second = days
    events = read(f"{HER} {verb} Kenya on {first} and Poland on {second}.")
    assert [event.place and event.place.label for event in events] == ["Kenya", "Poland"]
    assert len({event.date for event in events}) == len(events)
