"""Every command over a store on a server: the same words, the same answers as over a folder."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.address import Credentials
from graph.forms import query_form
from graph.questions import questions
from graph.store import open_store
from tests.graph.servers import TOKEN
from tests.world import fill, sample_readings
from web.app import create_app
from web.cli import main
from web.settings import Settings

MET = "The foreign minister of Norway met her Swedish counterpart in Oslo on Monday."
SIGNED = "Kenya and Uganda signed a trade agreement in Nairobi on 3 May 2023."
LINES = "".join(
    json.dumps({"id": name, "text": text, "published": "2023-05-04"}) + "\n"
    for name, text in (("one", MET), ("two", SIGNED))
)
SERVERS = ("oxigraph_server", "virtuoso_server", "dragoman_server")


def dragoman(*arguments: str, stdin: str = "") -> Result:
    environment = {"DRAGOMAN_TOKEN": TOKEN}
    result = CliRunner().invoke(main, arguments, input=stdin, env=environment)
    assert "dba:dba" not in result.stderr
    return result


@pytest.fixture(params=SERVERS)
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a server with an empty store."""
    found: str = request.getfixturevalue(request.param)
    _empty(found)
    yield found
    _empty(found)


def _empty(address: str) -> None:
    store = open_store(address, Credentials(token=TOKEN))
    for article in store.articles():
        store.remove(article)
    store.close()


def test_the_commands_say_the_same_over_a_server_as_over_a_folder(
    address: str, tmp_path: Path
) -> None:
    here = str(tmp_path / "here.store")
    for store in (here, address):
        done = dragoman("--store", store, "ingest", "--jobs", "1", "-", stdin=LINES)
        assert done.exit_code == 0, done.stderr
        assert "Read 2 articles" in done.stderr
    for command in (
        ("stats",),
        ("check",),
        ("central",),
        ("query", "SELECT ?id { ?a dcterms:identifier ?id } ORDER BY ?id"),
        ("query", "--format", "turtle", "CONSTRUCT WHERE { ?a dgm:signedWith ?b }"),
        ("query", "SELECT ?n { GRAPH ?g { ?a dcterms:identifier ?n } } ORDER BY ?n"),
        ("query", "--format", "json", "ASK { ?a dgm:signedWith ?b }"),
        ("export", "--format", "nquads"),
        ("export", "--format", "turtle"),
        ("export", "--format", "csv"),
        ("export", "--format", "graphml"),
        ("export", "--article", "two", "--format", "turtle"),
    ):
        there = dragoman("--store", address, *command)
        assert there.exit_code == 0, (command, there.stderr)
        assert there.stdout == dragoman("--store", here, *command).stdout, command
    assert dragoman("--store", address, "remove", "one").exit_code == 0
    assert dragoman("--store", address, "remove", "one").exit_code == 1
    assert dragoman("--store", address, "rebuild").exit_code == 0
    left = dragoman("--store", address, "query", "SELECT ?id { ?a dcterms:identifier ?id }").stdout
    assert "two" in left
    assert "one" not in left.replace("(1 row)", "")


def test_a_backup_of_a_server_is_restored_into_a_folder(address: str, tmp_path: Path) -> None:
    dragoman("--store", address, "ingest", "--jobs", "1", "-", stdin=LINES)
    kept, again = str(tmp_path / "kept"), str(tmp_path / "again.store")
    saved = dragoman("--store", address, "backup", kept)
    assert saved.exit_code == 0, saved.stderr
    brought = dragoman("--store", again, "restore", kept)
    assert "Restored 2 articles" in brought.stderr
    assert dragoman("--store", again, "check").exit_code == 0
    everything = ("export", "--format", "nquads")
    assert (
        dragoman("--store", again, *everything).stdout
        == dragoman("--store", address, *everything).stdout
    )


@pytest.mark.parametrize("server", ["oxigraph_server", "virtuoso_server"])
def test_the_pages_are_the_same_over_a_server_as_over_a_folder(
    server: str, request: pytest.FixtureRequest
) -> None:
    found: str = request.getfixturevalue(server)
    _empty(found)
    there, here = (fill(open_store(where), sample_readings()) for where in (found, None))
    settings = Settings(rate_per_minute=0)
    over, beside = (create_app(store, settings).test_client() for store in (there, here))
    actor = str(here.select("SELECT ?a { ?a dgm:iso3 ?c } ORDER BY ?a LIMIT 1")[0]["a"])
    event = str(here.select("SELECT ?e { ?e dgm:status dgm:happened } ORDER BY ?e")[0]["e"])
    paths = [address.removeprefix(settings.base) for address in (actor, event)]
    for path in ("events", "articles", "central", "events.csv", f"actor/{paths[0]}", *paths[1:]):
        answer = over.get(f"/{path}", headers={"Accept": "text/html"})
        assert answer.status_code == 200, path
        assert answer.text == beside.get(f"/{path}", headers={"Accept": "text/html"}).text, path
    for question in questions():
        form = query_form(question.text)
        if form == "SELECT":
            found_there, found_here = (s.select(question.text) for s in (there, here))
            assert len(found_there) == len(found_here), question.name
        elif form == "ASK":
            assert there.ask(question.text) == here.ask(question.text), question.name
        else:
            both = (set(s.construct(question.text)) for s in (there, here))
            assert len(set(map(frozenset, both))) == 1, question.name
    there.close()
    _empty(found)


def test_the_sparql_page_and_endpoint_pass_questions_on(oxigraph_server: str) -> None:
    _empty(oxigraph_server)
    store = fill(open_store(oxigraph_server), sample_readings())
    client = create_app(store, Settings(rate_per_minute=0)).test_client()
    names = "SELECT ?n { ?a a dgm:Country ; skos:prefLabel ?n } ORDER BY ?n"
    table = client.get("/sparql", query_string={"query": names, "format": "csv"})
    assert (table.status_code, table.content_type) == (200, "text/csv")
    assert len(table.text.split()) > 2
    assert "<table" in client.get("/sparql?query=" + names, headers={"Accept": "text/html"}).text
    graph = client.post("/sparql", data={"query": "CONSTRUCT WHERE { ?a dgm:met ?b }"})
    assert "dgm:met" in graph.text
    for query, status in (
        ("SELECT WHERE", 400),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 403),
        ("ASK { " + "(" * 3000, 400),
    ):
        assert client.post("/sparql", data={"query": query}).status_code == status, query[:60]
    assert client.post("/sparql", data={"update": "DROP ALL"}).status_code == 403
    assert client.get("/sparql", headers={"Accept": "text/turtle"}).status_code == 400
    store.close()
    assert client.get("/sparql", query_string={"query": "ASK {}"}).status_code >= 500
