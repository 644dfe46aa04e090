"""Reading an embedded store: Oxigraph through pyoxigraph, in a folder or in memory."""

import re
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from weakref import finalize

import pyoxigraph as ox
from rdflib import Dataset, Graph, URIRef
from rdflib.term import Node

from graph.binding import bind
from graph.errors import QueryError, StoreError
from graph.indexfile import IndexReader, IndexTables
from graph.snapshot import Snapshot
from graph.terms import Quad, Row, from_term, from_triple, to_named
from graph.vocabulary import PREFIXES, bind_prefixes

_PREFIXES = dict(PREFIXES)
_WAITS = (0.0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, None)
"""Seconds until opening is tried again: a writer may tidy files away while we look at them."""
_UNFINISHED = re.compile(r"LOCK|LOG(\.old\.\d+)?|IDENTITY|(MANIFEST|OPTIONS)-\d+|\d+\.(log|dbtmp)")
"""Files that RocksDB writes before there is a ``CURRENT``, which makes a folder a store."""
_PLAIN = (ox.RdfFormat.N_TRIPLES, ox.RdfFormat.N_QUADS)


class EmbeddedReader:
    """Reads a store folder, as it was when it was opened; a writer may work beside it."""

    def __init__(self, folder: Path) -> None:
        """Opens the store in ``folder``; raises `StoreError` where there is none to read."""
        if not holds_store(folder):
            raise StoreError(f"{folder}: no store here; make one with: dragoman ingest SOURCE")
        self._snapshot, self._store = _read_only(folder)
        if self._snapshot is not None:
            finalize(self, self._snapshot.close)  # at the end of the program as well
        self._tables = IndexReader.of(folder)

    def select(self, query: str, **bound: Node) -> list[Row]:
        """The solutions of a SELECT over the merged graph; ``bound`` fixes variables beforehand."""
        answer = self._query(query, bound)
        if not isinstance(answer, ox.QuerySolutions):
            raise QueryError("this query gives no table; write it as a SELECT")
        names = [(v, v.value) for v in answer.variables]
        try:
            return [
                {name: from_term(term) for v, name in names if (term := row[v]) is not None}
                for row in answer
            ]
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(f"the query stopped while it ran: {error}") from error

    def construct(self, query: str, **bound: Node) -> Graph:
        """The graph that a CONSTRUCT or DESCRIBE gives."""
        answer = self._query(query, bound)
        if not isinstance(answer, ox.QueryTriples):
            raise QueryError("this query gives no graph; write it as a CONSTRUCT or DESCRIBE")
        try:
            return _graph(answer)
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(f"the query stopped while it ran: {error}") from error

    def ask(self, query: str, **bound: Node) -> bool:
        """The answer to an ASK."""
        answer = self._query(query, bound)
        if not isinstance(answer, ox.QueryBoolean):
            raise QueryError("this query does not answer yes or no; write it as an ASK")
        return bool(answer)

    def answer(self, query: str, media_type: str, into: IO[bytes]) -> None:
        """Writes the answer to any query, serialised in the media type, without keeping it.

        Raises `QueryError` where the query cannot be run or its answer has no such form.
        """
        answer = self._query(query, {})
        try:
            if isinstance(answer, ox.QueryTriples):
                graph_format = ox.RdfFormat.from_media_type(media_type)
                if graph_format is None:
                    raise QueryError(f"a graph has no form {media_type}; ask for text/turtle")
                prefixes = None if graph_format in _PLAIN else _PREFIXES
                ox.serialize(answer, into, graph_format, prefixes=prefixes)
                return
            table_format = ox.QueryResultsFormat.from_media_type(media_type)
            if table_format is None:
                raise QueryError(
                    f"a table has no form {media_type}; ask for application/sparql-results+json"
                )
            answer.serialize(into, table_format)
        except (RuntimeError, ValueError) as error:
            raise QueryError(f"the answer cannot be written as {media_type}: {error}") from error

    def articles(self) -> list[URIRef]:
        """The addresses of all article graphs, sorted."""
        with _files_there():
            return sorted(
                URIRef(name.value)
                for name in self._store.named_graphs()
                if any(True for _ in self._store.quads_for_pattern(None, None, None, name))
            )

    def article(self, address: URIRef) -> Graph:
        """What one article says; empty where there is no such article."""
        with _files_there():
            return _graph(self._store.quads_for_pattern(None, None, None, to_named(address)))

    def merged(self) -> Graph:
        """The merged graph as rdflib sees it: live in this store, not a copy."""
        return bind_prefixes(self.dataset().default_graph)

    def quads(self) -> Iterator[Quad]:
        """Every statement with its graph (None for the merged graph), in no fixed order."""
        with _files_there():
            for quad in self._store:
                name = quad.graph_name
                yield (
                    *from_triple(quad),
                    None if isinstance(name, ox.DefaultGraph) else URIRef(name.value),
                )

    def dataset(self) -> Dataset:
        """The same store as an rdflib Dataset: live, and for reading."""
        # Loaded here: it loads rdflib's own SPARQL, which takes longer than most questions.
        from oxrdflib.store import OxigraphStore

        return Dataset(store=OxigraphStore(store=self._store))

    def index_tables(self) -> IndexTables | None:
        """The index of the store; None where there is none in step with it."""
        return self._tables

    @property
    def oxigraph(self) -> ox.Store:
        """The store as pyoxigraph knows it, for what reads many statements."""
        return self._store

    def close(self) -> None:
        """Gives the store free; it cannot be used afterwards."""
        # pyoxigraph gives a folder free when the last reference goes.
        self.__dict__.pop("_store", None)
        snapshot = self.__dict__.pop("_snapshot", None)
        if snapshot is not None:
            snapshot.close()
        tables = self.__dict__.pop("_tables", None)
        if tables is not None:
            tables.close()

    def _query(
        self, query: str, bound: dict[str, Node]
    ) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        try:
            return self._store.query(bind(query, bound), prefixes=_PREFIXES)
        except SyntaxError as error:
            raise QueryError(f"the query cannot be read: {error}") from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(f"the query cannot be run: {error}") from error


