"""A store on any SPARQL 1.1 server: the contract of the embedded one, over HTTP.

The merged graph is the server's default graph where that can be written and holds only what is in
it; elsewhere (Virtuoso) it has a name, and queries are placed in it (`graph.placing`).

A batch is worked out here and written there: one query reads what its articles hold, a second one,
where statements leave, which of them other articles make, and one operation changes everything at
once. Where a server takes no large operation (Virtuoso: some thousand statements) one request holds
several, which Virtuoso makes one transaction: readers see the state before or after. There must be
one writer; threads of one process wait for each other.
"""

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping

import pyoxigraph as ox
from rdflib import URIRef

from graph.address import Address
from graph.changes import MERGED, REBUILD, Change, about, pieces
from graph.dialect import TABLE_TYPE, Dialect
from graph.errors import QueryError, StoreError
from graph.forms import with_prefixes, words
from graph.remoteview import ANY_GRAPH, RemoteReader, broken, results_of
from graph.server import Server
from graph.terms import Triple, statement, to_named

_NAMELESS = "FILTER(isBlank(?s) || isBlank(?o))"
_OPERATIONS, _WRITE_AT_ONCE = 50, 20_000
"""How many operations a request holds, and how many statements articles bring to it: they stand
twice, and as many may leave."""
_READ_AT_ONCE = 2000
"""How many statements one query asks about."""


