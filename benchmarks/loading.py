"""How fast articles get into a folder, beside pyoxigraph's own bulk load of the same statements.

    python -m benchmarks.loading --articles 20000

Makes a graph and loads it in every way there is, in one run, some rounds in turn; the medians are
printed, wall and processor time, as ratios to the bulk load as well: what counts are these. Each
way ends with the same statements; that is compared.
"""

import argparse
import gc
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox

from benchmarks.generate import articles, nquads
from graph.backups import backup, restore
from graph.embedded import EmbeddedStore
from graph.loading import load
from graph.naming import Namer
from graph.terms import statement
from graph.triples import article_triples
from ingest.batch import FOLDER_ARTICLES, keep

Way = Callable[[Path], None]
Seconds = tuple[float, float]
"""By the clock, and of the processor."""


def main() -> None:
    """Prints a table: each way of loading, its seconds, and how fast that is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-batches", action="store_true", help="Leave out what is slow.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ways = _ways(folder, options.articles, batches=not options.no_batches)
        gc.freeze()  # what was prepared is not looked through again in what is timed
        taken: dict[str, list[Seconds]] = {}
        size = 0
        for number in range(options.rounds):
            for way, (make, do) in ways.items():
                place = folder / f"{way} {number}"
                make(place)
                taken.setdefault(way, []).append(_timed(do, place))
                size = _size(place, size)
        print(f"{size:,} statements of {options.articles:,} articles\n")
        _table(taken, size)


def _ways(folder: Path, count: int, *, batches: bool) -> dict[str, tuple[Way, Way]]:
    """What prepares each way, and what is timed."""
    whole, said = folder / "whole.nq", folder / "said.nq"
    with whole.open("w", encoding="utf-8") as file:
        file.writelines(nquads(count))
    with said.open("w", encoding="utf-8") as file:
        file.writelines(_said(count))
    with_all = EmbeddedStore(folder / "filled")
    load(with_all, said)
    backup(with_all, folder / "backup")
    with_all.close()
    readings = list(articles(count)) if batches else []

    def bulk(place: Path) -> None:
        ox.Store(str(place)).bulk_load(path=str(whole), format=ox.RdfFormat.N_QUADS)

    def loaded(place: Path) -> None:
        store = EmbeddedStore(place)
        load(store, said)
        store.close()

    def indexed(place: Path) -> None:
        store = EmbeddedStore(place)
        store.indexing.settle()
        store.close()

    def restored(place: Path) -> None:
        store = EmbeddedStore(place)
        restore(store, folder / "backup")
        store.close()

    def kept(place: Path) -> None:
        store = EmbeddedStore(place)
        keep(readings, store, Namer())
        store.close()

    def nothing(place: Path) -> None:
        pass

    ways: dict[str, tuple[Way, Way]] = {
        "pyoxigraph's bulk load": (nothing, bulk),
        "dragoman load": (nothing, loaded),
        "dragoman restore": (nothing, restored),
        "the index after a load": (loaded, indexed),
    }
    if batches:
        ways[f"batches of {FOLDER_ARTICLES}, as dragoman ingest writes them"] = (nothing, kept)
    return ways


def _said(count: int) -> Iterator[str]:
    """What the articles say, without the merged graph."""
    namer = Namer()
    for reading in articles(count):
        graph = namer.article(reading.article)
        for said in map(statement, article_triples(reading, namer)):
            yield f"{said} <{graph}> .\n"


def _timed(do: Way, place: Path) -> Seconds:
    clock, processor = time.perf_counter(), _processor()
    do(place)
    return time.perf_counter() - clock, _processor() - processor


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _size(place: Path, before: int) -> int:
    """How many statements the store holds; as many as the others."""
    size = len(ox.Store.read_only(str(place)))
    if before and size != before:
        raise SystemExit(f"{place.name}: holds {size:,} statements, others {before:,}")
    return size


def _table(taken: dict[str, list[Seconds]], size: int) -> None:
    """Medians of the rounds; how fast each way is beside the first one, in the same round."""
    print("| way | seconds | processor seconds | statements a second | speed | by the processor |")
    print("|---|---:|---:|---:|---:|---:|")
    base = next(iter(taken.values()))
    for way, rounds in taken.items():
        clock, processor = (statistics.median(part) for part in zip(*rounds, strict=True))
        shares = [
            statistics.median(b[part] / r[part] for b, r in zip(base, rounds, strict=True))
            for part in (0, 1)
        ]
        cells = (f"{clock:.1f}", f"{processor:.1f}", f"{size / clock:,.0f}")
        print(f"| {way} | {' | '.join(cells)} | {shares[0]:.0%} | {shares[1]:.0%} |")


if __name__ == "__main__":
    main()
