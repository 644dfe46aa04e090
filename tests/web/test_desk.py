"""Quick queries are answered without threads, and nobody can tell but by the time."""

import http.client
import json
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from tests.web.serving import BEARER, EX, fill, served
from web.desk import ANSWER_SECONDS, LONG_BYTES
from web.sparql.endpoint import QUERY_TYPE, UPDATE_TYPE
from web.sparql.evaluation import Job
from web.sparql.service import Service

ROWS = 5000
ONE = f"SELECT ?o {{ <{EX}7> ?p ?o }}"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(?c > ?f) }"
HEADERS = (
    "content-type",
    "content-length",
    "vary",
    "etag",
    "cache-control",
    "retry-after",
    "allow",
)
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Service]]:
    folder = tmp_path_factory.mktemp("desk") / "news.store"
    with served(folder, query_workers=2, anonymous_query_seconds=1.0) as (address, opened):
        fill(opened.store, ROWS)
        yield address, opened


def ask(
    address: str, path: str, body: bytes | None = None, /, **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body; a GET without a body."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        connection.request("GET" if body is None else "POST", path, body=body, headers=sent)
        answer = connection.getresponse()
        told = {n: v for n in HEADERS if (v := answer.getheader(n)) is not None}
        return answer.status, told, answer.read()
    finally:
        connection.close()


def got(query: str) -> str:
    return f"/sparql?query={quote(query)}"


REQUESTS: tuple[tuple[str, str, bytes | None, dict[str, str]], ...] = (
    ("a row", got(ONE), None, {}),
    ("a row as CSV", got(ONE), None, {"Accept": "text/csv"}),
    ("a yes", got("ASK {}"), None, {"Accept": "*/*"}),
    ("a graph", got(f"DESCRIBE <{EX}7>"), None, {"Accept": "text/turtle"}),
    ("the time", got("SELECT (DATATYPE(NOW()) AS ?t) {}"), None, {}),
    ("another form", got(ONE) + "&format=xml", None, {}),
    ("an unknown form", got(ONE) + "&format=gold", None, {}),
    ("a form that is not accepted", got(ONE), None, {"Accept": "image/png"}),
    ("a query that cannot be read", got("SELECT { ?"), None, {}),
    ("a query too deep", got("ASK {" * 600 + "}" * 600), None, {}),
    ("a call elsewhere", got("ASK { SERVICE <http://127.0.0.1/> {} }"), None, {}),
    ("two queries", got(ONE) + "&query=ASK{}", None, {}),
    ("no query", "/sparql?format=turtle", None, {}),
    ("bytes that are not UTF-8", "/sparql?query=%ff", None, {}),
    ("a host that is none", got(ONE), None, {"Host": "a b"}),
    ("a posted form", "/sparql", f"query={quote(ONE)}".encode(), {"Content-Type": FORM}),
    ("a posted query", "/sparql", ONE.encode(), {"Content-Type": "application/sparql-query"}),
    ("a posted picture", "/sparql", b"\x89PNG", {"Content-Type": "image/png"}),
    ("words", got('ASK { ?x dgm:search "oslo" }'), None, {}),
    ("one dataset", got(ONE) + f"&default-graph-uri={EX}g", None, {}),
)


@pytest.mark.parametrize(
    ("path", "body", "headers"), [r[1:] for r in REQUESTS], ids=[r[0] for r in REQUESTS]
)
def test_the_answer_is_that_of_a_thread(
    server: tuple[str, Service],
    path: str,
    body: bytes | None,
    headers: dict[str, str],
) -> None:
    address, _ = server
    quick = ask(address, path, body, **headers)
    again = ask(address, path, body, **headers)
    # One that is not short goes to a thread: a parameter that the protocol does not know.
    padded = f"{path}{'&' if '?' in path else '?'}padding={'x' * 9000}"
    threaded = ask(address, padded, body, **headers)
    assert quick == again == threaded


def test_quick_queries_need_no_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.server.THREADS", 0)
    with served(tmp_path / "news.store") as (address, opened):
        fill(opened.store, 10)
        assert opened.pool is not None
        for _ in opened.pool.run(Job(query="ASK {}", table="text/csv"), 5.0, lambda: False):
            pass  # the worker has opened its view of the store, for which a thread is needed
        assert ask(address, got(ONE))[0] == 200
        assert ask(address, "/sparql", ONE.encode(), Content_Type=QUERY_TYPE)[0] == 200
        assert ask(address, got("SELECT {"))[0] == 400


def test_a_long_answer_comes_whole(server: tuple[str, Service]) -> None:
    status, _, body = ask(server[0], got("SELECT * { ?s ?p ?o }"))
    assert status == 200
    assert len(body) > LONG_BYTES
    assert len(json.loads(body)["results"]["bindings"]) == ROWS


def test_a_slow_query_is_handed_over_counted_once_and_ended_in_time(
    server: tuple[str, Service],
) -> None:
    address, opened = server
    timeouts = opened.pool.tally.timeouts if opened.pool else 0
    counted = f'route="/sparql",method="GET",status="504"}} {timeouts + 1}'
    started = time.monotonic()
    status, _, body = ask(address, got(SLOW))
    assert (status, b"after 1 seconds" in body) == (504, True), body
    assert 1.0 <= time.monotonic() - started < 10.0
    assert counted in ask(address, "/metrics")[2].decode()


def test_requests_one_behind_the_other_are_answered_in_order(server: tuple[str, Service]) -> None:
    where = urlsplit(server[0])
    asked = [f"SELECT ?o {{ <{EX}{n}> ?p ?o }}" for n in range(6)]
    asked[2] += " #" + "x" * 9000  # for a thread
    heads = [f"GET {got(q)} HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\n\r\n" for q in asked]
    with socket.create_connection((str(where.hostname), where.port or 0), timeout=30) as client:
        client.sendall("".join(heads).encode())
        held = b""
        while held.count(b"value ") < len(asked):
            piece = client.recv(1 << 16)
            assert piece, held
            held += piece
    rows = [line for line in held.decode().split("\r\n") if line.startswith("value ")]
    assert rows == [f"value {n}" for n in range(6)]


@pytest.mark.parametrize("end", ["HTTP/1.0\r\n", "HTTP/1.1\r\nConnection: close\r\n"])
def test_a_connection_that_shall_close_closes(server: tuple[str, Service], end: str) -> None:
    where = urlsplit(server[0])
    with socket.create_connection((str(where.hostname), where.port or 0), timeout=30) as client:
        client.sendall(f"GET {got(ONE)} {end}Host: x\r\n\r\n".encode())
        held = b""
        while piece := client.recv(1 << 16):
            held += piece
    assert held.startswith(b"HTTP/1.")
    assert b" 200 OK\r\n" in held
    assert b"value 7" in held


def test_many_clients_of_one_address_are_answered(server: tuple[str, Service]) -> None:
    def ask_on(client: int) -> set[int]:
        return {ask(server[0], got(f"{ONE} # {client} {n}"))[0] for n in range(20)}

    with ThreadPoolExecutor(32) as pool:
        assert set().union(*pool.map(ask_on, range(32))) == {200}


def test_clients_that_leave_keep_no_worker(server: tuple[str, Service]) -> None:
    address, opened = server
    where = urlsplit(address)
    for number in range(6):
        with socket.create_connection((str(where.hostname), where.port or 0)) as client:
            query = got(f"{SLOW} # {number}")
            client.sendall(f"GET {query} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            time.sleep(ANSWER_SECONDS / 2 if number % 2 else 2 * ANSWER_SECONDS)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and ask(address, got(f"{ONE} # left"))[0] != 200:
        time.sleep(0.1)
    assert opened.pool is not None
    while time.monotonic() < deadline and opened.pool.size != 2:
        time.sleep(0.1)
    assert opened.pool.size == 2


def test_a_change_is_seen_by_the_next_query(server: tuple[str, Service]) -> None:
    address, _ = server
    count = f"SELECT (COUNT(*) AS ?n) {{ <{EX}new> ?p ?o }}"
    for number in range(5):
        assert f'"{number}"' in ask(address, got(count))[2].decode()
        added = f"INSERT DATA {{ <{EX}new> <{EX}p> {number} }}".encode()
        answer = ask(address, "/sparql", added, Content_Type=UPDATE_TYPE, **BEARER)
        assert answer[0] == 204


def test_what_has_not_changed_is_not_sent_again(server: tuple[str, Service]) -> None:
    address, opened = server
    _, headers, _ = ask(address, got(ONE))
    tag = headers["etag"]
    status, headers, body = ask(address, got(ONE), If_None_Match=tag)
    assert (status, headers["etag"], body) == (304, tag, b"")
    assert ask(address, got(ONE), If_None_Match=tag, Accept="text/csv")[0] == 200
    assert "etag" not in ask(address, got("SELECT (RAND() AS ?r) {}"))[1]
    fill(opened.store, 1)
    assert ask(address, got(ONE), If_None_Match=tag)[0] == 200


def test_each_query_counts_once_against_the_rate(tmp_path: Path) -> None:
    with served(tmp_path / "news.store", rate_per_minute=6) as (address, opened):
        fill(opened.store, 1000)
        slow = got("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(?c > ?f) }")
        statuses = [ask(address, slow)[0], *(ask(address, got(ONE))[0] for _ in range(6))]
        assert statuses == [200, 200, 200, 200, 200, 200, 429]
        assert ask(address, got(ONE), **BEARER)[0] == 200


def test_a_worker_that_dies_takes_nothing_along(server: tuple[str, Service]) -> None:
    address, opened = server
    assert opened.pool is not None
    statuses = set()
    for number in range(3):
        for worker in list(opened.pool._all):
            worker.process.kill()
        statuses.add(ask(address, got(f"{ONE} # dies {number}"))[0])
    assert statuses <= {200, 413, 500}
    assert ask(address, got(f"{ONE} # after"))[0] == 200
