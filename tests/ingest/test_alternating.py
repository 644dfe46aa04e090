"""States and names that alternate behind an office of several."""

import pytest

from tests.ingest.outline import Read, lines

THREE = "ana-rojas, jan-nowak, kofi-mensah"


@pytest.mark.parametrize(
    "who",
    [
        "The presidents of Chile, Ana Rojas, Poland, Jan Nowak, and Ghana, Kofi Mensah,",
        "The presidents of Chile (Ana Rojas), Poland (Jan Nowak) and Ghana (Kofi Mensah)",
        "The presidents of Chile, Ana Rojas, of Poland, Jan Nowak, and of Ghana, Kofi Mensah,",
        "The foreign ministers of Chile, Poland and Ghana, Ana Rojas, Jan Nowak and Kofi Mensah,",
    ],
)
def test_each_name_has_the_state_before_it(read: Read, who: str) -> None:
    (event,) = read(f"{who} met in Lima.")
    assert lines([event]) == [f"Meeting {THREE}"]
    sides = {a.label: a.represents.iso3 for a in event.actors() if a.represents}
    assert sides == {"Ana Rojas": "CHL", "Jan Nowak": "POL", "Kofi Mensah": "GHA"}


def test_the_last_state_may_have_no_name(read: Read) -> None:
    events = read("The presidents of Chile, Ana Rojas, and Poland met in Lima.")
    assert lines(events) == ["Meeting POL, ana-rojas"]
