"""JSON lines: one article a row, its text kept exactly as it is given."""

import io
import json
import re
from collections.abc import Iterator
from typing import IO, Any, cast

from ingest.outcomes import Failure, Item, Notice
from ingest.sources.delivery import UNZIP_ERRORS, Delivery, Source, unzipped
from ingest.sources.draft import Draft, checked

ROW_CHARACTERS = 8_000_000
"""How long a row may be: an article of the greatest length with every character escaped fits."""
BAD_ROWS_AT_START = 100
"""After so many bad rows without a good one the file is something else, and is given up."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_DETAILS = ("title", "published", "url", "publisher", "language")
_NUMBERS = (int, float)


def read(delivery: Delivery) -> Iterator[Item]:
    """The articles in the file, row by row, without keeping them."""
    good, bad, number = False, 0, 0
    with delivery.open() as raw:
        try:
            for number, row in _rows(unzipped(raw)):
                where = f"{delivery.where}:{number}"
                items = list(_items(row, where))
                good = good or any(not isinstance(item, Failure) for item in items)
                bad += isinstance(items[-1], Failure)
                yield from items
                if not good and bad >= BAD_ROWS_AT_START:
                    yield Failure(
                        delivery.where,
                        f"none of the first {bad} rows could be read, the rest was left; "
                        'each row must be like {"id": "a1", "text": "…"}',
                    )
                    return
        except UNZIP_ERRORS as error:
            yield Failure(
                delivery.where, f"is a broken gzip file after row {number} ({error}); pack it again"
            )
            return
    if not number:
        yield Failure(delivery.where, "is empty; nothing to read")


def _rows(stream: IO[bytes]) -> Iterator[tuple[int, str | None]]:
    """The rows that are not blank, with their line numbers; None for one that is too long."""
    buffered = io.BufferedReader(cast(io.RawIOBase, stream))
    wide = buffered.peek(2)[:2] in (b"\xff\xfe", b"\xfe\xff")
    encoding = "utf-16" if wide else "utf-8-sig"
    text = io.TextIOWrapper(buffered, encoding, errors="surrogateescape" if not wide else "replace")
    number = 0
    while line := text.readline(ROW_CHARACTERS + 1):
        number += 1
        if len(line) > ROW_CHARACTERS and not line.endswith("\n"):
            while line and not line.endswith("\n"):
                line = text.readline(ROW_CHARACTERS)
            yield number, None
        elif line.strip():
            yield number, line


def _items(row: str | None, where: str) -> Iterator[Item]:
    if row is None:
        yield Failure(where, f"the row is longer than {ROW_CHARACTERS:,} characters; split it")
        return
    if not row.isascii() and (found := _SURROGATE.search(row)):
        byte = ord(found.group()) - 0xDC00
        yield Failure(
            where,
            f"the row is not UTF-8 (byte 0x{byte:02x} at character {found.start() + 1}); "
            "save the file as UTF-8",
        )
        return
    try:
        value = json.loads(row)
    except json.JSONDecodeError as error:
        yield Failure(where, f"the row is not JSON ({error.msg} at character {error.pos + 1})")
        return
    except (RecursionError, ValueError):
        yield Failure(where, "the row is not an article (too deep, or too large a number)")
        return
    yield from _article(value, where)


def _article(row: Any, where: str) -> Iterator[Item]:
    if not isinstance(row, dict):
        yield Failure(where, 'the row is not a JSON object; write {"id": "a1", "text": "…"}')
        return
    text = row.get("text")
    if not isinstance(text, str):
        yield Failure(where, 'the row has no "text"' if text is None else '"text" is not a string')
        return
    details: dict[str, str] = {}
    for key in _DETAILS:
        value = row.get(key)
        if isinstance(value, str):
            details[key] = value
        elif value is not None:
            yield Notice(where, f'"{key}" is not a string and was left out')
    identifier = row.get("id")
    if isinstance(identifier, _NUMBERS) and not isinstance(identifier, bool):
        identifier = str(identifier)
    if not isinstance(identifier, str) or not identifier.strip():
        if identifier not in (None, ""):
            yield Notice(where, '"id" is not a string and was left out')
        identifier = details.get("url", "")
    yield from checked(Draft(id=identifier, text=text, **details), where)


JSONL = Source(
    name="jsonl",
    endings=(".jsonl", ".ndjson"),
    media_types=(
        "application/jsonl",
        "application/x-jsonlines",
        "application/jsonlines",
        "application/x-ndjson",
        "application/ndjson",
    ),
    read=read,
    claims=lambda head: bool(re.match(rb'\s*(?:\xef\xbb\xbf)?\s*\{\s*"', head)),
)
