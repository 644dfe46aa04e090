"""A store on any SPARQL 1.1 server: the contract of the embedded one, over HTTP.

The merged graph is the server's default graph where that can be written and holds only what is in
it; elsewhere (Virtuoso) it has a name, and queries are placed in it (`graph.placing`).

A batch is worked out here and written there: one query reads what its articles hold, a second one,
where statements leave, which of them other articles make, and one operation changes everything at
once. Where a server takes no such operation (Virtuoso: ten thousand lines of SQL) it goes in pieces
that leave articles whole where they fit: what comes before what leaves, so that the merged graph
lacks nothing meanwhile. There must be one writer; threads of one process wait for each other.
"""

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import IO

import httpx
import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib.term import Node

from graph.address import Address
from graph.binding import bind
from graph.changes import MERGED, REBUILD, Change, about, pieces
from graph.dialect import TABLE_TYPE, Dialect
from graph.errors import QueryError, StoreDownError, StoreError
from graph.forms import (
    GRAPH_FORMS,
    graph_format,
    prefixes_of,
    query_form,
    table_format,
    with_prefixes,
    words,
)
from graph.placing import place
from graph.server import Server, body_of
from graph.terms import Quad, Row, Triple, from_term, from_triple, statement, to_named
from graph.vocabulary import bind_prefixes

GRAPH_TYPE = "application/n-triples"
_GRAPH_TYPES = {
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "text/plain": ox.RdfFormat.N_TRIPLES,  # as N-Triples were called before they had a name
    "text/turtle": ox.RdfFormat.TURTLE,
}
_VIRTUOSO_ASK = "__ASK_RETVAL"
_YES = b'{"head":{},"boolean":true}'
_NO = b'{"head":{},"boolean":false}'
ANY_GRAPH = "GRAPH ?g { ?s ?p ?o }"
_FULL_GRAPHS = f"SELECT ?g {{ GRAPH ?g {{}} FILTER EXISTS {{ {ANY_GRAPH} }} }}"
_BOTH = f"{{ ?s ?p ?o }} UNION {{ {ANY_GRAPH} }}"
_NAMELESS = "FILTER(isBlank(?s) || isBlank(?o))"
_READ_AT_ONCE = 2000
"""How many statements one query asks about."""


class RemoteReader:
    """Reads a store on a SPARQL server."""

    def __init__(self, server: Server, dialect: Dialect, address: Address) -> None:
        """The server must have been recognised as one of the dialect."""
        self._server = server
        self._dialect = dialect
        self.address = address

    def select(self, query: str, **bound: Node) -> list[Row]:
        """The solutions of a SELECT over the merged graph; ``bound`` fixes variables beforehand."""
        if query_form(query) not in ("SELECT", ""):
            raise QueryError("this query gives no table; write it as a SELECT")
        return list(self._rows(self._placed(query, bound)))

    def construct(self, query: str, **bound: Node) -> Graph:
        """The graph that a CONSTRUCT or DESCRIBE gives."""
        if query_form(query) not in (*GRAPH_FORMS, ""):
            raise QueryError("this query gives no graph; write it as a CONSTRUCT or DESCRIBE")
        graph = bind_prefixes(Graph(bind_namespaces="none"))
        for triple in self._triples(self._placed(query, bound)):
            graph.add(from_triple(triple))
        return graph

    def ask(self, query: str, **bound: Node) -> bool:
        """The answer to an ASK."""
        if query_form(query) not in ("ASK", ""):
            raise QueryError("this query does not answer yes or no; write it as an ASK")
        with self._asked(self._placed(query, bound), TABLE_TYPE) as answer:
            return bool(_yes_or_no(_results(answer)))

    def answer(self, query: str, media_type: str, into: IO[bytes]) -> None:
        """Writes the answer to any query, serialised in the media type, without keeping it.

        The bytes are made here, so that they are the same whichever server answers. Raises
        `QueryError` where the query cannot be run or its answer has no such form.
        """
        form = query_form(query)
        if form in GRAPH_FORMS:
            graph_form = graph_format(media_type)
            triples = self._triples(self._placed(query))
            ox.serialize(triples, into, graph_form, prefixes=prefixes_of(graph_form))
            return
        table_form = table_format(media_type)
        with self._asked(self._placed(query), TABLE_TYPE) as answer:
            results = _results(answer)
            if form == "ASK":
                results = _yes_or_no(results)
            if not isinstance(results, ox.QueryTriples):
                results.serialize(into, table_form)

    def articles(self) -> list[URIRef]:
        """The addresses of all article graphs, sorted."""
        if self._dialect.dump:
            rows = self._rows(_FULL_GRAPHS)
        else:
            rows = self._rows(f"SELECT DISTINCT ?g {{ {ANY_GRAPH} {self._besides(())} }}")
        return sorted(URIRef(str(row["g"])) for row in rows)

    def article(self, address: URIRef) -> Graph:
        """What one article says; empty where there is no such article."""
        graph = bind_prefixes(Graph(bind_namespaces="none"))
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {to_named(address)} {{ ?s ?p ?o }} }}"
        for triple in self._triples(query):
            graph.add(from_triple(triple))
        return graph

    def quads(self) -> Iterator[Quad]:
        """Every statement with its graph (None for the merged graph), in no fixed order."""
        dialect = self._dialect
        if dialect.dump:
            yield from self._dumped(dialect.dump)
            return
        others = [name for name in dialect.hidden if name != dialect.merged]
        query = f"{ANY_GRAPH} {_except('', others)}" if dialect.merged else _BOTH
        for row in self._rows(f"SELECT ?g ?s ?p ?o {{ {query} }}"):
            name = None if "g" not in row or str(row["g"]) == dialect.merged else row["g"]
            yield row["s"], row["p"], row["o"], None if name is None else URIRef(str(name))

    def close(self) -> None:
        """Closes the connections."""
        self._server.close()

    def _dumped(self, url: str) -> Iterator[Quad]:
        with self._server.fetched(url, accept="application/n-quads") as answer:
            for quad in _parsed(answer, ox.RdfFormat.N_QUADS):
                yield to_quad(quad)

    def _rows(self, query: str) -> Iterator[Row]:
        with self._asked(query, TABLE_TYPE) as answer:
            results = _results(answer)
            if not isinstance(results, ox.QuerySolutions):
                raise QueryError("this query gives no table; write it as a SELECT")
            names = [(v, v.value) for v in results.variables]
            try:
                for row in results:
                    yield {n: from_term(term) for v, n in names if (term := row[v]) is not None}
            except (OSError, RuntimeError, ValueError, SyntaxError) as error:
                raise _broken(answer, error) from error

    def _triples(self, query: str) -> Iterator[ox.Quad]:
        with self._asked(query, f"{GRAPH_TYPE}, text/turtle;q=0.5") as answer:
            kind = answer.headers.get("content-type", "").partition(";")[0].strip()
            form = _GRAPH_TYPES.get(kind)
            if form is None:
                raise QueryError(
                    f"the server answers with {kind}, not with a graph; "
                    "write the query as a CONSTRUCT or DESCRIBE"
                )
            yield from _parsed(answer, form)

    def _asked(self, query: str, accept: str) -> AbstractContextManager[httpx.Response]:
        """The answer to a query that names the graphs that it means."""
        dialect = self._dialect
        return self._server.asked(
            dialect.query, with_prefixes(query), accept, {}, form=dialect.forms
        )

    def _placed(self, query: str, bound: Mapping[str, Node] | None = None) -> str:
        """The query of somebody to whom the merged graph is the default graph."""
        text = bind(query, bound or {})
        dialect = self._dialect
        return place(text, dialect.merged, dialect.hidden) if dialect.merged else text

    def _besides(self, graphs: Collection[str]) -> str:
        """A filter that leaves the graphs out, and those that are no articles."""
        return _except(" ".join(graphs), self._dialect.hidden)


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
        """Replaces several articles as one operation, or in pieces as the server needs them.

        Where an address stands twice, the last one counts.
        """
        wanted = {
            str(to_named(address)): {statement(t) for t in triples} for address, triples in articles
        }
        with self._lock:
            self._change(wanted)

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
            results = _results(answer)
            if not isinstance(results, ox.QuerySolutions):
                raise StoreError(f"{self.address.url}: the server answers a SELECT with no table")
            try:
                for row in results:
                    yield [str(row[name]) for name in names]
            except (OSError, RuntimeError, ValueError, SyntaxError) as error:
                raise _broken(answer, error) from error

    def _make(self, change: Change) -> None:
        """Makes the change, at once where the server can."""
        merged = f"<{self._dialect.merged}>" if self._dialect.merged else MERGED
        change = change.with_merged(merged)
        if change.is_empty:
            return
        limit = self._dialect.statements
        for text in [change.operation()] if limit is None else change.requests(limit, merged):
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


