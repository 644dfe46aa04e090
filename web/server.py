"""The server under the site: waitress, with a clear word on a taken port and a stop that waits."""

import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import FrameType
from typing import Any

from flask import Flask
from waitress import create_server, wasyncore
from waitress.channel import HTTPChannel

from graph.errors import SettingError
from web.desk import Desk
from web.sparql.blueprint import quick_of

THREADS = 16
"""More than the slow queries that may run at once, so that others are answered beside them."""
CONNECTIONS = 500
BODY_BYTES = 1 << 30
HELD_BYTES = 4 << 20
"""How much of an answer waits for its client in memory; what makes more of it waits as well."""
STALLED_SECONDS = 30.0
"""How long a client may take too little of an answer, or send too little of a request."""
LEAST_BYTES = 120 << 10
"""What a client must take or send in that time, where there is so much: 4 KiB a second."""
CROWDED_SHARE = 1 / 6
"""For what part of ``STALLED_SECONDS`` requests wait for a thread until the slowest client goes."""
PATIENCE_SECONDS = 10.0
"""How long a stop waits for answers that are under way."""


class _Channel(HTTPChannel):  # type: ignore[misc] # waitress has no types
    """A connection that counts what its client takes and sends."""

    moved = 0
    """In bytes, both ways, since the connection was made."""

    @property
    def is_waiting(self) -> bool:
        """Whether the client is to take an answer, or to send the rest of a request."""
        return bool(self.requests and self.total_outbufs_len) or self.request is not None

    def recv(self, buffer_size: int) -> bytes:
        """What the client has sent, so many bytes at most."""
        data = bytes(super().recv(buffer_size))
        self.moved += len(data)
        return data

    def send(self, data: bytes, do_close: bool = True) -> int:
        """Sends as much as the client takes; how much that was."""
        sent = int(super().send(data, do_close=do_close))
        self.moved += sent
        return sent


@dataclass(frozen=True, slots=True)
class _Wait:
    """A client that is awaited: to take an answer, or to send the rest of a request."""

    begun: float
    before: int
    """Bytes that had moved when the wait began."""
    since: float
    moved: int
    """Bytes that had moved at ``since``, when it was last looked at whether enough moves."""

    def pace(self, moved: int, now: float) -> float:
        """Bytes a second since the wait began."""
        return (moved - self.before) / (now - self.begun)


class Server:
    """waitress over one application; `turn` is to be called again and again by one thread."""

    def __init__(
        self, app: Flask, listening: socket.socket, stalled_seconds: float = STALLED_SECONDS
    ) -> None:
        """``listening`` is bound and listens."""
        self._stalled_seconds = stalled_seconds
        self._channels: dict[int, Any] = {}
        self._awaited: dict[_Channel, _Wait] = {}
        self._crowded_since: float | None = None
        self._desk = Desk(quick_of(app), self._channels)
        self._server = create_server(
            app,
            map=self._channels,
            sockets=[listening],
            _dispatcher=self._desk,
            connection_limit=CONNECTIONS,
            channel_request_lookahead=1,  # so that a query can be told that its client has gone
            outbuf_high_watermark=HELD_BYTES,
            outbuf_overflow=2 * HELD_BYTES,
            max_request_body_size=app.config["MAX_CONTENT_LENGTH"] or BODY_BYTES,
            ident="Dragoman",
        )
        self._server.channel_class = _Channel
        self._desk.set_thread_count(THREADS)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is being made or sent."""
        return any(
            channel.requests or channel.total_outbufs_len
            for channel in self._server.active_channels.values()
        )

    def turn(self, seconds: float = 1.0) -> None:
        """Listens to all connections once, for so long at most, and does what they want."""
        patience = min(seconds, self._desk.patience)
        wasyncore.loop(timeout=patience, use_poll=True, map=self._channels, count=1)
        self._desk.serve()
        self._end_stalled()

    def _end_stalled(self) -> None:
        """Ends the connections on which next to nothing moves; waitress waits for ever."""
        now, before = time.monotonic(), self._awaited
        self._awaited = {}
        for channel in list(self._server.active_channels.values()):
            if not channel.is_waiting:
                continue
            wait = before.get(channel) or _Wait(now, channel.moved, now, channel.moved)
            if now - wait.since < self._stalled_seconds:
                self._awaited[channel] = wait
            elif channel.moved - wait.moved < LEAST_BYTES:
                channel.handle_close()
            else:
                self._awaited[channel] = replace(wait, since=now, moved=channel.moved)
        self._make_room(now)

    def _make_room(self, now: float) -> None:
        """Ends the slowest long answer where requests have waited too long for a thread."""
        if not self._desk.is_crowded:
            self._crowded_since = None
            return
        self._crowded_since = since = self._crowded_since or now
        if now - since < self._stalled_seconds * CROWDED_SHARE:
            return
        long = [c for c, w in self._awaited.items() if now - w.begun >= self._stalled_seconds]
        if long:
            slowest = min(long, key=lambda c: self._awaited[c].pace(c.moved, now))
            slowest.handle_close()
            self._crowded_since = now

    def wake(self) -> None:
        """Ends the turn that is going on; any thread may call it."""
        self._server.pull_trigger()

    def stop_listening(self) -> None:
        """Takes no new connections."""
        wasyncore.dispatcher.close(self._server)

    def close(self) -> None:
        """Ends the threads, and all connections."""
        self._desk.shutdown()
        wasyncore.close_all(self._channels)


def run(app: Flask, host: str, port: int, on_ready: Callable[[str], None]) -> None:
    """Serves until SIGTERM or SIGINT, then lets running answers finish.

    ``on_ready`` is called with the site's address as soon as it answers. Raises `SettingError`
    where the address cannot be listened on. Must run in the main thread.
    """
    listening = _listen(host, port)
    server = Server(app, listening)
    stopping = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True
        server.wake()

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        on_ready(_address(host, listening.getsockname()[1]))
        while not stopping:
            server.turn()
        server.stop_listening()
        deadline = time.monotonic() + PATIENCE_SECONDS
        while server.is_busy and time.monotonic() < deadline:
            server.turn(0.1)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        server.close()


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise SettingError(f"{host}: cannot be listened on ({error}); see --host") from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        # Listens at once: with SO_REUSEADDR alone, two servers could bind before either listens.
        listening.listen(1024)
    except OSError as error:
        listening.close()
        raise SettingError(
            f"{host}:{port}: cannot be listened on ({error.strerror}); "
            "another program may use the port, choose one with --port"
        ) from error
    return listening


def _address(host: str, port: int) -> str:
    shown = {"": "localhost", "0.0.0.0": "localhost", "::": "localhost"}.get(host, host)  # noqa: S104
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"
