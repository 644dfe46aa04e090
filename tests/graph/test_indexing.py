"""The index follows its store: through every change, and through what happens to a machine."""

import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rdflib import URIRef

from graph.embedded import EmbeddedReader, EmbeddedStore
from graph.errors import StoreError
from graph.index import Wanted, index_of
from graph.indexfile import NAME, IndexFile
from graph.naming import Namer
from graph.sparqlindex import SparqlIndex
from graph.sqliteindex import SqliteIndex
from graph.store import Triple
from graph.triples import article_triples
from graph.vocabulary import DGM
from tests.graph.indexes import kept, made_anew
from tests.world import sample_readings

_NAMER = Namer()
ARTICLES: list[tuple[URIRef, frozenset[Triple]]] = [
    (_NAMER.article(r.article), article_triples(r, _NAMER)) for r in sample_readings()
]
_UPDATES = (
    "DELETE { ?e dgm:status ?s } INSERT { ?e dgm:status dgm:planned } "
    "WHERE { ?e dgm:status ?s ; dgm:place ?p }",
    "DELETE WHERE { ?q oa:exact ?words }",
    "INSERT { ?x rdfs:seeAlso [] ; skos:altLabel 'Somebody' } WHERE { ?x a dgm:Country }",
    "CLEAR DEFAULT",
)
_STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("replace"),
            st.lists(
                st.tuples(st.integers(0, len(ARTICLES) - 1), st.integers(0, len(ARTICLES) - 1)),
                max_size=4,
            ),
        ),
        st.tuples(st.just("remove"), st.integers(0, len(ARTICLES) - 1)),
        st.tuples(st.just("update"), st.integers(0, len(_UPDATES) - 1)),
        st.tuples(st.just("ask"), st.none()),
        st.tuples(st.just("rebuild"), st.none()),
    ),
    max_size=8,
)


def _take(store: EmbeddedStore, step: tuple[str, object]) -> None:
    match step:
        case "replace", list(pairs):  # an article may say what another said before
            store.replace_many([(ARTICLES[a][0], ARTICLES[b][1]) for a, b in pairs])
        case "remove", int(number):
            store.remove(ARTICLES[number][0])
        case "update", int(number):
            store.update(_UPDATES[number])
        case "ask", _:
            index_of(store).total(Wanted())
        case "rebuild", _:
            store.rebuild()


@given(_STEPS)
@example([("replace", [(0, 0)]), ("update", 2), ("remove", 0)])  # actors, and then just things
@settings(max_examples=60, deadline=None)
def test_after_any_changes_the_index_is_what_a_new_one_would_be(
    steps: list[tuple[str, object]],
) -> None:
    store = EmbeddedStore()
    assert store.indexing.settle()
    for step in steps:
        _take(store, step)
    assert kept(store) == made_anew(store)


def test_the_index_of_a_folder_follows_and_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "s")
    store.replace_many(ARTICLES)
    assert store.indexing.in_step
    store.remove(ARTICLES[0][0])
    assert store.indexing.in_step
    before = kept(store)
    assert before == made_anew(store)
    assert len(before["event"]) == 20
    store.close()
    store = EmbeddedStore(tmp_path / "s")
    assert store.indexing.in_step
    assert kept(store) == before
    store.close()


def test_what_an_article_no_longer_says_is_no_longer_found() -> None:
    store = EmbeddedStore()
    store.replace_many(ARTICLES)
    assert index_of(store).search("shelled garrison", ("event", "article"))
    store.remove(ARTICLES[4][0])
    assert not index_of(store).search("shelled garrison", ("event", "article"))


def test_readers_see_the_index_of_the_last_change_that_was_made(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "s")
    store.replace_many(ARTICLES[:3])
    store.flush()
    reader = EmbeddedReader(tmp_path / "s")
    index = index_of(reader)
    assert isinstance(index, SqliteIndex)
    with store.indexing.file.writing() as batch:
        for address in [row[0] for row in batch.connection.execute("SELECT address FROM event")]:
            batch.put(address, None)
        assert index.total(Wanted()) == 11
    assert index.total(Wanted()) == 0
    reader.close()
    store.close()


def test_while_the_index_is_being_made_the_store_itself_is_asked() -> None:
    store = EmbeddedStore()
    store.replace_many(ARTICLES)
    found: list[object] = []

    def ask() -> None:
        found.append(index_of(store))

    with store.indexing.losing_track():
        other = threading.Thread(target=ask)
        other.start()
        other.join()
    assert isinstance(found[0], SparqlIndex)
    assert isinstance(index_of(store), SqliteIndex)


def _by_another_program(folder: Path) -> None:
    other = ox.Store(str(folder))
    other.update(f"DELETE {{ ?e ?p ?o }} WHERE {{ ?e a <{DGM.Visit}> ; ?p ?o }}")


def _without_index(folder: Path) -> None:
    (folder / NAME).unlink()


def _damaged(folder: Path) -> None:
    (folder / NAME).write_bytes(b"not a database, and long enough to be looked at" * 100)


