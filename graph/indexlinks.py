"""What the index says of links: between actors through events, and of things to events."""

# ruff: noqa: S608 - only text of our own goes into the questions; values are bound

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, groupby
from operator import itemgetter

from rdflib import URIRef

from graph.contacts import Contacts, counted
from graph.entries import ACTOR, ARTICLE, KINDS, REPRESENTS, ROLES, STATES
from graph.happenings import GENERAL, Happening, Occurrence, final_status, links_of
from graph.indexbatch import LINKS, RELATIONS, SEPARATOR
from graph.model import ActorClass, EventClass, Role, Status

_ACTORS = frozenset(c.value for c in ActorClass)
_HAPPENED = 1 << STATES.index(Status.HAPPENED)
_GENERAL = sum(1 << n for n, role in enumerate(ROLES) if role in GENERAL)


def counterparts(
    connection: sqlite3.Connection, actor: URIRef, *, deputies: bool, states: int
) -> dict[URIRef, dict[str, int]]:
    """With whom an actor shares events, and how many of each class.

    ``deputies`` counts the events of those who represent it as its own, and leaves them out;
    ``states`` are the bits of the statuses that count.
    """
    found = connection.execute("SELECT id FROM thing WHERE address = ?", (actor,)).fetchone()
    if found is None:
        return {}
    represent = (
        f"SELECT subject FROM relation WHERE property = {RELATIONS[REPRESENTS]} AND object = ?1"
        if deputies
        else "SELECT NULL WHERE 0"
    )
    rows = connection.execute(
        f"WITH deputy(id) AS MATERIALIZED ({represent}), "
        "mine(event) AS MATERIALIZED (SELECT DISTINCT event FROM link "
        f"WHERE property = {LINKS[ACTOR]} AND "
        "value IN (SELECT ?1 UNION ALL SELECT id FROM deputy)) "
        "SELECT value, kinds, count(*) FROM mine "
        "CROSS JOIN event ON event.thing = mine.event AND states & ?2 "
        f"CROSS JOIN link ON link.event = mine.event AND property = {LINKS[ACTOR]} "
        "WHERE value <> ?1 AND value NOT IN (SELECT id FROM deputy) GROUP BY value, kinds",
        (found[0], states),
    ).fetchall()
    addresses = _addresses(connection, {value for value, _, _ in rows})
    out: dict[URIRef, dict[str, int]] = {}
    for value, kinds, count in rows:
        of_other = out.setdefault(addresses[value], {})
        for number, kind in enumerate(KINDS):
            if kinds >> number & 1:
                of_other[kind.value] = of_other.get(kind.value, 0) + count
    return out


def events_of(connection: sqlite3.Connection, things: Iterable[URIRef]) -> dict[URIRef, int]:
    """How many events each of the things has; those without any are left out."""
    rows = connection.execute(
        "SELECT address, events FROM json_each(?) AS wanted JOIN thing ON address = wanted.value "
        "JOIN entry ON entry.thing = thing.id WHERE events",
        (json.dumps([str(thing) for thing in things]),),
    )
    return {URIRef(address): events for address, events in rows}


def reports_of(connection: sqlite3.Connection, events: Iterable[URIRef]) -> dict[URIRef, int]:
    """How many articles report each of the events."""
    rows = connection.execute(
        "SELECT address, count(*) FROM json_each(?) AS wanted JOIN thing ON address = wanted.value "
        f"JOIN link ON link.event = thing.id AND property = {LINKS[ARTICLE]} GROUP BY thing.id",
        (json.dumps([str(event) for event in events]),),
    )
    return {URIRef(address): count for address, count in rows}


