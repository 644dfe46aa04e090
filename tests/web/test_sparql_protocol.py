"""Queries, updates, graphs, articles and descriptions over HTTP, on a store in memory."""

import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient

from tests.web.serving import BEARER, EX, TOKEN, service

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
ALL = "SELECT * { ?s ?p ?o }"
DATA = f"""
INSERT DATA {{ <{EX}s> <{EX}p> "merged" .
GRAPH <{EX}g> {{ <{EX}s> <{EX}p> "in g" }} GRAPH <{EX}h> {{ <{EX}s> <{EX}p> "in h" }} }}
"""


@pytest.fixture
def web() -> Iterator[FlaskClient]:
    with service() as (client, _):
        assert update(client, DATA) == 204
        yield client


def update(client: FlaskClient, text: str, address: str = "/sparql") -> int:
    return client.post(address, data=text, content_type=UPDATE, headers=BEARER).status_code


def values(client: FlaskClient, address: str, **options: Any) -> list[str]:
    answer = client.open(address, **{"method": "GET", **options})
    assert answer.status_code == 200, answer.text
    rows = json.loads(answer.data)["results"]["bindings"]
    return sorted(row["o"]["value"] for row in rows)


def test_a_query_can_be_sent_in_three_ways(web: FlaskClient) -> None:
    form = {"data": f"query={quote(ALL)}", "content_type": FORM, "method": "POST"}
    direct = {"data": ALL, "content_type": QUERY + "; charset=UTF-8", "method": "POST"}
    assert values(web, f"/sparql?query={quote(ALL)}") == ["merged"]
    assert values(web, "/sparql", **form) == ["merged"]
    assert values(web, "/sparql", **direct) == ["merged"]


def test_the_dataset_of_the_protocol_overrides_that_of_the_query(web: FlaskClient) -> None:
    both = "SELECT ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    of_g = f"&default-graph-uri={quote(EX + 'g')}"
    named_h = f"&named-graph-uri={quote(EX + 'h')}"
    ask = f"/sparql?query={quote(both)}"
    assert values(web, ask) == ["in g", "in h", "merged"]
    assert values(web, ask + of_g) == ["in g"]
    assert values(web, ask + named_h) == ["in h"]
    assert values(web, ask + of_g + named_h) == ["in g", "in h"]
    other = f"SELECT ?o FROM <{EX}h> {{ ?s ?p ?o }}"  # noqa: S608 - SPARQL, of our own constants
    assert values(web, f"/sparql?query={quote(other)}{of_g}") == ["in g"]


def test_the_dataset_of_an_update_is_where_its_pattern_looks(web: FlaskClient) -> None:
    copy = f"INSERT {{ <{EX}t> ?p ?o }} WHERE {{ ?s ?p ?o }}"
    assert update(web, copy, f"/sparql?using-graph-uri={quote(EX + 'h')}") == 204
    assert values(web, f"/sparql?query={quote(f'SELECT ?o {{ <{EX}t> ?p ?o }}')}") == ["in h"]
    conflict = f"INSERT {{ ?s ?p 1 }} USING <{EX}g> WHERE {{ ?s ?p ?o }}"
    assert update(web, conflict, f"/sparql?using-named-graph-uri={quote(EX + 'h')}") == 400


