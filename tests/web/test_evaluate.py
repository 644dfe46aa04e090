"""The command ``dragoman evaluate`` measures files of annotated articles."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from web.cli import main

TEXT = "Kenya's foreign minister visited Norway on Monday."


def evaluate(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["evaluate", *arguments], env={})


def annotated(path: Path, *events: dict[str, Any]) -> str:
    actors = [
        {"id": "KEN", "name": "Kenya", "kind": "country"},
        {"id": "NOR", "name": "Norway", "kind": "country"},
    ]
    row = {"id": "a", "published": "2024-05-07", "text": TEXT, "actors": actors, "events": events}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return str(path)


def event(kind: str) -> dict[str, Any]:
    return {"type": kind, "status": "happened", "from": ["KEN"], "to": ["NOR"], "evidence": TEXT}


def test_figures_go_to_standard_output_and_misses_to_standard_error(tmp_path: Path) -> None:
    path = annotated(tmp_path / "mine.jsonl", event("visit"), event("aid"))
    result = evaluate(path, "--misses")
    assert result.exit_code == 0
    assert result.stdout.startswith("Figures over 1 articles\n")
    relations = next(line for line in result.stdout.splitlines() if "relations" in line)
    assert relations.split() == ["relations", "100.0", "50.0", "66.7", "2", "1"]
    assert result.stderr == f"a  missed  KEN → Aid → NOR  | {TEXT}\n"


def test_a_confidence_that_nothing_reaches_leaves_nothing(tmp_path: Path) -> None:
    path = annotated(tmp_path / "mine.jsonl", event("visit"))
    result = evaluate(path, "--min-confidence", "1", "--format", "markdown")
    assert "| relations | 0.0 | 0.0 | 0.0 | 1 | 0 |" in result.stdout


def test_articles_without_annotation_are_named(tmp_path: Path) -> None:
    path = tmp_path / "plain.jsonl"
    path.write_text('{"id": "a", "text": "Kenya visited Norway."}\n', encoding="utf-8")
    result = evaluate(str(path))
    assert result.exit_code == 1
    assert 'plain.jsonl:1: the row has no "events"' in result.stderr
