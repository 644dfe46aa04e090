"""What is special to the embedded store: folders, locks, threads, and a writer that is killed."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.embedded import EmbeddedReader, EmbeddedStore
from graph.errors import QueryError, StoreError, StoreInUseError
from graph.store import open_reader, open_store
from graph.vocabulary import DGM
from tests.graph.contents import TRIPLES, A, B, C, articles, merged, union


def test_a_store_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "down" / "news.store"
    store = open_store(str(folder))
    store.replace_many([(A, TRIPLES[:3]), (B, TRIPLES[2:])])
    before = set(store.quads())
    store.close()
    store = open_store(str(folder))
    assert set(store.quads()) == before
    store.close()


def test_a_reader_sees_the_store_beside_its_writer_and_cannot_write(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "s")
    store.replace(A, TRIPLES)
    reader = open_reader(str(tmp_path / "s"))
    assert set(reader.article(A)) == set(TRIPLES)
    assert not hasattr(reader, "replace")
    store.close()
    reader.close()


def test_the_same_articles_again_change_nothing() -> None:
    store = EmbeddedStore()
    batch = [(A, TRIPLES[:4]), (B, TRIPLES[2:])]
    store.replace_many(batch)
    version = store.version
    store.replace_many(batch)
    store.remove(C)
    assert store.version == version
    store.replace(A, TRIPLES[:3])
    assert store.version > version


def test_blank_nodes_that_an_update_put_into_an_article_go_with_it() -> None:
    store = EmbeddedStore()
    store.replace_many([(A, TRIPLES[:2]), (B, TRIPLES[1:])])
    store.update(f'INSERT DATA {{ GRAPH <{A}> {{ _:b rdfs:label "nameless" ; rdfs:seeAlso [] }} }}')
    store.rebuild()
    assert merged(store) == union(articles(store))
    assert len(merged(store)) == len(TRIPLES) + 2
    store.replace(A, TRIPLES[:3])
    assert articles(store) == {A: set(TRIPLES[:3]), B: set(TRIPLES[1:])}
    assert merged(store) == set(TRIPLES)
    store.update("INSERT DATA { _:b rdfs:label 'astray' }")
    store.rebuild()
    assert merged(store) == set(TRIPLES)


_SECOND = """
import sys
from pathlib import Path
from graph.embedded import EmbeddedStore
from graph.errors import StoreInUseError
try:
    EmbeddedStore(Path(sys.argv[1]))
except StoreInUseError as error:
    print(error)
