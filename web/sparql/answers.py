"""Gets queries answered: from answers given before, by a worker, or in this process.

A store in a folder is read by workers that may be ended. A store in memory exists in this process
alone, so its queries run here, without limits of time and memory: it is for tests and for trying.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.embedded import EmbeddedStore
from graph.vocabulary import PREFIXES
from web.sparql import frames
from web.sparql.begun import Begun
from web.sparql.evaluation import FAILED, FORM, MEMORY, ROWS, Failure, Job, evaluate
from web.sparql.exchange import Refusal
from web.sparql.negotiation import not_acceptable
from web.sparql.workers import Pool

_KEPT_BYTES = 32 << 20
_KEPT_LARGEST = 64 << 10
_HELD_BYTES = 1 << 20
"""How much of an answer is held back, so that what fails until then is answered with a status."""
_STATUS = {ROWS: 413, MEMORY: 413, FAILED: 500}
"""What the protocol wants for each failure; a query that cannot be read is a 400."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The kind of an answer ("table" or "graph"), and its bytes: all, or as they come."""

    kind: str
    body: bytes | Iterator[bytes]


class Answers:
    """Answers jobs on one store."""

    def __init__(self, store: EmbeddedStore, pool: Pool | None) -> None:
        """``pool`` is None for a store in memory."""
        self._store = store
        self._pool = pool
        self._kept: OrderedDict[Job, tuple[int, Answer]] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def answer(
        self,
        job: Job,
        seconds: float,
        left: Callable[[], bool],
        *,
        client: str = "",
        keep: bool = False,
        network: bool = False,
        begun: Begun | None = None,
    ) -> Answer:
        """The answer to a job; a small one is kept for the next who asks, until the store changes.

        ``begun`` is what a worker has begun of it. Raises `Refusal` with the reason where there is
        no answer.
        """
        if keep and begun is None and (kept := self.kept(job)):
            return kept
        try:
            pieces = (
                self._here(job)
                if self._pool is None
                else self._pool.run(job, seconds, left, client=client, network=network, begun=begun)
            )
            letter, first, version = next(pieces)
            held = bytearray(first)
            for _, data, _ in pieces:
                held += data
                if len(held) >= _HELD_BYTES:
                    kind = "table" if letter == frames.TABLE else "graph"
                    return Answer(kind, _stream(bytes(held), pieces))
        except Failure as failure:
            raise _refusal(failure) from failure
        return self._whole(job, letter, bytes(held), version, keep=keep)

    def finish(self, job: Job, begun: Begun, *, keep: bool) -> Answer:
        """The answer that a worker has sent whole; raises as `answer`."""
        if self._pool is None:
            raise ValueError("without workers nothing is begun")
        try:
            letter, body = self._pool.finish(begun)
        except Failure as failure:
            raise _refusal(failure) from failure
        return self._whole(job, letter, body, begun.version, keep=keep)

    def kept(self, job: Job) -> Answer | None:
        """The answer that was given before, where the store has not changed since."""
        with self._lock:
            kept = self._kept.get(job)
            if kept is None or kept[0] != self._store.version:
                return None
            self._kept.move_to_end(job)
            return kept[1]

    def _whole(self, job: Job, letter: bytes, body: bytes, version: int, *, keep: bool) -> Answer:
        answer = Answer("table" if letter == frames.TABLE else "graph", body)
        if keep and len(body) <= _KEPT_LARGEST:
            self._keep(job, version, answer)
        return answer

    def _here(self, job: Job) -> Iterator[tuple[bytes, bytes, int]]:
        version = self._store.version
        pieces: list[tuple[bytes, bytes, int]] = []
        evaluate(
            self._store.oxigraph,
            job,
            PREFIXES,
            lambda kind, data: pieces.append(
                (frames.TABLE if kind == "table" else frames.GRAPH, data, version)
            ),
        )
        return iter(pieces)

    def _keep(self, job: Job, version: int, answer: Answer) -> None:
        with self._lock:
            self._forget(job)
            self._kept[job] = (version, answer)
            self._bytes += _weight(job, answer)
            while self._bytes > _KEPT_BYTES:
                self._forget(next(iter(self._kept)))

    def _forget(self, job: Job) -> None:
        if old := self._kept.pop(job, None):
            self._bytes -= _weight(job, old[1])


def _weight(job: Job, answer: Answer) -> int:
    return len(job.query) + 1000 + (len(answer.body) if isinstance(answer.body, bytes) else 0)


def _stream(first: bytes, rest: Iterator[tuple[bytes, bytes, int]]) -> Iterator[bytes]:
    """All pieces; closing it ends the query. A failure on the way breaks the answer off."""
    try:
        yield first
        yield from (data for _, data, _ in rest)
    finally:
        close = getattr(rest, "close", None)
        if close is not None:
            close()


def _refusal(failure: Failure) -> Refusal:
    if failure.kind == FORM:
        return not_acceptable(failure.reason)
    return Refusal(_STATUS.get(failure.kind, 400), failure.reason)


def take(body: bytes | Iterator[bytes], limit: int) -> bytes:
    """The whole body up to a number of bytes; raises `Refusal` 413 where it is longer."""
    if isinstance(body, bytes):
        return body
    held = bytearray()
    for piece in body:
        held += piece
        if len(held) > limit:
            raise Refusal(413, "the answer is too long for a page; ask with a LIMIT")
    return bytes(held)
