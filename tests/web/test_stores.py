"""Every command over a store on a server: the same words, the same answers as over a folder."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.address import Credentials
from graph.store import open_store
from tests.graph.servers import TOKEN
from web.cli import main

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
