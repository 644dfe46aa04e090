"""Clients that ask one question after the other, as fast as they are answered, and cost little.

Each keeps its connection. They run in one process of their own, which sends bytes that were made
before and looks no further into an answer than to find its end: what is measured is the server.
"""

import multiprocessing
import selectors
import socket
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle
from urllib.parse import urlencode, urlsplit

_HEAD_END, _LAST_CHUNK = b"\r\n\r\n", b"\r\n0\r\n\r\n"
_READ = 1 << 16
_PATIENCE = 60.0


def asked_a_second(
    address: str, queries: Iterable[str], accept: str, *, clients: int, seconds: float
) -> float:
    """How many of the queries, again and again, a server answers in a second.

    Raises `RuntimeError` where it answers with anything but 200.
    """
    requests = [request(address, query, accept) for query in queries]
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_ask, address, requests, clients, seconds).result()


def request(address: str, query: str, accept: str) -> bytes:
    """A query by GET as it travels."""
    where = urlsplit(address)
    asked = "&".join(filter(None, (where.query, urlencode({"query": query}))))
    return (
        f"GET {where.path}?{asked} HTTP/1.1\r\n"
        f"Host: {where.hostname}:{where.port}\r\nAccept: {accept}\r\n\r\n"
    ).encode()


def _ask(address: str, requests: Sequence[bytes], clients: int, seconds: float) -> float:
    where = urlsplit(address)
    turn = cycle(requests)
    with selectors.DefaultSelector() as selector:
        connections = [_Connection(str(where.hostname), where.port or 80) for _ in range(clients)]
        for connection in connections:
            selector.register(connection.socket, selectors.EVENT_READ, connection)
            connection.send(next(turn))
        done, started = 0, time.perf_counter()
        while (now := time.perf_counter()) < started + seconds:
            ready = selector.select(_PATIENCE)
            if not ready:
                raise RuntimeError(f"{address}: no answer within {_PATIENCE:g} s")
            for key, _ in ready:
                if key.data.read():
                    done += 1
                    key.data.send(next(turn))
        for connection in connections:
            connection.socket.close()
    return done / (now - started)


class _Connection:
    """One client's connection, and what of an answer has come."""

    def __init__(self, host: str, port: int) -> None:
        self.socket = socket.create_connection((host, port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._held = b""

    def send(self, request: bytes) -> None:
        self._held = b""
        self.socket.sendall(request)

    def read(self) -> bool:
        """Reads on; whether the whole answer is there."""
        data = self.socket.recv(_READ)
        if not data:
            raise RuntimeError(f"the connection was closed after {self._held[:300]!r}")
        self._held += data
        head, end, body = self._held.partition(_HEAD_END)
        if not end:
            return False
        if b" 200 " not in head[:20]:
            raise RuntimeError(f"the answer is {self._held[:300]!r}")
        return _whole(head.lower(), body)


def _whole(head: bytes, body: bytes) -> bool:
    _, found, rest = head.partition(b"\r\ncontent-length:")
    if found:
        return len(body) >= int(rest.partition(b"\r\n")[0])
    return (b"\r\n" + body).endswith(_LAST_CHUNK)


def numbered(queries: Sequence[str], count: int) -> Iterator[str]:
    """So many texts of which none is another's: the queries in turn, each with a number."""
    return (f"{queries[n % len(queries)]} # {n}" for n in range(count))
