"""The kinds of input that Dragoman reads; a new one is one new file and one line here."""

from ingest.sources.delivery import Source
from ingest.sources.html import HTML
from ingest.sources.jsonl import JSONL
from ingest.sources.text import TEXT

SOURCES: tuple[Source, ...] = (
    JSONL,
    HTML,
    TEXT,  # last: it claims whatever nobody else does
)


def ending(name: str) -> str:
    """The ending of a file name in lower case, without that of gzip; empty where there is none.

    >>> ending("News.JSONL.gz")
    '.jsonl'
    """
    plain = name.rpartition("/")[2].lower().removesuffix(".gz")
    stem, dot, last = plain.rpartition(".")
    return dot + last if stem else ""


def by_name(name: str) -> Source | None:
    """The source that reads files with such a name."""
    return next((s for s in SOURCES if ending(name) in s.endings), None)


def by_media_type(media_type: str) -> Source | None:
    """The source that reads what a server gives as this media type."""
    return next((s for s in SOURCES if media_type in s.media_types), None)


def by_content(head: bytes) -> Source:
    """The source for an input without a name, from its first bytes."""
    return next(s for s in SOURCES if s.claims(head))


def endings() -> str:
    """All endings, for messages: ``.jsonl .ndjson .html .htm .xhtml .txt``."""
    return " ".join(e for s in SOURCES for e in s.endings)
