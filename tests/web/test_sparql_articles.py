"""Articles sent to a running server: kept whole, replaced, removed, each failure named."""

import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from ingest.reader import Reader
from tests.web.serving import BEARER, service

ROWS = "application/x-ndjson"
TEXT = "Norway and Peru signed a fisheries treaty in Oslo on 3 May 2019."


@pytest.fixture(scope="module")
def web() -> Iterator[FlaskClient]:
    with service(open_reader=Reader.open) as (client, _):
        yield client


def send(client: FlaskClient, *rows: str) -> tuple[int, dict[str, object]]:
    body = "\n".join(rows)
    answer = client.post("/articles", data=body, content_type=ROWS, headers=BEARER)
    return answer.status_code, json.loads(answer.data)


def article(name: str, text: str = TEXT) -> str:
    return json.dumps({"id": name, "title": "Fish", "text": text, "published": "2019-05-04"})


def count(client: FlaskClient, pattern: str) -> int:
    query = quote(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")
    return int(client.get(f"/sparql?query={query}&format=csv").text.split()[1])


def test_articles_are_kept_counted_and_removed(web: FlaskClient) -> None:
    status, said = send(web, article("a1"), article("a2"))
    assert (status, said["articles"], said["failures"]) == (200, 2, [])
    assert count(web, "?a a dgm:Article") == 2
    assert count(web, "?e a dgm:Signing") == 1, "two reports of one dated event are one event"
    assert web.delete("/articles/a1", headers=BEARER).status_code == 200
    assert count(web, "?a a dgm:Article") == 1
    assert count(web, "?e a dgm:Signing") == 1
    assert web.delete("/articles/a2", headers=BEARER).status_code == 200
    assert count(web, "?s ?p ?o") == count(web, "GRAPH ?g { ?s ?p ?o }") == 0
    assert web.delete("/articles/a2", headers=BEARER).status_code == 404


def test_an_article_sent_again_is_replaced(web: FlaskClient) -> None:
    send(web, article("b1"))
    send(web, article("b1", "Nothing of note happened in the harbour today."))
    assert count(web, "?a a dgm:Article") == 1
    assert count(web, "?e a dgm:Signing") == 0
    web.delete("/articles/b1", headers=BEARER)


def test_a_bad_row_is_named_and_the_rest_is_kept(web: FlaskClient) -> None:
    status, said = send(web, article("c1"), "{broken", article("c2"))
    assert (status, said["articles"]) == (200, 2)
    assert "articles:2" in json.dumps(said["failures"])
    for name in ("c1", "c2"):
        web.delete(f"/articles/{name}", headers=BEARER)


def test_nothing_good_is_a_bad_request(web: FlaskClient) -> None:
    status, said = send(web, "{broken")
    assert (status, said["articles"]) == (400, 0)


def test_other_kinds_of_body_are_refused(web: FlaskClient) -> None:
    answer = web.post("/articles", data="<html>", content_type="text/html", headers=BEARER)
    assert answer.status_code == 415
