"""Keeps the index in step with the merged graph, through crashes and changes by others.

Two commits, of the store and of the index, cannot be one. So the things that a change touches are
noted in the index first, on disk; then the store changes; then their entries are made anew. Whoever
opens the store after a crash between the two makes the entries of all things noted anew: from the
store as it is, whether or not the change got there. Notes are dropped once the store is on disk.

Changes that do not say what they touch (SPARQL updates) leave everything owed. So does another
program that wrote to the folder: RocksDB gives the file that ``CURRENT`` names another name each
time that it is opened for writing, and the index remembers the last one.
"""

import sqlite3
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from graph.additions import additions, subject_of
from graph.entries import Subject, Values
from graph.entrysource import EntrySource
from graph.errors import StoreError
from graph.indexbatch import Batch
from graph.indexfile import NAME, IndexFile, current
from graph.indexgains import Gains, gains, quotes

_MOST_KEPT = 4096
_MOST_NOTES = 20_000
"""Notes after which the store should be flushed, so that opening it after a crash is quick."""


class Indexing:
    """Follows one store with an index."""

    def __init__(self, store: ox.Store, folder: Path | None, before: str | None) -> None:
        """Follows ``store``; ``before`` is what `current` was before it was opened for writing.

        In memory nothing is indexed before somebody asks. Raises `StoreError` where the index
        cannot be written.
        """
        self._source = EntrySource(store)
        self._lock = threading.RLock()
        self._noted = 0
        self._under_way = False
        path = folder / NAME if folder else None
        try:
            self.file = IndexFile(path)
            with self.file.reading() as connection:
                told = dict(connection.execute("SELECT name, value FROM meta").fetchall())
                left = connection.execute("SELECT address FROM owed").fetchall()
        except sqlite3.Error as error:
            raise _unwritable(path, error) from error
        new = folder is not None and before is None
        known = new or (folder is not None and before == told.get("current"))
        self._all = not known or told.get("all") == "1"
        """Whether everything may be wrong."""
        self._owed = {address for (address,) in left}
        if folder is not None:
            with self._noting() as batch:
                batch.note("all", str(int(self._all)))
                batch.note("current", current(folder) or "")

    @property
    def in_step(self) -> bool:
        """Whether the index says what the store says, or said before a change under way."""
        return not self._all and (self._under_way or not self._owed)

    @contextmanager
    def following(self, come: Collection[str], losing: Collection[str]) -> Iterator[None]:
        """Around a change of the store: statements that come into the merged graph, or stay there,
        and the things that lose some. It touches nothing else.

        A change that cannot be noted beforehand is not made: raises `StoreError`.
        """
        with self._lock:
            if self._all or not (come or losing):
                yield
                return
            added = additions(come, self._owed.union(losing))
            touched = self._owed | {subject_of(statement) for statement in come} | set(losing)
            quoted = quotes(added) | (touched - added.keys())
            owed = touched | self._source.quoting(quoted)
            with self.file.reading() as connection:
                follow = gains(connection, added, self._source.says)
            with self._noting() as batch:
                batch.owe(sorted(owed))
            self._noted += len(owed)
            self._under_way = True
            self._owed = owed
            made = Gains()
            try:
                yield
                made = follow
            finally:
                # An event that quotes one of them since is one that was touched as well.
                self._settle(made)
                self._under_way = False

    @contextmanager
    def losing_track(self) -> Iterator[None]:
        """Around a change of the store that may touch everything."""
        with self._lock:
            if not self._all:
                with self._noting() as batch:
                    batch.note("all", "1")
                self._all = True
            yield

    def settle(self, *, wait: bool = True) -> bool:
        """Makes the index right where it is not; whether it is right now.

        Where somebody else is at it and ``wait`` says not to wait, nothing is done.
        """
        if self.in_step:
            return True
        if not self._lock.acquire(blocking=wait):
            return False
        try:
            self._settle()
            return self.in_step
        finally:
            self._lock.release()

    def rebuild(self) -> None:
        """Makes every entry again, and does not believe what is there; raises `StoreError`."""
        with self._lock:
            with self._noting() as batch:
                batch.note("all", "1")
                batch.clear()
            self._all = True
            self._settle()

    @property
    def wants_flush(self) -> bool:
        """Whether there are many notes that a flush of the store would allow to drop."""
        return self._noted > _MOST_NOTES

    def flushed(self) -> None:
        """The store has all changes on disk."""
        with self._lock, self.file.writing() as batch:
            batch.forget()
            self._noted = 0

    def close(self) -> None:
        """Gives the file and the store free; neither can be followed afterwards."""
        with self._lock:
            self.file.close()
            self.__dict__.pop("_source", None)

    @contextmanager
    def _noting(self) -> Iterator[Batch]:
        try:
            with self.file.writing() as batch:
                yield batch
        except sqlite3.Error as error:
            raise _unwritable(self.file.path, error) from error

    def _settle(self, made: Gains | None = None) -> None:
        """Makes the entries of all that is owed, which stay owed where they cannot be written.

        ``made`` holds what is known without asking the store.
        """
        everything, known = self._all, made or Gains()

        @lru_cache(maxsize=_MOST_KEPT)
        def said(subject: Subject) -> Values:
            found = known.said(subject)
            return self._source.said(subject) if found is None else found

        try:
            with self.file.writing() as batch:
                if everything:
                    self._make_all(batch)
                    batch.note("all", "0")
                else:
                    batch.look_up(self._owed)
                    for address in sorted(self._owed):
                        entry = known.entry(address, said) or self._source.entry(address, said)
                        batch.put(address, entry)
                batch.settle()
            if everything:
                self.file.analyse()
        except sqlite3.Error:
            return
        self._all = False
        self._owed.clear()

    def _make_all(self, batch: Batch) -> None:
        addresses: set[str] = set()
        batch.look_up()
        for address, made in self._source.entries():
            batch.put(address, made)
            addresses.add(address)
        batch.keep_only(addresses)


def _unwritable(path: Path | None, error: sqlite3.Error) -> StoreError:
    return StoreError(
        f"{path}: the index cannot be written ({error}); nothing was changed; "
        "see whether the disk is full"
    )
