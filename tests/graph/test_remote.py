"""What is special to a store on a server: addresses, passwords, failures, named merged graphs."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

import pyoxigraph as ox
import pytest
from rdflib import Literal, URIRef

from graph.address import MERGED_GRAPH, Credentials, parse_address, shown
from graph.dialect import recognise
from graph.errors import QueryError, SettingError, StoreDownError, StoreError
from graph.placing import place
from graph.remote import RemoteStore
from graph.served import ServedStore
from graph.server import Server
from graph.store import open_reader, open_store
from graph.terms import Row, Triple
from graph.vocabulary import DGM
from tests.graph.contents import TRIPLES, A, B, C, articles, merged
from tests.graph.servers import TOKEN, free_port

Reply = tuple[int, dict[str, str], bytes]
_ASKED = b'{"head":{},"boolean":true}'
_JSON = {"Content-Type": "application/sparql-results+json"}


@contextmanager
def answering(*replies: Reply) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """A server that gives these answers to POST in turn, the last one ever after; and what came."""
    seen: list[tuple[str, str]] = []
    left = list(replies)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._send((404, {}, b""))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            seen.append((self.headers.get("Authorization", ""), body))
            self._send(left.pop(0) if len(left) > 1 else left[0])

        def _send(self, reply: Reply) -> None:
            status, headers, body = reply
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
            self.close_connection = int(headers.get("Content-Length", 0)) > len(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql", seen
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


# ── Addresses ─────────────────────────────────────────────────────────────────────────────────────


def test_an_address_holds_a_user_and_options_that_are_not_sent() -> None:
    address = parse_address("https://an%40na:s%3Acret@h:1/ds/query#merged=iri&update=/ds/up")
    assert address.url == "https://h:1/ds/query"
    assert (address.credentials.user, address.credentials.password) == ("an@na", "s:cret")
    assert address.merged == MERGED_GRAPH
    assert address.update == "https://h:1/ds/up"
    assert parse_address("http://h/q#merged=default").merged == ""
    assert parse_address("http://h/q").merged is None
    assert parse_address("http://h/q#merged=urn:x:m").merged == "urn:x:m"


def test_a_password_is_shown_nowhere() -> None:
    address = parse_address("http://anna:secret@h/sparql#merged=iri", Credentials(token="t0ken"))
    assert "secret" not in repr(address)
    assert "t0ken" not in repr(address)
    assert shown("http://anna:secret@h/sparql") == "http://h/sparql"
    assert shown("news.store") == "news.store"


@pytest.mark.parametrize(
    "location",
    [
        "http://",
        "http://h:port/",
        "http://h:99999/",
        "http://h/a b",
        "http://h/#unknown=1",
        "http://h/#merged",
        "http://h/#merged=sometimes",
    ],
)
def test_an_address_that_cannot_be_used_says_so(location: str) -> None:
    with pytest.raises(SettingError, match="--store"):
        parse_address(location)


# ── Queries where the merged graph has a name ─────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT ?s WHERE { ?s ?p ?o . GRAPH ?g { ?s ?p ?o } } ORDER BY ?s LIMIT 3",
        "select (count(*) as ?n) where { graph ?g { ?s ?p ?o } }",
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
        "SELECT * { { SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 1 } OPTIONAL { ?s ?q '} {' } }",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?q <x:r> } } }",
        "SELECT * { VALUES ?g { <http://e/1> } GRAPH ?g { ?s ?p ?o } } VALUES ?p { <x:p> }",
        "SELECT * { GRAPH <http://e/1> { ?s ?p ?o } ?s ?p ?x # } {\n }",
        "ASK { ?s ?p ?o }",
        "CONSTRUCT { ?o ?p ?s } WHERE { ?s ?p ?o }",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "PREFIX graph: <x:> CONSTRUCT WHERE { ?s graph:p ?o . ?s ?q ?o }",
    ],
)
def test_a_query_placed_in_a_graph_answers_as_over_the_default_graph(query: str) -> None:
    default, named = ox.Store(), ox.Store()
    quads = [("x:s", "x:p", "x:o", 1), ("x:s", "x:p", "x:r", 1), ("x:t", "x:p", "x:o", 2)]
    for subject, predicate, value, number in quads:
        triple = (ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(value))
        for store, merged_name in ((default, ox.DefaultGraph()), (named, ox.NamedNode("x:m"))):
            store.add(ox.Quad(*triple, merged_name))
            store.add(ox.Quad(*triple, ox.NamedNode(f"http://e/{number}")))
    answer, placed = default.query(query), named.query(place(query, "x:m", ("x:m",)))
    if isinstance(answer, ox.QueryBoolean):
        assert bool(answer) == bool(placed)
        return
    assert sorted(map(str, answer)) == sorted(map(str, placed))  # type: ignore[arg-type] # rows
    assert sorted(map(str, default.query(query)))  # type: ignore[arg-type] # there is an answer


def test_a_query_that_names_its_graphs_is_left_alone() -> None:
    query = "SELECT * FROM <x:g> { ?s ?p ?o }"
    assert place(query, "x:m", ()) == query


def test_a_named_merged_graph_serves_where_the_default_graph_is_not_ours(
    oxigraph_server: str,
) -> None:
    store = open_store(f"{oxigraph_server}/query#merged=urn:dragoman:merged")
    store.update("DROP ALL")
    server = Server(Credentials())
    server.update(f"{oxigraph_server}/update", "INSERT DATA { <x:not> <x:of> <x:us> }", {})
    server.close()
    store.replace_many([(A, TRIPLES[:3]), (B, TRIPLES[2:])])
    assert store.articles() == [A, B]
    rows = store.select("SELECT ?p { ?p skos:prefLabel ?n GRAPH ?g { ?p skos:prefLabel ?n } }")
    assert len(rows) == 2
    store.remove(A)
    assert store.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[0]["n"] == Literal(4)
    store.update("DROP ALL")
    store.close()


# ── Servers as they are ───────────────────────────────────────────────────────────────────────────


def test_a_server_is_known_by_what_it_says(
    oxigraph_server: str, virtuoso_server: str, dragoman_server: str
) -> None:
    for location, query, update in (
        (oxigraph_server, "/query", "/update"),
        (f"{oxigraph_server}/query", "/query", "/update"),
        (f"{oxigraph_server}/query#update=/elsewhere", "/query", "/elsewhere"),
        (virtuoso_server, "/sparql", "/sparql-auth"),
        (virtuoso_server.removesuffix("/sparql"), "/sparql", "/sparql-auth"),
        (dragoman_server, "/sparql", "/sparql"),
        (f"{dragoman_server}/sparql", "/sparql", "/sparql"),
    ):
        address = parse_address(location)
        server = Server(address.credentials)
        dialect = recognise(server, address)
        server.close()
        assert dialect.query.endswith(query)
        assert dialect.update.endswith(update)
        assert dialect.dragoman == location.startswith(dragoman_server)


def test_large_answers_come_whole_and_in_the_form_asked_for(oxigraph_server: str) -> None:
    store = open_store(oxigraph_server)
    store.update("DROP ALL")
    many = [(A, TRIPLES[0][1], Literal(f"name {n} — “{'x' * (n % 50)}”")) for n in range(5000)]
    store.replace(A, many)
    into = BytesIO()
    store.answer("SELECT ?n { ?s ?p ?n }", "text/csv", into)
    assert into.getvalue().count(b"name") == 5000
    assert set(store.article(A)) == set(many)
    assert len(list(store.quads())) == 10000
    store.close()


def test_a_change_larger_than_an_operation_is_made_in_several(virtuoso_server: str) -> None:
    store = open_store(virtuoso_server)
    for left in list(store.articles()):  # by tests that share the server
        store.remove(left)
    many = [(A, TRIPLES[0][1], Literal(f"name {n}")) for n in range(2500)]
    texts = [(B, TRIPLES[0][1], Literal("line\n" * 20000 + str(n))) for n in range(3)]
    store.replace_many([(A, many), (B, texts)])
    assert articles(store) == {A: set(many), B: set(texts)}
    assert merged(store) == {*many, *texts}
    store.replace_many([(A, many[2000:]), (B, texts[:1])])
    assert articles(store) == {A: set(many[2000:]), B: set(texts[:1])}
    assert merged(store) == {*many[2000:], *texts[:1]}
    store.remove(A)
    store.remove(B)
    assert merged(store) == set()
    store.close()


_EDITIONS = (
    "SELECT ?e (COUNT(?a) AS ?n) "
    "{ { GRAPH ?g { ?a dgm:place ?e } } UNION { ?a dgm:place ?e } } GROUP BY ?e"
)


def test_readers_of_virtuoso_see_a_batch_as_it_was_or_as_it_is(virtuoso_server: str) -> None:
    """Also where it takes several operations; each article says five hundred things."""

    def batch(edition: int) -> list[tuple[URIRef, list[Triple]]]:
        place = URIRef(f"x:edition/{edition}")
        return [
            (address, [(URIRef(f"{address}/{n}"), DGM.place, place) for n in range(500)])
            for address in (A, B, C)
        ]

    writer, reader = open_store(virtuoso_server), open_reader(virtuoso_server)
    writer.replace_many(batch(0))
    seen: list[list[Row]] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.append(reader.select(_EDITIONS))

    thread = threading.Thread(target=read)
    thread.start()
    for edition in range(1, 6):
        writer.replace_many(batch(edition))
    done.set()
    thread.join()
    assert len(seen) > 3
    assert {len(rows) for rows in seen} == {1}
    assert {str(rows[0]["n"]) for rows in seen} == {"3000"}
    assert len({rows[0]["e"] for rows in seen}) > 1
    for address in (A, B, C):
        writer.remove(address)
    reader.close()
    writer.close()


def test_a_stranger_may_not_write_to_virtuoso_and_is_told_why(virtuoso_server: str) -> None:
    scheme, _, rest = virtuoso_server.partition("://")
    host = rest.partition("@")[2]
    with pytest.raises(StoreError, match="DRAGOMAN_STORE_USER"):
        open_store(f"{scheme}://{host}").replace(A, TRIPLES)
    with pytest.raises(StoreError, match="does not let us in"):
        open_store(f"{scheme}://dba:wrong@{host}").replace(A, TRIPLES)
    reader = open_reader(f"{scheme}://{host}")
    assert reader.ask("ASK {}")
    assert not hasattr(reader, "replace")
    reader.close()


def test_a_dragoman_takes_articles_only_with_its_token(dragoman_server: str) -> None:
    for credentials in (None, Credentials(token="another-token")):
        store = open_store(dragoman_server, credentials)
        with pytest.raises(StoreError, match="DRAGOMAN_TOKEN"):
            store.replace(A, TRIPLES)
        store.close()
    store = open_store(dragoman_server, Credentials(token=TOKEN))
    assert isinstance(store, ServedStore)
    assert A not in store.articles()
    store.close()


def test_blank_nodes_that_an_update_put_into_an_article_go_with_it(oxigraph_server: str) -> None:
    store = open_store(oxigraph_server)
    store.update("DROP ALL")
    store.replace_many([(A, TRIPLES[:2]), (B, TRIPLES[1:])])
    store.update(f'INSERT DATA {{ GRAPH <{A}> {{ _:b rdfs:label "nameless _: one" }} }}')
    store.rebuild()
    assert len(merged(store)) == len(TRIPLES) + 1
    store.replace(A, TRIPLES[:3])
    assert articles(store) == {A: set(TRIPLES[:3]), B: set(TRIPLES[1:])}
    assert merged(store) == set(TRIPLES)
    store.close()


def test_few_requests_make_a_batch(oxigraph_server: str) -> None:
    store = open_store(oxigraph_server)
    store.update("DROP ALL")
    assert isinstance(store, RemoteStore)
    sent: list[str] = []
    store._server._client.event_hooks["request"] = [lambda request: sent.append(request.url.path)]
    batch = [(A + str(n), TRIPLES[: 1 + n % 5]) for n in range(50)]
    store.replace_many(batch)
    assert sent == ["/query", "/update"]
    sent.clear()
    store.replace_many([(address, triples[:-1]) for address, triples in batch])
    assert sent == ["/query", "/query", "/update", "/update"]  # the last removes empty graphs
    sent.clear()
    store.replace_many([(address, triples[:-1]) for address, triples in batch])
    assert sent == ["/query"]
    store.close()


# ── Servers that fail ─────────────────────────────────────────────────────────────────────────────


def test_a_server_that_is_not_there_is_named_with_what_next() -> None:
    address = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(StoreDownError, match=r"cannot be reached.*start it") as caught:
        open_reader(address)
    assert address in str(caught.value)


def test_a_server_that_says_nothing_is_down() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        server = Server(Credentials(), silence=0.3)
        address = parse_address(f"http://127.0.0.1:{silent.getsockname()[1]}/sparql")
        with pytest.raises(StoreDownError, match=r"did not answer within 0\.3 s"):
            recognise(server, address)
        server.close()


def test_an_address_without_sparql_says_where_it_looked() -> None:
    with (
        answering((404, {}, b"")) as (url, _),
        pytest.raises(StoreError, match="no SPARQL server answers there"),
    ):
        open_reader(url)


@pytest.mark.parametrize(
    ("status", "headers", "body", "error", "words"),
    [
        (400, {}, b"line 1: what?", QueryError, "cannot be read by the server: line 1: what"),
        (500, {}, b"boom", QueryError, "cannot be run by the server"),
        (503, {}, b"", StoreDownError, "try again later"),
        (413, {}, b"", StoreError, "of this size"),
        (301, {"Location": "http://h/new"}, b"", StoreError, "name http://h/new instead"),
        (200, {**_JSON, "X-SPARQL-MaxRows": "10"}, _ASKED, StoreError, "ResultSetMaxRows"),
        (200, _JSON, b'{"head":{"vars":["a"]},"results":{"bindings":[{', StoreDownError, "broke"),
        (200, {**_JSON, "Content-Length": "900"}, _ASKED, StoreDownError, "broke off"),
    ],
)
def test_each_failure_says_what_to_do(
    status: int, headers: dict[str, str], body: bytes, error: type[StoreError], words: str
) -> None:
    with answering((200, _JSON, _ASKED), (status, headers, body)) as (url, _):
        store = open_store(url)
        with pytest.raises(error, match=words):
            store.select("SELECT * { ?s ?p ?o }")
        store.close()


def test_a_password_goes_only_to_a_server_that_asks_for_one() -> None:
    asks = (401, {"WWW-Authenticate": 'Basic realm="x"'}, b"")
    with answering((200, _JSON, _ASKED), asks, (200, _JSON, _ASKED)) as (url, seen):
        store = open_reader(url.replace("//", "//anna:secret@"))
        assert store.ask("ASK {}")
        assert store.ask("ASK {}")
        store.close()
    assert [authorization for authorization, _ in seen] == ["", "", *["Basic YW5uYTpzZWNyZXQ="] * 2]


def test_a_token_is_not_sent_to_a_server_that_is_no_dragoman() -> None:
    with answering((200, _JSON, _ASKED)) as (url, seen):
        store = open_reader(url, Credentials(token="a-secret-token"))
        store.ask("ASK {}")
        store.close()
    assert {authorization for authorization, _ in seen} == {""}
