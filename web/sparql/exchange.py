"""One request and one answer, as values: what decides is tried without a server."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, Any
from urllib.parse import quote

from graph.errors import DragomanError

Headers = tuple[tuple[str, str], ...]
PLAIN = "text/plain; charset=utf-8"
BEGUN = "dragoman.begun"
"""In a WSGI environment: the request was counted already, and what a worker has begun of it."""
_HOST = re.compile(r"[A-Za-z0-9.-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")


class Refusal(DragomanError):  # noqa: N818 - it is an answer as much as an error
    """A request that is not carried out: the HTTP status, and why, for the one who asked."""

    def __init__(self, status: int, reason: str, headers: Headers = ()) -> None:
        """``reason`` says what was wrong and what to do; ``headers`` go with it."""
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.headers = headers

    def reply(self) -> "Reply":
        """The refusal as an answer in plain text."""
        body = (self.reason + "\n").encode()
        headers = (("Content-Type", PLAIN), *self.headers)
        return Reply(status=self.status, headers=headers, body=body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer: bytes, or chunks that are made while they are sent."""

    status: int = 200
    headers: Headers = ()
    body: bytes | Iterator[bytes] = b""

    @classmethod
    def of(cls, body: bytes, media_type: str, *headers: tuple[str, str]) -> "Reply":
        """A whole answer of one media type."""
        return cls(headers=(("Content-Type", media_type), *headers), body=body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request as the handlers read it."""

    method: str
    path: str
    query: str
    """What stands behind the question mark, as it came."""
    origin: str
    """Scheme and host as the client named them: ``http://127.0.0.1:8000``."""
    client: str
    """The network address of the client."""
    headers: Mapping[str, str]
    """By lower-case name."""
    read: Callable[[int], bytes] = field(repr=False)
    """Reads the body up to a number of bytes."""
    body_limit: int
    left: Callable[[], bool] = field(default=lambda: False, repr=False)
    """Whether the client has gone away."""
    begun: Any = field(default=None, repr=False)
    """What a worker has begun of the answer (`web.sparql.begun.Begun`); None as a rule."""

    @property
    def address(self) -> str:
        """The whole address without what stands behind the question mark."""
        return self.origin + quote(self.path, safe="/:@!$&'()*+,;=~-._%")

    def header(self, name: str) -> str:
        """The value of a header; empty where it is not sent."""
        return self.headers.get(name, "")

    @property
    def content_type(self) -> str:
        """The media type of the body, without parameters."""
        return self.header("content-type").split(";", 1)[0].strip().lower()

    def body(self) -> bytes:
        """The body; raises `Refusal` 413 where it is longer than allowed."""
        body = self.read(self.body_limit + 1)
        if len(body) > self.body_limit:
            raise too_large(self.body_limit)
        return body


def too_large(limit: int) -> Refusal:
    """The answer to a body over the limit."""
    return Refusal(
        413,
        f"the body is larger than the {limit >> 20} MiB that are allowed; send it in parts",
        (("Connection", "close"),),
    )


def call_of(environ: Mapping[str, Any], body_limit: int) -> Call:
    """The request in a WSGI environment; raises `Refusal` for a host that cannot be one."""
    headers = {
        name[5:].replace("_", "-").lower(): value
        for name, value in environ.items()
        if name.startswith("HTTP_")
    }
    for name in ("CONTENT_TYPE", "CONTENT_LENGTH"):
        if environ.get(name):
            headers[name.replace("_", "-").lower()] = environ[name]
    host = headers.get("host") or f"{environ['SERVER_NAME']}:{environ['SERVER_PORT']}"
    if not _HOST.fullmatch(host):
        raise Refusal(400, "the Host header is not the name of a host")
    path = (environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", "")).encode("latin-1")
    return Call(
        method=environ["REQUEST_METHOD"],
        path=path.decode("utf-8", "replace") or "/",
        query=environ.get("QUERY_STRING", ""),
        origin=f"{environ['wsgi.url_scheme']}://{host}",
        client=environ.get("REMOTE_ADDR") or "local",
        headers=headers,
        read=_reader(environ["wsgi.input"], headers.get("content-length")),
        body_limit=body_limit,
        left=environ.get("waitress.client_disconnected") or _still_there,
        begun=environ.get(BEGUN),
    )


def _still_there() -> bool:
    return False


def _reader(stream: IO[bytes], length: str | None) -> Callable[[int], bytes]:
    """Reads no more than the client said it sends: a server's stream may wait for ever."""
    if length is None:
        return lambda _: b""
    if not length.isascii() or not length.isdigit():
        raise Refusal(400, "the Content-Length header is not a number")
    said = int(length)
    return lambda limit: stream.read(min(said, limit))
