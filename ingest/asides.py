"""What is said aside and says nothing of what happens: in brackets, between dashes, of an ally.

Each function looks at the tokens of a paragraph and at the marks laid over them.
"""

import functools
from collections.abc import Collection, Mapping, Sequence

from ingest.atoms import DETERMINERS
from ingest.rewording import AUXILIARIES, HELPED, MEASURES
from ingest.tenses import HAVING, NUMBERS, PREPOSITIONS, Tenses
from ingest.units import Mark
from ingest.words import load_actor_words

_SIDEWAYS = frozenset({"for", "from", "on"})
_STANDING = frozenset({"c", "center", "centre", "l", "left", "pictured", "r", "right"})
"""Where somebody stands in a picture."""
_STANDING_WORDS = _STANDING | {"2nd", "3rd", "front", "from", "second", "third"}
_PERCENT = frozenset({"%", "percent"})
_SUMS = frozenset({"$", "£", "€", "¥", "US$", "billion", "million", "trillion", "dollars", "euros"})
_ROUGH = frozenset(
    {"about", "another", "approximately", "around", "nearly", "over", "roughly", "some"}
)
_ASIDE = 24
"""Words up to the comma behind an aside, at the most."""
_STAYING = frozenset({"visit", "trip", "tour"})
_SEASONED = frozenset({"career", "retired", "seasoned", "veteran"})
"""What parts somebody from who names them."""
_IS = frozenset({"is", "was"})
_LATELY = frozenset(
    {
        "couple", "days", "few", "last", "late", "latest", "meantime", "months", "of", "past",
        "previous", "recent", "several", "the", "time", "times", "week", "weeks", "year", "years",
    }
)  # fmt: skip
"""Words of "in recent weeks", "in the past few days"."""
_KINSHIP = 7
"""Words behind "ally", at the most: "an ally | of the Syrian government"."""
_DASHES = frozenset({"—", "–", "--"})
_OPENING_QUOTES = frozenset({'"', "“"})
_CLOSING = {"(": ")", "[": "]"}
_LISTING = frozenset({"by", "from", "include", "included", "includes", "including", "were"})
"""Words of a clause that goes on behind a colon."""
_TAKEN = frozenset(
    {
        "abducted", "captured", "detained", "imprisoned", "injured", "jailed", "kidnapped",
        "wounded",
    }
)  # fmt: skip
"""Words that say what was done to somebody before."""
_SUSPECTED = frozenset({"alleged", "presumed", "purported", "supposed", "suspected"})
"""Words that say that it is not sure who somebody is; parsers see verbs in them."""
_COUNTING = NUMBERS | frozenset({"many", "more", "other", "several", "some"})
_COUNTED = frozenset({"killing", "injuring", "wounding", "detaining", "arresting", "capturing"})
_ROUGHLY = (
    ("at", "least"), ("more", "than"), ("fewer", "than"), ("as", "many", "as"), ("up", "to"),
    ("over",), ("nearly",), ("almost",), ("an", "estimated"), ("around",), ("about",),
    ("roughly",), ("approximately",),
)  # fmt: skip
"""Words between a verb and a number."""
_ROUGH_STARTS = frozenset(words[0] for words in _ROUGHLY)


