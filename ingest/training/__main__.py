"""``python -m ingest.training TREEBANKS OUT`` trains the pipeline and writes it, ready to ship."""

import sys
import tempfile
from pathlib import Path

from spacy.cli.train import train
from spacy.tokens import DocBin

from ingest.training.gemm import use_blas
from ingest.training.present import present
from ingest.training.shipping import ship
from ingest.training.tokenizer import blank_english

TRAIN = ("train_parse", "train_ner_c")
DEV = "dev_parse"


def main(treebanks: Path, out: Path) -> None:
    """Trains on the DocBins in ``treebanks`` and writes the best pipeline to ``out``."""
    use_blas()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        blank_english().to_disk(work / "tokenizer")
        (work / "train").mkdir()
        for number, name in enumerate(TRAIN):
            source = treebanks / f"{name}.spacy"
            (work / "train" / f"{number}.spacy").write_bytes(source.read_bytes())
        # The name corpus is twice as long as the parse corpus and holds no trees.
        in_present(treebanks / "train_parse.spacy").to_disk(work / "train" / "present.spacy")
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


def in_present(source: Path) -> DocBin:
    """The documents of a DocBin once more, in the present tense where they can be."""
    vocab = blank_english().vocab
    out = DocBin(store_user_data=False)
    for doc in DocBin().from_disk(source).get_docs(vocab):
        out.add(present(doc) or doc)
    return out


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
