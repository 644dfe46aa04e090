"""What the index says of links: between actors through events, and of things to events."""

# ruff: noqa: S608 - only text of our own goes into the questions; values are bound

import json
import sqlite3
from collections.abc import Iterable

from rdflib import URIRef

from graph.entries import ACTOR, ARTICLE, KINDS, REPRESENTS, ROLES, STATES
from graph.happenings import GENERAL, Happening, Occurrence, final_status
from graph.indexfile import LINKS, RELATIONS, SEPARATOR
from graph.model import ActorClass, Role

_ACTORS = frozenset(c.value for c in ActorClass)
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


def happenings(connection: sqlite3.Connection) -> list[Happening]:
    """All events with their actors in the general roles; sorted by date."""
    roles: dict[int, dict[Role, list[URIRef]]] = {}
    addresses: dict[int, URIRef] = {}
    of_bits: dict[int, tuple[Role, ...]] = {}
    for event, value, address, bits in connection.execute(
        "SELECT event, value, address, roles FROM link JOIN thing ON id = value "
        f"WHERE property = {LINKS[ACTOR]} AND roles & {_GENERAL} ORDER BY address"
    ):
        if bits not in of_bits:
            some = (r for n, r in enumerate(ROLES) if bits >> n & 1)
            of_bits[bits] = tuple(role for role in some if role in GENERAL)
        actor = addresses.setdefault(value, URIRef(address))
        of_event = roles.setdefault(event, {})
        for role in of_bits[bits]:
            of_event.setdefault(role, []).append(actor)
    statuses = {
        bits: final_status(s for n, s in enumerate(STATES) if bits >> n & 1)
        for bits in range(1, 1 << len(STATES))
    }
    rows = connection.execute(
        "SELECT thing, address, kinds, states, event.day, names FROM event "
        "JOIN entry USING (thing) WHERE kinds AND states AND names <> '' "
        "ORDER BY coalesce(event.day, ''), address"
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
