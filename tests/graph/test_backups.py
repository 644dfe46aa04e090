"""Backups: whole or not there, checked before they are used, the same from every store."""

import gzip
from pathlib import Path

import pytest

from graph.address import Credentials
from graph.backups import CHECKSUM, FILE, backup, restore
from graph.errors import StoreError
from graph.store import GraphWriter, open_store
from tests.graph.contents import TRIPLES, A, B, articles, merged
from tests.graph.servers import TOKEN

BATCH = [(A, TRIPLES[:4]), (B, TRIPLES[2:])]


def filled(store: GraphWriter) -> GraphWriter:
    for address in store.articles():
        store.remove(address)
    store.replace_many(BATCH)
    return store


def test_a_backup_brings_the_same_graphs_back(tmp_path: Path) -> None:
    store = filled(open_store(str(tmp_path / "store")))
    size = backup(store, tmp_path / "deep" / "kept")
    assert sorted(p.name for p in (tmp_path / "deep").iterdir()) == ["kept"]
    assert sorted(p.name for p in (tmp_path / "deep" / "kept").iterdir()) == [FILE, CHECKSUM]
    assert (tmp_path / "deep" / "kept" / FILE).stat().st_size == size
    again = open_store(str(tmp_path / "again"))
    assert restore(again, tmp_path / "deep" / "kept") == 2
    assert set(again.quads()) == set(store.quads())
    again.replace(A, TRIPLES[:1])
    assert merged(again) == {TRIPLES[0], *TRIPLES[2:]}
    backup(store, tmp_path / "second")
    assert (tmp_path / "second" / FILE).read_bytes() == (
        tmp_path / "deep" / "kept" / FILE
    ).read_bytes()
    store.close()
    again.close()


def test_a_backup_moves_between_a_folder_and_servers(
    tmp_path: Path, oxigraph_server: str, dragoman_server: str
) -> None:
    there = open_store(oxigraph_server)
    there.update("DROP ALL")
    backup(filled(there), tmp_path / "from oxigraph")
    there.close()
    served = open_store(dragoman_server, Credentials(token=TOKEN))
    served.update("DROP ALL")
    assert restore(served, tmp_path / "from oxigraph") == 2
    backup(served, tmp_path / "from dragoman")
    here = open_store(None)
    assert restore(here, tmp_path / "from dragoman") == 2
    assert articles(here) == {address: set(triples) for address, triples in BATCH}
    assert merged(here) == set(TRIPLES)
    served.update("DROP ALL")
    served.close()


def test_a_damaged_backup_is_refused_before_anything_is_loaded(tmp_path: Path) -> None:
    backup(filled(open_store(None)), tmp_path / "kept")
    file = tmp_path / "kept" / FILE
    whole = file.read_bytes()
    empty = open_store(None)
    for damaged in (whole[:-1], whole + b"x", gzip.compress(b"")):
        file.write_bytes(damaged)
        with pytest.raises(StoreError, match="not what was written"):
            restore(empty, tmp_path / "kept")
    (tmp_path / "kept" / CHECKSUM).unlink()
    with pytest.raises(StoreError, match="no backup here"):
        restore(empty, tmp_path / "kept")
    assert list(empty.quads()) == []


def test_a_store_that_holds_something_is_left_as_it_is(tmp_path: Path) -> None:
    store = filled(open_store(None))
    backup(store, tmp_path / "kept")
    other = open_store(None)
    other.replace(A, TRIPLES[:1])
    before = set(other.quads())
    with pytest.raises(StoreError, match="not empty"):
        restore(other, tmp_path / "kept")
    assert set(other.quads()) == before


def test_a_backup_does_not_overwrite(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    with pytest.raises(StoreError, match="is there already"):
        backup(open_store(None), tmp_path / "kept")
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        backup(open_store(None), tmp_path / "file" / "kept")
