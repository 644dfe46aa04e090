"""Parts the items of a digest, each of which is read for itself: news in brief, day pages, feeds.

What one item tells goes on in no other: "they", "the ministers" and "the talks" are its own.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from graph.model import Article, Event
from ingest.chronicles import credits
from ingest.dayheadings import day_headings
from ingest.preparing import day_of

_DAY_PAGE = re.compile(r"\bcurrent events\b", re.IGNORECASE)
_CALLED = re.compile(
    r"\bnews (?:summary|briefs?|digest|round-?up|in brief)\b|\bnewsbriefs\b"
    r"|\bbriefs$|\bweek in review\b|\bin brief\b",
    re.IGNORECASE,
)
"""What digests are called in their titles."""
_LINE = re.compile(r"[^\n]+")
_ENDS = re.compile(r"[.!?…:][)\]\"'”’]*\s*$")
_HEADING = 14
"""Words in a heading, at the most; a line of more is an item without a full stop."""
_SHORT = 4
"""Words in a line that only parts others, at the most: "• Updated"."""
_BULLETS = frozenset("•*▪●")
_FEW = 3
"""Items that a digest has at least."""


def parts(article: Article) -> list[tuple[int, Article]]:
    """The items of a digest as articles of their own, with where each begins in the text.

    An article that is no digest is its own only part. Headings go with what stands below them.
    """
    spans = list(_items(article))
    if len(spans) < _FEW:
        return [(0, article)]
    day = day_of(article)
    return [
        (start, replace(article, text=article.text[start:end], published=day))
        for start, end in spans
    ]


def moved(event: Event, by: int) -> Event:
    """The event with its evidence so much further on in the text."""
    spans = (replace(e, start=e.start + by, end=e.end + by) for e in event.evidence)
    return replace(event, evidence=tuple(spans))


def _items(article: Article) -> Iterator[tuple[int, int]]:
    """Where the items of a digest begin and end; none where the article is no digest."""
    lines = [match for match in _LINE.finditer(article.text) if match[0].strip()]
    title = article.title or (lines[0][0] if lines else "")
    apart = _parting(lines)
    day_page = _DAY_PAGE.search(title) is not None
    called = day_page or apart or _CALLED.search(title) is not None
    if not called and article.text.count("(") < _FEW:
        return  # nearly all
    told = [match for match in lines if not _is_heading(match[0])]
    alone = day_page or 2 * sum(_credited(match[0]) for match in told) >= len(told)
    if len(told) < _FEW or not (called or alone):
        return
    if not day_headings(article.text, article.published):
        yield from _each(lines, apart, alone=alone)


def _is_heading(line: str) -> bool:
    short = len(line.split()) <= _HEADING and _ENDS.search(line) is None
    return short and not _credited(line)


def _credited(line: str) -> bool:
    """Whether it says who has reported it: "Chad left. (BBC)"."""
    return ")" in line and any(True for _ in credits(line))


def _parting(lines: list[re.Match[str]]) -> frozenset[str]:
    """The lines that stand again and again between others: "• Updated"."""
    short = (m[0].strip() for m in lines if len(m[0].split()) <= _SHORT)
    times = Counter(line for line in short if line[0] in _BULLETS)
    return frozenset(line for line, count in times.items() if count >= _FEW)


def _each(
    lines: list[re.Match[str]], apart: frozenset[str], *, alone: bool
) -> Iterator[tuple[int, int]]:
    """The items: every paragraph where each stands ``alone``, else all up to the next heading."""
    start = end = -1
    told = False
    for match in lines:
        heading = _is_heading(match[0]) or match[0].strip() in apart
        if start >= 0 and told and (heading or alone):
            yield start, end
            start, told = -1, False
        start = match.start() if start < 0 else start
        end, told = match.end(), told or not heading
    if start >= 0:
        yield start, end
