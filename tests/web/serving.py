"""The SPARQL service over small stores, asked in process or over a real socket."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from flask import Flask
from flask.testing import FlaskClient

from graph.embedded import EmbeddedStore
from ingest.workers import ArticleReader
from web.server import Server
from web.settings import Settings
from web.sparql.blueprint import open_service
from web.sparql.service import Page, Service

TOKEN = "a-token-of-the-tests"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
EX = "http://example.org/"


@contextmanager
def service(
    folder: Path | None = None,
    *,
    page: Page | None = None,
    open_reader: Callable[[], ArticleReader] | None = None,
    **settings: Any,
) -> Iterator[tuple[FlaskClient, Service]]:
    """A client of a service over a new store, in memory without a folder; closed afterwards."""
    app, opened = _app(folder, settings, page, open_reader)
    try:
        yield app.test_client(), opened
    finally:
        opened.close()
        opened.store.close()


@contextmanager
def served(folder: Path | None = None, **settings: Any) -> Iterator[tuple[str, Service]]:
    """The address of such a service on loopback, under the real server."""
    app, opened = _app(folder, settings)
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    server, stopping = Server(app, listening), threading.Event()

    def serve() -> None:
        while not stopping.is_set() or server.is_busy:
            server.turn()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}", opened
    finally:
        stopping.set()
        server.wake()
        thread.join(10)
        server.close()
        opened.close()
        opened.store.close()


def fill(store: EmbeddedStore, number: int) -> None:
    """Adds so many statements to the default graph."""
    with store.writing() as oxigraph:
        oxigraph.extend(
            ox.Quad(ox.NamedNode(f"{EX}{n}"), ox.NamedNode(f"{EX}p"), ox.Literal(f"value {n}"))
            for n in range(number)
        )


def _app(
    folder: Path | None,
    settings: dict[str, Any],
    page: Page | None = None,
    open_reader: Callable[[], ArticleReader] | None = None,
) -> tuple[Flask, Service]:
    chosen = Settings(**{"token": TOKEN, "rate_per_minute": 0, "query_workers": 1, **settings})
    app = Flask("tests")
    app.add_url_rule("/hello", view_func=lambda: "hello")
    store = EmbeddedStore(folder)
    return app, open_service(app, store, chosen, page=page, open_reader=open_reader)
