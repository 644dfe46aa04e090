"""An article as an input describes it, in plain strings, and what becomes of it when checked."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from graph.model import Article
from graph.naming import digest
from ingest.outcomes import Failure, Item, Notice
from ingest.sources.cleaning import controls_in, without_controls

ARTICLE_CHARACTERS = 1_000_000
"""How long the text of one article may be: what spaCy reads at once, and as much as a book."""
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\ud800-\udfff]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}(?::?\d{2}){0,2}.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an input says of an article; nothing is checked yet."""

    text: str
    id: str = ""
    """Where the input gives none, a digest of title and text takes its place."""
    title: str = ""
    published: str = ""
    url: str = ""
    publisher: str = ""
    language: str = ""


def checked(draft: Draft, where: str) -> Iterator[Item]:
    """The article, with a notice for each detail that had to be left out; or why there is none."""
    text, title = without_controls(draft.text), _line(draft.title)
    if not text.strip():
        yield Failure(where, "holds no text; nothing to read")
        return
    if len(draft.text) > ARTICLE_CHARACTERS:
        yield Failure(
            where,
            f"is {len(draft.text):,} characters long; an article may have {ARTICLE_CHARACTERS:,}; "
            "split it",
        )
        return
    if controls := controls_in(draft.text):
        if controls > max(3, len(draft.text) / 20):
            yield Failure(where, "is not text (control characters throughout); look at its kind")
            return
        yield Notice(where, f"{controls} control characters were replaced by spaces")
    published = _date(draft.published)
    if draft.published.strip() and published is None:
        yield _left_out(where, "date", draft.published, "write it as 2024-11-15")
    url = draft.url.strip()
    if url and not _URL.fullmatch(url):
        yield _left_out(where, "address", url, "write it as https://…")
        url = ""
    language = draft.language.strip()
    if language and not _LANGUAGE.fullmatch(language):
        yield _left_out(where, "language", language, "write it as en")
        language = ""
    yield Article(
        id=_line(draft.id) or digest(title, text),
        text=text,
        title=title,
        published=published,
        url=url or None,
        publisher=_line(draft.publisher) or None,
        language=language.replace("_", "-") or "en",
    )


def _left_out(where: str, what: str, value: str, instead: str) -> Notice:
    shown = _line(value)
    if len(shown) > 60:
        shown = shown[:59] + "…"
    return Notice(where, f"the {what} {shown!r} cannot be used and was left out; {instead}")


def _line(text: str) -> str:
    return " ".join(without_controls(text).split())


def _date(text: str) -> datetime.date | None:
    """The day that the words name: ISO 8601 (the day as written, whatever the hour) or RFC 5322."""
    text = text.strip()
    try:
        if found := _ISO.fullmatch(text):
            return datetime.date.fromisoformat(found.group(1))
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
