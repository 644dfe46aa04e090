"""Pages and files from the network, within limits of size and time."""

import tempfile
import time
from dataclasses import dataclass
from typing import IO, cast
from urllib.parse import urlsplit

import httpx

from graph.errors import InputError

_AGENT = "Dragoman/0.1 (reads articles for a graph of diplomatic events)"
_IN_MEMORY = 8 * 1024 * 1024
_REDIRECTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of the network one address may take."""

    seconds: float = 60.0
    bytes: int = 1024 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """What an address gave."""

    content: IO[bytes]
    """A temporary file, to be closed by whoever reads it."""
    media_type: str
    """Lower case, without parameters; empty where the server names none."""
    charset: str | None


def download(url: str, limits: Limits) -> Download:
    """What the address gives; raises `InputError` where it gives nothing that can be kept."""
    deadline = time.monotonic() + limits.seconds
    try:
        with (
            httpx.Client(
                follow_redirects=True, max_redirects=_REDIRECTS, timeout=min(limits.seconds, 20.0)
            ) as client,
            client.stream("GET", url, headers={"User-Agent": _AGENT}) as response,
        ):
            if response.status_code != httpx.codes.OK:
                raise InputError(
                    f"the server answered {response.status_code} {response.reason_phrase}; "
                    "see whether the address is right"
                )
            content = _received(response, limits, deadline)
            kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
            return Download(content=content, media_type=kind, charset=response.charset_encoding)
    except httpx.TimeoutException as error:
        raise InputError("the server did not answer in time; try again later") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        host = urlsplit(url).netloc
        raise InputError(f"{host} cannot be reached ({error}); see the address") from error


def _received(response: httpx.Response, limits: Limits, deadline: float) -> IO[bytes]:
    kept = cast(IO[bytes], tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115
    size = 0
    try:
        for part in response.iter_bytes():
            size += len(part)
            if size > limits.bytes:
                raise InputError(f"is larger than {limits.bytes >> 20} MiB; fetch it yourself")
            if time.monotonic() > deadline:
                raise InputError(f"took longer than {limits.seconds:g} seconds; try again later")
            kept.write(part)
    except BaseException:
        kept.close()
        raise
    kept.seek(0)
    return kept
