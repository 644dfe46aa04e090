"""The words that report events, from ``data/lexicon/triggers.toml`` and ``status.toml``."""

import functools
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from importlib.resources import files
from typing import Any

from graph.errors import KnowledgeError
from graph.model import EventClass, Role

_TRIGGERS = "lexicon/triggers.toml"
_STATUS = "lexicon/status.toml"
_GRAMMAR = "lexicon/grammar.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbFrame:
    """How a verb reports an event; see the head of the lexicon file for each field."""

    kind: EventClass
    lemmas: tuple[str, ...]
    subject: Role
    object: Role | None
    preps: dict[str, Role | None] = field(hash=False)
    nouns: frozenset[str] = frozenset()
    exclude_objects: frozenset[str] = frozenset()
    needs_any: frozenset[str] = frozenset()
    needs_context: frozenset[str] = frozenset()
    guard: frozenset[str] = frozenset()
    indirect: Role | None = None
    diplomat: str = ""
    carrier: bool = False
    infinitive: bool = False
    infinitive_object: bool = False
    that: bool = False
    must: bool = False
    asked: bool = False
    bare: bool = False
    judgement: bool = False
    persons: bool = False
    travel: bool = False
    document: bool = False
    weak: bool = False
    leaving: bool = False
    listed: bool = False
    members: bool = False
    alone: bool = False
    halting: bool = False
    parting: bool = False
    lasting: bool = False
    letting: bool = False
    jointly: bool = False
    refusing: bool = False
    vowed: bool = False
    granting: bool = False
    foretold: bool = False
    suffered: bool = False
    limit: bool = False
    conditioned: bool = False
    force: bool = False
    forbid_persons_as_source: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NounFrame:
    """How a noun reports an event."""

    kind: EventClass
    lemmas: tuple[str, ...]
    preps: dict[str, Role | None] = field(hash=False)
    poss: Role | None = None
    adjective: Role | None = None
    compound: Role | None = None
    about: frozenset[str] = frozenset()
    needs_context: frozenset[str] = frozenset()
    light: bool = False
    weak: bool = False
    document: bool = False
    travel: bool = False
    reach: bool = False
    strict: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class StatusWords:
    """What governing words say of the event under them."""

    planned: frozenset[str]
    unreal: frozenset[str]
    real: frozenset[str]
    performed: frozenset[str]
    """Verbs that are done by saying that one wants to: "I wish to thank"."""
    called_off: frozenset[str]
    adjectives: dict[str, frozenset[str]]
    prepositions: dict[str, frozenset[str]]
    modals: dict[str, frozenset[str]]
    negative: frozenset[str]
    """Words of judgement: "mistake", "dangerous", "violate"."""
    positive: frozenset[str]
    """Words of praise, of one word or two: "encouraging", "right direction"."""
    owed: frozenset[str]
    """What one is blamed for not doing: "is not honouring the truce"."""
    misdeeds: frozenset[str]
    """What is a reproach by its name: "X's interference continues"."""
    abetting: frozenset[str]
    """Verbs that are a reproach where it is done for bands: "arms the rebels"."""
    bands: frozenset[str]
    """What those are called."""
    befalling: frozenset[str]
    """What befalls who it is said of, and is no reproach: "faces serious problems"."""
    arms: frozenset[str]
    """What is destroyed to nobody's blame: "has destroyed its missiles"."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The word lists of ``data/lexicon/grammar.toml``; the file says what each is for."""

    paired: frozenset[str]
    diplomats: frozenset[str]
    attended: frozenset[str]
    attending: frozenset[str]
    delegations: frozenset[str]
    visitors: frozenset[str]
    heading: frozenset[str]
    gatherings: frozenset[str]
    closing: frozenset[str]
    outcome: frozenset[str]
    saying: frozenset[str]
    undergoing: frozenset[str]
    policing: frozenset[str]
    blaming: frozenset[str]
    outlawing: frozenset[str]
    hardships: frozenset[str]
    bands: frozenset[str]
    fighters: frozenset[str]
    warlike: frozenset[str]
    blasts: frozenset[str]
    bundles: frozenset[str]
    mutual: frozenset[str]
    phones: frozenset[str]
    signing: frozenset[str]
    carrying: frozenset[str]
    light_heads: frozenset[str]
    onlooking: frozenset[str]
    carriers: frozenset[str]
    undertaking: frozenset[str]
    granting: frozenset[str]
    truces: frozenset[str]
    concluding: frozenset[str]
    wars: frozenset[str]
    stances: frozenset[str]
    utterances: frozenset[str]
    doings: frozenset[str]
    remarks: frozenset[str]
    redress: frozenset[str]
    texts: frozenset[str]
    offered: frozenset[str]
    offering: frozenset[str]
    freed: frozenset[str]
    wares: frozenset[str]
    diseases: frozenset[str]


