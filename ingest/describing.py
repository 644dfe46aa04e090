"""Finds where it is said what something is called, where "described as" stands better.

"Called the launch | a provocation by X": parsers take the second noun for the object, and what
hangs on the first for that of the verb. "Dismissed as baseless | X's claims": they miss the object.
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
_DISMISSING = frozenset(
    {
        "attack", "condemn", "criticise", "criticize", "decry", "denounce", "deride", "dismiss",
        "reject", "slam",
    }
)  # fmt: skip
_CALLING = frozenset(
    {"brand", "call", "characterise", "characterize", "describe", "label", "regard", "term"}
)
_BEGINNINGS = frozenset(verb[:2] for verb in _DISMISSING | _CALLING)
_BESIDE = frozenset({"a", "an", "and", "as", "both", "or", "pure", "so"})
_CLAIMS = frozenset(
    {
        "accusation", "accusations", "allegation", "allegations", "assertion", "assertions",
        "charge", "charges", "claim", "claims", "criticism", "report", "reports", "suggestion",
        "suggestions",
    }
)  # fmt: skip
"""What may be untrue."""
_THINGS = frozenset(
    {
        "accusations", "allegations", "any", "assertions", "attempts", "calls", "charges", "claims",
        "comments", "criticism", "plans", "remarks", "reports", "statements", "suggestions", "the",
        "what",
    }
)  # fmt: skip
"""Words with which begins what somebody has judged before they say it."""
_SPEAKING = frozenset({"spoke", "speaking", "talked", "talking"})
_ONE = frozenset({"a", "an", *_QUOTES})
_WITHIN = 8
"""How many words that judge stand at most before what they judge."""


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


def judged_before(
    tokens: Sequence[str], at: int, marks: Mapping[int, Mark]
) -> tuple[str, int] | None:
    """The verb for that at ``at``, and the token that begins what it judges: "… X's claims".

    "Spoke of | a war crime by X" judges as well.

    The verb is empty where its own may stay. None where what is judged does not stand behind.

    >>> judged_before(["described", "as", "baseless", "claims", "by"], 0, {})
    ('dismissed', 3)
    """
    word = tokens[at].lower()
    if word in _SPEAKING and _speaks_ill(tokens, at, marks):
        return "condemned", at + 2
    if word[:2] not in _BEGINNINGS:  # nearly all words
        return None
    stem = next(
        (s for s in (word, word[:-1], word[:-2], word[:-3], word[:-3] + "e") if _may(s)), ""
    )
    start = at + 1 + (tokens[at + 1 : at + 2] == ["as"])
    quoted = stem == "call" and "".join(tokens[start : start + 1]) in _QUOTES
    if not stem or (start == at + 1 and not quoted):
        return None
    status, bad = load_triggers().status, ""
    for index in range(start, min(start + _WITHIN, len(tokens))):
        mark, one = marks.get(index), tokens[index].lower()
        named = mark is not None and bool(mark.unit.actors)
        if bad and (named or one in _THINGS):
            if stem in _DISMISSING:
                return "", index
            said = bad in status.untrue and not _CLAIMS.isdisjoint(tokens[index : index + 4])
            return _plain("dismiss" if said else "condemn", word), index
        if one in status.negative | status.untrue:
            bad = one
        elif mark is not None or not (one in _BESIDE | _QUOTES | {"”", "’"} or one.endswith("ly")):
            return None
    return None


def _speaks_ill(tokens: Sequence[str], at: int, marks: Mapping[int, Mark]) -> bool:
    """Whether somebody speaks of a bad deed that is somebody's: "spoke of a war crime by X"."""
    status, bad = load_triggers().status, False
    if "".join(tokens[at + 1 : at + 2]) != "of" or "".join(tokens[at + 2 : at + 3]) not in _ONE:
        return False
    for index in range(at + 3, min(at + 3 + _WITHIN, len(tokens) - 1)):
        if tokens[index] == "by" and bad:
            mark = marks.get(index + 1) or marks.get(index + 2)
            return mark is not None and bool(mark.unit.actors)
        if index in marks or tokens[index] in {",", "."}:
            return False
        bad = bad or tokens[index].lower() in status.negative
    return False


def _may(stem: str) -> bool:
    return stem in _DISMISSING or stem in _CALLING


def _plain(verb: str, written: str) -> str:
    """The verb in the form of another."""
    ending = next((end for end in ("ed", "ing", "s") if written.endswith(end)), "")
    return verb + ("es" if ending == "s" and verb.endswith("s") else ending)
