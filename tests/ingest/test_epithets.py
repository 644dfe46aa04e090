"""What takes up a state, a guest or a pair by a common noun: "the kingdom", "the visitor"."""

import pytest

from graph.errors import KnowledgeError
from ingest.authority import load_authority
from ingest.epithets import EPITHETS, epithets
from ingest.tables import read_table
from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Morocco and Algeria are at odds. The kingdom condemned Mali for the raid.",
            "Accusation MAR > MLI",
        ),
        (
            "Peru and Mali talked on Monday. The landlocked West African nation condemned Chad.",
            "Accusation MLI > TCD",
        ),
        (
            "Mexico and Ecuador quarrelled. Mexico condemned the South American country.",
            "Accusation MEX > ECU",
        ),
        (
            "The kingdom condemned Mali for the raid. Morocco had warned of it before.",
            "Accusation MAR > MLI",
        ),
    ],
)
def test_an_epithet_means_the_last_state_that_it_fits(text: str, event: str, read: Read) -> None:
    assert event in lines(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Mali were silent. The kingdom condemned Chad for the raid.",
        "Morocco and Jordan were silent. The kingdom of God condemned Chad for the raid.",
        "Denmark and Nepal were silent. Of them the kingdom-wide party condemned Chad.",
    ],
)
def test_no_state_is_forced_into_an_epithet(text: str, read: Read) -> None:
    assert lines(read(text)) == []


def test_the_name_of_a_state_is_no_epithet(read: Read) -> None:
    text = "Gabon was silent. The Central African Republic condemned Chad for the raid."
    assert lines(read(text)) == ["Accusation CAF > TCD"]


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("kingdom,,MAR; XXX\n", r"epithets\.csv:2: states has 'country/XXX'"),
        ("kingdom,,MAR\nkingdom,,JOR\n", r"epithets\.csv:3: an epithet needs states"),
        ("kingdom,,\n", r"epithets\.csv:2: an epithet needs states"),
    ],
)
def test_a_wrong_row_is_named(rows: str, fault: str) -> None:
    table = read_table("epithets.csv", EPITHETS, ",".join(EPITHETS) + "\n" + rows)
    with pytest.raises(KnowledgeError, match=fault):
        epithets(load_authority(), table)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru and Chile are at odds. Peru condemned the neighbour.", "Accusation PER > CHL"),
        (
            "Peru and Chile are at odds. Peru condemned the neighbouring country.",
            "Accusation PER > CHL",
        ),
        (
            "Al-Shabaab took Kismayo. The group condemned Kenya for the raid.",
            "Accusation al-shabaab > KEN",
        ),
        (
            "The rebels condemned Kenya for the raid. Kenya said it had hit al-Shabaab.",
            "Accusation al-shabaab > KEN",
        ),
    ],
)
def test_a_neighbour_and_a_group_are_those_the_text_is_on(
    text: str, event: str, read: Read
) -> None:
    assert event in lines(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab took Kismayo. The Movement for Reform condemned Kenya.",
        "Al-Shabaab took Kismayo. In Nairobi the Organisation condemned Kenya.",
        "Peru and Chile are at odds. Mali condemned the neighbour of God.",
    ],
)
def test_what_is_named_or_nobody_s_neighbour_takes_up_nobody(text: str, read: Read) -> None:
    assert not any(line.startswith("Accusation") for line in lines(read(text)))


@pytest.mark.parametrize("guest", ["his guest", "the guest", "the visitor"])
def test_a_guest_is_who_was_named_of_the_other_side(guest: str, read: Read) -> None:
    text = (
        "Ghanaian President Kofi Boateng arrived in Lima. "
        f"Peruvian President Luis Rojas thanked {guest}, who smiled."
    )
    assert "Support luis-rojas > kofi-boateng" in lines(read(text))


def test_the_two_are_the_persons_or_else_the_states_told_of(read: Read) -> None:
    said = "The two signed a treaty."
    persons = "Peruvian President Luis Rojas met Ghanaian President Kofi Boateng."
    assert "Signing kofi-boateng, luis-rojas" in lines(read(f"{persons} {said}"))
    assert "Signing GHA, PER" in lines(read(f"Peru and Ghana are friends. {said}"))
    assert lines(read("Peru and Ghana are friends. The two treaties signed are old.")) == []
