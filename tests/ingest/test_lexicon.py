"""The other files of the lexicon: each wrong one is named with what is wrong in it."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from graph.errors import KnowledgeError
from ingest.anaphora import load_anaphora
from ingest.authority import load_authority
from ingest.offices import load_offices
from ingest.words import load_actor_words, phrases

LEXICON = files("data") / "lexicon"


def load_words() -> object:
    return load_actor_words.__wrapped__()


def load_groups() -> object:
    return load_anaphora.__wrapped__(load_authority())


CASES: list[tuple[str, Callable[[], object], str, str, str]] = [
    ("actors.toml", load_words, "\nbodies = [", "\nold = [", "bodies"),
    ("actors.toml", load_words, '\nbodies = [\n  "navy"', "\nbodies = [\n  7", "bodies"),
    ("actors.toml", load_words, '\nbodies = [\n  "navy"', '\nbodies = [\n  ""', "bodies"),
    ("actors.toml", load_words, "\nbodies = [", "\nbodies = [[", "line"),
    ("offices.toml", load_offices.__wrapped__, "\n[prefixes]", "\n[suffixes]", "prefixes"),
    ("offices.toml", load_offices.__wrapped__, "\n[prefixes]", "\n[prefixes", "line"),
    ("anaphora.toml", load_groups, "\n[single]", "\n[singles]", "single"),
    ("anaphora.toml", load_groups, '"country/PRK"', '"country/XXX"', "country/XXX"),
    ("anaphora.toml", load_groups, "\n[single]", "\n[[single", "line"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "load", "old", "new", "told"), CASES)
def test_a_wrong_file_is_named_with_what_is_wrong(
    name: str,
    load: Callable[[], object],
    old: str,
    new: str,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = (LEXICON / name).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    for module in ("words", "offices", "anaphora"):
        monkeypatch.setattr(f"ingest.{module}.files", lambda _: tmp_path)
    with pytest.raises(KnowledgeError) as raised:
        load()
    assert f"data/lexicon/{name}" in str(raised.value)
    assert told in str(raised.value)


def test_the_longest_phrase_is_found_first() -> None:
    found = phrases(["council", "council of ministers", "council of state"])
    assert found.end(["the", "council", "of", "ministers", "met"], 1) == 4
    assert found.end(["the", "council", "of", "bakers", "met"], 1) == 2
    assert found.end(["the", "council"], 0) == 0


def test_names_for_several_actors_lead_to_all_of_them() -> None:
    names = load_anaphora(load_authority()).names
    baltic = dict(names["the"])["the", "baltic", "states"]
    assert [entry.actor.iso3 for entry in baltic] == ["EST", "LVA", "LTU"]
