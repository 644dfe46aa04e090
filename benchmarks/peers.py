"""The services that are compared: each over the same statements, started on this machine."""

import io
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import httpx

from benchmarks.generate import load
from graph.address import MERGED_GRAPH
from graph.embedded import EmbeddedStore
from graph.forms import GRAPH_FORMS, query_form
from graph.placing import place
from graph.store import open_reader
from tests.graph import servers

TABLE, GRAPH = "application/sparql-results+json", "text/turtle"
VIRTUOSO = shutil.which("virtuoso-t")
ISQL = shutil.which("isql-vt") or shutil.which("isql-v") or shutil.which("isql")
VIRTUOSO_BUFFERS = 170_000
"""Of 8 kB each: what a machine with 2 GB to spare gives it."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """One service: its name, what asks it, and the address where it answers over HTTP."""

    name: str
    ask: Callable[[str, float], None]
    """Asks a query and reads the whole answer; raises `TimeoutError` after so many seconds, and
    `RuntimeError` where there is no answer."""
    address: str = ""
    """Empty for what is asked in this process."""


Start = Callable[[Path, Path], AbstractContextManager[Peer]]
"""Starts a service over a file of N-Quads, in a folder of its own."""


def peers(rdflib_endpoint: str) -> tuple[Start, ...]:
    """Those that are installed, ours first; ``rdflib_endpoint`` is the Python that has it."""
    found: list[Start] = [dragoman, in_process, oxigraph]
    if VIRTUOSO and ISQL:
        found.append(virtuoso)
    if rdflib_endpoint:
        found.append(partial(_rdflib_endpoint, rdflib_endpoint))
    return tuple(found)


@contextmanager
def dragoman(made: Path, folder: Path) -> Iterator[Peer]:
    """``dragoman serve``, with its own limits but those of rate and time."""
    store = folder / servers.SERVED
    load(made, store)
    with closing(EmbeddedStore(store)) as opened:
        opened.indexing.settle()
    settings = {
        "DRAGOMAN_RATE_PER_MINUTE": "0",
        "DRAGOMAN_QUERY_SECONDS": "600",
        "DRAGOMAN_ANONYMOUS_QUERY_SECONDS": "600",
    }
    with servers.dragoman(folder, **settings, DRAGOMAN_QUERY_WORKERS="2") as address:
        yield _over_http("Dragoman", f"{address}/sparql")


@contextmanager
def in_process(made: Path, folder: Path) -> Iterator[Peer]:
    """The same store, read in this process as ``dragoman query`` reads it."""
    load(made, folder / "store")
    with closing(open_reader(str(folder / "store"))) as reader:

        def ask(query: str, seconds: float) -> None:
            reader.answer(query, _form(query), io.BytesIO())

        yield Peer(name="in process", ask=ask)


@contextmanager
def oxigraph(made: Path, folder: Path) -> Iterator[Peer]:
    """``oxigraph serve``."""
    load(made, folder / "store")
    with servers.oxigraph(folder) as address:
        yield _over_http("Oxigraph's server", f"{address}/query")


@contextmanager
def virtuoso(made: Path, folder: Path) -> Iterator[Peer]:
    """Virtuoso; its merged graph has a name, in which queries are placed."""
    with servers.virtuoso(folder, buffers=VIRTUOSO_BUFFERS) as address:
        shutil.copy(made, folder / "made.nq")
        ini = (folder / "virtuoso.ini").read_text(encoding="utf-8")
        (port,) = re.findall(r"ServerPort = 127\.0\.0\.1:(\d+)", ini)[:1]
        work = f"ld_dir('{folder}', 'made.nq', '{MERGED_GRAPH}'); rdf_loader_run(); checkpoint;"
        user, password = servers.VIRTUOSO_USER, servers.VIRTUOSO_PASSWORD
        subprocess.run(
            [str(ISQL), f"127.0.0.1:{port}", user, password, f"EXEC={work}"],
            check=True,
            capture_output=True,
        )
        plain = address.replace(f"{user}:{password}@", "")
        peer = _over_http("Virtuoso", f"{plain}?default-graph-uri={MERGED_GRAPH}")
        asking = _over_http("Virtuoso", plain).ask

        def ask(query: str, seconds: float) -> None:
            asking(place(query, MERGED_GRAPH, (MERGED_GRAPH,)), seconds)

        yield Peer(name=peer.name, ask=ask, address=peer.address)


@contextmanager
def _rdflib_endpoint(python: str, made: Path, folder: Path) -> Iterator[Peer]:
    load(made, folder / "store")
    port = servers.free_port()
    address = f"http://127.0.0.1:{port}/"
    command = [python, "-c", _RDFLIB_ENDPOINT, str(folder / "store"), str(port)]
    with servers.running(command, f"{address}?query=ASK%20%7B%7D", folder / "log"):
        yield _over_http("rdflib-endpoint", address)


def _over_http(name: str, address: str) -> Peer:
    client = httpx.Client(trust_env=False)

    def ask(query: str, seconds: float) -> None:
        end = time.monotonic() + seconds
        headers = {"Accept": _form(query)}
        try:
            with client.stream(
                "GET", address, params={"query": query}, headers=headers, timeout=seconds
            ) as answer:
                for _ in answer.iter_raw():
                    if time.monotonic() > end:
                        raise TimeoutError(name)
                if answer.status_code != httpx.codes.OK:
                    raise RuntimeError(f"{name}: {answer.status_code}")
        except httpx.TimeoutException as error:
            raise TimeoutError(name) from error
        except httpx.HTTPError as error:
            raise RuntimeError(f"{name}: {error}") from error

    return Peer(name=name, ask=ask, address=address)


def _form(query: str) -> str:
    return GRAPH if query_form(query) in GRAPH_FORMS else TABLE