@pytest.mark.parametrize(
    ("method", "address", "data", "content_type", "status"),
    [
        ("GET", "/sparql?query=SELECT", None, None, 400),
        ("GET", f"/sparql?query={quote(ALL)}&query={quote(ALL)}", None, None, 400),
        ("GET", "/sparql?update=CLEAR+ALL", None, None, 405),
        ("GET", f"/sparql?query={quote(ALL)}&using-graph-uri=x:g", None, None, 400),
        ("GET", f"/sparql?query={quote(ALL)}&default-graph-uri=relative", None, None, 400),
        ("GET", "/sparql?query=%FF%FE", None, None, 400),
        ("GET", f"/sparql?query={quote(ALL)}&format=xlsx", None, None, 400),
        ("PUT", "/sparql", ALL, QUERY, 405),
        ("DELETE", "/sparql", None, None, 405),
        ("POST", "/sparql", ALL, "text/plain", 415),
        ("POST", "/sparql", ALL, None, 415),
        ("POST", "/sparql", ALL, QUERY + "; charset=utf-16", 415),
        ("POST", "/sparql", ALL.encode("utf-16"), QUERY, 400),
        ("POST", "/sparql", b"SELECT * { ?s ?p '\xff' }", QUERY, 400),
        ("POST", "/sparql", "nothing=here", FORM, 400),
        ("POST", "/sparql", f"query={quote(ALL)}&update=CLEAR+ALL", FORM, 400),
        ("POST", "/sparql", "update=CLEAR+ALL&update=CLEAR+ALL", FORM, 400),
        ("POST", "/sparql?query=ASK{}", ALL, QUERY, 400),
        ("POST", "/sparql", "CLEAR NONSENSE", UPDATE, 400),
        ("POST", "/sparql", ALL, UPDATE, 400),
        ("POST", "/sparql", "CLEAR ALL", QUERY, 400),
        ("GET", "/store", None, None, 400),
        ("GET", "/store?default&graph=x:g", None, None, 400),
        ("GET", "/store?graph=relative", None, None, 400),
        ("GET", "/store?graph=x:nowhere", None, None, 404),
        ("DELETE", "/store?graph=x:nowhere", None, None, 404),
        ("PATCH", "/store?default", b"", None, 405),
        ("PUT", "/store?default", b"no turtle", "text/turtle", 400),
        ("PUT", "/store?default", b"<x:s> <x:p> 1 .", "image/png", 415),
        ("PUT", "/store?default", b"\xff\xfe\x00", "text/turtle", 400),
        ("DELETE", "/articles/none-such", None, None, 404),
        ("PUT", "/articles", b"{}", None, 405),
        ("POST", "/void.ttl", b"", None, 405),
        ("POST", "/metrics", b"", None, 405),
    ],
)
def test_a_malformed_request_is_refused_with_a_reason(
    web: FlaskClient,
    method: str,
    address: str,
    data: str | bytes | None,
    content_type: str | None,
    status: int,
) -> None:
    answer = web.open(address, method=method, data=data, content_type=content_type, headers=BEARER)
    assert answer.status_code == status, answer.text
    assert answer.text.strip()
    assert values(web, f"/sparql?query={quote(ALL)}") == ["merged"]


@pytest.mark.parametrize(
    ("accept", "media_type", "begins"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", b'{"head"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
        ("application/xml", "application/xml", b"<?xml"),
        ("text/csv", "text/csv", b"s,p,o\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values", b"?s\t?p\t?o\n"),
    ],
)
def test_tables_come_in_four_forms(
    web: FlaskClient, accept: str, media_type: str, begins: bytes
) -> None:
    ask = quote("SELECT ?s ?p ?o { ?s ?p ?o }")
    answer = web.get(f"/sparql?query={ask}", headers={"Accept": accept})
    assert answer.mimetype == media_type
    assert answer.data.startswith(begins)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("form", ["turtle", "trig", "nt", "nq", "rdf", "jsonld"])
def test_graphs_come_in_six_forms(web: FlaskClient, form: str) -> None:
    ask = quote("CONSTRUCT WHERE { ?s ?p ?o }")
    answer = web.get(f"/sparql?query={ask}&format={form}")
    found = ox.RdfFormat.from_media_type(answer.mimetype or "")
    assert found is not None
    assert [quad.object.value for quad in ox.parse(answer.data, found)] == ["merged"]


def test_a_form_that_the_answer_cannot_have_is_not_acceptable(web: FlaskClient) -> None:
    answer = web.get(f"/sparql?query={quote(ALL)}", headers={"Accept": "text/turtle"})
    assert answer.status_code == 406
    assert "text/csv" in answer.text


def test_head_says_what_get_would_and_sends_nothing(web: FlaskClient) -> None:
    got = web.get(f"/sparql?query={quote(ALL)}")
    head = web.head(f"/sparql?query={quote(ALL)}")
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["Content-Type"] == got.headers["Content-Type"]


def test_other_sites_may_ask_but_not_write(web: FlaskClient) -> None:
    answer = web.options("/sparql")
    assert answer.status_code == 204
    assert "PUT" not in answer.headers["Access-Control-Allow-Methods"]
    assert "Authorization" not in answer.headers["Access-Control-Allow-Headers"]
    assert "PUT" in web.options("/store").headers["Allow"]


