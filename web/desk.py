"""The desk before the server's threads: quick queries are answered here, all else goes to them.

waitress reads and writes all connections in one loop, and hands each request that has come whole
to a dispatcher. This dispatcher keeps quick queries in the loop (`web.sparql.quick`), which spares
them two changes of thread, and is otherwise waitress's own.
"""

import logging
import threading
import time
from collections import deque
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from waitress.channel import ClientDisconnected
from waitress.task import ThreadedTaskDispatcher, WSGITask
from waitress.utilities import build_http_date

from web.sparql.begun import Begun
from web.sparql.exchange import BEGUN, Refusal, Reply, call_of
from web.sparql.front import PHRASES
from web.sparql.quick import LONGEST, PATH, Quick, Waiting
from web.sparql.workers import PATIENCE

ANSWER_SECONDS = 0.05
"""How long an answer may take before a thread waits for it."""
LONG_BYTES = 1 << 16
"""How much of an answer is held here; a longer one is sent by a thread while it is made."""
_IDLE_SECONDS = 1.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Query:
    """A query, the connection that it came on, and the task that waitress makes of a request."""

    channel: Any
    task: Any
    waiting: Waiting


class Desk:
    """Takes requests from waitress's loop; `serve` is to be called after each of its turns."""

    def __init__(self, quick: Quick | None, channels: dict[int, Any]) -> None:
        """``channels`` are what the loop listens to; without ``quick`` all goes to threads."""
        self._quick = quick
        self._channels = channels
        self._threads = ThreadedTaskDispatcher()
        self._loop: int | None = None
        self._come: deque[Any] = deque()
        self._waiting: deque[_Query] = deque()
        self._begun: dict[int, _Answer] = {}
        self.shutdown = self._threads.shutdown
        self.set_thread_count = self._threads.set_thread_count

    def add_task(self, channel: Any) -> None:
        """Takes a connection with a request; waitress calls this in the loop and in threads."""
        if self._quick is None or threading.get_ident() != self._loop:
            self._threads.add_task(channel)
        else:
            self._come.append(channel)  # waitress holds the lock on its requests just now

    @property
    def patience(self) -> float:
        """How long the loop may listen before `serve` is due, in seconds."""
        return ANSWER_SECONDS / 2 if self._waiting or self._begun else _IDLE_SECONDS

    @property
    def is_crowded(self) -> bool:
        """Whether requests wait for a thread."""
        return bool(self._threads.queue)

    def serve(self) -> None:
        """Reads what has come, lets free workers begin, and gives threads what takes too long."""
        self._loop = threading.get_ident()
        if self._quick is None:
            return
        while self._come:
            self._read(self._come.popleft(), self._quick)
        if self._waiting:
            self._begin(self._quick)
        if self._begun:
            late = time.monotonic() - ANSWER_SECONDS
            for answer in [a for a in self._begun.values() if a.since < late]:
                answer.handle_close()

    def finish(self, query: _Query, begun: Begun) -> None:
        """Writes an answer that has come whole."""
        self._forget(begun)
        if self._quick is not None:
            _write(query.channel, query.task, self._quick.finish(query.waiting, begun))

    def hand_over(self, query: _Query, begun: Begun | None) -> None:
        """Lets a thread go on with a query, and with what a worker has begun of it."""
        if begun is not None:
            self._forget(begun)
        channel, task = query.channel, query.task
        environ = task.get_environment()
        environ[BEGUN] = begun
        environ["wsgi.input"].seek(0)

        def go_on(*_: object) -> Any:
            del channel.task_class  # the connection's next request has a task of its own
            return task

        channel.task_class = go_on
        self._threads.add_task(channel)

    def _begin(self, quick: Quick) -> None:
        """Lets workers begin on what waits, in order; who gets none does not hold others up."""
        late = time.perf_counter() - PATIENCE
        refused: set[str] = set()
        for _ in range(len(self._waiting)):
            query = self._waiting.popleft()
            client = query.waiting.call.client
            begun = None if client in refused else quick.begin(query.waiting)
            if begun is not None:
                answer = _Answer(self, query, begun)
                self._begun[begun.fileno] = self._channels[begun.fileno] = answer
            elif quick.is_behind() or query.waiting.since < late or not query.channel.connected:
                self.hand_over(query, None)
            else:
                refused.add(client)
                self._waiting.append(query)

    def _forget(self, begun: Begun) -> None:
        self._begun.pop(begun.fileno, None)
        self._channels.pop(begun.fileno, None)

    def _read(self, channel: Any, quick: Quick) -> None:
        """Answers a request, makes it wait for a worker, or hands it to a thread."""
        request = channel.requests[0] if channel.requests else None
        if request is None or request.error or request.path != PATH:
            self._threads.add_task(channel)
            return
        task = WSGITask(channel, request)
        environ = task.get_environment()
        found: Reply | Waiting | None = None
        try:
            found = quick.read(call_of(environ, LONGEST))
        except Refusal:
            pass  # a thread says so
        except Exception:  # a fault of ours must not end the loop; a thread meets it again
            _log.exception("%s could not be read", PATH)
        if isinstance(found, Waiting):
            self._waiting.append(_Query(channel, task, found))
        elif found is not None:
            _write(channel, task, found)
        else:
            environ["wsgi.input"].seek(0)
            self._threads.add_task(channel)


