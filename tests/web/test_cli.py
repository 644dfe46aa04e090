"""The commands: what they print where, how they end, and what they say when something is wrong."""

import ast
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result
from rdflib import URIRef

from graph.embedded import EmbeddedStore
from graph.naming import Namer
from graph.store import open_store
from tests.world import fill, sample_readings
from web.cli import COMMANDS, main
from web.commands.group import Listed
from web.commands.options import article_address

ROOT = Path(__file__).parents[2]
MET = "The foreign minister of Norway met her Swedish counterpart in Oslo on Monday."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, and an environment without settings."""
    monkeypatch.chdir(tmp_path)
    for name in [n for n in os.environ if n.startswith("DRAGOMAN_")]:
        monkeypatch.delenv(name)
    return tmp_path


@pytest.fixture
def world(folder: Path) -> str:
    """The folder of a store that holds the small world of the tests."""
    store = open_store("world.store")
    fill(store, sample_readings())
    store.close()
    return "world.store"


def dragoman(*arguments: str, stdin: str = "", **environment: str) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin, env=environment)


def started(*arguments: str, **settings: str) -> subprocess.Popen[str]:
    """The command in a process of its own."""
    return subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "web.cli", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, **settings},
    )


def line(name: str, text: str = MET, **more: object) -> str:
    return json.dumps({"id": name, "text": text, **more}) + "\n"


# ── The command as a whole ────────────────────────────────────────────────────────────────────────


def test_the_commands_of_the_contract_are_there() -> None:
    names = {command.name for command in COMMANDS}
    assert names >= {"ingest", "extract", "query", "export", "remove", "stats", "check", "serve"}
    assert names >= {"demo", "rebuild", "path", "central"}


@pytest.mark.parametrize("listed", COMMANDS, ids=lambda listed: listed.name)
def test_the_list_of_commands_says_what_each_says_of_itself(listed: Listed) -> None:
    assert listed.load().get_short_help_str(200) == listed.says
    assert f"{listed.name} " in dragoman("--help").stdout


@pytest.mark.parametrize("command", ["stats", "query ASK{}"])
def test_a_question_loads_nothing_that_reads_or_draws(command: str, world: str) -> None:
    code = (
        "import sys\n"
        "from web.cli import main\n"
        f"main({['--store', world, *command.split()]!r}, standalone_mode=False)\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}))\n"
    )
    out = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    loaded = set(ast.literal_eval(out.splitlines()[-1]))
    heavy = {"spacy", "trafilatura", "pyvis", "pyshacl", "networkx", "numpy", "flask", "oxrdflib"}
    assert not loaded & heavy
    assert "pyoxigraph" in loaded


@pytest.mark.parametrize("name", [str(command.name) for command in COMMANDS])
def test_each_command_explains_itself_and_is_documented(name: str) -> None:
    result = dragoman(name, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: ")
    page = (ROOT / "docs" / "commands.md").read_text()
    assert f"## `dragoman {name}" in page
    options = set(re.findall(r"(--[a-z-]+)", result.stdout)) - {"--help"}
    section = page.partition(f"## `dragoman {name}")[2].partition("\n## ")[0]
    assert {o for o in options if f"`{o}" not in section} <= {"--store"}


def test_the_store_may_be_named_before_or_after_the_command_or_in_the_environment(
    world: str,
) -> None:
    expected = dragoman("--store", world, "stats")
    assert expected.exit_code == 0
    assert dragoman("stats", "--store", world).stdout == expected.stdout
    assert dragoman("stats", DRAGOMAN_STORE=world).stdout == expected.stdout
    again = dragoman("--store", "elsewhere", "stats", "--store", world, DRAGOMAN_STORE="nowhere")
    assert again.stdout == expected.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("stats",), "dragoman.store: no store here; make one with: dragoman ingest SOURCE"),
        (("export", "--format", "nquads"), "no store here"),
        (("remove", "a"), "no store here"),
        (("rebuild",), "no store here"),
        (("check",), "no store here"),
        (("serve",), "no store here"),
        (("stats", "--store", "taken"), "taken: no store here"),
        (("ingest", "a.txt", "--store", "taken"), "taken: not a store, and holds"),
        (("stats", "--store", "broken"), "broken: the store cannot be opened"),
        (
            ("query", "SELECT * {", "--store", "world.store"),
            "the query cannot be read: error at 1:",
        ),
        (("query", "nowhere.rq", "--store", "world.store"), "nowhere.rq: cannot be read: No such"),
        (("query", "latin.rq", "--store", "world.store"), "latin.rq: is not UTF-8 (byte 7)"),
        (("query", "ASK {}", "--format", "turtle", "--store", "world.store"), "cannot hold"),
        (("export", "--store", "world.store"), "--format: not given"),
        (("export", "--article", "none", "--format", "csv", "--store", "world.store"), "no such"),
        (("export", "-o", "no/such/x.nq", "--store", "world.store"), "no/such/x.nq: cannot be wr"),
        (("export", "-o", "taken", "--format", "csv", "--store", "world.store"), "taken: a folder"),
        (("path", "Nobody", "Kenya", "--store", "world.store"), "Nobody: no actor of this name"),
        (("path", "country/XXX", "Kenya", "--store", "world.store"), "no event links this actor"),
        (("stats", "--store", "http://127.0.0.1:1/sparql"), "http://127.0.0.1:1/sparql"),
    ],
)
def test_a_failure_is_one_line_that_says_what_and_where(
    world: str, folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    (folder / "taken").mkdir()
    (folder / "taken" / "letter.txt").write_text("Dear")
    (folder / "broken").mkdir()
    (folder / "broken" / "CURRENT").write_text("MANIFEST-000007\n")
    (folder / "latin.rq").write_bytes(b"ASK { '\xe9' ?p ?o }")
    (folder / "a.txt").write_text(MET)
    result = dragoman(*arguments)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("dragoman: ")
    assert result.stderr.count("\n") == 1
    assert message in result.stderr


def test_a_bad_setting_is_named() -> None:
    result = dragoman("stats", DRAGOMAN_PORT="eighty")
    assert result.exit_code == 1
    assert result.stderr.startswith("dragoman: DRAGOMAN_PORT: 'eighty' cannot be used; allowed is")
    assert "0 to 65535" in dragoman("serve", "--port", "70000").stderr


# ── Articles ──────────────────────────────────────────────────────────────────────────────────────


def test_an_article_goes_in_is_found_and_goes_out_again(folder: Path) -> None:
    (folder / "oslo.txt").write_text(f"Title: Talks in Oslo\nPublished: 2024-05-06\n\n{MET}\n")
    ingested = dragoman("ingest", "oslo.txt")
    assert ingested.exit_code == 0, ingested.output
    assert ingested.stdout == ""
    assert "Read 1 article with " in ingested.stderr
    asked = dragoman(
        "query", "SELECT ?t { ?a a dgm:Article ; dcterms:title ?t }", "--format", "csv"
    )
    assert asked.stdout.split() == ["t", "Talks", "in", "Oslo"]
    removed = dragoman("remove", "oslo")
    assert removed.exit_code == 0
    assert dragoman("export", "--format", "nquads").stdout == ""


def test_a_bad_input_is_named_and_the_rest_is_read(folder: Path) -> None:
    (folder / "n.jsonl").write_text(line("a") + "{oops\n" + line("b", published="someday"))
    (folder / "x.txt").write_bytes(b"\x00\x01")
    result = dragoman("ingest", "missing.txt", "n.jsonl", "x.txt")
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr
    assert "notice: n.jsonl:3: the date 'someday' cannot be used" in result.stderr
    assert "failed: missing.txt: no such file or folder" in result.stderr
    assert "failed: n.jsonl:2: the row is not JSON" in result.stderr
    assert "failed: x.txt: is not text" in result.stderr
    assert "Read 2 articles" in result.stderr
    assert "3 failures" in result.stderr
    assert "articles    2\n" in dragoman("stats").stdout


def test_articles_are_taken_from_standard_input() -> None:
    result = dragoman("ingest", "-", stdin=line("a") + line("b"))
    assert "Read 2 articles" in result.stderr
    assert result.exit_code == 0


def test_two_ingests_give_the_same_export(folder: Path) -> None:
    (folder / "n.jsonl").write_text(line("a") + line("b", f"{MET} Kenya thanked Japan."))
    dragoman("ingest", "n.jsonl")
    first = dragoman("export", "--format", "nquads").stdout_bytes
    dragoman("ingest", "n.jsonl")
    assert dragoman("export", "--format", "nquads").stdout_bytes == first
    assert first.count(b"\n") > 10


def test_extracting_prints_each_article_in_its_graph_and_stores_nothing(folder: Path) -> None:
    names = [f"a{number}" for number in (3, 1, 2)]
    stdin = "".join(line(name) for name in names)
    result = dragoman("extract", "-", "--format", "nquads", stdin=stdin)
    assert result.exit_code == 0
    graphs = [quad.graph_name for quad in ox.parse(result.stdout_bytes, ox.RdfFormat.N_QUADS)]
    assert list(dict.fromkeys(graphs)) == [ox.NamedNode(Namer().article(name)) for name in names]
    assert not list(folder.iterdir())


@pytest.mark.parametrize("form", ["trig", "jsonld", "table"])
def test_extracting_prints_in_every_form(form: str) -> None:
    result = dragoman("extract", "-", "--format", form, stdin=line("wire-7", title="Talks"))
    assert result.exit_code == 0
    assert "wire-7" in result.stdout
    assert "Talks" in result.stdout


def test_extracting_names_what_fails_between_what_is_read() -> None:
    result = dragoman("extract", "-", "--format", "table", stdin=line("a") + "[]\n" + line("b"))
    assert result.exit_code == 1
    assert "failed: standard input:2: the row is not a JSON object" in result.stderr
    assert re.findall(r"^[ab]\b", result.stdout, re.MULTILINE) == ["a", "b"]


def test_a_pipeline_that_is_not_there_is_named() -> None:
    for command in (("ingest", "-"), ("extract", "-")):
        result = dragoman(*command, "--pipeline", "no_such_pipeline", stdin=line("a"))
        assert result.exit_code == 1
        assert "no_such_pipeline" in result.stderr
        assert result.stderr.startswith("dragoman: ")


def test_an_unknown_article_is_named_and_the_known_are_removed(world: str) -> None:
    address = Namer().article("world-2")
    result = dragoman("remove", "world-1", "no-such", address, "--store", world)
    assert result.exit_code == 1
    assert "dragoman: no-such: no such article in world.store" in result.stderr
    assert "Removed 2 articles" in result.stderr
    store = EmbeddedStore(Path(world))
    left = store.articles()
    store.close()
    assert left == [Namer().article(f"world-{number}") for number in range(3, 8)]


def test_an_article_is_named_by_id_or_address() -> None:
    names = Namer("https://news.example/id/")
    address = URIRef("https://news.example/id/article/a-1")
    assert article_address("a-1", names) == article_address(str(address), names) == address
    url = "https://news.example/2024/talks"
    assert article_address(url, names) == names.article(url)


# ── Questions ─────────────────────────────────────────────────────────────────────────────────────


def test_a_query_comes_as_text_as_a_file_or_from_standard_input(world: str, folder: Path) -> None:
    query = "SELECT ?b { ?a dgm:met ?b . ?a skos:prefLabel 'Haruka Mori' }"
    (folder / "who.rq").write_text(query)
    expected = dragoman("query", query, "--store", world)
    assert "person/anna-lindqvist" in expected.stdout
    assert expected.stderr == ""
    assert dragoman("query", "who.rq", "--store", world).stdout == expected.stdout
    assert dragoman("query", "-", "--store", world, stdin=query).stdout == expected.stdout


@pytest.mark.parametrize(
    ("form", "start"), [("csv", "n\r\n"), ("tsv", "?n\n"), ("json", '{"head"'), ("xml", "<?xml")]
)
def test_a_table_comes_in_every_form(world: str, form: str, start: str) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?a a dgm:Article }"
    result = dragoman("query", query, "--format", form, "--store", world)
    assert result.exit_code == 0
    assert result.stdout_bytes.decode().startswith(start)
    assert "7" in result.stdout


def test_a_graph_comes_as_turtle(world: str) -> None:
    query = "CONSTRUCT WHERE { ?a dgm:met ?b }"
    result = dragoman("query", query, "--format", "turtle", "--store", world)
    triples = list(ox.parse(result.stdout_bytes, ox.RdfFormat.TURTLE))
    assert triples
    assert {t.predicate.value.rpartition("#")[2] for t in triples} == {"met"}


def test_the_counts_are_printed(world: str) -> None:
    result = dragoman("stats", "--store", world)
    assert result.exit_code == 0
    assert "articles    7\n" in result.stdout
    assert re.search(r"^  Meeting +\d", result.stdout, re.MULTILINE)


@pytest.mark.parametrize("by", ["links", "betweenness"])
def test_the_central_actors_are_listed(world: str, by: str) -> None:
    result = dragoman("central", "--by", by, "--limit", "3", "--store", world)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 5
    assert result.stdout.splitlines()[2].startswith("Ethiopia ")


def test_a_path_between_two_actors_shows_the_events(world: str) -> None:
    by_name = dragoman("path", "haruka mori", "Anna Lindqvist", "--store", world)
    assert by_name.exit_code == 0, by_name.stderr
    assert by_name.stdout.startswith("Haruka Mori – Anna Lindqvist\n  ")
    by_key = dragoman("path", "person/haruka-mori", "person/anna-lindqvist", "--store", world)
    assert by_key.stdout == by_name.stdout


# ── Graphs ────────────────────────────────────────────────────────────────────────────────────────


def test_an_export_is_in_the_file_whole_or_not_at_all(world: str, folder: Path) -> None:
    result = dragoman("export", "-o", "world.nq", "--store", world)
    assert result.exit_code == 0
    printed = dragoman("export", "--format", "nquads", "--store", world).stdout_bytes
    assert (folder / "world.nq").read_bytes() == printed
    missing = dragoman("export", "--article", "none", "-o", "world.nq", "--store", world)
    assert missing.exit_code == 1
    assert (folder / "world.nq").read_bytes() == printed
    assert sorted(path.name for path in folder.iterdir()) == ["world.nq", "world.store"]


def test_the_ending_of_the_file_says_the_form(world: str, folder: Path) -> None:
    for name, start in (("w.csv", b"event,class"), ("w.graphml", b"<?xml"), ("w.trig", b"@prefix")):
        assert dragoman("export", "-o", name, "--store", world).exit_code == 0
        assert (folder / name).read_bytes().startswith(start)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", ["export --format nquads", "stats", "export --format csv"])
def test_a_full_disk_is_said(world: str, command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "web.cli", "--store", world, *command.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert process.returncode == 1
    assert process.stderr.startswith("dragoman: the output: No space left on device; ")


def test_a_reader_that_goes_early_is_no_failure_of_ours(world: str) -> None:
    process = started("--store", world, "export", "--format", "nquads")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == ""
    process.wait(timeout=60)
    process.stderr.close()


def test_one_article_is_exported_by_itself(world: str) -> None:
    result = dragoman("export", "--article", "world-7", "--format", "nquads", "--store", world)
    graphs = {q.graph_name.value for q in ox.parse(result.stdout_bytes, ox.RdfFormat.N_QUADS)}
    assert graphs == {str(Namer().article("world-7"))}


def test_a_check_says_what_is_wrong_and_a_rebuild_mends_it(world: str) -> None:
    good = dragoman("check", "--store", world)
    assert good.exit_code == 0
    assert "The graph conforms (7 articles)." in good.stdout
    store = open_store(world)
    store.update("INSERT DATA { <urn:x:a> dgm:met <urn:x:b> }")
    store.close()
    bad = dragoman("check", "--store", world)
    assert bad.exit_code == 1
    assert "in the merged graph, but of no article: urn:x:a" in bad.stdout
    assert dragoman("rebuild", "--store", world).exit_code == 0
    assert dragoman("check", "--store", world).stdout == good.stdout


# ── Processes ─────────────────────────────────────────────────────────────────────────────────────


def test_a_second_process_is_told_the_way_out(world: str, folder: Path) -> None:
    (folder / "a.txt").write_text(MET)
    owner = EmbeddedStore(Path(world))
    try:
        out, err = started("ingest", "a.txt", "--store", world).communicate(timeout=60)
        assert out == ""
        assert err.startswith("dragoman: world.store: in use by another process; use --store http")
        seen, _ = started("stats", "--store", world).communicate(timeout=60)
        assert "articles    7" in seen
    finally:
        owner.close()


def test_in_a_pipe_there_is_no_progress_bar_and_no_half_line(folder: Path) -> None:
    (folder / "n.jsonl").write_text("".join(line(f"a{n}") for n in range(50)))
    process = started("ingest", "n.jsonl")
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert out == ""
    assert re.fullmatch(r"Read 50 articles with [\d,]+ events? into dragoman\.store in .*\n", err)


@pytest.fixture
def processes() -> Iterator[list[subprocess.Popen[str]]]:
    """Processes that are ended after the test, whatever happened."""
    begun: list[subprocess.Popen[str]] = []
    yield begun
    for process in begun:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=30)


def address_of(process: subprocess.Popen[str]) -> str:
    """The address that the served site prints when it is ready."""
    assert process.stdout is not None
    said = process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+/", said)
    assert found, f"{said!r} {process.stderr.read() if process.stderr else ''}"
    return found.group()


def get(url: str | urllib.request.Request) -> tuple[int, str]:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=30) as answer:
        return answer.status, answer.read().decode()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_site_is_served_until_a_signal_ends_it(
    world: str, processes: list[subprocess.Popen[str]], number: signal.Signals
) -> None:
    process = started("serve", "--port", "0", "--store", world)
    processes.append(process)
    status, page = get(address_of(process))
    assert status == 200
    assert "Dragoman" in page
    process.send_signal(number)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert err.endswith("Stopped.\n")
    assert "Traceback" not in err
    EmbeddedStore(Path(world)).close()  # the folder is free again


def test_an_empty_store_is_served_to_whoever_holds_the_token(
    processes: list[subprocess.Popen[str]],
) -> None:
    process = started("serve", "--port", "0", "--store", "new.store", DRAGOMAN_TOKEN="of-the-test")
    processes.append(process)
    address = address_of(process)
    put = urllib.request.Request(  # noqa: S310 - our own
        f"{address}store?default",
        data=b"<http://example.org/a> <http://example.org/b> <http://example.org/c> .",
        headers={"Authorization": "Bearer of-the-test", "Content-Type": "text/turtle"},
        method="PUT",
    )
    assert get(put)[0] in {200, 201, 204}
    found = get(f"{address}sparql?query=SELECT%20%3Fo%20%7B%3Fs%20%3Fp%20%3Fo%7D")[1]
    assert "http://example.org/c" in found
    process.send_signal(signal.SIGTERM)
    assert "new.store: a new, empty store" in process.communicate(timeout=20)[1]


def test_a_port_in_use_is_said(world: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = dragoman("serve", "--port", port, "--store", world)
    assert result.exit_code == 1
    assert f"127.0.0.1:{port}: cannot be listened on" in result.stderr
    assert "--port" in result.stderr


def test_the_demo_reads_the_samples_once_and_serves_them(
    processes: list[subprocess.Popen[str]],
) -> None:
    samples = sum(1 for _ in (files("data") / "samples").iterdir())
    for said in (
        f"Read {samples} articles with ",
        "The sample articles are in demo.store already.",
    ):
        process = started("--store", "demo.store", "demo", "--port", "0")
        processes.append(process)
        status, _ = get(address_of(process))
        assert status == 200
        time.sleep(0.1)
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=20)
        assert said in err
        assert process.returncode == 0


def test_what_was_extracted_elsewhere_is_loaded_and_a_bad_file_does_not_end_it(world: str) -> None:
    dragoman("--store", world, "export", "--format", "nquads", "-o", "all.nq")
    Path("bad.nq").write_text("no statement\n")
    loaded = dragoman("--store", "new.store", "load", "bad.nq", "all.nq")
    assert loaded.exit_code == 1
    assert "failed: bad.nq: cannot be loaded" in loaded.stderr
    assert "Loaded 7 new articles into new.store and replaced 0 articles." in loaded.stderr
    assert dragoman("--store", "new.store", "check").exit_code == 0
    dragoman("--store", "new.store", "export", "--format", "nquads", "-o", "again.nq")
    assert Path("again.nq").read_bytes() == Path("all.nq").read_bytes()
    again = dragoman("--store", world, "load", "all.nq")
    assert again.exit_code == 0
    assert "Loaded 0 new articles into world.store and replaced 7 articles." in again.stderr
