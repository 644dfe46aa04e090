"""The reader never falls below what it once reached on the published test set."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from graph.exports import write_readings
from graph.formats import READINGS, format_named
from graph.naming import Namer
from ingest.evaluation import Evaluation, evaluate
from ingest.gold import read_gold
from ingest.reader import Reader
from tests.floors import PAGES, floors, measured, raised, reached, read_all, with_figures

SHARED = Path(__file__).parents[3] / "shared" / "gold"
FIGURE = re.compile(r"^\| relations \| [\d.]+ \| [\d.]+ \| ([\d.]+) \|", re.MULTILINE)
STALE = 3.0
"""Points that the documented figure may be off before it has to be written again."""


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    return measured()


def test_every_figure_reaches_its_floor(evaluation: Evaluation) -> None:
    least, most = floors()
    figures = reached(evaluation)
    fallen = {k: (figures[k], low) for k, low in least.items() if figures[k] < low}
    assert not fallen, f"below their floors (reached, floor): {fallen}; mend the reader"
    assert evaluation.trapped <= most, "more events out of traps than before; mend the reader"
    assert set(figures) == set(least), "a figure has no floor; write it with: make evaluation"


def test_floors_only_go_up() -> None:
    assert raised({"date": 80}, {"date": 70.0}) == {"date": 80}
    assert raised({"date": 80}, {"date": 95.5}) == {"date": 94}
    assert raised({}, {"date": 50.0}) == {"date": 49}


def test_the_documented_figures_are_those_of_the_reader(evaluation: Evaluation) -> None:
    page = PAGES[0].read_text(encoding="utf-8")
    found = FIGURE.search(page)
    assert found, f"{PAGES[0]} holds no figures; write them with: make evaluation"
    off = abs(float(found[1]) - evaluation.relations.f1)
    assert off <= STALE, f"{PAGES[0]} is out of date; write it with: make evaluation"


def test_figures_are_written_between_the_markers_and_nowhere_else(evaluation: Evaluation) -> None:
    page = "a\n<!-- headline:begin -->\nstale\n<!-- headline:end -->\nz\n"
    written = with_figures(page, evaluation)
    assert written.startswith("a\n<!-- headline:begin -->\n")
    assert written.endswith("<!-- headline:end -->\nz\n")
    assert "stale" not in written
    assert FIGURE.search(written)
    assert with_figures(written, evaluation) == written
    assert with_figures("nothing\n", evaluation) == "nothing\n"


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the development data is not beside the checkout")
@pytest.mark.parametrize("name", ["items.jsonl", "articles.jsonl"])
def test_the_figures_are_those_of_the_other_scorer(name: str, tmp_path: Path) -> None:
    path = str(SHARED / name)
    readings = read_all(Reader.open(), (path,))
    printed = tmp_path / "read.trig"
    with printed.open("wb") as stream:
        write_readings(readings, Namer(), format_named("trig", READINGS), stream)
    command = [sys.executable, str(SHARED / "score.py"), path, str(printed)]
    told = subprocess.run(  # noqa: S603 - a script of the development data
        command, capture_output=True, text=True, check=True, env={**os.environ}
    )
    theirs = {line.split()[0]: line.split()[1:] for line in told.stdout.splitlines()}
    ours = evaluate(read_gold([path]), readings)
    for key, tally in (
        ("dyads", ours.dyads),
        ("relations", ours.relations),
        ("events", ours.events),
        ("produced", ours.documents),
    ):
        figures = [tally.precision, tally.recall, tally.f1, tally.wanted, tally.read]
        assert theirs[key][1::2] == [str(figure) for figure in figures], key
    for key, share in (("date", ours.date), ("place", ours.place)):
        assert theirs[key] == ["accuracy", str(share.percent), "of", str(share.of)], key
    assert theirs["traps"] == ["events", str(ours.trapped), "articles", str(ours.traps)]
