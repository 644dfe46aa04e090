"""How many words a second are read in one process, and which stage takes how much of the time.

    python -m benchmarks.reading                      # the articles that the network learned from
    python -m benchmarks.reading ARTICLES.jsonl --rounds 5

Processor time, the best of several rounds. Each round reads with the rules alone and with the
networks as well, in turn, so that both meet the same noise.
"""

import argparse
import resource
import time
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from graph.model import Article
from ingest.antecedents.ranking import load_antecedence
from ingest.dating.choosing import load_dating
from ingest.pipeline import open_pipeline
from ingest.reader import Reader
from ingest.relations.network import load_network
from ingest.sources.walk import read_sources

_OWN = Path(str(files("data"))) / "relations" / "annotated" / "articles.jsonl"
_WARM = 10
_TOGETHER = 64
_STAGES = ("preparing", "parse", "events")


def main() -> None:
    """Reads the articles several times and prints the table."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("files", nargs="*", default=[str(_OWN)])
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--articles", type=int, default=200)
    options = asked.parse_args()
    found = read_sources(options.files, stdin=None)
    articles = [item for item in found if isinstance(item, Article)][: options.articles]
    words = sum(len(article.text.split()) for article in articles)
    nlp = open_pipeline()
    networks = Reader(
        nlp, network=load_network(), antecedence=load_antecedence(), dating=load_dating()
    )
    readers = {"the networks": networks, "the rules alone": Reader(nlp)}
    best: dict[str, tuple[float, ...]] = {}
    for reader in readers.values():
        _stages(reader, articles[:_WARM])
    for _ in range(options.rounds):
        for name, reader in readers.items():
            took = _stages(reader, articles)
            if name not in best or sum(took) < sum(best[name]):
                best[name] = took
    print(f"{len(articles)} articles, {words:,} words")
    for name, stages in best.items():
        total = sum(stages)
        shares = zip(_STAGES, stages, strict=True)
        parts = ", ".join(f"{stage} {100 * seconds / total:.1f} %" for stage, seconds in shares)
        print(f"with {name}: {words / total:,.0f} words a second ({parts})")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory, both readers: {peak:,.0f} MB")


def _stages(reader: Reader, articles: Sequence[Article]) -> tuple[float, float, float]:
    """Seconds of processor time for preparing, for the parse, and for the events."""
    prepared = parsed = events = 0.0
    for at in range(0, len(articles), _TOGETHER):
        batch = articles[at : at + _TOGETHER]
        start = time.process_time()
        ready = [reader.preparer.prepare(article) for article in batch]
        between = time.process_time()
        pairs = reader.parse(ready)
        before = time.process_time()
        for article, each, parts in zip(batch, ready, pairs, strict=True):
            reader.events(article, each, parts)
        end = time.process_time()
        prepared, parsed, events = (
            prepared + between - start,
            parsed + before - between,
            events + end - before,
        )
    return prepared, parsed, events


if __name__ == "__main__":
    main()