def happenings(
    connection: sqlite3.Connection, events: Collection[int] | None = None
) -> list[Happening]:
    """All events, or these, with their actors in the general roles; sorted by date."""
    chosen = json.dumps(sorted(events or ()))
    some = "" if events is None else " AND {} IN (SELECT value FROM json_each(:chosen))"
    roles: dict[int, dict[Role, list[URIRef]]] = {}
    addresses: dict[int, URIRef] = {}
    for event, value, address, bits in connection.execute(
        "SELECT event, value, address, roles FROM link JOIN thing ON id = value "
        f"WHERE property = {LINKS[ACTOR]} AND roles & {_GENERAL}{some.format('event')} "
        "ORDER BY address",
        {"chosen": chosen},
    ):
        actor = addresses.setdefault(value, URIRef(address))
        of_event = roles.setdefault(event, {})
        for role in _roles(bits):
            of_event.setdefault(role, []).append(actor)
    statuses = {
        bits: final_status(s for n, s in enumerate(STATES) if bits >> n & 1)
        for bits in range(1, 1 << len(STATES))
    }
    rows = connection.execute(
        "SELECT thing, address, kinds, states, event.day, names FROM event "
        "JOIN entry USING (thing) WHERE kinds AND states AND names <> '' "
        f"{some.format('thing')} ORDER BY coalesce(event.day, ''), address",
        {"chosen": chosen},
    )
    return [
        Happening(
            occurrence=Occurrence(
                address=URIRef(address),
                kind=KINDS[(kinds & -kinds).bit_length() - 1],
                label=names.partition(SEPARATOR)[0],
                date=day,
                status=statuses[states],
            ),
            roles={role: tuple(actors) for role, actors in roles.get(thing, {}).items()},
        )
        for thing, address, kinds, states, day, names in rows
    ]


def contacts(connection: sqlite3.Connection) -> Contacts:
    """Who is linked with whom, and through how many events."""
    rows = connection.execute(
        "SELECT event, value, roles, kinds FROM event "
        "CROSS JOIN entry ON entry.thing = event.thing AND names <> '' "
        f"CROSS JOIN link ON link.event = event.thing AND property = {LINKS[ACTOR]} "
        f"WHERE states & {_HAPPENED} AND kinds ORDER BY event.thing, value"
    )
    pairs: list[tuple[int, int]] = []
    parties: list[int] = []
    total = 0
    for _, rows_of_event in groupby(rows, key=itemgetter(0)):
        _, values, roles, kinds = zip(*rows_of_event, strict=True)
        places, linked = _shape(kinds[0], roles)
        pairs += [(values[a], values[b]) for a, b in places]
        parties += [values[place] for place in linked]
        total += bool(linked)
    found = _addresses(connection, set(parties))
    actors = sorted(found, key=found.__getitem__)
    number = {actor: place for place, actor in enumerate(actors)}
    return counted(
        [found[actor] for actor in actors],
        [(number[a], number[b]) for a, b in pairs],
        [number[actor] for actor in parties],
        total,
    )


@lru_cache(maxsize=4096)
def _shape(
    kinds: int, roles: tuple[int, ...]
) -> tuple[tuple[tuple[int, int], ...], tuple[int, ...]]:
    """Which parties of an event are linked, by their places, and all places that are in a link.

    Events differ in whom they link, and hardly in how: of a class and the roles in their order.
    """
    of_role: dict[Role, list[int]] = {}
    for place, bits in enumerate(roles):
        for role in _roles(bits):
            of_role.setdefault(role, []).append(place)
    pairs = {(min(a, b), max(a, b)) for a, b in links_of(_kind(kinds), of_role)}
    return tuple(sorted(pairs)), tuple(sorted(set(chain.from_iterable(pairs))))


@cache
def _kind(bits: int) -> EventClass:
    return KINDS[(bits & -bits).bit_length() - 1]


