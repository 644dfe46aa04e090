"""The same pages as data: RDF that parses, JSON, CSV, GraphML, and how programs find them."""

import csv
import io
import json

import networkx as nx
import pytest
from flask.testing import FlaskClient
from rdflib import Graph, URIRef
from rdflib.compare import to_isomorphic
from rdflib.namespace import RDF, RDFS

from graph.naming import Namer
from graph.vocabulary import DGM
from tests.world import sample_readings

_FORMATS = {"ttl": "turtle", "jsonld": "json-ld", "nt": "nt", "rdf": "xml"}
_BASE = Namer().base
_FIRST = next(iter(sample_readings()))
_EVENT = str(Namer().event(_FIRST.events[0], _FIRST.article)).removeprefix(_BASE)
_THINGS = {
    f"/{_EVENT}": _EVENT,
    "/actor/country/NOR": "country/NOR",
    "/actor/person/anna-lindqvist": "person/anna-lindqvist",
    "/place/nairobi-ken": "place/nairobi-ken",
    "/topic/water": "topic/water",
    "/article/world-1": "article/world-1",
}


@pytest.mark.parametrize("suffix", _FORMATS)
@pytest.mark.parametrize(("address", "key"), _THINGS.items())
def test_a_thing_is_described_in_every_form(
    client: FlaskClient, address: str, key: str, suffix: str
) -> None:
    answer = client.get(f"{address}.{suffix}")
    assert answer.status_code == 200
    graph = Graph().parse(data=answer.data, format=_FORMATS[suffix])
    assert (URIRef(_BASE + key), RDF.type, None) in graph
    turtle = Graph().parse(data=client.get(f"{address}.ttl").data, format="turtle")
    assert to_isomorphic(graph) == to_isomorphic(turtle)
    assert answer.data == client.get(f"{address}.{suffix}").data


def test_an_articles_data_is_its_named_graph(client: FlaskClient) -> None:
    graph = Graph().parse(data=client.get("/article/world-1.nt").data, format="nt")
    assert len(set(graph.subjects(RDF.type, DGM.Evidence))) == 3
    assert (URIRef(_BASE + "country/SWE"), DGM.signedWith, URIRef(_BASE + "country/KEN")) in graph


def test_an_events_data_holds_its_sentences(client: FlaskClient) -> None:
    graph = Graph().parse(data=client.get(f"/{_EVENT}.ttl").data, format="turtle")
    assert len(set(graph.objects(URIRef(_BASE + _EVENT), DGM.evidence))) == 2
    assert len(set(graph.subjects(RDF.type, DGM.Evidence))) == 2


def test_an_actors_data_says_where_its_events_are(client: FlaskClient) -> None:
    graph = Graph().parse(data=client.get("/actor/country/NOR.ttl").data, format="turtle")
    (more,) = graph.objects(URIRef(_BASE + "country/NOR"), RDFS.seeAlso)
    events = client.get(str(more))
    assert events.mimetype == "text/turtle"
    found = Graph().parse(data=events.data, format="turtle")
    assert len(set(found.subjects(DGM.status))) == 5


@pytest.mark.parametrize(("address", "key"), _THINGS.items())
def test_a_page_names_its_data_in_its_headers(client: FlaskClient, address: str, key: str) -> None:
    links = client.get(address).headers.getlist("Link")
    assert f'<{address}.ttl>; rel="alternate"; type="text/turtle"' in links
    assert f'<{address}.json>; rel="alternate"; type="application/json"' in links


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [
        ("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", ""),
        ("*/*", ""),
        ("text/turtle", ".ttl"),
        ("application/ld+json", ".jsonld"),
        ("application/rdf+xml, text/turtle;q=0.5", ".rdf"),
        ("application/n-triples", ".nt"),
        ("application/json", ".json"),
    ],
)
@pytest.mark.parametrize(("address", "key"), _THINGS.items())
def test_the_name_of_a_thing_leads_to_what_the_client_wants(
    client: FlaskClient, address: str, key: str, accept: str, suffix: str
) -> None:
    answer = client.get(f"/id/{key}", headers={"Accept": accept})
    assert answer.status_code == 303
    assert answer.headers["Location"] == address + suffix
    assert "Accept" in answer.headers["Vary"]
    assert client.get(answer.headers["Location"]).status_code == 200