WRITES: tuple[dict[str, Any], ...] = (
    {"method": "POST", "path": "/sparql", "data": "CLEAR ALL", "content_type": UPDATE},
    {"method": "POST", "path": "/sparql", "data": "update=CLEAR+ALL", "content_type": FORM},
    {"method": "PUT", "path": "/store?default", "data": "", "content_type": "text/turtle"},
    {"method": "POST", "path": "/store", "data": "", "content_type": "text/turtle"},
    {"method": "DELETE", "path": f"/store?graph={quote(EX + 'g')}"},
    {"method": "POST", "path": "/articles", "data": "{}"},
    {"method": "DELETE", "path": "/articles/a1"},
)


@pytest.mark.parametrize("write", WRITES, ids=lambda w: f"{w['method']} {w['path']}")
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer a-token-of-the-test"},
        {"Authorization": f"Bearer {TOKEN}x"},
        {"Authorization": f"Basic {TOKEN}"},
        {"Authorization": TOKEN},
        {"X-Authorization": f"Bearer {TOKEN}"},
    ],
)
def test_nobody_writes_without_the_token(
    web: FlaskClient, write: dict[str, Any], headers: Mapping[str, str]
) -> None:
    answer = web.open(headers=headers, **write)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert values(web, f"/sparql?query={quote(ALL)}") == ["merged"]


@pytest.mark.parametrize("write", WRITES, ids=lambda w: f"{w['method']} {w['path']}")
def test_without_a_token_set_writing_is_off(write: dict[str, Any]) -> None:
    with service(token=None) as (client, _):
        answer = client.open(headers={"Authorization": "Bearer None"}, **write)
        assert answer.status_code == 403
        assert "DRAGOMAN_TOKEN" in answer.text


def test_a_graph_is_put_read_added_to_and_deleted(web: FlaskClient) -> None:
    at = f"/store?graph={quote(EX + 'new')}"
    turtle = {"content_type": "text/turtle", "headers": BEARER}
    assert web.put(at, data="<#a> <x:p> 1, 2 .", **turtle).status_code == 201
    assert web.put(at, data="<#a> <x:p> 2, 3 .", **turtle).status_code == 204
    assert web.post(at, data="<#a> <x:p> 4 .", **turtle).status_code == 204
    answer = web.get(at, headers={"Accept": "application/n-triples"})
    objects = {t.object.value for t in ox.parse(answer.data, ox.RdfFormat.N_TRIPLES)}
    assert objects == {"2", "3", "4"}
    assert f"<{EX}new#a>" in answer.text
    assert web.head(at).status_code == 200
    assert web.delete(at, headers=BEARER).status_code == 204
    assert web.get(at).status_code == 404
    assert values(web, f"/sparql?query={quote(ALL)}") == ["merged"]


def test_blank_nodes_are_replaced_by_blank_nodes(web: FlaskClient) -> None:
    at = f"/store?graph={quote(EX + 'blank')}"
    for number in range(3):
        body = f"[] <x:p> [ <x:q> {number} ] ."
        assert web.put(at, data=body, content_type="text/turtle", headers=BEARER).status_code < 300
    answer = web.get(at, headers={"Accept": "application/n-triples"})
    triples = list(ox.parse(answer.data, ox.RdfFormat.N_TRIPLES))
    assert len(triples) == 2
    assert "2" in {t.object.value for t in triples}
    graphs = web.get(f"/sparql?query={quote('SELECT ?o { GRAPH ?o {} }')}").text
    assert "staging" not in graphs


def test_blank_nodes_of_two_posts_stay_apart(web: FlaskClient) -> None:
    at = f"/store?graph={quote(EX + 'blank')}"
    for number in range(2):
        web.post(at, data=f"_:a <x:p> {number} .", content_type="text/turtle", headers=BEARER)
    answer = web.get(at, headers={"Accept": "application/n-triples"})
    assert len({t.subject for t in ox.parse(answer.data, ox.RdfFormat.N_TRIPLES)}) == 2


def test_a_graph_can_be_named_by_its_own_address(web: FlaskClient) -> None:
    turtle = {"data": "<> <x:p> 1 .", "content_type": "text/turtle", "headers": BEARER}
    answer = web.post("/store", **turtle)
    assert answer.status_code == 201
    made = answer.headers["Location"]
    assert web.get(made).status_code == 200
    assert web.post("/store", **turtle).headers["Location"] != made
    assert web.put("/store/people/1", **turtle).status_code == 201
    ask = quote("ASK { GRAPH <http://localhost/store/people/1> { ?s ?p ?o } }")
    assert json.loads(web.get(f"/sparql?query={ask}").data)["boolean"] is True


