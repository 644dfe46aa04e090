"""Work on a store that may be killed at any moment, and what each piece of it is to leave behind.

A piece of work is a function of its number, so whoever looks afterwards knows what it was to write.
The functions that do it run in processes of their own (`tests.kills` starts and kills them), which
are forked from one that has everything loaded, and which never opened a store.
"""

import faulthandler
import json
import os
import signal
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from rdflib import Literal, URIRef
from rdflib.namespace import RDFS

from benchmarks.generate import World
from graph.address import Credentials
from graph.backups import FILE, restore
from graph.embedded import EmbeddedStore
from graph.errors import DragomanError
from graph.loading import load
from graph.model import Article, Reading
from graph.naming import Namer
from graph.store import GraphWriter, Triple, open_store
from graph.triples import article_triples
from graph.vocabulary import DGM
from ingest.batch import ingest, keep
from ingest.reader import Reader
from ingest.sources import jsonl
from ingest.sources.delivery import Delivery
from tests.graph.servers import TOKEN
from web import cli

State = Mapping[URIRef, frozenset[Triple]]
"""What each article says."""
ARTICLES = 24
"""How many articles the store holds, once all have been written."""
AT_ONCE = 8
MANY = 60
"""How many articles a new store gets at once."""
NAMER = Namer()
_TEXTS = (
    "{a} and {b} signed a treaty on fisheries in Oslo on {day} March 2024.",
    "The foreign minister of {a} met the president of {b} in Geneva on {day} May 2023.",
    "{a} accused {b} of breaking the ceasefire on {day} June 2022.",
)
_STATES = ("Norway", "Kenya", "Japan", "Brazil", "Turkey", "Ethiopia", "Canada", "Vietnam")


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of work on a store, piece by piece."""

    do: Callable[[GraphWriter, int], None]
    """Does the piece of that number."""
    after: Callable[[State, int], State]
    """What the articles say once it is done."""


def slots(number: int) -> list[int]:
    """The articles that a piece of work is about: some that the one before wrote, and others."""
    return [(number * 5 + place) % ARTICLES for place in range(AT_ONCE)]


@lru_cache(maxsize=1)
def world() -> World:
    """The made world; the same in each process."""
    return World()


@lru_cache(maxsize=1)
def reader() -> Reader:
    """Our own reader, opened once."""
    return Reader.open()


@lru_cache(maxsize=4096)
def _made(number: int, slot: int) -> Reading:
    reading = world().reading(number * 100 + slot)
    return replace(reading, article=replace(reading.article, id=f"killed-{slot}"))


def _lines(number: int) -> Delivery:
    """The articles of a piece of work as JSON lines."""
    rows = []
    for slot in slots(number):
        a, b = (_STATES[(number * step + slot) % len(_STATES)] for step in (1, 3))
        text = " ".join(t.format(a=a, b=b, day=1 + (number + slot) % 28) for t in _TEXTS)
        rows.append({"id": f"killed-{slot}", "text": text, "published": "2024-03-05"})
    body = "\n".join(map(json.dumps, rows)).encode()
    return Delivery(where="lines", name="lines", open=lambda: BytesIO(body))


def _said(readings: Iterable[Reading]) -> dict[URIRef, frozenset[Triple]]:
    return {NAMER.article(r.article): article_triples(r, NAMER) for r in readings}


def _keep(store: GraphWriter, number: int) -> None:
    """Writes articles that are read already, as ``dragoman ingest`` does."""
    keep((_made(number, slot) for slot in slots(number)), store, NAMER)


def _after_keep(before: State, number: int) -> State:
    return {**before, **_said([_made(number, slot) for slot in slots(number)])}


def _ingest(store: GraphWriter, number: int) -> None:
    """Reads JSON lines and writes what they say."""
    ingest(jsonl.read(_lines(number)), reader(), store, NAMER)


def _after_ingest(before: State, number: int) -> State:
    articles = [item for item in jsonl.read(_lines(number)) if isinstance(item, Article)]
    return {**before, **_said(reader().read_many(articles))}


def _remove(store: GraphWriter, number: int) -> None:
    """Removes an article and, every third time, writes some again."""
    if number % 3 == 0:
        _keep(store, number)
    else:
        store.remove(_address(number))


def _after_remove(before: State, number: int) -> State:
    if number % 3 == 0:
        return _after_keep(before, number)
    return {a: said for a, said in before.items() if a != _address(number)}


def _address(number: int) -> URIRef:
    return NAMER.article(_made(number, slots(number)[0]).article)


def _update(store: GraphWriter, number: int) -> None:
    """Changes a statement of every article, and the merged graph with it, in several operations."""
    store.update(
        "DELETE { GRAPH ?a { ?a rdfs:comment ?old } ?a rdfs:comment ?old } "
        "WHERE { GRAPH ?a { ?a rdfs:comment ?old } } ; "
        f'INSERT {{ GRAPH ?a {{ ?a rdfs:comment "{number}" }} }} '
        "WHERE { GRAPH ?a { ?a a dgm:Article } } ; "
        f'INSERT {{ ?a rdfs:comment "{number}" }} WHERE {{ ?a a dgm:Article }}'
    )


def _after_update(before: State, number: int) -> State:
    return {
        address: frozenset(
            {t for t in said if t[1] != RDFS.comment}
            | {(address, RDFS.comment, Literal(str(number)))}
        )
        for address, said in before.items()
    }


def _rebuild(store: GraphWriter, number: int) -> None:
    """Puts the merged graph out of step, and computes it again."""
    store.update(
        f'DELETE {{ ?s ?p ?o }} INSERT {{ <x:astray> rdfs:comment "{number}" }} '
        "WHERE { ?s dgm:confidence ?c ; ?p ?o }"
    )
    store.rebuild()


def astray(merged: Iterable[Triple], number: int) -> frozenset[Triple]:
    """The merged graph between the two steps of `_rebuild`."""
    kept = set(merged)
    events = {subject for subject, predicate, _ in kept if predicate == DGM.confidence}
    return frozenset(
        {t for t in kept if t[0] not in events}
        | {(URIRef("x:astray"), RDFS.comment, Literal(str(number)))}
    )


WORKS: Mapping[str, Work] = {
    "ingest, read already": Work(_keep, _after_keep),
    "ingest, with reading": Work(_ingest, _after_ingest),
    "remove": Work(_remove, _after_remove),
    "update": Work(_update, _after_update),
    "rebuild": Work(_rebuild, lambda before, number: before),
}


def write(name: str, folder: Path, first: int, told: Connection, trace: Path) -> None:
    """Works on the store in the folder for ever; tells the number of each piece when it is done."""
    _show_where(trace)
    told.send("ready")
    with closing(open_store(str(folder))) as store:
        for number in count(first):
            WORKS[name].do(store, number)
            told.send(number)
            if number % 4 == 3 and isinstance(store, EmbeddedStore):
                store.flush()


def restored(folder: Path, copy: Path) -> None:
    """Restores a backup into the folder."""
    with closing(EmbeddedStore(folder)) as store:
        restore(store, copy)
        store.indexing.settle()


def loaded(folder: Path, copy: Path) -> None:
    """Loads what the articles of the backup say into the folder, which starts empty."""
    with closing(EmbeddedStore(folder)) as store:
        load(store, copy / FILE)
        store.indexing.settle()


def begun(folder: Path, copy: Path) -> None:
    """Makes a store in the folder and writes all articles."""
    with closing(EmbeddedStore(folder)) as store:
        fill(store, MANY)


def fill(store: GraphWriter, articles: int = ARTICLES) -> None:
    """Writes so many articles, in one transaction."""
    keep((_made(0, slot) for slot in range(articles)), store, NAMER)


ONCE = {"a new store": begun, "restore": restored, "load": loaded}


def once(name: str, folder: Path, copy: Path, told: Connection, trace: Path) -> None:
    """Does what makes a store out of nothing, and waits to be killed."""
    _show_where(trace)
    told.send("ready")
    ONCE[name](folder, copy)
    told.send(0)
    signal.pause()


def serve(folder: Path, port: int, trace: Path) -> None:
    """``dragoman serve`` over the folder."""
    _show_where(trace)
    log = os.open(trace.with_name("log"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(log, stream)
    os.environ |= {"DRAGOMAN_TOKEN": TOKEN, "DRAGOMAN_QUERY_WORKERS": "1"}
    cli.main(["--store", str(folder), "serve", "--port", str(port)], standalone_mode=False)


def send(port: int, first: int, told: Connection) -> None:
    """Sends articles to the server at the port, as `write` does, until it is gone."""
    told.send("ready")
    try:
        with closing(open_store(f"http://127.0.0.1:{port}", Credentials(token=TOKEN))) as store:
            for number in count(first):
                _keep(store, number)
                told.send(number)
    except DragomanError:
        told.close()


def _show_where(trace: Path) -> None:
    """From now on SIGUSR1 has what all threads do written into the file."""
    file = os.open(trace, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    faulthandler.register(signal.SIGUSR1, file=file, all_threads=True)