def test_the_name_of_a_sentence_leads_into_its_article(client: FlaskClient) -> None:
    answer = client.get("/id/evidence/world-1-0-139")
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/article/world-1#at-0-139"


def test_data_is_sent_once_until_it_changes(client: FlaskClient) -> None:
    first = client.get("/actor/country/NOR.ttl")
    again = client.get("/actor/country/NOR.ttl", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not again.data
    other = client.get("/actor/country/SWE.ttl", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


def test_the_list_of_events_comes_as_csv_and_json(client: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/events.csv?type=Signing").text)))
    assert [row["type"] for row in rows] == ["Signing", "Signing"]
    assert {row["documents"] for row in rows} == {
        "Treaty of Brasília on Friendship and Trade",
        "Memorandum of Understanding on Water Cooperation",
    }
    assert {row["participants"] for row in rows} == {"Haruka Mori; João Tavares", "Kenya; Sweden"}
    found = json.loads(client.get("/events.json?type=Signing").text)
    assert [event["address"] for event in found] == [row["event"] for row in rows]


@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_a_long_list_is_sent_while_it_is_made(
    client: FlaskClient, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = client.get(f"/events.{suffix}").text
    monkeypatch.setattr("web.pages.events._BATCH", 3)
    answer = client.get(f"/events.{suffix}", buffered=False)
    pieces = [piece.decode() for piece in answer.iter_encoded()]
    assert len(pieces) > 5
    assert "".join(pieces) == whole
    if suffix == "json":
        assert whole == json.dumps(json.loads(whole), ensure_ascii=False, indent=2) + "\n"


def test_a_list_of_nothing_is_a_list(client: FlaskClient) -> None:
    assert json.loads(client.get("/events.json?from=1801&to=1802").text) == []
    assert client.get("/events.csv?from=1801&to=1802").text.count("\r\n") == 1


def test_the_list_of_events_comes_as_rdf(client: FlaskClient) -> None:
    for suffix in ("ttl", "jsonld"):
        data = client.get(f"/events.{suffix}?status=planned").data
        graph = Graph().parse(data=data, format=_FORMATS[suffix])
        assert len(set(graph.subjects(DGM.status, DGM.planned))) == 2


@pytest.mark.parametrize("suffix", _FORMATS)
def test_the_vocabulary_comes_as_rdf(client: FlaskClient, suffix: str) -> None:
    data = client.get(f"/ontology.{suffix}").data
    graph = Graph().parse(data=data, format=_FORMATS[suffix])
    assert (DGM.Meeting, RDFS.subClassOf, DGM.Event) in graph


def test_programs_that_ask_for_the_vocabulary_get_rdf(client: FlaskClient) -> None:
    answer = client.get("/ontology", headers={"Accept": "text/turtle"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/ontology.ttl")


def test_the_graph_comes_as_graphml(client: FlaskClient) -> None:
    data = client.get("/graph.graphml?node=country/ETH").data
    graph = nx.read_graphml(io.BytesIO(data))
    assert graph.nodes["country/ETH"]["label"] == "Ethiopia"
    assert graph.has_edge("country/ETH", "country/NOR")


def test_a_path_comes_as_json(client: FlaskClient) -> None:
    steps = json.loads(
        client.get("/path.json?from=country/NOR&to=organisation/united-nations").text
    )
    assert [step["end_label"] for step in steps] == ["Ethiopia", "United Nations"]
    assert client.get("/path.json?from=country/NOR&to=country/XXX").status_code == 404


def test_the_list_of_articles_comes_as_json(client: FlaskClient) -> None:
    found = json.loads(client.get("/articles.json").text)
    assert len(found) == 7
    assert found[0]["issued"] >= found[-1]["issued"]


def test_rankings_and_hits_come_as_json(client: FlaskClient) -> None:
    assert json.loads(client.get("/central.json").text)[0]["label"] == "Ethiopia"
    assert json.loads(client.get("/search.json?q=joao").text)[0]["label"] == "João Tavares"
