"""Whom a verb receives, met behind a day and a place: "received today in Havana | the minister"."""

from collections.abc import Mapping, Sequence

from ingest.mentions import PEOPLE
from ingest.units import Mark

MET = frozenset({"greeted", "met", "received", "telephoned", "thanked", "visited", "welcomed"})
"""What is done to somebody who comes, or is spoken to."""
_RECEIVING = MET | {"hosted"}
_BEFORE_DAYS = frozenset({"on", "this", "last"})
_BEFORE_PLACES = frozenset({"in", "at"})
_DETERMINERS = frozenset({"the", "his", "her", "its", "their"})
_LONGEST_PLACE = 7
_MOST = 4
"""How many days and places may stand there."""


def displaced(tokens: Sequence[str], at: int, marks: Mapping[int, Mark]) -> tuple[int, Mark] | None:
    """Where the days and places behind the verb at ``at`` end, and who stands behind them.

    None where nobody does, or where only a day parts the two, which parsers see.
    """
    if tokens[at] not in _RECEIVING:
        return None
    end, placed = at + 1, False
    for _ in range(_MOST):
        start = end + (tokens[end : end + 1] == [","])
        behind = _day(tokens, start, marks)
        if behind == start:
            behind = _place(tokens, start, marks)
            placed = placed or behind > start
        if behind == start:
            break
        end = behind
    who = marks.get(end + (tokens[end : end + 1] == [","]))
    return (end, who) if placed and who is not None and _somebody(who) else None


def _somebody(mark: Mark) -> bool:
    """Whether the mark stands for a person or for the holder of an office."""
    return bool(mark.unit.actors) and any(one.kind in PEOPLE for one in mark.unit.mentions)


def _day(tokens: Sequence[str], at: int, marks: Mapping[int, Mark]) -> int:
    """The token behind a day that starts there; ``at`` where none does."""
    mark = marks.get(at)
    if mark is None and tokens[at : at + 1] and tokens[at] in _BEFORE_DAYS:
        mark = marks.get(at + 1)
    return mark.end if mark is not None and mark.unit.date is not None else at


def _place(tokens: Sequence[str], at: int, marks: Mapping[int, Mark]) -> int:
    """The token behind a place that starts there: "in Havana", "at Hyderabad House", "here"."""
    word = tokens[at] if at < len(tokens) else ""
    if word == "here":
        return at + 1
    if word not in _BEFORE_PLACES:
        return at
    end = at + 1 + (at + 1 < len(tokens) and tokens[at + 1] == "the")
    while end < min(at + _LONGEST_PLACE, len(tokens)):
        mark = marks.get(end)
        if mark is not None and _somebody(mark):
            break
        if mark is not None and mark.unit.date is not None:
            break
        if mark is None and not (tokens[end][:1].isupper() or tokens[end] in {"of", "the"}):
            break
        end = mark.end if mark is not None else end + 1
    last = tokens[end - 1]
    return at if last in _BEFORE_PLACES or last in _DETERMINERS else end