def linking(connection: sqlite3.Connection, start: URIRef, end: URIRef) -> list[Happening]:
    """The events that the shortest chains between two actors consist of, and perhaps more.

    Where no chain leads from one to the other, the events of both. Chains are looked for from both
    ends, where fewer actors wait to be looked at.
    """
    numbers = [
        connection.execute("SELECT id FROM thing WHERE address = ?", (one,)).fetchone() or (0,)
        for one in (start, end)
    ]
    sides = [_Side({n}, {n: set()}) for (n,) in numbers]
    met: set[int] = sides[0].before.keys() & sides[1].before.keys()
    events: set[int] = set()
    while not met and all(side.edge for side in sides):
        side = min(sides, key=lambda s: len(s.edge))
        events |= side.step(connection)
        met = sides[0].before.keys() & sides[1].before.keys()
    if not met or start == end:
        for (number,) in numbers:
            events |= _Side({number}, {number: set()}).step(connection)
        return happenings(connection, events)
    on_way = set().union(*(side.back(met) for side in sides))
    return happenings(connection, _shared(connection, on_way))


@dataclass(slots=True)
class _Side:
    """What was found from one end: the actors at the edge, and who led to each."""

    edge: set[int]
    before: dict[int, set[int]]

    def step(self, connection: sqlite3.Connection) -> set[int]:
        """Goes one step further; the events that were looked at."""
        parties: dict[int, tuple[EventClass, dict[Role, list[int]]]] = {}
        for event, value, bits, kinds in connection.execute(
            "WITH mine(event) AS MATERIALIZED (SELECT DISTINCT event FROM link "
            f"WHERE property = {LINKS[ACTOR]} AND value IN (SELECT value FROM json_each(?))) "
            "SELECT mine.event, value, roles, kinds FROM mine "
            f"CROSS JOIN event ON event.thing = mine.event AND states & {_HAPPENED} AND kinds "
            f"CROSS JOIN link ON link.event = mine.event AND property = {LINKS[ACTOR]}",
            (json.dumps(sorted(self.edge)),),
        ):
            _, roles = parties.setdefault(event, (KINDS[(kinds & -kinds).bit_length() - 1], {}))
            for role in _roles(bits):
                roles.setdefault(role, []).append(value)
        new: dict[int, set[int]] = {}
        for kind, roles in parties.values():
            for a, b in links_of(kind, roles):
                for one, other in ((a, b), (b, a)):
                    if one in self.edge and other not in self.before:
                        new.setdefault(other, set()).add(one)
        self.before |= new
        self.edge = set(new)
        return set(parties)

    def back(self, actors: Collection[int]) -> set[int]:
        """The actors, and all on the way back from them."""
        found: set[int] = set()
        left = set(actors)
        while left:
            found |= left
            left = set().union(*(self.before[actor] for actor in left)) - found
        return found


def _shared(connection: sqlite3.Connection, actors: Collection[int]) -> set[int]:
    """The events that happened in which two of the actors or more took part."""
    rows = connection.execute(
        f"SELECT event FROM link WHERE property = {LINKS[ACTOR]} "
        "AND value IN (SELECT value FROM json_each(?)) GROUP BY event HAVING count(*) > 1",
        (json.dumps(sorted(actors)),),
    )
    return {event for (event,) in rows}


@cache
def _roles(bits: int) -> tuple[Role, ...]:
    return tuple(role for n, role in enumerate(ROLES) if bits >> n & 1 and role in GENERAL)


def actor_names(connection: sqlite3.Connection) -> dict[URIRef, tuple[str, str]]:
    """Label and class of every actor that has a label."""
    rows = connection.execute(
        "SELECT address, names, classes FROM entry JOIN thing ON id = thing "
        "WHERE kind = 'actor' AND names <> ''"
    )
    return {
        URIRef(address): (
            names.partition(SEPARATOR)[0],
            next(name for name in classes.split() if name in _ACTORS),
        )
        for address, names, classes in rows
    }


def _addresses(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, URIRef]:
    rows = connection.execute(
        "SELECT thing.id, address FROM json_each(?) AS wanted "
        "JOIN thing ON thing.id = wanted.value",
        (json.dumps(sorted(numbers)),),
    )
    return {number: URIRef(address) for number, address in rows}
