"""What a worker and its keeper say to each other: a letter, a length, and that many bytes."""

import socket
import struct

HEAD = struct.Struct("!cI")
QUERY, OPEN, DUMP, REHEARSE = b"Q", b"O", b"D", b"U"
"""To the worker: run this job; open this view; write all statements into this file; try this
update on an empty store."""
TABLE, GRAPH, END, FAIL, READY = b"T", b"G", b"E", b"F", b"R"
"""From it: a piece of a table or graph; the end; a failure (JSON of kind and reason); opened."""


def frame(letter: bytes, data: bytes = b"") -> bytes:
    """One message as it travels."""
    return HEAD.pack(letter, len(data)) + data


class Frames:
    """Reads messages from a socket; the socket's timeout is the caller's to set."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._held = bytearray()

    def next(self) -> tuple[bytes, bytes]:
        """The next message; raises `EOFError` where the other side is gone, or `TimeoutError`.

        After a `TimeoutError` it can be called again: nothing is lost.
        """
        while len(self._held) < HEAD.size:
            self._more()
        letter, length = HEAD.unpack_from(self._held)
        while len(self._held) < HEAD.size + length:
            self._more()
        data = bytes(self._held[HEAD.size : HEAD.size + length])
        del self._held[: HEAD.size + length]
        return letter, data

    def _more(self) -> None:
        try:
            data = self._connection.recv(1 << 17)
        except ConnectionError as error:
            raise EOFError from error
        if not data:
            raise EOFError
        self._held += data
