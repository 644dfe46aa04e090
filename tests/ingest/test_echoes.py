"""What others do as well is theirs too: "Bahrain did the same", "as did Estonia"."""

import pytest

from tests.ingest.outline import Read, lines

DONE = "Kenya condemned Somalia on Monday"


@pytest.mark.parametrize(
    "echo",
    [
        ". Ghana did the same.",
        ", and Ghana did the same on Tuesday.",
        ". Ghana followed suit.",
        ". So did Ghana.",
        ", as did Ghana.",
        ". A day later Ghana did likewise.",
        ". A similar statement came from Ghana.",
        ". Similar accusations were made by Ghana.",
        ". The step follows a similar statement by Ghana.",
    ],
)
def test_who_does_the_same_does_it_to_the_same(echo: str, read: Read) -> None:
    assert "Accusation GHA > SOM" in lines(read(DONE + echo))


@pytest.mark.parametrize(
    "echo",
    [
        ". Ghana refused to do the same.",
        ". Ghana did not follow suit.",
        ". Ghana might do likewise.",
        ". Ghana did so much for Chad.",
        ". Ghana is in a similar position.",
        ". A similar problem was seen by Ghana.",
    ],
)
def test_who_has_not_done_it_does_nothing(echo: str, read: Read) -> None:
    assert lines(read(DONE + echo)) == ["Accusation KEN > SOM"]


def test_several_do_as_others_did(read: Read) -> None:
    told = lines(read(f"{DONE}. So did Ghana and Togo."))
    assert "Accusation GHA, TGO > SOM" in told


def test_what_is_told_in_an_aside_is_not_done_as_well(read: Read) -> None:
    told = lines(read("Kenya, which had invaded Somalia, applauded, and so did Ghana."))
    assert not any("GHA" in line for line in told)
