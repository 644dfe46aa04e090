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
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path

import pyoxigraph as ox

from graph.entries import PROFILE, Entry, Subject, Term, Values, entry, is_actor
from graph.errors import StoreError
from graph.indexbatch import Batch
from graph.indexfile import NAME, IndexFile, current
from graph.vocabulary import DGM

_MERGED = ox.DefaultGraph()
_EVIDENCE = ox.NamedNode(str(DGM.evidence))
_BUSY = 40
"""From so many statements on, those of an actor are counted and not read."""
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
        self._store = store
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
        self.addresses_left = frozenset(a for (a,) in left if not a.startswith("_:"))
        """What was noted and not forgotten: where somebody was killed, and a little more."""
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
    def following(self, addresses: Iterable[str]) -> Iterator[None]:
        """Around a change of the store that touches what is said of these things, and no others.

        A change that cannot be noted beforehand is not made: raises `StoreError`.
        """
        with self._lock:
            touched = set() if self._all else set(addresses)
            if not touched:
                yield
                return
            owed = self._owed | self._with_quoters(touched)
            with self._noting() as batch:
                batch.owe(sorted(owed))
            self._noted += len(owed)
            self._under_way = True
            self._owed = owed
            try:
                yield
            finally:
                # An event that quotes one of them since is one that was touched as well.
                self._settle()
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
            self.__dict__.pop("_store", None)

    @contextmanager
    def _noting(self) -> Iterator[Batch]:
        try:
            with self.file.writing() as batch:
                yield batch
        except sqlite3.Error as error:
            raise _unwritable(self.file.path, error) from error

    def _settle(self) -> None:
        """Makes the entries of all that is owed, which stay owed where they cannot be written."""
        everything = self._all
        try:
            with self.file.writing() as batch:
                if everything:
                    self._make_all(batch)
                    batch.note("all", "0")
                else:
                    said = lru_cache(maxsize=_MOST_KEPT)(self._said)
                    for address in sorted(self._owed):
                        batch.put(address, self._entry(_subject(address), said))
                batch.settle()
            if everything:
                self.file.analyse()
        except sqlite3.Error:
            return
        self._all = False
        self._owed.clear()

    def _make_all(self, batch: Batch) -> None:
        """Goes through all statements once; those of one thing stand together in the store."""
        addresses: set[str] = set()
        for subject, quads in groupby(
            self._store.quads_for_pattern(None, None, None, _MERGED), key=attrgetter("subject")
        ):
            if isinstance(subject, ox.Triple):
                continue
            address = subject.value if isinstance(subject, ox.NamedNode) else str(subject)
            said = _by_property(quads)
            counted = sum(map(len, said.values()))
            if address in addresses:  # its statements did not stand together
                batch.put(address, self._entry(subject, self._said))
            else:
                batch.put(address, entry(said, counted, self._said))
            addresses.add(address)
        batch.keep_only(addresses)

    def _entry(self, subject: Subject, ask: Callable[[Subject], Values]) -> Entry | None:
        """The entry as the store has it now; of busy actors not all is read, but counted."""
        quads = self._store.quads_for_pattern(subject, None, None, _MERGED)
        some = list(islice(quads, _BUSY))
        if len(some) < _BUSY:
            return entry(_by_property(some), len(some), ask)
        if isinstance(subject, ox.NamedNode):
            values = {name: self._values(subject, name) for name in PROFILE}
            profile = {name: found for name, found in values.items() if found}
            if is_actor(profile):
                return entry(profile, self._count(subject), ask)
        said = self._said(subject)
        return entry(said, sum(map(len, said.values())), ask)

    def _values(self, subject: Subject, name: str) -> tuple[Term, ...]:
        found = self._store.quads_for_pattern(subject, ox.NamedNode(name), None, _MERGED)
        return tuple(quad.object for quad in found)

    def _count(self, subject: ox.NamedNode) -> int:
        answer = self._store.query(f"SELECT (COUNT(*) AS ?n) {{ {subject} ?p ?o }}")
        numbers = [row[0] for row in answer] if isinstance(answer, ox.QuerySolutions) else []
        return sum(int(n.value) for n in numbers if isinstance(n, ox.Literal))

    def _said(self, subject: Subject) -> Values:
        return _by_property(self._store.quads_for_pattern(subject, None, None, _MERGED))

    def _with_quoters(self, addresses: set[str]) -> set[str]:
        """The things, and the events that have one of them as their evidence."""
        events = {
            quad.subject.value
            for address in addresses
            for quad in self._store.quads_for_pattern(None, _EVIDENCE, _subject(address), _MERGED)
            if isinstance(quad.subject, ox.NamedNode)
        }
        return addresses | events


def _by_property(quads: Iterable[ox.Quad]) -> Values:
    said: dict[str, list[Term]] = {}
    for quad in quads:
        said.setdefault(quad.predicate.value, []).append(quad.object)
    return {name: tuple(values) for name, values in said.items()}


def _unwritable(path: Path | None, error: sqlite3.Error) -> StoreError:
    return StoreError(
        f"{path}: the index cannot be written ({error}); nothing was changed; "
        "see whether the disk is full"
    )


def _subject(address: str) -> Subject:
    return ox.BlankNode(address[2:]) if address.startswith("_:") else ox.NamedNode(address)