@dataclass(frozen=True, slots=True)
class Triggers:
    """All frames, by lemma; a noun of two words stands under its last."""

    verbs: dict[str, tuple[VerbFrame, ...]]
    nouns: dict[str, tuple[tuple[tuple[str, ...], NounFrame], ...]]
    status: StatusWords
    grammar: Grammar
    attitudes: dict[str, dict[str, EventClass]]
    """The classes of event by an adjective and its preposition: "grateful to"."""
    deeds: dict[str, frozenset[EventClass]]
    """The classes of event that a noun may take up: "the launch"."""
    affairs: dict[str, frozenset[str]]
    """What a state holds or does at home, with the nouns that mean the same: "coup", "ouster"."""
    verb_forms: frozenset[str]
    past: dict[str, str]
    """Past tense by present form ("arrives": "arrived"), for verbs that report."""
    lemmas: dict[str, str]
    """The verb of each of its forms, where a lemmatizer may not know it."""
    doubtful: frozenset[str]
    """Present forms that may as well be nouns: "attacks", "visits"."""


_WHERE = "where"
_NOUN_KEYS = ("about", "needs_context")
_FLAGS = ("light", "weak", "document", "travel", "reach", "strict", "force")


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


@functools.cache
def load_triggers() -> Triggers:
    """The shipped lexicon; raises `KnowledgeError` that says which entry is wrong."""
    table = _load(_TRIGGERS)
    verbs: dict[str, list[VerbFrame]] = {}
    nouns: dict[str, list[tuple[tuple[str, ...], NounFrame]]] = {}
    try:
        for row in table["verbs"]:
            frame = _verb(row)
            for lemma in dict.fromkeys(frame.lemmas):
                verbs.setdefault(lemma, []).append(frame)
        for row in table["nouns"]:
            made = _noun(row)
            for lemma in made.lemmas:
                words = tuple(lemma.split())
                nouns.setdefault(words[-1], []).append((words, made))
        common = _load(_GRAMMAR)
        status, grammar = _status(_load(_STATUS)), _grammar(common)
        acted_on = sorted({n for some in verbs.values() for each in some for n in each.nouns})
        over = (status.planned, status.unreal, status.real, status.called_off, status.negative)
        others = sorted(w for some in (*over, grammar.saying) for w in some if w.isalpha())
        return Triggers(
            verbs={k: tuple(sorted(v, key=_general)) for k, v in verbs.items()},
            nouns={k: tuple(sorted(v, key=lambda n: -len(n[0]))) for k, v in nouns.items()},
            status=status,
            grammar=grammar,
            attitudes=_attitudes(common),
            affairs=_affairs(common),
            deeds=_deeds(common),
            verb_forms=frozenset(form for lemma in verbs for form in _forms(lemma)) | _COMMON,
            past=_past(verbs, table["past"]),
            lemmas=_lemmas(
                (*verbs, *_ALSO, *others), table["past"], table["participles"], (*nouns, *acted_on)
            ),
            doubtful=frozenset(f for n in (*nouns, *_NOUNS) for f in (n, f"{n}s", _forms(n)[0])),
        )
    except (KeyError, ValueError) as error:
        raise KnowledgeError(f"data/{_TRIGGERS}: {error}") from error


def _general(frame: VerbFrame) -> bool:
    """Whether a frame takes any object; the ones that ask for a noun are tried before it."""
    return not frame.nouns


