"""The embedded store: Oxigraph through pyoxigraph, in a folder of its own or in memory.

Every change of articles is worked out first, as the statements that leave and those that come, and
then made in one transaction. Threads share one writer lock, because a reading followed by a write
is not safe without; another process cannot open the folder for writing at all.
"""

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
from rdflib import URIRef

from graph.additions import subject_of
from graph.changes import MERGED, REBUILD, Change
from graph.errors import QueryError, StoreError, StoreInUseError
from graph.indexfile import IndexTables, current
from graph.indexing import Indexing
from graph.terms import Triple, statement, to_named
from graph.view import EmbeddedReader, holds_store, unreadable
from graph.vocabulary import PREFIXES

__all__ = ["EmbeddedReader", "EmbeddedStore"]

_MERGED = ox.DefaultGraph()
_MANY_BYTES = 1 << 20
_PREFIXES = dict(PREFIXES)


class EmbeddedStore(EmbeddedReader):
    """Reads and writes a store folder that this process owns, or a store in memory."""

    def __init__(self, folder: Path | None = None) -> None:
        """Opens the store in ``folder`` and makes it where there is none; in memory without one.

        Raises `StoreInUseError` where another process owns the folder, `StoreError` where it
        cannot be used.
        """
        self._lock = threading.RLock()
        self.folder = folder
        """Where it is kept; None in memory."""
        self.version = 0
        """Goes up with every change, so that what was made from an older state can be told."""
        if folder is None:
            self._store = ox.Store()
            self.indexing = Indexing(self._store, None, None)
            return
        if folder.exists() and not holds_store(folder, or_nothing=True):
            raise StoreError(
                f"{folder}: not a store, and holds something else; name a new or an empty folder"
            )
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            before = current(folder)
            self._store = ox.Store(str(folder))
            self.indexing = Indexing(self._store, folder, before)
        except (OSError, RuntimeError) as error:
            if _in_use(error):
                raise StoreInUseError(
                    f"{folder}: in use by another process; "
                    "use --store http://127.0.0.1:8000 to go through it"
                ) from error
            raise unreadable(folder, error) from error

    def replace(self, address: URIRef, triples: Collection[Triple]) -> None:
        """Makes ``triples`` all that the article graph at ``address`` holds."""
        self.replace_many([(address, triples)])

    def replace_many(self, articles: Iterable[tuple[URIRef, Collection[Triple]]]) -> None:
        """Replaces several articles in one transaction: all of them, or none.

        Where an address stands twice, the last one counts.
        """
        wanted = {
            to_named(address): {statement(t) for t in triples} for address, triples in articles
        }
        with self._lock:
            self._change(wanted)

    def remove(self, address: URIRef) -> bool:
        """Removes an article; whether there was one."""
        name = to_named(address)
        with self._lock:
            there = any(True for _ in self._store.quads_for_pattern(None, None, None, name))
            self._change({name: set()})
        return there

    def rebuild(self) -> None:
        """Computes the merged graph again from the article graphs."""
        with self._lock, self.indexing.losing_track():
            self._run(REBUILD)

    def update(self, update: str) -> None:
        """Runs a SPARQL update exactly as the standard says; the merged graph is not touched.

        All its operations are one transaction.
        """
        with self.writing() as store:
            try:
                store.update(update, prefixes=_PREFIXES)
            except SyntaxError as error:
                raise QueryError(f"the update cannot be read: {error}") from error
            except (OSError, RuntimeError, ValueError) as error:
                raise QueryError(f"the update cannot be run: {error}") from error

    @contextmanager
    def writing(self) -> Iterator[ox.Store]:
        """The store as pyoxigraph knows it, for a change that acts on graphs as the standards say.

        Nobody else writes meanwhile; the merged graph is not touched.
        """
        with self._lock, self.indexing.losing_track():
            try:
                yield self._store
            finally:
                self.version += 1

    def index_tables(self) -> IndexTables | None:
        """The index of the store, brought into step; None while somebody else is doing so."""
        return self.indexing.file if self.indexing.settle(wait=False) else None

    def flush(self) -> None:
        """Writes what is in the log into the tables, so that readers open quickly."""
        with self._lock:
            self._store.flush()
            self.indexing.flushed()

    def close(self) -> None:
        """Gives the store free; it cannot be used afterwards."""
        if "_store" in self.__dict__:
            self.flush()
            self.indexing.close()
        super().close()

    def backup(self, folder: Path) -> None:
        """Copies the store as it stands into a new folder, without stopping anybody."""
        if folder.exists():
            raise StoreError(f"{folder}: is there already; name a folder that is not")
        try:
            self._store.backup(str(folder))
        except (OSError, RuntimeError, ValueError) as error:
            raise StoreError(f"{folder}: the copy cannot be made: {error}") from error

    def _in(self, graph: ox.NamedNode | ox.DefaultGraph) -> Iterator[ox.Quad]:
        return self._store.quads_for_pattern(None, None, None, graph)

    def _elsewhere(self, triple: ox.Triple, besides: Collection[ox.NamedNode]) -> bool:
        """Whether an article graph that is not in ``besides`` makes the statement."""
        return any(
            q.graph_name != _MERGED and q.graph_name not in besides
            for q in self._store.quads_for_pattern(
                triple.subject, triple.predicate, triple.object, None
            )
        )

    def _change(self, wanted: Mapping[ox.NamedNode, set[str]]) -> None:
        """Makes each article graph hold what is wanted, and the merged graph follow."""
        leave: dict[str, Collection[str]] = {}
        come: dict[str, Collection[str]] = {}
        gone: dict[str, ox.Triple] = {}
        nameless: list[ox.Quad] = []
        new: set[str] = set()
        for name, statements in wanted.items():
            held = {str(triple): triple for q in self._in(name) if (triple := q.triple)}
            left = {s: held[s] for s in held.keys() - statements}
            for blank in [s for s, triple in left.items() if _is_nameless(triple)]:
                triple = left.pop(blank)
                nameless.append(ox.Quad(triple.subject, triple.predicate, triple.object, name))
            leave[str(name)] = left.keys()
            come[str(name)] = statements - held.keys()
            gone |= left
            new |= statements - held.keys()
        kept = set().union(*wanted.values()) if gone else ()
        leave[MERGED] = [
            s for s, triple in gone.items() if s not in kept and not self._elsewhere(triple, wanted)
        ]
        come[MERGED] = new
        before = self.version
        losing = {*map(subject_of, leave[MERGED]), *map(_subject, nameless)}
        also = [_without_nameless({str(q.graph_name) for q in nameless})] if nameless else []
        # An empty graph would still be found by ``GRAPH ?g {}``.
        emptied = (name for name, statements in wanted.items() if not statements)
        also += [f"DROP GRAPH {name}" for name in emptied if self._store.contains_named_graph(name)]
        with self.indexing.following(new, losing):
            self._make(Change(leave=leave, come=come), also)
        if self.version != before:
            self.version += 1  # the index has followed
        if self.indexing.wants_flush:
            self.flush()

    def _make(self, change: Change, also: Collection[str]) -> None:
        """Makes the change as one transaction, and operations that follow it in the same one."""
        if also or not change.only_adds:
            self._run(" ; ".join((change.operation(), *also)))
        elif any(change.come.values()):
            self._run(change.nquads())

    def _run(self, change: bytes | str) -> None:
        """Loads N-Quads, or runs SPARQL Update; an update is one transaction as a whole."""
        try:
            if isinstance(change, bytes):
                # Both are one transaction. Many statements go as sorted files that the store
                # takes over as they are (measured: a third less time and a quarter of the disk),
                # few through its log.
                at_once = self.folder is not None and len(change) >= _MANY_BYTES
                load = self._store.bulk_load if at_once else self._store.load
                load(change, ox.RdfFormat.N_QUADS)
            else:
                self._store.update(change)
        except (OSError, RuntimeError) as error:
            raise StoreError(
                f"the store could not be written ({error}); nothing of this change was kept; "
                "see whether the disk is full"
            ) from error
        self.version += 1


