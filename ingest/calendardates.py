"""Dates of the calendar: "14 November 2024", "05/12/2017", "in February", "spring 2017", "2015".

Each function is the rule of one kind of expression: it returns the reading of its match, or None
where the words are no date ("May" as a name, "2015 troops"). A reading without periods cannot be
resolved.
"""

import datetime
import re
from dataclasses import replace

from ingest.datereading import DateContext, DateReading, word_after, word_before
from ingest.periods import (
    Period,
    calendar_day,
    month,
    nearest_days,
    nearest_months,
    span,
    valid_date,
    year,
)

_PLAN = 20
"""Characters before a date within which words put it ahead: "scheduled for"."""
_NEAR = 110  # days; a date without a year that is nearer than this, and twice as near as the other
_AMBIGUOUS = frozenset({"may", "march", "april", "june", "august"})
_MONTH_LEADS = frozenset(
    {"in", "since", "by", "until", "till", "before", "after", "from", "during", "of", "to"}
    | {"throughout", "between", "through"}
)
_NUMBER_LEADS = frozenset({"resolution", "no.", "no", "article", "flight", "than"})


def _exact(period: Period | None, context: DateContext) -> DateReading | None:
    """The reading of a date that needs nothing else; None where there is no such day."""
    if period is None:
        return None
    future = None
    if context.published is not None:
        if period.first > context.published:
            future = True
        elif period.last < context.published:
            future = False
    return DateReading(period, period, future, relative=False)


def read_iso(m: re.Match[str], context: DateContext) -> DateReading | None:
    return _exact(calendar_day(int(m["y"]), int(m["m"]), int(m["d"])), context)


def read_numeric(m: re.Match[str], context: DateContext) -> DateReading | None:
    if m["s"] != m["t"] or (len(m["y"]) == 2 and m["s"] != "/"):
        return None
    number = int(m["y"]) + (2000 if len(m["y"]) == 2 else 0)
    if not 1700 <= number <= 2099:
        return None
    a, b = int(m["a"]), int(m["b"])
    day_first = a > 12 or (b <= 12 and (context.day_first or m["s"] != "/"))
    return _exact(calendar_day(number, *((b, a) if day_first else (a, b))), context)


def read_day_of_year(m: re.Match[str], context: DateContext) -> DateReading | None:
    """ "14 November 2024", "Nov. 3–5", "Thursday, May 5", "May 5 last year"."""
    if word_after(context.text, m.end()).lower() in context.words.namesakes:
        return None
    if m.end() == m.end("e" if m["e"] else "d") and _counted(m, context):
        return None
    number = context.words.months[m["m"].lower().rstrip(".")]
    begin = int(re.match(r"\d+", m["d"])[0])  # type: ignore[index] # the pattern starts with a digit
    end = int(re.match(r"\d+", m["e"])[0]) if m["e"] else begin  # type: ignore[index] # as above
    known = int(m["y"]) if m["y"] else context.year_of(m["turn"])
    explicit = bool(m["y"])
    if known is None and not m["turn"]:
        known = context.year_nearby(m.start(), m.end())
        if known is None:
            known = context.year_of_entry(m.start(), m.end(), number)
        if known is None:
            known = context.year_told(number, m.start())
        explicit = known is not None
    if known is not None:
        period = calendar_day(known, number, begin)
        last = calendar_day(known, number, end)
        both = span(period, last) if period and last else None
        reading = _exact(both, context)
        return reading and replace(reading, relative=not explicit, spans=end != begin)
    if valid_date(2000, number, begin) is None:
        return None
    if context.published is None or m["turn"]:
        return DateReading()
    weekday = context.words.weekdays.get(m["w"].lower().rstrip(".")) if m["w"] else None
    past, coming = nearest_days(number, begin, context.published, weekday)
    extra = datetime.timedelta(days=max(0, end - begin))
    if extra:
        past = past and Period(past.first, past.last + extra, "day")
        coming = coming and Period(coming.first, coming.last + extra, "day")
    return DateReading(past, coming, _leaning(past, coming, context), spans=bool(extra))


def read_feast(m: re.Match[str], context: DateContext) -> DateReading | None:
    """ "Christmas Day", "New Year's Eve 2015"."""
    if not m["feast"][0].isupper():
        return None
    number, date = context.words.feasts[" ".join(m["feast"].lower().split())]
    if m["y"]:
        return _exact(calendar_day(int(m["y"]), number, date), context)
    if context.published is None:
        return DateReading()
    past, coming = nearest_days(number, date, context.published)
    return DateReading(past, coming, _leaning(past, coming, context))


def _leaning(past: Period | None, coming: Period | None, context: DateContext) -> bool | None:
    """Whether a date without a year lies ahead: news names the near one, and says so otherwise."""
    if past is None or coming is None or context.published is None:
        return None
    behind = (context.published - past.last).days
    ahead = (coming.first - context.published).days
    if behind <= _NEAR and ahead >= 2 * _NEAR:
        return False
    return True if ahead <= _NEAR and behind >= 2 * _NEAR else None


