"""Reading a store on any SPARQL 1.1 server, and a running Dragoman among them."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import IO

import httpx
import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib.term import Node

from graph.address import Address
from graph.binding import bind
from graph.dialect import TABLE_TYPE, Dialect
from graph.errors import QueryError, StoreDownError
from graph.forms import (
    GRAPH_FORMS,
    graph_format,
    prefixes_of,
    query_form,
    table_format,
    with_prefixes,
)
from graph.placing import place
from graph.server import Server, body_of
from graph.terms import Quad, Row, from_term, from_triple, to_named
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
            return bool(_yes_or_no(results_of(answer)))

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
            results = results_of(answer)
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
            results = results_of(answer)
            if not isinstance(results, ox.QuerySolutions):
                raise QueryError("this query gives no table; write it as a SELECT")
            names = [(v, v.value) for v in results.variables]
            try:
                for row in results:
                    yield {n: from_term(term) for v, n in names if (term := row[v]) is not None}
            except (OSError, RuntimeError, ValueError, SyntaxError) as error:
                raise broken(answer, error) from error

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


def results_of(answer: httpx.Response) -> ox.QuerySolutions | ox.QueryBoolean:
    # Not XML, which Virtuoso writes four times as fast: pyoxigraph 0.5.13 strips texts in it.
    try:
        results = ox.parse_query_results(body_of(answer), ox.QueryResultsFormat.JSON)
    except (OSError, RuntimeError, ValueError, SyntaxError) as error:
        raise broken(answer, error) from error
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
        raise broken(answer, error) from error


def broken(answer: httpx.Response, error: Exception) -> StoreDownError:
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
