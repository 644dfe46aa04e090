"""The words that report events, as the rules ask for them; `ingest.lexicon` reads them."""

from dataclasses import dataclass, field

from graph.model import EventClass, Role
from ingest.statuswords import StatusWords


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
    court: bool = False
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
    parting: bool = False
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """The word lists of ``data/lexicon/grammar.toml``; the file says what each is for."""

    paired: frozenset[str]
    diplomats: frozenset[str]
    attended: frozenset[str]
    attending: frozenset[str]
    presiding: frozenset[str]
    seats: frozenset[str]
    sessions: frozenset[str]
    opening: frozenset[str]
    delegations: frozenset[str]
    visitors: frozenset[str]
    heading: frozenset[str]
    gatherings: frozenset[str]
    closing: frozenset[str]
    outcome: frozenset[str]
    standing: frozenset[str]
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
    harms: frozenset[str]
    falls: frozenset[str]
    fighting: frozenset[str]
    diseases: frozenset[str]


@dataclass(frozen=True, slots=True)
class Triggers:
    """All frames, by lemma; a noun of two words stands under its last."""

    verbs: dict[str, tuple[VerbFrame, ...]]
    phrasal: frozenset[str]
    """The verbs that have frames of their own with a particle: "turn" of "turn down"."""
    nouns: dict[str, tuple[tuple[tuple[str, ...], NounFrame], ...]]
    status: StatusWords
    grammar: Grammar
    attitudes: dict[str, dict[str, EventClass]]
    """The classes of event by an adjective and its preposition: "grateful to"."""
    deeds: dict[str, frozenset[EventClass]]
    """The classes of event that a noun may take up: "the launch"."""
    affairs: dict[str, frozenset[str]]
    """What a state holds or does at home, with the nouns that mean the same: "coup", "ouster"."""
    retold: dict[str, frozenset[str]]
    """The verbs of which a noun may take up what they told: "seizure" of "confiscate"."""
    verb_forms: frozenset[str]
    past: dict[str, str]
    """Past tense by present form ("arrives": "arrived"), for verbs that report."""
    lemmas: dict[str, str]
    """The verb of each of its forms, where a lemmatizer may not know it."""
    doubtful: frozenset[str]
    """Present forms that may as well be nouns: "attacks", "visits"."""
