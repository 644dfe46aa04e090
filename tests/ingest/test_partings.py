"""Talks with several, one after another or apart, are several meetings."""

from graph.model import Actor, ActorClass, EventClass, Role
from ingest.candidates import Candidate
from ingest.partings import parted
from tests.ingest.outline import Read, lines

ONE, TWO, THREE = "President Ana Rojas of Chile", "President Jan Nowak of Poland", "Kenya"


def test_whom_one_met_later_was_at_another_meeting(read: Read) -> None:
    told = read(
        f"{ONE} met with {TWO} in Accra and later with Kenyan President Mary Wanjiru in Rome."
    )
    assert lines(told) == ["Meeting ana-rojas, jan-nowak", "Meeting ana-rojas, mary-wanjiru"]
    assert [event.place.label for event in told if event.place] == ["Accra", "Rome"]


def test_another_talk_is_another_meeting(read: Read) -> None:
    expected = ["Meeting ana-rojas, jan-nowak", "Meeting ana-rojas, mary-wanjiru"]
    other = "Kenyan President Mary Wanjiru"
    assert lines(read(f"{ONE} held a meeting with {TWO} and another with {other}.")) == expected
    assert lines(read(f"{ONE} met {TWO} and after that {other}.")) == expected


def test_separate_talks_are_told_apart(read: Read) -> None:
    expected = ["Meeting KEN, ana-rojas", "Meeting POL, ana-rojas"]
    assert lines(read(f"{ONE} held separate talks with Poland and Kenya.")) == expected
    assert lines(read(f"{ONE} met separately with officials from Poland and Kenya.")) == expected


def test_bilateral_talks_with_several_states_are_several(read: Read) -> None:
    expected = ["Meeting KEN, ana-rojas", "Meeting POL, ana-rojas"]
    assert lines(read(f"{ONE} held bilateral talks with Poland and Kenya.")) == expected
    assert lines(read(f"{ONE} had one-on-one meetings with Poland and Kenya.")) == expected
    polish = "the prime minister of Poland, Piotr Lis"
    together = ["Meeting ana-rojas, jan-nowak, piotr-lis"]
    assert lines(read(f"{ONE} held bilateral talks with {TWO} and {polish}.")) == together


def test_meetings_and_calls_with_several_are_one_with_each(read: Read) -> None:
    expected = ["Meeting KEN, ana-rojas", "Meeting POL, ana-rojas"]
    assert lines(read(f"{ONE} held meetings with Poland and Kenya.")) == expected
    expected = ["Call KEN, ana-rojas", "Call POL, ana-rojas"]
    assert lines(read(f"{ONE} had phone calls with her colleagues from Poland and Kenya.")) == (
        expected
    )


def test_of_separate_meetings_between_several_the_first_met_each(read: Read) -> None:
    told = read(f"Separate meetings took place between {ONE} and {TWO} and President Wanjiru.")
    assert lines(told) == ["Meeting ana-rojas, jan-nowak", "Meeting ana-rojas, wanjiru"]


def test_talks_with_several_are_one_else(read: Read) -> None:
    assert lines(read(f"{ONE} held talks with Poland and Kenya.")) == [
        "Meeting KEN, POL, ana-rojas"
    ]


def test_several_meet_one_apart(read: Read) -> None:
    expected = ["Meeting KEN, ana-rojas", "Meeting KEN, jan-nowak"]
    assert lines(read(f"{ONE} and {TWO} held separate talks with Kenya.")) == expected
    assert lines(read(f"{ONE} and {TWO} met separately with Kenya.")) == expected


def test_talks_are_nobodys_where_nobody_knows_who_had_them(read: Read) -> None:
    assert lines(read("Doe met separately with officials from Poland and Kenya.")) == []


def test_talks_of_all_together_are_none_where_each_was_met_apart() -> None:
    actors = [Actor(kind=ActorClass.COUNTRY, key=f"country/{k}", label=k, iso3=k) for k in "ABC"]

    def talks(*who: Actor, trigger: int, start: int = 0) -> Candidate:
        made = Candidate(kind=EventClass.MEETING, trigger=trigger, start=start)
        made.add(Role.PARTICIPANT, who, 0.9)
        return made

    a, b, c = actors
    told = [talks(a, b, trigger=3), talks(a, c, trigger=3)]
    assert parted(talks(b, c, trigger=7), told)
    assert not parted(talks(b, c, trigger=7, start=99), told)
    assert not parted(talks(b, c, trigger=7), told[:1])


def test_several_who_hold_separate_talks_of_their_own_are_together(read: Read) -> None:
    assert lines(read("Chile and Poland held separate talks.")) == ["Meeting CHL, POL"]


def test_what_is_discussed_meets_nobody(read: Read) -> None:
    assert lines(read(f"{ONE} discussed Kenya.")) == []


def test_who_is_joined_is_somebody(read: Read) -> None:
    assert lines(read("Chile was joined by Poland as a member of the council.")) == []


def test_those_who_meet_one_separately_meet_apart(read: Read) -> None:
    others = "Kenyan President Mary Wanjiru and Kenyan Foreign Minister Joe Wario"
    expected = ["Meeting ana-rojas, joe-wario", "Meeting ana-rojas, mary-wanjiru"]
    assert lines(read(f"{others} met with {ONE} separately on Monday.")) == expected
