"""Whose a session is and who was at it: its title, the lists of those who came, their offices."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chilean President Ana Rojas took part in the NATO summit.", "ana-rojas, nato"),
        (
            "Kenya's Peter Otieno hosted the 3rd Summit of the African Union (AU).",
            "african-union, peter-otieno",
        ),
        (
            "Chilean President Ana Rojas attended the second summit of the Group of 77 and China.",
            "ana-rojas, g77",
        ),
        (
            "Chilean minister Ana Rojas attended the annual meeting of the ministers of the Group "
            "of 77 and China (G77).",
            "ana-rojas, g77",
        ),
    ],
)
def test_an_organisation_in_the_title_of_a_session_is_at_it(
    read: Read, text: str, told: str
) -> None:
    assert f"Convening {told}" in lines(read(text))


def test_the_state_in_which_a_session_is_held_is_not_at_it(read: Read) -> None:
    text = "Chilean President Ana Rojas spoke at the summit in the Gambia of the African Union."
    assert not any("GMB" in line for line in lines(read(text)) if "Convening" in line)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The talks were attended by the ministers of Chile and Peru; Togo's foreign minister, "
            "Koffi Mensah; Kenya's Mary Wanjiru; and the African Union.",
            "CHL, PER, african-union, koffi-mensah, mary-wanjiru",
        ),
        (
            "The talks were attended by the presidents of Chile and Peru, the UN special envoy, "
            "Koffi Mensah, and the NATO commissioner, Mary Wanjiru.",
            "CHL, PER, koffi-mensah, mary-wanjiru",
        ),
        (
            "Participants in the Lima talks included: the ministers of Chile and Togo; Mary "
            "Wanjiru of Kenya; and Peru.",
            "CHL, PER, TGO, mary-wanjiru",
        ),
        ("Naval drills involving Chile, Peru and Togo began on Monday.", "CHL, PER, TGO"),
        (
            "Talks involving Chile and Peru resumed in Accra on Sunday.",
            "CHL, PER",
        ),
        (
            "The talks brought together the defence ministers and army chiefs of Chile, Peru and "
            "Togo.",
            "CHL, PER, TGO",
        ),
        (
            "The ministers of foreign affairs and of transport of Chile and Peru met in Lima.",
            "CHL, PER",
        ),
        (
            "Delegates of Chile and the trio of Peru, Togo and Kenya met in Lima.",
            "CHL, KEN, PER, TGO",
        ),
    ],
)
def test_a_list_of_those_who_met_is_read_to_its_end(read: Read, text: str, told: str) -> None:
    assert any(line.endswith(f" {told}") for line in lines(read(text)))


def test_what_involves_two_is_no_talks_of_theirs(read: Read) -> None:
    assert lines(read("A dispute involving Chile and Peru ended on Monday.")) == []


def test_a_semicolon_without_an_and_starts_a_clause(read: Read) -> None:
    text = "The talks were attended by Chile and Peru; Kenya and Togo criticised Mali."
    assert {"Accusation KEN, TGO > MLI", "Meeting CHL, PER"} <= set(lines(read(text)))


def test_two_offices_of_others_are_not_shared(read: Read) -> None:
    text = "Chile's ministers and the ambassadors of Peru and Togo met in Lima."
    assert lines(read(text)) == ["Meeting CHL, PER, TGO"]


def test_who_is_thanked_for_two_things_did_both(read: Read) -> None:
    text = "Chile thanked Peru for its help and for hosting the African Union summit in Lima."
    assert "Convening PER, african-union" in lines(read(text))
