"""All that an index holds, by addresses, so that two of them can be compared."""

import sqlite3
from typing import Any

from graph.embedded import EmbeddedStore
from graph.indexing import Indexing

_TABLES = {
    "entry": "SELECT address, kind, classes, statements, events, plain, names, other, body "
    "FROM entry JOIN thing ON id = thing",
    "event": "SELECT event.address, thing.address, kinds, states, day, confidence "
    "FROM event JOIN thing ON id = thing",
    "link": "SELECT property, v.address, e.address, roles FROM link "
    "JOIN thing v ON v.id = value JOIN thing e ON e.id = event",
    "relation": "SELECT property, o.address, s.address FROM relation "
    "JOIN thing o ON o.id = object JOIN thing s ON s.id = subject",
    "words": "SELECT term, address, col, offset FROM temp.spelled JOIN thing ON id = doc",
}


def content(connection: sqlite3.Connection) -> dict[str, list[Any]]:
    """The rows of each table, sorted."""
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.spelled USING fts5vocab(main, words, instance)"
    )
    return {name: sorted(connection.execute(q), key=repr) for name, q in _TABLES.items()}


def kept(store: EmbeddedStore) -> dict[str, list[Any]]:
    """What the index of the store holds."""
    assert store.indexing.settle()
    with store.indexing.file.reading() as connection:
        return content(connection)


def made_anew(store: EmbeddedStore) -> dict[str, list[Any]]:
    """What an index holds that is made from the store as it is now."""
    fresh = Indexing(store.oxigraph, None, None)
    assert not fresh.in_step
    assert fresh.settle()
    with fresh.file.reading() as connection:
        return content(connection)
