"""Stretches of the calendar, and how precisely one is known.

A reading of "Thursday" is one day, of "last month" one month, of "3–5 May" three days whose first
is known to the day. All is arithmetic on dates; the text is read in `ingest.dates`.
"""

import calendar
import datetime
from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "month", "year"]
Unit = Literal["day", "week", "month", "year"]

_FORMS = {"day": 10, "month": 7, "year": 4}
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` to ``last``; ``precision`` says how precisely its begin is known."""

    first: datetime.date
    last: datetime.date
    precision: Precision | None

    @property
    def text(self) -> str | None:
        """The begin as XML Schema writes it, as precise as it is known.

        >>> month(2024, 11).text
        '2024-11'
        """
        return self.first.isoformat()[: _FORMS[self.precision]] if self.precision else None


def day(date: datetime.date) -> Period:
    """The period of one day."""
    return Period(date, date, "day")


def month(year: int, number: int) -> Period:
    """A month; ``number`` may lie outside 1–12 and then counts into other years.

    >>> month(2024, 0).text, month(2024, 13).text
    ('2023-12', '2025-01')
    """
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    days = calendar.monthrange(year, number)[1]
    return Period(datetime.date(year, number, 1), datetime.date(year, number, days), "month")


def year(number: int) -> Period:
    """A year."""
    return Period(datetime.date(number, 1, 1), datetime.date(number, 12, 31), "year")


def from_text(text: str) -> Period:
    """The period that ``Period.text`` writes: "2024-11-14", "2024-11" or "2024".

    >>> from_text("2024-02").last.day
    29
    """
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return year(parts[0])
    return month(*parts) if len(parts) == 2 else day(datetime.date(*parts))


def stretch(first: datetime.date, last: datetime.date) -> Period:
    """Some unknown day from ``first`` to ``last``: as precise as holds for all of them.

    >>> stretch(datetime.date(2024, 4, 29), datetime.date(2024, 5, 5)).text
    '2024'
    """
    precision: Precision | None = None
    if first == last:
        precision = "day"
    elif first.year == last.year:
        precision = "month" if first.month == last.month else "year"
    return Period(first, last, precision)


def week(date: datetime.date) -> Period:
    """The week that holds ``date``, Monday to Sunday."""
    monday = date - _DAY * date.weekday()
    return stretch(monday, monday + 6 * _DAY)


def weekend(date: datetime.date) -> Period:
    """Saturday and Sunday of the week that holds ``date``, known by its Saturday."""
    saturday = week(date).first + 5 * _DAY
    return Period(saturday, saturday + _DAY, "day")


def span(first: Period, last: Period) -> Period | None:
    """The period from one to another; None where the second ends before the first begins."""
    if last.last < first.first:
        return None
    return Period(first.first, last.last, first.precision)


def either(one: Period, other: Period) -> Period:
    """One of the two, not known which."""
    return stretch(min(one.first, other.first), max(one.last, other.last))


def shifted(period: Period, unit: Unit, count: int) -> Period | None:
    """The period that lies ``count`` units after; None where the begin is not known well enough.

    Days and weeks need a day. Months and years are as precise as their own unit.

    >>> shifted(day(datetime.date(2024, 3, 31)), "month", -1).text
    '2024-02'
    """
    begin = period.first
    try:
        if unit == "year":
            return year(begin.year + count) if period.precision else None
        if unit == "month":
            known = period.precision in {"day", "month"}
            return month(begin.year, begin.month + count) if known else None
        if period.precision != "day":
            return None
        days = count if unit == "day" else 7 * count
        return day(begin + days * _DAY)
    except (ValueError, OverflowError):
        return None


def resolve_weekday(
    weekday: int, published: datetime.date, *, future: bool = False, strict: bool = False
) -> datetime.date:
    """The weekday (0 is Monday) that a report of that day means.

    The latest one up to the day of publication, or with ``future`` the first one from it on; with
    ``strict`` the day of publication itself is not meant.

    >>> resolve_weekday(3, datetime.date(2024, 11, 15)).isoformat()
    '2024-11-14'
    >>> resolve_weekday(3, datetime.date(2024, 11, 15), future=True).isoformat()
    '2024-11-21'
    """
    ahead = (weekday - published.weekday()) % 7
    if future:
        return published + (7 if strict and ahead == 0 else ahead) * _DAY
    behind = (7 - ahead) % 7
    return published - (7 if strict and behind == 0 else behind) * _DAY


def nearest_months(number: int, published: datetime.date) -> tuple[Period, Period]:
    """The month ``number`` as a report means it: the latest up to now, the first from now on."""
    this = published.year
    behind = month(this if number <= published.month else this - 1, number)
    ahead = month(this if number >= published.month else this + 1, number)
    return behind, ahead


def nearest_days(
    number: int, date: int, published: datetime.date, weekday: int | None = None
) -> tuple[Period | None, Period | None]:
    """Day ``date`` of month ``number`` as a report means it: the latest so far, the first from now.

    Where a ``weekday`` is given, a year on which the day falls on it is preferred.
    """
    years = range(max(1, published.year - 8), published.year + 9)
    known = [made for y in years if (made := valid_date(y, number, date)) is not None]
    if weekday is not None:
        fitting = [made for made in known if made.weekday() == weekday]
        if fitting:
            best = min(fitting, key=lambda made: (abs((made - published).days), made))
            return day(best), day(best)
    behind = [made for made in known if made <= published]
    ahead = [made for made in known if made >= published]
    return (day(behind[-1]) if behind else None, day(ahead[0]) if ahead else None)


def valid_date(year: int, month: int, day: int) -> datetime.date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def calendar_day(year: int, month: int, number: int) -> Period | None:
    """The day, or None where the calendar has none such."""
    made = valid_date(year, month, number)
    return day(made) if made else None