class _Answer:
    """An answer that a worker is sending, as the loop listens to it."""

    accepting = False

    def __init__(self, desk: Desk, query: _Query, begun: Begun) -> None:
        self.query = query
        self._desk = desk
        self._begun: Begun | None = begun
        self.since = begun.since

    def readable(self) -> bool:
        """Yes: a worker has always something to say."""
        return True

    def writable(self) -> bool:
        """No: all has been said to it."""
        return False

    def handle_read_event(self) -> None:
        """Reads on; finishes with what is whole, and gives a thread what is long."""
        begun = self._begun
        if begun is None:
            return
        try:
            begun.inbox.more()
        except (EOFError, OSError):
            self.handle_close()
            return
        if begun.inbox.is_whole():
            self._begun = None
            self._desk.finish(self.query, begun)
        elif begun.inbox.held > LONG_BYTES:
            self.handle_close()

    def handle_close(self) -> None:
        """Gives a thread what there is so far: it says what went wrong, where something did."""
        begun, self._begun = self._begun, None
        if begun is not None:
            self._desk.hand_over(self.query, begun)

    def handle_error(self) -> None:
        """Notes a fault of ours, which must not end the loop."""
        _log.exception("an answer could not be written")
        self.handle_close()

    handle_expt_event = close = handle_close


def _write(channel: Any, task: Any, reply: Reply) -> None:
    """Sends a whole answer, and makes the connection ready for its next request."""
    body = reply.body if isinstance(reply.body, bytes) else b"".join(reply.body)
    task.status = PHRASES[reply.status]
    task.response_headers = list(reply.headers)
    if task.has_body:
        task.response_headers.append(("Content-Length", str(len(body))))
        task.content_length = len(body)
    answer = _head(task) + (body if task.has_body else b"")
    try:
        at_once = channel.connected and not channel.total_outbufs_len
        sent = channel.send(answer) if at_once else 0
        if sent < len(answer):
            channel.write_soon(answer[sent:])
    except (ClientDisconnected, OSError):
        task.close_on_finish = True
    with channel.requests_lock:
        if task.close_on_finish:
            channel.close_when_flushed = True
            gone, channel.requests = channel.requests, []
        else:
            gone = [channel.requests.pop(0)]
            if channel.requests:
                channel.server.add_task(channel)
    for request in gone:
        request.close()
    channel.last_activity = time.time()


def _head(task: Any) -> bytes:
    """The head of an answer, written here where the connection simply stays, as nearly always.

    waitress looks at each header several times, which takes as long as to find out what to answer.
    """
    if task.version != "1.1" or "CONNECTION" in task.request.headers:
        return bytes(task.build_response_header())
    lines = "".join(f"{name}: {value}\r\n" for name, value in task.response_headers)
    date, server = _date(int(time.time())), task.channel.server.adj.ident
    return f"HTTP/1.1 {task.status}\r\n{lines}Date: {date}\r\nServer: {server}\r\n\r\n".encode(
        "latin-1"
    )


@lru_cache(maxsize=1)
def _date(second: int) -> str:
    return str(build_http_date(second))
