"""``python -m ingest.training TREEBANKS CORPUS OUT`` trains the pipeline and writes it to OUT.

A larger parser learns from the treebanks first, and gives news its trees; the pipeline learns from
both.
"""

import sys
import tempfile
from importlib.resources import files
from itertools import chain
from pathlib import Path
from shutil import copy

from spacy.cli.train import train
from spacy.tokens import DocBin

from ingest.pipeline import open_pipeline
from ingest.training.gemm import use_blas
from ingest.training.present import present
from ingest.training.relations.annotation import articles_of
from ingest.training.shipping import ship
from ingest.training.silver import chosen, silver
from ingest.training.teacher import Teacher, taught
from ingest.training.tokenizer import blank_english
from ingest.training.trees import sentences

TREES = "train_parse"
DEV = "dev_parse"
ARTICLES = Path(str(files("data") / "relations" / "annotated" / "articles.jsonl"))


def main(treebanks: Path, corpus: Path, out: Path) -> None:
    """Trains on the DocBins in ``treebanks`` and on news, and writes the best pipeline to ``out``.

    ``corpus`` holds dated news items in JSON lines; the articles that the network of relations
    learns from are news as well.
    """
    use_blas()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        blank_english().to_disk(work / "tokenizer")
        (work / "train").mkdir()
        trees = treebanks / f"{TREES}.spacy"
        copy(trees, work / "train" / trees.name)
        in_present(trees).to_disk(work / "train" / "present.spacy")
        news = chain(chosen(corpus), articles_of(ARTICLES))
        silver(_teacher(trees), open_pipeline(), news).to_disk(work / "train" / "silver.spacy")
        train(
            Path(__file__).with_name("pipeline.cfg"),
            work / "trained",
            overrides={
                "paths.train": str(work / "train"),
                "paths.dev": str(treebanks / f"{DEV}.spacy"),
                "paths.tokenizer": str(work / "tokenizer"),
            },
        )
        ship(work / "trained" / "model-best", out)


def _teacher(trees: Path) -> Teacher:
    docs = DocBin().from_disk(trees).get_docs(blank_english().vocab)
    return taught(list(sentences(docs)))


def in_present(source: Path) -> DocBin:
    """The documents of a DocBin once more, in the present tense where they can be."""
    vocab = blank_english().vocab
    out = DocBin(store_user_data=False)
    for doc in DocBin().from_disk(source).get_docs(vocab):
        out.add(present(doc) or doc)
    return out


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
