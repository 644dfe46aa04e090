"""Finds where it is said what something is called, where "described as" stands better.

"Called the launch | a provocation by X": parsers take the second noun for the object, and what
hangs on the first for that of the verb.
"""

from collections.abc import Mapping, Sequence

from ingest.atoms import DETERMINERS
from ingest.lexicon import load_triggers
from ingest.tenses import PREPOSITIONS
from ingest.units import Mark

_FORMS = {"": "describe", "s": "describes", "ed": "described", "ing": "describing"}
_STEMS = ("brand", "call", "deem", "dubb", "label", "labell", "term")
_DESCRIBING = {stem + ending: form for stem in _STEMS for ending, form in _FORMS.items()}
_BEFORE = frozenset({"also", "and", "but", "have", "has", "had", "to", "we", "i", "they", "would"})
"""Words behind which "call" and "calls" are verbs."""
_QUOTES = frozenset({'"', "“", "‘", "'"})
_OPEN = PREPOSITIONS | DETERMINERS | {"its", "his", "her", "their", "any", "such", "'s", "’s", "'"}
"""Words behind which a noun goes on, or begins."""
_ENDING = frozenset({",", ".", ";", ":", "that", "who", "which", "for", "off", "out", "as"})
_BEHIND = frozenset({".", ",", "and", "but", "by", "saying", "while", "because", "under", "in"})
_TIMES = frozenset({"couple", "day", "few", "fortnight", "month", "number", "second", "third"})
_TELLING = frozenset({"on", "upon", "for", "to", "off", "up", "out", "it", "a", "an", "back"})
"""Words behind "called" with which it means something else, or is read well."""
_LONGEST = 14


def described_as(
    tokens: Sequence[str], at: int, marks: Mapping[int, Mark]
) -> tuple[str, int] | None:
    """The form of "describe" for the verb at ``at``, and before which token "as" has to stand.

    None where nothing is called anything there.

    >>> described_as(["called", "the", "vote", "a", "sham", "."], 0, {})
    ('described', 3)
    """
    verb = _DESCRIBING.get(tokens[at].lower())
    if verb is None or at + 1 >= len(tokens) or tokens[at + 1].lower() in _TELLING:
        return None
    before = tokens[at - 1].lower() if at else ""
    actor = any(mark.end == at and mark.unit.actors for mark in marks.values())
    if before == "-" or (verb in {"describe", "describes"} and not (actor or before in _BEFORE)):
        return None
    index = at + 1
    while index < min(len(tokens) - 1, at + _LONGEST):
        mark = marks.get(index)
        if mark is not None and mark.unit.date is None:
            index = mark.end
            continue
        aim = tokens[index] == "to" and index + 1 not in marks and tokens[index + 1] != "the"
        if mark is not None or aim or tokens[index].lower() in _ENDING:
            return None
        if index > at + 1 and _begins(tokens, index):
            return verb, index
        index += 1
    return None


def _begins(tokens: Sequence[str], index: int) -> bool:
    """Whether what something is called starts there, behind the noun that is called so."""
    word, following = tokens[index].lower(), tokens[index + 1].lower()
    if tokens[index - 1].lower() in _OPEN:
        return False
    if word in _QUOTES or word in DETERMINERS:
        return following not in _TIMES
    status = load_triggers().status
    return word in status.negative | status.positive and following in _BEHIND
