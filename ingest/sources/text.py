"""Plain text: one article a file, with or without lines at its head that describe it."""

import re
from collections.abc import Iterator

from graph.errors import InputError
from ingest.outcomes import Failure, Item, Notice
from ingest.sources.cleaning import clean
from ingest.sources.decoding import decode
from ingest.sources.delivery import Delivery, Source, whole
from ingest.sources.draft import Draft, checked

_HEADER = re.compile(r"(Title|Published|URL|Publisher|Language)[ \t]*:[ \t]*(.*)", re.IGNORECASE)
_LONGEST_HEADLINE = 150


def read(delivery: Delivery) -> Iterator[Item]:
    """The article in the file."""
    try:
        decoded = decode(whole(delivery), delivery.charset)
    except InputError as error:
        yield Failure(delivery.where, str(error))
        return
    if decoded.guessed:
        yield Notice(
            delivery.where, f"was read as {decoded.guessed}, a guess; save it as UTF-8 to be sure"
        )
    yield from checked(draft(decoded.text, delivery), delivery.where)


def draft(text: str, delivery: Delivery) -> Draft:
    """The article that the text describes: its header, or the headline that it begins with."""
    text = clean(text)
    header, body = split_header(text)
    if not header:
        title, body = split_headline(text)
        header = {"title": title}
    url = header.get("url") or delivery.url or ""
    return Draft(
        id=url or delivery.name,
        text=body,
        title=header.get("title", ""),
        published=header.get("published", ""),
        url=url,
        publisher=header.get("publisher", ""),
        language=header.get("language", ""),
    )


def split_header(text: str) -> tuple[dict[str, str], str]:
    r"""The lines ``Title:``, ``Published:``, ``URL:``, ``Publisher:``, ``Language:`` at the head.

    >>> split_header("Title: Talks in Oslo\nPublished: 2024-05-01\n\nThe ministers met.")
    ({'title': 'Talks in Oslo', 'published': '2024-05-01'}, 'The ministers met.')
    """
    header: dict[str, str] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = _HEADER.fullmatch(line)
        if not found:
            return header, "\n".join(lines[number:]).strip()
        header[found.group(1).lower()] = found.group(2).strip()
    return header, ""


def split_headline(text: str) -> tuple[str, str]:
    r"""The headline that the text begins with, and the rest; no headline where none is plain.

    A headline is a short first line of at least two words, set off by a blank line, that does not
    end as a sentence does.

    >>> split_headline("Talks in Oslo\n\nThe ministers met.")
    ('Talks in Oslo', 'The ministers met.')
    >>> split_headline("The ministers met.\n\nThey talked.")
    ('', 'The ministers met.\n\nThey talked.')
    """
    line, _, rest = text.partition("\n\n")
    plain = (
        rest
        and "\n" not in line
        and len(line) <= _LONGEST_HEADLINE
        and len(line.split()) > 1
        and line[-1] not in ".!:;,…"
    )
    return (line, rest) if plain else ("", text)


TEXT = Source(
    name="text",
    endings=(".txt",),
    media_types=("text/plain",),
    read=read,
    claims=lambda head: True,
)
