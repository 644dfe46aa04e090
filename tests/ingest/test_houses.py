"""Ministries, agencies and other bodies of states that are known by the form of their names."""

from collections.abc import Callable

import pytest

from ingest.mentions import Mention
from ingest.scan import MentionFinder

Find = Callable[[str], list[Mention]]


@pytest.fixture(scope="module")
def find(finder: MentionFinder, split: Callable[[str], list[str]]) -> Find:
    return lambda text: finder.find(split(text))


@pytest.mark.parametrize(
    ("sentence", "body", "state"),
    [
        ("The Kenyan Ministry of Mines and Energy replied.", "Ministry of Mines and Energy", "KEN"),
        (
            "The Ministry of Roads and Housing of Peru replied.",
            "Ministry of Roads and Housing",
            "PER",
        ),
        ("The United States Department of Education replied.", "Department of Education", "USA"),
        ("Chile's Supreme Tribunal of Justice replied.", "Supreme Tribunal of Justice", "CHL"),
        ("The Ghanaian Drug Law Enforcement Agency replied.", "Drug Law Enforcement Agency", "GHA"),
        ("The Norwegian public works ministry replied.", "public works ministry", "NOR"),
        ("The German Federal Office for Migration replied.", "Federal Office for Migration", "DEU"),
        ("The Kenyan Foreign Intelligence Service replied.", "Foreign Intelligence Service", "KEN"),
        ("Gabon's Presidential Guard replied.", "Presidential Guard", "GAB"),
        ("Senegalese coastguards replied.", "coastguards", "SEN"),
        ("Kenyan Border Security Forces replied.", "Border Security Forces", "KEN"),
        ("Peru's Rapid Deployment Force replied.", "Rapid Deployment Force", "PER"),
        (
            "The Chilean National Defense and Security Forces replied.",
            "National Defense and Security Forces",
            "CHL",
        ),
    ],
)
def test_a_house_is_a_body_of_its_state(find: Find, sentence: str, body: str, state: str) -> None:
    (mention,) = find(sentence)
    assert (mention.body, mention.of[0].actor.iso3) == (body, state)


@pytest.mark.parametrize(
    "sentence",
    [
        "The American Quilting Committee replied.",
        "The Peruvian Olympic Committee replied.",
        "The Colombian Cauca Department has rivers.",
        "The UN Road Safety Office replied.",
        "The Bolivian department of Oruro has mines.",
    ],
)
def test_what_only_sounds_like_a_house_is_none(find: Find, sentence: str) -> None:
    assert not any(mention.body for mention in find(sentence))


def test_a_house_ends_before_who_stands_beside_it(find: Find) -> None:
    bodies = [m.body for m in find("Kenya's Ministry of Health and UNICEF met.") if m.body]
    assert bodies == ["Ministry of Health"]


def test_an_officer_of_a_house_is_a_person(find: Find) -> None:
    (mention,) = find("Kenyan Roads Ministry spokesman Juma Otieno replied.")
    assert (mention.name, mention.of[0].actor.iso3) == ("Juma Otieno", "KEN")
