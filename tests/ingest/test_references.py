"""Which document a bare word means, and what is said of it elsewhere in its sentence or article."""

import pytest

from tests.ingest.outline import Read, Resolve


def titles(read: Read, text: str) -> list[str]:
    """The titles of the documents of all events, in the order of the alphabet."""
    return sorted({document.title for event in read(text) for document in event.documents})


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Ghana praised the Lomé Fisheries Convention. Togo signed the convention in May.",
            "Lomé Fisheries Convention",
        ),
        (
            "Ghana and Togo signed an accord. Benin praised the Framework Agreement.",
            "Framework Agreement",
        ),
        (
            "Ghana and Togo signed a joint declaration in Accra. Benin read the Accra Declaration.",
            "Accra Declaration",
        ),
        (
            "Ghana praised the Lomé Fisheries Convention. Ghana and Togo signed the document.",
            "Lomé Fisheries Convention",
        ),
        (
            "Ghana and Togo discussed a pact on fish. Ghana and Togo signed in Accra on 3 May.",
            "pact on fish",
        ),
        (
            "Ghana praised the water accord of 1974. Togo and Ghana lost the instruments of "
            "ratification in May. The accord was signed by Ghana and Togo.",
            "water accord",
        ),
        (
            "A resolution was adopted by the Arab League urging Syria to talk.",
            "resolution urging Syria to talk",
        ),
    ],
)
def test_a_bare_word_takes_the_title_that_the_article_has(
    text: str, title: str, read: Read
) -> None:
    assert titles(read, text) == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ghana and Togo signed an accord. Benin praised the Paris Agreement.", "accord"),
        ("Ghana left the Lomé Convention. Togo and Benin signed a treaty.", "treaty"),
        (
            "Ghana and Togo signed a declaration in Accra. Benin praised the Lima Declaration.",
            "declaration",
        ),
        ("Ghana left the Lomé Convention. Togo and Benin signed the two treaties.", "treaties"),
        ("Ghana and Togo signed a treaty, following talks in Accra.", "treaty"),
    ],
)
def test_a_bare_word_stays_where_another_document_is_named(
    text: str, title: str, read: Read
) -> None:
    assert titles(read, text) == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The G20 summit in Rome ended with a declaration on hunger.", "declaration on hunger"),
        ("The ASEAN summit adopted the Hanoi Roadmap.", "Hanoi Roadmap"),
        (
            "Benin praised the Accra Declaration, which came out of the ECOWAS summit.",
            "Accra Declaration",
        ),
    ],
)
def test_a_session_gives_the_documents_that_it_ends_with(text: str, title: str, read: Read) -> None:
    assert titles(read, text) == [title]


def test_an_agreement_in_common_words_is_the_event_and_no_document(read: Read) -> None:
    assert titles(read, "Ghana and Togo reached a deal on fish.") == []
    assert titles(read, "Ghana and Togo agreed on a six-point peace plan.") == [
        "six-point peace plan"
    ]


def test_a_parliament_on_other_states_adopts_a_resolution_and_on_its_own_does_not(
    read: Read,
) -> None:
    abroad = "The Danish parliament adopted a resolution against arms for Sudan."
    assert titles(read, abroad) == ["resolution against arms for Sudan"]
    assert titles(read, "The Danish parliament adopted a resolution against noise.") == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ghana and Togo signed an accord on water, the Volta Accord, in Lomé.", ["Volta Accord"]),
        (
            "Ghana and Togo signed the Volta Accord, a treaty on water, in Lomé.",
            ["Volta Accord"],
        ),
        (
            "Ghana and Togo signed the Volta Accord and a treaty on fisheries.",
            ["Volta Accord", "treaty on fisheries"],
        ),
        (
            "Ghana and Togo signed an accord on water, a pact on police and a treaty on fish.",
            ["accord on water", "pact on police", "treaty on fish"],
        ),
        (
            "Ghana and Togo signed the Volta Accord, the sixth such accord in ten years.",
            ["Volta Accord"],
        ),
    ],
)
def test_an_apposition_names_the_same_document(text: str, named: list[str], read: Read) -> None:
    assert titles(read, text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Ghana and Togo signed a border deal in Lomé. The pact, known as the Volta Compact "
            "Agreement, runs for ten years.",
            ["Volta Compact Agreement"],
        ),
        (
            "Ghana and Togo signed a border accord. The Agreement on the Sharing of the Volta will "
            "be carried out in May.",
            ["Agreement on the Sharing of the Volta"],
        ),
        (
            "Ghana and Togo signed a border accord. The Geneva Convention was not mentioned.",
            ["border accord"],
        ),
    ],
)
def test_what_is_signed_has_the_name_it_is_given_later(
    text: str, named: list[str], read: Read
) -> None:
    assert titles(read, text) == named


def test_how_an_office_is_held_may_stand_before_the_name(resolve: Resolve) -> None:
    found = resolve("Peruvian General (Retired) Jan Rojas met Foreign Minister (acting) Ana Diaz.")
    people = [actor.key for _, referent in found for actor in referent.actors]
    assert people == ["person/jan-rojas", "person/ana-diaz"]
