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
