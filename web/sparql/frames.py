"""What a worker and its keeper say to each other: a letter, a length, and that many bytes."""

import socket
import struct

HEAD = struct.Struct("!cI")
QUERY, OPEN, DUMP, REHEARSE, PARSE = b"Q", b"O", b"D", b"U", b"P"
"""To the worker: run this job; open this view; write all statements into this file; try this
update (``web.sparql.rehearsal``); give these statements as N-Triples (a line of JSON with their
form and base, and then they)."""
TABLE, GRAPH, END, FAIL, READY = b"T", b"G", b"E", b"F", b"R"
"""From it: a piece of a table or graph; the end; a failure (JSON of kind and reason); opened."""
_LAST = (END[0], FAIL[0])
_FEW, _MANY = 1 << 13, 1 << 17


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
            self.more(_FEW)
        letter, length = HEAD.unpack_from(self._held)
        while len(self._held) < HEAD.size + length:
            self.more(_MANY)
        data = bytes(self._held[HEAD.size : HEAD.size + length])
        del self._held[: HEAD.size + length]
        return letter, data

    @property
    def held(self) -> int:
        """How many bytes have come and not been read."""
        return len(self._held)

    def is_whole(self) -> bool:
        """Whether the last message of an answer is there, so that `next` need not wait for it."""
        at, held = 0, self._held
        while len(held) >= at + HEAD.size:
            letter, length = HEAD.unpack_from(held, at)
            at += HEAD.size + length
            if letter[0] in _LAST:
                return bool(len(held) >= at)
        return False

    def more(self, size: int = _FEW) -> None:
        """Waits for up to so many bytes more; raises as `next`."""
        try:
            data = self._connection.recv(size)
        except ConnectionError as error:
            raise EOFError from error
        if not data:
            raise EOFError
        self._held += data
