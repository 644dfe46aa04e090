"""How long every page takes over a large graph, with the index and without.

    python -m benchmarks.generate --articles 20000 -o 20k.nq
    python -m benchmarks.pages 20k.nq 20k.store

The store is loaded once. Each page is asked for three times after a change of the store, so that
nothing that pages keep is there, and the median is printed; then once more, with what is kept. A
page counts as there when its first bytes are: only long lists are sent in pieces.
"""

import argparse
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask.testing import FlaskClient

from benchmarks.generate import World, load
from graph.embedded import EmbeddedStore
from graph.index import Facet, Wanted, index_of
from graph.model import Status
from graph.naming import BASE
from web.app import create_app
from web.settings import Settings

SECONDS = 0.3
"""What a page may take."""


def pages(store: EmbeddedStore) -> tuple[str, ...]:
    """The addresses of all kinds of page: the busiest things, and some in the middle."""
    index, world = index_of(store), World()
    actors = [s.value.removeprefix(BASE) for s in index.shares(Facet.ACTOR, Wanted(), 400)]
    places = [s.value.removeprefix(BASE) for s in index.shares(Facet.PLACE, Wanted(), 1)]
    event = index.latest(Wanted(status=Status.HAPPENED), 1)[0].removeprefix(BASE)
    (article,) = store.select(
        f"SELECT ?a {{ <{BASE}{event}> dgm:evidence/prov:wasQuotedFrom ?a }} LIMIT 1"
    )
    person = next(a for a in actors if a.startswith("person/"))
    words = world.words
    (document,) = store.select(
        "SELECT ?d (COUNT(*) AS ?n) { ?e dgm:produced ?d } GROUP BY ?d ORDER BY DESC(?n) ?d LIMIT 1"
    )
    (topic,) = store.select(
        "SELECT ?t (COUNT(*) AS ?n) { ?e dgm:topic ?t } GROUP BY ?t ORDER BY DESC(?n) ?t LIMIT 1"
    )
    return (
        *("/", "/events", "/events?page=400", "/events?type=Meeting", "/events?status=planned"),
        *(f"/events?actor={actors[0]}", f"/events?actor={actors[0]}&actor={actors[1]}"),
        *("/events?from=2010&to=2012-06", "/events?confidence=0.8"),
        *(f"/events?q={words[3]}", f"/events?q={words[900]}+{words[1]}", "/events.csv"),
        *(f"/search?q={words[3]}", f"/search?q={words[2500]}", f"/search?q={words[3][:2]}"),
        *(f"/search?kind=article&q={words[7]}", f"/actor/{actors[0]}", f"/actor/{person}"),
        *(f"/actor/{actors[300]}", f"/{places[0]}", f"/{event}"),
        *(f"/{str(article['a']).removeprefix(BASE)}", "/articles"),
        *(f"/{str(thing).removeprefix(BASE)}" for thing in (document["d"], topic["t"])),
        *("/graph", f"/graph?node={actors[0]}", f"/graph?node={person}", f"/graph?node={event}"),
        *(
            f"/path?from={actors[1]}&to={actors[250]}",
            "/central",
            "/central?by=central",
            "/ontology",
            "/about",
        ),
    )


def main() -> None:
    """Prints a table: page, milliseconds with the index, without it, and with what is kept."""
    parser = argparse.ArgumentParser(description="Measure every page over a large graph.")
    parser.add_argument("nquads", type=Path)
    parser.add_argument("store", type=Path)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--only", default="", help="Pages whose address begins so.")
    parser.add_argument("--no-before", action="store_true", help="Leave out asking without index.")
    options = parser.parse_args()
    if not options.store.exists():
        load(options.nquads, options.store)
    store = EmbeddedStore(options.store)
    started = time.perf_counter()
    store.indexing.settle()
    print(f"{len(store.oxigraph):,} statements; index made in {_since(started):.1f} s")
    app = create_app(store, Settings(rate_per_minute=0))
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT"] = "text/html"
    print(f"{'page':60} {'index':>8} {'without':>8} {'kept':>8}   milliseconds")
    slow = 0
    for page in pages(store):
        if not page.startswith(options.only):
            continue
        with_index = statistics.median(_ask(client, store, page) for _ in range(options.times))
        kept = _ask(client, None, page)
        without = float("nan")
        if not options.no_before:
            with _no_index(store):
                without = _ask(client, store, page)
        slow += with_index > SECONDS
        print(
            f"{page[:60]:60} {with_index * 1000:8.0f} {without * 1000:8.0f} {kept * 1000:8.0f}",
            flush=True,
        )
    print(f"{slow} pages take more than {SECONDS * 1000:.0f} ms")
    store.close()


def _ask(client: FlaskClient, store: EmbeddedStore | None, page: str) -> float:
    if store is not None:
        store.version += 1  # as after a change: nothing that pages keep holds any longer
    started = time.perf_counter()
    with client.get(page, follow_redirects=True, buffered=False) as response:
        next(response.iter_encoded())
        seconds = _since(started)
        if response.status_code != 200:
            raise SystemExit(f"{page}: {response.status_code}")
    return seconds


def _since(started: float) -> float:
    return time.perf_counter() - started


@contextmanager
def _no_index(store: EmbeddedStore) -> Iterator[None]:
    """Meanwhile the store answers as one that has no index."""
    store.__dict__["index_tables"] = lambda: None
    try:
        yield
    finally:
        del store.__dict__["index_tables"]


if __name__ == "__main__":
    main()
