"""Finds where a verb is left out: "met X in Oslo on Monday and | Y in Lima on Tuesday".

Both parts say the same kinds of things in the same order: whom, where and when. Parsers hang the
second part on the first one; said again, the verb keeps them apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.atoms import DETERMINERS
from ingest.tenses import Tenses
from ingest.units import Mark

_JOINING = frozenset({",", ";", "and"})
_BEHIND = frozenset(
    {",", ".", ";", "!", "?", ")", "and", "after", "before", "for", "to", "when", "where", "while"}
)
"""What may stand behind the second part: it has no verb of its own."""
_PREPOSITIONS = frozenset({"against", "at", "by", "for", "from", "in", "on", "to", "with"})
_WHERE = frozenset({"at", "in"})
_WHOM = "whom"
_HELPING = frozenset(
    {"are", "be", "been", "had", "has", "have", "is", "to", "was", "were", "will", "would"}
)
"""What stands before a verb and belongs to it."""
_MOST_WORDS = 5
"""Words from the verb to what it is done to, at the most: "held talks with"."""
_TWO = 2


@dataclass(frozen=True, slots=True)
class _Said:
    """Part after part of a sentence."""

    kinds: tuple[str, ...]
    """What is said in its order: whom, where or when."""
    end: int


def gaps(
    tokens: Sequence[str], marks: Mapping[int, Mark], tenses: Tenses
) -> dict[int, tuple[int, ...]]:
    """The tokens that are left out before a token, by that token."""
    out: dict[int, tuple[int, ...]] = {}
    ends = {mark.end: mark for mark in marks.values()}
    for at, word in enumerate(tokens):
        if word not in _JOINING or at not in ends:
            continue
        start = at + 1 + (word != "and" and tokens[at + 1 : at + 2] == ["and"])
        second = _said(tokens, start, marks)
        if second is None or not _closed(tokens, second.end):
            continue
        first = _before(tokens, at, second, ends)
        if first is None:
            continue
        words = out.get(first) or _governing(tokens, first, marks, tenses)
        if words:
            out[start] = words
    return out


def _said(tokens: Sequence[str], at: int, marks: Mapping[int, Mark]) -> _Said | None:
    """Whom, where and when, from a token on; None where that is too little to be a part."""
    kinds: list[str] = []
    while at < len(tokens):
        start, case = at, tokens[at] if tokens[at] in _PREPOSITIONS else ""
        at += case != ""
        mark = marks.get(at)
        kind = _kind(mark, case) if mark is not None else None
        if mark is None or kind is None:
            at = start
            break
        kinds.append(kind)
        at = mark.end
    named = any(kind != "when" for kind in kinds)
    return _Said(tuple(kinds), at) if len(kinds) >= _TWO and named else None


def _kind(mark: Mark, case: str) -> str | None:
    """What a mark behind a preposition says; None where it says nothing of the kind."""
    unit = mark.unit
    if unit.date is not None:
        return "when"
    if case in _WHERE:
        return "where" if unit.place is not None or unit.actors else None
    return (case or _WHOM) if unit.actors and not unit.demonym else None


def _closed(tokens: Sequence[str], at: int) -> bool:
    return at >= len(tokens) or tokens[at] in _BEHIND


def _before(tokens: Sequence[str], at: int, second: _Said, ends: Mapping[int, Mark]) -> int | None:
    """Where the same kinds of things begin that are said right before a token."""
    kinds = second.kinds
    for number in range(len(kinds) - 1, -1, -1):
        mark = ends.get(at)
        if mark is None:
            return None
        word = tokens[mark.start - 1] if mark.start else ""
        case = word if word in _PREPOSITIONS else ""
        kind = _kind(mark, case)
        # "talks with X in Oslo and | Y in Lima"
        bare = number == 0 and kinds[0] == _WHOM and kind == case != ""
        if kind != kinds[number] and not bare:
            return None
        at = mark.start - (case != "" and not bare)
    return at


def _governing(
    tokens: Sequence[str], first: int, marks: Mapping[int, Mark], tenses: Tenses
) -> tuple[int, ...]:
    """The verb before a token, with what stands before and behind it; empty where none."""
    named = (mark for mark in marks.values() if mark.unit.document is None)
    taken = {at for mark in named for at in range(mark.start, mark.end)}
    begin = None
    for at in range(first - 1, max(-1, first - 1 - _MOST_WORDS), -1):
        word = tokens[at].lower()
        if at in taken or not word.isalpha():
            break
        if word in tenses.past_forms or word in tenses.past or word in tenses.verb_forms:
            begin = at
    if begin is None or (begin and tokens[begin - 1].lower() in DETERMINERS):
        return ()
    while begin and tokens[begin - 1].lower() in _HELPING:
        begin -= 1
    return tuple(range(begin, first))
