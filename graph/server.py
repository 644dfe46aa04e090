"""A SPARQL server over HTTP: questions sent, answers streamed, failures named.

Questions and updates go in the body of a POST, which no server limits as it limits forms (Fuseki:
200 kB), or as forms where a server needs that (Virtuoso 7.2.5 hangs on a query in a body).
Connections are kept. Nothing is followed: not a redirect, and not a proxy or a password file that
the environment names.
"""

import io
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any

import httpx

from graph.address import Credentials
from graph.errors import DragomanError, QueryError, StoreDownError, StoreError

CONNECT_SECONDS = 10.0
SILENCE_SECONDS = 300.0
"""How long a server may say nothing before it is taken to be down."""
_MOST_WORDS = 300
_DOWN = (httpx.codes.BAD_GATEWAY, httpx.codes.SERVICE_UNAVAILABLE, httpx.codes.TOO_MANY_REQUESTS)
_SLOW = (httpx.codes.REQUEST_TIMEOUT, httpx.codes.GATEWAY_TIMEOUT)
_LARGE = (httpx.codes.REQUEST_ENTITY_TOO_LARGE,)
_STRANGER = (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN)
_ABSENT = (httpx.codes.NOT_FOUND, httpx.codes.METHOD_NOT_ALLOWED, httpx.codes.GONE)

Form = Mapping[str, str | list[str]]


class Server:
    """The HTTP side of one server; threads may share it."""

    def __init__(self, credentials: Credentials, silence: float = SILENCE_SECONDS) -> None:
        """``silence`` is how long the server may say nothing, in seconds."""
        self._silence = silence
        limits = httpx.Timeout(silence, connect=CONNECT_SECONDS)
        self._client = httpx.Client(
            auth=_Password(credentials) if credentials.user else None,
            timeout=limits,
            trust_env=False,
            headers={"User-Agent": "dragoman"},
        )

    def send_token(self, token: str) -> None:
        """From now on sends the token with every request."""
        self._client.headers["Authorization"] = f"Bearer {token}"

    def look(self, url: str, accept: str, store: str) -> httpx.Response | None:
        """What is at the address, read whole; None where it is not there.

        Raises `StoreDownError`, which names ``store``, where the server does not answer.
        """
        with self._named(store):
            answer = self._client.get(url, headers={"Accept": accept})
        return answer if answer.status_code == httpx.codes.OK else None

    @contextmanager
    def asked(
        self, url: str, query: str, accept: str, graphs: Form, *, form: bool = False
    ) -> Iterator[httpx.Response]:
        """The answer to a query, not read yet; ``graphs`` are parameters of the protocol.

        Raises `QueryError` where the query is at fault, `StoreDownError` and `StoreError` where the
        server is.
        """
        request = self._request(url, "query", query, graphs, form=form)
        request.headers["Accept"] = accept
        with self._streamed(request, url) as answer:
            _check(answer, url, "query")
            yield answer

    @contextmanager
    def fetched(self, url: str, accept: str) -> Iterator[httpx.Response]:
        """What is at the address, not read yet; raises as `asked`."""
        request = self._client.build_request("GET", url, headers={"Accept": accept})
        with self._streamed(request, url) as answer:
            _check(answer, url, "request")
            yield answer

    def update(self, url: str, update: str, graphs: Form, *, form: bool = False) -> None:
        """Runs an update; raises as `asked`."""
        with self._named(url):
            answer = self._client.send(self._request(url, "update", update, graphs, form=form))
        _check(answer, url, "update")

    def post(self, url: str, content: bytes, media_type: str, graphs: Form) -> httpx.Response:
        """Sends a body; raises as `asked`."""
        with self._named(url):
            answer = self._client.post(
                url, content=content, params=graphs, headers={"Content-Type": media_type}
            )
        _check(answer, url, "request")
        return answer

    def close(self) -> None:
        """Closes the connections."""
        self._client.close()

    def _request(
        self, url: str, kind: str, text: str, graphs: Form, *, form: bool
    ) -> httpx.Request:
        if form:
            return self._client.build_request("POST", url, data={kind: text, **graphs})
        return self._client.build_request(
            "POST",
            url,
            params=graphs or None,
            content=text.encode(),
            headers={"Content-Type": f"application/sparql-{kind}"},
        )

    @contextmanager
    def _streamed(self, request: httpx.Request, url: str) -> Iterator[httpx.Response]:
        """The answer; asked again where the server closed a kept connection meanwhile."""
        with self._named(url):
            try:
                answer = self._client.send(request, stream=True)
            except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
                answer = self._client.send(request, stream=True)
        try:
            with self._named(url):
                yield answer
        finally:
            answer.close()

    @contextmanager
    def _named(self, url: str) -> Iterator[None]:
        """Names the server in what goes wrong on the way to it and back."""
        try:
            yield
        except httpx.ConnectError as error:
            raise StoreDownError(
                f"{url}: the server cannot be reached ({error}); "
                "start it, or name another store with --store"
            ) from error
        except httpx.TimeoutException as error:
            raise StoreDownError(
                f"{url}: the server did not answer within {self._silence:g} s; "
                "see whether it is well, or ask for less"
            ) from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise StoreDownError(
                f"{url}: the server broke off ({error}); see its log, and try again"
            ) from error


