"""What can be set, in one frozen value: read once, passed down; nothing else reads the environment.

Every setting is described for people in ``docs/settings.md``.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from graph import address, naming
from graph.address import Credentials
from graph.errors import SettingError

PREFIX = "DRAGOMAN_"
LOG_FORMATS = ("text", "json")
_HOST = re.compile(r"[A-Za-z0-9.-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")


def variable(name: str) -> str:
    """The environment variable of a field.

    >>> variable("query_seconds")
    'DRAGOMAN_QUERY_SECONDS'
    """
    return PREFIX + name.upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings, each with its default; making one raises `SettingError` for a bad value."""

    store: str = "dragoman.store"
    """Where the graph is kept: a folder, or the address of a SPARQL 1.1 server."""
    store_user: str | None = None
    """The user that a SPARQL server asks for."""
    store_password: str | None = None
    """The password of that user."""
    token: str | None = None
    """The password for writing over HTTP; without one, nothing can be written over HTTP."""
    base: str = naming.BASE
    """What the addresses of all things start with."""
    host: str = "127.0.0.1"
    """The network address that the server listens on."""
    port: int = 8000
    """The port that the server listens on; 0 takes any free one."""
    pipeline: str | None = None
    """The name or folder of a spaCy pipeline to read with, in place of our own."""
    llm: str | None = None
    """The address of an OpenAI-compatible endpoint whose language model reads, not our rules."""
    llm_model: str | None = None
    """Which language model is asked there."""
    llm_key: str | None = None
    """The key that the endpoint asks for."""
    llm_seconds: float = 120.0
    """How long the language model may take to answer."""
    query_seconds: float = 30.0
    """How long a query of somebody who holds the token may run."""
    anonymous_query_seconds: float = 10.0
    """How long a query of anybody else may run."""
    query_rows: int = 1_000_000
    """How many rows or statements one answer may hold, or an update change."""
    query_memory_mib: int = 1024
    """How much memory one query worker may take, in MiB."""
    query_workers: int = 2
    """How many processes answer strangers' queries."""
    body_mib: int = 100
    """How large the body of a request may be, in MiB."""
    rate_per_minute: int = 600
    """How many requests one client may send in a minute; 0 is no limit."""
    service_hosts: tuple[str, ...] = ()
    """The hosts (``name`` or ``name:port``) that SERVICE and LOAD may reach; none by default."""
    log_format: str = "text"
    """How log lines are written: ``text`` for people, ``json`` for machines."""

    def __post_init__(self) -> None:
        for name, (good, allowed) in _CHECKS.items():
            value = getattr(self, name)
            if not good(value):
                raise SettingError(_complaint(name, value, allowed))

    @property
    def store_name(self) -> str:
        """Where the graph is kept, for messages: without a password."""
        return address.shown(self.store)

    @property
    def store_credentials(self) -> Credentials:
        """How a server that keeps the graph is shown who we are."""
        return Credentials(
            user=self.store_user, password=self.store_password or "", token=self.token
        )

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> "Settings":
        """The settings that the environment gives; an unset or blank variable is the default.

        Raises `SettingError` with the variable, its value and what is allowed.
        """
        given: dict[str, Any] = {}
        for field in fields(cls):
            text = environ.get(variable(field.name), "").strip()
            if text:
                given[field.name] = _value(field.name, field.default, text)
        return cls(**given)


def _value(name: str, default: object, text: str) -> object:
    if isinstance(default, tuple):
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if not isinstance(default, int | float):
        return text
    try:
        return type(default)(text)
    except ValueError as error:
        raise SettingError(_complaint(name, text, _CHECKS[name][1])) from error


def _complaint(name: str, value: object, allowed: str) -> str:
    shown = "(hidden)" if name in ("token", "store_password", "llm_key") else repr(value)
    return f"{variable(name)}: {shown} cannot be used; allowed is {allowed}"


def _is_base(value: str) -> bool:
    return bool(re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+[/#]", value))


def _is_endpoint(value: str | None) -> bool:
    return value is None or bool(re.fullmatch(r"https?://[^\s/?#@]+(/[^\s?#@]*)?", value))


def _are_hosts(value: tuple[str, ...]) -> bool:
    return all(_HOST.fullmatch(host) for host in value)


_CHECKS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "store": (lambda v: bool(v.strip()), "a folder or an http(s) address"),
    "token": (
        lambda v: v is None or (v.isascii() and v.isprintable() and " " not in v and len(v) >= 8),
        "eight or more printable ASCII characters without spaces",
    ),
    "store_user": (lambda v: v is None or (":" not in v and v.isprintable()), "a name without :"),
    "base": (_is_base, "an http(s) address that ends in / or #"),
    "host": (lambda v: bool(v) and not re.search(r"\s", v), "a host name or network address"),
    "port": (lambda v: 0 <= v <= 65535, "a whole number from 0 to 65535"),
    "llm": (_is_endpoint, "an http(s) address without user, password and query"),
    "llm_key": (
        lambda v: v is None or (v.isascii() and v.isprintable() and " " not in v),
        "printable ASCII characters without spaces",
    ),
    "llm_seconds": (lambda v: math.isfinite(v) and v > 0, "a number of seconds above 0"),
    "query_seconds": (lambda v: math.isfinite(v) and v > 0, "a number of seconds above 0"),
    "anonymous_query_seconds": (
        lambda v: math.isfinite(v) and v > 0,
        "a number of seconds above 0",
    ),
    "query_rows": (lambda v: v >= 1, "a whole number of 1 or more"),
    "query_memory_mib": (lambda v: v >= 64, "a whole number of 64 or more"),
    "query_workers": (lambda v: 1 <= v <= 64, "a whole number from 1 to 64"),
    "body_mib": (lambda v: v >= 1, "a whole number of 1 or more"),
    "rate_per_minute": (lambda v: v >= 0, "a whole number of 0 or more"),
    "service_hosts": (_are_hosts, "host names, with :port if wanted, joined by commas"),
    "log_format": (lambda v: v in LOG_FORMATS, " or ".join(LOG_FORMATS)),
}