def _counted(m: re.Match[str], context: DateContext) -> bool:
    """Whether the number after a month counts things: "in May 12 soldiers"."""
    return word_after(context.text, m.end()).lower() in context.words.units


def read_year_month_day(m: re.Match[str], context: DateContext) -> DateReading | None:
    number = context.words.months[m["m"].lower().rstrip(".")]
    date = int(re.match(r"\d+", m["d"])[0])  # type: ignore[index] # the pattern starts with a digit
    return _exact(calendar_day(int(m["y"]), number, date), context)


def read_month_of_year(m: re.Match[str], context: DateContext) -> DateReading | None:
    number = context.words.months[m["m"].lower().rstrip(".")]
    return _exact(month(int(m["y"]), number), context)


def read_month(m: re.Match[str], context: DateContext) -> DateReading | None:
    """ "in February", "last February", "early March", "June last year"."""
    name = m["m"].lower()
    number = context.words.months[name]
    mod = " ".join(m["mod"].lower().split()) if m["mod"] else ""
    bare = m.start() == m.start("m") and not m["turn"]
    if bare and not _month_is_meant(m, name, context):
        return None
    if m["turn"]:
        known = context.year_of(m["turn"])
        reading = _exact(month(known, number), context) if known else DateReading()
        return reading and replace(reading, relative=True)
    nearby = context.year_nearby(m.start(), m.end()) if not mod else None
    nearby = nearby if nearby is not None or mod else context.year_told(number, m.start())
    if nearby is not None:
        return _exact(month(nearby, number), context)
    published = context.published
    if published is None:
        past_word, next_word = mod in context.words.past, mod in context.words.coming
        return DateReading(future=False if past_word else True if next_word else None)
    past, coming = nearest_months(number, published)
    if mod in context.words.past:
        past = past if published.month != number else month(published.year - 1, number)
        return DateReading(past, past, False)
    if mod in context.words.coming:
        coming = coming if published.month != number else month(published.year + 1, number)
        return DateReading(coming, coming, True)
    if mod == "this":
        return DateReading(month(published.year, number), month(published.year, number))
    return DateReading(past, coming, _leaning(past, coming, context))


def _month_is_meant(m: re.Match[str], name: str, context: DateContext) -> bool:
    """Whether a month's name that stands alone is the month: not Mrs May, not a march."""
    before, after = word_before(context.text, m.start()).lower(), word_after(context.text, m.end())
    if context.joined(m.start()) or context.words.plans.search(context.text[: m.start()][-_PLAN:]):
        return True
    if name == "may" and context.may_is_name:
        return before in {"in", "since", "during"}
    if before in _MONTH_LEADS:
        return not (after[:1].isupper() and before in {"by", "to", "of", "after", "before", "from"})
    if name not in _AMBIGUOUS:
        return True
    return (
        before in context.words.determiners
        and after[:1].islower()
        and (after not in context.words.followers)
    )


def read_season(m: re.Match[str], context: DateContext) -> DateReading | None:
    """ "spring 2017", "last spring", "in the summer"; a winter lies in two years."""
    if m["y"]:
        return _exact(year(int(m["y"])), context)
    mod = " ".join(m["mod"].lower().split()) if m["mod"] else ""
    name = m["season"].lower()
    if not mod and (name == "fall" or not m[0].lower().startswith("in")):
        return None
    if word_after(context.text, m.end())[:1].isupper():
        return None  # "the Summer Olympics"
    first, last = context.words.seasons[name]
    published = context.published
    if published is None or last < first:
        return DateReading(future={True: False}.get(mod in context.words.past))
    begun = published.year if published.month >= first else published.year - 1
    ended = published.year if published.month > last else published.year - 1
    comes = published.year if published.month <= last else published.year + 1
    if mod in context.words.past:
        return DateReading(year(ended), year(ended), False)
    if mod in context.words.coming:
        later = published.year if published.month < first else published.year + 1
        return DateReading(year(later), year(later), True)
    if mod == "this":
        return DateReading(year(published.year), year(published.year))
    return DateReading(year(begun), year(comes))


def read_decade(_: re.Match[str], __: DateContext) -> DateReading | None:
    return DateReading(relative=False, stands_alone=False)


def read_years(m: re.Match[str], context: DateContext) -> DateReading | None:
    first = int(m["a"])
    last = int(m["b"]) if len(m["b"]) == 4 else first - first % 100 + int(m["b"])
    if not first < last <= first + 60:
        return None
    reading = _exact(span(year(first), year(last)), context)
    return reading and replace(reading, spans=True)


def read_year(m: re.Match[str], context: DateContext) -> DateReading | None:
    if word_after(context.text, m.end()).lower() in context.words.units:
        return None
    before = context.text[max(0, m.start() - 2) : m.start()]
    if before.endswith(("$", "€", "£", "№", "#")):
        return None
    if word_before(context.text, m.start()).lower() in _NUMBER_LEADS:
        return None
    reading = _exact(year(int(m["y"])), context)
    return reading and replace(reading, stands_alone=m["near"] is None)