def asides(tokens: Sequence[str], marks: Sequence[Mark], tenses: Tenses) -> dict[int, int]:
    """Words that parsers stumble on and that say nothing, each with the token after it.

    A quotation mark between who does something and what they do, X "welcomes and supports" Y;
    "who is" before "on a visit to X"; what stands between dashes behind somebody; that somebody
    is only "suspected" to be so; and by whose help somebody is what they are.
    """
    out: dict[int, int] = {}
    ends = {mark.end: mark for mark in marks if mark.unit.actors}
    starts = {mark.start for mark in marks if mark.unit.actors}
    named = {mark.start for mark in marks if mark.unit.actors and not mark.unit.demonym}
    for at, word in enumerate(tokens[:-4]):
        following = tokens[at + 1].lower()
        if word in _DASHES and at in ends:
            closing = next(
                (i for i in range(at + 2, at + 30) if i + 1 < len(tokens) and tokens[i] in _DASHES),
                at,
            )
            inside = tokens[at:closing]
            if closing > at and not {".", "?", "!"} & set(inside) and tokens[closing + 1].islower():
                out[at] = closing + 1
        elif word in _OPENING_QUOTES and at not in ends and _doubted(tokens, at):
            out[at], out[at + 2] = at + 1, at + 3  # "sanctions on four “extremist” settlers"
        elif word in _OPENING_QUOTES and at in ends and tokens[at + 1].islower():
            if following in tenses.past or following in tenses.verb_forms:
                out[at] = at + 1
        elif word == "worth" and following == "of" and (start := _amount(tokens, at)) < at:
            out[start] = at + 2  # "tariffs on | $16 billion worth of | goods from X"
        elif word == "worth" and (end := _valued(tokens, at)) > at:
            out[at] = end  # "gave equipment | worth $2 million | to X"
        elif word in MEASURES and following == "of" and tokens[at + 3] in _PERCENT:
            out[at + 1] = at + 4  # "tariffs | of 25% | on goods from X"
        elif (
            (end := standing(tokens, at) if at in ends else at) > at
            or (end := _about(tokens, at, tenses)) > at
            or (end := max(_beside(tokens, at, starts), _behalf(tokens, at, starts))) > at
        ):
            out[at] = end
        elif word == ":" and at and tokens[at - 1].lower() in _LISTING:
            if at + 1 in starts or (following == "the" and at + 2 in starts):
                out[at] = at + 1  # "participants included | : | the ministers of X and Y"
        elif word in _SEASONED and at + 1 in starts:
            out[at] = at + 1  # "named | career | diplomat X its ambassador"
        elif word == "," and (end := _kinship(tokens, at, ends.get(at), tenses)) > at:
            out[at] = end  # "accused X | , an ally of Y, | of arming rebels"
        elif word == "in" and (end := _lately(tokens, at, tenses)) > at:
            out[at] = end  # "has | in recent weeks | accused"
        elif word == "in" and tokens[at + 1 : at + 3] in (["her", "office"], ["his", "office"]):
            if at + 3 in starts:
                out[at] = at + 3  # "received in her office X"
        elif (
            word == "who"
            and following in _IS
            and tokens[at + 2] == "on"
            and not _STAYING.isdisjoint(tokens[at + 3 : at + 9])
            and "," in tokens[at + 4 : at + _ASIDE]
        ):  # "X | , who is | on a visit to Y, said"; not "criticised X, who is on a visit to Y"
            out[at] = at + 2
    for at in range(len(tokens) - 2):
        end = _said_to_be(tokens, at, named, tenses)
        if end == at and at + 3 in named and at not in starts and tokens[at + 1] == "-":
            end = at + 3 if tokens[at + 2] in HELPED else at  # "Iran-backed Hezbollah"
        if end > at:
            out.setdefault(at, end)
    return out


def _behalf(tokens: Sequence[str], at: int, named: Collection[int]) -> int:
    """The token behind those for whom somebody signs: "signed | on behalf of Y | by X"."""
    behind = at + (tokens[at] == "for")
    if tokens[at] == "on" and tokens[at + 1 : at + 3] == ["behalf", "of"]:
        behind = at + 3
    if behind == at:
        return at
    by = next((i for i in range(behind, min(behind + 6, len(tokens))) if tokens[i] == "by"), at)
    told = behind < by and by + 1 in named and not any(i in named for i in range(behind, by))
    return (
        by
        if told and behind > at and tokens[behind][:1].isupper() | (tokens[behind] == "the")
        else at
    )


def _beside(tokens: Sequence[str], at: int, named: Collection[int]) -> int:
    """The token behind the side on which others are: "X and, | on the Peruvian side, | Y"."""
    lead = tokens[at].lower() in _SIDEWAYS and tokens[at + 1] == "the" and at + 1 not in named
    if not lead:
        return at
    end = next((i for i in range(at + 2, min(at + 6, len(tokens))) if tokens[i] == "side"), at)
    closed = tokens[end + 1 : end + 2] in ([","], [":"])
    if end == at or any(i in named for i in range(at + 1, end + 1)):
        return at
    if not closed and tokens[end + 1 : end + 2] not in (["were"], ["was"]) and end + 1 not in named:
        return at
    return end + 1 + closed


def standing(tokens: Sequence[str], at: int) -> int:
    """The token behind words on where somebody stands in a picture: "X | , left, | met Y".

    ``at`` where no such words start there; brackets may stand in the place of the commas.
    """
    closing = {",": ",", "(": ")"}.get(tokens[at])
    for end in range(at + 1, min(at + 5, len(tokens))):
        word = tokens[end].lower()
        if word == closing:
            return end + 1 if tokens[end - 1].lower() in _STANDING else at
        if word not in _STANDING_WORDS:
            break
    return at


