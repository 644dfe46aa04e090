"""The server finishes the answers that are under way before it stops."""

import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

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
