"""The command that makes the index anew."""

import sqlite3
from pathlib import Path

from click.testing import CliRunner

from graph.embedded import EmbeddedStore
from graph.index import index_of
from graph.indexfile import NAME
from graph.wanted import Wanted
from tests.world import fill, sample_readings
from web.cli import main


def test_the_index_can_be_made_anew_by_itself(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    store = EmbeddedStore(folder)
    fill(store, sample_readings())
    store.close()
    with sqlite3.connect(folder / NAME) as connection:  # as no program of ours would
        connection.execute("DELETE FROM event")
    connection.close()
    told = CliRunner().invoke(main, ["--store", str(folder), "rebuild", "--index"])
    assert told.exit_code == 0, told.output
    store = EmbeddedStore(folder)
    assert index_of(store).total(Wanted()) == 23
    store.close()
