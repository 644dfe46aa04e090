"""Who signs what, where the clause that tells of it names nobody or is no clause."""

import pytest

from tests.ingest.outline import Read, lines


def signed(read: Read, text: str) -> list[str]:
    """The signings of a text, each with the titles of its documents."""
    return [
        f"{line} | {', '.join(document.title for document in event.documents)}"
        for event in read(text)
        for line in lines([event])
        if event.documents
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile joined the Antarctic Treaty.", ["Signing CHL | Antarctic Treaty"]),
        ("Chile joined a party at the embassy after the treaty was drafted.", []),
        (
            "Chile and Peru signed the Regional Comprehensive Economic Partnership in Lima.",
            ["Signing CHL, PER | Regional Comprehensive Economic Partnership"],
        ),
        (
            "They discussed the recently signed border pact between Fiji and Tonga.",
            ["Signing FJI, TON | border pact"],
        ),
        (
            "With a joint communiqué that was signed on Monday, Fiji and Malta opened relations.",
            ["Signing FJI, MLT | joint communiqué"],
        ),
        (
            "The talks between Fiji and Malta ended with the signing of a declaration on fish.",
            ["Meeting FJI, MLT | declaration on fish"],
        ),
        (
            "The meeting between Fiji and Malta resulted in the Suva Communiqué.",
            ["Meeting FJI, MLT | Suva Communiqué"],
        ),
        (
            "The Fiji-Malta Air Agreement was signed in Suva on 3 May 2021.",
            ["Signing FJI, MLT | Fiji-Malta Air Agreement"],
        ),
        (
            "The Treaty of Trade between Fiji and Malta was signed in Suva on 3 May 2021.",
            ["Signing FJI, MLT | Treaty of Trade between Fiji and Malta"],
        ),
    ],
)
def test_those_sign_who_act_with_the_paper(text: str, told: list[str], read: Read) -> None:
    assert signed(read, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "President Boric of Chile visited Peru. During the visit, a treaty was signed.",
            ["Signing PER, boric | treaty"],
        ),
        (
            "Fiji and Malta established diplomatic relations. "
            "The signing of the Joint Communiqué opens the way for tourism.",
            ["Signing FJI, MLT | Joint Communiqué"],
        ),
        ("Fiji and Malta held talks. The signing of the Paris Agreement opens the way.", []),
        (
            "Fiji and Malta established relations. The protocol was signed in Suva on 3 May 2021.",
            ["Signing FJI, MLT | protocol"],
        ),
        ("Fiji and Malta held talks. The protocol was signed by the mayors.", []),
        ("Israel and the PA signed a protocol.", ["Signing ISR, PSE | protocol"]),
        (
            "He came at the wish of the African Union, which adopted a declaration on fish.",
            ["Signing african-union | declaration on fish"],
        ),
    ],
)
def test_those_sign_who_were_told_of_last(text: str, told: list[str], read: Read) -> None:
    assert signed(read, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The government of Chad and the separatist Polisario Front signed a truce.",
            "Signing CHD, Polisario Front | truce",
        ),
        (
            "Hours before, in Suva, President Ana Rojas of Fiji and Joan Borg of Malta issued a "
            "joint declaration.",
            "joint declaration",
        ),
    ],
)
def test_who_signs_is_read_behind_what_is_said_before(text: str, told: str, read: Read) -> None:
    assert any(told.split("|")[-1].strip() in line for line in signed(read, text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Fiji and Malta signed no agreement in Suva.", []),
        ("The European Union issued a statement on Monday.", []),
        (
            "The Security Council passed Resolution 8 urging calm, and Resolution 9 barring arms.",
            ["Resolution 8, Resolution 9"],
        ),
        ("In a resolution adopted on Monday, the Security Council urged calm.", ["resolution"]),
        ("Fiji backs the accord that Malta signed with Tonga in 2015.", ["accord"]),
        ("In the Suva Declaration, Fiji and Malta agreed to ban nets.", ["Suva Declaration"]),
        ("In the Suva talks, Fiji and Malta agreed to ban nets.", []),
        ("No treaty was signed by Fiji and Malta.", []),
        (
            "Fiji's parliament sat on Monday. Lawmakers ratified a treaty with Malta.",
            ["treaty"],
        ),
        (
            "He spoke to the UN General Assembly, which adopted a declaration in support of Fiji.",
            ["declaration in support of Fiji"],
        ),
        (
            "Fiji and Malta signed an agreement on Wednesday to share water.",
            ["agreement to share water"],
        ),
        (
            "The accord stands in the minutes of the talks, initialled by President Ana Rojas of "
            "Fiji and Prime Minister Joan Borg of Malta.",
            ["minutes of the talks"],
        ),
    ],
)
def test_papers_are_those_that_were_made(text: str, told: list[str], read: Read) -> None:
    assert [line.split(" | ")[1] for line in signed(read, text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Fiji and Malta signed a pact, the third agreement between the two.", ["Signing"]),
        ("Fiji and Malta signed a pact, ending their dispute.", ["Signing"]),
        ("Fiji and Malta signed a pact that is meant to end their dispute.", ["Signing"]),
        (
            "Fiji and Malta signed a pact on fish and reached an agreement on water.",
            ["Agreement", "Signing"],
        ),
        ("The fishing agreement between Fiji and Malta expired in 2015.", []),
        ("The envoys reviewed the existing agreement between Fiji and Malta.", []),
        ("The envoys spoke of the disputed security deal between Fiji and Malta.", []),
        ("Fiji entered the African Union in 2013.", ["RelationsUpgrade"]),
    ],
)
def test_an_agreement_is_one_that_is_new(text: str, told: list[str], read: Read) -> None:
    assert sorted(event.kind.value for event in read(text)) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway and Kenya signed several documents, including a treaty on fish and a visa pact.",
        "Several documents were signed by Norway and Kenya, including a treaty on fish.",
    ],
)
def test_papers_that_are_named_stand_for_the_documents(read: Read, sentence: str) -> None:
    titles = {document.title for event in read(sentence) for document in event.documents}
    assert "treaty on fish" in titles
    assert "documents" not in titles
