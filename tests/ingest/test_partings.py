"""Talks with several, one after another or apart, are several meetings."""

from tests.ingest.outline import Read, lines

ONE, TWO, THREE = "President Ana Rojas of Chile", "President Jan Nowak of Poland", "Kenya"


def test_whom_one_met_later_was_at_another_meeting(read: Read) -> None:
    told = read(
        f"{ONE} met with {TWO} in Accra and later with Kenyan President Mary Wanjiru in Rome."
    )
    assert lines(told) == ["Meeting ana-rojas, jan-nowak", "Meeting ana-rojas, mary-wanjiru"]
    assert [event.place.label for event in told if event.place] == ["Accra", "Rome"]


def test_separate_talks_are_told_apart(read: Read) -> None:
    expected = ["Meeting KEN, ana-rojas", "Meeting POL, ana-rojas"]
    assert lines(read(f"{ONE} held separate talks with Poland and Kenya.")) == expected
    assert lines(read(f"{ONE} met separately with officials from Poland and Kenya.")) == expected


def test_talks_with_several_are_one_else(read: Read) -> None:
    assert lines(read(f"{ONE} held talks with Poland and Kenya.")) == [
        "Meeting KEN, POL, ana-rojas"
    ]


def test_several_who_hold_separate_talks_of_their_own_are_together(read: Read) -> None:
    assert lines(read("Chile and Poland held separate talks.")) == ["Meeting CHL, POL"]


def test_what_is_discussed_meets_nobody(read: Read) -> None:
    assert lines(read(f"{ONE} discussed Kenya.")) == []


def test_who_is_joined_is_somebody(read: Read) -> None:
    assert lines(read("Chile was joined by Poland as a member of the council.")) == []
