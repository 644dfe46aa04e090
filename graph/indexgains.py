"""What the index will say once a change has been made that only adds, without reading the store."""

import json
import sqlite3
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from graph.additions import Additions
from graph.entries import GROWING, QUOTATION, Entry, Subject, Values, entry, grown
from graph.indexbatch import RELATIONS, SEPARATOR

_RELATIONS = {number: name for name, number in RELATIONS.items()}


@dataclass(frozen=True, slots=True)
class Gains:
    """Of the things that a change adds to, those whose entries follow from the change."""

    new: Mapping[str, Values] = field(default_factory=dict)
    """All that is said of things of which nothing was said before."""
    more: Mapping[str, Entry] = field(default_factory=dict)
    """Entries of things of which something was said before."""

    def said(self, subject: Subject) -> Values | None:
        """All that is said of a thing; None where that is for the store to say."""
        return self.new.get(subject.value)

    def entry(self, address: str, ask: Callable[[Subject], Values]) -> Entry | None:
        """The entry of a thing after the change; None where that is for the store to say."""
        said = self.new.get(address)
        if said is None:
            return self.more.get(address)
        return entry(said, sum(map(len, said.values())), ask)


def gains(
    connection: sqlite3.Connection,
    added: Mapping[str, Additions],
    says: Callable[[ox.Quad], bool],
) -> Gains:
    """What follows from the additions; ``connection`` and ``says`` tell how it was before."""
    held = _held(connection, added)
    more: dict[str, Entry] = {}
    for address, old in held.items():
        if old is not None:
            more_said = sum(not says(quad) for quad in added[address].quads)
            found = grown(old, added[address].said, more_said)
            if found is not None:
                more[address] = found
    return Gains({a: each.said for a, each in added.items() if a not in held}, more)


def quotes(added: Mapping[str, Additions]) -> set[str]:
    """The things of which something is said that events take from their evidence."""
    return {a for a, each in added.items() if not QUOTATION.isdisjoint(each.said)}


def _held(connection: sqlite3.Connection, addresses: Collection[str]) -> dict[str, Entry | None]:
    """The entries of those of the things that have one; None where it has to be read."""
    wanted = (json.dumps(list(addresses)),)
    relations: dict[str, list[tuple[str, str]]] = {}
    for address, number, other in connection.execute(
        "SELECT thing.address, property, other.address FROM json_each(?) AS wanted "
        "CROSS JOIN thing ON thing.address = wanted.value "
        "JOIN relation ON subject = thing.id JOIN thing AS other ON other.id = object",
        wanted,
    ):
        relations.setdefault(address, []).append((_RELATIONS[number], other))
    return {
        address: Entry(
            kind=kind,
            classes=tuple(classes.split()),
            statements=statements,
            names=tuple(names.split(SEPARATOR)),
            other=tuple(other.split(SEPARATOR)) if other else (),
            relations=tuple(sorted(relations.get(address, ()))),
        )
        if kind in GROWING and names
        else None
        for address, kind, classes, statements, names, other in connection.execute(
            "SELECT address, kind, classes, statements, names, other FROM json_each(?) AS wanted "
            "CROSS JOIN thing ON address = wanted.value JOIN entry ON thing = thing.id",
            wanted,
        )
    }
