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
from collections.abc import Iterator

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


def test_clients_that_read_nothing_hold_no_threads() -> None:
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = None
    app.add_url_rule("/endless", view_func=_endless)
    app.add_url_rule("/word", view_func=lambda: "word")
    with socket.create_server(("127.0.0.1", 0)) as listening, contextlib.ExitStack() as held:
        address = listening.getsockname()
        server, stopping = Server(app, listening, stalled_seconds=1.0), threading.Event()

        def serve() -> None:
            while not stopping.is_set():
                server.turn()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            for _ in range(THREADS):
                connection = held.enter_context(socket.create_connection(address))
                connection.sendall(b"GET /endless HTTP/1.1\r\nHost: x\r\n\r\n")
            assert _get(f"http://127.0.0.1:{address[1]}/word") == b"word"
        finally:
            stopping.set()
            server.wake()
            thread.join(10)
            server.close()
