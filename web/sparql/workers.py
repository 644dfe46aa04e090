"""Processes that answer strangers' queries: at most so many, each for so long, replaced when ended.

A query starts in the quick lane. One that takes longer than `QUICK` seconds moves, process and all,
to the slow lane, where it gives way, while a new process takes its place: quick queries find a free
worker however many slow ones run. Afterwards the process comes back where there is room for it.
Where the slow lane is full, or the client has its share of it, the query is ended. A query over its
time is ended by killing its process, which pyoxigraph leaves as the only way. A client that reads
its answer slowly holds a process as well, so a watch looks after those: time that the client takes
counts less, but it counts.

Longer than other files, because the lanes and what runs in them change together, under one lock.
"""

import json
import math
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from web.sparql import frames
from web.sparql.begun import Begun
from web.sparql.evaluation import Failure, Job
from web.sparql.exchange import Refusal
from web.sparql.processes import (
    Limits,
    Worker,
    address_space,
    can_go_on,
    give_way,
    last_words,
    start,
)
from web.sparql.views import Views

QUICK = 0.5
"""Seconds after which a query counts as slow."""
PATIENCE = 5.0
"""Seconds that a query waits for a free worker."""
WAITING = 8
"""How many queries of one client may wait at once."""
SLOW_READER = 4.0
"""How many times longer than a query's own time its answer may take to be read."""
_STEP = 0.25
_SPARE = 2
"""How many times the workers that there are at first may wait for quick queries."""
_OPENING = 60.0


@dataclass(slots=True)
class _Clock:
    """The time that a query may still take; waiting for the client does not count."""

    seconds: float
    left: Callable[[], bool]
    used: float = 0.0


@dataclass(slots=True)
class Tally:
    """What has happened to workers so far, for the metrics."""

    started: int = 0
    died: int = 0
    timeouts: int = 0
    shed: int = 0