def _kinship(tokens: Sequence[str], at: int, mark: Mark | None, tenses: Tenses) -> int:
    """The token behind what a state is to others, where a verb's object; ``at`` where not told.

    "Accused X, a close ally of Y, of arming rebels" is told of X alone.
    """
    before = tokens[mark.start - 1].lower() if mark is not None and mark.start else ""
    governed = before in tenses.past_forms or before in tenses.past or before in PREPOSITIONS
    if not governed or tokens[at + 1] not in DETERMINERS | {"its", "their"}:
        return at
    kin = next((i for i in range(at + 2, min(at + 6, len(tokens))) if tokens[i] in _kin()), at)
    if kin == at or any(not tokens[i].replace("-", "a").isalnum() for i in range(at + 2, kin)):
        return at
    for end in range(kin + 1, min(kin + _KINSHIP, len(tokens))):
        if tokens[end] in {",", "."}:
            return end + (tokens[end] == ",")
        if tokens[end] in tenses.past_forms or tokens[end] in {"who", "which", "that", "and"}:
            break
    return at


@functools.cache
def _kin() -> frozenset[str]:
    """Nouns that say what a state is to others."""
    return load_actor_words().kin


def _lately(tokens: Sequence[str], at: int, tenses: Tenses) -> int:
    """The verb behind when something was that parts it from "has"; ``at`` where nothing does."""
    if tokens[at - 1] not in HAVING:
        return at
    end = at + 1
    while end < min(at + 6, len(tokens)) and tokens[end] in _LATELY:
        end += 1
    return end if end > at + 1 and "".join(tokens[end : end + 1]) in tenses.past_forms else at


def _doubted(tokens: Sequence[str], at: int) -> bool:
    """Whether one word before a noun stands in quotation marks: "four “extremist” settlers"."""
    word, closing, after = tokens[at + 1], tokens[at + 2], tokens[at + 3]
    noun = after.isalpha() and after not in DETERMINERS | PREPOSITIONS
    return word.islower() and word.isalpha() and closing in {'"', "”"} and noun


def _amount(tokens: Sequence[str], end: int) -> int:
    """Where a sum of money starts that ends there: "$16 billion"; ``end`` where there is none."""
    at = end
    while at and (tokens[at - 1] in _SUMS or tokens[at - 1][:1].isdigit()):
        at -= 1
    return at - 1 if 0 < at < end and tokens[at - 1] in _ROUGH else at


def _valued(tokens: Sequence[str], at: int) -> int:
    """The token behind what something is worth, where it says next to whom it goes; else ``at``."""
    first = end = at + 1 + (tokens[at + 1] in _ROUGH)
    while end < len(tokens) and (tokens[end] in _SUMS or tokens[end][:1].isdigit()):
        end += 1
    return end if end > first and tokens[end : end + 1] in (["for"], ["to"]) else at


def _about(tokens: Sequence[str], at: int, tenses: Tenses) -> int:
    """The token behind words that make a number a rough one: "killed | at least | 60 people".

    ``at`` where none start there.
    """
    if tokens[at] == "between" and tokens[at + 2] == "and" and tokens[at + 1].isdigit():
        counted = tokens[at + 3].isdigit() and "".join(tokens[at + 4 : at + 5]).islower()
        return at + 3 if counted else at  # "fired between 400 and 500 rockets", and no days
    for words in _ROUGHLY if tokens[at] in _ROUGH_STARTS else ():
        end = at + len(words)
        if tuple(tokens[at:end]) != words or end + 1 >= len(tokens):
            continue
        number = tokens[end][:1].isdigit() or tokens[end] in NUMBERS
        before = tokens[at - 1].lower() if at else ""
        acted = before in tenses.past or before in tenses.verb_forms
        if number and tokens[end + 1].isalpha() and (acted or before in _COUNTED):
            return end
    return at


def _said_to_be(tokens: Sequence[str], at: int, named: Collection[int], tenses: Tenses) -> int:
    """The token behind what is said of somebody: "killed | two suspected | Taliban fighters".

    ``at`` where nothing of the kind starts there. An article or number before it goes as well.
    """
    if at + 1 not in named and at + 2 not in named:
        return at  # nearly all
    first = tokens[at].lower()
    counted = first in DETERMINERS or first in _COUNTING or first.isdigit()
    word = tokens[at + counted].lower()
    if (word not in _SUSPECTED and word not in _TAKEN) or at + counted + 1 not in named:
        return at
    before = tokens[at - 1].lower() if at else "."
    opened = not before.isalnum() or before in PREPOSITIONS
    acted = before not in AUXILIARIES and (before in tenses.past or before in tenses.verb_forms)
    fits = counted or opened or (acted and word in _SUSPECTED)
    return at + counted + 1 if fits else at


def brackets(tokens: Sequence[str], marks: Mapping[int, Mark]) -> dict[int, int]:
    """Where each short bracket starts and the token after it; brackets say asides."""
    out: dict[int, int] = {}
    for start, token in enumerate(tokens):
        if token not in _CLOSING or start in marks:
            continue
        closing = _CLOSING[token]
        for end in range(start + 1, min(start + 14, len(tokens))):
            if tokens[end] == closing:
                out[start] = end + 1
                break
    return out
