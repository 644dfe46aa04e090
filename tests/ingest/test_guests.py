"""A visiting minister is where those are whom he meets."""

from tests.ingest.outline import Read, lines

VISIT = "Visit jan-nowak > CHL"


def test_who_meets_a_visiting_minister_is_his_host(read: Read) -> None:
    told = read("Chilean President Ana Rojas met visiting Polish Foreign Minister Jan Nowak.")
    assert lines(told) == ["Meeting ana-rojas, jan-nowak", VISIT]


def test_what_a_visiting_minister_is_told_is_told_at_talks(read: Read) -> None:
    told = read(
        "Chilean President Ana Rojas told visiting Polish Foreign Minister Jan Nowak the truth."
    )
    assert lines(told) == ["Meeting ana-rojas, jan-nowak", VISIT]


def test_a_guest_with_whom_nobody_talks_is_no_visit(read: Read) -> None:
    assert lines(read("Chile watched visiting Polish Foreign Minister Jan Nowak.")) == []


def test_who_is_only_viewed_as_something_is_not_met(read: Read) -> None:
    assert (
        read("Kenyan President Peter Okello sees Peruvian President Ana Rojas as a friend.") == ()
    )
