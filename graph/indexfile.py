"""The index on disk or in memory: one SQLite database with what `graph.entries` says of each thing.

Kept beside the statements, in the store's own folder, so that it moves and goes with them. One
connection writes; readers have connections of their own and see the state before or after a change.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Protocol

from graph.indexbatch import Batch

NAME = "index.sqlite"
"""What the file is called within the folder of a store."""
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
    def writing(self) -> Iterator[Batch]:
        """A change that is kept as a whole at the end, on disk too, or not at all."""
        with self._lock:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                batch = Batch(self._writer)
                yield batch
                batch.finish()
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