def _results(answer: httpx.Response) -> ox.QuerySolutions | ox.QueryBoolean:
    # Not XML, which Virtuoso writes four times as fast: pyoxigraph 0.5.13 strips texts in it.
    try:
        results = ox.parse_query_results(body_of(answer), ox.QueryResultsFormat.JSON)
    except (OSError, RuntimeError, ValueError, SyntaxError) as error:
        raise _broken(answer, error) from error
    return results


def _yes_or_no(results: ox.QuerySolutions | ox.QueryBoolean) -> ox.QueryBoolean:
    """The answer to an ASK; Virtuoso gives it as a table of one number."""
    if isinstance(results, ox.QueryBoolean):
        return results
    if [v.value for v in results.variables] != [_VIRTUOSO_ASK]:
        raise QueryError("this query does not answer yes or no; write it as an ASK")
    yes = any(str(term.value) != "0" for row in results for term in row if term is not None)
    parsed = ox.parse_query_results(_YES if yes else _NO, ox.QueryResultsFormat.JSON)
    if not isinstance(parsed, ox.QueryBoolean):
        raise TypeError("a boolean was read as a table")
    return parsed


def _parsed(answer: httpx.Response, form: ox.RdfFormat) -> Iterator[ox.Quad]:
    try:
        yield from ox.parse(body_of(answer), form)
    except (OSError, RuntimeError, ValueError, SyntaxError) as error:
        raise _broken(answer, error) from error


def _broken(answer: httpx.Response, error: Exception) -> StoreDownError:
    return StoreDownError(
        f"{answer.url.copy_with(query=None)}: the answer broke off or cannot be read ({error}); "
        "see the server's log, and try again"
    )


def to_quad(quad: ox.Quad) -> Quad:
    """The same statement for rdflib, with its graph."""
    name = quad.graph_name
    return *from_triple(quad), URIRef(name.value) if isinstance(name, ox.NamedNode) else None


def _except(graphs: str, hidden: Collection[str]) -> str:
    """A filter that leaves graphs out: some in angle brackets, some without."""
    names = ", ".join((*graphs.split(), *(f"<{name}>" for name in hidden)))
    return f"FILTER(?g NOT IN ({names}))" if names else ""


def _rows_of(statements: Iterable[str]) -> str:
    return "\n".join(f"({each})" for each in sorted(statements))


def _named(statements: Iterable[str]) -> set[str]:
    """Those without blank nodes, which no change can name."""
    return {s for s in statements if not s.startswith("_:") and " _:" not in s.split('"', 1)[0]}
