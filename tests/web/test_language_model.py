"""The commands with a language model: asked only where one is named, and never telling the key."""

import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.errors import SettingError
from tests.ingest.languagemodel.telling import ARTICLE, EXPULSION, MEETING
from tests.scripted import KEY, Script, endpoint, fault, in_turn, said, told
from tests.web.serving import BEARER, service
from web.cli import main
from web.readers import reader_opener
from web.settings import Settings

INVENTED_IS = "events whose quote does not stand in the article"
INVENTED = {**MEETING, "quote": "They met."}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder to work in, no settings, and the log as it was afterwards."""
    monkeypatch.chdir(tmp_path)
    for name in [n for n in os.environ if n.startswith("DRAGOMAN_")]:
        monkeypatch.delenv(name)
    levels = {name: logging.getLogger(name).level for name in ("openai", "httpx2", "httpcore2")}
    yield tmp_path
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def rows(*names: str) -> str:
    return "".join(
        json.dumps({"id": name, "text": ARTICLE.text, "published": "2024-03-05"}) + "\n"
        for name in names
    )


def dragoman(
    *arguments: str, script: Script | None = None, names: tuple[str, ...] = ("a",)
) -> Result:
    asked = ("--llm", script.address, "--llm-model", "a-model") if script else ()
    command = (*arguments, *asked)
    return CliRunner().invoke(main, command, input=rows(*names), env={"DRAGOMAN_LLM_KEY": KEY})


def test_nothing_is_asked_where_no_language_model_is_named() -> None:
    with endpoint(in_turn()) as script:
        environment = {"DRAGOMAN_LLM_KEY": KEY, "DRAGOMAN_LLM_MODEL": "a-model"}
        environment |= {"OPENAI_BASE_URL": script.address, "OPENAI_API_KEY": KEY}
        result = CliRunner().invoke(main, ["extract", "-"], input=rows("a"), env=environment)
    assert result.exit_code == 0
    assert "RelationsDowngrade" in result.stdout
    assert script.asked == []


def test_extract_prints_what_the_model_tells_and_counts_what_was_left_out() -> None:
    with endpoint(in_turn(told(MEETING, INVENTED), told(INVENTED))) as script:
        result = dragoman("extract", "-", script=script, names=("a", "b"))
    assert result.exit_code == 0
    assert "Espen Barth Eide met Musalia Mudavadi, Nairobi, 4 March 2024" in result.stdout
    assert result.stderr == f"left out: {INVENTED_IS}: 2\n"
    assert {body["model"] for body in script.asked} == {"a-model"}


def test_ingest_keeps_what_can_be_read_and_names_what_cannot() -> None:
    with endpoint(in_turn(told(MEETING), said("Sorry."), told(EXPULSION, INVENTED))) as script:
        names = ("a", "b", "c")
        result = dragoman("ingest", "-", "--jobs", "1", script=script, names=names)
    assert result.exit_code == 1
    failed, left_out, summary = result.stderr.splitlines()
    assert failed.startswith("failed: b: the language model answered with no JSON")
    assert left_out == f"left out: {INVENTED_IS}: 1"
    assert summary.startswith("Read 2 articles with 2 events into dragoman.store")
    stats = CliRunner().invoke(main, ["stats"])
    assert "articles" in stats.stdout


def test_evaluate_measures_a_language_model_and_what_it_fails_on_counts_as_missed(
    folder: Path,
) -> None:
    actors = [
        {"id": "TUR", "name": "Türkiye", "kind": "country"},
        {"id": "GRC", "name": "Greece", "kind": "country"},
    ]
    wanted = {
        "type": "relations-down",
        "status": "happened",
        "from": ["TUR"],
        "to": ["GRC"],
        "evidence": EXPULSION["quote"],
    }
    annotated = [
        json.dumps({**json.loads(row), "actors": actors, "events": [wanted]}) + "\n"
        for row in rows("a", "b").splitlines()
    ]
    (folder / "gold.jsonl").write_text("".join(annotated), encoding="utf-8")
    with endpoint(in_turn(told(EXPULSION, INVENTED), fault(400, "too long"))) as script:
        result = dragoman("evaluate", "gold.jsonl", "--format", "markdown", script=script)
    assert result.exit_code == 1
    failed, left_out = result.stderr.splitlines()
    assert failed.startswith("failed: b: language model at ")
    assert "too long" in failed
    assert left_out == f"left out: {INVENTED_IS}: 1"
    assert "| relations | 100.0 | 50.0 | 66.7 | 2 | 1 |" in result.stdout


def test_the_key_is_in_no_output_and_no_log() -> None:
    replies = told(MEETING), fault(401, f"Incorrect API key provided: {KEY}")
    with endpoint(in_turn(*replies)) as script:
        result = dragoman("-vv", "extract", "-", script=script, names=("a", "b"))
    assert result.exit_code == 1
    assert "failed: b: language model at" in result.stderr
    assert "(hidden)" in result.stderr
    assert KEY not in result.stdout
    assert KEY not in result.stderr
    assert f"Bearer {KEY}" in {headers["authorization"] for headers in script.headers}


@pytest.mark.parametrize("command", ["ingest", "extract", "evaluate", "demo"])
def test_the_key_is_no_option(command: str) -> None:
    usage = CliRunner().invoke(main, [command, "--help"]).stdout
    assert "--llm-model" in usage
    assert "--llm-key" not in usage


def test_a_model_must_be_named_with_the_address() -> None:
    result = CliRunner().invoke(main, ["extract", "-", "--llm", "http://h/v1"], input=rows("a"))
    assert result.exit_code == 1
    assert "--llm-model" in result.stderr
    with pytest.raises(SettingError, match="DRAGOMAN_LLM_MODEL"):
        reader_opener(Settings(llm="http://h/v1"))


@pytest.mark.parametrize(
    "address", ["h/v1", "ftp://h/v1", "http://anna:secret@h/v1", "http://h/v1?key=secret"]
)
def test_an_address_that_cannot_be_asked_is_refused_before_anything_is_read(address: str) -> None:
    result = CliRunner().invoke(main, ["extract", "-", "--llm", address, "--llm-model", "m"])
    assert result.exit_code == 1
    assert "allowed is an http(s) address" in result.stderr


def test_the_server_reads_articles_with_the_model_as_well() -> None:
    with endpoint(in_turn(told(MEETING, INVENTED))) as script:
        settings = Settings(llm=script.address, llm_model="a-model", llm_key=KEY)
        with service(open_reader=reader_opener(settings)) as (client, _):
            answer = client.post("/articles", data=rows("a").encode(), headers=BEARER)
    assert answer.get_json()["events"] == 1
    assert answer.get_json()["dropped"] == {INVENTED_IS: 1}
