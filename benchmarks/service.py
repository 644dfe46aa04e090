"""How the SPARQL service compares with its peers over HTTP, side by side in one run.

    python -m benchmarks.service --articles 20000

Makes a graph, loads it into ``dragoman serve``, ``oxigraph serve`` and, with ``--rdflib-endpoint``
and the Python of an environment that holds it, rdflib-endpoint, all on this machine. Prints two
tables: milliseconds for each question of ``data/questions`` (the median of some rounds; no round
repeats a text, so no answer is one that was kept), and requests a second for a cheap question from
eight clients, alone and beside a heavy one. What counts are the ratios.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from http import HTTPStatus
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx

from benchmarks.asked import asked
from benchmarks.generate import World, load, nquads
from graph.embedded import EmbeddedStore
from graph.forms import query_form
from graph.vocabulary import DGM
from tests.graph import servers

CLIENTS, RATE_SECONDS = 8, 5.0
WAIT_SECONDS = 600.0
CHEAP = "ASK {{ ?event <{dgm}actor> ?actor }} # {number}"
HEAVY = "SELECT (COUNT(*) AS ?n) {{ ?a <{dgm}actor> ?x . ?b <{dgm}actor> ?x }} # {number}"
TABLE, GRAPH = "application/sparql-results+json", "text/turtle"
_RDFLIB_ENDPOINT = """
import sys
import pyoxigraph
import uvicorn
from oxrdflib import OxigraphStore
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
graph = Dataset(store=OxigraphStore(store=pyoxigraph.Store(sys.argv[1])))
uvicorn.run(SparqlEndpoint(graph=graph), port=int(sys.argv[2]), log_level="error")
"""

Services = dict[str, str]
"""Name and address of each."""


def main() -> None:
    """Prints the tables, in the form of Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rdflib-endpoint", metavar="PYTHON", default="")
    options = parser.parse_args()
    with ExitStack() as stack, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = folder / "made.nq"
        with made.open("w", encoding="utf-8") as file:
            statements = sum(1 for line in nquads(options.articles) if file.write(line))
        print(f"{statements:,} statements of {options.articles:,} articles\n", flush=True)
        services: Services = {}
        for peer, start in _peers(made, folder, options.rdflib_endpoint):
            services[peer] = stack.enter_context(start)
        _questions(services, options.rounds)
        _rates(services)


def _peers(
    made: Path, folder: Path, python: str
) -> Iterator[tuple[str, AbstractContextManager[str]]]:
    """Name of each service, and what starts it and gives the address where it answers queries."""
    ours, theirs, third = (folder / name for name in ("ours", "oxigraph", "rdflib"))
    for place in (ours, theirs, third):
        place.mkdir()
    load(made, ours / servers.SERVED)
    with closing(EmbeddedStore(ours / servers.SERVED)) as store:
        store.indexing.settle()
    unlimited = {"DRAGOMAN_RATE_PER_MINUTE": "0", "DRAGOMAN_QUERY_WORKERS": "2"}
    yield "Dragoman", _at("/sparql", servers.dragoman(ours, **unlimited))
    load(made, theirs / "store")
    yield "Oxigraph's server", _at("/query", servers.oxigraph(theirs))
    if python:
        load(made, third / "store")
        yield "rdflib-endpoint", _rdflib_endpoint(third, python)


@contextmanager
def _at(path: str, start: AbstractContextManager[str]) -> Iterator[str]:
    with start as address:
        yield address + path


@contextmanager
def _rdflib_endpoint(folder: Path, python: str) -> Iterator[str]:
    port = servers.free_port()
    address = f"http://127.0.0.1:{port}/"
    command = [python, "-c", _RDFLIB_ENDPOINT, str(folder / "store"), str(port)]
    with servers.running(command, f"{address}?query=ASK%20%7B%7D", folder / "log"):
        yield address


def _client() -> httpx.Client:
    return httpx.Client(timeout=WAIT_SECONDS, trust_env=False)


def _questions(services: Services, rounds: int) -> None:
    """The median of each question, and how the first service compares with the others."""
    _head("question, milliseconds", services)
    compared: dict[str, list[float]] = {name: [] for name in services}
    with _client() as client:
        for name, text in asked(World()):
            medians = [
                statistics.median(
                    _asked(client, address, f"{text}\n# {turn}") for turn in range(rounds)
                )
                for address in services.values()
            ]
            _row(name, [f"{value:,.1f}" for value in medians])
            for peer, value in zip(services, medians, strict=True):
                compared[peer].append(value / medians[0])
    ratios = [statistics.median(values) for values in compared.values()]
    _row("median of the ratios to Dragoman", [f"{value:,.2f}" for value in ratios])


def _rates(services: Services) -> None:
    """Requests a second for a cheap question from several clients."""
    print()
    _head(f"requests a second, {CLIENTS} clients", services)
    numbers = count()
    alone = [_rate(address, numbers) for address in services.values()]
    _row("a cheap question", [f"{rate:,.0f}" for rate in alone])
    beside = []
    for address in services.values():
        heavy = HEAVY.format(dgm=DGM._NS, number=next(numbers))
        with _client() as client, ThreadPoolExecutor(1) as pool:
            asking = pool.submit(client.get, address, params={"query": heavy})
            beside.append(_rate(address, numbers))
            asking.result()
    _row("beside a heavy one", [f"{rate:,.0f}" for rate in beside])


def _rate(address: str, numbers: Iterator[int]) -> float:
    end = time.perf_counter() + RATE_SECONDS
    where = urlsplit(address)

    def ask_on(_: int) -> int:
        # The standard library's client: it takes the least from the processors that answer.
        with closing(HTTPConnection(str(where.hostname), where.port)) as connection:
            done = 0
            while time.perf_counter() < end:
                query = quote(CHEAP.format(dgm=DGM._NS, number=next(numbers)))
                connection.request("GET", f"{where.path}?query={query}", headers={"Accept": TABLE})
                answer = connection.getresponse()
                if answer.status != HTTPStatus.OK:
                    raise SystemExit(f"{address}: {answer.status} {answer.reason}")
                answer.read()
                done += 1
            return done

    with ThreadPoolExecutor(CLIENTS) as pool:
        return sum(pool.map(ask_on, range(CLIENTS))) / RATE_SECONDS


def _asked(client: httpx.Client, address: str, query: str) -> float:
    """Milliseconds until the whole answer is there."""
    started = time.perf_counter()
    _ask(client, address, query)
    return (time.perf_counter() - started) * 1000


def _ask(client: httpx.Client, address: str, query: str) -> None:
    form = TABLE if query_form(query) in {"SELECT", "ASK"} else GRAPH
    answer = client.get(address, params={"query": query}, headers={"Accept": form})
    if answer.status_code != httpx.codes.OK:
        raise SystemExit(f"{address}: {answer.status_code} {answer.text[:300]}\n{query}")


def _head(what: str, services: Services) -> None:
    print(f"| {what} | {' | '.join(services)} |")
    print(f"|---|{'---:|' * len(services)}")


def _row(name: str, cells: list[str]) -> None:
    print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
