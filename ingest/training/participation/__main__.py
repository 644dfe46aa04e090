"""``python -m ingest.training.participation`` trains the network and writes it.

It learns from the articles of ``data/relations/annotated`` and its own, and from who took part in
their events by ``data/participation/annotated.tsv``.
"""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import islice
from pathlib import Path

from graph.model import Article
from ingest.antecedents.ranking import load_antecedence
from ingest.dating.choosing import load_dating
from ingest.participation.choosing import FOLDER, NAMES, Partaking
from ingest.participation.traits import Codes
from ingest.pipeline import open_pipeline
from ingest.ranking import Ranking
from ingest.reader import Reader
from ingest.relations.network import load_network
from ingest.training.heldout import held_out
from ingest.training.participation.examples import Counted, Example, examples, read_answers
from ingest.training.participation.figures import table
from ingest.training.ranking import Sorting, sorting
from ingest.training.relations.annotation import articles_of
from ingest.training.shelving import write_weights, write_words

DATA = Path(str(files("data")))
TOGETHER = 64
_PARTS = 3


def main() -> None:
    """Trains on all but the held-out articles, prints the figures on those, and writes all."""
    files = (DATA / "relations" / "annotated", DATA / FOLDER)
    articles = [each for folder in files for each in articles_of(folder / "articles.jsonl")]
    counted = [Counted() for _ in NAMES]
    for _ in _examples(articles, Codes(*counted)):
        pass
    codes = Codes(*(each.numbered() for each in counted))
    found = list(_examples(articles, codes))
    lessons = [Sorting(e.question.told, e.wanted) for e in found if not held_out(e.id)]
    words, cases, rules, relations = (len(getattr(codes, name)) + 1 for name in NAMES)
    beside = (words, relations, cases, words, words, relations, cases)
    weights = sorting(lessons, (words, rules), beside, _PARTS)
    (DATA / FOLDER).mkdir(exist_ok=True)
    write_weights(DATA / FOLDER, weights)
    write_words(DATA / FOLDER, {name: list(getattr(codes, name)) for name in NAMES})
    network = Partaking(codes, Ranking(weights))
    print(table(network, [each for each in found if held_out(each.id)]))


def _examples(articles: Sequence[Article], codes: Codes) -> Iterator[Example]:
    answers = read_answers(DATA / FOLDER / "annotated.tsv")
    reader = Reader(
        open_pipeline(),
        network=load_network(),
        antecedence=load_antecedence(),
        dating=load_dating(),
    )
    waiting = iter(articles)
    while some := list(islice(waiting, TOGETHER)):
        yield from examples(reader, some, answers, codes)


if __name__ == "__main__":
    main()
