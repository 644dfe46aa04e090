"""``python -m ingest.calibration GOLD.jsonl…`` counts how often an estimate is right."""

import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from graph.model import Article
from ingest.confidence import FILE, UNCHANGED, fit
from ingest.evaluation import evaluate
from ingest.gold import read_gold
from ingest.reader import Reader
from ingest.sources.walk import read_sources


def main(gold: Sequence[str]) -> None:
    """Counts on the annotated files and writes the curve."""
    reader = Reader.open(calibration=UNCHANGED)
    articles = (item for item in read_sources(gold) if isinstance(item, Article))
    readings = list(reader.read_many(articles))
    annotated = read_gold(gold)
    curve = fit(evaluate(annotated, readings).judged)
    lines = "".join(f"  [{a}, {b}],\n" for a, b in curve.points)
    Path(str(files("data") / FILE)).write_text(
        "# Estimate of the rules, and the share of such events that is right.\n"
        "# Written by: python -m ingest.calibration GOLD.jsonl …\n"
        f"points = [\n{lines}]\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(sys.argv[1:])
