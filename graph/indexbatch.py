"""A change of the index: entries put in and taken out within one transaction of its data base."""

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from graph.entries import (
    ACTOR,
    ARTICLE,
    COUNTRY,
    DOCUMENT,
    EVENT,
    PLACE,
    REPRESENTS,
    TOPIC,
    Entry,
)
from graph.words import fold

SEPARATOR = "\x1f"
"""Stands between several texts of one field."""
LINKS = {name: number for number, name in enumerate((ACTOR, PLACE, TOPIC, DOCUMENT, ARTICLE))}
RELATIONS = {REPRESENTS: 0, COUNTRY: 1}
"""Links from events, and relations between other things, as the tables number them."""
_PUT = """
INSERT INTO entry (thing, kind, classes, statements, digest, plain, day, names, other, body)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (thing) DO UPDATE SET
    kind = excluded.kind, classes = excluded.classes, statements = excluded.statements,
    digest = excluded.digest, plain = excluded.plain, day = excluded.day,
    names = excluded.names, other = excluded.other, body = excluded.body
"""


@dataclass(slots=True)
class Batch:
    """A change of the index under way."""

    connection: sqlite3.Connection
    _touched: set[tuple[int, int]] = field(default_factory=set)
    """Links whose events have to be counted again."""
    _numbers: dict[str, int] = field(default_factory=dict)
    """The numbers of things that were looked up."""

    def note(self, name: str, value: str) -> None:
        """Keeps a value about the index itself."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def owe(self, addresses: Iterable[str]) -> None:
        """Notes things whose entries may soon be wrong."""
        self.connection.executemany(
            "INSERT OR REPLACE INTO owed VALUES (?, 0)", ((address,) for address in addresses)
        )

    def settle(self) -> None:
        """Notes that the entries of all such things are right again."""
        self.connection.execute("UPDATE owed SET done = 1 WHERE NOT done")

    def forget(self) -> None:
        """Notes that the store has them safe on disk as well."""
        self.connection.execute("DELETE FROM owed WHERE done")

    def put(self, address: str, entry: Entry | None) -> None:
        """Makes the entry of a thing this one; None takes it out. What is the same stays."""
        run = self.connection.execute
        thing, held = self._held(address)
        digest = entry.digest if entry else b""
        if held == digest:
            return
        old = None
        if held:
            old = run(
                "SELECT kind, names, other, body FROM entry WHERE thing = ?", (thing,)
            ).fetchone()
            run("DELETE FROM relation WHERE subject = ?", (thing,))
            if old[0] == EVENT:
                self._take_out_event(thing)
        texts = tuple(map(SEPARATOR.join, (entry.names, entry.other, entry.body) if entry else ()))
        self._put_words(thing, old[1:] if old else (), texts)
        if entry is None:
            run("DELETE FROM entry WHERE thing = ?", (thing,))
            return
        run(
            _PUT,
            (
                *(thing, entry.kind, " ".join(entry.classes), entry.statements, digest),
                *(fold(entry.names[0])[:200] if entry.names else None, entry.day, *texts),
            ),
        )
        if entry.kind in LINKS and (old is None or old[0] != entry.kind):
            self._touched.add((LINKS[entry.kind], thing))
        for name, other in entry.relations:
            row = (RELATIONS[name], self._number(other), thing)
            run("INSERT OR IGNORE INTO relation VALUES (?, ?, ?)", row)
        self._put_event(thing, address, entry)

    def keep_only(self, addresses: Collection[str]) -> None:
        """Takes out all other things."""
        rows = self.connection.execute(
            "SELECT address FROM thing JOIN entry ON thing = id"
        ).fetchall()
        for (address,) in rows:
            if address not in addresses:
                self.put(address, None)

    def clear(self) -> None:
        """Takes everything out, whatever state it is in."""
        self._numbers.clear()
        for table in ("entry", "event", "link", "relation", "thing"):
            self.connection.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of ours
        self.connection.execute("INSERT INTO words(words) VALUES ('delete-all')")

    def count(self) -> None:
        """Counts the events of all things anew that have more or fewer of them."""
        self.connection.executemany(
            "UPDATE entry SET events ="
            " (SELECT count(*) FROM link WHERE property = ?1 AND value = ?2) WHERE thing = ?2",
            sorted(self._touched),
        )
        self._touched.clear()

    def _put_event(self, thing: int, address: str, entry: Entry) -> None:
        event = entry.event
        if event is None:
            return
        self.connection.execute(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)",
            (thing, address, event.kinds, event.states, event.day, event.confidence),
        )
        for name, value, roles in event.links:
            row = (LINKS[name], self._number(value), thing, roles)
            self.connection.execute("INSERT INTO link VALUES (?, ?, ?, ?)", row)
            self._touched.add(row[:2])

    def _put_words(self, thing: int, old: tuple[str, ...], new: tuple[str, ...]) -> None:
        """Has the thing found by its new texts; those of most actors stay as they are."""
        run = self.connection.execute
        if any(old) and old != new:
            run(
                "INSERT INTO words(words, rowid, names, other, body) VALUES ('delete', ?, ?, ?, ?)",
                (thing, *map(fold, old)),
            )
        if any(new) and old != new:
            run(
                "INSERT INTO words(rowid, names, other, body) VALUES (?, ?, ?, ?)",
                (thing, *map(fold, new)),
            )

    def _take_out_event(self, thing: int) -> None:
        run = self.connection.execute
        rows = run("SELECT property, value FROM link WHERE event = ?", (thing,))
        self._touched.update(rows.fetchall())
        run("DELETE FROM link WHERE event = ?", (thing,))
        run("DELETE FROM event WHERE thing = ?", (thing,))

    def _held(self, address: str) -> tuple[int, bytes]:
        """The number of a thing, and the digest of its entry; empty where it has none."""
        found = self.connection.execute(
            "SELECT id, digest FROM thing LEFT JOIN entry ON thing = id WHERE address = ?",
            (address,),
        ).fetchone()
        if found is None:
            return self._number(address), b""
        self._numbers[address] = found[0]
        return found[0], found[1] or b""

    def _number(self, address: str) -> int:
        known = self._numbers.get(address)
        if known is None:
            run = self.connection.execute
            found = run("SELECT id FROM thing WHERE address = ?", (address,)).fetchone()
            new = found or (run("INSERT INTO thing (address) VALUES (?)", (address,)).lastrowid,)
            known = self._numbers[address] = int(new[0] or 0)
        return known