"""


def test_a_second_process_is_told_who_has_the_folder_and_the_way_out(tmp_path: Path) -> None:
    folder = tmp_path / "news.store"
    store = EmbeddedStore(folder)
    said = subprocess.run(  # noqa: S603 - our own text, in our own interpreter
        [sys.executable, "-c", _SECOND, str(folder)], capture_output=True, text=True, check=True
    ).stdout
    assert str(folder) in said
    assert "in use by another process" in said
    assert "use --store http://" in said
    with pytest.raises(StoreInUseError):
        EmbeddedStore(folder)
    store.close()
    EmbeddedStore(folder).close()


def test_a_broken_store_in_a_folder_called_lock_is_not_said_to_be_in_use(tmp_path: Path) -> None:
    folder = tmp_path / "lock file"
    folder.mkdir()
    (folder / "CURRENT").write_text("nonsense\n")
    for opener in (EmbeddedStore, EmbeddedReader):
        with pytest.raises(StoreError, match="restore a backup") as caught:
            opener(folder)
        assert not isinstance(caught.value, StoreInUseError)


def test_a_folder_of_other_files_is_not_made_a_store(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    with pytest.raises(StoreError, match="not a store"):
        open_store(str(tmp_path))
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]
    with pytest.raises(StoreError, match="not a store"):
        open_store(str(tmp_path / "letter.txt"))
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(str(tmp_path / "letter.txt" / "below"))
    for nothing in (tmp_path, tmp_path / "letter.txt", tmp_path / "absent"):
        with pytest.raises(StoreError, match="no store here"):
            open_reader(str(nothing))


def test_a_store_whose_maker_was_killed_before_it_was_one_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "news.store"
    folder.mkdir()
    for name in ("LOCK", "LOG", "IDENTITY", "MANIFEST-000001", "000002.dbtmp"):
        (folder / name).write_text("begun")
    store = open_store(str(folder))
    store.replace(A, TRIPLES)
    assert merged(store) == set(TRIPLES)
    store.close()


_FAILING = (
    "CREATE GRAPH <x:g> ; CREATE GRAPH <x:g>",
    "DROP GRAPH <x:absent>",
    "DELETE WHERE { ?s ?p ?o } ; CREATE GRAPH <x:g> ; DROP GRAPH <x:absent>",
)


@pytest.mark.parametrize("last", _FAILING)
@pytest.mark.parametrize("place", [None, "news.store"])
def test_of_an_update_that_fails_in_a_later_operation_nothing_is_kept(
    tmp_path: Path, place: str | None, last: str
) -> None:
    store = EmbeddedStore(tmp_path / place if place else None)
    store.replace(A, TRIPLES)
    before = set(store.quads())
    first = "INSERT DATA { <x:a> <x:b> 1 } ; DELETE { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
    with pytest.raises(QueryError, match="exist"):
        store.update(f"{first} ; {last}")
    assert set(store.quads()) == before
    assert [name.value for name in store.oxigraph.named_graphs()] == [str(A)]
    store.close()


def test_nobody_sees_a_part_of_an_update_of_several_operations() -> None:
    store = EmbeddedStore()
    one, other = (" . ".join(f"<x:{n}> <x:b> {m}" for n in range(500)) for m in (1, 2))
    store.update(f"INSERT DATA {{ {one} }}")
    seen: set[str] = set()
    ends = threading.Event()

    def look() -> None:
        while not ends.is_set():
            rows = store.select("SELECT (COUNT(*) AS ?n) { ?a ?b ?c }")
            seen.update(str(row["n"]) for row in rows)

    reader = threading.Thread(target=look)
    reader.start()
    for _ in range(20):
        store.update(f"DELETE DATA {{ {one} }} ; INSERT DATA {{ {other} }}")
        store.update(f"INSERT DATA {{ {one} }} ; DELETE DATA {{ {other} }}")
    ends.set()
    reader.join()
    assert seen == {"500"}


_REMOVER = """
import os, sys
from pathlib import Path
from rdflib import URIRef
from graph.embedded import EmbeddedStore
store = EmbeddedStore(Path(sys.argv[1]))
store.indexing._settle = lambda made: os._exit(9)
store.remove(URIRef(sys.argv[2]))
"""


def test_a_remover_that_is_killed_leaves_no_empty_graph(tmp_path: Path) -> None:
    folder = tmp_path / "news.store"
    store = EmbeddedStore(folder)
    store.replace_many([(A, [*TRIPLES[:2], (A, DGM.met, B)]), (B, TRIPLES[2:])])
    store.close()
    remover = subprocess.run(  # noqa: S603 - our own text, in our own interpreter
        [sys.executable, "-c", _REMOVER, str(folder), A], check=False
    )
    assert remover.returncode == 9
    store = EmbeddedStore(folder)
    assert [name.value for name in store.oxigraph.named_graphs()] == [str(B)]
    assert articles(store) == {B: set(TRIPLES[2:])}
    assert merged(store) == set(TRIPLES[2:])
    store.close()


_WRITER = """
import sys
from itertools import cycle
from pathlib import Path
from rdflib import Literal, URIRef
from graph.embedded import EmbeddedStore
store = EmbeddedStore(Path(sys.argv[1]))
base = "http://example.org/id/"
for edition in cycle(("first", "second")):
    store.replace_many(
        (
            URIRef(f"{base}article/{article}"),
            [
                (URIRef(f"{base}event/{n % 7}"), URIRef(base + "says"), Literal(f"{edition} {n}"))
                for n in range(article, article + 40)
            ],
        )
        for article in range(30)
    )
    print(edition, flush=True)