class RemoteStore(RemoteReader):
    """Reads and writes a store on a SPARQL server."""

    def __init__(self, server: Server, dialect: Dialect, address: Address) -> None:
        """The server must have been recognised as one of the dialect."""
        super().__init__(server, dialect, address)
        self._lock = threading.RLock()
        self.version = 0
        """Goes up with every change that is made through here."""

    def replace(self, address: URIRef, triples: Collection[Triple]) -> None:
        """Makes ``triples`` all that the article graph at ``address`` holds."""
        self.replace_many([(address, triples)])

    def replace_many(self, articles: Iterable[tuple[URIRef, Collection[Triple]]]) -> None:
        """Replaces several articles in one transaction; very many statements take some more.

        Where an address stands twice, the last one counts.
        """
        wanted = {
            str(to_named(address)): {statement(t) for t in triples} for address, triples in articles
        }
        with self._lock:
            for some in [wanted] if self._dialect.statements is None else _in_parts(wanted):
                self._change(some)

    def remove(self, address: URIRef) -> bool:
        """Removes an article; whether there was one."""
        name = to_named(address)
        with self._lock:
            there = self.ask(f"ASK {{ GRAPH {name} {{ ?s ?p ?o }} }}")
            if there:
                self._change({str(name): set()})
        return there

    def rebuild(self) -> None:
        """Computes the merged graph again from the article graphs."""
        if not self._dialect.merged:
            self.update(REBUILD)
            return
        merged = f"GRAPH <{self._dialect.merged}>"
        inside, rest = f"{merged} {{ ?s ?p ?o }}", self._besides(())
        elsewhere = f"GRAPH ?g {{ ?s ?p ?o }} {rest}"
        with self._lock:
            surplus = self._statements(
                f"SELECT DISTINCT ?s ?p ?o {{ {inside} FILTER NOT EXISTS {{ {elsewhere} }} }}"
            )
            missing = self._statements(
                f"SELECT DISTINCT ?s ?p ?o {{ {elsewhere} FILTER NOT EXISTS {{ {inside} }} }}"
            )
            self._make(Change(leave={MERGED: _named(surplus)}, come={MERGED: _named(missing)}))
            self._take_out_nameless()

    def update(self, update: str) -> None:
        """Runs a SPARQL update exactly as the standard says; the merged graph is not touched.

        Where the merged graph has a name, an update that names any graph has to name it as well.
        """
        text = with_prefixes(update)
        merged = self._dialect.merged
        named = not merged or not {"GRAPH", "WITH", "USING"}.isdisjoint(words(text))
        graphs = {} if named else {"default-graph-uri": merged}
        with self._lock:
            self._server.update(self._dialect.update, text, graphs, form=self._dialect.forms)
            self.version += 1

    def _change(self, wanted: Mapping[str, set[str]]) -> None:
        """Makes each article graph hold what is wanted, and the merged graph follow."""
        held = self._held(wanted)
        leave = {name: held.get(name, set()) - said for name, said in wanted.items()}
        nameless = [name for name, all_ in leave.items() if len(_named(all_)) < len(all_)]
        come: dict[str, Collection[str]] = {
            name: said - held.get(name, set()) for name, said in wanted.items()
        }
        new = set().union(*come.values())
        gone = _named(set().union(*leave.values())) - set().union(*wanted.values())
        change = Change(
            leave={**{n: _named(s) for n, s in leave.items()}, MERGED: self._last(gone, wanted)},
            come={**come, MERGED: new},
        )
        self._make(change)
        for name in nameless:
            inside = f"GRAPH {name} {{ ?s ?p ?o }}"
            self.update(f"DELETE {{ {inside} }} WHERE {{ {inside} {_NAMELESS} }}")
        if nameless:
            self._take_out_nameless()
        empty = [name for name, said in wanted.items() if not said and held.get(name)]
        if empty and self._dialect.keeps_empty:
            self.update("; ".join(f"DROP SILENT GRAPH {name}" for name in empty))

    def _held(self, graphs: Collection[str]) -> dict[str, set[str]]:
        """What the graphs hold, as `graph.terms.statement` writes it."""
        held: dict[str, set[str]] = {}
        if self._dialect.good_values:
            pattern = f"VALUES ?g {{ {' '.join(graphs)} }} {ANY_GRAPH}"
        else:
            pattern = f"{ANY_GRAPH} FILTER(?g IN ({', '.join(graphs)}))"
        if graphs:
            query = f"SELECT ?g ?s ?p ?o {{ {pattern} }}"
            for name, *triple in self._solutions(query, "g", "s", "p", "o"):
                held.setdefault(name, set()).add(" ".join(triple))
        return held

    def _last(self, gone: Collection[str], wanted: Collection[str]) -> set[str]:
        """Those of the statements that no article makes any more, once ``wanted`` is done."""
        last = set(gone)
        filter_ = self._besides(wanted)
        for statements in pieces(sorted(gone), _READ_AT_ONCE):
            if self._dialect.good_values:
                values = _rows_of(statements)
                pattern = f"FILTER EXISTS {{ {ANY_GRAPH} {filter_} }}"
                names = "?s ?p ?o"
            else:
                values = _rows_of({about(each) for each in statements})
                pattern = f"{ANY_GRAPH} {filter_}"
                names = "?s ?p"
            last -= self._statements(
                f"SELECT DISTINCT ?s ?p ?o {{ VALUES ({names}) {{ {values} }} {pattern} }}"
            )
        return last

    def _statements(self, query: str) -> set[str]:
        return {" ".join(triple) for triple in self._solutions(query, "s", "p", "o")}

    def _solutions(self, query: str, *names: str) -> Iterator[list[str]]:
        """The rows of a query, each term as N-Triples write it."""
        with self._asked(query, TABLE_TYPE) as answer:
            results = results_of(answer)
            if not isinstance(results, ox.QuerySolutions):
                raise StoreError(f"{self.address.url}: the server answers a SELECT with no table")
            try:
                for row in results:
                    yield [str(row[name]) for name in names]
            except (OSError, RuntimeError, ValueError, SyntaxError) as error:
                raise broken(answer, error) from error

    def _make(self, change: Change) -> None:
        """Makes the change, at once where the server can."""
        merged = f"<{self._dialect.merged}>" if self._dialect.merged else MERGED
        change = change.with_merged(merged)
        if change.is_empty:
            return
        limit = self._dialect.statements
        for text in [change.operation()] if limit is None else change.requests(limit, _OPERATIONS):
            try:
                self._server.update(self._dialect.update, text, {}, form=self._dialect.forms)
            except QueryError as error:
                raise StoreError(
                    f"{self._dialect.update}: the server did not take the change: {error}"
                ) from error
        self.version += 1

    def _take_out_nameless(self) -> None:
        """Takes what holds blank nodes and is of no article out of the merged graph."""
        merged = self._dialect.merged
        inside = f"GRAPH <{merged}> {{ ?s ?p ?o }}" if merged else "?s ?p ?o"
        if self.ask(f"ASK {{ {inside} {_NAMELESS} }}"):
            besides = self._besides(())
            self.update(
                f"DELETE {{ {inside} }} WHERE {{ {inside} {_NAMELESS} "
                f"FILTER NOT EXISTS {{ GRAPH ?g {{ ?s ?p ?o }} {besides} }} }}"
            )


def _in_parts(wanted: Mapping[str, set[str]]) -> Iterator[dict[str, set[str]]]:
    """The same articles, some at a time."""
    part: dict[str, set[str]] = {}
    count = 0
    for name, said in wanted.items():
        if part and count + len(said) > _WRITE_AT_ONCE:
            yield part
            part, count = {}, 0
        part[name] = said
        count += len(said)
    yield part


def _rows_of(statements: Iterable[str]) -> str:
    return "\n".join(f"({each})" for each in sorted(statements))


def _named(statements: Iterable[str]) -> set[str]:
    """Those without blank nodes, which no change can name."""
    return {s for s in statements if not s.startswith("_:") and " _:" not in s.split('"', 1)[0]}