def _of_an_older_version(folder: Path) -> None:
    with sqlite3.connect(folder / NAME) as connection:
        connection.execute("PRAGMA user_version = 0")
    connection.close()


@pytest.mark.parametrize(
    "happens", [_by_another_program, _without_index, _damaged, _of_an_older_version]
)
def test_an_index_that_cannot_be_trusted_is_made_anew(
    tmp_path: Path, happens: Callable[[Path], None]
) -> None:
    store = EmbeddedStore(tmp_path / "s")
    store.replace_many(ARTICLES)
    store.close()
    happens(tmp_path / "s")
    reader = EmbeddedReader(tmp_path / "s")
    assert isinstance(index_of(reader), SparqlIndex)
    reader.close()
    store = EmbeddedStore(tmp_path / "s")
    assert not store.indexing.in_step
    assert kept(store) == made_anew(store)
    store.close()
    store = EmbeddedStore(tmp_path / "s")
    assert store.indexing.in_step
    store.close()


def test_a_store_that_was_copied_with_its_index_needs_no_new_one(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "s")
    store.replace_many(ARTICLES)
    store.close()
    shutil.copytree(tmp_path / "s", tmp_path / "copy")
    store = EmbeddedStore(tmp_path / "copy")
    assert store.indexing.in_step
    assert kept(store) == made_anew(store)
    store.close()


def test_a_backup_without_index_gets_one(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "s")
    store.replace_many(ARTICLES)
    before = kept(store)
    store.backup(tmp_path / "backup")
    store.close()
    store = EmbeddedStore(tmp_path / "backup")
    assert kept(store) == before
    store.close()


def test_a_change_that_cannot_be_noted_is_not_made(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "s")
    store.replace_many(ARTICLES[:2])
    before = set(store.quads())
    store.indexing.file.close()
    with pytest.raises(StoreError, match="nothing was changed"):
        store.replace_many(ARTICLES)
    assert set(store.quads()) == before


@pytest.mark.parametrize("steps", [1, 5, 10, 20, 40])
def test_tables_that_were_only_begun_are_not_taken_for_an_index(
    tmp_path: Path, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(where: str) -> sqlite3.Connection:
        connection = sqlite3.connect(where, isolation_level=None)
        left = iter(range(steps))
        connection.set_progress_handler(lambda: next(left, None) is None, 20)
        return connection

    with monkeypatch.context() as patch:
        patch.setattr("graph.indexfile._connected", interrupted)
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            IndexFile(tmp_path / NAME)
    file = IndexFile(tmp_path / NAME)
    with file.writing() as batch:
        batch.clear()
    file.close()


_WRITER = """
import os, sys
from itertools import cycle
from pathlib import Path
from graph.embedded import EmbeddedStore
from tests.graph.test_indexing import ARTICLES
store = EmbeddedStore(Path(sys.argv[1]))
dies = sys.argv[2]
if dies == "noted":
    store._make = lambda change, also: os._exit(9)
elif dies == "stored":
    store.indexing._settle = lambda made: os._exit(9)
store_many = store.replace_many
if dies == "running":
    print("ready", flush=True)
    for first in cycle(range(len(ARTICLES))):
        store_many(ARTICLES[first : first + 2])
        store.remove(ARTICLES[first][0])
store_many(ARTICLES[2:4])
"""


def _killed(folder: Path, dies: str, delay: float = 0.0) -> None:
    writer = subprocess.Popen(  # noqa: S603 - our own text, in our own interpreter
        [sys.executable, "-c", _WRITER, str(folder), dies], stdout=subprocess.PIPE, text=True
    )
    if dies == "running":
        assert writer.stdout
        assert writer.stdout.readline().strip() == "ready"
        time.sleep(delay)
        writer.kill()
    assert writer.wait(60) in (9, -9)


@pytest.mark.parametrize("dies", ["noted", "stored"])
def test_a_writer_that_dies_between_the_commits_leaves_an_index_that_is_mended(
    tmp_path: Path, dies: str
) -> None:
    store = EmbeddedStore(tmp_path / "s")
    store.replace_many(ARTICLES[:3])
    store.close()
    _killed(tmp_path / "s", dies)
    reader = EmbeddedReader(tmp_path / "s")
    assert isinstance(index_of(reader), SparqlIndex)
    reader.close()
    store = EmbeddedStore(tmp_path / "s")
    assert not store.indexing.in_step
    assert not store.indexing._all  # only what was under way
    assert len(store.articles()) == (3 if dies == "noted" else 4)
    assert kept(store) == made_anew(store)
    store.close()


@pytest.mark.parametrize("delay", [0.0, 0.03, 0.1, 0.2])
def test_a_writer_that_is_killed_leaves_an_index_that_is_mended(
    tmp_path: Path, delay: float
) -> None:
    _killed(tmp_path / "s", "running", delay)
    store = EmbeddedStore(tmp_path / "s")
    assert kept(store) == made_anew(store)
    store.close()
