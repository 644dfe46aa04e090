"""Dates that count from another day: "yesterday", "last week", "two years earlier", "on the 14th".

Each function is the rule of one kind of expression: it returns the reading of its match, or None
where the words are no date ("over the last year"). A reading without periods cannot be resolved.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from ingest.datereading import (
    TURNS,
    DateContext,
    DateReading,
    word_after,
    word_before,
)
from ingest.datewords import DateWords
from ingest.periods import (
    Period,
    Unit,
    calendar_day,
    day,
    month,
    resolve_weekday,
    shifted,
    stretch,
    week,
    weekend,
    year,
)

_ONWARD = 4
"""Days from the one told last within which a weekday is rather ahead of it than behind."""
_UNITS: Mapping[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}


def read_word(m: re.Match[str], context: DateContext) -> DateReading | None:
    word = " ".join(m["word"].lower().split())
    inside = word_before(context.text, m.start()) and not context.opens_sentence(m.start())
    if inside and m["word"][0].isupper() and m["word"] != m["word"].upper():
        return None  # "USA Today": a capital inside a sentence is a name
    count = context.words.days[word]
    future = None if count == 0 else count > 0
    if context.published is None:
        return DateReading(future=future)
    made = shifted(day(context.published), "day", count)
    return DateReading(made, made, future)


def read_weekday(m: re.Match[str], context: DateContext) -> DateReading | None:
    """ "Thursday", "late on Tuesday", "last Friday", "Monday of last week", "next Monday"."""
    number = context.words.weekdays[m["w"].lower()]
    mod = " ".join(m["mod"].lower().split()) if m["mod"] else ""
    published = context.published
    if mod.startswith(("the following", "the next", "the same", "that")) or "pre" in mod:
        return _anchored_weekday(number, mod, context)
    if published is None:
        near = None if mod or m["wk"] or m["last"] else _near_told(number, context)
        if near is not None:
            return DateReading(near, near)
        past = mod in context.words.past or m["last"] or m["wk"] == "last"
        coming = mod in context.words.coming or m["wk"] == "next"
        return DateReading(future=False if past else True if coming else None)
    if m["wk"]:
        begin = week(published).first + datetime.timedelta(weeks=TURNS[m["wk"]], days=number)
        future = {"last": False, "next": True}.get(m["wk"])
        return DateReading(day(begin), day(begin), future)
    if mod in context.words.past or m["last"]:
        made = day(resolve_weekday(number, published, strict=True))
        return DateReading(made, made, False)
    if mod in context.words.coming:
        made = day(resolve_weekday(number, published, future=True, strict=True))
        return DateReading(made, made, True)
    return DateReading(
        day(resolve_weekday(number, published)),
        day(resolve_weekday(number, published, future=True)),
    )


def _near_told(number: int, context: DateContext) -> Period | None:
    """The weekday around the day told last, of a text that does not say when it appeared.

    It goes on rather than back: "arrived on Tuesday, 5 July 2005. On Wednesday".
    """
    told = context.day_anchor.past if context.day_anchor else None
    if told is None or told.precision != "day":
        return None
    ahead = (number - told.last.weekday()) % 7
    return shifted(day(told.last), "day", ahead if ahead <= _ONWARD else ahead - 7)


def _anchored_weekday(number: int, mod: str, context: DateContext) -> DateReading:
    def moved(period: Period | None) -> Period | None:
        if period is None or period.precision != "day":
            return None
        if "same" in mod or mod.startswith("that"):
            return day(period.first) if period.first.weekday() == number else None
        ahead = "pre" not in mod
        return day(resolve_weekday(number, period.first, future=ahead, strict=True))

    return _moved(context, "day", moved)


def _moved(
    context: DateContext, unit: str, moved: Callable[[Period | None], Period | None]
) -> DateReading:
    anchor = context.day_anchor if unit in {"day", "week", "weekend"} else context.anchor
    if anchor is None and context.anchor is not None:
        return DateReading()  # "in December … the same week": counted from an unknown day
    if anchor is None and context.published is not None:
        made = moved(day(context.published))
        ahead = made is not None and made.first > context.published
        return DateReading(None if ahead else made, made, True if ahead else None)
    if anchor is None:
        return DateReading()
    return DateReading(moved(anchor.past), moved(anchor.upcoming))


def read_span(m: re.Match[str], context: DateContext) -> DateReading | None:
    """ "last week", "earlier this month", "early next year", "the following day", "that year"."""
    mod, unit = " ".join(m["mod"].lower().split()), m["u"].lower()
    near = m["near"].lower() if m["near"] else ""
    if mod.startswith("that") or (
        mod.startswith("the ") and mod not in context.words.past | context.words.coming
    ):
        if mod == "the next" and unit not in {"day", "morning", "afternoon", "evening", "night"}:
            return None  # "over the next month" is a length of time
        return _anchored_span(mod, unit, context)
    if unit in {"day", "night"} or unit not in {*_UNITS, "weekend"}:
        return None  # "last night" and "this morning" are words of their own
    if (
        not near and word_before(context.text, m.start()).lower() in context.words.determiners
    ) or mod.startswith("the"):
        return None  # "over the last year" is a length of time
    count = -1 if mod in context.words.past else 1 if mod in context.words.coming else 0
    future = None if count == 0 else count > 0
    if count == 0 and near.startswith("earlier"):
        future = False
    elif count == 0 and near.startswith("later"):
        future = True
    if context.published is None:
        return DateReading(future=future)
    made = coming = _unit_of(context.published, unit, count)
    if unit == "week" and count == 0:
        made = stretch(made.first, context.published)
        coming = stretch(context.published, coming.last)
    return DateReading(made, coming, future, stands_alone=not near)


def _unit_of(date: datetime.date, unit: str, count: int) -> Period:
    """The week, weekend, month or year that lies ``count`` from the one that holds ``date``."""
    if unit == "year":
        return year(date.year + count)
    if unit == "month":
        return month(date.year, date.month + count)
    if unit == "weekend":
        if count < 0 and date.weekday() >= 5:
            return weekend(date + datetime.timedelta(weeks=-1))
        return weekend(date + datetime.timedelta(weeks=count))
    return week(date + datetime.timedelta(weeks=count))


def _anchored_span(mod: str, unit: str, context: DateContext) -> DateReading:
    count = 1 if "following" in mod or "next" in mod else -1 if "pre" in mod else 0
    if unit not in {*_UNITS, "weekend"}:
        unit = "day"

    def moved(period: Period | None) -> Period | None:
        if period is None or period.precision is None:
            return None
        if unit in {"week", "weekend"}:
            return _unit_of(period.first, unit, count) if period.precision == "day" else None
        if unit == "day":
            return shifted(day(period.last) if count > 0 else period, "day", count)
        return shifted(period, _UNITS[unit], count)

    return _moved(context, unit, moved)


def read_inside(m: re.Match[str], context: DateContext) -> DateReading | None:
    """ "earlier in the month"."""
    lead = m[0].split()[0].lower()
    future = {"earlier": False, "later": True}.get(lead)
    if context.published is None:
        return DateReading(future=future)
    unit = m["u"].lower()
    if unit == "day":
        told = context.day_anchor.past if context.day_anchor else None
        known = told is not None and told.precision == "day" and told.first == told.last
        made = told if known else day(context.published)
        return DateReading(made, made, None if known else future, stands_alone=False)
    made = _unit_of(context.published, unit, 0)
    return DateReading(made, made, future, stands_alone=False)


def read_weekend(_: re.Match[str], context: DateContext) -> DateReading | None:
    if context.published is None:
        return DateReading()
    today = context.published
    past = weekend(today if today.weekday() >= 5 else today + datetime.timedelta(weeks=-1))
    return DateReading(past, weekend(today))


def _count(text: str, words: DateWords) -> int | None:
    folded = " ".join(text.lower().split())
    if folded == "the":
        return 1
    return int(folded) if folded.isdigit() else words.numbers.get(folded)


def read_ago(m: re.Match[str], context: DateContext) -> DateReading | None:
    count = _count(m["n"], context.words)
    unit = m["u"].lower()
    guess = context.words.guesses.search(context.text[max(0, m.start() - 20) : m.start()])
    if context.published is None or count is None or guess or unit == "decade":
        return DateReading(future=False)
    if unit == "hour":
        made: Period | None = day(context.published) if count < 12 else None
    elif unit == "week":
        middle = context.published - datetime.timedelta(weeks=count)
        made = day(middle) if count == 1 else _around(middle, 3)
    else:
        made = shifted(day(context.published), _UNITS[unit], -count)
    today = m["today"] or _THIS_DAY.search(context.text[max(0, m.start() - 24) : m.start()])
    if today and made is not None and unit in {"month", "year"}:
        number = made.first.month if unit == "month" else context.published.month
        made = calendar_day(made.first.year, number, context.published.day)
    return DateReading(made, made, False, stands_alone=False)


def _around(middle: datetime.date, slack: int) -> Period:
    near = datetime.timedelta(days=slack)
    return stretch(middle - near, middle + near)


def read_ahead(m: re.Match[str], context: DateContext) -> DateReading | None:
    count = _count(m["n"] or m["n2"], context.words)
    unit = (m["u"] or m["u2"]).lower()
    if context.published is None or count is None:
        return DateReading(future=True)
    if unit == "week" and count > 1:
        made: Period | None = _around(context.published + datetime.timedelta(weeks=count), 3)
    else:
        made = shifted(day(context.published), _UNITS[unit], count)
    return DateReading(made, made, True, stands_alone=False)


def read_anchored(m: re.Match[str], context: DateContext) -> DateReading | None:
    """ "two years earlier", "a day later", and "a day after" a date or at the end of a clause."""
    if word_before(context.text, m.start()).lower() in {"for", "than", "within", "spent", "over"}:
        return None
    count, way, counted = _count(m["n"], context.words), m["way"].lower(), False
    sign = -1 if way in {"earlier", "before", "previously"} else 1
    if m["n"].lower() == "the" and way not in {"after", "before"}:
        return None
    if way in {"after", "before"} and context.words.core.match(context.text, m.end() + 1):
        return DateReading()  # "a day after Sunday's talks": see `counted_from`
    following = word_after(context.text, m.end())
    if following == "that" and _CLAUSE_END.match(context.text, m.end()):
        following = ""  # "in 2013, and ten years before that"
    if way in {"after", "before"} and following:
        # "On Friday, a day after the talks" dates the talks; "A day after the talks, he left"
        # counts from the date before; "reopens a day after it was shut" from a day not named.
        opens = context.opens_sentence(m.start())
        known = context.anchor is not None if opens else context.same_sentence(m.start())
        if not known and m["n"].lower() == "the" and m["u"].lower() != "day":
            return None
        if not known:
            unit_days = _LENGTHS.get(m["u"].lower()) if way == "after" else None
            days = count * unit_days if count is not None and unit_days is not None else None
            return DateReading(days_before=days)
        sign, counted = (sign, False) if opens else (-sign, True)
    if count is None:
        return DateReading()
    unit = _UNITS[m["u"].lower()]

    def moved(period: Period | None) -> Period | None:
        return shifted(period, unit, sign * count) if period else None

    return replace(_moved(context, unit, moved), stands_alone=False, counted=counted)


def read_day_of_month(m: re.Match[str], context: DateContext) -> DateReading | None:
    """ "on the 14th": of the month that was named last, or of the month of the report."""
    number = int(re.match(r"\d+", m["d"])[0])  # type: ignore[index] # the pattern starts with a digit
    before = context.anchor.past if context.anchor else None
    if before is not None and before.precision in {"day", "month"}:
        made = calendar_day(before.first.year, before.first.month, number)
        return DateReading(made, made)
    if context.published is None:
        return DateReading()
    this, that = context.published, month(context.published.year, context.published.month - 1).first
    later = month(this.year, this.month + 1).first
    past = calendar_day(this.year, this.month, number) if number <= this.day else None
    coming = calendar_day(this.year, this.month, number) if number >= this.day else None
    return DateReading(
        past or calendar_day(that.year, that.month, number),
        coming or calendar_day(later.year, later.month, number),
    )


_CLAUSE_END = re.compile(r"\s+that(?=[.,;:)]|$)")
_THIS_DAY = re.compile(r"\bthis(?:\s+(?:same|very))?\s+day,?\s+$", re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "opening")
_LENGTHS = {"day": 1, "week": 7}
_THING = re.compile(r"\s+(?:an?|her|his|its|the|their)\s+(?!\d)", re.IGNORECASE)
"""What begins on the day after an eve without a day being named."""


def read_eve(m: re.Match[str], context: DateContext) -> DateReading | None:
    """ "On the eve of Friday's vote"; "on the eve of the summit" gives no day."""
    return None if _THING.match(context.text, m.end()) else DateReading()


def read_nth(m: re.Match[str], context: DateContext) -> DateReading | None:
    """ "On the second day" of what the date told last began or lasted."""
    told, published = context.day_anchor, context.published
    past = _nth(m, told.past) if told and told.past else None
    coming = _nth(m, told.upcoming) if told and told.upcoming else None
    past = past if not (past and published and past.first > published) else None
    return DateReading(past, coming, stands_alone=False)


def _nth(m: re.Match[str], period: Period) -> Period | None:
    """A day of what lasted a number of days, or of what began on a day."""
    if period.precision != "day" or (m["last"] and period.last == period.first):
        return None
    count = _ORDINALS.index(m["nth"].lower()) % 5 if m["nth"] else 0
    made = period.last if m["last"] else period.first + datetime.timedelta(days=count)
    return day(made) if made <= period.last or period.last == period.first else None


def counted_from(
    m: re.Match[str], kind: str, words: DateWords, following: DateReading
) -> DateReading | None:
    """The reading of "a day after", "on the eve of" where a date follows; None if it is neither."""
    unit: Unit = "day"
    count: int | None = -1
    if kind == "anchored":
        way = m["way"].lower()
        if way not in {"after", "before"}:
            return None
        unit, count = _UNITS[m["u"].lower()], _count(m["n"], words)
        count = -count if count is not None and way == "before" else count
    elif kind == "nth":
        begun = _nth(m, following.past) if following.past else None
        later = _nth(m, following.upcoming) if following.upcoming else None
        return DateReading(begun, later, stands_alone=False)
    elif kind != "eve":
        return None
    if count is None:
        return DateReading(stands_alone=False)
    past = shifted(following.past, unit, count) if following.past else None
    coming = shifted(following.upcoming, unit, count) if following.upcoming else None
    return DateReading(past, coming, stands_alone=False)
