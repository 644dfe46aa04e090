"""Processes that answer strangers' queries: at most so many, each for so long, replaced when ended.

A query starts in the quick lane. One that takes longer than `QUICK` seconds moves, process and all,
to the slow lane: at a lower priority, while a new process takes its place, so that quick queries
find a free worker however many slow ones run. Where the slow lane is full too, the query is ended.
A query over its time is ended by killing its process, which pyoxigraph leaves as the only way.
"""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from web.sparql import frames
from web.sparql.evaluation import Failure, Job
from web.sparql.exchange import Refusal
from web.sparql.views import View, Views

QUICK = 0.5
"""Seconds after which a query counts as slow."""
PATIENCE = 5.0
"""Seconds that a query waits for a free worker."""
_STEP = 0.25
_OPENING = 60.0
_LAST_WORDS = 5.0
_OVERFLOWS = (-signal.SIGSEGV, -signal.SIGBUS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many workers there are, and what each may use."""

    workers: int
    memory_mib: int
    prefixes: Mapping[str, str]

    @property
    def slow(self) -> int:
        """How many slow queries may run beside the quick ones."""
        return 2 * self.workers


@dataclass(slots=True, eq=False)
class _Worker:
    process: "subprocess.Popen[bytes]"
    connection: socket.socket
    inbox: frames.Frames
    view: View | None = None
    slow: bool = False


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
        self._idle: list[_Worker] = []
        self._all: set[_Worker] = set()
        self._quick = 0
        self._slow = 0
        self._closed = False
        self._fill()

    @property
    def size(self) -> int:
        """How many workers there are."""
        return len(self._all)

    def run(
        self, job: Job, seconds: float, left: Callable[[], bool], *, network: bool = False
    ) -> Iterator[tuple[bytes, bytes, int]]:
        """The pieces of the answer: `frames.TABLE` or `frames.GRAPH`, bytes, version of the store.

        Raises `Failure` where the query has no answer, and `Refusal` where it was ended.
        """
        clock = _Clock(seconds, left)
        worker = self._single() if network else self._take()
        whole = False
        try:
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
            self._give_back(worker, whole=whole)

    def dump(self, into: Path, seconds: float) -> int:
        """Writes all statements as N-Quads into a file; the version of the store that they show."""
        worker = self._single()
        try:
            worker = self._send(worker, frames.frame(frames.DUMP, str(into).encode()))
            self._receive(worker, _Clock(seconds, lambda: False))
            return worker.view.version if worker.view else 0
        finally:
            self._give_back(worker, whole=False)

    def rehearse(self, update: str, seconds: float) -> None:
        """Runs an update on an empty store in a worker: raises `Refusal` where that dies of it."""
        worker = self._take()
        whole = False
        try:
            worker = self._send(worker, frames.frame(frames.REHEARSE, update.encode()))
            self._receive(worker, _Clock(seconds, lambda: False))
            whole = True
        finally:
            self._give_back(worker, whole=whole)

    def close(self) -> None:
        """Ends all workers."""
        with self._free:
            self._closed = True
            workers = list(self._all)
        for worker in workers:
            self._end(worker)

    def _start(self, *, network: bool = False) -> _Worker:
        ours, theirs = socket.socketpair()
        settings = {
            "socket": theirs.fileno(),
            "network": network,
            "memory_mib": self._limits.memory_mib,
            "prefixes": dict(self._limits.prefixes),
        }
        with theirs:
            process = subprocess.Popen(  # noqa: S603 - our own module, in our own interpreter
                [sys.executable, "-P", "-m", "web.sparql.worker", json.dumps(settings)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                pass_fds=(theirs.fileno(),),
                env=_environment(),
            )
        worker = _Worker(process, ours, frames.Frames(ours))
        with self._free:
            self._all.add(worker)
            self.tally.started += 1
        return worker

    def _fill(self) -> None:
        """Starts workers until the quick lane has all of its own."""
        while True:
            with self._free:
                if self._closed or self._quick >= self._limits.workers:
                    return
                self._quick += 1
            worker = self._start()
            with self._free:
                self._idle.append(worker)
                self._free.notify()

    def _take(self) -> _Worker:
        with self._free:
            if not self._free.wait_for(lambda: self._idle or self._closed, PATIENCE):
                self.tally.shed += 1
                raise _busy()
            if self._closed:
                raise _busy()
            return self._idle.pop()

    def _single(self) -> _Worker:
        """A worker for one job, with the network where it is allowed."""
        with self._free:
            if self._slow >= self._limits.slow or self._closed:
                raise _busy()
            self._slow += 1
        worker = self._start(network=True)
        worker.slow = True
        return worker

    def _send(self, worker: _Worker, message: bytes) -> _Worker:
        """Sends the message to a worker whose view is new; another one where this one is gone."""
        for last in (False, True):
            try:
                view = self._views.take(worker.view)
                if view != worker.view:
                    worker.view = view
                    opening = frames.frame(frames.OPEN, str(view.folder).encode())
                    worker.connection.sendall(opening)
                    worker.connection.settimeout(_OPENING)
                    worker.inbox.next()
                worker.connection.sendall(message)
                return worker
            except (EOFError, OSError):
                if last or worker.slow:
                    raise self._died(worker) from None
                self._give_back(worker, whole=False)
                worker = self._take()
        raise AssertionError("the second try returns or raises")

    def _receive(self, worker: _Worker, clock: _Clock) -> tuple[bytes, bytes]:
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
            if clock.used >= QUICK and not worker.slow:
                self._slow_down(worker)

    def _slow_down(self, worker: _Worker) -> None:
        with self._free:
            if self._slow >= self._limits.slow:
                self.tally.shed += 1
                raise _busy()
            worker.slow = True
            self._slow += 1
            self._quick -= 1
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, worker.process.pid, 10)
        self._fill()

    def _give_back(self, worker: _Worker, *, whole: bool) -> None:
        with self._free:
            if whole and not worker.slow and not self._closed and worker in self._all:
                self._idle.append(worker)
                self._free.notify()
                return
            if worker in self._all:
                if worker.slow:
                    self._slow -= 1
                else:
                    self._quick -= 1
        self._end(worker)
        self._fill()

    def _end(self, worker: _Worker) -> None:
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

    def _died(self, worker: _Worker) -> Refusal:
        """Why a worker ended by itself, from its last words."""
        try:
            code = worker.process.wait(_LAST_WORDS)
        except subprocess.TimeoutExpired:
            worker.process.kill()
            code = 0
        said = worker.process.stderr.read() if worker.process.stderr else b""
        self.tally.died += 1
        if b"overflowed its stack" in said or code in _OVERFLOWS:
            return Refusal(400, "the query is nested too deeply, or a chain too long; shorten it")
        if b"memory allocation" in said or b"MemoryError" in said or code == -signal.SIGKILL:
            return Refusal(
                413,
                f"the query wanted more than the {self._limits.memory_mib} MiB of memory that "
                "are allowed; narrow it, or ask for less at once",
            )
        return Refusal(500, "the query ended its process; nothing else was disturbed")


def _environment() -> dict[str, str]:
    """What a worker may know: no settings of ours, and one arena, as each reserves 64 MiB."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("DRAGOMAN_")}
    return {**kept, "MALLOC_ARENA_MAX": "1"}


def _busy() -> Refusal:
    return Refusal(
        503,
        "too many long queries are running; ask again in a while",
        (("Retry-After", "10"),),
    )
