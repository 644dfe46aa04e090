"""A batch goes on past what fails, keeps what it read, and is the same in one process or in three.

The reader here knows one rule, "A met B", so that what the batch does is seen by itself.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest
from rdflib import URIRef

from graph.embedded import EmbeddedStore
from graph.errors import InputError, SettingError, StoreError
from graph.model import (
    Actor,
    ActorClass,
    Article,
    Event,
    EventClass,
    Evidence,
    Participation,
    Reading,
    Role,
)
from graph.naming import Namer
from graph.store import Triple
from ingest.batch import FOLDER_ARTICLES, ingest, keep
from ingest.outcomes import Failure, Item, Notice, Outcome
from ingest.workers import CHUNK_ARTICLES, FEW_CHUNKS, read_all, read_in_parallel

MANY = CHUNK_ARTICLES * (FEW_CHUNKS + 2)
NAMER = Namer()


class RuleReader:
    """Reads "A met B." and stumbles over the words of failure."""

    def read(self, article: Article) -> Reading:
        if "unreadable" in article.text:
            raise InputError("holds the word unreadable; leave it out")
        if "zero" in article.text:
            raise ZeroDivisionError("division by zero")
        if "deadly" in article.text:
            os._exit(1)
        events = tuple(_meeting(found) for found in re.finditer(r"(\w+) met (\w+)\.", article.text))
        return Reading(article=article, events=events)

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        return map(self.read, articles)


def _meeting(found: re.Match[str]) -> Event:
    return Event(
        kind=EventClass.MEETING,
        participations=tuple(
            Participation(
                role=Role.PARTICIPANT,
                actor=Actor(kind=ActorClass.PERSON, key=f"person/{name.lower()}", label=name),
            )
            for name in found.groups()
        ),
        evidence=(Evidence(start=found.start(), end=found.end(), exact=found.group()),),
    )


def _refuse() -> RuleReader:
    raise SettingError("DRAGOMAN_PIPELINE: 'nope' is not installed")


def article(number: int, text: str = "") -> Article:
    return Article(id=f"a{number}", text=text or f"Ana{number} met Bo{number}. Then Cy met Di.")


def test_each_article_becomes_its_graph_and_is_counted() -> None:
    store = EmbeddedStore()
    summary = ingest([article(n) for n in range(3)], RuleReader(), store, NAMER)
    assert (summary.articles, summary.events) == (3, 6)
    assert not summary.failures
    assert not summary.notices
    assert store.articles() == [NAMER.article(f"a{n}") for n in range(3)]
    assert store.ask("ASK { ?a dgm:met ?b . ?a skos:prefLabel 'Ana2' }")


def test_a_failure_of_one_article_leaves_the_others() -> None:
    items: list[Item] = [
        article(1),
        Failure("news.jsonl:2", "the row is not JSON"),
        article(3, "unreadable"),
        Notice("news.jsonl:4", "the date was left out"),
        article(4, "zero"),
        article(5),
    ]
    store = EmbeddedStore()
    summary = ingest(items, RuleReader(), store, NAMER)
    assert summary.failures == (
        Failure("news.jsonl:2", "the row is not JSON"),
        Failure("a3", "holds the word unreadable; leave it out"),
        Failure("a4", "could not be read (ZeroDivisionError: division by zero)"),
    )
    assert summary.notices == (Notice("news.jsonl:4", "the date was left out"),)
    assert store.articles() == [NAMER.article("a1"), NAMER.article("a5")]


def test_an_article_without_events_is_kept_all_the_same() -> None:
    store = EmbeddedStore()
    summary = ingest([article(1, "Nothing happened.")], RuleReader(), store, NAMER)
    assert (summary.articles, summary.events) == (1, 0)
    assert store.articles() == [NAMER.article("a1")]


def test_an_article_that_cannot_be_said_in_triples_is_a_failure() -> None:
    reading = RuleReader().read(article(1))
    broken = Reading(article=reading.article, events=(None,))  # type: ignore[arg-type]  # on purpose
    store = EmbeddedStore()
    summary = keep([broken, RuleReader().read(article(2))], store, NAMER)
    assert [failure.where for failure in summary.failures] == ["a1"]
    assert "could not be said in triples" in summary.failures[0].reason
    assert store.articles() == [NAMER.article("a2")]


def test_the_later_of_two_articles_with_one_id_counts() -> None:
    for distance in (1, FOLDER_ARTICLES + 1):
        store = EmbeddedStore()
        between = [article(n) for n in range(1, distance)]
        items = [article(0, "Old met Older."), *between, article(0, "New met Newer.")]
        summary = ingest(items, RuleReader(), store, NAMER)
        assert summary.articles == distance
        assert store.ask("ASK { ?a skos:prefLabel 'New' }")
        assert not store.ask("ASK { ?a skos:prefLabel 'Old' }")


def test_progress_is_told_of_every_outcome_in_order() -> None:
    items: list[Item] = [article(1), Failure("x", "y"), article(2, "zero")]
    seen: list[Outcome] = []
    ingest(items, RuleReader(), EmbeddedStore(), NAMER, seen.append)
    assert [getattr(outcome, "where", "read") for outcome in seen] == ["read", "x", "a2"]


def test_articles_are_written_in_transactions_of_bounded_size() -> None:
    class Counting(EmbeddedStore):
        """A store that remembers how many articles each transaction held."""

        def replace_many(self, articles: Iterable[tuple[URIRef, Collection[Triple]]]) -> None:
            kept = list(articles)
            sizes.append(len(kept))
            super().replace_many(kept)

    sizes: list[int] = []
    count = 2 * FOLDER_ARTICLES + 7
    ingest((article(n, "A met B.") for n in range(count)), RuleReader(), Counting(), NAMER)
    assert sizes == [FOLDER_ARTICLES, FOLDER_ARTICLES, 7]


def test_a_store_that_cannot_be_written_ends_the_batch_and_keeps_what_was_written() -> None:
    class Full(EmbeddedStore):
        """A store whose disk is full after the first transaction."""

        def replace_many(self, articles: Iterable[tuple[URIRef, Collection[Triple]]]) -> None:
            if self.articles():
                raise StoreError("the store could not be written; see whether the disk is full")
            super().replace_many(articles)

    store = Full()
    with pytest.raises(StoreError, match="disk is full"):
        ingest((article(n) for n in range(2 * FOLDER_ARTICLES)), RuleReader(), store, NAMER)
    assert len(store.articles()) == FOLDER_ARTICLES


def test_two_ingests_of_the_same_articles_give_the_same_statements() -> None:
    store = EmbeddedStore()
    items = [article(n) for n in range(20)]
    ingest(items, RuleReader(), store, NAMER)
    before = sorted(map(str, store.quads()))
    ingest(reversed(items), RuleReader(), store, NAMER)
    assert sorted(map(str, store.quads())) == before


# ── Several processes ─────────────────────────────────────────────────────────────────────────────


def many(special: dict[int, str]) -> list[Item]:
    return [
        Notice("n", "told in between") if n == 50 else article(n, special.get(n, ""))
        for n in range(MANY)
    ]


def test_several_processes_give_the_same_outcomes_in_the_same_order() -> None:
    items = many({3: "unreadable", 70: "zero"})
    alone = list(read_all(items, RuleReader()))
    assert len(alone) == MANY
    assert list(read_in_parallel(items, RuleReader, 2)) == alone
    assert list(read_in_parallel(items, RuleReader, 1)) == alone


def test_a_process_that_dies_costs_only_the_article_that_killed_it() -> None:
    outcomes = list(read_in_parallel(many({40: "deadly"}), RuleReader, 2))
    expected = list(read_all(many({40: "zero"}), RuleReader()))
    assert outcomes[40] == Failure(
        "a40", "the process that read it died; see its memory, or split it"
    )
    assert [*outcomes[:40], *outcomes[41:]] == [*expected[:40], *expected[41:]]


def test_a_small_input_is_read_in_this_process() -> None:
    opened: list[int] = []

    def opener() -> RuleReader:  # cannot be pickled, so that a worker could not have it
        opened.append(os.getpid())
        return RuleReader()

    assert len(list(read_in_parallel([article(1)], opener, 4))) == 1
    assert opened == [os.getpid()]


@pytest.mark.parametrize("count", [1, MANY])
def test_a_reader_that_cannot_be_opened_is_said_once(count: int) -> None:
    items = [article(n) for n in range(count)]
    with pytest.raises(SettingError, match="not installed"):
        list(read_in_parallel(items, partial(_refuse), 2))


PROGRAM = """
import os, sys, time
from pathlib import Path
from graph.model import Article, Reading
from ingest.workers import read_in_parallel