def _without_nameless(graphs: Collection[str]) -> str:
    """The operation that takes statements with blank nodes out of articles, and what only they say.

    An update may have put them there; they cannot be named in a change.
    """
    some = " ".join(sorted(graphs))
    nameless = "FILTER(isBlank({0}) || isBlank({1}) || isTriple({1}))".format
    return f"""
DELETE {{ GRAPH ?g {{ ?s ?p ?o }} ?x ?y ?z }} WHERE {{
  {{ VALUES ?g {{ {some} }} GRAPH ?g {{ ?s ?p ?o }} {nameless("?s", "?o")} }} UNION
  {{ VALUES ?in {{ {some} }} GRAPH ?in {{ ?x ?y ?z }} {nameless("?x", "?z")}
    FILTER NOT EXISTS {{
      GRAPH ?other {{ ?x ?y ?z }} FILTER(?other NOT IN ({", ".join(sorted(graphs))}))
    }}
  }}
}}"""


def _subject(quad: ox.Quad) -> str:
    """The address of the thing that the statement is about."""
    subject = quad.subject
    return subject.value if isinstance(subject, ox.NamedNode) else str(subject)


def _is_nameless(triple: ox.Triple) -> bool:
    """Whether the statement holds a blank node, or a statement."""
    named = isinstance(triple.object, ox.NamedNode | ox.Literal)
    return not (named and isinstance(triple.subject, ox.NamedNode))


def _in_use(error: Exception) -> bool:
    """Whether RocksDB could not lock the folder: by another process, or by this one already."""
    # Its own words, at the head: the folder's name, further on, may hold the word "lock" as well.
    return str(error).startswith(("IO error: While lock file", "IO error: lock hold by"))
