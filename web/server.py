"""The server under the site: waitress, with a clear word on a taken port and a stop that waits."""

import signal
import socket
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

from flask import Flask
from waitress import create_server, wasyncore

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
"""How long a client may take nothing of an answer that waits for it, and hold a thread."""
PATIENCE_SECONDS = 10.0
"""How long a stop waits for answers that are under way."""


class Server:
    """waitress over one application; `turn` is to be called again and again by one thread."""

    def __init__(
        self, app: Flask, listening: socket.socket, stalled_seconds: float = STALLED_SECONDS
    ) -> None:
        """``listening`` is bound and listens."""
        self._stalled_seconds = stalled_seconds
        self._channels: dict[int, Any] = {}
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
        """Ends the connections of clients that read nothing; waitress waits for them for ever."""
        late = time.time() - self._stalled_seconds
        for channel in list(self._server.active_channels.values()):
            if channel.requests and channel.total_outbufs_len and channel.last_activity < late:
                channel.handle_close()

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
