"""The days under which a chronicle tells its news: "Monday, April 22" on a line of its own."""

import datetime
import re
from bisect import bisect_right
from collections.abc import Sequence

from ingest.dates import DateMention, find_dates, years_told

_LINE = re.compile(r"^[\W_]*(?:Day\s+\w+\s*[:,–—-]\s*)?(?P<head>[^\n]{5,40}?)[\W_]*$", re.MULTILINE)
"""A short line, without "===", "Day 2 –" and the like around it."""
_FEWEST = 2
"""Headings that make a chronicle: one alone says when a text appeared."""

Heading = tuple[int, DateMention]
"""Where a heading begins, and its day."""


def day_headings(text: str, published: datetime.date | None) -> tuple[Heading, ...]:
    r"""The headings of a text that name a day; none where it is no chronicle.

    >>> text = "4 May 2010\n\nChad met Togo.\n\n5 May 2010\n\nMali left."
    >>> [(at, day.value) for at, day in day_headings(text, None)]
    [(0, '2010-05-04'), (28, '2010-05-05')]
    """
    found: list[Heading] = []
    for line in _LINE.finditer(text):
        head = line["head"]
        if not any(map(str.isdigit, head)):
            continue
        told = years_told(day for _, day in found)
        dates = find_dates(head, published, dateline=False, dated=told)
        if len(dates) != 1 or dates[0].precision != "day":
            continue
        day = dates[0]
        if (day.start, day.end) == (0, len(head)):
            found.append((line.start("head"), day))
    return tuple(found) if len({day.value for _, day in found}) >= _FEWEST else ()


def under(headings: Sequence[Heading], at: int) -> DateMention | None:
    """The day under which the text at a character stands; None where it is under none."""
    number = bisect_right([start for start, _ in headings], at)
    return headings[number - 1][1] if number else None
