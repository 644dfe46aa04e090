"""When that was of which an article tells, and who held an office then."""

import datetime
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Self

from ingest.leaders import Leaders, Term

LEADING = ("head-of-state", "head-of-government")
_AT_HEAD = (
    *LEADING, "de-facto-leader", "faction-leader", "group-leader", "military-ruler",
    "paramount-leader", "party-leader",
)  # fmt: skip
_YEAR = re.compile(r"(?<![\w.,-])(?:1[89]|20)\d\d(?!\w|[.,]\d|-\d{3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """The day on which an article appeared, and the years that it names."""

    day: datetime.date | None
    years: frozenset[int] = frozenset()
    """Without a day those of which it tells, with one those before it."""

    @classmethod
    def of(cls, text: str, day: datetime.date | None) -> Self:
        """The era of a text that appeared on ``day``.

        >>> sorted(Era.of("Between 1996 and 2000 they met. It cost $1999.50.", None).years)
        [1996, 2000]
        """
        years = {int(found.group()) for found in _YEAR.finditer(text)}
        return cls(day=day, years=frozenset(y for y in years if day is None or y < day.year))

    def in_office(self, term: Term) -> bool:
        """Whether somebody held the office on the day."""
        return self.day is not None and term.covers(self.day)

    def tells_of(self, term: Term) -> bool:
        """Whether somebody held the office in a year of which the text tells.

        A text without day and year may tell of any.
        """
        if not self.years:
            return self.day is None
        first, last = term.first().year, term.last().year
        return any(first <= year <= last for year in self.years)

    def named(self, leaders: Leaders, name: str) -> tuple[Term, ...]:
        """The terms of all whom a name may mean, those that hold then before the others."""
        terms = leaders.named(name, self.day)
        if not self.years:
            return terms
        return tuple(sorted(terms, key=lambda t: not (self.in_office(t) or self.tells_of(t))))

    def leader(self, leaders: Leaders, surname: str, states: Collection[str]) -> Term | None:
        """The term of the only one of that surname who leads a state or a group.

        Who does on the day, or else did in the years of which the text tells, and whose state it
        names: ``states`` has their keys.
        """
        terms = leaders.named(surname, self.day)
        now = [term for term in terms if self.in_office(term)]
        if now:
            return _only(now, LEADING)
        return _only([t for t in terms if t.of in states and self.tells_of(t)], _AT_HEAD)


def _only(terms: list[Term], offices: Collection[str]) -> Term | None:
    """The first term of the only person who holds one of the offices, where no other is meant."""
    if len({term.key for term in terms}) != 1:
        return None
    leading = any(term.is_office(office) for term in terms for office in offices)
    return terms[0] if leading else None
