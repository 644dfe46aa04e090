"""Finds calls on somebody to do something, where "urge" stands better: "called on | X to leave".

"Called for X to leave" is one as well. Parsers take the verb behind an aside for a participle,
and "on" for a preposition of the clause.
"""

from collections.abc import Mapping, Sequence

from ingest.units import Mark

_URGING = {"call": "urge", "called": "urged", "calling": "urging", "calls": "urges"}
_BEFORE = frozenset({"and", "i", "must", "should", "they", "to", "we", "will", "would"})
"""Words behind which "call" is a verb."""
_LEADING = frozenset({"all", "both", "the"})
_ONTO = frozenset({"for", "on", "upon"})
_LONGEST = 4
"""How many may be called on in one list."""


def urging(tokens: Sequence[str], at: int, marks: Mapping[int, Mark]) -> str | None:
    """The form of "urge" for the call at ``at``; None where nobody is called on to do anything.

    >>> urging(["called", "on", "Monday", "to", "say"], 0, {})
    """
    verb = _URGING.get(tokens[at].lower())
    if verb is None or "".join(tokens[at + 1 : at + 2]) not in _ONTO:
        return None
    if verb == "urge" and (at == 0 or tokens[at - 1].lower() not in _BEFORE):
        return None
    end = at + 2
    for _ in range(_LONGEST):
        while end < len(tokens) and end not in marks and tokens[end].lower() in _LEADING:
            end += 1
        mark = marks.get(end)
        if mark is None or not mark.unit.actors or mark.end + 1 >= len(tokens):
            return None
        end = mark.end
        if tokens[end] == "to":
            return verb if tokens[end + 1].islower() and tokens[end + 1] != "be" else None
        if tokens[end] not in {",", "and"}:
            return None
        end += 1 + (tokens[end + 1] == "and")
    return None
