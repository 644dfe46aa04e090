"""Events over time as bars: one a month, a year or a decade, whichever is few enough to read."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from web.catalogue import Share
from web.wording import day, short_day

WIDTH, HEIGHT = 960, 80
_MOST = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of a drawing that is `WIDTH` by `HEIGHT`, and where it leads."""

    name: str
    short: str
    """The name below the bar; empty where there is no room for it."""
    count: int
    x: float
    y: float
    width: float
    height: float
    href: str


def bars(months: list[Share], link: Callable[[str, str], str]) -> list[Bar]:
    """The bars for the numbers of events by month or year, without a gap in time.

    ``link`` gives the address for a first and a last month, year or day.
    """
    dated = [s for s in months if re.fullmatch(r"\d{4}(-\d\d)?", s.value)]
    if not dated:
        return []
    first, last = int(dated[0].value[:4]), int(dated[-1].value[:4])
    monthly = last - first < 3 and all(len(s.value) == 7 for s in dated)
    step = 1 if last - first < _MOST else 10
    heights: dict[tuple[str, str], int] = {}
    for slot in _slots(dated, monthly, step):
        heights[slot] = sum(s.count for s in dated if slot[0] <= s.value and s.value <= slot[1])
    top = max(heights.values())
    pace = WIDTH / max(len(heights), 18)
    every = -(-len(heights) // 12)
    return [
        Bar(
            name=day(since) if since == until[:7] or since == until[:4] else f"{since}–{until[:4]}",
            short=(short_day(since) if number % every == 0 else ""),
            count=count,
            x=round(number * pace, 2),
            y=round(HEIGHT - _height(count, top), 2),
            width=round(max(pace - 2, 1), 2),
            height=round(_height(count, top), 2),
            href=link(since, until[:7] if monthly else until[:4]),
        )
        for number, ((since, until), count) in enumerate(heights.items())
    ]


def _slots(dated: list[Share], monthly: bool, step: int) -> list[tuple[str, str]]:
    """The first and the last month or year of each bar, as texts that sort with the values."""
    first, last = dated[0].value, dated[-1].value
    if monthly:
        start = int(first[:4]) * 12 + int(first[5:7]) - 1
        end = int(last[:4]) * 12 + int(last[5:7]) - 1
        names = [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(start, end + 1)]
        return [(name, name) for name in names]
    begin = int(first[:4]) // step * step
    years = range(begin, int(last[:4]) + 1, step)
    return [(f"{year:04d}", f"{year + step - 1:04d}~") for year in years]


def _height(count: int, top: int) -> float:
    return max(HEIGHT * count / top, 2) if count else 0
