"""A mention: a run of tokens that stands for an actor, or for several.

`ingest.scan` finds them in the tokens of a paragraph, `ingest.coreference` says whom they mean.
"""

from dataclasses import dataclass
from enum import StrEnum

from ingest.authority import Entry

DIPLOMATIC = frozenset({"diplomat", "envoy"})
"""Kinds of offices that diplomats hold."""


LED = "led"
"""The kind of office of a mention that takes up those whom a state leads: "the Saudi-led bloc"."""
ACTED_ON = "acted-on"
"""That of one that takes up a state to which something is done: "visited the country"."""
NEIGHBOUR = "neighbour"
"""What a mention is called that takes up the neighbour of a state."""


class MentionKind(StrEnum):
    """What a mention is, by its form."""

    NAMED = "named"
    """A state, organisation or body by its own name, or its government."""
    DEMONYM = "demonym"
    """An adjective or the name of a people: "Turkish"."""
    PERSON = "person"
    """A person by name, with or without title."""
    OFFICE = "office"
    """An office-holder who is not named: "the Russian president", "its ambassador to Iran"."""
    NAME = "name"
    """A run of capitals of which nothing is known yet."""
    COUNTERPART = "counterpart"
    """Somebody of the same office: "his Japanese counterpart"."""
    PRONOUN = "pronoun"
    """A personal or possessive pronoun."""
    GROUP = "group"
    """Actors named before, or by one name: "the two sides", "both Koreas", "the bloc"."""


HOLDERS = frozenset({MentionKind.OFFICE, MentionKind.PERSON})
"""Kinds of mentions of one who holds an office or is named."""
PEOPLE = HOLDERS | {MentionKind.COUNTERPART}
"""Kinds of mentions of persons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A run of tokens ``start``–``end`` that stands for an actor."""

    start: int
    end: int
    kind: MentionKind
    name: str = ""
    """The person's name, or the surface form of what is named."""
    of: tuple[Entry, ...] = ()
    """The states and organisations that are named, or that the person speaks for."""
    office: str = ""
    """The office, as the text words it."""
    office_kind: str = ""
    """A kind of ``data/lexicon/offices.toml``; of a group ``sides``, ``persons`` or ``half``."""
    host: tuple[Entry, ...] = ()
    """Where a diplomat is accredited: "ambassador to Germany"."""
    chief: "Mention | None" = None
    """Who is named in it and whom it serves: "[Ann Lund]'s government", "a spokesman for [X]"."""
    body: str = ""
    """A named body of the state: "Indonesian Navy"."""
    band: str = ""
    """What rebels or militants are called that no table knows: "Syrian rebels"."""
    short: str = ""
    """By what they go besides: "Popular Front of X (PFX)"."""
    company: bool = False
    """Whether a firm of the state is named: "Iranian airline Mahan Air"."""
    association: bool = False
    """Whether it is an association that no table knows: "the rights group X"."""
    plural: bool = False
    former: bool = False
    force: bool = False
    """Whether a state's armed force is named: "Russian troops"."""
    capital: bool = False
    """Whether the state is named by its capital, which may as well be a place."""
    possessive: bool = False
    """Whether "his", "her", "its" or "their" stands before the office."""
    enumerated: bool = False
    """Whether a state goes on a list: "A, [B] and [C]"."""
    count: int = 0
    """How many actors a group stands for, or how many states those who hold an office."""
