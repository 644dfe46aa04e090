"""The W3C suites, sent over HTTP by the runners beside the checkout."""

import json
import subprocess
import sys
import tarfile
from collections import Counter
from pathlib import Path

import pytest

from tests.web.serving import TOKEN, served

SUITES = Path(__file__).resolve().parents[3] / "shared" / "rdf" / "w3c"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SUITES.is_dir(), reason="the W3C suites are not beside the checkout"),
]
REFUSED = {f"test_{number}" for number in (1, 2, 3, 4, 37, 47, 48, 49)}
"""Updates of ``syntax-update-1`` that load from other servers: refused before they are parsed."""


@pytest.fixture(scope="module")
def tests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("w3c")
    with tarfile.open(SUITES / "rdf-tests.tar.gz") as archive:
        archive.extractall(folder, filter="data")
    return folder / "sparql"


def run(runner: str, tests: Path, address: str, *more: str) -> list[dict[str, str]]:
    report = tests.parent / f"{runner}.json"
    subprocess.run(  # noqa: S603 - the runner beside the checkout
        [
            *(sys.executable, "-B", str(SUITES / runner), "--tests", str(tests)),
            *("--query", f"{address}/sparql", "--update", f"{address}/sparql"),
            *("--gsp", f"{address}/store", "--auth", f"Bearer {TOKEN}", "--json", str(report)),
            *more,
        ],
        check=False,
        capture_output=True,
        timeout=300,
    )
    found: list[dict[str, str]] = json.loads(report.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("kept", ["in memory", "in a folder"])
def test_the_protocols_are_kept_to_the_letter(tests: Path, tmp_path: Path, kept: str) -> None:
    with served(None if kept == "in memory" else tmp_path / "s") as (address, _):
        results = run("run_protocol.py", tests, address)
    assert [r for r in results if r["status"] != "pass"] == []
    assert Counter(r["kind"] for r in results) == {
        "ProtocolTest": 34,
        "ServiceDescriptionTest": 3,
        "GraphStoreProtocolTest": 13,
    }


def test_queries_and_updates_are_evaluated_as_well_as_by_the_store_itself(tests: Path) -> None:
    with served() as (address, _):
        results = run("run_eval.py", tests, address, "--suite", "sparql11,sparql10,sparql12")
    passed = Counter(r["kind"] for r in results if r["status"] == "pass")
    assert passed["QueryEvaluationTest"] >= 541
    assert passed["UpdateEvaluationTest"] >= 95
    syntax = [
        f"{r['group']}/{r['name']}"
        for r in results
        if r["status"] == "fail" and r["kind"].startswith(("Positive", "NegativeUpdate"))
    ]
    assert set(syntax) == {f"sparql11/syntax-update-1/{name}" for name in REFUSED}
