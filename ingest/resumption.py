"""Takes a subject up again behind what parts it from its verb: "X, citing fears, | it | blamed Y".

Parsers take the verb behind an apposition, a relative clause or another aside between commas for
a participle; a pronoun before it keeps the clause together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.atoms import DETERMINERS
from ingest.quotations import SAYING, SENTENCE_ENDS
from ingest.tenses import ADVERBS, PREPOSITIONS, Tenses
from ingest.units import FORCE, MANY, Mark

_LONGEST = 45
"""Tokens in an aside, at the most."""
_FRONT = 30
"""Tokens in what stands before a subject in its sentence, at the most."""
_BEGINNINGS = frozenset({".", "!", "?", ";", ":", "“", '"', "—", "–", "--", "-", "*", "•"})
_ENDS = _BEGINNINGS - {"-"} | {"”"}
"""What no aside goes across."""
_OPENING = frozenset(
    {
        "although", "because", "if", "said", "says", "that", "though", "when", "where", "whether",
        "while",
    }
)  # fmt: skip
"""Words behind which a clause with its own subject begins."""
_JOINING = frozenset({"and", "as", "but", "since"})
"""The same, where a comma stands before them."""
_FRONTED = PREPOSITIONS | {
    "according", "amid", "as", "because", "despite", "earlier", "following", "however", "if",
    "later", "meanwhile", "once", "separately", "since", "then", "upon", "when", "while",
}  # fmt: skip
"""Words with which a sentence begins that comes to its subject behind a comma."""
_HELPING = frozenset(
    {
        "are", "can", "could", "did", "had", "has", "have", "is", "may", "might", "must", "should",
        "was", "were", "will", "would",
    }
)  # fmt: skip
_QUOTED = frozenset({'"', "”", ","})
_PASSIVE = frozenset({"by", "of"})
"""What says of a form in "ed" that it is a participle: "backed by", "accused of"."""
_PLANS = frozenset(
    {
        "attempt", "attempts", "bid", "commitment", "decision", "decisions", "efforts", "failure",
        "intention", "move", "moves", "offer", "plan", "plans", "pledge", "promise", "proposal",
        "readiness", "refusal", "threat", "threats", "unwillingness", "vote", "vow", "willingness",
    }
)  # fmt: skip
"""Nouns for what somebody is to do, or will not do, with an infinitive."""
_BEFORE_TO = 7
"""Tokens before "to" among which one of them may stand: "the decision by X and Y to"."""
_NO_ASIDE = frozenset({"and", "but", "nor", "or", "so", "then", "yet"})
_LEADING = frozenset({"amid", "despite", "following", "like", "unlike", "upon"})
"""Prepositions beside the commonest with which an aside begins."""
_RELATIVE = frozenset({"which", "who", "whose"})
_TAKING_UP = frozenset({"which", "whom", "whose"})
_RUNNING = frozenset({",", "and", "but", "or", "that", "what", "when", "where", "which", "who"})
"""Words with which a relative clause may go on to a second verb."""
_SUBORDINATE = frozenset({"he", "i", "it", "she", "they", "to", "we", "you"})
_TWO = 2
_PRONOUNS = {"Bush": "he", MANY: "they", FORCE: "they"}


@dataclass(frozen=True, slots=True)
class Resumption:
    """A subject that an aside parts from its verb."""

    subject: Mark
    aside: int
    """Where the aside begins."""
    verb: int
    """Where the clause of the subject goes on."""
    fronted: bool
    """Whether the aside may as well stand before its subject: "Citing fears, X blamed Y"."""


def resumptions(
    tokens: Sequence[str], marks: Mapping[int, Mark], tenses: Tenses
) -> list[Resumption]:
    """The subjects that asides part from their verbs."""
    out: list[Resumption] = []
    days = {mark.end for mark in marks.values() if _day_first(tokens, mark)}
    for mark in marks.values():
        begins = mark.start in days or _begins(tokens, mark.start, marks)
        if not begins or not _acting(mark):
            continue
        inside = tokens[mark.end - 1] == ","
        if not inside and tokens[mark.end : mark.end + 1] != [","]:
            continue
        aside = mark.end + (not inside)
        verb = _goes_on(tokens, aside, marks, tenses)
        if verb is not None:
            first = tokens[aside]
            moved = first in _LEADING or first.endswith("ing") or first in PREPOSITIONS
            moved = moved and first != "meeting"  # a noun at the start of a sentence
            moved = moved and tokens[aside + 1] not in _TAKING_UP  # "X, on which Y imposed them"
            alone = mark.start == 0 or tokens[mark.start - 1] in SENTENCE_ENDS
            out.append(Resumption(mark, aside, verb, moved and alone and aside not in marks))
    return out


def planned(tokens: Sequence[str], marks: Mapping[int, Mark], tenses: Tenses) -> set[int]:
    """Where a sentence goes on behind what is planned: "its decision to recognise X | angered Y".

    Parsers take X for who did what follows.
    """
    out: set[int] = set()
    for mark in marks.values():
        to = mark.start - 2 - (mark.start > 1 and tokens[mark.start - 1] in DETERMINERS)
        if to < 1 or tokens[to] != "to" or not _acting(mark) or tokens[to + 1] not in tenses.past:
            continue
        plan = not _PLANS.isdisjoint(tokens[max(0, to - _BEFORE_TO) : to])
        if plan and (finite(tokens, mark.end, marks, tenses) or _done(tokens, mark.end)):
            out.add(mark.end)
    return out


def _done(tokens: Sequence[str], at: int) -> bool:
    """Whether a past tense may stand there: "angered Y", but not "torn by war"."""
    return tokens[at : at + 1] != [] and tokens[at].endswith("ed") and _active(tokens, at)


def _active(tokens: Sequence[str], at: int) -> bool:
    """Whether nothing behind a form in "ed" says that it is a participle: "backed by"."""
    return tokens[at + 1 : at + 2] != [] and tokens[at + 1] not in _PASSIVE


def pronoun(mark: Mark) -> str:
    """The pronoun that takes up a mark."""
    return _PRONOUNS.get(mark.word or "", "it")


def _acting(mark: Mark) -> bool:
    """Whether somebody is named who may do something."""
    return mark.unit.mention is not None and bool(mark.unit.actors) and not mark.unit.demonym


def _day_first(tokens: Sequence[str], mark: Mark) -> bool:
    """Whether a day begins a sentence, behind its preposition or alone."""
    start = mark.start - (mark.start > 0 and tokens[mark.start - 1] in {"In", "On"})
    first = start == 0 or tokens[start - 1] in SENTENCE_ENDS
    return mark.unit.date is not None and first


def _begins(tokens: Sequence[str], start: int, marks: Mapping[int, Mark]) -> bool:
    """Whether the subject of a clause may stand at ``start``."""
    at = start - 1
    if at >= 0 and tokens[at].lower() == "the":
        at -= 1
    if at < 0 or tokens[at] in _BEGINNINGS:
        return True
    word = tokens[at].lower()
    if word in _OPENING:
        return tokens[at - 1] not in _QUOTED  # "…," said X, referring to
    if word in _JOINING:
        return at == 0 or tokens[at - 1] == "," or tokens[at - 1] in _BEGINNINGS
    return word == "," and _fronted(tokens, at, marks)


def _fronted(tokens: Sequence[str], comma: int, marks: Mapping[int, Mark]) -> bool:
    """Whether what stands before a comma leads to the subject of its sentence: "In May,"."""
    for at in range(comma - 1, max(-1, comma - _FRONT), -1):
        if at == 0 or tokens[at - 1] in _BEGINNINGS:
            word, mark = tokens[at].lower(), marks.get(at)
            dated = mark is not None and mark.unit.date is not None
            return dated or word in _FRONTED or word.endswith(("ing", "ly"))
    return False


def _goes_on(
    tokens: Sequence[str], aside: int, marks: Mapping[int, Mark], tenses: Tenses
) -> int | None:
    """Where the clause goes on behind the aside that starts there; None where none does."""
    if aside >= len(tokens) or tokens[aside].lower() in _NO_ASIDE or _named(tokens, aside, marks):
        return None
    if finite(tokens, aside, marks, tenses):
        return None
    for at in range(aside, min(aside + _LONGEST, len(tokens) - 1)):
        if tokens[at] in _ENDS:
            return _unclosed(tokens, aside, at, marks, tenses)
        if tokens[at] == "," and finite(tokens, at + 1, marks, tenses):
            return at + 1
    ended = len(tokens) - 1
    return _unclosed(tokens, aside, ended, marks, tenses) if ended - aside < _LONGEST else None


def _unclosed(
    tokens: Sequence[str], aside: int, end: int, marks: Mapping[int, Mark], tenses: Tenses
) -> int | None:
    """Where the clause goes on behind a relative clause that no comma closes before ``end``.

    "X, who is on a visit to Y | met Z.": of its finite verbs the second, where there are but two.
    """
    if tokens[aside] not in _RELATIVE or not _RUNNING.isdisjoint(tokens[aside + 1 : end]):
        return None
    verbs = [
        at
        for at in range(aside + 1, end)
        if finite(tokens, at, marks, tenses) and not finite(tokens, at - 1, marks, tenses)
    ]
    both = len(verbs) == _TWO and tokens[verbs[0]] not in SAYING
    return verbs[1] if both and tokens[verbs[1] - 1] not in _SUBORDINATE else None


def _named(tokens: Sequence[str], at: int, marks: Mapping[int, Mark]) -> bool:
    """Whether what stands there is one more of a list, and nothing that is said of the first."""
    mark = marks.get(at)
    if mark is None or not mark.unit.actors or mark.unit.demonym:
        return False
    following = tokens[mark.end] if mark.end < len(tokens) else ","
    return not (following.islower() and following not in PREPOSITIONS)  # "NATO member", "France's"


def finite(tokens: Sequence[str], at: int, marks: Mapping[int, Mark], tenses: Tenses) -> bool:
    """Whether a finite verb stands there, be it behind an adverb or a day."""
    while at + 1 < len(tokens):
        mark = marks.get(at + (tokens[at] == "on"))
        if mark is not None and mark.unit.date is not None:
            at = mark.end
        elif tokens[at] in ADVERBS or (tokens[at].endswith("ly") and tokens[at].islower()):
            at += 1
        else:
            break
    if at + 1 >= len(tokens) or at in marks:
        return False
    word = tokens[at]
    known = word in tenses.verb_forms and word not in tenses.doubtful
    finite = known or word in _HELPING or word in tenses.past_forms
    return finite and (not word.endswith("ed") or _active(tokens, at))
