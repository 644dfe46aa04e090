"""How stores on servers compare with the embedded one: taking articles in, and answering questions.

    python -m benchmarks.stores --articles 2000

Starts Oxigraph's server and Virtuoso (where they are installed) on this machine, writes the same
articles into each and into a folder, batch by batch as ``dragoman ingest`` does, writes them again
as they are and changed, and asks every question in ``data/questions``. Times are wall time; what
counts are the ratios, which are those of one run.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import islice
from pathlib import Path

from rdflib import URIRef

from benchmarks.asked import asked
from benchmarks.generate import World
from graph.errors import DragomanError
from graph.forms import query_form
from graph.naming import BASE, Namer
from graph.store import GraphWriter, Triple, open_store
from graph.triples import article_triples
from tests.graph import servers

BATCH = 200
ROUNDS = 3
VIRTUOSO_BUFFERS = 80_000

Batch = list[tuple[URIRef, frozenset[Triple]]]


def main() -> None:
    """Prints two tables: seconds for each work, and milliseconds for each question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    wanted = parser.parse_args().articles
    articles = _articles(wanted)
    statements = sum(len(triples) for _, triples in articles)
    print(f"{wanted:,} articles, {statements:,} statements in their graphs\n")
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        stores = dict(_stores(stack, Path(folder)))
        _works(stores, articles, statements)
        _questions(stores, World())
        for store in stores.values():
            store.close()


def _articles(count: int) -> Batch:
    world, namer = World(), Namer(BASE)
    readings = map(world.reading, range(count))
    return [(namer.article(r.article), article_triples(r, namer)) for r in readings]


def _stores(stack: ExitStack, folder: Path) -> Iterator[tuple[str, GraphWriter]]:
    yield "folder", open_store(str(folder / "here"))
    for name, start in (
        ("Oxigraph server", servers.oxigraph),
        ("Virtuoso", partial(servers.virtuoso, buffers=VIRTUOSO_BUFFERS)),
    ):
        place = folder / name.split()[0].lower()
        place.mkdir()
        yield name, open_store(stack.enter_context(start(place)))


def _works(stores: dict[str, GraphWriter], articles: Batch, statements: int) -> None:
    """Taking articles in: for the first time, again as they are, and changed."""
    shifted = [(a, t) for (a, _), (_, t) in zip(articles, articles[1:] + articles[:1], strict=True)]
    some = articles[: len(articles) // 10]
    works: tuple[tuple[str, Callable[[GraphWriter], None]], ...] = (
        ("first load", lambda store: _take_in(store, articles)),
        ("the same again", lambda store: _take_in(store, articles)),
        ("all changed", lambda store: _take_in(store, shifted)),
        ("a tenth removed, one by one", lambda store: _remove(store, some)),
        ("merged graph computed again", lambda store: store.rebuild()),
        ("everything read", lambda store: _read(store)),
    )
    _head("seconds", stores)
    for name, work in works:
        seconds = [_timed(partial(work, store)) for store in stores.values()]
        _row(name, seconds, 2)
        if name == "first load":
            rates = ", ".join(f"{statements / s:,.0f}" for s in seconds)
            print(f"  (statements a second: {rates})")


def _take_in(store: GraphWriter, articles: Batch) -> None:
    rest = iter(articles)
    while batch := list(islice(rest, BATCH)):
        store.replace_many(batch)


def _remove(store: GraphWriter, articles: Batch) -> None:
    for address, _ in articles:
        store.remove(address)


def _read(store: GraphWriter) -> None:
    for _ in store.quads():
        pass


def _questions(stores: dict[str, GraphWriter], world: World) -> None:
    """The median of each question, and a remark where the answers differ."""
    print()
    _head("milliseconds", stores)
    ratios: dict[str, list[float]] = {name: [] for name in stores}
    for name, text in asked(world):
        times: list[float] = []
        answers: list[object] = []
        for store in stores.values():
            rounds, answer = [], None
            for _ in range(ROUNDS):
                start = time.perf_counter()
                answer = _ask(store, text)
                rounds.append(time.perf_counter() - start)
            times.append(statistics.median(rounds) * 1000)
            answers.append(answer)
        _row(name, times, 1, "" if len(set(answers)) == 1 else f"  differs: {answers}")
        for store_name, value in zip(stores, times, strict=True):
            ratios[store_name].append(value / times[0])
    medians = [statistics.median(values) for values in ratios.values()]
    _row("median ratio to the folder", medians, 2)


def _ask(store: GraphWriter, query: str) -> object:
    """How much the answer holds, or why there is none."""
    try:
        match query_form(query):
            case "SELECT":
                return len(store.select(query))
            case "ASK":
                return store.ask(query)
            case _:
                return len(store.construct(query))
    except DragomanError as error:
        return str(error)[:120]


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _head(unit: str, stores: dict[str, GraphWriter]) -> None:
    print(f"| {unit} | {' | '.join(stores)} |")
    print(f"|---|{'---|' * len(stores)}")


def _row(name: str, values: list[float], digits: int, remark: str = "") -> None:
    print(f"| {name} | {' | '.join(f'{v:,.{digits}f}' for v in values)} |{remark}", flush=True)


if __name__ == "__main__":
    main()
