"""The index on disk or in memory: one SQLite database with what `graph.entries` says of each thing.

Kept beside the statements, in the store's own folder, so that it moves and goes with them. One
connection writes; readers have connections of their own and see the state before or after a change.
"""

import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from graph.entries import ACTOR, ARTICLE, COUNTRY, DOCUMENT, PLACE, REPRESENTS, TOPIC, Entry
from graph.words import fold

NAME = "index.sqlite"
"""What the file is called within the folder of a store."""
SEPARATOR = "\x1f"
"""Stands between several texts of one field."""
LINKS = {name: number for number, name in enumerate((ACTOR, PLACE, TOPIC, DOCUMENT, ARTICLE))}
RELATIONS = {REPRESENTS: 0, COUNTRY: 1}
"""Links from events, and relations between other things, as the tables number them."""
_FORMAT = 2
"""Goes up when the tables, the folding of words or the entries change."""
_TABLES = f"""
BEGIN;
PRAGMA user_version = {_FORMAT};
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE owed (address TEXT PRIMARY KEY, done INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE thing (id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE);
CREATE TABLE entry (
    thing INTEGER PRIMARY KEY, kind TEXT NOT NULL, classes TEXT NOT NULL,
    statements INTEGER NOT NULL, digest BLOB NOT NULL, events INTEGER NOT NULL DEFAULT 0,
    plain TEXT, day TEXT, names TEXT NOT NULL, other TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX entry_plain ON entry (plain);
CREATE INDEX entry_day ON entry (kind, day DESC);
CREATE INDEX entry_classes ON entry (kind, classes, statements);
CREATE TABLE event (
    thing INTEGER PRIMARY KEY, address TEXT NOT NULL, kinds INTEGER NOT NULL,
    states INTEGER NOT NULL, day TEXT, confidence REAL
);
CREATE INDEX event_day ON event (day DESC, address, states, kinds, confidence);
CREATE TABLE link (
    property INTEGER NOT NULL, value INTEGER NOT NULL, event INTEGER NOT NULL,
    roles INTEGER NOT NULL, PRIMARY KEY (property, value, event)
) WITHOUT ROWID;
CREATE INDEX link_event ON link (event, property, value, roles);
CREATE TABLE relation (
    property INTEGER NOT NULL, object INTEGER NOT NULL, subject INTEGER NOT NULL,
    PRIMARY KEY (property, object, subject)
) WITHOUT ROWID;
CREATE INDEX relation_subject ON relation (subject);
CREATE VIRTUAL TABLE words USING fts5(
    names, other, body, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 2'
);
COMMIT;
"""
"""All tables or none: half of them, left by somebody who was killed, would look like an index."""


class IndexTables(Protocol):
    """Tables that can be read."""

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """A connection within one transaction: all questions see the same state."""


class IndexReader:
    """Reads the index in a store's folder, beside its writer."""

    def __init__(self, path: Path) -> None:
        """Opens the index at ``path``; raises `sqlite3.Error` where there is none to read."""
        self.path = path
        self._lock = threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        with self.reading() as connection:
            connection.execute("SELECT 1 FROM meta LIMIT 1")
            if connection.execute("PRAGMA user_version").fetchone() != (_FORMAT,):
                raise sqlite3.DatabaseError(f"{path}: an index of another version")

    @classmethod
    def of(cls, folder: Path) -> "IndexReader | None":
        """The index of the store in a folder; None where there is none, or not one in step."""
        try:
            found = cls(folder / NAME)
            with found.reading() as connection:
                told = dict(connection.execute("SELECT name, value FROM meta").fetchall())
                owes = connection.execute("SELECT 1 FROM owed WHERE NOT done LIMIT 1").fetchone()
        except sqlite3.Error:
            return None
        if told.get("all") == "0" and not owes and told.get("current") == current(folder):
            return found
        found.close()
        return None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection within one transaction: all questions see the same state."""
        with self._lock:
            connection = self._idle.pop() if self._idle else None
        if connection is None:
            connection = _connected(f"{self.path.resolve().as_uri()}?mode=ro", writes=False)
        try:
            connection.execute("BEGIN")
            yield connection
        finally:
            connection.rollback()
            with self._lock:
                self._idle.append(connection)

    def close(self) -> None:
        """Gives the file free."""
        with self._lock:
            while self._idle:
                self._idle.pop().close()


class IndexFile:
    """The tables of one index, and the one connection that writes."""

    def __init__(self, path: Path | None) -> None:
        """Opens the index at ``path`` for writing, in memory without one.

        What is there but cannot be used is made anew, and is empty then.
        """
        self.path = path
        self._lock = threading.RLock()
        if path is None:
            self._writer = _connected(":memory:")
        else:
            self._writer = _usable(path) or _made_anew(path)
        if not self._writer.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            self._writer.executescript(_TABLES)
        self._reader = None if path is None else IndexReader(path)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection within one transaction: all questions see the same state."""
        if self._reader is not None:
            with self._reader.reading() as connection:
                yield connection
        else:
            with self._lock:
                yield self._writer

    @contextmanager
    def writing(self) -> Iterator["Batch"]:
        """A change that is kept as a whole at the end, on disk too, or not at all."""
        with self._lock:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                batch = Batch(self._writer)
                yield batch
                batch.count()
            except BaseException:
                self._writer.rollback()
                raise
            self._writer.commit()

    def analyse(self) -> None:
        """Lets SQLite look at its tables, so that it chooses well among its own indexes."""
        with self._lock:
            self._writer.execute("INSERT INTO words(words) VALUES ('optimize')")
            self._writer.execute("ANALYZE")

    def close(self) -> None:
        """Gives the file free."""
        with self._lock:
            if self._reader is not None:
                self._reader.close()
            self._writer.close()


