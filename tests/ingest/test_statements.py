"""Joint statements: who makes one, by its title, its first words and the names under it."""

import pytest

from graph.model import EventClass
from tests.ingest.outline import Read, lines

OPENING = "We, the Foreign Minister of Ghana and the Foreign Minister of Togo, met in peace."
SIGNED = "Kofi Mensah\nForeign Minister of Ghana\n\nAda Sow\nForeign Minister of Togo"
TITLE = "Joint Declaration by the Foreign Minister of Ghana and the Foreign Minister of Togo"


def test_those_who_declare_something_are_known_by_the_names_under_it(read: Read) -> None:
    text = f"{TITLE}\n\n{OPENING}\n\nWe condemn Belarus.\n\n{SIGNED}"
    assert "Accusation ada-sow, kofi-mensah > BLR" in lines(read(text, title=TITLE))


def test_who_witnessed_a_declaration_has_not_made_it(read: Read) -> None:
    witness = "Witnessed by:\n\nLiv Dahl\nPrime Minister of Norway"
    text = f"{TITLE}\n\n{OPENING}\n\nWe condemn Belarus.\n\n{SIGNED}\n\n{witness}"
    assert "Accusation ada-sow, kofi-mensah > BLR" in lines(read(text, title=TITLE))


def test_both_governments_are_those_of_who_makes_the_statement(read: Read) -> None:
    text = f"{OPENING}\n\nBoth Governments condemned Belarus, as Norway and Chile did.\n\n{SIGNED}"
    assert "Accusation GHA, TGO > BLR" in lines(read(text, title=TITLE))


@pytest.mark.parametrize(
    "title",
    [
        "Joint Statement of Ghana and Togo",
        "Foreign Ministry, Accra: Joint Statement of Ghana and Togo",
        "Joint Statement of Ghana and Togo, Lima",
        "Joint Statement by Ghana and Togo regarding Norway",
    ],
)
def test_a_title_names_who_makes_a_statement_and_not_where(title: str, read: Read) -> None:
    assert "Accusation GHA, TGO > BLR" in lines(read("We condemn Belarus.", title=title))


def test_what_is_said_on_behalf_of_others_names_no_makers(read: Read) -> None:
    text = "I announce, on behalf of the Leaders, that the forces of Ghana and Togo have left."
    title = "Pacific Islands Forum: Note"
    assert "Accusation pacific-islands-forum > BLR" in lines(
        read(f"{text}\n\nWe condemn Belarus.", title=title)
    )


def test_we_and_those_listed_behind_it_are_one(read: Read) -> None:
    text = "We, the Foreign Ministers of Ghana and Togo, and the President of Kenya, thank Chad."
    told = lines(read(text, title="Joint Declaration"))
    assert "Support GHA, KEN, TGO > TCD" in told


@pytest.mark.parametrize(
    ("title", "signings"),
    [
        ("Joint Statement on the Visit of the President of Ghana to Togo", 0),
        ("Joint Communiqué Following Talks Between Ghana and Togo", 0),
        ("Joint Statement of Ghana and Togo on Fish Stocks", 1),
        ("Joint Declaration of Ghana and Togo on the outcome of their meeting in Lima", 1),
        ("Foreign Ministry Press Statement: Visit of the President of Ghana to Togo", 0),
    ],
)
def test_a_statement_that_only_tells_of_talks_is_their_account(
    title: str, signings: int, read: Read
) -> None:
    events = read("We condemn Belarus.", title=title)
    assert [e.kind for e in events].count(EventClass.SIGNING) == signings


def test_a_sentence_that_ends_with_a_year_is_no_title(read: Read) -> None:
    text = "He recalled the declaration that Ghana and Togo signed on 29 October 2019."
    assert [d.title for e in read(text) for d in e.documents] == ["declaration"]
