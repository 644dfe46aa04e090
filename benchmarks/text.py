"""Two engines for words, side by side: SQLite's FTS5 and tantivy.

    pip install tantivy          # is no dependency of Dragoman
    python -m benchmarks.text --articles 30000

Some 100,000 documents are made (`benchmarks.generate`): articles with title and text, labels of
events, sentences. Measured are building, size, ranked questions, replacing one article for good,
opening, and whether an index whose writer is killed still holds all that was acknowledged.
"""

import argparse
import importlib
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from benchmarks.generate import World, articles
from graph.naming import Namer
from graph.triples import event_label
from graph.words import expression, fold

Document = tuple[str, str, str]
"""Key, name and body."""
_ROUNDS = 15
_KILLED = """
import sys
from pathlib import Path
from benchmarks.text import ENGINES
engine = ENGINES[sys.argv[1]](Path(sys.argv[2]))
for number in range(100_000):
    engine.replace([(f"acknowledged-{number}", "acknowledged", f"number {number}")])
    print(number, flush=True)
"""


class Engine(Protocol):
    """An index of documents in a folder."""

    def replace(self, documents: Sequence[Document]) -> None:
        """Makes the documents those of their keys, on disk when it returns."""

    def find(self, words: str, limit: int) -> list[str]:
        """The keys of the best documents that hold all words, or begin with the one word `x*`."""

    def close(self) -> None:
        """Gives the folder free."""


class Fts5:
    """SQLite's, with texts beside it, as `graph.indexfile` has it."""

    def __init__(self, folder: Path) -> None:
        self._db = sqlite3.connect(folder / "words.sqlite", isolation_level=None)
        run = self._db.execute
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        run("CREATE TABLE IF NOT EXISTS doc (id INTEGER PRIMARY KEY, key UNIQUE, name, body)")
        run(
            "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(name, body, content='', "
            "prefix='2 3', tokenize='unicode61 remove_diacritics 2')"
        )

    def replace(self, documents: Sequence[Document]) -> None:
        run = self._db.execute
        run("BEGIN")
        for key, name, body in documents:
            old = run("SELECT id, name, body FROM doc WHERE key = ?", (key,)).fetchone()
            if old:
                texts = (old[0], *map(fold, old[1:]))
                run("INSERT INTO words(words, rowid, name, body) VALUES('delete', ?, ?, ?)", texts)
                run("DELETE FROM doc WHERE id = ?", old[:1])
            new = run("INSERT INTO doc(key, name, body) VALUES (?, ?, ?)", (key, name, body))
            texts = (new.lastrowid, fold(name), fold(body))
            run("INSERT INTO words(rowid, name, body) VALUES (?, ?, ?)", texts)
        run("COMMIT")

    def find(self, words: str, limit: int) -> list[str]:
        rows = self._db.execute(
            "SELECT key FROM (SELECT rowid, bm25(words, 8.0, 1.0) AS score FROM words "
            "WHERE words MATCH ? ORDER BY score LIMIT ?) JOIN doc ON id = rowid ORDER BY score",
            (_match(words), limit),
        )
        return [key for (key,) in rows]

    def close(self) -> None:
        self._db.close()


def _match(words: str) -> str:
    """As the words stand, or all that begin so where a star says it."""
    begins = expression(words.rstrip("*").split())
    return begins if words.endswith("*") else begins.replace('"*', '"')


class Tantivy:
    """The Rust library, through its Python package."""

    def __init__(self, folder: Path) -> None:
        self._tantivy: Any = importlib.import_module("tantivy")
        schema = self._tantivy.SchemaBuilder()
        schema.add_text_field("key", stored=True, tokenizer_name="raw")
        schema.add_text_field("name")
        schema.add_text_field("body")
        self._schema = schema.build()
        self._index = self._tantivy.Index(self._schema, path=str(folder))
        self._writer = self._index.writer(heap_size=50_000_000, num_threads=1)

    def replace(self, documents: Sequence[Document]) -> None:
        for key, name, body in documents:
            self._writer.delete_documents_by_term("key", key)
            self._writer.add_document(
                self._tantivy.Document(key=key, name=fold(name), body=fold(body))
            )
        self._writer.commit()
        self._index.reload()

    def find(self, words: str, limit: int) -> list[str]:
        query_of = self._tantivy.Query
        if words.endswith("*"):
            start = fold(words[:-1])
            query = query_of.boolean_query(
                [
                    (
                        self._tantivy.Occur.Should,
                        query_of.regex_query(self._schema, f, start + ".*"),
                    )
                    for f in ("name", "body")
                ]
            )
        else:
            all_of = " ".join(f"+{word}" for word in fold(words).split())
            query = self._index.parse_query(all_of, ["name", "body"], {"name": 8.0, "body": 1.0})
        searcher = self._index.searcher()
        hits = searcher.search(query, limit).hits
        return [searcher.doc(address)["key"][0] for _, address in hits]

    def close(self) -> None:
        self._writer.wait_merging_threads()


