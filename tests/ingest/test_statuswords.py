"""The words of status are checked as they are read: no list is missing, and none is unknown."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from graph.errors import KnowledgeError
from ingest.statuswords import STATUS, status_words


@pytest.fixture
def table() -> dict[str, Any]:
    """The tables of the shipped file, to be spoilt."""
    return tomllib.loads((files("data") / STATUS).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("topic", "name"),
    [("own", "negations"), ("above", "urging"), ("judgement", "arms"), ("modals", "unreal")],
)
def test_a_missing_list_is_named_with_its_file(
    topic: str, name: str, table: dict[str, Any]
) -> None:
    del table[topic][name]
    with pytest.raises(KnowledgeError, match=rf"data/lexicon/status\.toml: .*{name}"):
        status_words(table)


@pytest.mark.parametrize("topic", ["own", "above", "judgement", "adjectives"])
def test_a_list_that_nothing_reads_is_named(topic: str, table: dict[str, Any]) -> None:
    table[topic]["urgings"] = ["ask"]
    with pytest.raises(KnowledgeError, match="urgings"):
        status_words(table)


def test_a_word_is_no_list_of_words(table: dict[str, Any]) -> None:
    table["above"]["urging"] = "ask"
    with pytest.raises(KnowledgeError, match="urging must be a list"):
        status_words(table)


def test_words_are_lower_case_and_stand_once_in_a_list(table: dict[str, Any]) -> None:
    for topic in ("own", "above", "prepositions", "modals"):
        for name, words in table[topic].items():
            assert words == [word.lower().strip() for word in words], name
            assert len(set(words)) == len(words), name
