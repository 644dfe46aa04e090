"""Real SPARQL servers for tests: each on a free port of this machine, in a folder of its own."""

import shutil
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

PATIENCE_SECONDS = 60.0
VIRTUOSO_USER, VIRTUOSO_PASSWORD = "dba", "dba"
TOKEN = "token-for-tests"
SERVED = "served.store"
"""The folder of what `dragoman` serves, in the folder that it is given."""
_VIRTUOSO_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 100
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
ServerThreads = 10
CheckpointInterval = 60
DirsAllowed = {folder}
DefaultIsolation = 4
ThreadsPerQuery = 1
AsyncQueueMaxThreads = 1
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 8
MaxClientConnections = 8
[SPARQL]
ResultSetMaxRows = 100000000
"""


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """Oxigraph's own server over a store in the folder; gives its address."""
    command = shutil.which("oxigraph", path=sysconfig.get_path("scripts"))
    if command is None:
        pytest.skip("Oxigraph's server is not installed (pip install oxigraph)")
    port = free_port()
    with running(
        [command, "serve", "--location", str(folder / "store"), "--bind", f"127.0.0.1:{port}"],
        f"http://127.0.0.1:{port}/",
        folder / "log",
    ):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def virtuoso(folder: Path, buffers: int = 10000) -> Iterator[str]:
    """Virtuoso over a data base in the folder; gives its address, with user and password.

    ``buffers`` of 8 kB each hold its data in memory.
    """
    command = shutil.which("virtuoso-t")
    if command is None:
        pytest.skip("Virtuoso is not installed (apt-get install virtuoso-opensource-7-bin)")
    port = free_port()
    ini = folder / "virtuoso.ini"
    ini.write_text(
        _VIRTUOSO_INI.format(
            folder=folder,
            port=port,
            sql_port=free_port(),
            buffers=buffers,
            dirty=buffers * 3 // 4,
        )
    )
    with running(
        [command, "+configfile", str(ini), "+foreground"],
        f"http://127.0.0.1:{port}/sparql?query=ASK+%7B%7D",
        folder / "log",
    ):
        user = f"{VIRTUOSO_USER}:{VIRTUOSO_PASSWORD}"
        yield f"http://{user}@127.0.0.1:{port}/sparql"


@contextmanager
def dragoman(folder: Path, **settings: str) -> Iterator[str]:
    """``dragoman serve`` over a store in the folder; gives its address. Its token is `TOKEN`."""
    port = free_port()
    store = folder / SERVED
    store.mkdir(exist_ok=True)
    given = {"DRAGOMAN_TOKEN": TOKEN, "DRAGOMAN_QUERY_WORKERS": "1", **settings}
    command = [sys.executable, "-m", "web.cli", "--store", str(store), "serve", "--port", str(port)]
    with running(command, f"http://127.0.0.1:{port}/health", folder / "log", given):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def running(
    command: list[str], url: str, log: Path, settings: dict[str, str] | None = None
) -> Iterator[None]:
    """Runs the server until the end of the block; it answers at the address."""
    environ = {"PATH": "/usr/bin:/bin", "HOME": str(log.parent), "LANG": "C.UTF-8"}
    with log.open("wb") as stream:
        server = subprocess.Popen(  # noqa: S603 - the servers that the tests are about
            command,
            cwd=None if settings is not None else log.parent,
            env={**environ, **(settings or {})},
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=stream,
        )
        try:
            _wait_for(server, url, log)
            yield
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait_for(server: "subprocess.Popen[bytes]", url: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            if httpx.get(url, timeout=5, trust_env=False).status_code == httpx.codes.OK:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"the server did not start: {log.read_text(errors='replace')[-2000:]}")
