"""How the SPARQL service compares with its peers, side by side in one run.

    python -m benchmarks.service --articles 1200 12000 58000

For each number of articles (here a hundred thousand, one and five million statements) a graph is
made and loaded into ``dragoman serve``, into a store that is read in this process, ``oxigraph
serve``, Virtuoso where it is installed and, with ``--rdflib-endpoint`` and the Python of an
environment that holds it, rdflib-endpoint. Two tables are printed: milliseconds for each question
of ``data/questions``, and requests a second for a cheap question from eight clients.

In each round every peer is asked in turn, so that a busy moment of the machine meets all of them;
the medians are shown. No round repeats a text, so no answer is one that was kept. Who takes longer
than the patience for a question is ended. What counts are the ratios.
"""

import argparse
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

from rdflib import SKOS

from benchmarks.asked import asked
from benchmarks.clients import asked_a_second, numbered
from benchmarks.generate import World, nquads
from benchmarks.peers import TABLE, Peer, peers
from graph.naming import BASE

CLIENTS, RATE_SECONDS = 8, 5.0
TEXTS = 30_000
"""More than one client process sends, so that each text is new to the server."""
CHEAP = f"SELECT ?name {{{{ <{BASE}{{key}}> <{SKOS.prefLabel}> ?name }}}}"
HEAVY = "top-pairs"
WITHIN, EXTRA = 1.3, 2.0
"""No question may take longer than so many times Oxigraph's server and so many milliseconds."""
_NONE = "–"

Running = dict[Peer, ExitStack]
"""The peers that run, each with what ends it."""


def main() -> None:
    """Prints the tables, in the form of Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[12_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--patience", type=float, default=60.0, metavar="SECONDS")
    parser.add_argument("--rdflib-endpoint", metavar="PYTHON", default="")
    options = parser.parse_args()
    for articles in options.articles:
        with ExitStack() as stack, tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            made = folder / "made.nq"
            with made.open("w", encoding="utf-8") as file:
                statements = sum(1 for line in nquads(articles) if file.write(line))
            print(f"\n{statements:,} statements of {articles:,} articles\n", flush=True)
            running: Running = {}
            python = options.rdflib_endpoint and str(Path(options.rdflib_endpoint).absolute())
            for number, start in enumerate(peers(python)):
                place = folder / str(number)
                place.mkdir()
                one = stack.enter_context(ExitStack())
                running[one.enter_context(start(made, place))] = one
            _questions(running, options.rounds, options.patience)
            _rates([peer for peer in running if peer.address])


def _questions(running: Running, rounds: int, patience: float) -> None:
    """The median of each question, and how the first peer compares with the others.

    Who takes longer than the patience is ended: it may go on working, and slow the others down.
    """
    there = list(running)
    _head("question, milliseconds", there)
    compared: dict[str, list[float]] = {peer.name: [] for peer in there}
    slow = []
    for name, text in asked(World()):
        times: dict[str, list[float]] = {peer.name: [] for peer in there}
        for turn in range(rounds):
            for peer in there:
                if peer in running:
                    try:
                        times[peer.name].append(_timed(peer, f"{text}\n# {turn}", patience))
                    except TimeoutError:
                        running.pop(peer).close()
                    except RuntimeError as error:
                        times[peer.name].clear()
                        print(f"  ({name}: {error})")
        medians = {peer: statistics.median(t) for peer, t in times.items() if t}
        _row(name, [f"{medians[p.name]:,.1f}" if p.name in medians else _NONE for p in there])
        ours, oxigraph = medians.get(there[0].name), medians.get("Oxigraph's server")
        for peer_name, value in medians.items():
            if ours is not None:
                compared[peer_name].append(value / ours)
        if ours is not None and oxigraph is not None and ours > WITHIN * oxigraph + EXTRA:
            slow.append(f"{name} ({ours / oxigraph:.2f})")
    ratios = [statistics.median(r) if (r := compared[p.name]) else None for p in there]
    _row("median of the ratios to Dragoman", [_NONE if r is None else f"{r:,.2f}" for r in ratios])
    print(
        f"\nOver {WITHIN:g} times Oxigraph's server + {EXTRA:g} ms: {', '.join(slow) or 'none'}\n"
    )


def _rates(there: list[Peer]) -> None:
    """Requests a second for a cheap question from several clients."""
    _head(f"requests a second, {CLIENTS} clients", there)
    world, numbers = World(), count()
    looked_up = [CHEAP.format(key=actor.key) for actor in world.actors[:500]]
    heavy = dict(asked(world))[HEAVY]
    _row("a cheap question, each time another", [_rate(p, looked_up, next(numbers)) for p in there])
    _row("the same again and again", [_rate(peer, looked_up[:1]) for peer in there])
    beside = []
    for peer in there:
        with _asking(peer, heavy):
            beside.append(_rate(peer, looked_up, next(numbers)))
    _row(f"another each time, beside {HEAVY} in a loop", beside)


def _rate(peer: Peer, queries: list[str], number: int | None = None) -> str:
    """The requests a second; with a number, no text is sent twice or under another number."""
    texts = queries if number is None else [f"{q} # {number}" for q in numbered(queries, TEXTS)]
    try:
        rate = asked_a_second(peer.address, texts, TABLE, clients=CLIENTS, seconds=RATE_SECONDS)
    except (OSError, RuntimeError) as error:
        print(f"  ({peer.name}: {error})")
        return _NONE
    return f"{rate:,.0f}"


@contextmanager
def _asking(peer: Peer, query: str) -> Iterator[None]:
    """Meanwhile one client asks the query again and again."""
    done = threading.Event()

    def ask_on() -> None:
        number = 0
        while not done.is_set():
            number += 1
            try:
                peer.ask(f"{query}\n# beside {number}", 60.0)
            except (RuntimeError, TimeoutError):
                done.wait(0.1)

    asking = threading.Thread(target=ask_on)
    asking.start()
    try:
        yield
    finally:
        done.set()
        asking.join()


def _timed(peer: Peer, query: str, patience: float) -> float:
    """Milliseconds until the whole answer is there."""
    started = time.perf_counter()
    peer.ask(query, patience)
    return (time.perf_counter() - started) * 1000


def _head(what: str, there: list[Peer]) -> None:
    print(f"| {what} | {' | '.join(peer.name for peer in there)} |")
    print(f"|---|{'---:|' * len(there)}")


def _row(name: str, cells: list[str]) -> None:
    print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
