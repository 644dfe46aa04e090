"""What every page works with, held by the application: the store, the settings, the addresses."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from flask import current_app, url_for
from rdflib import URIRef

from graph.errors import NotFoundError
from graph.naming import Namer
from graph.store import GraphReader, GraphWriter
from web.settings import Settings

EXTENSION = "dragoman"
THINGS = ("event", "article", "document", "place", "topic", "evidence")
_UNFIT = re.compile(r"[\x00-\x20<>\"{}|^`\\\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One application's store, settings and names."""

    store: GraphReader
    settings: Settings
    writer: GraphWriter | None = None

    @property
    def namer(self) -> Namer:
        """Gives things their addresses below the configured base."""
        return Namer(self.settings.base)

    def address(self, key: str) -> URIRef:
        """The address of the thing with a key such as ``country/TUR`` or ``event/0f3a…``.

        Raises `NotFoundError` for a key that no address can hold.
        """
        if not key or _UNFIT.search(key):
            raise NotFoundError(f"{key!r} is no key: it holds characters that addresses cannot")
        return URIRef(self.settings.base + key)

    def key(self, address: str) -> str | None:
        """The key of a thing of ours, such as ``country/TUR``; None for anything else."""
        if not address.startswith(self.settings.base):
            return None
        key = address.removeprefix(self.settings.base)
        return key if "/" in key else None

    def page(self, address: str) -> str | None:
        """Where a browser reads about a thing; None where there is nothing safe to open."""
        key = self.key(address)
        if key is not None:
            kind, _, rest = key.partition("/")
            if kind not in THINGS:
                return url_for("actor.page", key=key)
            return (
                url_for(f"{kind}.page", key=rest)
                if kind != "evidence"
                else url_for("identity.thing", key=key)
            )
        if address.startswith("https://w3id.org/dragoman/ontology#"):
            return url_for("ontology.page", _anchor=address.rpartition("#")[2])
        return outside(address)


def site() -> Site:
    """The site that the running request belongs to."""
    found = current_app.extensions[EXTENSION]
    if not isinstance(found, Site):
        raise TypeError("this application was not made by create_app")
    return found


def outside(address: str) -> str | None:
    """The address, where it is one that a link may open: http and https only."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return quote(address, safe=":/?#[]@!$&'()*+,;=%~-._")