"""


@pytest.mark.parametrize("delay", [0.0, 0.02, 0.05, 0.1])
def test_a_writer_that_is_killed_leaves_every_article_whole(tmp_path: Path, delay: float) -> None:
    folder = tmp_path / "news.store"
    writer = subprocess.Popen(  # noqa: S603 - our own text, in our own interpreter
        [sys.executable, "-c", _WRITER, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout
    assert [writer.stdout.readline().strip() for _ in range(2)] == ["first", "second"]
    time.sleep(delay)
    writer.kill()
    writer.communicate()
    store = EmbeddedStore(folder)
    said = articles(store)
    assert len(said) == 30
    assert {len(each) for each in said.values()} == {40}
    assert len({str(o).split()[0] for each in said.values() for _, _, o in each}) == 1
    assert merged(store) == union(said)
    store.close()


_LOADER = """
import sys
from itertools import count
from pathlib import Path
from rdflib import Literal, URIRef
from graph.embedded import EmbeddedStore
store = EmbeddedStore(Path(sys.argv[1]))
base = "http://example.org/id/"
for batch in count():
    store.replace_many(
        (
            URIRef(f"{base}article/{batch}-{article}"),
            [
                (
                    URIRef(f"{base}event/{n}"),
                    URIRef(base + "says"),
                    Literal(f"{n % (batch + 1)} says this " * 20),
                )
                for n in range(article, article + 60)
            ],
        )
        for article in range(60)
    )
    print(batch, flush=True)
"""


@pytest.mark.parametrize("delay", [0.0, 0.05, 0.15, 0.3])
def test_a_large_load_that_is_killed_leaves_whole_batches(tmp_path: Path, delay: float) -> None:
    folder = tmp_path / "news.store"
    loader = subprocess.Popen(  # noqa: S603 - our own text, in our own interpreter
        [sys.executable, "-c", _LOADER, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert loader.stdout
    assert loader.stdout.readline().strip() == "0"
    time.sleep(delay)
    loader.kill()
    acknowledged = 1 + len(loader.communicate()[0].split())
    store = EmbeddedStore(folder)
    said = articles(store)
    assert len(said) % 60 == 0
    assert len(said) >= 60 * acknowledged
    assert {len(each) for each in said.values()} == {60}
    assert merged(store) == union(said)
    store.close()


def test_threads_that_write_at_once_leave_the_merged_graph_right() -> None:
    store = EmbeddedStore()

    def write(offset: int) -> None:
        for turn in range(15):
            address = (A, B, C)[(turn + offset) % 3]
            store.replace(address, TRIPLES[(turn * offset) % 4 :])
            store.remove((A, B, C)[turn % 3])

    threads = [threading.Thread(target=write, args=(n,)) for n in (1, 2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert merged(store) == union(articles(store))


def test_a_backup_is_a_store_of_its_own(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "s")
    store.replace(A, TRIPLES)
    store.backup(tmp_path / "copy")
    store.remove(A)
    copy = EmbeddedReader(tmp_path / "copy")
    assert set(copy.article(A)) == set(TRIPLES)
    with pytest.raises(StoreError, match="is there already"):
        store.backup(tmp_path / "copy")
    copy.close()
    store.close()


def test_rdflib_sees_the_merged_graph_and_each_article() -> None:
    store = EmbeddedStore()
    store.replace(A, TRIPLES)
    assert (None, DGM.met, None) in store.merged()
    assert len(store.dataset().graph(A)) == len(TRIPLES)
    assert isinstance(store.oxigraph, ox.Store)