def test_a_form_of_files_is_added_as_one_graph(web: FlaskClient) -> None:
    at = f"/store?graph={quote(EX + 'form')}"
    files = {
        "one": (io.BytesIO(b"<x:s> <x:p> 1 ."), "one.ttl", "text/turtle"),
        "two": (io.BytesIO(b"<x:s> <x:p> <x:o> ."), "two.nt"),
    }
    answer = web.post(at, data=files, content_type="multipart/form-data", headers=BEARER)
    assert answer.status_code == 201
    got = web.get(at, headers={"Accept": "application/n-triples"})
    assert len(list(ox.parse(got.data, ox.RdfFormat.N_TRIPLES))) == 2


def test_without_a_query_machines_get_the_description(web: FlaskClient) -> None:
    answer = web.get("/sparql", headers={"Accept": "text/turtle"})
    triples = {
        (t.predicate.value.rpartition("#")[2], t.object.value)
        for t in ox.parse(answer.data, ox.RdfFormat.TURTLE)
    }
    assert ("endpoint", "http://localhost/sparql") in triples
    assert any(value.endswith("SPARQL11Update") for _, value in triples)
    assert web.get("/sparql", headers={"Accept": "text/csv"}).status_code == 400


def test_void_counts_what_is_there_now(web: FlaskClient) -> None:
    def counts() -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for triple in ox.parse(web.get("/void.ttl").data, ox.RdfFormat.TURTLE):
            name = triple.predicate.value.rpartition("#")[2]
            found.setdefault(name, []).append(triple.object.value)
        return found

    assert counts()["triples"] == ["1", "1"]  # of the dataset and of its one property
    update(web, f"INSERT DATA {{ <{EX}t> a <{EX}C> , <{EX}D> }}")
    assert sorted(counts()["triples"]) == ["1", "2", "3"]
    assert counts()["classes"] == ["2"]
    assert counts()["distinctSubjects"] == ["2"]


def test_a_dump_holds_all_graphs_and_fits_its_checksum(web: FlaskClient) -> None:
    first = web.get("/dump/dragoman.nq.gz")
    assert web.get("/dump/dragoman.nq.gz.sha256").text.split()[0] == (
        hashlib.sha256(first.data).hexdigest()
    )
    again = web.get("/dump/dragoman.nq.gz", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    update(web, f"INSERT DATA {{ <{EX}t> a <{EX}C> }}")
    assert web.get("/dump/dragoman.nq.gz").headers["ETag"] != first.headers["ETag"]


def test_an_answer_given_before_is_not_given_after_a_change(web: FlaskClient) -> None:
    ask = f"/sparql?query={quote(ALL)}"
    assert values(web, ask) == values(web, ask) == ["merged"]
    update(web, f'INSERT DATA {{ <{EX}t> <{EX}p> "new" }}')
    assert values(web, ask) == ["merged", "new"]


def test_a_foreign_host_header_does_not_come_back(web: FlaskClient) -> None:
    answer = web.get("/sparql", headers={"Accept": "text/turtle", "Host": "a.example/><x:y"})
    assert answer.status_code == 400


def test_browsers_get_the_page_with_the_answer_or_the_reason() -> None:
    def page(query: str, answer: Mapping[str, Any] | str | None, error: str | None) -> str:
        return json.dumps([query, answer, error])

    with service(page=page) as (client, _):
        browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}

        def shown(address: str) -> list[Any]:
            found: list[Any] = json.loads(client.get(address, headers=browser).data)
            return found

        assert shown("/sparql") == ["", None, None]
        assert shown("/sparql?query=ASK{}")[1]["boolean"] is True
        graph = quote("CONSTRUCT { <x:s> <x:p> 1 } WHERE {}")
        assert "<x:s> <x:p> 1" in shown(f"/sparql?query={graph}")[1]
        assert "cannot be read" in shown("/sparql?query=SELEC")[2]
        assert client.get("/sparql?query=SELEC", headers=browser).status_code == 400