_ALSO = (
    "attempt",
    "survive",
    "carry",
    "commence",
    "conduct",
    "fail",
    "intend",
    "lead",
    "perform",
    "plan",
    "prepare",
    "report",
    "reveal",
    "scramble",
    "stage",
    "step",
    "try",
    "repel",
    "repulse",
    "withstand",
    "accompany",
    "draw",
    "delay",
    "hold",
    "begin",
    "announce",
    "cancel",
    "take",
    "make",
    "attend",
    "open",
    "end",
    "start",
    "sentence",
    "start",
    "postpone",
    "conclude",
    "address",
    "join",
    "become",
    "win",
    "declare",
    "reopen",
    "resume",
    "restart",
    "reach",
)
_NOUNS = (
    "head",
    "phone",
    "return",
    "back",
    "host",
    "force",
    "target",
    "fire",
    "name",
    "list",
    "hit",
    "raid",
    "ban",
    "fund",
    "train",
    "arm",
    "brand",
    "label",
    "block",
    "tour",
    "land",
    "stop",
    "commit",
    "visit",
    "report",
    "ship",
    "place",
    "cut",
    "end",
    "start",
    "address",
    "land",
    "charge",
    "blast",
    "fault",
    "case",
    "promise",
    "pledge",
    "loan",
    "grant",
    "exchange",
    "battle",
    "fight",
    "cross",
    "deal",
)


def _lemmas(
    verbs: Iterable[str], irregular: dict[str, str], done: dict[str, str], nouns: Iterable[str]
) -> dict[str, str]:
    """The lemma of each form of the verbs, and of the plurals of the nouns."""
    out: dict[str, str] = {participle: lemma for lemma, participle in done.items()}
    for lemma in verbs:
        stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
        forms = (*_forms(lemma), irregular.get(lemma, lemma), f"{stem}ing")
        for form in (*forms, f"{lemma}{lemma[-1]}ing"):
            out.setdefault(form, lemma)
    for noun in nouns:
        plural, *_ = _forms(noun)
        out.setdefault(plural, noun)
    return out


def _past(verbs: dict[str, list[VerbFrame]], irregular: dict[str, str]) -> dict[str, str]:
    out: dict[str, str] = {}
    for lemma in (*verbs, *_ALSO):
        third, *regular = _forms(lemma)
        past = irregular.get(lemma, regular[0])
        out[third] = past
        out.setdefault(lemma, past)
    return out


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


def _status(table: dict[str, Any]) -> StatusWords:
    return StatusWords(
        planned=frozenset(table["planned"]),
        unreal=frozenset(table["unreal"]),
        real=frozenset(table["real"]),
        performed=frozenset(table["performed"]),
        called_off=frozenset(table["called_off"]),
        adjectives={k: frozenset(v) for k, v in table["adjectives"].items()},
        prepositions={k: frozenset(v) for k, v in table["prepositions"].items()},
        modals={k: frozenset(v) for k, v in table["modals"].items()},
        negative=frozenset(table["judgement"]["negative"]),
        positive=frozenset(table["judgement"]["positive"]),
        owed=frozenset(table["judgement"]["owed"]),
        misdeeds=frozenset(table["judgement"]["misdeeds"]),
        abetting=frozenset(table["judgement"]["abetting"]),
        bands=frozenset(table["judgement"]["bands"]),
        befalling=frozenset(table["judgement"]["befalling"]),
        arms=frozenset(table["judgement"]["arms"]),
    )


def _forms(lemma: str) -> tuple[str, ...]:
    """The finite forms of a regular verb; the irregular ones are listed."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return (f"{lemma[:-1]}ies", f"{lemma[:-1]}ied")
    third = f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{lemma}s"
    doubled = f"{lemma}{lemma[-1]}ed"
    return (third, f"{stem}ed", doubled) if not lemma.endswith("e") else (third, f"{stem}ed")


_COMMON = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "will",
        "would",
        "shall",
        "may",
        "might",
        "can",
        "could",
        "should",
        "must",
        "does",
        "did",
        "do",
        "said",
        "says",
        "told",
        "tells",
        "met",
        "meets",
        "met",
        "held",
        "holds",
        "began",
        "begins",
        "went",
        "goes",
        "came",
        "comes",
        "took",
        "takes",
        "gave",
        "gives",
        "made",
        "makes",
        "sent",
        "sends",
        "spoke",
        "speaks",
        "broke",
        "breaks",
        "flew",
        "flies",
        "struck",
        "strikes",
        "shot",
        "sank",
        "sought",
        "seeks",
        "withdrew",
        "drew",
        "called",
        "left",
        "leaves",
        "became",
        "becomes",
        "remain",
        "remains",
        "reached",
        "reaches",
        "announced",
        "announces",
    ]
)
