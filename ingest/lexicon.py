"""Reads the words that report events from ``data/lexicon/triggers.toml`` and its neighbours."""

import functools
import tomllib
from dataclasses import fields
from importlib.resources import files
from typing import Any, TypeAlias

from graph.errors import KnowledgeError
from graph.model import EventClass, Role
from ingest.statuswords import STATUS, StatusWords, status_words
from ingest.triggers import Grammar, NounFrame, Triggers, VerbFrame
from ingest.verbforms import finite_forms, lemmas_by_form, past_by_present

_TRIGGERS = "lexicon/triggers.toml"
_GRAMMAR = "lexicon/grammar.toml"
_WHERE = "where"
_NOUN_KEYS = ("about", "needs_context")
_FLAGS = (
    "light", "weak", "document", "travel", "reach", "strict", "force", "parting", "judged",
)  # fmt: skip

_AUXILIARY = "have"
"""The verb of a frame that mostly stands with others, and is inflected like no other."""
_Verbs: TypeAlias = dict[str, list[VerbFrame]]
_Nouns: TypeAlias = dict[str, list[tuple[tuple[str, ...], NounFrame]]]


@functools.cache
def load_triggers() -> Triggers:
    """The shipped lexicon; raises `KnowledgeError` that says which entry is wrong."""
    table, common, status = _load(_TRIGGERS), _load(_GRAMMAR), status_words(_load(STATUS))
    try:
        return _triggers(table, common, status)
    except (KeyError, ValueError) as error:
        raise KnowledgeError(f"data/{_TRIGGERS}: {error}") from error


def _triggers(table: dict[str, Any], common: dict[str, Any], status: StatusWords) -> Triggers:
    verbs, nouns, grammar = _verbs(table), _nouns(table), _grammar(common)
    beside = {name: tuple(table["beside"][name]) for name in ("verbs", "nouns", "forms")}
    acted_on = sorted({n for some in verbs.values() for each in some for n in each.nouns})
    over = (status.planned, status.unreal, status.real, status.called_off, status.negative)
    sitting = (grammar.attending, grammar.presiding, grammar.opening, grammar.heading)
    others = sorted(w for some in (*over, grammar.saying, *sitting) for w in some if w.isalpha())
    inflected = [lemma for lemma in verbs if lemma != _AUXILIARY]
    reporting = (*inflected, *beside["verbs"])
    either = (*nouns, *beside["nouns"])
    finite = frozenset(form for lemma in inflected for form in finite_forms(lemma))
    return Triggers(
        verbs={k: tuple(sorted(v, key=_general)) for k, v in verbs.items()},
        phrasal=frozenset(verb for verb, blank, _ in (k.partition(" ") for k in verbs) if blank),
        nouns={k: tuple(sorted(v, key=lambda n: -len(n[0]))) for k, v in nouns.items()},
        status=status,
        grammar=grammar,
        attitudes=_attitudes(common),
        affairs=_affairs(common),
        deeds=_deeds(common),
        retold=_retold(common),
        verb_forms=finite.union(beside["forms"]),
        past=past_by_present(reporting, table["past"]),
        lemmas=lemmas_by_form(
            (*reporting, *others), table["past"], table["participles"], (*nouns, *acted_on)
        ),
        doubtful=frozenset(f for n in either for f in (n, f"{n}s", finite_forms(n)[0])),
    )


def _verbs(table: dict[str, Any]) -> _Verbs:
    """The frames of each verb, as they stand in the file."""
    out: _Verbs = {}
    for frame in map(_verb, table["verbs"]):
        for lemma in dict.fromkeys(frame.lemmas):
            out.setdefault(lemma, []).append(frame)
    return out


def _nouns(table: dict[str, Any]) -> _Nouns:
    """The frames of each noun, with all its words, under the last of them."""
    out: _Nouns = {}
    for frame in map(_noun, table["nouns"]):
        for words in (tuple(lemma.split()) for lemma in frame.lemmas):
            out.setdefault(words[-1], []).append((words, frame))
    return out


def _general(frame: VerbFrame) -> bool:
    """Whether a frame takes any object; the ones that ask for a noun are tried before it."""
    return not frame.nouns


def _role(name: str, where: str) -> Role | None:
    if name in ("", _WHERE):
        return None
    try:
        return Role(name)
    except ValueError:
        raise KnowledgeError(
            f"data/{_TRIGGERS}: {where}: no role {name!r}; use {', '.join(Role)}"
        ) from None


