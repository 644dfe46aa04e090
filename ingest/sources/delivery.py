"""Bytes that arrived from a file, standard input or the network, and the kinds that there are."""

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, cast

from graph.errors import InputError
from ingest.outcomes import Item

WHOLE_BYTES = 20 * 1024 * 1024
"""How large a file may be that holds one article."""

UNZIP_ERRORS = (gzip.BadGzipFile, EOFError, zlib.error)
"""What a broken gzip file raises, at any moment of reading it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One input, not read yet; `open` may be called once."""

    where: str
    """How messages name it: the path as it was given, the address, or ``standard input``."""
    name: str
    """What names its article where the input itself does not: a path without its ending."""
    open: Callable[[], IO[bytes]]
    """Gives the bytes; raises OSError."""
    url: str | None = None
    """The address that it was fetched from."""
    charset: str | None = None
    """The encoding that the server declared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A kind of input."""

    name: str
    endings: tuple[str, ...]
    """Endings of file names, lower case; each may be followed by ``.gz``."""
    media_types: tuple[str, ...]
    read: Callable[[Delivery], Iterator[Item]]
    """Gives what the input holds; a bad part is a `Failure`, and the rest goes on."""
    claims: Callable[[bytes], bool]
    """Whether an input without a name, of which these are the first bytes, is of this kind."""


def unzipped(stream: IO[bytes]) -> IO[bytes]:
    """The stream, decompressed where its first bytes say that it is gzip."""
    buffered = io.BufferedReader(cast(io.RawIOBase, stream))
    if buffered.peek(2)[:2] == b"\x1f\x8b":
        return cast(IO[bytes], gzip.GzipFile(fileobj=buffered))
    return buffered


def whole(delivery: Delivery) -> bytes:
    """All bytes of an input that holds one article.

    Raises `InputError` where it is too large, empty, or a broken gzip file; OSError where it
    cannot be read.
    """
    with delivery.open() as raw:
        try:
            data = unzipped(raw).read(WHOLE_BYTES + 1)
        except UNZIP_ERRORS as error:
            raise InputError(f"is a broken gzip file ({error}); pack it again") from error
    if len(data) > WHOLE_BYTES:
        raise InputError(
            f"holds more than {WHOLE_BYTES >> 20} MiB, too much for one article; "
            "split it, or write its articles as JSON lines (.jsonl)"
        )
    if not data.strip():
        raise InputError("is empty; nothing to read")
    return data
