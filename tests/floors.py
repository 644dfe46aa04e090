"""The least that the reader may reach on the published test set: a ratchet that only goes up.

``python -m tests.floors`` (or ``make evaluation``) reads the test set, raises the floors of
``data/gold/floors.toml`` to a point below what was reached, and writes the figures into the
documentation between its markers.
"""

import math
import re
import tomllib
from importlib.resources import files
from pathlib import Path

from graph.model import Article, Reading
from ingest.evaluation import Evaluation, evaluate
from ingest.gold import read_gold
from ingest.reader import Reader
from ingest.scoresheet import headline, scoresheet
from ingest.sources.walk import read_sources
from web.commands.terminal import standard_input

ROOT = Path(__file__).parent.parent
GOLD = Path(str(files("data") / "gold"))
PATHS = (str(GOLD / "texts.jsonl"), str(GOLD / "articles.jsonl"))
FLOORS = GOLD / "floors.toml"
PAGES = (ROOT / "docs" / "evaluation.md", ROOT / "README.md")
SLACK = 1.0
"""Points between what was reached and its floor."""
_PART = re.compile(r"(<!-- (figures|headline):begin -->\n).*?(<!-- \2:end -->)", re.DOTALL)
_HEAD = """\
# What the reader must reach on the texts of this folder: at least so many per cent, and at most so
# many events out of traps. Raised by `make evaluation`; never lowered.
"""


def measured() -> Evaluation:
    """The figures of our own reader on the published test set."""
    reader = Reader.open()
    return evaluate(read_gold(PATHS), read_all(reader, PATHS))


def read_all(reader: Reader, paths: tuple[str, ...]) -> list[Reading]:
    """The readings of all articles in the files."""
    items = read_sources(paths, stdin=standard_input())
    return list(reader.read_many(item for item in items if isinstance(item, Article)))


def reached(evaluation: Evaluation) -> dict[str, float]:
    """Each figure that has a floor."""
    tallies = {
        "relations": evaluation.relations,
        "dyads": evaluation.dyads,
        "events": evaluation.events,
    }
    out = {f"{name}-precision": tally.precision for name, tally in tallies.items()}
    out |= {f"{name}-f1": tally.f1 for name, tally in tallies.items()}
    out["documents-f1"] = evaluation.documents.f1
    shares = {"date": evaluation.date, "place": evaluation.place, "status": evaluation.status}
    return out | {name: share.percent for name, share in shares.items()}


def floors() -> tuple[dict[str, float], int]:
    """The floors, and how many events may be read out of traps."""
    values = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return values["at-least"], values["at-most"]["trap-events"]


def raised(old: dict[str, float], figures: dict[str, float]) -> dict[str, float]:
    """The floors after the figures were reached: never below the old ones.

    >>> raised({"date": 80, "place": 60}, {"date": 79.0, "place": 64.9})
    {'date': 80, 'place': 63}
    """
    return {
        name: max(old.get(name, 0), math.floor(figure - SLACK)) for name, figure in figures.items()
    }


def with_figures(page: str, evaluation: Evaluation) -> str:
    """The page, with the figures in the place of those between its markers."""
    parts = {
        "figures": scoresheet(evaluation, markdown=True),
        "headline": headline(evaluation),
    }
    return _PART.sub(lambda m: f"{m[1]}\n{parts[m[2]]}\n{m[3]}", page)


def main() -> None:
    """Measures, raises the floors, and writes the figures into the pages."""
    evaluation = measured()
    least, most = floors() if FLOORS.exists() else ({}, evaluation.trapped)
    values = raised(least, reached(evaluation))
    lines = [f"{name} = {value}" for name, value in sorted(values.items())]
    most = min(most, evaluation.trapped)
    text = "\n".join((_HEAD, "[at-least]", *lines, "", "[at-most]", f"trap-events = {most}", ""))
    FLOORS.write_text(text, encoding="utf-8")
    for page in PAGES:
        old = page.read_text(encoding="utf-8")
        if (new := with_figures(old, evaluation)) != old:
            page.write_text(new, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
