"""Names behind their states, in lists of people and of firms; and what may stand within lists."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Chile's Rojas and Polish President Jan Nowak met in Accra.", "jan-nowak, rojas"),
        ("Chile's Rojas, Peru's Diaz and Kenya's Wario met in Accra.", "diaz, rojas, wario"),
        ("Peru's Diaz met their host, Jan Nowak of Poland.", None),
        ("Japan's Fujiko and Germany's Siegel met in Accra.", None),
    ],
)
def test_surnames_behind_states_are_people_beside_people(
    read: Read, text: str, who: str | None
) -> None:
    met = [line.removeprefix("Meeting ") for line in lines(read(text)) if "Meeting" in line]
    assert (who in met) if who else not any("fujiko" in line or "diaz" in line for line in met)


@pytest.mark.parametrize(
    ("sides", "who"),
    [
        ("Chile, Peru and the internationally recognised government of Yemen", "CHL, PER, YEM"),
        ("Chile, Peru, and the exiled government of Yemen", "CHL, PER, YEM"),
    ],
)
def test_a_list_goes_on_with_what_is_said_of_its_last(read: Read, sides: str, who: str) -> None:
    text = f"{sides} severed diplomatic relations with Qatar on Monday."
    assert lines(read(text)) == [f"RelationsDowngrade {who} > QAT"]


def test_several_of_one_office_end_a_list(read: Read) -> None:
    text = (
        "The treaty was signed by President Ana Rojas of Chile, and Prime Ministers Jan Nowak of "
        "Poland, Amina Wario of Kenya and Koffi Mensah of Togo."
    )
    assert lines(read(text)) == ["Signing amina-wario, ana-rojas, jan-nowak, koffi-mensah"]


def test_a_ship_behind_its_state_is_nobody(read: Read) -> None:
    text = "Foreign Minister Ana Rojas saw Kenya's KNS Shupavu and Brunei's KDB Darulaman."
    assert not any(
        a.label.endswith(("Shupavu", "Darulaman")) for e in read(text) for a in e.actors()
    )
