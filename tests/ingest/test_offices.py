"""Offices in running text: how far they reach, of which kind they are, and whether of several."""

import tomllib
from collections.abc import Callable
from importlib.resources import files

import pytest

from ingest.offices import load_offices

Split = Callable[[str], list[str]]

OFFICES = [
    ("president", "head-of-state", False),
    ("kings", "head-of-state", True),
    ("general secretary", "head-of-state", False),
    ("prime ministers", "head-of-government", True),
    ("federal chancellor", "head-of-government", False),
    ("foreign minister", "foreign-minister", False),
    ("foreign ministers", "foreign-minister", True),
    ("ministers of foreign affairs", "foreign-minister", True),
    ("Secretary of State", "foreign-minister", False),
    ("minister for foreign trade", "minister", False),
    ("interior minister", "minister", False),
    ("trade and industry minister", "minister", False),
    ("minister of water, energy and mines", "minister", False),
    ("ministers for migration", "minister", True),
    ("Minister of Police, Prisons and Harbour Service", "minister", False),
    ("assistant secretary of state", "deputy", False),
    ("Vice Foreign Minister", "deputy", False),
    ("vice presidents", "deputy", True),
    ("secretary-general", "organisation-head", False),
    ("secretaries-general", "organisation-head", True),
    ("commissioner for enlargement", "organisation-head", False),
    ("trade commissioner", "organisation-head", False),
    ("ambassadors", "diplomat", True),
    ("Ambassadors Extraordinary and Plenipotentiary", "diplomat", True),
    ("special envoy", "diplomat", False),
    ("opposition leader", "leader", False),
    ("spokeswoman", "spokesperson", False),
    ("spokesmen", "spokesperson", True),
    ("army chief", "military", False),
    ("speaker of parliament", "legislator", False),
    ("pope", "religious", False),
    ("Mrs.", "honorific", False),
    ("third deputy prime minister", "deputy", False),
    ("foreign minister-designate", "foreign-minister", False),
    ("chief justice", "official", False),
    ("central bank governor", "minister", False),
    ("air chief marshal", "military", False),
    ("head of the delegation", "leader", False),
    ("minister in the presidency", "minister", False),
]


@pytest.mark.parametrize(("office", "kind", "plural"), OFFICES)
def test_an_office_is_found_whole_with_its_kind_and_number(
    office: str, kind: str, plural: bool, split: Split
) -> None:
    tokens = split(f"the {office} , who left")
    found = load_offices().match(tokens, 1)
    assert found is not None
    assert tokens[1 : found.end] == split(office)
    assert (found.kind, found.plural) == (kind, plural)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("minister of health and sports said", "minister of health and sports"),
        ("minister of finance of Ghana", "minister of finance"),
        ("minister of the interior and a friend", "minister of the interior"),
        ("minister of justice, the winner", "minister of justice"),
        ("minister of Ghana", "minister"),
        ("commissioner for trade and Ghana", "commissioner for trade"),
        ("defence ministers of Ghana and Togo", "defence ministers"),
    ],
)
def test_a_portfolio_ends_where_its_words_end(text: str, office: str, split: Split) -> None:
    tokens = split(text)
    found = load_offices().match(tokens, 0)
    assert found is not None
    assert tokens[: found.end] == split(office)


def test_a_portfolio_does_not_reach_over_the_name_of_an_actor(split: Split) -> None:
    tokens = split("minister for the union of Ghana")
    assert tokens[3] == "union"
    free = load_offices().match(tokens, 0)
    held = load_offices().match(tokens, 0, is_actor=lambda at: at == 3)
    assert free is not None
    assert held is not None
    assert (free.end, held.end) == (4, 1)


@pytest.mark.parametrize("text", ["former president", "ousted president", "then president"])
def test_a_former_holder_is_told_from_a_present_one(text: str, split: Split) -> None:
    found = load_offices().match(split(text), 0)
    assert found is not None
    assert found.former
    assert found.kind == "head-of-state"


@pytest.mark.parametrize(
    "text",
    [
        "official visit",
        "heads to the airport",
        "head to the airport",
        "chairs a meeting",
        "major powers",
        "general rules",
        "executive order",
        "table of contents",
        "foreign policy",
        "security and trade",
        "trade with Ghana",
        "presidential palace",
        "administer aid",
    ],
)
def test_look_alikes_are_no_offices(text: str, split: Split) -> None:
    assert load_offices().match(split(text), 0) is None


def test_an_office_is_found_at_its_own_token_only(split: Split) -> None:
    tokens = split("Ghana's trade minister")
    starts = [at for at in range(len(tokens)) if load_offices().match(tokens, at)]
    assert [tokens[at] for at in starts] == ["trade", "minister"]


def test_every_office_of_the_lexicon_is_found_by_its_own_words(split: Split) -> None:
    text = (files("data") / "lexicon/offices.toml").read_text(encoding="utf-8")
    missed = [
        name
        for names in tomllib.loads(text)["offices"].values()
        for name in names
        if name.replace(" ", "").replace("-", "").isalpha()  # "Mr." depends on its capital
        if (found := load_offices().match([*split(name), "of"], 0)) is None
        or found.end < len(split(name))
    ]
    assert missed == []
