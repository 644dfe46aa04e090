"""A store that a running Dragoman serves: read by SPARQL, written article by article through it.

The server keeps the merged graph in step under its own lock, so any number of clients may write. It
is told to replace article graphs (``POST /articles`` with N-Quads); what a graph without statements
leaves is named beside the body (``?graph=``). All statements are read from its dump, which no limit
of queries cuts.
"""

import gzip
import io
from collections.abc import Collection, Iterable, Iterator

import pyoxigraph as ox
from rdflib import URIRef

from graph.address import Address
from graph.changes import REBUILD, Change
from graph.dialect import Dialect
from graph.errors import QueryError, StoreDownError, StoreError
from graph.forms import with_prefixes
from graph.remoteview import RemoteReader, to_quad
from graph.server import Server, body_of
from graph.terms import Quad, Triple, statement, to_named

GRAPHS_TYPE = "application/n-quads"


class ServedReader(RemoteReader):
    """Reads the store of a running Dragoman."""

    def __init__(self, server: Server, dialect: Dialect, address: Address) -> None:
        """The server must have been recognised as a Dragoman."""
        super().__init__(server, dialect, address)
        if address.credentials.token:
            server.send_token(address.credentials.token)

    def _dumped(self, url: str) -> Iterator[Quad]:
        with self._server.fetched(url, accept="application/gzip") as answer:
            try:
                with gzip.open(body_of(answer, raw=True)) as plain:
                    yield from map(
                        to_quad, ox.parse(io.BufferedReader(plain), ox.RdfFormat.N_QUADS)
                    )
            except (OSError, EOFError, SyntaxError, ValueError) as error:
                raise StoreDownError(
                    f"{url}: the dump broke off ({error}); see the server's log, and try again"
                ) from error


class ServedStore(ServedReader):
    """Reads and writes the store of a running Dragoman."""

    def __init__(self, server: Server, dialect: Dialect, address: Address) -> None:
        """The server must have been recognised as a Dragoman."""
        super().__init__(server, dialect, address)
        self._articles = dialect.query.removesuffix("/sparql") + "/articles"
        self.version = 0
        """Goes up with every change that is made through here."""

    def replace(self, address: URIRef, triples: Collection[Triple]) -> None:
        """Makes ``triples`` all that the article graph at ``address`` holds."""
        self.replace_many([(address, triples)])

    def replace_many(self, articles: Iterable[tuple[URIRef, Collection[Triple]]]) -> None:
        """Replaces several articles in one transaction of the server: all of them, or none."""
        wanted = {
            str(to_named(address)): {statement(t) for t in triples} for address, triples in articles
        }
        if wanted:
            self._send(Change(come=wanted), [n for n, said in wanted.items() if not said])

    def remove(self, address: URIRef) -> bool:
        """Removes an article; whether there was one."""
        return self._send(Change(), [str(to_named(address))]) > 0

    def rebuild(self) -> None:
        """Computes the merged graph again from the article graphs."""
        self.update(REBUILD)

    def update(self, update: str) -> None:
        """Runs a SPARQL update exactly as the standard says; the merged graph is not touched."""
        self._server.update(self._dialect.update, with_prefixes(update), {})
        self.version += 1

    def _send(self, change: Change, gone: list[str]) -> int:
        """Has the articles of the change replaced and others removed; how many of these were."""
        graphs = {"graph": [name[1:-1] for name in gone]}
        try:
            answer = self._server.post(self._articles, change.nquads(), GRAPHS_TYPE, graphs)
            removed = int(answer.json()["removed"])
        except (QueryError, ValueError, KeyError) as error:
            raise StoreError(f"{self._articles}: did not take the articles: {error}") from error
        self.version += 1
        return removed
