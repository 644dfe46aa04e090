"""A query that a worker has begun on, on its way from the loop that began it to who goes on."""

from typing import Protocol

from web.sparql.processes import Worker


class GiveBack(Protocol):
    """Takes a worker back from a job."""

    def __call__(self, worker: Worker, *, whole: bool) -> None:
        """``whole`` says whether it has sent the whole answer."""


class Begun:
    """A worker that is at work on a job already, for whoever goes on with it.

    Where nobody does, the worker is given back when this value goes.
    """

    def __init__(self, worker: Worker, give_back: GiveBack) -> None:
        self.inbox = worker.inbox
        self.fileno = worker.connection.fileno()
        self.since = worker.since
        self.version = worker.view.version if worker.view else 0
        self._worker: Worker | None = worker
        self._give_back = give_back

    def take(self) -> Worker:
        """The worker, which is the caller's from now on; it can be taken once."""
        worker, self._worker = self._worker, None
        if worker is None:
            raise LookupError("the worker was taken before")
        return worker

    def __del__(self) -> None:
        """Gives back what nobody has taken."""
        if self._worker is not None:
            self._give_back(self._worker, whole=False)