ENGINES: dict[str, Callable[[Path], Engine]] = {"FTS5": Fts5, "tantivy": Tantivy}


def documents(count: int) -> Iterator[Document]:
    """The documents of so many articles."""
    namer = Namer()
    for reading in articles(count):
        article = reading.article
        yield str(namer.article(article)), article.title, article.text
        for number, event in enumerate(reading.events):
            yield f"{article.id}-label-{number}", event_label(event), ""
            yield f"{article.id}-quote-{number}", "", event.evidence[0].exact


def main() -> None:
    """Prints a table with a column for each engine."""
    parser = argparse.ArgumentParser(description="Compare engines for words.")
    parser.add_argument("--articles", type=int, default=30_000)
    options = parser.parse_args()
    words = World().words
    made = list(documents(options.articles))
    print(f"{len(made):,} documents, {sum(len(n) + len(b) for _, n, b in made) / 1e6:.0f} MB")
    questions = {
        "a rare word": words[3900],
        "a word in a few per cent": words[60],
        "the most common word": words[0],
        "two words": f"{words[5]} {words[300]}",
        "a beginning of two letters": f"{words[3][:2]}*",
        "a whole word as a beginning": f"{words[60]}*",
    }
    for name, engine in ENGINES.items():
        print(f"\n{name}")
        with tempfile.TemporaryDirectory() as folder:
            for what, value in _measured(engine, Path(folder), made, questions):
                print(f"  {what:44} {value}", flush=True)
        print(f"  {'acknowledged and there after kill -9':44} {_survives(name)}", flush=True)


def _measured(
    engine: Callable[[Path], Engine],
    folder: Path,
    made: list[Document],
    questions: dict[str, str],
) -> Iterator[tuple[str, str]]:
    started = time.perf_counter()
    index = engine(folder)
    rest = iter(made)
    while batch := list(islice(rest, 5000)):
        index.replace(batch)
    yield "built", f"{time.perf_counter() - started:.1f} s"
    index.close()
    size = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())
    yield "size", f"{size / 1e6:.0f} MB"
    started = time.perf_counter()
    index = engine(folder)
    yield "opened", _milliseconds([time.perf_counter() - started])
    for what, words in questions.items():
        times = [_timed(partial(index.find, words, 20)) for _ in range(_ROUNDS)]
        yield f"best 20 with {what}", f"{_milliseconds(times)} ({len(index.find(words, 10**6)):,})"
    times = [_timed(partial(index.replace, [one])) for one in made[: _ROUNDS * 3 : 3]]
    yield "one article replaced", _milliseconds(times)
    times = [_timed(partial(index.replace, made[at : at + 500])) for at in range(0, 5000, 1000)]
    yield "500 documents replaced", _milliseconds(times)
    index.close()


def _survives(name: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        writer = subprocess.Popen(
            [sys.executable, "-c", _KILLED, name, folder], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None  # noqa: S101 - it was asked for
        time.sleep(3)
        writer.kill()
        said = writer.stdout.read().split()
        writer.wait()
        try:
            index = ENGINES[name](Path(folder))
            found = len(index.find("acknowledged", 10**6))
        except Exception as error:
            return f"cannot be opened again: {error}"
        index.close()
        return f"{found} of {len(said)}"


def _timed(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return time.perf_counter() - started


def _milliseconds(times: Sequence[float]) -> str:
    return f"{statistics.median(times) * 1000:.1f} ms"


if __name__ == "__main__":
    main()
