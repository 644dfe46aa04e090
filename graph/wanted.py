"""Which events somebody wants, and how many of them have a value: what every index is asked."""

from dataclasses import dataclass
from enum import StrEnum

from rdflib import URIRef


class Facet(StrEnum):
    """What events can be counted by."""

    KIND = "kind"
    """The local name of the class."""
    STATUS = "status"
    ACTOR = "actor"
    PLACE = "place"
    COUNTRY = "country"
    """The country of the place."""
    YEAR = "year"
    MONTH = "month"
    """``2024-11``, or the year where only that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which events: all conditions must hold; an empty one holds for every event."""

    kind: str | None = None
    """The local name of an event class."""
    actors: tuple[URIRef, ...] = ()
    """Each took part, itself or through somebody who represents it."""
    place: URIRef | None = None
    country: URIRef | None = None
    """The country that the place is in."""
    topic: URIRef | None = None
    document: URIRef | None = None
    status: str | None = None
    """``happened``, ``planned`` or ``calledOff``."""
    since: str | None = None
    """A year, month or day, included; so is ``until``, to its end."""
    until: str | None = None
    confidence: float | None = None
    """The least confidence."""
    words: tuple[str, ...] = ()
    """Each stands in the event's label or in a sentence that states it."""
    among: tuple[URIRef, ...] | None = None
    """These only; see `EventIndex.narrowed`."""


@dataclass(frozen=True, slots=True)
class Share:
    """A value that events have, and how many have it."""

    value: str
    count: int
