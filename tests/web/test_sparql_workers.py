"""Hostile queries end alone: each with a reason, and the next question is answered as before."""

import contextlib
import http.client
import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

import pyoxigraph as ox
import pytest

from tests.web.serving import BEARER, EX, fill, served, service
from web.sparql import sandbox
from web.sparql.evaluation import Job
from web.sparql.exchange import Refusal
from web.sparql.service import Service

ROWS = 20_000
CHEAP = f"SELECT ?o {{ <{EX}7> ?p ?o }}"
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
MANY = "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?a ?b ?c . ?d ?e ?f BIND(CONCAT(?c, ?f) AS ?x) }"


GROWING = 'BIND("0123456789" AS ?x0) ' + " ".join(
    f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40)
)
"""A text of ten thousand gigabytes."""


class Got(NamedTuple):
    status: int
    body: bytes
    headers: http.client.HTTPMessage


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Service]]:
    folder = tmp_path_factory.mktemp("workers") / "news.store"
    with served(
        folder,
        anonymous_query_seconds=1.5,
        query_seconds=3.0,
        query_memory_mib=200,
        query_rows=1000,
    ) as (address, opened):
        fill(opened.store, ROWS)
        yield address, opened


def ask(
    address: str,
    query: str,
    headers: dict[str, str] | None = None,
    path: str = "/sparql",
) -> Got:
    sent = {"Content-Type": "application/sparql-query", **(headers or {})}
    return send(address, "POST", path, query.encode(), sent)


def send(address: str, method: str, path: str, body: bytes, headers: dict[str, str]) -> Got:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    try:
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        return Got(answer.status, answer.read(), answer.headers)
    finally:
        connection.close()


def assert_well(address: str) -> None:
    got = ask(address, CHEAP)
    assert got.status == 200, got.body
    assert json.loads(got.body)["results"]["bindings"][0]["o"]["value"] == "value 7"


def assert_well_soon(address: str) -> None:
    """Well within a minute; before that it may be busy, where workers start slowly."""
    until = time.monotonic() + 60
    while ask(address, CHEAP).status == 503 and time.monotonic() < until:
        time.sleep(0.5)
    assert_well(address)


@pytest.mark.parametrize(
    ("query", "statuses"),
    [
        (CROSS, {504}),
        ("SELECT DISTINCT ?a ?c ?d ?f { ?a ?b ?c . ?d ?e ?f }", {504, 413}),
        (f"SELECT (COUNT(*) AS ?n) {{ ?s (<{EX}p>|!<x:q>)* ?o . ?x !<x:q>* ?y }}", {504}),
        ("SELECT (GROUP_CONCAT(?c) AS ?all) { ?a ?b ?c . ?d ?e ?f }", {504, 413}),
        ("SELECT * { ?s ?p ?o } ORDER BY ?o", {413}),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", {413}),
        ("ASK { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }", {400}),
        ("ASK { FILTER(" + "||".join(["1"] * 100_000) + ") }", {400}),
        ("ASK { " + " UNION ".join(["{ ?s ?p ?o }"] * 20_000) + " }", {400}),
        ("ASK { FILTER(" + "!" * 50_000 + "1) }", {400}),
        ("ASK { FILTER(" + "-" * 50_000 + "1 = 1) }", {400}),
        ("ASK { ?s " + "^" * 50_000 + f"<{EX}p> ?o }}", {400}),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", {403}),
        ("SELECT * { ?s ?p ?o " * 1000, {400}),
        ("x" * (1 << 21), {413}),
        ("\x00", {400}),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else None,
)
def test_a_hostile_query_gets_a_reason_and_disturbs_nobody(
    server: tuple[str, Service], query: str, statuses: set[int]
) -> None:
    address, _ = server
    got = ask(address, query)
    assert got.status in statuses, got.body[:300]
    assert len(got.body.strip()) > 10
    assert_well(address)


@pytest.mark.parametrize(
    ("update", "statuses"),
    [
        ("INSERT { <x:a> <x:b> ?c } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", {413}),
        (f"INSERT {{ <x:a> <x:b> ?n }} WHERE {{ {CROSS} }}", {504}),
        (
            f"DELETE {{ <x:a> <x:b> ?n }} USING <x:g> WHERE {{}} ; INSERT {{}} WHERE {{ {CROSS} }}",
            {504},
        ),
        (f"WITH <x:g> INSERT {{ ?a ?b ?c }} WHERE {{ GRAPH ?g {{}} {{ {CROSS} }} }}", {204}),
        ("DELETE WHERE { ?a ?b ?c . ?d ?e ?f }", {413}),
        ("PREFIX x: <x:> INSERT { x:a x:b ?c , ?a } WHERE { ?s ?p ?o BIND(1 AS ?c) }", {413}),
        ("INSERT { ?x ?x ?z } WHERE { " + GROWING + " }", {413}),
        (f"INSERT {{ <x:a> <x:b> ?y }} WHERE {{ ?x !<{EX}q>* ?y }}", {413, 504}),
        ("INSERT {} WHERE { ?s " + "^" * 50_000 + f"<{EX}p> ?o }}", {400}),
        ("INSERT { ?s ?p ?o } WHERE { ?s ?p ?o . ", {400}),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else None,
)
def test_a_hostile_update_changes_nothing_and_disturbs_nobody(
    server: tuple[str, Service], update: str, statuses: set[int]
) -> None:
    address, opened = server
    got = ask(address, update, {**BEARER, "Content-Type": "application/sparql-update"})
    assert got.status in statuses, got.body[:300]
    assert len(opened.store.oxigraph) == ROWS
    assert_well(address)


def _xml(entities: str, text: str) -> bytes:
    return (
        f"<!DOCTYPE r [{entities}]>"
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://x/">'
        f'<rdf:Description rdf:about="http://x/s"><x:p>{text}</x:p></rdf:Description></rdf:RDF>'
    ).encode()


LAUGHS = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))


