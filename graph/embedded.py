"""The embedded store: Oxigraph through pyoxigraph, in a folder of its own or in memory.

Every change of articles is worked out first, as the statements that leave and those that come, and
then made in one transaction. Threads share one writer lock, because a reading followed by a write
is not safe without; another process cannot open the folder for writing at all.
"""

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pyoxigraph as ox
from oxrdflib.store import OxigraphStore
from rdflib import Dataset, Graph, URIRef
from rdflib.term import Node

from graph.binding import bind
from graph.changes import MERGED, Change
from graph.errors import QueryError, StoreError, StoreInUseError
from graph.terms import Quad, Row, Triple, from_term, from_triple, statement, to_named
from graph.vocabulary import PREFIXES, bind_prefixes

_MERGED = ox.DefaultGraph()
_PREFIXES = dict(PREFIXES)
_REBUILD = """
DELETE { ?a ?b ?c } INSERT { ?x ?y ?z } WHERE {
  { ?a ?b ?c FILTER NOT EXISTS { GRAPH ?any { ?a ?b ?c } } } UNION
  { GRAPH ?article { ?x ?y ?z } FILTER NOT EXISTS { ?x ?y ?z } }
}
"""
_PLAIN = (ox.RdfFormat.N_TRIPLES, ox.RdfFormat.N_QUADS)


class EmbeddedReader:
    """Reads a store folder, as it was when it was opened; a writer may work beside it."""

    def __init__(self, folder: Path) -> None:
        """Opens the store in ``folder``; raises `StoreError` where there is none to read."""
        if not _holds_store(folder):
            raise StoreError(f"{folder}: no store here; make one with: dragoman ingest SOURCE")
        try:
            self._store = ox.Store.read_only(str(folder))
        except (OSError, RuntimeError) as error:
            raise _unreadable(folder, error) from error

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
        return sorted(
            URIRef(name.value)
            for name in self._store.named_graphs()
            if any(True for _ in self._store.quads_for_pattern(None, None, None, name))
        )

    def article(self, address: URIRef) -> Graph:
        """What one article says; empty where there is no such article."""
        return _graph(self._store.quads_for_pattern(None, None, None, to_named(address)))

    def merged(self) -> Graph:
        """The merged graph as rdflib sees it: live in this store, not a copy."""
        return bind_prefixes(self.dataset().default_graph)

    def quads(self) -> Iterator[Quad]:
        """Every statement with its graph (None for the merged graph), in no fixed order."""
        for quad in self._store:
            name = quad.graph_name
            yield (
                *from_triple(quad),
                None if isinstance(name, ox.DefaultGraph) else URIRef(name.value),
            )

    def dataset(self) -> Dataset:
        """The same store as an rdflib Dataset: live, and for reading."""
        return Dataset(store=OxigraphStore(store=self._store))

    @property
    def oxigraph(self) -> ox.Store:
        """The store as pyoxigraph knows it, for what reads many statements."""
        return self._store

    def close(self) -> None:
        """Gives the store free; it cannot be used afterwards."""
        # pyoxigraph gives a folder free when the last reference goes.
        self.__dict__.pop("_store", None)

    def _query(
        self, query: str, bound: dict[str, Node]
    ) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        try:
            return self._store.query(bind(query, bound), prefixes=_PREFIXES)
        except SyntaxError as error:
            raise QueryError(f"the query cannot be read: {error}") from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(f"the query cannot be run: {error}") from error


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
            return
        if folder.exists() and not _holds_store(folder, or_nothing=True):
            raise StoreError(
                f"{folder}: not a store, and holds something else; name a new or an empty folder"
            )
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            self._store = ox.Store(str(folder))
        except (OSError, RuntimeError) as error:
            if _in_use(error):
                raise StoreInUseError(
                    f"{folder}: in use by another process; "
                    "use --store http://127.0.0.1:8000 to go through it"
                ) from error
            raise _unreadable(folder, error) from error

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
        with self._lock:
            self._run(_REBUILD)

    def update(self, update: str) -> None:
        """Runs a SPARQL update exactly as the standard says; the merged graph is not touched."""
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
        with self._lock:
            try:
                yield self._store
            finally:
                self.version += 1

    def flush(self) -> None:
        """Writes what is in the log into the tables, so that readers open quickly."""
        with self._lock:
            self._store.flush()

    def close(self) -> None:
        """Gives the store free; it cannot be used afterwards."""
        if "_store" in self.__dict__:
            self.flush()
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
                nameless.append(_quad(left.pop(blank), name))
            leave[str(name)] = left.keys()
            come[str(name)] = statements - held.keys()
            gone |= left
            new |= statements - held.keys()
        kept = set().union(*wanted.values()) if gone else ()
        leave[MERGED] = [
            s for s, triple in gone.items() if s not in kept and not self._elsewhere(triple, wanted)
        ]
        come[MERGED] = new
        self._make(Change(leave=leave, come=come))
        self._take_out(nameless)
        for name, statements in wanted.items():
            if not statements and self._store.contains_named_graph(name):
                self._store.remove_graph(name)  # empty, it would still be found by GRAPH ?g {}

    def _make(self, change: Change) -> None:
        """Makes the change as one transaction."""
        if change.only_adds:
            if any(change.come.values()):
                self._run(change.nquads())
        else:
            self._run(change.operation())

    def _run(self, change: bytes | str) -> None:
        """Loads N-Quads, or runs one operation of SPARQL Update."""
        try:
            if isinstance(change, bytes):
                self._store.load(change, ox.RdfFormat.N_QUADS)
            else:
                self._store.update(change)
        except (OSError, RuntimeError) as error:
            raise StoreError(
                f"the store could not be written ({error}); nothing of this change was kept; "
                "see whether the disk is full"
            ) from error
        self.version += 1

    def _take_out(self, nameless: Collection[ox.Quad]) -> None:
        """Takes out statements with blank nodes, which an update may have put into an article.

        They cannot be named in a change.
        """
        for quad in nameless:
            self._store.remove(quad)
            if not self._elsewhere(quad.triple, ()):
                self._store.remove(_quad(quad.triple, _MERGED))
            self.version += 1


def _quad(triple: ox.Triple, graph: ox.NamedNode | ox.DefaultGraph) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def _is_nameless(triple: ox.Triple) -> bool:
    """Whether the statement holds a blank node, or a statement."""
    named = isinstance(triple.object, ox.NamedNode | ox.Literal)
    return not (named and isinstance(triple.subject, ox.NamedNode))


def _graph(triples: Iterable[ox.Triple | ox.Quad]) -> Graph:
    graph = bind_prefixes(Graph(bind_namespaces="none"))
    for triple in triples:
        graph.add(from_triple(triple))
    return graph


def _unreadable(folder: Path, error: Exception) -> StoreError:
    return StoreError(
        f"{folder}: the store cannot be opened ({error}); "
        "restore a backup, or ingest the articles into a new folder"
    )


def _holds_store(folder: Path, *, or_nothing: bool = False) -> bool:
    if not folder.is_dir():
        return False
    return (folder / "CURRENT").exists() or (or_nothing and not any(folder.iterdir()))


def _in_use(error: Exception) -> bool:
    """Whether RocksDB could not lock the folder: by another process, or by this one already."""
    # Its own words, at the head: the folder's name, further on, may hold the word "lock" as well.
    return str(error).startswith(("IO error: While lock file", "IO error: lock hold by"))