def holds_store(folder: Path, *, or_nothing: bool = False) -> bool:
    """Whether a store is in the folder, or, where that is enough, nothing at all.

    A store whose maker was killed before it was one is nothing; it can be made again over it.
    """
    if not folder.is_dir():
        return False
    if (folder / "CURRENT").exists():
        return True
    return or_nothing and all(_UNFINISHED.fullmatch(path.name) for path in folder.iterdir())


def _read_only(folder: Path) -> tuple[Snapshot | None, ox.Store]:
    """The store in the folder as it is now, in files that stay; in its own where it must be."""
    for wait in _WAITS:
        snapshot = None
        try:
            snapshot = _snapshot(folder)
            return snapshot, ox.Store.read_only(str(snapshot.folder if snapshot else folder))
        except (OSError, RuntimeError) as error:
            if snapshot is not None:
                snapshot.close()
            if wait is None or "No such file" not in str(error):
                raise unreadable(folder, error) from error
        time.sleep(wait)
    raise AssertionError("the last try returns or raises")


def _snapshot(folder: Path) -> Snapshot | None:
    """A snapshot; None where the system lets us link nothing. Raises `FileNotFoundError`."""
    try:
        return Snapshot(folder)
    except FileNotFoundError:
        raise
    except OSError:
        return None


@contextmanager
def _files_there() -> Iterator[None]:
    """Says what it means where a file is gone, which only happens without a snapshot."""
    try:
        yield
    except FileNotFoundError as error:
        raise StoreError(
            f"a writer took files away while the store was read ({error}); "
            "read it again, or as a user who may link the store's files"
        ) from error


def unreadable(folder: Path, error: Exception) -> StoreError:
    """The error that says that a store cannot be opened, and the way out."""
    return StoreError(
        f"{folder}: the store cannot be opened ({error}); "
        "restore a backup, or ingest the articles into a new folder"
    )


def _graph(triples: Iterable[ox.Triple | ox.Quad]) -> Graph:
    graph = bind_prefixes(Graph(bind_namespaces="none"))
    for triple in triples:
        graph.add(from_triple(triple))
    return graph
