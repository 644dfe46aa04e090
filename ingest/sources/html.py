"""Web pages: the main text with the page's furniture taken off, by trafilatura."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import trafilatura

from graph.errors import InputError
from ingest.outcomes import Failure, Item, Notice
from ingest.sources.cleaning import clean, without_controls
from ingest.sources.decoding import declared_in_page, decode
from ingest.sources.delivery import Delivery, Source, whole
from ingest.sources.draft import Draft, checked

# The dates' own limits would follow the clock and leave out old articles.
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1800-01-01",
    "max_date": "2199-12-31",
}
_FEWEST_WORDS = 5
_LANGUAGE = re.compile(r"<html[^>]*?\slang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)", re.I)
_PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)


def read(delivery: Delivery) -> Iterator[Item]:
    """The article on the page."""
    try:
        data = whole(delivery)
        decoded = decode(data, delivery.charset or declared_in_page(data))
        page = draft(decoded.text, delivery)
    except InputError as error:
        yield Failure(delivery.where, str(error))
        return
    if decoded.guessed:
        yield Notice(delivery.where, f"was read as {decoded.guessed}, a guess")
    yield from checked(page, delivery.where)


def draft(page: str, delivery: Delivery) -> Draft:
    """The article that a page holds; raises `InputError` where there is none."""
    found: Any = None
    if page.strip():
        found = trafilatura.bare_extraction(
            without_controls(page),
            url=delivery.url,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=_DATES,
        )
    text = clean(found.text or "") if found is not None else ""
    title = clean(found.title or "") if found is not None else ""
    text = _without_title(text, title)
    if len(text.split()) < _FEWEST_WORDS:
        raise InputError("no article was found on this page; save its text as .txt instead")
    language = _LANGUAGE.search(page[:4096])
    url = _address(found.url, delivery.url)
    return Draft(
        id=url or delivery.name,
        text=text,
        title=title,
        published=found.date or "",
        url=url,
        publisher=found.sitename or "",
        language=language.group(1) if language else "",
    )


def _without_title(text: str, title: str) -> str:
    """The text as paragraphs, without the headline that stands above it."""
    paragraphs = [line for line in text.split("\n") if line]
    if paragraphs and title and paragraphs[0].casefold() == title.casefold():
        del paragraphs[0]
    return "\n\n".join(paragraphs)


def _address(canonical: str | None, fetched: str | None) -> str:
    """The page's own address where it can be believed, else the one that it was fetched from.

    >>> _address("https://news.example/a", "https://news.example/a?from=mail")
    'https://news.example/a'
    >>> _address("https://news.example/", "https://news.example/a")
    'https://news.example/a'
    """
    if not canonical:
        return fetched or ""
    if not fetched:
        return canonical
    own, given = urlsplit(canonical), urlsplit(fetched)
    believed = own.netloc == given.netloc and own.path not in ("", "/")
    return canonical if believed else fetched


HTML = Source(
    name="html",
    endings=(".html", ".htm", ".xhtml"),
    media_types=("text/html", "application/xhtml+xml"),
    read=read,
    claims=lambda head: bool(_PAGE.match(head)),
)
