"""Reading many articles, in this process or in several: the same outcomes in the same order."""

import logging
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol

from graph.errors import DragomanError
from graph.model import Article, Reading
from ingest.outcomes import Failure, Item, Outcome

_log = logging.getLogger(__name__)

CHUNK_ARTICLES = 64
CHUNK_CHARACTERS = 100_000
"""A chunk ends at whichever it reaches first; it is what one worker reads at a time."""
FEW_CHUNKS = 4
"""An input of fewer chunks is read in this process: workers would take longer to start."""


class ArticleReader(Protocol):
    """What reads articles: `ingest.reader.Reader`, or one that asks a language model."""

    def read(self, article: Article) -> Reading:
        """All that was read out of the article."""

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading | Failure]:
        """The readings of the articles, in their order; a `Failure` where one has none."""


def read_all(
    items: Iterable[Item], reader: ArticleReader, together: int = CHUNK_ARTICLES
) -> Iterator[Outcome]:
    """The readings of the articles among the items, in their order, read in this process.

    An article that cannot be read gives a `Failure`; failures and notices pass through. The reader
    gets up to ``together`` articles at a time.
    """
    for chunk in _chunks(items, together):
        yield from _read_chunk(chunk, reader)


def read_in_parallel(
    items: Iterable[Item],
    open_reader: Callable[[], ArticleReader],
    jobs: int,
    preload: Sequence[str] = ("ingest.reader",),
) -> Iterator[Outcome]:
    """As `read_all`, in ``jobs`` processes of which each opens a reader of its own.

    ``open_reader`` must be a function that can be pickled; what it raises is raised here. A small
    input is read in this process. A process that dies costs only the article that killed it.
    ``preload`` names the modules that all processes share, imported once; the command line names
    itself, which each process would import otherwise.
    """
    chunks = _chunks(items)
    first = list(islice(chunks, FEW_CHUNKS))
    everything = chain(first, chunks)
    if jobs == 1 or len(first) < FEW_CHUNKS:
        reader = open_reader()
        for chunk in everything:
            yield from _read_chunk(chunk, reader)
        return
    pools = _Pools(open_reader, preload)
    lost: list[list[Item]] = []
    while True:
        yield from _read_in_pool(everything, pools, jobs, lost)
        if not lost:
            return
        for chunk in lost:
            yield from _read_apart(chunk, pools)
        lost = []


@dataclass(frozen=True, slots=True)
class _Pools:
    """Makes pools of processes, each with a reader of its own."""

    open_reader: Callable[[], ArticleReader]
    preload: Sequence[str]

    def make(self, jobs: int) -> ProcessPoolExecutor:
        methods = multiprocessing.get_all_start_methods()
        if "forkserver" not in methods:
            context = multiprocessing.get_context("spawn")
            return ProcessPoolExecutor(jobs, context, _open_here, (self.open_reader,))
        server = multiprocessing.get_context("forkserver")
        server.set_forkserver_preload([*self.preload])
        return ProcessPoolExecutor(jobs, server, _open_here, (self.open_reader,))


def _read_in_pool(
    chunks: Iterator[list[Item]], pools: _Pools, jobs: int, lost: list[list[Item]]
) -> Iterator[Outcome]:
    """The outcomes of the chunks; those that were under way when a process died go to ``lost``."""
    waiting: deque[tuple[list[Item], Future[list[Outcome]]]] = deque()
    pool = pools.make(jobs)
    try:
        for chunk in chunks:
            waiting.append((chunk, Future()))  # stays so where the pool is broken already
            waiting[-1] = (chunk, pool.submit(_read_chunk_here, chunk))
            if len(waiting) > 2 * jobs:
                yield from waiting[0][1].result()
                waiting.popleft()
        while waiting:
            yield from waiting[0][1].result()
            waiting.popleft()
    except BrokenProcessPool:
        lost.extend(chunk for chunk, _ in waiting)
    finally:
        pool.shutdown(cancel_futures=True)


def _read_apart(chunk: list[Item], pools: _Pools) -> Iterator[Outcome]:
    """The outcomes of a chunk that may hold an article which kills whoever reads it."""
    pool = pools.make(1)
    try:
        for item in chunk:
            if not isinstance(item, Article):
                yield item
                continue
            try:
                yield from pool.submit(_read_chunk_here, [item]).result()
            except BrokenProcessPool:
                yield Failure(item.id, "the process that read it died; see its memory, or split it")
                pool.shutdown()
                pool = pools.make(1)
    finally:
        pool.shutdown()


class _Worker:
    """The reader of this worker process, or why it has none."""

    reader: ArticleReader | None = None
    error: Exception | None = None


def _open_here(open_reader: Callable[[], ArticleReader]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that gives the work
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        _Worker.reader = open_reader()
    except Exception as error:  # raised by the first chunk, where somebody hears it
        _Worker.error = error


def _end_with_parent() -> None:
    """Ends this process when the one that gives the work is gone, even killed; nobody else does."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _read_chunk_here(chunk: list[Item]) -> list[Outcome]:
    if _Worker.error is not None:
        raise _Worker.error
    assert _Worker.reader is not None, "the worker was not opened"  # noqa: S101
    return _read_chunk(chunk, _Worker.reader)


def _chunks(items: Iterable[Item], together: int = CHUNK_ARTICLES) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    articles = characters = 0
    for item in items:
        chunk.append(item)
        if isinstance(item, Article):
            articles += 1
            characters += len(item.text)
        if articles == together or characters >= CHUNK_CHARACTERS or len(chunk) >= 1000:
            yield chunk
            chunk, articles, characters = [], 0, 0
    if chunk:
        yield chunk


def _read_chunk(chunk: list[Item], reader: ArticleReader) -> list[Outcome]:
    readings = iter(_read([item for item in chunk if isinstance(item, Article)], reader))
    return [next(readings) if isinstance(item, Article) else item for item in chunk]


def _read(articles: list[Article], reader: ArticleReader) -> list[Reading | Failure]:
    try:
        return [*reader.read_many(articles)]
    except Exception:
        # One of them cannot be read; each alone tells which, and why.
        _log.debug("reading %d articles together failed", len(articles), exc_info=True)
        return [_read_one(article, reader) for article in articles]


def _read_one(article: Article, reader: ArticleReader) -> Reading | Failure:
    try:
        return reader.read(article)
    except DragomanError as error:
        return Failure(article.id, str(error))
    except Exception as error:
        # The edge where a fault of ours in one article must not end a batch of a million.
        _log.debug("%s could not be read", article.id, exc_info=True)
        return Failure(article.id, f"could not be read ({type(error).__name__}: {error})")
