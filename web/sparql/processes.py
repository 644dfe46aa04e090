"""One worker process: how it is started, what is known about it, and why it ended."""

import contextlib
import json
import os
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from web.sparql import frames
from web.sparql.exchange import Refusal
from web.sparql.views import View

_LAST_WORDS = 5.0
_LOWER, _LOWEST = 4, 12
_KEEPS = 4
"""A worker may keep a fourth of its memory after a slow query."""
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
        return 3 * self.workers

    @property
    def share(self) -> int:
        """How many of them may be one client's."""
        return 2 * self.workers


@dataclass(slots=True, eq=False)
class Worker:
    """A process, the way to it, and what it is doing."""

    process: "subprocess.Popen[bytes]"
    connection: socket.socket
    inbox: frames.Frames
    view: View | None = None
    network: bool = False
    slow: bool = False
    lowered: bool = False
    """Whether its priority was lowered, which cannot be undone."""
    size: int = 0
    """Its address space before its first query, in bytes; 0 where it is not known."""
    client: str | None = None
    """Whom it works for; None where it is idle."""
    since: float = 0.0
    limit: float = 0.0
    """When it began, and how long it may take in all."""
    verdict: Refusal | None = None
    """Why it was ended, where we ended it."""


def start(limits: Limits, *, network: bool = False) -> Worker:
    """A new worker, which opens no view before its first query."""
    ours, theirs = socket.socketpair()
    settings = {
        "socket": theirs.fileno(),
        "network": network,
        "memory_mib": limits.memory_mib,
        "prefixes": dict(limits.prefixes),
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
    return Worker(process, ours, frames.Frames(ours), network=network)


def give_way(worker: Worker, beside: int) -> None:
    """Lets a slow query give way to quick ones, the more the more slow ones run ``beside`` it.

    One alone takes its share of the processors, but what wakes up goes first.
    """
    with contextlib.suppress(OSError):  # it has ended meanwhile
        if hasattr(os, "SCHED_BATCH"):
            os.sched_setscheduler(worker.process.pid, os.SCHED_BATCH, os.sched_param(0))
        if beside:
            worker.lowered = True
            os.setpriority(os.PRIO_PROCESS, worker.process.pid, min(_LOWER * beside, _LOWEST))


def can_go_on(worker: Worker, limits: Limits) -> bool:
    """Whether a worker is as good as new after a slow query; then it gives way no longer.

    One that has the network, a lower priority or a good part of its memory in use is not.
    """
    size = address_space(worker)
    if worker.network or worker.lowered or not worker.size or not size:
        return False
    if size - worker.size > (limits.memory_mib << 20) // _KEEPS:
        return False
    try:
        os.sched_setscheduler(worker.process.pid, os.SCHED_OTHER, os.sched_param(0))
    except (OSError, AttributeError):
        return False
    return True


def address_space(worker: Worker) -> int:
    """How much address space a worker has, in bytes; 0 where the system does not say."""
    try:
        told = Path(f"/proc/{worker.process.pid}/statm").read_text(encoding="ascii")
    except OSError:
        return 0
    return int(told.split()[0]) * resource.getpagesize()


def last_words(worker: Worker, limits: Limits) -> Refusal:
    """Why a worker ended: our verdict, or its last words."""
    if worker.verdict is not None:
        return worker.verdict
    try:
        code = worker.process.wait(_LAST_WORDS)
    except subprocess.TimeoutExpired:
        worker.process.kill()
        code = 0
    said = worker.process.stderr.read() if worker.process.stderr else b""
    if b"overflowed its stack" in said or code in _OVERFLOWS:
        return Refusal(400, "the query is nested too deeply, or a chain too long; shorten it")
    if b"memory allocation" in said or b"MemoryError" in said or code == -signal.SIGKILL:
        return Refusal(
            413,
            f"the query wanted more than the {limits.memory_mib} MiB of memory that "
            "are allowed; narrow it, or ask for less at once",
        )
    return Refusal(500, "the query ended its process; nothing else was disturbed")


def _environment() -> dict[str, str]:
    """What a worker may know: no settings of ours, and one arena, as each reserves 64 MiB."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("DRAGOMAN_")}
    return {**kept, "MALLOC_ARENA_MAX": "1"}