def _entry(what: str, row: dict[str, Any]) -> tuple[EventClass, str]:
    """The class of an entry, and how messages name the entry."""
    lemmas, name = row.get("lemmas"), row.get("class")
    if not isinstance(lemmas, list) or not all(isinstance(x, str) and x.strip() for x in lemmas):
        lemmas = []
    if not lemmas:
        raise KnowledgeError(f"data/{_TRIGGERS}: a {what} of class {name} has no list of lemmas")
    if name not in list(EventClass):
        raise KnowledgeError(
            f"data/{_TRIGGERS}: {what} {lemmas[0]}: no class {name!r}; use {', '.join(EventClass)}"
        )
    return EventClass(name), f"{what} {lemmas[0]} ({name})"


def _verb(row: dict[str, Any]) -> VerbFrame:
    kind, where = _entry("verb", row)
    default = Role.PARTICIPANT if kind.symmetric else Role.SOURCE
    other = Role.PARTICIPANT if kind.symmetric else Role.TARGET
    known = {f.name for f in fields(VerbFrame)} | {"class"}
    if strange := sorted(row.keys() - known):
        raise KnowledgeError(f"data/{_TRIGGERS}: {where}: no field {strange[0]!r}")
    values: dict[str, Any] = {
        name: frozenset(value) if isinstance(value, list) else value
        for name, value in row.items()
        if name not in {"class", "lemmas", "subject", "object", "preps", "indirect"}
    }
    return VerbFrame(
        kind=kind,
        lemmas=tuple(row["lemmas"]),
        subject=_role(row.get("subject", default), where) or default,
        object=_role(row.get("object", other), where),
        preps={p: _role(r, where) for p, r in row.get("preps", {}).items()},
        indirect=_role(row.get("indirect", ""), where),
        **values,
    )


def _noun(row: dict[str, Any]) -> NounFrame:
    kind, where = _entry("noun", row)
    plain = {"class", "lemmas", "poss", "adjective", "compound", *_NOUN_KEYS, *_FLAGS}
    about = row.get("about", ())
    return NounFrame(
        kind=kind,
        lemmas=tuple(row["lemmas"]),
        preps={p: _role(r, where) for p, r in row.items() if p not in plain or _preposition(p, r)},
        poss=_role(row.get("poss", ""), where),
        adjective=_role(row.get("adjective", ""), where),
        compound=_role(row.get("compound", ""), where),
        about=frozenset() if isinstance(about, str) else frozenset(about),
        needs_context=frozenset(row.get("needs_context", ())),
        **{flag: bool(row.get(flag)) for flag in _FLAGS},
    )


def _preposition(key: str, value: object) -> bool:
    """Whether "about" is the preposition, with a role, and not a list of words."""
    return key == "about" and isinstance(value, str)


def _load(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((files("data") / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"data/{name}: {error}") from error


def _grammar(table: dict[str, Any]) -> Grammar:
    for each in fields(Grammar):
        if not isinstance(table.get(each.name), list):
            raise KnowledgeError(f"data/{_GRAMMAR}: {each.name} must be a list of words")
    return Grammar(**{each.name: frozenset(table[each.name]) for each in fields(Grammar)})


def _attitudes(table: dict[str, Any]) -> dict[str, dict[str, EventClass]]:
    out: dict[str, dict[str, EventClass]] = {}
    for name, phrases in table.get("attitudes", {}).items():
        whole = isinstance(phrases, list) and all(len(p.split()) > 1 for p in phrases)
        if name not in list(EventClass) or not whole:
            raise KnowledgeError(
                f"data/{_GRAMMAR}: attitudes: {name} must be a class, with adjectives and their "
                'prepositions, such as "grateful to"'
            )
        for adjective, _, preposition in (phrase.partition(" ") for phrase in phrases):
            out.setdefault(adjective, {})[preposition] = EventClass(name)
    return out


def _deeds(table: dict[str, Any]) -> dict[str, frozenset[EventClass]]:
    out: dict[str, set[EventClass]] = {}
    for name, nouns in table.get("deeds", {}).items():
        if name not in list(EventClass) or not isinstance(nouns, list):
            raise KnowledgeError(f"data/{_GRAMMAR}: deeds: {name} must be a class, with nouns")
        for noun in nouns:
            out.setdefault(noun, set()).add(EventClass(name))
    return {noun: frozenset(kinds) for noun, kinds in out.items()}


def _affairs(table: dict[str, Any]) -> dict[str, frozenset[str]]:
    families = table.get("affairs", {})
    for name, nouns in families.items():
        if not isinstance(nouns, list):
            raise KnowledgeError(f"data/{_GRAMMAR}: affairs: {name} must be a list of nouns")
    return {noun: frozenset(nouns) for nouns in families.values() for noun in nouns}


def _retold(table: dict[str, Any]) -> dict[str, frozenset[str]]:
    out: dict[str, frozenset[str]] = {}
    for noun, verbs in table.get("retold", {}).items():
        if not isinstance(verbs, list):
            raise KnowledgeError(f"data/{_GRAMMAR}: retold: {noun} must be a list of verbs")
        out[noun] = frozenset(verbs)
    return out
