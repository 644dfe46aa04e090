"""What differs between SPARQL servers, and how one is recognised.

A server is asked once, when the store is opened: is it a Dragoman (its ``/health`` says so), and if
not, does it answer a query at the address, or at ``/query`` or ``/sparql`` below it. Its ``Server``
header says whether it is one that needs care.
"""

from dataclasses import dataclass

import httpx

from graph.address import MERGED_GRAPH, Address
from graph.errors import DragomanError, StoreDownError, StoreError
from graph.server import Server

TABLE_TYPE = "application/sparql-results+json"
SERVICE = "dragoman"
"""What ``/health`` of a Dragoman server calls itself."""

_VIRTUOSO_GRAPHS = (
    "http://www.openlinksw.com/schemas/virtrdf#",
    "http://www.w3.org/ns/ldp#",
    "http://www.w3.org/2002/07/owl#",
    "http://localuriqaserver/sparql",
    "urn:activitystreams-owl:map",
    "urn:core:services:sparql",
    "urn:rules.skos",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How one server is spoken to."""

    query: str
    """The address for queries."""
    update: str
    """The address for updates."""
    merged: str = ""
    """The name of the merged graph; empty where it is the default graph."""
    hidden: tuple[str, ...] = ()
    """Graphs that a query over the named graphs must not see."""
    statements: int | None = None
    """How many statements one operation may hold; None where one takes a whole change."""
    forms: bool = False
    """Whether queries and updates must be sent as forms."""
    good_values: bool = True
    """Whether VALUES is at its best: Virtuoso loses rows where a column holds addresses and
    literals, and is slow to join it."""
    keeps_empty: bool = True
    """Whether a graph without statements is a graph, found by ``GRAPH ?g {}``."""
    dump: str | None = None
    """Where all statements are fetched as N-Quads; None where a query has to do."""
    dragoman: bool = False
    """Whether it is a Dragoman server, which keeps the merged graph in step by itself."""


def recognise(server: Server, address: Address) -> Dialect:
    """The dialect of the server at the address.

    Raises `StoreDownError` where it does not answer, `StoreError` where it speaks no SPARQL.
    """
    if root := _dragoman(server, address):
        return Dialect(
            query=root.below("sparql"),
            update=root.below("sparql"),
            dump=root.below("dump/dragoman.nq.gz"),
            dragoman=True,
        )
    query, name = _endpoint(server, address)
    update = address.update or _update_address(query, name, user=address.credentials.user)
    if name.startswith("virtuoso"):
        merged = MERGED_GRAPH if address.merged is None else address.merged
        return Dialect(
            query=query,
            update=update,
            merged=merged,
            hidden=(merged, *_VIRTUOSO_GRAPHS),
            statements=2000,
            forms=True,
            good_values=False,
            keeps_empty=False,
        )
    if address.merged:
        return Dialect(query=query, update=update, merged=address.merged, hidden=(address.merged,))
    whole = Address(url=query).beside("store") if name.startswith("oxigraph") else None
    return Dialect(query=query, update=update, dump=whole)


def _dragoman(server: Server, address: Address) -> Address | None:
    """Where the Dragoman server at the address has its root; None where there is none."""
    root = Address(url=address.url.removesuffix("/").removesuffix("/sparql"))
    try:
        answer = server.look(root.below("health"), "application/json", address.url)
        said = answer.json() if answer is not None else None
    except ValueError:
        return None
    return root if isinstance(said, dict) and said.get("service") == SERVICE else None


def _endpoint(server: Server, address: Address) -> tuple[str, str]:
    """The address that answers queries, and the server's own name in lower case."""
    path = httpx.URL(address.url).path.strip("/")
    candidates = [address.url] if path else [address.below("query"), address.below("sparql")]
    failure: DragomanError | None = None
    for candidate in candidates:
        try:
            with server.asked(candidate, "ASK {}", TABLE_TYPE, {}, form=True) as answer:
                if "sparql-results" in answer.headers.get("content-type", ""):
                    return candidate, answer.headers.get("server", "").lower()
        except StoreDownError:
            raise
        except DragomanError as error:
            failure = error
    tried = " and ".join(candidates)
    raise StoreError(
        f"{address.url}: no SPARQL server answers there (tried {tried}"
        f"{f'; {failure}' if failure else ''}); name the address that it answers queries at"
    ) from failure


def _update_address(query: str, name: str, *, user: str | None) -> str:
    """Where a server takes updates, by its name and by where it answers queries."""
    address = Address(url=query)
    path = httpx.URL(query).path.rstrip("/")
    if name.startswith("virtuoso"):
        return address.beside("sparql-auth") if user else query
    if "/repositories/" in path:  # RDF4J and GraphDB
        return address.below("statements")
    if path.endswith("/query"):  # Oxigraph and Fuseki
        return address.beside("update")
    if path.endswith("/sparql") and path.count("/") > 1:  # Fuseki's other address of a data set
        return address.beside("update")
    return query
