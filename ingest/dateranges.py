"""Makes one date of two: "from 3 March to 5 May", "later this year in November"."""

import datetime
import re
from dataclasses import replace

from ingest.datereading import DateReading
from ingest.datewords import JOINER
from ingest.periods import Period, calendar_day, day, either, month, span

FoundDate = tuple[int, int, str, DateReading]
"""Where an expression starts and ends, its kind, and what it means."""
_YEARS = frozenset({"span", "year"})
_PARTS = frozenset({"dmy", "mdy", "month"})
_INSIDE = re.compile(r",?\s+(?:in|on)\s+")
_OF = re.compile(r"\s+(?:in|of)\s+")


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


def narrow(text: str, found: list[FoundDate], latest: FoundDate) -> bool:
    """Makes one date of a year and a part of it: "later this year in May", "that day in 1968"."""
    begin, until, lead, before = found[-1]
    start, end, kind, reading = latest
    gap, outer, inner = text[until:start], before.past, reading.past
    if outer is None or inner is None or before.spans or reading.spans:
        return False
    if outer.precision == "year" and lead in _YEARS and kind in _PARTS and _INSIDE.fullmatch(gap):
        made = _in_year(inner, outer.first.year)
        reading = replace(reading, future=before.future)
    elif kind == "year" and lead == "span" and outer.precision == "day" and _OF.fullmatch(gap):
        made = _in_year(outer, inner.first.year)
    else:
        return False
    if made is None:
        return False
    reading = replace(reading, past=made, upcoming=made, relative=True, stands_alone=False)
    found[-1] = (begin, end, lead, reading)
    return True


def _in_year(period: Period, number: int) -> Period | None:
    """The same month or day of another year."""
    if period.precision == "month":
        return month(number, period.first.month)
    if period.precision == "day" and period.first == period.last:
        return calendar_day(number, period.first.month, period.first.day)
    return None
