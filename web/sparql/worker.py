"""A process that answers queries on a read-only view, one at a time, and may be killed.

Started by ``web.sparql.workers`` with the number of a socket; it reads jobs and writes answers
there until the socket closes. It has no network (once the socket and the view are open) and only
so much memory. When memory runs out or the stack overflows the process dies, and says on standard
error of what; its keeper starts another.
"""

import contextlib
import json
import os
import socket
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from web.sparql import frames, rehearsal, sandbox
from web.sparql.evaluation import FAILED, MEMORY, ROWS, Failure, Job, convert, dump, evaluate


def main() -> None:
    """Serves the socket whose number and settings are the arguments."""
    settings = json.loads(sys.argv[1])
    connection = socket.socket(fileno=settings["socket"])
    os.set_blocking(2, False)  # a full pipe of complaints must not stop us
    sandbox.no_core_dumps()
    if not settings["network"]:
        sandbox.deny_network()
    threading.Thread(target=_follow, args=(os.getppid(),), daemon=True).start()
    limited = False
    inbox = frames.Frames(connection)
    store: ox.Store | None = None
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionError):
        while True:
            letter, data = inbox.next()
            if letter == frames.OPEN:
                store = None
                store = ox.Store.read_only(data.decode())
                if not limited:  # what the store's own threads reserve is not the query's
                    sandbox.limit_memory(settings["memory_mib"])
                    limited = True
                connection.sendall(frames.frame(frames.READY))
            elif store is None:
                connection.sendall(_failed(Failure(FAILED, "no view is open")))
            elif letter == frames.DUMP:
                dump(store, Path(data.decode()))
                connection.sendall(frames.frame(frames.END))
            elif letter == frames.REHEARSE:
                connection.sendall(_rehearsed(store, data, settings["prefixes"]))
            elif letter == frames.PARSE:
                head, _, body = data.partition(b"\n")
                _answer(connection, partial(convert, body, *json.loads(head)))
            else:
                job = Job.decode(data)
                _answer(connection, partial(evaluate, store, job, settings["prefixes"]))


def _answer(
    connection: socket.socket, work: Callable[[Callable[[str, bytes], None]], None]
) -> None:
    """Sends the answer; its last piece and its end go together, which halves the wake-ups."""
    held = b""

    def send(kind: str, data: bytes) -> None:
        nonlocal held
        if held:
            connection.sendall(held)
        held = frames.frame(frames.TABLE if kind == "table" else frames.GRAPH, data)

    try:
        work(send)
    except Failure as failure:
        connection.sendall(_failed(failure))
        if failure.kind == MEMORY:
            raise
    else:
        connection.sendall(held + frames.frame(frames.END))


def _rehearsed(store: ox.Store, data: bytes, prefixes: dict[str, str]) -> bytes:
    """Tries an update; what cannot be read fails when the update is run, and with better words."""
    update, base, trials = rehearsal.decode(data)
    with contextlib.suppress(Exception):  # only whether we live through it counts
        ox.Store().update(update, base_iri=base, prefixes=prefixes)
    for trial in trials:
        try:
            answer = store.query(trial.query, base_iri=base, prefixes=prefixes)
            for number, _ in enumerate(cast(ox.QuerySolutions, answer)):
                if number >= trial.rows:
                    return _failed(Failure(ROWS, "the update changes too many statements"))
        except (SyntaxError, OSError, RuntimeError, ValueError):
            continue
    return frames.frame(frames.END)


def _follow(keeper: int) -> None:
    """Ends this process, busy or not, once its keeper is gone."""
    while os.getppid() == keeper:
        time.sleep(1)
    os._exit(1)


def _failed(failure: Failure) -> bytes:
    return frames.frame(frames.FAIL, json.dumps([failure.kind, failure.reason]).encode())


if __name__ == "__main__":
    main()
