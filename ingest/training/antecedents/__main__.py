"""``python -m ingest.training.antecedents`` trains the network and writes it.

It learns from the articles of ``data/relations/annotated``, and from who is meant in them by
``data/antecedents/annotated.tsv``.
"""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from ingest.antecedents.ranking import FOLDER, Antecedence
from ingest.pipeline import open_pipeline
from ingest.preparing import Preparer
from ingest.ranking import Ranking
from ingest.training.antecedents.examples import Example, School, read_answers
from ingest.training.heldout import held_out
from ingest.training.ranking import Lesson, trained
from ingest.training.relations.annotation import articles_of
from ingest.training.shelving import write_weights, write_words

DATA = Path(str(files("data")))


def main() -> None:
    """Trains on all but the held-out articles, prints the figures on those, and writes all."""
    articles = list(articles_of(DATA / "relations" / "annotated" / "articles.jsonl"))
    answers = read_answers(DATA / FOLDER / "annotated.tsv")
    school = School(Preparer(open_pipeline()), articles, answers)
    lessons = [
        Lesson(each.told, (each.right,) if each.right >= 0 else ())
        for each in school.examples()
        if not held_out(each.id)
    ]
    words, offices = len(school.codes.words) + 1, len(school.codes.offices) + 1
    weights = trained(lessons, (words, words, words, offices), (words, words))
    write_weights(DATA / FOLDER, weights)
    known = {"words": list(school.codes.words), "offices": list(school.codes.offices)}
    write_words(DATA / FOLDER, known)
    network = Antecedence(Ranking(weights), school.codes)
    print(table([each for each in school.examples(network) if held_out(each.id)]))


def table(left: Sequence[Example]) -> str:
    """How many mentions are read right by the rules alone, and as the network chooses."""
    counts = (
        ("the rules alone", sum(each.ruled for each in left)),
        ("with the network", sum(each.chosen for each in left)),
        ("among the antecedents", sum(each.right >= 0 for each in left)),
    )
    rows = (f"| {name} | {100 * right / len(left):.1f} |" for name, right in counts)
    return "\n".join((f"| of {len(left)} mentions | right |", "| :--- | ---: |", *rows))


if __name__ == "__main__":
    main()
