"""The service's place in the application: before Flask for machines, inside it for browsers.

Flask's own work on a request takes longer than a cheap query, so the addresses of the service are
answered before it. A browser's request for the SPARQL page goes on to Flask, which can write pages.
All requests, those for pages too, pass here: rates, limits, metrics and the access log are one.
"""

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from http import HTTPStatus
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from web.sparql import articles, description, dumps, endpoint, graph_store, operation
from web.sparql.exchange import BEGUN, Call, Refusal, Reply, call_of, too_large
from web.sparql.negotiation import HTML
from web.sparql.service import Service
from web.sparql.traffic import log_access

_log = logging.getLogger(__name__)

Handler = Callable[[Service, Call], Reply]
ROUTES: tuple[tuple[str, Handler], ...] = (
    ("/sparql", endpoint.endpoint),
    (graph_store.ROOT, graph_store.graph_store),
    (graph_store.ROOT + "/*", graph_store.graph_store),
    (articles.ROOT, articles.articles),
    (articles.ROOT + "/*", articles.articles),
    ("/void.ttl", description.void),
    ("/.well-known/void", description.void),
    (description.DUMP, dumps.dump),
    (dumps.CHECKSUM, dumps.dump),
    ("/health", operation.health),
    ("/metrics", operation.metrics),
)
"""Each address of the service, and what answers there; ``/*`` is everything below."""
OUR_FAULT = Refusal(500, "something went wrong on our side; it is in the log")
_UNCOUNTED = ("/health", "/metrics", "/static")
PHRASES = {status.value: f"{status.value} {status.phrase}" for status in HTTPStatus}
"""What stands in the first line of an answer, by its status."""


def route(path: str) -> tuple[str, Handler] | None:
    """The route that a path belongs to; None where it is not the service's."""
    for pattern, handler in ROUTES:
        if path == pattern or (pattern.endswith("/*") and path.startswith(pattern[:-1])):
            return pattern, handler
    return None


def handle(service: Service, call: Call, handler: Handler) -> Reply:
    """What the handler answers, a refusal included."""
    try:
        return handler(service, call)
    except Refusal as refusal:
        return refusal.reply()


def spend(service: Service, call: Call) -> None:
    """Counts a request against its client's rate; raises `Refusal` where it has none left."""
    if service.rates.are_limited and not service.holds_token(call):
        service.rates.spend(call.client, time.monotonic())


def _is_page(call: Call, pattern: str) -> bool:
    """Whether a page answers there: the SPARQL page, the list of articles."""
    if pattern == articles.ROOT:
        return call.method in ("GET", "HEAD")
    return pattern == "/sparql" and HTML in call.header("accept")


class Front:
    """A WSGI application around another one."""

    def __init__(self, inner: WSGIApplication, service: Service, pages: Iterable[str]) -> None:
        """``pages`` are the first parts of the inner application's addresses, for the metrics."""
        self._inner = inner
        self._service = service
        self._pages = frozenset(pages)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        started = time.perf_counter()
        limit = self._service.settings.body_mib << 20
        try:
            call = call_of(environ, limit)
        except Refusal as refusal:
            return _send(refusal.reply(), environ["REQUEST_METHOD"], start_response)
        found = route(call.path)
        first = "/" + call.path.split("/", 2)[1]
        label = found[0] if found else first if first in self._pages else "other"
        seen = _Seen(self._service, call, label, started)
        try:
            if first not in _UNCOUNTED and BEGUN not in environ:
                spend(self._service, call)
            if int(call.header("content-length") or 0) > limit:
                raise too_large(limit)
        except Refusal as refusal:
            return seen.body(_send(refusal.reply(), call.method, seen.start(start_response)))
        if found is None or _is_page(call, found[0]):
            return seen.body(self._inner(environ, seen.start(start_response)))
        reply = self._reply(call, found[1])
        return seen.body(_send(reply, call.method, seen.start(start_response)))

    def _reply(self, call: Call, handler: Handler) -> Reply:
        try:
            return handle(self._service, call, handler)
        except Exception:  # a fault of ours must not end the server's thread without an answer
            _log.exception("%s %s failed", call.method, call.path)
            return OUR_FAULT.reply()


class _Seen:
    """Watches one answer go out, and counts it when it has gone."""

    def __init__(self, service: Service, call: Call, label: str, started: float) -> None:
        self._service = service
        self._call = call
        self._label = label
        self._started = started
        self._status = 500
        self._sent = 0

    def start(self, start_response: StartResponse) -> StartResponse:
        """Notes the status on its way."""

        def noted(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            self._status = int(status[:3])
            return start_response(status, headers, *rest)

        return noted

    def body(self, inner: Iterable[bytes]) -> Iterable[bytes]:
        """The same body; short ones are counted at once."""
        if isinstance(inner, list):
            self._sent = sum(map(len, inner))
            self.done()
            return inner
        return _Watched(inner, self)

    def sent(self, number: int) -> None:
        """So many bytes more have gone."""
        self._sent += number

    def done(self) -> None:
        """The answer has gone."""
        seconds = time.perf_counter() - self._started
        self._service.metrics.count(self._label, self._call.method, self._status, seconds)
        log_access(self._call, self._status, seconds, self._sent)


class _Watched:
    """A body on its way; a generator would not notice that it is closed before it has begun."""

    def __init__(self, inner: Iterable[bytes], seen: _Seen) -> None:
        self._inner = inner
        self._pieces = iter(inner)
        self._seen: _Seen | None = seen

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        try:
            piece = next(self._pieces)
        except BaseException:
            self._end()
            raise
        if self._seen is not None:
            self._seen.sent(len(piece))
        return piece

    def close(self) -> None:
        """Ends what makes the body."""
        close = getattr(self._inner, "close", None)
        if close is not None:
            close()
        self._end()

    def _end(self) -> None:
        if self._seen is not None:
            self._seen.done()
            self._seen = None


def _send(reply: Reply, method: str, start_response: StartResponse) -> Iterable[bytes]:
    headers = list(reply.headers)
    body = reply.body
    if isinstance(body, bytes) and reply.status not in (204, 304):
        headers.append(("Content-Length", str(len(body))))
    start_response(PHRASES.get(reply.status, f"{reply.status} Refused"), headers)
    if isinstance(body, bytes):
        return [] if method == "HEAD" else [body]
    if method == "HEAD":
        close = getattr(body, "close", None)
        if close is not None:
            close()
        return []
    return body
