"""Finds the dates that a text names and says which days they mean on the day of publication.

"Thursday" has two readings: in a report of what was it is the latest Thursday (``value``), in a
plan the coming one (``upcoming``). "The following day" counts from the date before it in the text.
A date is never more precise than the text: "last month" is a month.
"""

import datetime
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ingest.datelines import HEAD, dateline_spans, publication_day
from ingest.dateranges import FoundDate, join, narrow
from ingest.datereading import DateContext, DateReading, word_after, word_before
from ingest.daterules import RULES
from ingest.datewords import JOINER, REACH, DateWords, date_words
from ingest.periods import Period, Precision, from_text, resolve_weekday
from ingest.relativedates import counted_from

__all__ = [
    "DateMention",
    "filed_day",
    "find_dates",
    "first_year",
    "publication_day",
    "resolve_weekday",
    "years_told",
]

_NAMED_MAY = re.compile(r"\b(?:Theresa|M(?:r|s|rs)\.?|Minister|PM)\s+May\b")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/-])")
_NUMBERED = re.compile(r"\b[Rr]esolution\s+\d+\s*\($")
_WORD = re.compile(r"\b\w+")
_GENITIVE = re.compile(r"['’]s?(?=\s+\w)")
_BEGUN = re.compile(r"[^.;\n]{0,60}\b(?:began|started|opened|beginning|starting)\s+(?:on\s+)?")
_NOUN_LEADS = frozenset({"at", "following", "of"})
_COUNTED = frozenset({"anchored", "span"})
_APPOSED = re.compile(r",\s+(?:on\s+)?")
"""What stands between "a week before" and the day that it was: "a week before, on May 3"."""
_NEAR_ENOUGH = 45
_PRINTED = 2
"""Days at most between a dateline and the paper in which it is printed."""
_DAY = len("2024-11-14")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date in a text: the characters from ``start`` to ``end``."""

    start: int
    end: int
    value: str | None = None
    """``2024-11-14``, ``2024-11`` or ``2024`` in a report of what was; None where unresolved."""
    precision: Precision | None = None
    upcoming: str | None = None
    """The same in a plan: the coming Thursday, not the last one."""
    relative: bool = False
    """Whether the day of publication or another date was needed."""
    future: bool | None = None
    """Whether the words themselves (or the day of publication) put it ahead; None if not known."""
    first: str | None = None
    """The first day of a range, as ``value``."""
    last: str | None = None
    upcoming_last: str | None = None
    adjectival: bool = False
    """Whether it modifies the noun that follows: it dates that noun and not the sentence."""
    bound: str | None = None
    """The word before it that makes it a bound: "since", "by", "until", "before", "after"."""
    dateline: bool = False
    """Whether it stands in the line that says when the text was written."""
    days_before: int | None = None
    """How many days what follows it lies before the rest of its sentence: "a day after X left"."""
    counted: bool = False
    """Whether it is counted from the one before: "on Friday, a day after the talks"."""

    def when(self, *, planned: bool) -> str | None:
        """The date of a planned event, or of one that happened; None where it cannot date that."""
        if planned:
            return None if self.future is False else self.upcoming
        return None if self.future else self.value


def find_dates(
    text: str,
    published: datetime.date | None,
    dateline: bool = True,
    before: str | None = None,
    dated: Mapping[int, int] | None = None,
) -> tuple[DateMention, ...]:
    """The dates of ``text`` in its order; none overlaps another.

    Without ``published`` the day comes from the text's own dateline where ``dateline`` allows it;
    without either, nothing that needs a day of publication is resolved. ``before`` is the last date
    of the text before this one, from which "the same day" may count; ``dated`` has the years that
    it gave to months.
    """
    if published is None and dateline:
        published = publication_day(text)
    words = date_words()
    found: list[FoundDate] = []
    for start, end, kind, reading in _readings(text, published, words, before, dated):
        if found and join(text, found, start, end, reading):
            continue
        if found and narrow(text, found, (start, end, kind, reading)):
            continue
        if found and _counts_from(found[-1][2], text[found[-1][1] : start]):
            begin, until, lead, _ = found[-1]
            parts = words.kinds[lead].match(text, begin)
            counted = counted_from(parts, lead, words, reading) if parts else None
            if counted is not None:
                found[-1] = (begin, until, lead, counted)
        if found and found[-1][2] in _COUNTED and _APPOSED.fullmatch(text[found[-1][1] : start]):
            begin, until, lead, _ = found[-1]
            found[-1] = (begin, until, lead, replace(reading, stands_alone=False))
        found.append((start, end, kind, reading))
    heads = dateline_spans(text) if dateline and found and found[0][0] < HEAD else ()
    mentions = [
        _mention(text, words, start, end, kind, reading, heads)
        for start, end, kind, reading in found
    ]
    return tuple(_with_listed_years(text, words, mentions))


def filed_day(text: str, published: datetime.date) -> datetime.date | None:
    """The day of a dateline right before that of publication: "today" counts from it.

    >>> filed_day("OSLO, March 21 - Chad met Togo today.", datetime.date(1997, 3, 22))
    datetime.date(1997, 3, 21)
    """
    for date in find_dates(text[:HEAD], published) if dateline_spans(text) else ():
        if date.dateline and date.precision == "day" and date.value:
            day = datetime.date.fromisoformat(date.value)
            return day if 0 < (published - day).days <= _PRINTED else None
    return None


def _counts_from(kind: str, gap: str) -> bool:
    """Whether an expression counts from the date behind it: "a day after | Sunday's talks"."""
    return gap.isspace() or (kind == "nth" and _BEGUN.fullmatch(gap) is not None)


def years_told(
    dates: Iterable[DateMention], before: Mapping[int, int] | None = None
) -> dict[int, int]:
    """The years that a text gives to months, the latest last; ``before`` are those told before."""
    years = dict(before or {})
    for date in dates:
        if date.value and not date.relative and date.precision in {"day", "month"}:
            year, month = (int(part) for part in date.value.split("-")[:2])
            years.pop(month, None)
            years[month] = year
    return years


def first_year(text: str) -> dict[int, int]:
    """The month and the year of the first date of a text that names both; empty where none does.

    A text that does not say when it appeared counts from it what stands before: "On June 16 X met
    Y. They agreed on a pact by October 30, 1993".
    """
    return dict(itertools.islice(years_told(find_dates(text, None)).items(), 1))


def _with_listed_years(
    text: str, words: DateWords, mentions: list[DateMention]
) -> Iterator[DateMention]:
    """The mentions; in "the 2019 and 2021 elections" both years modify the noun."""
    listed = [False] * len(mentions)
    for at, (one, other) in enumerate(itertools.pairwise(mentions)):
        gap = text[one.end : other.start]
        if one.precision == other.precision == "year" and re.fullmatch(JOINER, gap):
            lead = word_before(text, one.start).lower()
            if lead in words.determiners and _noun_after(text, words, other.end):
                listed[at] = listed[at + 1] = True
    for mention, modifies in zip(mentions, listed, strict=True):
        yield replace(mention, adjectival=True, bound=None) if modifies else mention


def _readings(
    text: str,
    published: datetime.date | None,
    words: DateWords,
    before: str | None,
    dated: Mapping[int, int] | None,
) -> Iterator[FoundDate]:
    """Each expression with its kind and reading, before ranges are joined."""
    told = DateReading(past=from_text(before), upcoming=from_text(before)) if before else None
    context = DateContext(
        words=words,
        text=text,
        published=published,
        day_first=_day_first(text, published),
        may_is_name=bool(_NAMED_MAY.search(text)),
        anchor=told,
        day_anchor=told if before and len(before) == _DAY else None,
        dated=dated or {},
    )
    at = 0
    while (match := _next(text, words, at)) is not None:
        kind = match.lastgroup or ""
        at = max(match.end(), at + 1)
        reading = None
        parts = words.kinds[kind].match(text, match.start()) if kind in RULES else None
        if parts is not None:
            try:
                reading = RULES[kind](parts, context)
            except (ValueError, OverflowError):  # beyond the calendar
                reading = DateReading()
        if reading is None:
            if kind != "name" or match[0].endswith("today"):  # "Russia today signed", not RT
                at = _after_first_word(text, match)
            continue
        yield match.start(), match.end(), kind, reading
        context = _counted_from(context, match, kind, reading)


def _next(text: str, words: DateWords, at: int) -> re.Match[str] | None:
    """The next run of words from ``at`` on that looks like a date; None at the end.

    Only the neighbourhood of a core word is looked at, because the full pattern is slow.
    """
    while (core := words.core.search(text, at)) is not None:
        for place in _WORD.finditer(text, max(at, core.start() - REACH), core.end()):
            if place[0][0].isalpha() and place[0].lower() not in words.opening:
                continue
            match = words.scan.match(text, place.start())
            if match is not None and match.end() > core.start():
                return match
        at = core.end()
    return None


def _counted_from(
    context: DateContext, match: re.Match[str], kind: str, reading: DateReading
) -> DateContext:
    """What the next expression counts from, once ``reading`` is known."""
    past = reading.past
    dated = context.dated
    if past is not None and not reading.relative and past.precision != "year":
        earlier = {month: year for month, year in dated.items() if month != past.first.month}
        dated = {**earlier, past.first.month: past.first.year}  # the latest comes last
    modifies = _is_adjectival(context.text, context.words, *match.span(), kind, reading)
    anchor, day_anchor = context.anchor, context.day_anchor
    if kind != "decade" and not (modifies and anchor is not None):
        anchor = _reckoned(reading, anchor)
    days = kind != "decade" and (past is None or past.precision == "day")
    if days and not (modifies and day_anchor is not None):
        day_anchor = _reckoned(reading, day_anchor)
    return replace(
        context, before=(reading, match.end()), anchor=anchor, day_anchor=day_anchor, dated=dated
    )


def _reckoned(reading: DateReading, before: DateReading | None) -> DateReading:
    """What counts from a date: what was counts from the one before, where this one is ahead.

    "The ban came out on Friday and takes effect on December 10. The same day, X protested".
    """
    return replace(reading, past=before.past if before else None) if reading.future else reading


def _after_first_word(text: str, match: re.Match[str]) -> int:
    """Where to read on when a match was no date: an expression may start inside it."""
    found = re.compile(r"\w+").match(text, match.start())
    return max(match.start() + 1, min(match.end(), found.end() if found else match.start() + 1))


def _day_first(text: str, published: datetime.date | None) -> bool:
    """Whether "05/12/2017" is 5 December: by other dates of the text, else as Europe writes."""
    near: list[tuple[int, bool]] = []
    for found in _NUMERIC.finditer(text):
        a, b, year = (int(part) for part in found.groups())
        if a > 12 or b > 12:
            return a > 12
        for first, (month, number) in ((True, (b, a)), (False, (a, b))):
            try:
                made = datetime.date(year, month, number)
            except ValueError:
                continue
            if published is not None:
                near.append((abs((made - published).days), not first))
    if near and min(near)[0] <= _NEAR_ENOUGH:
        return not min(near)[1]
    return True


def _mention(
    text: str,
    words: DateWords,
    start: int,
    end: int,
    kind: str,
    reading: DateReading,
    heads: tuple[tuple[int, int], ...],
) -> DateMention:
    past, coming = reading.past, reading.upcoming
    ranged = past is not None and past.first != past.last and (reading.spans or kind == "weekend")
    if kind == "span" and past is not None and text[start:end].lower().endswith("weekend"):
        ranged = True
    adjectival = _is_adjectival(text, words, start, end, kind, reading)
    future = reading.future
    if future is None and words.plans.search(text[max(0, start - 20) : start]):
        future = True
    bound = words.bounds.search(text[max(0, start - 14) : start])
    return DateMention(
        start=start,
        end=end,
        value=past.text if past else None,
        precision=past.precision if past and past.text else None,
        upcoming=coming.text if coming else None,
        relative=reading.relative,
        future=future,
        first=past.text if past and ranged else None,
        last=_last(past) if past and ranged else None,
        upcoming_last=_last(coming) if coming and ranged else None,
        adjectival=adjectival,
        bound=" ".join(bound["bound"].lower().split())
        if bound and not adjectival and not ranged
        else None,
        dateline=any(a <= start and end <= b for a, b in heads),
        days_before=reading.days_before,
        counted=reading.counted,
    )


def _last(period: Period) -> str | None:
    """The end of a range, as precise as its begin."""
    return Period(period.last, period.last, period.precision).text


def _is_adjectival(
    text: str, words: DateWords, start: int, end: int, kind: str, reading: DateReading
) -> bool:
    """Whether the date modifies the noun after it: "Monday's talks", "the 2015 agreement"."""
    if _GENITIVE.match(text, end):
        return True
    if not reading.stands_alone:
        return False
    before = word_before(text, start)
    lead, noun = before.lower(), _noun_after(text, words, end)
    if kind in {"year", "years"}:
        if lead in words.year_names or (before[:1].isupper() and lead not in words.prepositions):
            return True  # "Expo 2020", "the Migration Act 1958"
        if _NUMBERED.search(text[max(0, start - 24) : start]):
            return True
        return bool(noun) and lead not in words.prepositions
    if kind in {"weekend", "word", "anchored", "ago", "ahead", "eve"} or not noun:
        return False
    if lead in words.determiners and kind not in {"span", "dayofmonth"}:
        return True
    return kind == "weekday" and lead in _NOUN_LEADS and noun[0].islower()


def _noun_after(text: str, words: DateWords, end: int) -> str:
    """The word right after ``end`` where it may be a noun or its adjective; empty otherwise."""
    following = word_after(text, end)
    return "" if following.lower() in words.followers else following
