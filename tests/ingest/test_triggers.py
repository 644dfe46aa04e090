"""The lexicon of triggers: whole, in words that are known, and checked as it is read."""

import tomllib
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from graph.errors import KnowledgeError
from graph.model import EventClass, Role
from ingest.lexicon import load_triggers
from ingest.triggers import NounFrame, Triggers

LEXICON = files("data") / "lexicon"
PREPOSITIONS = frozenset(
    [
        "about",
        "across",
        "after",
        "against",
        "along",
        "alongside",
        "among",
        "as",
        "at",
        "behind",
        "between",
        "by",
        "concerning",
        "for",
        "from",
        "in",
        "inside",
        "into",
        "near",
        "of",
        "on",
        "onto",
        "over",
        "throughout",
        "regarding",
        "to",
        "toward",
        "towards",
        "under",
        "upon",
        "with",
        "within",
    ]
)
FIELDS = {each.name for each in fields(NounFrame)} | {"class"}


def rows(kind: str) -> list[dict[str, Any]]:
    table = tomllib.loads((LEXICON / "triggers.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = table[kind]
    return found


@pytest.fixture
def lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the lexicon that the loader reads, to be spoilt."""
    folder = tmp_path / "lexicon"
    folder.mkdir()
    for each in LEXICON.iterdir():
        (folder / each.name).write_text(each.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr("ingest.lexicon.files", lambda _: tmp_path)
    return folder


def load() -> Triggers:
    """Reads the lexicon afresh."""
    return load_triggers.__wrapped__()


def spoil(path: Path, more: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")


@pytest.mark.parametrize("kind", EventClass)
def test_every_class_has_verbs_or_nouns(kind: EventClass) -> None:
    triggers = load_triggers()
    verbs = [f for frames in triggers.verbs.values() for f in frames if f.kind is kind]
    nouns = [f for frames in triggers.nouns.values() for _, f in frames if f.kind is kind]
    assert verbs or nouns


def test_most_classes_have_both_verbs_and_nouns() -> None:
    triggers = load_triggers()
    verbs = {f.kind for frames in triggers.verbs.values() for f in frames}
    nouns = {f.kind for frames in triggers.nouns.values() for _, f in frames}
    assert len(verbs & nouns) >= 15


def test_a_symmetric_class_gives_no_sides_and_a_directed_one_both() -> None:
    for frames in load_triggers().verbs.values():
        for frame in frames:
            if frame.kind in (EventClass.MEETING, EventClass.CALL, EventClass.CONVENING):
                assert frame.subject.general is Role.PARTICIPANT, frame.lemmas
            if frame.kind is EventClass.ACCUSATION and frame.object is Role.SOURCE:
                assert frame.subject.general is Role.TARGET, frame.lemmas  # "X's raid angered Y"
            elif frame.kind in (EventClass.ACCUSATION, EventClass.FORCE, EventClass.VISIT):
                assert frame.subject.general is Role.SOURCE, frame.lemmas
                sent = (frame.subject, Role.VISITOR)  # "sent | its minister | to X"
                traveller = sent if frame.kind is EventClass.VISIT else ()
                assert frame.object in (None, Role.TARGET, *traveller), frame.lemmas


def test_every_role_word_is_a_role_or_says_that_nobody_is_meant() -> None:
    known = {*Role, "", "where"}
    for row in rows("verbs"):
        told = [row.get(f, "") for f in ("subject", "object", "indirect")]
        assert {*told, *row.get("preps", {}).values()} <= known, row["lemmas"]
        assert set(row.get("preps", {})) <= PREPOSITIONS | {"out"}, row["lemmas"]
    for row in rows("nouns"):
        told = [row.get(f, "") for f in ("poss", "adjective", "compound")]
        assert {*told, *(row[p] for p in row.keys() - FIELDS)} <= known, row["lemmas"]
        assert row.keys() - FIELDS <= PREPOSITIONS, f"{row['lemmas']}: a field or a preposition?"


def test_lemmas_are_lower_case_and_stand_once_in_a_row() -> None:
    for row in (*rows("verbs"), *rows("nouns")):
        lemmas = row["lemmas"]
        assert lemmas
        assert [lemma.lower().strip() for lemma in lemmas] == lemmas
        assert len(set(lemmas)) == len(lemmas), sorted(x for x in lemmas if lemmas.count(x) > 1)


def test_longer_nouns_are_tried_first() -> None:
    for rows_of_word in load_triggers().nouns.values():
        lengths = [len(words) for words, _ in rows_of_word]
        assert lengths == sorted(lengths, reverse=True)


def test_forms_lead_back_to_their_verb() -> None:
    lemmas = load_triggers().lemmas
    for form, lemma in (
        ("signed", "sign"),
        ("accusing", "accuse"),
        ("met", "meet"),
        ("severs", "sever"),
        ("denies", "deny"),
        ("expelled", "expel"),
    ):
        assert lemmas[form] == lemma


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('[[verbs]]\nclass = "Chat"\nlemmas = ["chatter"]\n', ["Chat", "chatter", "Visit"]),
        ('[[nouns]]\nclass = "Chat"\nlemmas = ["chatter"]\n', ["Chat", "chatter", "Visit"]),
        ('[[verbs]]\nclass = "Meeting"\nlemmas = []\n', ["Meeting", "lemmas"]),
        ('[[nouns]]\nclass = "Meeting"\nlemmas = [""]\n', ["Meeting", "lemmas"]),
        ('[[verbs]]\nclass = "Meeting"\nlemmas = "chatter"\n', ["Meeting", "lemmas"]),
        (
            '[[verbs]]\nclass = "Meeting"\nlemmas = ["chatter"]\nsubject = "tourist"\n',
            ["chatter", "Meeting", "tourist", "participant"],
        ),
        (
            '[[verbs]]\nclass = "Visit"\nlemmas = ["chatter"]\npreps = { to = "tourist" }\n',
            ["chatter", "Visit", "tourist", "visitor"],
        ),
        (
            '[[nouns]]\nclass = "Visit"\nlemmas = ["chatter"]\nto = "tourist"\n',
            ["chatter", "Visit", "tourist", "visitor"],
        ),
        (
            '[[verbs]]\nclass = "Meeting"\nlemmas = ["chatter"]\nloud = true\n',
            ["chatter", "Meeting", "loud"],
        ),
        ('[[verbs]]\nclass = "Meeting"\n', ["lemmas"]),
        ('[[verbs]]\nlemmas = ["chatter"]\n', ["class"]),
        ("[[verbs\n", ["line"]),
    ],
)
def test_a_wrong_entry_is_named(entry: str, told: list[str], lexicon: Path) -> None:
    spoil(lexicon / "triggers.toml", f"\n{entry}")
    with pytest.raises(KnowledgeError) as raised:
        load()
    for words in ("data/lexicon/triggers.toml", *told):
        assert words in str(raised.value)


def test_a_right_entry_is_taken_up(lexicon: Path) -> None:
    entry = '\n[[verbs]]\nclass = "Visit"\nlemmas = ["parachute"]\npreps = { into = "target" }\n'
    spoil(lexicon / "triggers.toml", entry)
    (frame,) = load().verbs["parachute"]
    assert frame.kind is EventClass.VISIT
    assert frame.preps == {"into": Role.TARGET}
    assert "parachuted" in load().verb_forms
    assert load().lemmas["parachuting"] == "parachute"


@pytest.mark.parametrize("missing", ["planned", "unreal", "real", "called_off"])
def test_a_missing_list_of_status_words_is_named(missing: str, lexicon: Path) -> None:
    path = lexicon / "status.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"\n{missing} = [", f"\nold_{missing} = [", 1), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=missing):
        load()


def test_a_status_file_that_is_no_toml_is_named(lexicon: Path) -> None:
    spoil(lexicon / "status.toml", "\n[[[\n")
    with pytest.raises(KnowledgeError, match=r"data/lexicon/status\.toml"):
        load()
