"""Documents that a list behind a colon names, in the paragraph or line by line."""

import pytest

from tests.ingest.outline import Read

TITLES = ["Agreement on Air Services", "Memorandum of Understanding on Tourism in Cities"]


@pytest.mark.parametrize(
    "text",
    [
        "It ended. Kenya and Peru signed the following documents:\n\n- {}\n\n- {}\n\nHe left.",
        "The talks ended. The following documents were signed by Kenya and Peru:\n1. {};\n2. {}.",
        "The presidents of Kenya and Peru witnessed the signing of two documents: an {} and a {}.",
        "Two documents were signed by Kenya and Peru: (i) {}; and (ii) {}.",
    ],
)
def test_the_documents_of_a_list_are_those_that_were_signed(text: str, read: Read) -> None:
    lined = "\n" in text
    first, second = TITLES[0], TITLES[1] if lined else TITLES[1].removesuffix(" in Cities")
    (event,) = (e for e in read(text.format(first, second)) if e.kind == "Signing")
    assert [document.title for document in event.documents] == [first, second]


def test_a_list_of_other_things_adds_no_documents(read: Read) -> None:
    text = "Kenya and Peru signed an accord. They discussed:\n- Fishing\n- The treaty on water"
    (event,) = (e for e in read(text) if e.kind == "Signing")
    assert [document.title for document in event.documents] == ["accord"]


def test_a_line_that_leads_to_a_list_is_no_title(read: Read) -> None:
    text = (
        "A Joint Declaration on Water was signed by Kenya and Peru. The following were also "
        "adopted by Kenya and Peru:\n\n1. Agreement on Air Services"
    )
    titles = {document.title for event in read(text) for document in event.documents}
    assert titles == {"Joint Declaration on Water", "Agreement on Air Services"}


def test_of_a_list_in_capitals_each_has_its_whole_title(read: Read) -> None:
    text = (
        "Kenya and Peru signed the following: a Convention with Respect to Fish, a Civil Air "
        "Transport Agreement, and an Agreement Regarding Seals in the Upper Part of the Lake."
    )
    (event,) = (e for e in read(text) if e.kind == "Signing")
    assert [document.title for document in event.documents] == [
        "Convention with Respect to Fish",
        "Civil Air Transport Agreement",
        "Agreement Regarding Seals in the Upper Part of the Lake",
    ]
