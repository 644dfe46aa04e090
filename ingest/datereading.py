"""What a date expression means, and what decides it: the text around, the day, the dates before."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.datewords import JOINER, DateWords
from ingest.periods import Period

SENTENCE_END = re.compile(r"[.!?]['”\"]?\s+[A-Z“\"‘']|\n")
_BULLETS = " \t*•·–—-"
_ENTERED = re.compile(r"\s*:|\s+[–—-]\s")
"""What stands before and behind the day of an entry: "- 3 June – X met Y"."""
_ON = 2
"""Years within which a year alone goes on from the date told before."""
_NEXT = 3
"""Months within which what begins a sentence goes on from the date told before."""
TURNS = {"last": -1, "this": 0, "next": 1}
_WORD_BEFORE = re.compile(r"(?:['’]s|[^\W\d_][\w.-]*)\s+$")
_WORD_AFTER = re.compile(r"[\s-]([^\W\d_][\w’'.-]*)")


def word_before(text: str, start: int) -> str:
    """The word right before ``start`` as it stands; empty where something else stands there."""
    found = _WORD_BEFORE.search(text[max(0, start - 24) : start])
    return found[0].strip() if found else ""


def word_after(text: str, end: int) -> str:
    """The word right after ``end`` as it stands; empty where something else stands there."""
    found = _WORD_AFTER.match(text, end)
    return found[1].rstrip(".’'") if found else ""


@dataclass(frozen=True, slots=True)
class DateReading:
    """What an expression means: in a report of what was (``past``), and of what is to come."""

    past: Period | None = None
    upcoming: Period | None = None
    future: bool | None = None
    relative: bool = True
    spans: bool = False
    """Whether it is a range of days, months or years that the text names by both ends."""
    stands_alone: bool = True
    """Whether a following noun can be modified by it: "2015" can, "early 2015" cannot."""
    days_before: int | None = None
    """How many days what follows lies before the rest of its sentence: "two days after X left"."""
    counted: bool = False
    """Whether it is counted from the date before it: "on Friday, a day after the talks"."""


@dataclass(frozen=True, slots=True)
class DateContext:
    """What a rule may look at."""

    words: DateWords
    text: str
    published: datetime.date | None
    day_first: bool
    may_is_name: bool
    before: tuple[DateReading, int] | None = None
    """The reading before this one, and where it ends."""
    anchor: DateReading | None = None
    """The reading that "a year earlier" counts from."""
    day_anchor: DateReading | None = None
    """The reading that "the following day" counts from: the latest that may be a day."""
    dated: Mapping[int, int] = field(default_factory=dict)
    """The year that the text gave last to each month."""

    def opens_sentence(self, start: int) -> bool:
        """Whether a sentence starts at ``start``."""
        near = self.text[max(0, start - 40) : start]
        lead = near.rstrip()
        return not lead or lead[-1] in ".!?" or "\n" in near[len(lead) :]

    def same_sentence(self, start: int) -> bool:
        """Whether a date stands before ``start`` in its sentence."""
        return self.before is not None and (
            SENTENCE_END.search(self.text, self.before[1], start) is None
        )

    def joined(self, start: int) -> bool:
        """Whether only "and", "to" or a dash stands between the reading before and ``start``."""
        return bool(
            self.before and re.fullmatch(JOINER, self.text[self.before[1] : start])
        )  # no date before: nothing to join

    def year_nearby(self, start: int, end: int) -> int | None:
        """The year that a date without one takes from its sentence: "3 March and 5 May 2010"."""
        ahead = self.words.year_ahead.match(self.text, end)
        if ahead:
            return int(ahead["y"])
        if self.before is None or not self.same_sentence(start):
            return None
        before = self.before[0]
        if before.past is None or before.relative or before.past.precision == "year":
            return None
        return before.past.first.year

    def year_of_entry(self, start: int, end: int, number: int) -> int | None:
        """The year of a month that begins an entry of a chronicle: that of the entry before it.

        "May 10: X met Y" behind "April 12, 2017: …". Such entries go forward in time.
        """
        before = self.anchor.past if self.anchor else None
        if before is None or before.precision not in {"day", "month"}:
            return None
        line = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        if line.strip(_BULLETS) or not _ENTERED.match(self.text, end):
            return None
        year = before.first.year + (number < before.first.month)
        ahead = self.published is not None and (year, number) > (
            self.published.year,
            self.published.month,
        )
        return None if ahead else year

    def year_told(self, number: int, start: int) -> int | None:
        """The year of a month in a text that does not say when it appeared.

        It is the one told last on its own ("In 1994 … On July 31"), or the one that the text gave
        last to that month, or the nearest to the date told last: "3 May 2016 … in June". A
        sentence that begins with one of the next months goes on from that date.
        """
        if self.published is not None:
            return None
        month, latest = list(self.dated.items())[-1] if self.dated else (None, None)
        told = self.anchor.past if self.anchor else None
        if told is not None and told.precision == "year" and told.first.year == told.last.year:
            alone = told.first.year
            if latest is None or 0 <= alone - latest <= _ON:
                return alone
        if month is None or latest is None:
            return None
        goes_on = 0 < number - month <= _NEXT and self.opens_sentence(self._lead(start))
        if number in self.dated and not goes_on:
            return self.dated[number]
        near = (latest, latest - 1, latest + 1)
        return min(near, key=lambda y: abs(12 * (y - latest) + number - month))

    def _lead(self, start: int) -> int:
        """Where the preposition before ``start`` begins: "In May", "On 3 May"."""
        before = word_before(self.text, start)
        return start - len(before) - 1 if before.lower() in {"in", "on"} else start

    def year_of(self, turn: str | None) -> int | None:
        """The year that "last year", "that year" means; None if there is no such word."""
        if turn is None:
            return None
        if turn in TURNS:
            return self.published.year + TURNS[turn] if self.published else None
        past = self.anchor.past if self.anchor else None
        if past is None or past.precision is None:
            return None
        return past.first.year + ("following" in turn)
