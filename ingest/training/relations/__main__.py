"""``python -m ingest.training.relations CORPUS`` trains the network and writes it.

CORPUS holds the dated news items, in JSON lines, whose annotation is in
``data/relations/annotated``.
"""

import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import torch

from ingest.networks import Matrix
from ingest.pipeline import open_pipeline
from ingest.reader import Reader
from ingest.relations.network import CLASSES, load_network
from ingest.relations.sentences import Codes
from ingest.training.relations.annotation import read_articles, read_items
from ingest.training.relations.encoder import word_vectors
from ingest.training.relations.examples import codes_of, example, find
from ingest.training.relations.figures import NEVER, table, thresholds
from ingest.training.relations.student import MEANING, trained
from ingest.training.shelving import write_weights, write_words

FOLDER = Path(str(files("data") / "relations"))


def main(corpus: Path) -> None:
    """Trains on all but the held-out sentences, prints the figures on those, and writes all."""
    annotated = [
        *read_items(FOLDER / "annotated" / "items.tsv", corpus),
        *read_articles(FOLDER / "annotated" / "articles.jsonl"),
    ]
    found = list(find(Reader(open_pipeline()), annotated))
    codes = codes_of(found)
    examples = [example(each, codes) for each in found]
    learned = [each for each in examples if not each.held_out]
    print(f"{len(examples)} sentences, {len(learned)} to learn from", flush=True)
    vectors = word_vectors(list(codes.words), MEANING)
    torch.set_num_threads(1)  # the same sums in the same order
    student = trained(learned, codes, vectors)
    write(codes, student.weights())
    write_thresholds([NEVER] * len(CLASSES))
    load_network.cache_clear()
    network = load_network()
    left = [each for each in examples if each.held_out]
    chances = [network.scores(each.sentence, each.said) for each in left]
    write_thresholds(thresholds(left, chances))
    print(table(left, chances))


def write(codes: Codes, weights: dict[str, Matrix]) -> None:
    """Writes the weights, in half precision, and the words that they know."""
    FOLDER.mkdir(exist_ok=True)
    write_weights(FOLDER, weights)
    names = ("words", "tags", "relations", "kinds", "forms")
    write_words(FOLDER, {name: list(getattr(codes, name)) for name in names})


def write_thresholds(least: Sequence[float]) -> None:
    """Writes for each class from which chance on the network is believed."""
    head = "# How likely a relation must be to be told, by class; at 1 it never is.\n"
    head += "# Written by: python -m ingest.training.relations CORPUS\n"
    rows = (f"{kind.value} = {chance}\n" for kind, chance in zip(CLASSES, least, strict=True))
    (FOLDER / "thresholds.toml").write_text(head + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
