"""Queries that are answered by whoever must not wait: the loop that serves all connections.

To give a request to a thread and to wake that thread up for the answer takes several times as long
as a cheap query does. So the loop reads a short query itself, lets a free worker begin on it and
writes the answer when it is there whole. All else goes to a thread: pages, updates, long texts,
searches for words, a store that has just changed, and, with the worker that has begun, answers
that are long or do not come at once. Limits are the same on both ways, and so are the answers.
"""

import logging
import time
from dataclasses import dataclass

from graph.textquery import searches
from web.sparql.begun import Begun
from web.sparql.endpoint import Asked, Question, read_question, replied, to_ask, unchanged
from web.sparql.exchange import Call, Refusal, Reply
from web.sparql.front import OUR_FAULT, spend
from web.sparql.negotiation import HTML, wanted
from web.sparql.service import Service
from web.sparql.traffic import log_access
from web.sparql.workers import Pool

_log = logging.getLogger(__name__)

PATH = "/sparql"
LONGEST = 8192
"""How long a request may be that the loop reads."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A query that waits for a worker."""

    call: Call
    asked: Asked
    since: float


class Quick:
    """Reads, begins and finishes queries over one service; nothing here waits."""

    def __init__(self, service: Service, pool: Pool) -> None:
        self._service = service
        self._pool = pool

    def read(self, call: Call) -> Waiting | Reply | None:
        """A query for a worker, an answer that is there already, or None: it is for a thread.

        What is not for a thread has been counted against its client's rate.
        """
        started = time.perf_counter()
        if not _may_be_quick(call):
            return None
        try:
            question = read_question(call)
        except Refusal:
            return None
        if question.update or question.text is None or searches(question.text):
            return None
        try:
            spend(self._service, call)
            return self._read(call, question, started)
        except Refusal as refusal:
            return self._counted(call, refusal.reply(), started)

    def begin(self, waiting: Waiting) -> Begun | None:
        """The query in the hands of a worker; None while none is free."""
        seconds = self._service.seconds(waiting.call)
        return self._pool.begin(waiting.asked.job, seconds, waiting.call.client)

    def is_behind(self) -> bool:
        """Whether a worker has to see a change of the store first, for which a thread waits."""
        return self._pool.is_behind()

    def finish(self, waiting: Waiting, begun: Begun) -> Reply:
        """The answer that has come whole."""
        try:
            answer = self._service.answers.finish(waiting.asked.job, begun, keep=waiting.asked.keep)
            reply = replied(answer, waiting.asked)
        except Refusal as refusal:
            reply = refusal.reply()
        except Exception:  # a fault of ours must not leave the client without an answer
            _log.exception("an answer could not be finished")
            reply = OUR_FAULT.reply()
        return self._counted(waiting.call, reply, waiting.since)

    def _read(self, call: Call, question: Question, started: float) -> Waiting | Reply:
        forms = wanted(call.header("accept"), question.override)
        asked = to_ask(self._service, call, question, forms)
        if asked.tag and asked.tag in call.header("if-none-match"):
            return self._counted(call, unchanged(asked), started)
        if asked.keep and (kept := self._service.answers.kept(asked.job)):
            return self._counted(call, replied(kept, asked), started)
        return Waiting(call, asked, started)

    def _counted(self, call: Call, reply: Reply, started: float) -> Reply:
        seconds = time.perf_counter() - started
        sent = len(reply.body) if isinstance(reply.body, bytes) else 0
        self._service.metrics.count(PATH, call.method, reply.status, seconds)
        log_access(call, reply.status, seconds, sent)
        return reply


def _may_be_quick(call: Call) -> bool:
    """Whether a request is short and from a machine."""
    if call.path != PATH or len(call.query) > LONGEST or HTML in call.header("accept"):
        return False
    if call.method == "POST":
        length = call.header("content-length")
        return length.isdecimal() and int(length) <= LONGEST
    return call.method == "GET"
