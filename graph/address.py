"""Where a server is, as a person writes it: one address, with what is for us behind ``#``.

``http://anna:secret@host:8890/sparql#merged=iri&update=/sparql-auth`` is the query address
``http://host:8890/sparql``, a user with a password, and two options. What stands behind ``#`` is
never sent to a server, so options there cannot clash with those of the server.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qs, unquote, urljoin, urlsplit, urlunsplit

from graph.errors import SettingError

OPTIONS = ("merged", "update")
MERGED_GRAPH = "https://w3id.org/dragoman/graph/merged"
"""The name of the merged graph where a server has no default graph of its own to write to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """How we show a server who we are; at most one way is used."""

    user: str | None = None
    password: str = field(default="", repr=False)
    token: str | None = field(default=None, repr=False)
    """Sent as ``Authorization: Bearer …``, to a Dragoman server only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A server's address and what was said along with it."""

    url: str
    """Without user, password and options."""
    credentials: Credentials = field(default_factory=Credentials)
    merged: str | None = None
    """The name of the merged graph; empty for the default graph, None where nothing is said."""
    update: str | None = None
    """Where updates go; None where nothing is said."""

    def below(self, path: str) -> str:
        """The address of a path below this one.

        >>> Address(url="http://h/d/").below("health")
        'http://h/d/health'
        """
        return f"{self.url.rstrip('/')}/{path}"

    def beside(self, path: str) -> str:
        """The address of a path in place of the last part of this one.

        >>> Address(url="http://h/ds/sparql").beside("update")
        'http://h/ds/update'
        """
        return urljoin(self.url, path)


def is_address(location: str) -> bool:
    """Whether the location is a server's, not a folder."""
    return location.startswith(("http://", "https://"))


def shown(location: str) -> str:
    """The location without a password, for messages.

    >>> shown("http://anna:secret@host/sparql#merged=iri")
    'http://host/sparql'
    """
    if not is_address(location):
        return location
    return _bare(urlsplit(location))


def parse_address(location: str, credentials: Credentials | None = None) -> Address:
    """The address that a person wrote; raises `SettingError` for one that cannot be used.

    A user and a password in it go before ``credentials``.
    """
    given = credentials or Credentials()
    try:
        parts = urlsplit(location)
        bare = _bare(parts)
        named = bool(parts.hostname)
        parts.port  # noqa: B018 - raises ValueError for a port that is none
    except ValueError as error:
        raise SettingError(f"--store: not the address of a server ({error})") from error
    if not named or any(c.isspace() or not c.isprintable() for c in bare):
        raise SettingError(f"--store: {bare}: not the address of a server; write http://HOST/PATH")
    options = _options(parts.fragment, bare)
    if parts.username:
        given = Credentials(
            user=unquote(parts.username),
            password=unquote(parts.password or ""),
            token=given.token,
        )
    update = options.get("update")
    return Address(
        url=bare,
        credentials=given,
        merged=_merged(options.get("merged"), bare),
        update=None if update is None else urljoin(bare, update),
    )


def _bare(parts: SplitResult) -> str:
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, parts.query, ""))


def _options(fragment: str, where: str) -> Mapping[str, str]:
    options = {name: values[-1] for name, values in parse_qs(fragment).items()}
    unknown = sorted(options.keys() - set(OPTIONS))
    if unknown or (fragment and not options):
        raise SettingError(
            f"--store: {where}: behind # stand options that are not known "
            f"({', '.join(unknown) or fragment}); known are {', '.join(OPTIONS)}"
        )
    return options


def _merged(option: str | None, where: str) -> str | None:
    match option:
        case None:
            return None
        case "default":
            return ""
        case "iri":
            return MERGED_GRAPH
        case address if ":" in address and not set(address) & set(' <>"{}|\\^`'):
            return address
    raise SettingError(
        f"--store: {where}: merged={option} cannot be used; allowed is default, iri or an address"
    )