@dataclass(slots=True)
class Batch:
    """A change of the index under way."""

    connection: sqlite3.Connection
    _touched: set[tuple[int, int]] = field(default_factory=set)
    """Links whose events have to be counted again."""

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
        """Makes the entry of a thing this one; None takes it out. One that is the same stays."""
        run = self.connection.execute
        thing = self._number(address)
        old = run(
            "SELECT digest, kind, names, other, body FROM entry WHERE thing = ?", (thing,)
        ).fetchone()
        digest = entry.digest if entry else b""
        if (old[0] if old else b"") == digest:
            return
        if old:
            self._take_out(thing, *old[1:])
        if entry is None:
            return
        texts = [SEPARATOR.join(part) for part in (entry.names, entry.other, entry.body)]
        if any(texts):
            run(
                "INSERT INTO words(rowid, names, other, body) VALUES (?, ?, ?, ?)",
                (thing, *map(fold, texts)),
            )
        run(
            "INSERT INTO entry"
            " (thing, kind, classes, statements, digest, plain, day, names, other, body)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(thing, entry.kind, " ".join(entry.classes), entry.statements, digest),
                *(fold(entry.names[0])[:200] if entry.names else None, entry.day, *texts),
            ),
        )
        if entry.kind in LINKS:
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

    def _take_out(self, thing: int, kind: str, names: str, other: str, body: str) -> None:
        run = self.connection.execute
        if names or other or body:
            run(
                "INSERT INTO words(words, rowid, names, other, body) VALUES ('delete', ?, ?, ?, ?)",
                (thing, *map(fold, (names, other, body))),
            )
        run("DELETE FROM entry WHERE thing = ?", (thing,))
        run("DELETE FROM relation WHERE subject = ?", (thing,))
        if kind == "event":
            rows = run("SELECT property, value FROM link WHERE event = ?", (thing,))
            self._touched.update(rows.fetchall())
            run("DELETE FROM link WHERE event = ?", (thing,))
            run("DELETE FROM event WHERE thing = ?", (thing,))

    def _number(self, address: str) -> int:
        run = self.connection.execute
        found = run("SELECT id FROM thing WHERE address = ?", (address,)).fetchone()
        if found is None:
            return run("INSERT INTO thing (address) VALUES (?)", (address,)).lastrowid or 0
        return int(found[0])


def current(folder: Path) -> str | None:
    """What distinguishes the last opening of a store folder for writing; None for no store."""
    try:
        return (folder / "CURRENT").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None


def _connected(where: str, *, writes: bool = True) -> sqlite3.Connection:
    connection = sqlite3.connect(
        where,
        uri=where.startswith("file:"),
        isolation_level=None,
        check_same_thread=False,
        timeout=30,
        cached_statements=256,
    )
    if writes:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    # One connection a thread that reads: they share the system's cache, and keep little themselves.
    connection.execute("PRAGMA mmap_size = 268435456")
    connection.execute(f"PRAGMA cache_size = {-65536 if writes else -8192}")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _usable(path: Path) -> sqlite3.Connection | None:
    """The index that is there, None where that is damaged or of another version."""
    with suppress(sqlite3.DatabaseError):
        connection = _connected(str(path))
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables == (0,) or connection.execute("PRAGMA user_version").fetchone() == (_FORMAT,):
            return connection
        connection.close()
    return None


def _made_anew(path: Path) -> sqlite3.Connection:
    for ending in ("", "-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)
    return _connected(str(path))
