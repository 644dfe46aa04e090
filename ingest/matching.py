"""Lays what was read beside what should have been read, and pairs the two up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from graph.model import Actor, ActorClass, Event, Reading, Role
from graph.naming import Namer
from ingest.tellings import Link, Party, Telling, names, near, overlap, title_words

HALF = 0.5
"""Share of parties that two tellings of one event must have in common."""
SAME_TITLE = 0.6
"""Share of words that two titles of one document must have in common."""


@dataclass(frozen=True, slots=True)
class LinkMatch:
    """Links that were found, each with its counterpart, those missed, and those read in excess."""

    found: tuple[tuple[Link, Link], ...]
    missed: tuple[Link, ...]
    extra: tuple[Link, ...]


def match_links(wanted: Sequence[Link], read: Sequence[Link]) -> LinkMatch:
    """Takes for each wanted link the first that is left with a near class and the same ends."""
    left = list(read)
    found: list[tuple[Link, Link]] = []
    missed: list[Link] = []
    for link in wanted:
        for other in left:
            either_way = link.either_way or other.either_way
            if near(link.kind, other.kind) and link.joins(other, either_way=either_way):
                left.remove(other)
                found.append((link, other))
                break
        else:
            missed.append(link)
    return LinkMatch(tuple(found), tuple(missed), tuple(left))


def pair_events(
    wanted: Sequence[Telling], read: Sequence[Telling], *, any_class: bool = False
) -> list[tuple[int, int]]:
    """Positions of events that are one: a near class, and at least half of the parties; best first.

    With ``any_class`` the class is left out of it.
    """
    options = [
        (share + HALF * (a.kind is b.kind), i, j)
        for (i, a), (j, b) in product(enumerate(wanted), enumerate(read))
        if (any_class or near(a.kind, b.kind)) and (share := overlap(a, b)) >= HALF
    ]
    taken: list[tuple[int, int]] = []
    rows: set[int] = set()
    columns: set[int] = set()
    for _, i, j in sorted(options, key=lambda option: -option[0]):
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            taken.append((i, j))
    return taken


def match_titles(wanted: Sequence[str], read: Sequence[str]) -> int:
    """How many of the documents were found, by the words of their titles."""
    left = list(read)
    found = 0
    for title in wanted:
        for other in left:
            words, others = title_words(title), title_words(other)
            if words and others and len(words & others) / len(words | others) >= SAME_TITLE:
                left.remove(other)
                found += 1
                break
    return found


class Directory:
    """Knows every actor of the readings by all names that they give it, as the graph would."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._names: dict[str, list[str]] = {}
        self._actors: dict[str, Actor] = {}
        self._side: dict[str, Actor] = {}
        for reading in readings:
            for event in reading.events:
                for actor in (*event.actors(), *event.according_to):
                    self._note(actor)
                if event.place and event.place.country:
                    self._note(event.place.country)

    def _note(self, actor: Actor) -> None:
        self._actors.setdefault(actor.key, actor)
        self._names.setdefault(actor.key, []).extend((actor.label, *actor.aliases))
        if actor.represents:
            self._side.setdefault(actor.key, actor.represents)
            self._note(actor.represents)

    def party(self, actor: Actor) -> Party:
        """The actor as a party, with whom it speaks for."""
        side = self._side.get(actor.key)
        return self._plain(actor, self._plain(side, None) if side else None)

    def _plain(self, actor: Actor, side: Party | None) -> Party:
        known = self._actors[actor.key]
        return Party(
            names=names(self._names[actor.key]),
            country=known.kind is ActorClass.COUNTRY and known.iso3 is not None,
            code=known.iso3,
            side=side,
        )

    def tellings(self, reading: Reading, min_confidence: float = 0.0) -> tuple[Telling, ...]:
        """The events of the reading in their order; those that are one in the graph are one."""
        namer = Namer()
        out: dict[str, Telling] = {}
        for event in reading.events:
            if event.confidence >= min_confidence:
                made = self._telling(event)
                address = str(namer.event(event, reading.article))
                first = out.setdefault(address, made)
                documents = tuple(dict.fromkeys((*first.documents, *made.documents)))
                out[address] = replace(first, documents=documents)
        return tuple(out.values())

    def _telling(self, event: Event) -> Telling:
        sources = event.actors(Role.SOURCE, Role.MEDIATOR)
        targets = tuple(a for a in event.actors(Role.TARGET) if a not in sources)
        placed = {actor.key for actor in (*sources, *targets)}
        others = tuple(a for a in event.actors(Role.PARTICIPANT) if a.key not in placed)
        place = event.place
        return Telling(
            kind=event.kind,
            status=event.status,
            sources=tuple(map(self.party, sources)),
            targets=tuple(map(self.party, targets)),
            others=tuple(map(self.party, others)),
            date=event.date,
            place=place.label if place else None,
            country=place.country.iso3 if place and place.country else None,
            documents=tuple(document.title for document in event.documents),
            evidence=event.evidence[0].exact,
            confidence=event.confidence,
        )
