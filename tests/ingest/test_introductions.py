"""Names whose bearers the sentence tells of, and bodies under long names."""

from collections.abc import Callable

import pytest

from ingest.mentions import PEOPLE, MentionKind
from ingest.scan import MentionFinder

PERSONS = [
    ("Ana Rojas was the ambassador of Chile to Ghana.", "Ana Rojas", ["CHL"]),
    ("Ana Rojas has been elected president of Chile.", "Ana Rojas", ["CHL"]),
    ("The Chilean foreign ministry, headed by Ana Rojas, blamed Ghana.", "Ana Rojas", ["CHL"]),
    ("Ghana expelled a Chilean correspondent, Ana Rojas.", "Ana Rojas", []),
    ("Ghana imposed sanctions on his son Kofi Mensah and others.", "Kofi Mensah", []),
    ("Ghanaian police arrested the separatist Kofi Mensah.", "Kofi Mensah", []),
    ("Chile arrested Kofi Mensah, a Ghanaian businessman, on Monday.", "Kofi Mensah", []),
    ("A spokeswoman in Accra, Kofi Mensah, said so.", "Kofi Mensah", ["GHA"]),
    ("A spokesman for the ministry in Accra, Kofi Mensah, said so.", "Kofi Mensah", ["GHA"]),
    (
        "The special adviser to the Secretary-General on Chile, Ana Rojas, spoke.",
        "Ana Rojas",
        ["united-nations"],
    ),
    ("The leader of the opposition, Kofi Mensah, accused Chile.", "Kofi Mensah", []),
    ("Kofi Mensah, who heads the UN mission, spoke.", "Kofi Mensah", ["united-nations"]),
    ("Kofi Mensah, who leads the delegation of Ghana, spoke.", "Kofi Mensah", ["GHA"]),
    ("H.E. Kofi Mensah spoke.", "Kofi Mensah", []),
    ("Ana Rojas, her counterpart from Chile, spoke.", "Ana Rojas", ["CHL"]),
    ("She met Kofi Mensah, her Ghanaian colleague.", "Kofi Mensah", ["GHA"]),
    ("The two chief negotiators, Kofi Mensah and Ana Rojas, met.", "Ana Rojas", []),
    ("Hon'ble Foreign Minister A K Mensah MP met the envoy of Chile.", "A K Mensah", []),
    ("Minister for Police and Prisons Kofi Mensah spoke.", "Kofi Mensah", []),
    (
        "Mali expelled the envoy of the West African bloc ECOWAS, Kofi Mensah, on Monday.",
        "Kofi Mensah",
        ["ecowas"],
    ),
]
NOBODY = [
    "Ana Rojas is not the president of Chile.",
    "Ana Rojas arrested nobody.",
    "After seeing Ana Rojas, her counterpart from Ghana said so.",
    "Ghana imposed sanctions on Accra Mining Bank.",
    "Ghana imposed sanctions on Kofi Mensah.",
    "They met the spokesman in Accra, Kofi Mensah and Jo Lund.",
    "Ghana arrested Kofi Mensah's brother.",
    "The son Kofi Mensah sings.",
    "Kofi Mensah, who led the invasion of Chile, spoke.",
]
NAMED = [
    ("The Royal Thai Army shot at Laos.", "Thai Army", "THA"),
    ("A ship of the Japan Maritime Self-Defense Force sank.", None, "JPN"),
    ("The Fijian Ministry of Finance and the Export-Import Bank of India met.", None, "FJI"),
    ("The West African bloc ECOWAS met.", "West African bloc ECOWAS", None),
]


@pytest.mark.parametrize(("text", "name", "of"), PERSONS)
def test_a_name_is_a_person_where_the_sentence_says_so(
    finder: MentionFinder, split: Callable[[str], list[str]], text: str, name: str, of: list[str]
) -> None:
    people = [m for m in finder.find(split(text)) if m.kind in PEOPLE]
    found = {m.name: [e.actor.key.partition("/")[2] for e in m.of] for m in people}
    assert found.get(name) == of


@pytest.mark.parametrize("text", NOBODY)
def test_a_name_alone_is_nobody(
    finder: MentionFinder, split: Callable[[str], list[str]], text: str
) -> None:
    assert all(m.kind is not MentionKind.PERSON for m in finder.find(split(text)))


@pytest.mark.parametrize(("text", "name", "of"), NAMED)
def test_a_body_is_named_in_full(
    finder: MentionFinder,
    split: Callable[[str], list[str]],
    text: str,
    name: str | None,
    of: str | None,
) -> None:
    first = next(m for m in finder.find(split(text)) if m.kind is MentionKind.NAMED)
    assert name is None or first.name == name
    assert of is None or [e.actor.iso3 for e in first.of] == [of]


def test_two_bodies_joined_by_and_are_two(
    finder: MentionFinder, split: Callable[[str], list[str]]
) -> None:
    text = "The Fijian Ministry of Finance and the Export-Import Bank of India met."
    assert [m.of[0].actor.iso3 for m in finder.find(split(text))] == ["FJI", "IND"]
