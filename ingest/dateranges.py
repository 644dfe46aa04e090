"""Joins two dates into the range that the text names by both ends: "from 3 March to 5 May"."""

import datetime
import re
from dataclasses import replace

from ingest.datereading import DateReading
from ingest.datewords import JOINER
from ingest.periods import Period, day, either, span

FoundDate = tuple[int, int, str, DateReading]
"""Where an expression starts and ends, its kind, and what it means."""


def join(
    text: str,
    found: list[FoundDate],
    start: int,
    end: int,
    reading: DateReading,
) -> bool:
    """Makes one range of the date before and this one where the text names it by both ends."""
    begin, until, kind, before = found[-1]
    gap = text[until:start]
    if len(gap) > 12 or not re.fullmatch(JOINER, gap) or before.spans or reading.spans:
        return False
    lead = text[max(0, begin - 12) : begin].lower().split()[-1:]
    joiner = gap.split()[0].lower() if gap.split() else "-"
    days = all(r.past is None or r.past.precision == "day" for r in (before, reading))
    if joiner == "and" and lead != ["between"] and not (days and _consecutive(before, reading)):
        return False
    if joiner == "to" and lead not in (["from"], ["between"]) and not days:
        return False
    pairs = [(before.past, reading.past), (before.upcoming, reading.upcoming)]
    if any(a and b and a.precision != b.precision for a, b in pairs):
        return False
    if joiner == "or":
        past, coming = (either(a, b) if a and b else None for a, b in pairs)
    else:
        past, coming = (_range(a, b) if a and b else None for a, b in pairs)
        if past is None and before.past is not None:
            return False
    found[-1] = (
        begin,
        end,
        kind,
        replace(
            before,
            past=past,
            upcoming=coming,
            relative=before.relative or reading.relative,
            spans=joiner != "or",
        ),
    )
    return True


def _range(first: Period, last: Period) -> Period | None:
    """From one to the other; a weekday that seems to come before the first comes a week later."""
    made = span(first, last)
    if made is None and (first.first - last.first).days < 7 and last.precision == "day":
        made = span(first, day(last.first + datetime.timedelta(weeks=1)))
    return made


def _consecutive(one: DateReading, other: DateReading) -> bool:
    if one.past is None or other.past is None:
        return False
    return (other.past.first - one.past.last).days in {1, -6}
