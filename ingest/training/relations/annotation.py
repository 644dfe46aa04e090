"""Annotated sentences: which relations each reports, between the actors named at which characters.

``items.tsv`` holds the relations alone, ``articles.jsonl`` its texts as well. A relation is written
``accuse 12>45`` (who named at character 12 to whom named at 45) or ``meet 12,45``; ``~`` behind it
says that it is planned, ``!`` that it ended; ``x 12`` that who is named at 12 was misread.
"""

import datetime
import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.model import Article, EventClass
from ingest.gold import TYPES
from ingest.training.rows import rows

_RELATION = re.compile(r"([a-z-]+) (\d+(?:,\d+)*)(?:>(\d+(?:,\d+)*))?[~!]?")
_MISREAD = re.compile(r"x (\d+)")


@dataclass(frozen=True, slots=True)
class Claim:
    """One relation; without targets all sources stand alike."""

    kind: EventClass
    sources: tuple[int, ...]
    targets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one sentence reports."""

    start: int
    claims: tuple[Claim, ...]
    misread: frozenset[int]


Annotated = tuple[Article, tuple[Annotation, ...]]


def read_items(labels: Path, corpus: Path) -> Iterator[Annotated]:
    """The annotated items of a corpus in JSON lines, gzipped or not."""
    wanted: dict[str, list[Annotation]] = {}
    for where, (id, offset, relations) in rows(labels, ("id", "offset", "relations")):
        wanted.setdefault(id, []).append(annotation(int(offset), relations, where))
    for row in _rows(corpus):
        if row["id"] in wanted:
            yield _article(row), tuple(wanted[row["id"]])


def articles_of(path: Path) -> Iterator[Article]:
    """The articles of a file in JSON lines, gzipped or not."""
    return map(_article, _rows(path))


def read_articles(path: Path) -> Iterator[Annotated]:
    """The annotated articles of a file that holds their texts."""
    for row in _rows(path):
        told = (annotation(start, text, f"{path}: {row['id']}") for start, text in row["relations"])
        yield _article(row), tuple(told)


def annotation(start: int, text: str, where: str) -> Annotation:
    """The relations of a sentence.

    >>> annotation(0, "meet 4,20; x 31", "here").claims[0].sources
    (4, 20)
    """
    claims: list[Claim] = []
    misread: set[int] = set()
    for part in () if text == "-" else text.split("; "):
        relation, wrong = _RELATION.fullmatch(part), _MISREAD.fullmatch(part)
        if wrong:
            misread.add(int(wrong[1]))
        elif relation and relation[1] in TYPES:
            claims.append(Claim(TYPES[relation[1]], _numbers(relation[2]), _numbers(relation[3])))
        else:
            raise InputError(f"{where}: {part!r} is no relation; see ingest/training/relations")
    return Annotation(start, tuple(claims), frozenset(misread))


def _numbers(text: str | None) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(",")) if text else ()


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    kept = path.read_bytes()
    text = gzip.decompress(kept) if path.suffix == ".gz" else kept
    yield from map(json.loads, text.splitlines())


def _article(row: dict[str, Any]) -> Article:
    return Article(
        id=row["id"],
        title=row.get("title", ""),
        text=row["text"],
        published=datetime.date.fromisoformat(row["published"]),
    )
