"""Associations and firms that no table knows."""

from collections.abc import Callable

import pytest

from ingest.mentions import Mention
from ingest.scan import MentionFinder

NAMED = [
    ("The human rights group River Watch spoke.", "River Watch"),
    ("They asked the charity HelpNow there.", "HelpNow"),
    ("Oslo-based rights group River Watch spoke.", "River Watch"),
    ("River Watch, a human rights group, spoke.", "River Watch"),
    ("The International Council for Rivers (ICR) spoke.", "International Council for Rivers"),
    ("The World Fish Organization spoke.", "World Fish Organization"),
    ("The charity Doctors for Peace and Norway spoke.", "Doctors for Peace"),
]
OTHERS = [
    "The human rights group spoke.",
    "The International Court spoke.",
    "The River Council spoke.",
    "The charity spoke of International Women's Day.",
]


@pytest.fixture(scope="module")
def find(
    finder: MentionFinder, split: Callable[[str], list[str]]
) -> Callable[[str], list[Mention]]:
    return lambda text: finder.find(split(text))


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_an_association_is_named_by_what_it_is(
    text: str, name: str, find: Callable[[str], list[Mention]]
) -> None:
    assert [mention.name for mention in find(text) if mention.association] == [name]


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_name_of_an_association_is_none(
    text: str, find: Callable[[str], list[Mention]]
) -> None:
    assert not [mention for mention in find(text) if mention.association]


def test_a_firm_is_named_before_what_it_is(find: Callable[[str], list[Mention]]) -> None:
    firms = [
        m for m in find("They sanctioned Severtrans, a Russian shipping company.") if m.company
    ]
    assert [(m.name, m.of[0].actor.iso3) for m in firms] == [("Severtrans", "RUS")]
