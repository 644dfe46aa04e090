"""A change of the index: entries put in and taken out within one transaction of its data base."""

import json
import sqlite3
from collections import Counter
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
_KINDS = {number: name for name, number in LINKS.items()}
RELATIONS = {REPRESENTS: 0, COUNTRY: 1}
"""Links from events, and relations between other things, as the tables number them."""
_MOST_WAITING = 5000
"""How many new entries wait to be put in together."""
_PUT = """
INSERT INTO entry (thing, kind, classes, statements, digest, plain, day, names, other, body)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (thing) DO UPDATE SET
    kind = excluded.kind, classes = excluded.classes, statements = excluded.statements,
    digest = excluded.digest, plain = excluded.plain, day = excluded.day,
    names = excluded.names, other = excluded.other, body = excluded.body,
    events = CASE kind WHEN excluded.kind THEN events ELSE 0 END
"""
"""What becomes another kind of thing has no events as such, or they are counted afterwards."""
_WORDS = "INSERT INTO words(rowid, names, other, body) VALUES (?, ?, ?, ?)"
_FORGET_WORDS = "INSERT INTO words(words, rowid, names, other, body) VALUES ('delete', ?, ?, ?, ?)"


@dataclass(slots=True)
class Batch:
    """A change of the index under way. New entries wait, and are put in many at once."""

    connection: sqlite3.Connection
    _numbers: dict[str, int] = field(default_factory=dict)
    """The numbers of things that were looked up."""
    _digests: dict[str, bytes] = field(default_factory=dict)
    """The digests of entries that were looked up; empty for a thing that has none."""
    _all_known: bool = False
    """Whether there are no things but those that were looked up."""
    _next: int = 0
    _things: list[tuple[int, str]] = field(default_factory=list)
    _waiting: dict[str, tuple[int, Entry, bytes]] = field(default_factory=dict)
    _more: Counter[tuple[int, int]] = field(default_factory=Counter)
    """How many links a thing has more, by property and number."""
    _uncounted: set[tuple[int, int]] = field(default_factory=set)
    """Things whose links have to be counted, as their entries are new."""

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

    def look_up(self, addresses: Collection[str] | None = None) -> None:
        """Looks many things up at once; without addresses, sees whether there are any at all."""
        if addresses is None:
            found = self.connection.execute("SELECT 1 FROM thing LIMIT 1").fetchone()
            self._all_known = found is None
            return
        self._digests |= dict.fromkeys(addresses, b"")
        for address, number, digest in self.connection.execute(
            "SELECT address, thing.id, digest FROM json_each(?) AS wanted "
            "CROSS JOIN thing ON address = wanted.value LEFT JOIN entry ON entry.thing = thing.id",
            (json.dumps(list(addresses)),),
        ):
            self._numbers[address] = number
            self._digests[address] = digest or b""

    def put(self, address: str, entry: Entry | None) -> None:
        """Makes the entry of a thing this one; None takes it out. What is the same stays."""
        if address in self._waiting:
            self._put_waiting()
        held = self._held(address)
        digest = entry.digest if entry else b""
        if held == digest:
            return
        thing = self._number(address)
        self._digests[address] = digest
        if held:
            self._change(thing, address, entry, digest)
        elif entry:
            self._waiting[address] = thing, entry, digest
            if len(self._waiting) >= _MOST_WAITING:
                self._put_waiting()

    def keep_only(self, addresses: Collection[str]) -> None:
        """Takes out all other things."""
        self._put_waiting()
        rows = self.connection.execute(
            "SELECT address FROM thing JOIN entry ON thing = id"
        ).fetchall()
        for (address,) in rows:
            if address not in addresses:
                self.put(address, None)

    def clear(self) -> None:
        """Takes everything out, whatever state it is in."""
        for kept in (self._numbers, self._digests, self._things, self._waiting):
            kept.clear()
        self._next = 0
        for table in ("entry", "event", "link", "relation", "thing"):
            self.connection.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of ours
        self.connection.execute("INSERT INTO words(words) VALUES ('delete-all')")

    def finish(self) -> None:
        """Puts in what waits, and counts the events of things that have more or fewer of them."""
        self._put_waiting()
        self.connection.executemany(
            "UPDATE entry SET events = events + ? WHERE thing = ? AND kind = ?",
            (
                (more, thing, _KINDS[link])
                for (link, thing), more in sorted(self._more.items())
                if more and (link, thing) not in self._uncounted
            ),
        )
        self.connection.executemany(
            "UPDATE entry SET events ="
            " (SELECT count(*) FROM link WHERE property = ?1 AND value = ?2)"
            " WHERE thing = ?2 AND kind = ?3",
            ((link, thing, _KINDS[link]) for link, thing in sorted(self._uncounted)),
        )
        self._more.clear()
        self._uncounted.clear()

    def _change(self, thing: int, address: str, entry: Entry | None, digest: bytes) -> None:
        """Puts an entry in the place of another one; words that stay the same are left alone."""
        run = self.connection.execute
        query = "SELECT kind, names, other, body FROM entry WHERE thing = ?"
        kind, *old = run(query, (thing,)).fetchone()
        run("DELETE FROM relation WHERE subject = ?", (thing,))
        if kind == EVENT:
            self._take_out_event(thing)
        new = _texts(entry) if entry else []
        if any(old) and old != new:
            run(_FORGET_WORDS, (thing, *map(fold, old)))
        if any(new) and old != new:
            run(_WORDS, (thing, *map(fold, new)))
        if entry is None:
            run("DELETE FROM entry WHERE thing = ?", (thing,))
            return
        run(_PUT, _row(thing, entry, digest))
        if entry.kind in LINKS and kind != entry.kind:
            self._uncounted.add((LINKS[entry.kind], thing))
        self._put_links([(thing, address, entry)])

    def _put_waiting(self) -> None:
        """Puts the new entries in, table by table, sorted as the tables are."""
        run = self.connection.executemany
        waiting = sorted(
            (thing, address, entry, digest)
            for address, (thing, entry, digest) in self._waiting.items()
        )  # by number, of which there are no two
        run(_PUT, (_row(thing, entry, digest) for thing, _, entry, digest in waiting))
        texts = ((thing, *map(fold, _texts(entry))) for thing, _, entry, _ in waiting)
        run(_WORDS, (row for row in texts if any(row[1:])))
        self._uncounted.update(
            (LINKS[entry.kind], thing) for thing, _, entry, _ in waiting if entry.kind in LINKS
        )
        self._put_links([(thing, address, entry) for thing, address, entry, _ in waiting])
        self._waiting.clear()

    def _put_links(self, entries: Iterable[tuple[int, str, Entry]]) -> None:
        """Puts in what entries link together, and the things that are not numbered yet."""
        relations: list[tuple[int, int, int]] = []
        events: list[tuple[object, ...]] = []
        links: list[tuple[int, int, int, int]] = []
        for thing, address, entry in entries:
            for name, other in entry.relations:
                relations.append((RELATIONS[name], self._number(other), thing))
            if event := entry.event:
                events.append(
                    (thing, address, event.kinds, event.states, event.day, event.confidence)
                )
                for name, value, roles in event.links:
                    links.append((LINKS[name], self._number(value), thing, roles))
        self._more.update(row[:2] for row in links)
        run = self.connection.executemany
        run("INSERT OR IGNORE INTO relation VALUES (?, ?, ?)", sorted(relations))
        run("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)", events)
        run("INSERT INTO link VALUES (?, ?, ?, ?)", sorted(links))
        run("INSERT INTO thing VALUES (?, ?)", self._things)
        self._things.clear()

    def _take_out_event(self, thing: int) -> None:
        run = self.connection.execute
        rows = run("SELECT property, value FROM link WHERE event = ?", (thing,))
        self._more.subtract(rows.fetchall())
        run("DELETE FROM link WHERE event = ?", (thing,))
        run("DELETE FROM event WHERE thing = ?", (thing,))

    def _held(self, address: str) -> bytes:
        """The digest of the entry of a thing; empty where it has none."""
        if address not in self._digests and not self._all_known:
            self.look_up([address])
        return self._digests.get(address, b"")

    def _number(self, address: str) -> int:
        """The number of a thing; a new one where it is new."""
        known = self._numbers.get(address)
        if known is not None:
            return known
        run = self.connection.execute
        found = None
        if address not in self._digests and not self._all_known:
            found = run("SELECT id FROM thing WHERE address = ?", (address,)).fetchone()
        if found is None:
            if not self._next:
                (self._next,) = run("SELECT coalesce(max(id), 0) + 1 FROM thing").fetchone()
            found = (self._next,)
            self._next += 1
            self._things.append((found[0], address))
        self._numbers[address] = number = int(found[0])
        return number


def _row(thing: int, entry: Entry, digest: bytes) -> tuple[object, ...]:
    """What the table of entries holds of one."""
    return (
        *(thing, entry.kind, " ".join(entry.classes), entry.statements, digest),
        *(fold(entry.names[0])[:200] if entry.names else None, entry.day, *_texts(entry)),
    )


def _texts(entry: Entry) -> list[str]:
    """The three texts by whose words a thing is found."""
    return [SEPARATOR.join(some) for some in (entry.names, entry.other, entry.body)]
