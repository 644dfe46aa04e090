"""``python -m ingest.training.dating`` trains the network and writes it.

It learns from the articles of ``data/relations/annotated``, and from when their events were by
``data/dating/annotated.tsv``.
"""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import islice
from pathlib import Path

from graph.model import Article
from ingest.antecedents.ranking import load_antecedence
from ingest.dating.choosing import FOLDER, chosen
from ingest.pipeline import open_pipeline
from ingest.ranking import Ranking
from ingest.reader import Reader
from ingest.relations.network import load_network
from ingest.training.dating.examples import Example, examples, fits, read_answers
from ingest.training.heldout import held_out
from ingest.training.ranking import Lesson, trained
from ingest.training.relations.annotation import articles_of
from ingest.training.shelving import write_weights

DATA = Path(str(files("data")))
TOGETHER = 64


def main() -> None:
    """Trains on all but the held-out articles, prints the figures on those, and writes all."""
    articles = list(articles_of(DATA / "relations" / "annotated" / "articles.jsonl"))
    found = list(_examples(articles))
    lessons = [Lesson(e.question.told, e.right) for e in found if not held_out(e.id)]
    weights = trained(lessons)
    write_weights(DATA / FOLDER, weights)
    print(table(Ranking(weights), [each for each in found if held_out(each.id)]))


def _examples(articles: Sequence[Article]) -> Iterator[Example]:
    answers = read_answers(DATA / FOLDER / "annotated.tsv")
    reader = Reader(open_pipeline(), network=load_network(), antecedence=load_antecedence())
    waiting = iter(articles)
    while some := list(islice(waiting, TOGETHER)):
        yield from examples(reader, some, answers)


def table(dating: Ranking, left: Sequence[Example]) -> str:
    """How many events have the right day by the rules alone, and as the network chooses."""
    rows = ["| | events | the rules alone | with the network |", "| :--- | ---: | ---: | ---: |"]
    for name, dated in (("with a day", True), ("without one", False)):
        some = [each for each in left if (each.day is not None) is dated]
        ruled = sum(fits(each.question.days[each.question.ruled], each.day) for each in some)
        right = sum(fits(chosen(each.question, dating), each.day) for each in some)
        shares = (f"{100 * number / max(1, len(some)):.1f}" for number in (ruled, right))
        rows.append(f"| {name} | {len(some)} | {' | '.join(shares)} |")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
