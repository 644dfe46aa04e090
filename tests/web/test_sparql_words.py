"""Words in queries over HTTP: answered alike by the service in process and by its workers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from graph.embedded import EmbeddedStore
from graph.naming import Namer
from tests.world import fill, sample_readings
from web.app import create_app
from web.settings import Settings

_QUERY = 'SELECT ?name { ?x dgm:search "turk" ; a dgm:Country ; skos:prefLabel ?name }'


@pytest.fixture(params=["in memory", "in a folder"])
def served(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[EmbeddedStore, FlaskClient]]:
    store = EmbeddedStore(None if request.param == "in memory" else tmp_path / "s")
    fill(store, sample_readings())
    app = create_app(store, Settings(rate_per_minute=0, query_workers=1))
    yield store, app.test_client()
    for service in app.extensions.values():
        if hasattr(service, "close"):
            service.close()
    store.close()


def _rows(client: FlaskClient, query: str) -> list[str]:
    response = client.get("/sparql", query_string={"query": query, "format": "csv"})
    assert response.status_code == 200, response.text
    return response.text.split("\r\n")[1:-1]


def test_the_endpoint_finds_by_words(served: tuple[EmbeddedStore, FlaskClient]) -> None:
    _, client = served
    assert _rows(client, _QUERY) == ["Türkiye"]
    scored = 'SELECT ?x { (?x ?score) dgm:search ("nairobi" 3) } ORDER BY DESC(?score)'
    assert len(_rows(client, scored)) == 3


def test_a_change_is_found_at_once(served: tuple[EmbeddedStore, FlaskClient]) -> None:
    store, client = served
    query = 'SELECT ?label { ?e dgm:search "forty million" ; rdfs:label ?label }'
    assert len(_rows(client, query)) == 1
    store.remove(Namer().article("world-1"))
    assert _rows(client, query) == []
    store.update('INSERT DATA { <x:a> a dgm:Place ; skos:prefLabel "forty million hills" }')
    query = 'SELECT ?label { ?e dgm:search "forty million" ; skos:prefLabel ?label }'
    assert _rows(client, query) == ["forty million hills"]


def test_what_cannot_be_read_is_a_bad_request(served: tuple[EmbeddedStore, FlaskClient]) -> None:
    _, client = served
    query = "SELECT ?x { ?x dgm:search ?words }"
    response = client.get("/sparql", query_string={"query": query})
    assert response.status_code == 400
    assert "dgm:search" in response.text


def test_words_cannot_hide_a_call_to_another_server(
    served: tuple[EmbeddedStore, FlaskClient],
) -> None:
    _, client = served
    for query in (
        'SELECT * { ?x dgm:search "turk" . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
        "SELECT * { ?x dgm:search 'a' ; <x:\u0023> ?y # '\n SERVICE <http://127.0.0.1:9/> { } }",
    ):
        assert client.get("/sparql", query_string={"query": query}).status_code in (400, 403)
