"""Who asks how often, what was answered and how fast: limits, metrics and the access log."""

import json
import logging
import threading
import time
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from web.sparql.exchange import Call, Refusal

_BUCKETS = (0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0, 30.0)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
_CLIENTS = 50_000
_log = logging.getLogger("dragoman.access")


class Rates:
    """A bucket of tokens for each client: full it holds a minute's worth, and it fills steadily."""

    def __init__(self, per_minute: int) -> None:
        """No limit where ``per_minute`` is 0."""
        self._rate = per_minute / 60
        self._full = float(per_minute)
        self._buckets: dict[str, tuple[float, float]] = {}
        self._lock = threading.Lock()

    @property
    def are_limited(self) -> bool:
        """Whether there is a limit at all."""
        return bool(self._rate)

    def spend(self, client: str, now: float) -> None:
        """Takes a token; raises `Refusal` 429 where the client has none left."""
        if not self._rate:
            return
        with self._lock:
            tokens, since = self._buckets.pop(client, (self._full, now))
            tokens = min(self._full, tokens + (now - since) * self._rate)
            self._buckets[client] = (max(tokens - 1, 0.0) if tokens >= 1 else tokens, now)
            if len(self._buckets) > _CLIENTS:  # the one that has been quiet for longest
                del self._buckets[next(iter(self._buckets))]
        if tokens < 1:
            wait = max(1, round((1 - tokens) / self._rate + 0.5))
            raise Refusal(
                429,
                f"more than {self._full:g} requests in a minute came from your address; "
                f"ask again in {wait} seconds",
                (("Retry-After", str(wait)),),
            )


@dataclass(slots=True)
class _Series:
    counts: list[int] = field(default_factory=lambda: [0] * (len(_BUCKETS) + 1))
    total: float = 0.0


class Metrics:
    """Counts requests by route and status and their durations, in Prometheus' text form."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: dict[tuple[str, str, int], int] = {}
        self._durations: dict[str, _Series] = {}

    def count(self, route: str, method: str, status: int, seconds: float) -> None:
        """One answered request."""
        method = method if method in _METHODS else "OTHER"
        place = bisect_left(_BUCKETS, seconds)
        with self._lock:
            key = (route, method, status)
            self._requests[key] = self._requests.get(key, 0) + 1
            series = self._durations.setdefault(route, _Series())
            series.counts[place] += 1
            series.total += seconds

    def text(self, others: Iterable[tuple[str, str, str, float]]) -> str:
        """All series, ``others`` (name, kind, help, value) last."""
        with self._lock:
            lines = list(self._lines())
        for name, kind, says, value in others:
            lines += [f"# HELP {name} {says}", f"# TYPE {name} {kind}", f"{name} {value:g}"]
        return "\n".join(lines) + "\n"

    def _lines(self) -> Iterator[str]:
        name = "dragoman_http_requests_total"
        yield f"# HELP {name} Requests answered, by route, method and status."
        yield f"# TYPE {name} counter"
        for (route, method, status), count in sorted(self._requests.items()):
            yield f'{name}{{route="{route}",method="{method}",status="{status}"}} {count}'
        name = "dragoman_http_request_duration_seconds"
        yield f"# HELP {name} How long requests took until their last byte was handed over."
        yield f"# TYPE {name} histogram"
        for route, series in sorted(self._durations.items()):
            running = 0
            for bound, count in zip((*_BUCKETS, "+Inf"), series.counts, strict=True):
                running += count
                yield f'{name}_bucket{{route="{route}",le="{bound}"}} {running}'
            yield f'{name}_sum{{route="{route}"}} {series.total:.6f}'
            yield f'{name}_count{{route="{route}"}} {running}'


def log_access(call: Call, status: int, seconds: float, sent: int) -> None:
    """One line of JSON; no query text, as that may be long and private, but its length."""
    if _log.isEnabledFor(logging.INFO):
        line = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "client": call.client,
            "method": call.method,
            "path": call.path[:200],
            "query_bytes": len(call.query),
            "status": status,
            "bytes": sent,
            "seconds": round(seconds, 6),
            "agent": call.header("user-agent")[:200],
        }
        _log.info("%s", json.dumps(line, ensure_ascii=True))