def body_of(answer: httpx.Response, *, raw: bool = False) -> IO[bytes]:
    """The answer's body as a file that is read while it comes; ``raw`` as it was sent."""
    return io.BufferedReader(_Body(answer, raw=raw), buffer_size=1 << 16)


class _Body(io.RawIOBase):
    def __init__(self, answer: httpx.Response, *, raw: bool) -> None:
        self._pieces = answer.iter_raw() if raw else answer.iter_bytes()
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._left = memoryview(piece)
        count = min(len(into), len(self._left))
        into[:count] = self._left[:count]
        self._left = self._left[count:]
        return count


class _Password(httpx.Auth):
    """Basic or digest, whichever the server asks for; nothing is sent to one that does not ask."""

    def __init__(self, credentials: Credentials) -> None:
        user = credentials.user or ""
        self._basic = httpx.BasicAuth(user, credentials.password)
        self._digest = httpx.DigestAuth(user, credentials.password)
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._chosen is None:
            answer = yield request
            if answer.status_code != httpx.codes.UNAUTHORIZED:
                return
            offered = answer.headers.get("www-authenticate", "").lower()
            self._chosen = self._digest if "digest" in offered else self._basic
        yield from self._chosen.auth_flow(request)


def _check(answer: httpx.Response, url: str, what: str) -> None:
    """Raises the error that the status means; a cut answer is one too."""
    if answer.status_code // 100 == 2:
        if cut := answer.headers.get("x-sparql-maxrows"):
            raise StoreError(
                f"{url}: the server cuts answers at {cut} rows; "
                "raise ResultSetMaxRows in its virtuoso.ini"
            )
        if state := answer.headers.get("x-sql-state"):
            raise StoreError(f"{url}: the server gave a part of the answer only ({state})")
        return
    answer.read()
    raise _failure(answer, url, what)


def _failure(answer: httpx.Response, url: str, what: str) -> DragomanError:
    status, said = answer.status_code, _said(answer)
    if status in _STRANGER:
        return StoreError(
            f"{url}: the server does not let us in ({status}: {said}); set DRAGOMAN_STORE_USER and "
            "DRAGOMAN_STORE_PASSWORD, or DRAGOMAN_TOKEN for a Dragoman server"
        )
    if status in _ABSENT:
        return StoreError(
            f"{url}: nothing there takes a {what} ({status}); "
            "name the address for queries, and behind it #update=ADDRESS where updates go elsewhere"
        )
    if status in _DOWN:
        return StoreDownError(f"{url}: the server is not ready ({status}: {said}); try again later")
    if status in _LARGE:
        return StoreError(f"{url}: the server takes no {what} of this size ({said})")
    if status // 100 == 3:
        there = answer.headers.get("location", "elsewhere")
        return StoreError(f"{url}: the server has moved; name {there} instead")
    if "SR186" in said:  # Virtuoso's way to say that a stranger may not write
        return StoreError(
            f"{url}: this user may not write ({said}); set DRAGOMAN_STORE_USER and "
            "DRAGOMAN_STORE_PASSWORD, and see docs/stores.md for what the user needs"
        )
    if status == httpx.codes.BAD_REQUEST:
        return QueryError(f"the {what} cannot be read by the server: {said}")
    if status in _SLOW:
        return QueryError(f"the {what} took longer than the server allows: {said}")
    return QueryError(f"the {what} cannot be run by the server ({status}): {said}")


def _said(answer: httpx.Response) -> str:
    """What the server said, on one line and not too long."""
    text = " ".join(answer.text.split())
    return text if len(text) <= _MOST_WORDS else f"{text[: _MOST_WORDS - 1]}…"
