"""All that the SPARQL service works with, made when the application is and closed with it."""

import hmac
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.embedded import EmbeddedStore
from graph.naming import Namer
from graph.vocabulary import PREFIXES
from ingest.workers import ArticleReader
from web.settings import Settings
from web.sparql.answers import Answers
from web.sparql.exchange import Call, Refusal
from web.sparql.processes import Limits
from web.sparql.traffic import Metrics, Rates
from web.sparql.views import Views
from web.sparql.workers import Pool

Page = Callable[[str, Mapping[str, Any] | str | None, str | None], str]
"""Writes the page for a query, its answer (SPARQL JSON, or Turtle), and what went wrong."""

READING: tuple[tuple[str, str], ...] = (
    ("Access-Control-Allow-Origin", "*"),
    ("X-Robots-Tag", "noindex"),
    ("X-Content-Type-Options", "nosniff"),
)
"""The headers of every answer to a reader: any page may ask, and no search engine lists answers."""


@dataclass(slots=True, kw_only=True)
class Service:
    """One store, its workers, and what is counted about them."""

    store: EmbeddedStore
    settings: Settings
    answers: Answers
    pool: Pool | None
    views: Views | None
    page: Page | None
    open_reader: Callable[[], ArticleReader] | None
    rates: Rates
    metrics: Metrics = field(default_factory=Metrics)
    started: float = field(default_factory=time.time)
    made: dict[str, tuple[int, Any]] = field(default_factory=dict)
    """What was made from the whole graph, with the version that it was made from."""
    making: threading.Lock = field(default_factory=threading.Lock)
    reading: threading.Lock = field(default_factory=threading.Lock)
    reader: ArticleReader | None = None

    @property
    def namer(self) -> Namer:
        """Gives articles their addresses."""
        return Namer(self.settings.base)

    def holds_token(self, call: Call) -> bool:
        """Whether the client may write; compared in constant time."""
        token = self.settings.token
        kind, _, given = call.header("authorization").partition(" ")
        if token is None or kind.lower() != "bearer":
            return False
        return hmac.compare_digest(given.strip().encode("latin-1", "replace"), token.encode())

    def authorise(self, call: Call) -> None:
        """Raises `Refusal` 403 where nobody may write, 401 where this client may not."""
        if self.settings.token is None:
            raise Refusal(
                403,
                "writing over HTTP is off; set DRAGOMAN_TOKEN where the server runs to allow it",
            )
        if not self.holds_token(call):
            sent = "authorization" in call.headers
            challenge = 'Bearer realm="dragoman"' + (', error="invalid_token"' if sent else "")
            raise Refusal(
                401,
                ("the token is not the right one" if sent else "writing needs the token")
                + "; send it as Authorization: Bearer TOKEN",
                (("WWW-Authenticate", challenge),),
            )

    def seconds(self, call: Call) -> float:
        """How long a query of this client may run."""
        if self.holds_token(call):
            return self.settings.query_seconds
        return min(self.settings.anonymous_query_seconds, self.settings.query_seconds)

    def close(self) -> None:
        """Ends the workers and removes their views."""
        if self.pool is not None:
            self.pool.close()
        if self.views is not None:
            self.views.close()


def make_service(
    store: EmbeddedStore,
    settings: Settings,
    page: Page | None = None,
    open_reader: Callable[[], ArticleReader] | None = None,
) -> Service:
    """The service over a store; its workers are running. To be closed."""
    pool = views = None
    if store.folder is not None:
        views = Views(store, store.folder)
        pool = Pool(
            views,
            Limits(
                workers=settings.query_workers,
                memory_mib=settings.query_memory_mib,
                prefixes=PREFIXES,
            ),
        )
    return Service(
        store=store,
        settings=settings,
        answers=Answers(store, pool),
        pool=pool,
        views=views,
        page=page,
        open_reader=open_reader,
        rates=Rates(settings.rate_per_minute),
    )
