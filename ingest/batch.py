"""Many articles into the store: each one whole or not at all, and every failure named."""

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rdflib import URIRef

from graph.embedded import EmbeddedStore
from graph.model import Reading
from graph.naming import Namer
from graph.store import GraphWriter, Triple
from graph.triples import article_triples
from ingest.outcomes import Failure, Item, Notice, Outcome
from ingest.workers import ArticleReader, read_all

_log = logging.getLogger(__name__)

TRANSACTION_ARTICLES = 200
"""How many articles are written as one transaction."""
FOLDER_ARTICLES = 500
"""As many into a folder: it keeps a batch as sorted files, and puts fewer of them together again
(measured: a fifth less processor time than with 200)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What became of a batch."""

    articles: int
    """Articles that are in the store now."""
    events: int
    """Events read in them."""
    failures: tuple[Failure, ...]
    notices: tuple[Notice, ...]
    dropped: Mapping[str, int]
    """What the reader was told and left out: how often, by reason."""
    seconds: float


def ingest(
    items: Iterable[Item],
    reader: ArticleReader,
    writer: GraphWriter,
    namer: Namer,
    on_progress: Callable[[Outcome], None] | None = None,
) -> Summary:
    """Reads the articles among the items and writes them; an article read before is replaced.

    ``on_progress`` is called with each outcome, in the order of the items. Raises
    `graph.errors.StoreError` where the store cannot be written; what was written before it stays.
    """
    return keep(read_all(items, reader), writer, namer, on_progress)


def keep(
    outcomes: Iterable[Outcome],
    writer: GraphWriter,
    namer: Namer,
    on_progress: Callable[[Outcome], None] | None = None,
) -> Summary:
    """As `ingest`, of articles that are read already."""
    start = time.perf_counter()
    at_once = FOLDER_ARTICLES if isinstance(writer, EmbeddedStore) else TRANSACTION_ARTICLES
    events: dict[URIRef, int] = {}
    failures: list[Failure] = []
    notices: list[Notice] = []
    dropped: Counter[str] = Counter()
    waiting: dict[URIRef, frozenset[Triple]] = {}
    for outcome in outcomes:
        if isinstance(outcome, Reading):
            dropped.update(outcome.dropped)
            address = namer.article(outcome.article)
            triples = _triples(outcome, namer)
            if isinstance(triples, Failure):
                failures.append(triples)
            else:
                waiting[address] = triples
                events[address] = len(outcome.events)
        elif isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            notices.append(outcome)
        if len(waiting) >= at_once:
            writer.replace_many(waiting.items())
            waiting = {}
        if on_progress:
            on_progress(outcome)
    if waiting:
        writer.replace_many(waiting.items())
    return Summary(
        articles=len(events),
        events=sum(events.values()),
        failures=tuple(failures),
        notices=tuple(notices),
        dropped=dropped,
        seconds=time.perf_counter() - start,
    )


def _triples(reading: Reading, namer: Namer) -> frozenset[Triple] | Failure:
    try:
        return article_triples(reading, namer)
    except Exception as error:
        # As in `ingest.workers`: one article that cannot be said must not end the batch.
        _log.debug("%s could not be said in triples", reading.article.id, exc_info=True)
        return Failure(
            reading.article.id, f"could not be said in triples ({type(error).__name__}: {error})"
        )