@pytest.mark.parametrize(
    ("kind", "body", "statuses"),
    [
        ("application/rdf+xml", _xml(f'<!ENTITY a0 "ha">{LAUGHS}', "&a12;"), {413, 504}),
        ("application/ld+json", b'{"http://x/p":' * 60_000 + b"1" + b"}" * 60_000, {413, 504}),
        ("application/rdf+xml", _xml('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"), {400}),
        ("application/rdf+xml", _xml('<!ENTITY a "kept">', "&a;"), {201}),
        ("application/ld+json", b'{"@id": "http://x/s", "http://x/p": "kept"}', {201}),
        ("application/ld+json", b'{"@context": "http://127.0.0.1:1/", "p": 1}', {400}),
    ],
    ids=["laughs", "depth", "file", "entity", "object", "remote"],
)
def test_a_graph_that_grows_as_it_is_read_ends_alone(
    server: tuple[str, Service], kind: str, body: bytes, statuses: set[int]
) -> None:
    address, opened = server
    graph = "/store?graph=http://x/g"
    got = send(address, "PUT", graph, body, {**BEARER, "Content-Type": kind})
    assert got.status in statuses, got.body[:300]
    quads = opened.store.oxigraph.quads_for_pattern(None, None, None, ox.NamedNode("http://x/g"))
    there = [str(quad.object) for quad in quads]
    assert there == (['"kept"'] if got.status == 201 else [])
    send(address, "DELETE", graph, b"", BEARER)
    assert_well(address)


def test_an_update_within_the_limits_is_run(server: tuple[str, Service]) -> None:
    address, opened = server
    update = "INSERT { ex:new ?p ?o } WHERE { VALUES ?s { ex:7 ex:8 } ?s ?p ?o }"
    update = f"PREFIX ex: <{EX}> {update}"
    sent = {**BEARER, "Content-Type": "application/sparql-update"}
    assert ask(address, update, sent).status == 204
    assert len(opened.store.oxigraph) == ROWS + 2
    assert ask(address, f"DELETE WHERE {{ <{EX}new> ?p ?o }}", sent).status == 204
    assert len(opened.store.oxigraph) == ROWS


def test_a_memory_bomb_ends_at_the_limit(tmp_path: Path) -> None:
    with service(tmp_path / "s", query_memory_mib=64, query_seconds=60.0) as (_, opened):
        fill(opened.store, 3000)
        job = Job(query=MANY, table="text/csv")
        with pytest.raises(Refusal) as refused:
            opened.answers.answer(job, 60.0, lambda: False)
        assert refused.value.status == 413
        assert "64 MiB" in refused.value.reason


def test_the_token_buys_more_time(server: tuple[str, Service]) -> None:
    address, _ = server
    assert b"1.5 seconds" in ask(address, CROSS).body
    assert b"3 seconds" in ask(address, CROSS, BEARER).body


def test_cheap_queries_are_answered_beside_heavy_ones(server: tuple[str, Service]) -> None:
    address, _ = server
    heavy = [threading.Thread(target=ask, args=(address, CROSS)) for _ in range(4)]
    for thread in heavy:
        thread.start()
    answered = 0
    while any(thread.is_alive() for thread in heavy):
        got = ask(address, CHEAP)
        # One client alone here: its own heavy queries may cost it a refusal, never an error.
        assert got.status in (200, 429, 503), got.body
        answered += got.status == 200
    assert answered > 10
    assert_well(address)


@contextmanager
def trap() -> Iterator[tuple[str, list[bytes]]]:
    """An address on loopback, and what arrives there."""
    arrived: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)
        stop = threading.Event()

        def listen() -> None:
            while not stop.is_set():
                try:
                    connection, _ = listening.accept()
                except TimeoutError:
                    continue
                with connection:
                    arrived.append(connection.recv(100))

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield f"127.0.0.1:{listening.getsockname()[1]}", arrived
        finally:
            stop.set()
            thread.join()


def test_no_request_leaves_the_server(server: tuple[str, Service]) -> None:
    address, _ = server
    with trap() as (host, arrived):
        target = f"<http://{host}/>"
        for query in (
            f"SELECT * {{ SERVICE {target} {{ ?s ?p ?o }} }}",
            f"SELECT * {{ SERVICE SILENT {target} {{ ?s ?p ?o }} }}",
            f"SELECT * {{ BIND({target} AS ?x) SERVICE ?x {{ ?s ?p ?o }} }}",
            f"PREFIX h: {target} SELECT * {{SERVICEh:{{ ?s ?p ?o }}}}",
            f"BASE {target} SELECT * {{ SERVICE <x> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ \\u0053ERVICE {target} {{ ?s ?p ?o }} }}",
            f"SELECT * {{ FILTER(1<#x> '''\n 1) SERVICE {target} {{ ?s ?p ?o }} #'''\n}}",
            f"SELECT * FROM {target} {{ ?s ?p ?o }}",  # noqa: S608 - SPARQL
            f"ASK {{ {{ SELECT * {{ OPTIONAL {{ SERVICE {target} {{ ?s ?p ?o }} }} }} }} }}",
        ):
            ask(address, query)
        for update in (
            f"LOAD {target}",
            f"LOAD SILENT {target} INTO GRAPH <x:g>",
            f"INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE {target} {{ ?s ?p ?o }} }}",
        ):
            sent = {**BEARER, "Content-Type": "application/sparql-update"}
            assert ask(address, update, sent).status == 403
        for header in ({"Referer": f"http://{host}/"}, {"X-Forwarded-Host": host}):
            ask(address, CHEAP, header)
        time.sleep(0.3)
        assert arrived == []


@pytest.mark.skipif(not sandbox.supported(), reason="no seccomp filter on this machine")
def test_a_worker_cannot_reach_the_network_even_when_asked_to(tmp_path: Path) -> None:
    with service(tmp_path / "s") as (_, opened), trap() as (host, arrived):
        job = Job(
            query=f"SELECT * {{ SERVICE SILENT <http://{host}/> {{ ?s ?p ?o }} }}",
            table="text/csv",
        )
        opened.answers.answer(job, 10.0, lambda: False)  # past the check of the text
        time.sleep(0.3)
        assert arrived == []


def test_a_listed_host_is_reached(tmp_path: Path) -> None:
    with trap() as (host, arrived), service(tmp_path / "s", service_hosts=(host,)) as (client, _):
        query = f"SELECT * {{ SERVICE SILENT <http://{host}/> {{ ?s ?p ?o }} }}"
        assert client.get(f"/sparql?query={quote(query)}").status_code == 200
        assert len(arrived) >= 1
        assert (
            client.get(f"/sparql?query={quote(query.replace(host, 'x.example'))}").status_code
            == 403
        )


def test_readers_see_each_change_as_soon_as_it_is_acknowledged(tmp_path: Path) -> None:
    with service(tmp_path / "s") as (client, _):
        for number in range(20):
            text = f"DELETE WHERE {{ ?s ?p ?o }} ; INSERT DATA {{ <x:s> <x:p> {number} }}"
            answer = client.post(
                "/sparql", data=text, content_type="application/sparql-update", headers=BEARER
            )
            assert answer.status_code == 204
            got = client.get(f"/sparql?query={quote('SELECT ?o { ?s ?p ?o }')}&format=csv")
            assert got.text.split() == ["o", str(number)]


def test_readers_never_see_half_of_an_article(tmp_path: Path) -> None:
    with service(tmp_path / "s") as (client, opened):
        stop = threading.Event()
        graph = ox.NamedNode(EX + "article")

        def write() -> None:
            number = 0
            while not stop.is_set():
                number += 1
                body = " ".join(f"<{EX}{n}> <x:p> {number} ." for n in range(50))
                client.put(
                    f"/store?graph={quote(graph.value)}",
                    data=body,
                    content_type="text/turtle",
                    headers=BEARER,
                )

        writer = threading.Thread(target=write)
        writer.start()
        try:
            query = "SELECT ?o (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?o"
            for _ in range(15):
                job = Job(query=query, table="text/csv")
                body = opened.answers.answer(job, 30.0, lambda: False).body
                assert isinstance(body, bytes)
                rows = body.decode().split()[1:]
                assert len(rows) <= 1, rows
                assert all(row.endswith(",50") for row in rows)
        finally:
            stop.set()
            writer.join()


def test_a_large_answer_comes_in_pieces_and_whole(tmp_path: Path) -> None:
    with served(tmp_path / "s", query_rows=50_000) as (address, opened):
        fill(opened.store, 30_000)
        for media_type, mark in (
            ("application/sparql-results+json", b'"value":"value '),
            ("text/csv", b"value "),
            ("application/sparql-results+xml", b"<result>"),
        ):
            got = ask(address, "SELECT * { ?s ?p ?o }", {"Accept": media_type})
            assert got.status == 200
            assert got.headers["Content-Length"] is None
            assert got.body.count(mark) == 30_000


def test_an_answer_that_grows_over_the_row_limit_is_broken_off(tmp_path: Path) -> None:
    with served(tmp_path / "s", query_rows=25_000) as (address, opened):
        fill(opened.store, 30_000)
        with pytest.raises(http.client.IncompleteRead):
            ask(address, "SELECT * { ?s ?p ?o }")
        assert_well(address)


def test_a_client_that_leaves_or_reads_slowly_holds_no_worker(tmp_path: Path) -> None:
    with served(tmp_path / "s", query_rows=10**6, query_workers=1) as (address, opened):
        fill(opened.store, 60_000)
        host, port = urlsplit(address).hostname, urlsplit(address).port
        query = quote("SELECT * { ?s ?p ?o . ?a ?p2 ?o }")
        held = [socket.create_connection((str(host), int(port or 0))) for _ in range(3)]
        for connection in held:
            connection.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert_well(address)
        for connection in held:
            connection.close()
        assert_well(address)


def test_an_answer_that_is_ended_while_its_client_does_not_read_holds_no_worker(
    tmp_path: Path,
) -> None:
    limits = {"query_rows": 10**6, "query_workers": 1, "anonymous_query_seconds": 60.0}
    with served(tmp_path / "s", **limits) as (address, opened):
        fill(opened.store, 60_000)
        assert opened.pool is not None
        host, port = urlsplit(address).hostname, urlsplit(address).port
        query = quote("SELECT * { ?s ?p ?o . ?a ?p2 ?o }")
        with contextlib.ExitStack() as held:
            until = time.monotonic() + 60
            while opened.pool.tally.shed == 0 and time.monotonic() < until:
                connection = socket.create_connection((str(host), int(port or 0)))
                held.enter_context(connection)
                connection.sendall(
                    f"GET /sparql?query={query} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
                )
                time.sleep(1.5)
            assert opened.pool.tally.shed > 0
            assert_well_soon(address)


@pytest.mark.skipif(not hasattr(os, "SCHED_BATCH"), reason="processes have one policy here")
def test_a_slow_query_gives_way(tmp_path: Path) -> None:
    with served(tmp_path / "s", anonymous_query_seconds=5.0) as (address, opened):
        fill(opened.store, ROWS)
        assert opened.pool is not None
        asking = threading.Thread(target=ask, args=(address, CROSS))
        asking.start()
        policies: set[int] = set()
        while asking.is_alive():
            slow = [worker.process.pid for worker in list(opened.pool._all) if worker.slow]
            with contextlib.suppress(ProcessLookupError):  # it was ended just now
                policies |= {os.sched_getscheduler(pid) for pid in slow}
            assert_well(address)
        asking.join()
    assert os.SCHED_BATCH in policies


@pytest.mark.skipif(not hasattr(os, "SCHED_BATCH"), reason="processes have one policy here")
def test_a_worker_comes_back_from_a_slow_query(tmp_path: Path) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(?c) > STRLEN(?f)) }"
    with served(tmp_path / "s", anonymous_query_seconds=60.0) as (address, opened):
        fill(opened.store, 1500)
        assert_well(address)
        assert opened.pool is not None
        for number in range(3):
            assert ask(address, f"{slow} # {number}").status == 200
            assert_well(address)
        workers = list(opened.pool._all)
    assert opened.pool.tally.started <= 2
    assert not any(worker.slow or worker.lowered for worker in workers)


def test_workers_end_with_the_service(tmp_path: Path) -> None:
    with service(tmp_path / "s") as (client, opened):
        assert client.get("/sparql?query=ASK{}").status_code == 200
        assert client.get("/health").status_code == 200
        pool = opened.pool
        assert pool is not None
        assert pool.size >= 1
        opened.close()
        assert pool.size == 0
        assert client.get("/health").status_code == 503
        assert not (tmp_path / "s" / "views").exists()
