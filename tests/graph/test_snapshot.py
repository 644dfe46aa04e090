"""Readers of a folder beside its writer: what they see stays, whatever the writer does."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Literal, URIRef

from graph.embedded import EmbeddedReader, EmbeddedStore
from graph.errors import StoreError
from graph.snapshot import NAME, Snapshot
from tests.graph.contents import TRIPLES, A, B, articles

_FILES = 40
"""More than RocksDB opens at once; the others when they are read."""
_ROUNDS = 10


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    """A store of many small files."""
    store = EmbeddedStore(tmp_path / "s")
    _fill(store)
    yield store
    store.close()


def _fill(store: EmbeddedStore) -> None:
    for number in range(_FILES):
        store.replace(URIRef(f"{A}/{number}"), [(A, B, Literal(f"text {number}"))])
        store.oxigraph.flush()


def test_a_reader_reads_on_after_the_writer_has_put_its_files_together(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    before = articles(store)
    reader = EmbeddedReader(tmp_path / "s")
    store.replace(A, TRIPLES)
    store.oxigraph.optimize()
    assert articles(reader) == before
    reader.close()


def test_a_snapshot_that_the_writer_changed_under_way_is_made_again(
    store: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, link, changes = articles(store), os.link, iter(range(2))

    def slow(source: Path, target: Path) -> None:
        link(source, target)
        if next(changes, None) is not None:
            store.oxigraph.optimize()

    monkeypatch.setattr("os.link", slow)
    reader = EmbeddedReader(tmp_path / "s")
    assert next(changes, None) is None
    assert articles(reader) == before
    reader.close()


def test_a_change_that_is_in_the_log_alone_is_seen(store: EmbeddedStore, tmp_path: Path) -> None:
    store.oxigraph.flush()
    store.replace(B, TRIPLES)
    reader = EmbeddedReader(tmp_path / "s")
    assert articles(reader) == articles(store)
    reader.close()


@pytest.fixture
def unlinkable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that lets us link no file, as where the store is another user's."""

    def refused(source: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted", str(source), None, str(target))

    monkeypatch.setattr("os.link", refused)


@pytest.mark.usefixtures("unlinkable")
def test_where_nothing_can_be_linked_the_folder_itself_is_read(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    before = articles(store)
    store.close()
    reader = EmbeddedReader(tmp_path / "s")
    assert articles(reader) == before
    reader.close()


@pytest.mark.usefixtures("unlinkable")
def test_it_is_said_when_a_writer_takes_away_what_could_not_be_linked(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    # RocksDB may have put the files together by itself before, so that none is left to take away.
    assert any(_taken_away(store, tmp_path / "s") for _ in range(_ROUNDS))


def _taken_away(store: EmbeddedStore, folder: Path) -> bool:
    """Whether a reader says that files went which it had not opened yet."""
    _fill(store)
    reader = EmbeddedReader(folder)
    store.oxigraph.optimize()
    try:
        articles(reader)
    except StoreError as error:
        return "took files away" in str(error)
    finally:
        reader.close()
    return False


_READER = """
import os, sys
from pathlib import Path
from graph.embedded import EmbeddedReader
reader = EmbeddedReader(Path(sys.argv[1]))
assert reader.articles()
if sys.argv[2] == "killed":
    os._exit(9)
"""


@pytest.mark.parametrize(("end", "left"), [("forgets to close", 0), ("killed", 1)])
def test_what_a_reader_leaves_behind_goes_with_the_next_one(
    store: EmbeddedStore, tmp_path: Path, end: str, left: int
) -> None:
    place = tmp_path / "s" / NAME
    first = EmbeddedReader(tmp_path / "s")
    subprocess.run([sys.executable, "-c", _READER, str(tmp_path / "s"), end], timeout=60)  # noqa: S603
    assert len(list(place.iterdir())) == 1 + left
    second = EmbeddedReader(tmp_path / "s")
    assert len(list(place.iterdir())) == 2
    assert articles(first) == articles(second) == articles(store)
    first.close()
    second.close()
    assert not place.exists()


def test_a_snapshot_of_no_store_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Snapshot(tmp_path)
    assert not list(tmp_path.iterdir())
