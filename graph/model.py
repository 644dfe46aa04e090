"""What an event is: the frozen values that travel between the rooms of the house.

Each is checked as it is made. Nothing here knows about RDF addresses (``graph.naming``) or triples
(``graph.triples``), and nothing here opens a file.
"""

import datetime
import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


class EventClass(StrEnum):
    """The eighteen classes of event; each value is the local name of its class in the ontology."""

    MEETING = "Meeting"
    VISIT = "Visit"
    CALL = "Call"
    CONVENING = "Convening"
    MEDIATION = "Mediation"
    SIGNING = "Signing"
    AGREEMENT = "Agreement"
    RELATIONS_UPGRADE = "RelationsUpgrade"
    RELATIONS_DOWNGRADE = "RelationsDowngrade"
    SUPPORT = "Support"
    REQUEST = "Request"
    ACCUSATION = "Accusation"
    REJECTION = "Rejection"
    THREAT = "Threat"
    SANCTION = "Sanction"
    AID = "Aid"
    COOPERATION = "Cooperation"
    FORCE = "Force"

    @property
    def symmetric(self) -> bool:
        """Whether all parties stand alike, as participants."""
        return self in _SYMMETRIC

    @property
    def direct(self) -> str:
        """The local name of the property that links actor to actor.

        >>> EventClass.MEETING.direct
        'met'
        """
        return _DIRECT[self]


_SYMMETRIC = frozenset(
    {
        EventClass.MEETING,
        EventClass.CALL,
        EventClass.CONVENING,
        EventClass.SIGNING,
        EventClass.AGREEMENT,
        EventClass.COOPERATION,
    }
)
_DIRECT = {
    EventClass.MEETING: "met",
    EventClass.VISIT: "visited",
    EventClass.CALL: "spokeWith",
    EventClass.CONVENING: "metAtSession",
    EventClass.MEDIATION: "mediatedBetween",
    EventClass.SIGNING: "signedWith",
    EventClass.AGREEMENT: "agreedWith",
    EventClass.RELATIONS_UPGRADE: "upgradedRelationsWith",
    EventClass.RELATIONS_DOWNGRADE: "downgradedRelationsWith",
    EventClass.SUPPORT: "supported",
    EventClass.REQUEST: "requestedOf",
    EventClass.ACCUSATION: "accused",
    EventClass.REJECTION: "rejected",
    EventClass.THREAT: "threatened",
    EventClass.SANCTION: "sanctioned",
    EventClass.AID: "aided",
    EventClass.COOPERATION: "cooperatedWith",
    EventClass.FORCE: "usedForceAgainst",
}


class ActorClass(StrEnum):
    """The kinds of actor; each value is the local name of its class in the ontology."""

    PERSON = "Person"
    COUNTRY = "Country"
    ORGANIZATION = "IntergovernmentalOrganization"
    BODY = "GovernmentBody"
    NGO = "NonGovernmentalOrganization"
    ARMED_GROUP = "ArmedGroup"
    COMPANY = "Company"


class DocumentClass(StrEnum):
    """The kinds of document; each value is the local name of its class in the ontology."""

    DECLARATION = "Declaration"
    TREATY = "Treaty"
    AGREEMENT = "AgreementText"
    MEMORANDUM = "Memorandum"
    COMMUNIQUE = "Communique"
    STATEMENT = "Statement"
    RESOLUTION = "Resolution"
    PLAN = "Plan"


class Status(StrEnum):
    """Whether the event took place, as the article tells it."""

    HAPPENED = "happened"
    PLANNED = "planned"
    CALLED_OFF = "calledOff"


class Role(StrEnum):
    """The part that an actor plays in an event."""

    PARTICIPANT = "participant"
    SOURCE = "source"
    TARGET = "target"
    CHAIR = "chair"
    HOST = "host"
    SIGNATORY = "signatory"
    MEDIATOR = "mediator"
    VISITOR = "visitor"

    @property
    def general(self) -> "Role":
        """The general role that this one falls under; a general role is its own.

        >>> Role.VISITOR.general
        <Role.SOURCE: 'source'>
        """
        return _GENERAL.get(self, self)


_GENERAL = {
    Role.CHAIR: Role.PARTICIPANT,
    Role.HOST: Role.PARTICIPANT,
    Role.SIGNATORY: Role.PARTICIPANT,
    Role.MEDIATOR: Role.PARTICIPANT,
    Role.VISITOR: Role.SOURCE,
}


def _check(good: bool, message: str) -> None:
    if not good:
        raise ValueError(message)


