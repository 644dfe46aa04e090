"""Lists and the nouns that announce or describe them; for whom texts speak."""

import pytest

from tests.ingest.outline import Read, lines

LISTS = [
    (
        "The three parties, Chile, Peru and Ecuador, resumed talks in Lima.",
        ["Meeting CHL, ECU, PER"],
    ),
    (
        "The two states (Chile and Peru) held talks.",
        ["Meeting CHL, PER"],
    ),
    (
        "The talks were attended by Chilean President Ana Rojas; Peruvian President Luis Paz; and "
        "the President of Ecuador, Eva Mora.",
        ["Meeting ana-rojas, eva-mora, luis-paz"],
    ),
    ("Egypt invited the rival factions Fatah and Hamas.", ["Request EGY > fatah, hamas"]),
    ("Chile signed a deal with lenders including Peru and Ecuador.", ["Signing CHL, ECU, PER"]),
    (
        "Chile met with its Dialogue Partners, namely Peru, Ecuador and Kenya.",
        ["Meeting CHL, ECU, KEN, PER"],
    ),
    ("Chile accused neighbouring Peru of spying.", ["Accusation CHL > PER"]),
    ("Talks between Chile and Peru opened on Sunday.", ["Meeting CHL, PER"]),
    ("Islamist rebels Al-Shabaab attacked a Kenyan base.", ["Force al-shabaab > KEN"]),
    ("Chile struck a bridge and Peru protested.", ["Accusation PER > CHL"]),
]


@pytest.mark.parametrize(("sentence", "events"), LISTS)
def test_lists_are_read_with_what_announces_them(
    read: Read, sentence: str, events: list[str]
) -> None:
    assert lines(read(sentence)) == events


def test_a_statement_is_of_those_who_released_it(read: Read) -> None:
    text = (
        "The following statement was released by the foreign ministers of Chile, Peru and Ecuador."
        "\n\nWe call on Brazil to open its border."
    )
    found = lines(read(text, title="Foreign Ministers' Statement on the Border"))
    assert found == ["Request CHL, ECU, PER > BRA", "Signing CHL, ECU, PER"]


def test_a_speech_on_behalf_of_several_is_no_signing(read: Read) -> None:
    text = (
        "This statement is by the Andean Group comprising Chile, Peru and Ecuador.\n\n"
        "We urge Brazil to open its border."
    )
    assert lines(read(text, title="Statement at the Council")) == ["Request CHL, ECU, PER > BRA"]


def test_turns_of_a_transcript_say_who_speaks(read: Read) -> None:
    text = (
        "Remarks with Foreign Minister Luis Paz of Peru\n\n"
        "FOREIGN MINISTER ROJAS: I thanked Brazil for its help. I am Foreign Minister Ana Rojas of "
        "Chile.\n\nMODERATOR: I thanked Ecuador."
    )
    found = lines(read(text))
    assert "Support ana-rojas > BRA" in found
    assert not any(line.endswith("> ECU") for line in found)


def test_an_official_without_a_name_goes_on_as_he(read: Read) -> None:
    text = "Chile's foreign minister arrived in Lima on Monday. He met President Luis Paz of Peru."
    assert "Meeting CHL, luis-paz" in lines(read(text))


def test_the_government_of_north_korea_is_no_anaphor(read: Read) -> None:
    found = lines(read("The North Korean government condemned Japan."))
    assert found == ["Accusation PRK > JPN"]


def test_whose_envoy_is_recalled_is_of_the_state_that_the_article_is_about(read: Read) -> None:
    text = (
        "Chile accused Peru of spying. Ecuador condemned Peru and Brazil imposed sanctions on Peru."
        "\n\nBolivia recalled its ambassador in protest."
    )
    assert "RelationsDowngrade BOL > PER" in lines(read(text))
    assert lines(read("Chile, Peru and Brazil expelled four diplomats.")) == []


def test_both_presidents_are_those_whom_the_sentence_began_with(read: Read) -> None:
    text = (
        "President Ana Rojas of Chile called President Luis Paz of Peru.\n\nBrazil and Ecuador "
        "greeted Eva Mora, the president of Bolivia, who met both presidents."
    )
    assert "Meeting BRA, ECU, eva-mora" in lines(read(text))


def test_a_line_of_its_own_says_where_the_talks_of_a_release_were(read: Read) -> None:
    text = (
        "Statement of the Ministry\n\n(Lima, 5 May 2018)\n\nPresident Ana Rojas of Chile met "
        "President Luis Paz of Peru.\n\nEcuador condemned Brazil.\n\nPresident Luis Paz left "
        "after talks here with President Eva Mora of Bolivia."
    )
    places = [event.place and event.place.label for event in read(text) if event.kind == "Meeting"]
    assert places == ["Lima", "Lima"]


def test_reports_tell_ahead_in_the_present(read: Read) -> None:
    text = (
        "Chile condemned Peru on Monday. Ecuador said it was concerned. President Ana Rojas of "
        "Chile flies to Bolivia on Saturday."
    )
    visit = next(event for event in read(text) if event.kind == "Visit")
    assert (str(visit.status), visit.date) == ("planned", "2020-05-23")


def test_who_rejects_a_charge_is_charged(read: Read) -> None:
    text = (
        "Chile accused Peru of spying. Brazil accused Bolivia of fraud. Peru rejected the charge."
    )
    assert "Rejection PER > CHL" in lines(read(text))
    assert not any(line.startswith("Rejection PER > BRA") for line in lines(read(text)))
