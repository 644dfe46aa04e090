"""What a store is: two contracts, one to read and one to write, so that a page cannot write.

`open_reader` and `open_store` give the embedded store for a folder and the remote one for an
address; both keep the contract of graphs: one named graph an article, and the merged graph.
"""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import IO, Protocol

from rdflib import Graph, URIRef
from rdflib.term import Node

from graph.address import Address, Credentials, is_address, parse_address
from graph.dialect import Dialect, recognise
from graph.embedded import EmbeddedReader, EmbeddedStore
from graph.remote import RemoteStore
from graph.remoteview import RemoteReader
from graph.served import ServedReader, ServedStore
from graph.server import Server
from graph.terms import Quad, Row, Triple

__all__ = ["GraphReader", "GraphWriter", "Quad", "Row", "Triple", "open_reader", "open_store"]


class GraphReader(Protocol):
    """Reads the merged graph and the article graphs."""

    def select(self, query: str, **bound: Node) -> list[Row]:
        """The solutions of a SELECT over the merged graph; ``bound`` fixes variables beforehand.

        Raises `graph.errors.QueryError` where the query cannot be run.
        """

    def construct(self, query: str, **bound: Node) -> Graph:
        """The graph that a CONSTRUCT or DESCRIBE gives."""

    def ask(self, query: str, **bound: Node) -> bool:
        """The answer to an ASK."""

    def answer(self, query: str, media_type: str, into: IO[bytes]) -> None:
        """Writes the answer to any query, serialised in the media type, without keeping it."""

    def articles(self) -> list[URIRef]:
        """The addresses of all article graphs, sorted."""

    def article(self, address: URIRef) -> Graph:
        """What one article says; empty where there is no such article."""

    def quads(self) -> Iterator[Quad]:
        """Every statement with its graph (None for the merged graph), in no fixed order."""

    def close(self) -> None:
        """Gives the store free."""


class GraphWriter(GraphReader, Protocol):
    """Writes articles and keeps the merged graph in step, each call as one transaction."""

    def replace(self, address: URIRef, triples: Collection[Triple]) -> None:
        """Makes ``triples`` all that the article graph at ``address`` holds."""

    def replace_many(self, articles: Iterable[tuple[URIRef, Collection[Triple]]]) -> None:
        """Replaces several articles as one transaction; a later one at the same address counts.

        Raises `graph.errors.InputError` for a statement that no store takes (a blank node, an
        address that is none), before anything is written.
        """

    def remove(self, address: URIRef) -> bool:
        """Removes an article; whether there was one."""

    def rebuild(self) -> None:
        """Computes the merged graph again from the article graphs."""

    def update(self, update: str) -> None:
        """Runs a SPARQL update exactly as the standard says; the merged graph is not touched."""


def open_store(location: str | None, credentials: Credentials | None = None) -> GraphWriter:
    """The store at a folder, made where there is none; in memory where ``location`` is None.

    At an http(s) address, the store on that server: any of SPARQL 1.1, or a running Dragoman, which
    is shown the token in the credentials. Raises `graph.errors.StoreError` where it cannot be
    opened.
    """
    if location is None or not is_address(location):
        return EmbeddedStore(None if location is None else Path(location))
    server, dialect, address = _reached(location, credentials)
    if dialect.dragoman:
        return ServedStore(server, dialect, address)
    return RemoteStore(server, dialect, address)


def open_reader(location: str, credentials: Credentials | None = None) -> GraphReader:
    """A view of the store at a folder, as it is now; a writer may work beside it.

    At an http(s) address, what the server there holds. Raises `graph.errors.StoreError` where there
    is no store.
    """
    if not is_address(location):
        return EmbeddedReader(Path(location))
    server, dialect, address = _reached(location, credentials)
    if dialect.dragoman:
        return ServedReader(server, dialect, address)
    return RemoteReader(server, dialect, address)


def _reached(location: str, credentials: Credentials | None) -> tuple[Server, Dialect, Address]:
    address = parse_address(location, credentials)
    server = Server(address.credentials)
    try:
        return server, recognise(server, address), address
    except BaseException:
        server.close()
        raise