class Pool:
    """Runs jobs in workers."""

    def __init__(self, views: Views, limits: Limits) -> None:
        """Starts the workers."""
        self.tally = Tally()
        self._views = views
        self._limits = limits
        self._free = threading.Condition()
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._quick = 0
        self._slow = 0
        self._waiting: Counter[str] = Counter()
        self._closed = threading.Event()
        self._fill()
        threading.Thread(target=self._watch, name="query-watch", daemon=True).start()

    @property
    def size(self) -> int:
        """How many workers there are."""
        return len(self._all)

    def run(
        self,
        job: Job,
        seconds: float,
        left: Callable[[], bool],
        *,
        client: str = "",
        network: bool = False,
        begun: Begun | None = None,
    ) -> Iterator[tuple[bytes, bytes, int]]:
        """The pieces of the answer: `frames.TABLE` or `frames.GRAPH`, bytes, version of the store.

        ``begun`` is what `begin` gave for the same job. Raises `Failure` where the query has no
        answer, and `Refusal` where it was ended.
        """
        clock = _Clock(seconds, left)
        if begun is not None:
            clock.used = time.monotonic() - begun.since
            worker = begun.take()
        else:
            worker = self._single(client, seconds) if network else self._take(client, seconds)
        whole = False
        try:
            if begun is None:
                worker = self._send(worker, frames.frame(frames.QUERY, job.encode()))
            version = worker.view.version if worker.view else 0
            while True:
                letter, data = self._receive(worker, clock)
                if letter == frames.END:
                    whole = True
                    return
                if letter == frames.FAIL:
                    whole = True
                    raise Failure(*json.loads(data))
                yield letter, data, version
        finally:
            self.give_back(worker, whole=whole)

    def begin(self, job: Job, seconds: float, client: str) -> Begun | None:
        """What a worker has begun; None where none is free at once. Never waits."""
        with self._free:
            if self._waiting or self._closed.is_set() or not self._is_free(client):
                return None
            if not self._views.shows_now(self._idle[-1].view):
                return None
            worker = self._idle.pop()
            _begin(worker, client, seconds)
        try:
            worker.connection.sendall(frames.frame(frames.QUERY, job.encode()))
        except OSError:  # it is gone, and whoever takes it next finds out
            self.give_back(worker, whole=True)
            return None
        return Begun(worker, self.give_back)

    def is_behind(self) -> bool:
        """Whether the next worker has to open a new view before it can begin."""
        with self._free:
            return bool(self._idle) and not self._views.shows_now(self._idle[-1].view)

    def finish(self, begun: Begun) -> tuple[bytes, bytes]:
        """The kind and all bytes of an answer that is there whole; raises `Failure`."""
        worker = begun.take()
        kind, body = frames.TABLE, b""
        try:
            while True:
                letter, data = worker.inbox.next()
                if letter == frames.END:
                    return kind, body
                if letter == frames.FAIL:
                    raise Failure(*json.loads(data))
                kind, body = letter, body + data if body else data
        finally:
            self.give_back(worker, whole=True)

    def dump(self, into: Path, seconds: float) -> int:
        """Writes all statements as N-Quads into a file; the version of the store that they show."""
        worker = self._single("", seconds)
        try:
            worker = self._send(worker, frames.frame(frames.DUMP, str(into).encode()))
            self._receive(worker, _Clock(seconds, lambda: False))
            return worker.view.version if worker.view else 0
        finally:
            self.give_back(worker, whole=False)

    def parse(
        self, data: bytes, media_type: str, base: str, seconds: float, *, client: str = ""
    ) -> bytes:
        """The statements of one graph as N-Triples.

        Raises `Failure` where they cannot be read, `Refusal` where that takes too much.
        """
        message = json.dumps([media_type, base]).encode() + b"\n" + data
        worker = self._take(client, seconds)
        clock, found, whole = _Clock(seconds, lambda: False), bytearray(), False
        try:
            worker = self._send(worker, frames.frame(frames.PARSE, message))
            while True:
                letter, piece = self._receive(worker, clock)
                if letter in (frames.END, frames.FAIL):
                    break
                found += piece
            whole = True
            if letter == frames.FAIL:
                raise Failure(*json.loads(piece))
            return bytes(found)
        finally:
            self.give_back(worker, whole=whole)

    def rehearse(self, update: bytes, seconds: float, *, client: str = "") -> None:
        """Tries an update (`rehearsal.encode`) in a worker, where it changes nothing.

        Raises `Refusal` where that takes too long or the worker dies of it, `Failure` where too
        many statements would be changed.
        """
        worker = self._take(client, seconds)
        whole = False
        try:
            worker = self._send(worker, frames.frame(frames.REHEARSE, update))
            letter, data = self._receive(worker, _Clock(seconds, lambda: False))
            whole = True
            if letter == frames.FAIL:
                raise Failure(*json.loads(data))
        finally:
            self.give_back(worker, whole=whole)

    def close(self) -> None:
        """Ends all workers."""
        with self._free:
            self._closed.set()
            workers = list(self._all)
        for worker in workers:
            self._end(worker)

    def _started(self, *, network: bool = False) -> Worker:
        worker = start(self._limits, network=network)
        with self._free:
            self._all.add(worker)
            self.tally.started += 1
        return worker

    def _died(self, worker: Worker) -> Refusal:
        if worker.verdict is None:
            self.tally.died += 1
        return last_words(worker, self._limits)

    def _fill(self) -> None:
        """Starts workers until the quick lane has all of its own."""
        while True:
            with self._free:
                if self._closed.is_set() or self._quick >= self._limits.workers:
                    return
                self._quick += 1
            worker = self._started()
            with self._free:
                self._idle.append(worker)
                self._free.notify_all()

    def _take(self, client: str, seconds: float) -> Worker:
        with self._free:
            if not self._is_free(client):
                self._wait(client)
            if self._closed.is_set():
                raise _busy()
            worker = self._idle.pop()
            _begin(worker, client, seconds)
            return worker

    def _is_free(self, client: str) -> bool:
        """Whether there is a worker for the client; the last one is not for who fills its share."""
        others = self._slow_of(client) >= self._limits.share
        return self._closed.is_set() or len(self._idle) > (1 if others and self._quick > 1 else 0)

    def _wait(self, client: str) -> None:
        """Waits for a worker; of one client not too many queries wait, as each holds a thread."""
        if self._waiting[client] >= WAITING:
            self.tally.shed += 1
            raise _too_many()
        self._waiting[client] += 1
        try:
            if not self._free.wait_for(lambda: self._is_free(client), PATIENCE):
                self.tally.shed += 1
                raise _busy()
        finally:
            self._waiting[client] -= 1
            if not self._waiting[client]:
                del self._waiting[client]

    def _single(self, client: str, seconds: float) -> Worker:
        """A worker for one job, with the network where it is allowed."""
        with self._free:
            if self._slow >= self._limits.slow or self._closed.is_set():
                raise _busy()
            self._slow += 1
        worker = self._started(network=True)
        worker.slow = True
        _begin(worker, client, seconds)
        return worker

    def _slow_of(self, client: str) -> int:
        slow = (w for w in self._all if w.slow and w.verdict is None)
        return sum(worker.client == client for worker in slow)

    def _send(self, worker: Worker, message: bytes) -> Worker:
        """Sends the message to a worker whose view is new; another one where this one is gone."""
        for last in (False, True):
            try:
                view = self._views.take(worker.view)
                if view != worker.view:
                    worker.view = view
                    worker.since = math.inf  # opening is not the query's own time
                    opening = frames.frame(frames.OPEN, str(view.folder).encode())
                    worker.connection.sendall(opening)
                    worker.connection.settimeout(_OPENING)
                    worker.inbox.next()
                    worker.since = time.monotonic()
                    worker.size = worker.size or address_space(worker)
                worker.connection.sendall(message)
                return worker
            except (EOFError, OSError):
                if last or worker.slow:
                    raise self._died(worker) from None
                client, seconds = worker.client or "", worker.limit / SLOW_READER
                self.give_back(worker, whole=False)
                worker = self._take(client, seconds)
        raise AssertionError("the second try returns or raises")

    def _receive(self, worker: Worker, clock: _Clock) -> tuple[bytes, bytes]:
        while True:
            started = time.monotonic()
            worker.connection.settimeout(max(0.001, min(_STEP, clock.seconds - clock.used)))
            try:
                return worker.inbox.next()
            except TimeoutError:
                pass
            except EOFError:
                raise self._died(worker) from None
            finally:
                clock.used += time.monotonic() - started
            if clock.used >= clock.seconds:
                self.tally.timeouts += 1
                raise Refusal(
                    504,
                    f"the query was ended after {clock.seconds:g} seconds, the time allowed; "
                    "narrow it, or ask for less at once",
                )
            if clock.left():
                raise Refusal(499, "the client has gone away")

    def _watch(self) -> None:
        """Looks every now and then for queries that are slow, or over their time in all."""
        while not self._closed.wait(_STEP):
            now = time.monotonic()
            with self._free:
                busy = [w for w in self._all if w.client is not None and w.verdict is None]
                late = [w for w in busy if now - w.since >= w.limit]
                slow = [w for w in busy if not w.slow and now - w.since >= QUICK]
            for worker in late:
                self._condemn(worker, Refusal(504, "the answer was not read in the time allowed"))
            for worker in slow:
                self._slow_down(worker)
            self._fill()

    def _slow_down(self, worker: Worker) -> None:
        """Moves a query to the slow lane, or ends it where there is no room."""
        with self._free:
            client = worker.client
            if client is None or worker.slow or worker.verdict or worker not in self._all:
                return
            full = self._slow >= self._limits.slow
            if not full and self._slow_of(client) < self._limits.share:
                worker.slow = True
                self._slow += 1
                self._quick -= 1
                give_way(worker, beside=self._slow - 1)
                return
            self.tally.shed += 1
        self._condemn(worker, _busy() if full else _too_many())

    def _condemn(self, worker: Worker, verdict: Refusal) -> None:
        """Ends a query. Its place is free at once: its thread may wait for a client for long."""
        with self._free:
            if worker.client is not None and worker.verdict is None and worker in self._all:
                worker.verdict = verdict
                worker.process.kill()
                self._release(worker)

    def give_back(self, worker: Worker, *, whole: bool) -> None:
        """Takes a worker back from a job; ends it where it has not sent the ``whole`` answer."""
        with self._free:
            worker.client = None
            alive = worker.verdict is None and not self._closed.is_set() and worker in self._all
            if whole and alive and (not worker.slow or self._comes_back(worker)):
                self._idle.append(worker)
                self._free.notify_all()
                return
            if worker in self._all and worker.verdict is None:
                self._release(worker)
        self._end(worker)
        self._fill()

    def _release(self, worker: Worker) -> None:
        """Frees the place of a worker in its lane."""
        if worker.slow:
            self._slow -= 1
            self._free.notify_all()  # the client has room in its share again
        else:
            self._quick -= 1

    def _comes_back(self, worker: Worker) -> bool:
        """Whether a worker returns to the quick lane after a slow query: what it has read stays.

        A new one would read the same again, which takes as long as many a query.
        """
        if self._quick >= _SPARE * self._limits.workers or not can_go_on(worker, self._limits):
            return False
        worker.slow = False
        self._slow -= 1
        self._quick += 1
        return True

    def _end(self, worker: Worker) -> None:
        with self._free:
            if worker not in self._all:
                return
            self._all.remove(worker)
        worker.process.kill()
        worker.connection.close()
        worker.process.wait()
        if worker.process.stderr:
            worker.process.stderr.close()
        self._views.leave(worker.view)


def _too_many() -> Refusal:
    return Refusal(
        429,
        "several long queries of yours are running; ask again when they have ended",
        (("Retry-After", "10"),),
    )


def _begin(worker: Worker, client: str, seconds: float) -> None:
    worker.client, worker.since = client, time.monotonic()
    worker.limit = seconds * SLOW_READER
    worker.verdict = None


def _busy() -> Refusal:
    return Refusal(
        503,
        "too many long queries are running; ask again in a while",
        (("Retry-After", "10"),),
    )
