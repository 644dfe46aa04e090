"""Finds calls that stand better under a plain verb: "called on | X to leave", "called in | envoys".

"Called for X to leave" and "appealed to X to leave" are calls as well. Parsers take the verb behind
an aside for a participle, and "on" or "in" for a preposition of the clause.
"""

from collections.abc import Mapping, Sequence

from ingest.mentions import DIPLOMATIC, HOLDERS
from ingest.tenses import BEING
from ingest.units import Mark

_URGING = {
    "appeal": "urge", "appealed": "urged", "appealing": "urging", "appeals": "urges",
    "call": "urge", "called": "urged", "calling": "urging", "calls": "urges",
    "count": "urge", "counted": "urged", "counting": "urging", "counts": "urges",
}  # fmt: skip
_SUMMONING = {
    "call": "summon", "called": "summoned", "calling": "summoning", "calls": "summons",
    "haul": "summon", "hauled": "summoned", "hauling": "summoning", "hauls": "summons",
}  # fmt: skip
_BEFORE = frozenset({"and", "i", "must", "should", "they", "to", "we", "will", "would"})
"""Words behind which "call" is a verb."""
_LEADING = frozenset({"all", "both", "the"})
_ONTO = {"a": frozenset({"to"}), "c": frozenset({"for", "on", "upon"})}
"""What leads to those who are called on, by the first letter of the verb."""
_EVERYBODY = frozenset(
    {
        "all", "community", "countries", "governments", "international", "members", "nations",
        "other", "others", "parties", "powers", "states", "the", "world",
    }
)  # fmt: skip
_ESPECIALLY = frozenset(
    {"above", "all", "and", "especially", "including", "notably", "particularly"}
)
_COURTESIES = frozenset(
    {"bid", "brief", "congratulate", "convey", "express", "inform", "introduce", "pay", "thank"}
)
"""What one calls on somebody for: "called on the minister to brief her"."""
_LONGEST = 4
"""How many may be called on in one list."""


def summoning(tokens: Sequence[str], at: int, marks: Mapping[int, Mark]) -> str | None:
    """The form of "summon" for "called in | the envoy"; None where no diplomat is called in.

    >>> summoning(["called", "in", "the", "army"], 0, {})
    """
    verb = _SUMMONING.get(tokens[at].lower())
    mark = marks.get(at + 2) if verb is not None and tokens[at + 1 : at + 2] == ["in"] else None
    mention = mark.unit.mention if mark is not None else None
    return verb if mention is not None and mention.office_kind in DIPLOMATIC else None


def urging(tokens: Sequence[str], at: int, marks: Mapping[int, Mark]) -> tuple[str | None, int]:
    """The form of "urge" for the call at ``at``, and the token from which it goes on.

    The form is None where nobody is called on to do anything.

    >>> urging(["called", "on", "Monday", "to", "say"], 0, {})
    (None, 2)
    """
    verb = _URGING.get(tokens[at].lower())
    if verb is None or "".join(tokens[at + 1 : at + 2]) not in _ONTO[tokens[at][0].lower()]:
        return None, at + 2
    if verb == "urge" and (at == 0 or tokens[at - 1].lower() not in _BEFORE):
        return None, at + 2
    if verb == "urged" and at and tokens[at - 1].lower() in BEING:  # "was called upon by X"
        return _urged(tokens, at + 2, marks), at + 2
    end = first = _past_everybody(tokens, at + 2)
    for _ in range(_LONGEST):
        while end < len(tokens) and end not in marks and tokens[end].lower() in _LEADING:
            end += 1
        mark = marks.get(end)
        if mark is None or not mark.unit.actors or mark.end + 1 >= len(tokens):
            break
        end = mark.end + (first > at + 2 and tokens[mark.end] == ",")
        if tokens[end] == "to":
            doing = tokens[end + 1].islower() and tokens[end + 1] != "be"
            if _person(mark) and tokens[end + 1] in _COURTESIES:
                return ("met" if verb == "urged" else None), first
            return (verb if doing else None), first
        if tokens[end] not in {",", "and"}:
            break
        end += 1 + (tokens[end + 1] == "and")
    return None, at + 2


def _urged(tokens: Sequence[str], at: int, marks: Mapping[int, Mark]) -> str | None:
    """What is done to who "was called on | by X", be it to do something or to meet X."""
    if tokens[at : at + 1] == ["to"]:
        return "urged"
    mark = marks.get(at + 1) if tokens[at : at + 1] == ["by"] else None
    if mark is None or not mark.unit.actors:
        return None
    end = mark.end + (tokens[mark.end : mark.end + 1] == [","])
    if "to" in tokens[end : end + _LONGEST]:
        return "urged"
    return "met" if _person(mark) else None


def _person(mark: Mark) -> bool:
    """Whether the mark is somebody who may be visited."""
    mention = mark.unit.mention
    return mention is not None and mention.kind in HOLDERS


def _past_everybody(tokens: Sequence[str], at: int) -> int:
    """Past all those of whom some are named: "all countries, especially | X"."""
    end = at
    while tokens[end : end + 1] and tokens[end].lower() in _EVERYBODY:
        end += 1
    if end == at or tokens[end : end + 1] != [","]:
        return at
    end += 1
    while tokens[end : end + 1] and tokens[end].lower() in _ESPECIALLY | {"in", "particular", "to"}:
        end += 1
    return end if tokens[end - 1] != "," else at
