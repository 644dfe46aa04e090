"""The server finishes the answers that are under way before it stops, and waits for nobody else."""

import contextlib
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from web.server import THREADS, Server

PROGRAM = """
import time
from flask import Flask
from web.server import run

app = Flask(__name__)

@app.get("/slow")
def slow():
    def parts():
        for number in range(4):
            time.sleep(0.5)
            yield str(number) * 50_000
    return parts()

run(app, "127.0.0.1", 0, lambda address: print(address, flush=True))
print("end", flush=True)
"""


def _get(url: str) -> bytes:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=30) as answer:
        return bytes(answer.read())


def test_a_running_answer_is_finished_and_no_new_one_begun() -> None:
    command = [sys.executable, "-c", PROGRAM]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        got: list[bytes] = []
        asking = threading.Thread(target=lambda: got.append(_get(f"{address}slow")))
        asking.start()
        time.sleep(0.7)
        process.send_signal(signal.SIGTERM)
        time.sleep(0.4)
        refused = False
        try:
            _get(f"{address}slow")
        except urllib.error.URLError:
            refused = True
        asking.join(timeout=30)
        out, _ = process.communicate(timeout=30)
    finally:
        if process.poll() is None:
            process.kill()
    assert refused
    assert got == [b"".join(str(n).encode() * 50_000 for n in range(4))]
    assert out == "end\n"
    assert process.returncode == 0


def _endless() -> Iterator[bytes]:
    while True:
        yield bytes(1 << 20)


def _read_nothing(connection: socket.socket, ended: threading.Event) -> None:
    ended.wait(60)


def _trickle(connection: socket.socket, ended: threading.Event) -> None:
    while not ended.wait(0.05) and connection.recv(200):
        pass


def _dawdle(connection: socket.socket, ended: threading.Event) -> None:
    """Takes about half a megabyte a second: enough not to be stalled."""
    with contextlib.suppress(OSError):
        while not ended.wait(0.008) and connection.recv(4096):
            pass


@pytest.mark.parametrize("reading", [_read_nothing, _trickle, _dawdle])
def test_clients_that_read_slowly_hold_no_threads(
    reading: Callable[[socket.socket, threading.Event], None],
) -> None:
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = None
    app.add_url_rule("/endless", view_func=_endless)
    app.add_url_rule("/word", view_func=lambda: "word")
    with socket.create_server(("127.0.0.1", 0)) as listening, contextlib.ExitStack() as held:
        # Small buffers, so that the server sees how little is read.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        address = listening.getsockname()
        server, stopping = Server(app, listening, stalled_seconds=2.0), threading.Event()

        def serve() -> None:
            while not stopping.is_set():
                server.turn()

        threads = [threading.Thread(target=serve, daemon=True)]
        threads[0].start()
        try:
            for _ in range(THREADS):
                connection = held.enter_context(socket.socket())
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
                connection.connect(address)
                connection.sendall(b"GET /endless HTTP/1.1\r\nHost: x\r\n\r\n")
                reader = threading.Thread(target=reading, args=(connection, stopping), daemon=True)
                reader.start()
                threads.append(reader)
            assert _get(f"http://127.0.0.1:{address[1]}/word") == b"word"
        finally:
            stopping.set()
            server.wake()
            for thread in threads:
                thread.join(10)
            server.close()


def test_a_client_that_reads_on_is_served_to_the_end() -> None:
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = None
    app.add_url_rule("/long", view_func=lambda: iter([bytes(1 << 20)] * 16))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 16)
        address = listening.getsockname()
        server, stopping = Server(app, listening, stalled_seconds=1.0), threading.Event()

        def serve() -> None:
            while not stopping.is_set():
                server.turn(0.1)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            with socket.socket() as connection:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 16)
                connection.connect(address)
                connection.sendall(b"GET /long HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                got = 0
                while part := connection.recv(1 << 16):
                    got += len(part)
                    time.sleep(0.01)
        finally:
            stopping.set()
            server.wake()
            thread.join(10)
            server.close()
    assert got > 16 << 20


@pytest.mark.parametrize(
    "start",
    [b"GET /word HTTP/1.1\r\n", b"POST /word HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n"],
)
def test_a_client_that_sends_its_request_by_single_bytes_is_sent_away(start: bytes) -> None:
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = None
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Server(app, listening, stalled_seconds=1.0)
        try:
            with socket.create_connection(listening.getsockname()) as connection:
                connection.sendall(start)
                connection.setblocking(False)
                ended = False
                late = time.monotonic() + 30
                while not ended and time.monotonic() < late:
                    server.turn(0.1)
                    try:
                        connection.sendall(b"x")
                        ended = connection.recv(1) == b""
                    except BlockingIOError:
                        pass
                    except OSError:
                        ended = True
        finally:
            server.close()
    assert ended