def in_calendar(date: str) -> bool:
    """Whether the date has one of the three forms and is a day, month or year that there is.

    >>> in_calendar("2024-11"), in_calendar("2024-02-30")
    (True, False)
    """
    if not _DATE.fullmatch(date):
        return False
    try:
        datetime.date.fromisoformat(date + "-01-01"[len(date) - 4 :])
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article, as it is kept: offsets of evidence count in ``text`` (Python code points)."""

    id: str
    """The source's own identifier."""
    text: str
    title: str = ""
    published: datetime.date | None = None
    url: str | None = None
    publisher: str | None = None
    language: str = "en"

    def __post_init__(self) -> None:
        _check(bool(self.id.strip()), "an article needs an id")
        _check(not isinstance(self.published, datetime.datetime), "an article has a day, no hour")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, state, organisation or body that takes part in events.

    ``key`` is unique within the graph and starts with the kind: ``country/TUR``,
    ``organisation/european-union``, ``body/tur-ministry-of-foreign-affairs``,
    ``person/suleyman-soylu``.
    """

    kind: ActorClass
    key: str
    label: str
    aliases: tuple[str, ...] = ()
    """Other names; within a reading, the names that the article itself uses."""
    represents: "Actor | None" = None
    """The country or organisation that the actor speaks for."""
    offices: tuple[str, ...] = ()
    """Offices held, as the text words them ("Interior Minister")."""
    iso3: str | None = None
    wikidata: str | None = None
    """Wikidata item, "Q43"."""

    def __hash__(self) -> int:
        return hash(self.key)  # who shares a key is mostly the same: no need to look at the rest

    def __post_init__(self) -> None:
        _check("/" in self.key, f"actor key {self.key!r} has no kind; write kind/name")
        _check(bool(self.label.strip()), f"actor {self.key} has no label")
        _check(self.represents is not self, f"actor {self.key} represents itself")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an event took place."""

    key: str
    """``place/istanbul-tur``: name and country, as the address of the place."""
    label: str
    country: Actor | None = None
    latitude: float | None = None
    longitude: float | None = None

    def __post_init__(self) -> None:
        _check(self.key.startswith("place/"), f"place key {self.key!r} must start with place/")
        _check((self.latitude is None) == (self.longitude is None), f"{self.key}: half a position")
        _check(abs(self.latitude or 0) <= 90, f"{self.key}: latitude {self.latitude}")
        _check(abs(self.longitude or 0) <= 180, f"{self.key}: longitude {self.longitude}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text that an event produced: a treaty, a declaration, a resolution."""

    kind: DocumentClass
    title: str
    proper: bool = False
    """Whether the title names one document in the world ("Treaty of Lisbon"), not "a statement"."""
    date: str | None = None

    def __post_init__(self) -> None:
        _check(bool(self.title.strip()), "a document needs a title")
        _check(self.date is None or in_calendar(self.date), f"bad date {self.date!r}")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Evidence:
    """The sentence that states an event: offsets into the article's text, and the words there."""

    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        _check(0 <= self.start < self.end, f"evidence from {self.start} to {self.end}")
        _check(len(self.exact) == self.end - self.start, "evidence is not as long as its span")


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """One actor in one role."""

    role: Role
    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event, as one article reports it."""

    kind: EventClass
    status: Status = Status.HAPPENED
    participations: tuple[Participation, ...]
    evidence: tuple[Evidence, ...]
    date: str | None = None
    """``2024-11-14``, ``2024-11`` or ``2024``: as precise as the text."""
    place: Place | None = None
    documents: tuple[Document, ...] = ()
    topics: tuple[str, ...] = ()
    """What it was about: lower-case noun phrases."""
    title: str | None = None
    """The session's own name, where the text gives one."""
    according_to: tuple[Actor, ...] = ()
    """Whose word it is, where the text attributes it to an actor."""
    confidence: float = field(default=0.5)
    """Probability that this event is right, 0 to 1."""

    def __post_init__(self) -> None:
        _check(bool(self.participations), f"a {self.kind} without actors")
        _check(bool(self.evidence), f"a {self.kind} without evidence")
        _check(self.date is None or in_calendar(self.date), f"bad date {self.date!r}")
        _check(0 <= self.confidence <= 1, f"confidence {self.confidence} is not in 0 to 1")

    def actors(self, *roles: Role) -> tuple[Actor, ...]:
        """The actors whose role is one of ``roles`` or falls under one; all, where none is named.

        Each actor stands once, in the order of the text.
        """
        wanted = set(roles)
        chosen = (
            p.actor
            for p in self.participations
            if not wanted or p.role in wanted or p.role.general in wanted
        )
        return tuple(dict.fromkeys(chosen))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read out of one article."""

    article: Article
    events: tuple[Event, ...]
    dropped: tuple[str, ...] = ()
    """What the reader was told and left out, as a plural with its reason; one for each thing."""

    def at_least(self, confidence: float) -> "Reading":
        """The same reading without the events below the confidence (0 to 1)."""
        kept = tuple(event for event in self.events if event.confidence >= confidence)
        return replace(self, events=kept)