class Sleeper:
    def read_many(self, articles):
        Path(sys.argv[1], str(os.getpid())).touch()
        time.sleep(300)

if __name__ == "__main__":
    items = (Article(id=str(n), text="x") for n in range(1000))
    list(read_in_parallel(items, Sleeper, 2))
"""


def test_the_processes_end_with_the_one_that_gave_them_work(tmp_path: Path) -> None:
    program, seen = tmp_path / "program.py", tmp_path / "seen"
    program.write_text(PROGRAM)
    seen.mkdir()
    parent = subprocess.Popen([sys.executable, program, seen])  # noqa: S603 - our own
    assert _within(60, lambda: len(list(seen.iterdir())) == 2)
    workers = [int(path.name) for path in seen.iterdir()]
    parent.kill()
    parent.wait(timeout=30)
    assert _within(30, lambda: not any(_runs(worker) for worker in workers))


def _within(seconds: float, holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while not (held := holds()) and time.monotonic() < end:
        time.sleep(0.1)
    return held


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_reading_in_parallel_does_not_take_in_everything_at_once() -> None:
    taken = 0

    def endless() -> Iterator[Item]:
        nonlocal taken
        while True:
            taken += 1
            yield article(taken)

    outcomes = read_in_parallel(endless(), RuleReader, 2)
    next(outcomes)
    assert taken < 20 * CHUNK_ARTICLES
    outcomes.close()  # type: ignore[attr-defined]  # it is a generator


def test_a_batch_survives_on_disk(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path / "news.store")
    ingest([article(1)], RuleReader(), store, NAMER)
    store.close()
    assert EmbeddedStore(tmp_path / "news.store").articles() == [NAMER.article("a1")]
