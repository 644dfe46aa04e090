"""Whose release a text is by its title: "the Ministry" and "the Government" are theirs."""

import pytest

from tests.ingest.outline import Read, lines

EXPELLED = "The Government expelled the ambassador of Chile on Monday."


@pytest.mark.parametrize(
    "title",
    [
        "Ministry of Foreign Affairs, Oslo: Decision on Chile",
        "Ministry of Foreign Affairs and Trade of Norway: Decision on Chile",
        "Kingdom of Norway, Office of the Prime Minister: Decision on Chile",
        "Office of the Prime Minister: Norway expels an ambassador",
    ],
)
def test_the_head_of_a_title_says_who_issues_a_release(title: str, read: Read) -> None:
    assert "NOR" in lines(read(EXPELLED, title=title))[0]


@pytest.mark.parametrize(
    "title", ["Norway: an ambassador expelled", "Oslo: an ambassador expelled", "Sad news: Norway"]
)
def test_a_state_or_a_town_is_only_what_a_text_is_about(title: str, read: Read) -> None:
    assert not any("NOR" in line for line in lines(read(EXPELLED, title=title)))


@pytest.mark.parametrize(
    ("title", "noun", "key"),
    [
        ("Embassy of Norway in Ghana: Note", "The Embassy", "NOR"),
        ("Ministry of Trade, Accra: Note", "The Ministry", "GHA"),
        ("Council of the EU: Note", "The Council", "council-of-the-european-union"),
        ("Pacific Islands Forum: Note", "The Forum", "pacific-islands-forum"),
    ],
)
def test_what_a_release_calls_its_issuer_is_the_issuer(
    title: str, noun: str, key: str, read: Read
) -> None:
    text = f"{noun} condemned Belarus for the attack."
    assert lines(read(text, title=title)) == [f"Accusation {key} > BLR"]


def test_we_in_a_release_is_its_issuer(read: Read) -> None:
    text = "We condemn Belarus for the attack."
    title = "Ministry of Foreign Affairs, Accra: Note"
    assert lines(read(text, title=title)) == ["Accusation GHA > BLR"]


@pytest.mark.parametrize(
    "title",
    [
        "Communiqué of the Extraordinary Summit of the Pacific Islands Forum",
        "Pacific Islands Forum Leaders' Statement on Belarus",
        "Pacific Islands Forum: Communiqué",
    ],
)
@pytest.mark.parametrize("who", ["Leaders", "The Leaders", "The Heads of State"])
def test_those_who_gather_are_the_organisation_that_speaks(
    title: str, who: str, read: Read
) -> None:
    text = f"{who} condemned Belarus for the attack."
    assert "Accusation pacific-islands-forum > BLR" in lines(read(text, title=title))


def test_a_state_may_stand_within_the_name_of_an_office(read: Read) -> None:
    title = "Gobierno de Chile: Nota"
    text = "We condemn Belarus for the attack."
    assert lines(read(text, title=title)) == ["Accusation CHL > BLR"]


def test_i_is_an_official_of_whoever_issues_the_text(read: Read) -> None:
    title = "Office of the Prime Minister, Accra: Note"
    assert lines(read("I condemn Belarus for it.", title=title)) == ["Accusation GHA > BLR"]


def test_the_president_is_that_of_the_state_whose_release_it_is(read: Read) -> None:
    text = (
        "President Kofi Mensah of Ghana received President Ada Sow of Togo. "
        "Togo is a friend, said Ada Sow. Later the President thanked Togo."
    )
    title = "Office of the President of Ghana: Note"
    assert "Support kofi-mensah > TGO" in lines(read(text, title=title))


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        (
            "Norway Condemns Attack in Kenya",
            "We condemn it. We thank Kenya.",
            ["Support NOR > KEN"],
        ),
        ("Norway Condemns Attack in Kenya", 'It was news. "We thank Kenya."', []),
        ("Norway in Kenya", "We condemn it. We thank Kenya.", []),
        (
            "Kenya: Statement by the Spokesperson",
            "The European Union regrets the delay. We thank Kenya.",
            ["Support european-union > KEN"],
        ),
    ],
)
def test_we_are_whose_stance_the_headline_tells(
    title: str, text: str, told: list[str], read: Read
) -> None:
    assert lines(read(text, title=title)) == told
