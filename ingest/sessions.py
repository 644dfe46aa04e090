"""Finds the sessions that a sentence names: "15th BRICS Summit", "third session of the dialogue".

A bare "meeting" or "talks" is no named session; a "summit" is, whoever meets there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.complements import formal_end, parties_end, plain_end
from ingest.titles import (
    DASHES,
    YEAR,
    TokenText,
    left_edge,
    token_text,
    without_leading,
)
from ingest.titlewords import TitleWords, longest, title_words

_SHORT_NUMBER, _WITH_NUMBER = re.compile(r"\d{1,2}"), re.compile(r"[a-z]+\d{1,2}")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9.+]{1,8}")
_NUMBERED = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
    | {"eleventh", "twelfth"}
)
_ORDINALS = _NUMBERED | {"inaugural", "annual"}


_MEETING = frozenset(
    {
        "ambassadors", "defence", "defense", "economy", "energy", "finance", "foreign", "interior",
        "justice", "leaders", "ministers", "negotiators", "officials", "presidents",
    }
)  # fmt: skip
"""Those who meet, behind whose they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionMention:
    """A session that the tokens from ``start`` to ``end`` name."""

    start: int
    end: int
    title: str
    """Without determiner, exactly as the text words it."""
    proper: bool
    """Whether the title is the session's own name, with capitals."""
    online: bool
    """Whether it met by video."""


def find_sessions(
    tokens: Sequence[str], spaces: Sequence[bool] | None = None
) -> tuple[SessionMention, ...]:
    """The sessions that the tokens of a sentence or paragraph name, in order, none overlapping.

    ``spaces`` says after which tokens a space stands; with it titles are exactly as in the text.
    """
    words = title_words()
    text = token_text(tokens, spaces)
    found: list[SessionMention] = []
    at = 0
    while at < len(text.tokens):
        entry = longest(words.sessions.heads, words.sessions.starts, text.folded, at)
        mention = None
        if entry is not None:
            mention = _around(text, words, at, at + len(entry), words.sessions.heads[entry])
        else:
            mention = _by_name(text, words, at)
        if mention is not None and found and mention.start <= found[-1].start:
            found.pop()  # "World Economic Forum (WEF) meeting": the longer one
        if mention is not None and (not found or mention.start >= found[-1].end):
            found.append(mention)
            at = mention.end
        else:
            at += len(entry) if entry else 1
    return tuple(found)


def _by_name(text: TokenText, words: TitleWords, at: int) -> SessionMention | None:
    """ "COP28", "COP 28", "UNGA"."""
    low = text.word(at)
    end = at
    if text.tokens[at] in words.sessions.names:
        end = at + 1
    elif low in words.sessions.numbered and _SHORT_NUMBER.fullmatch(text.word(at + 1)):
        end = at + 2
    elif _WITH_NUMBER.fullmatch(low) and low.rstrip("0123456789") in words.sessions.numbered:
        end = at + 1
    if end == at or not text.tokens[at].isupper():
        return None
    return SessionMention(
        start=at,
        end=end,
        title=text.text(at, end),
        proper=True,
        online=_online(text, words, at, end),
    )


def _around(
    text: TokenText, words: TitleWords, head: int, stop: int, alone: bool
) -> SessionMention | None:
    """The mention whose head stands from ``head`` to ``stop``; None where it names no session."""
    own = words.sessions
    named = text.capital(head) and not (head == 0 and not text.capital(1))
    follows = text.word(stop)
    if text.word(head) == "ministerial" and follows.isalpha() and follows not in words.phrase.stops:
        return None
    if follows in own.modified or (text.word(stop) in DASHES and text.tight(stop)):
        return None
    edge, _ = left_edge(text, words.phrase, head, named)
    before = text.folded[edge:head]
    if set(before) & own.other_left or text.word(head - 1) in own.other_left:
        return None
    if text.word(stop - 1) == "assembly" and stop - head > 1:
        body = named and {text.word(edge - 1), text.word(edge - 2)} & own.entering
        if not body:
            return None  # "the General Assembly adopted": a body
    if text.word(head - 1) + " " + text.word(stop - 1) in own.other_pairs:
        return None
    if alone and text.word(head - 1) == "party":
        return None
    start = without_leading(text, words.phrase.leading - _ORDINALS, edge, head)
    if YEAR.fullmatch(text.word(start)) and not named:
        start += 1
    end = _end(text, words, stop, named)
    capitals = [at for at in range(start, head) if text.capital(at)]
    if not (alone or _is_named(text, words, start, head, stop, end, bool(capitals) and named)):
        return None
    return SessionMention(
        start=start,
        end=end,
        title=text.text(start, end),
        proper=named and bool(capitals or any(text.capital(at) for at in range(stop, end))),
        online=_online(text, words, start, end),
    )


def _is_named(
    text: TokenText, words: TitleWords, start: int, head: int, stop: int, end: int, proper: bool
) -> bool:
    """Whether the words around "meeting", "dialogue", "forum" make it a session of its own."""
    own = words.sessions
    before = set(text.folded[start:head]) - DASHES
    ordinal = bool(before & _ORDINALS) or any(_ORDINAL.fullmatch(word) for word in before)
    head_word = text.word(head)
    if set(text.folded[stop:end]) & own.domestic:
        return False
    if head_word == "round":
        return stop - head > 1 or (ordinal and bool(set(text.folded[stop:end]) & own.rounds))
    if head_word == "talks":
        return text.word(head - 1) in own.parties
    if " ".join(text.folded[head:stop]) in own.counted:
        return ordinal
    if proper:
        return True
    if head_word == "general":
        return True
    if head_word in own.weak_heads:
        yearly = bool(before & (_ORDINALS - _NUMBERED))  # "their third meeting" is none of a body
        ordinal = ordinal and (yearly or head_word != "meeting" or text.word(stop) == "of")
        strong = bool(before & (own.makes - own.weak - _NUMBERED)) or ordinal
        body = text.word(head - 1) in own.meets and text.capital(head - 1)
        strong = strong or (body and head_word == "meeting")  # "the Contact Group meeting"
        acronym = any(_ACRONYM.fullmatch(token) for token in text.tokens[start:head])
        return strong or (acronym and not text.headline)
    return ordinal or bool(before & own.makes) or any(map(text.capital, range(start, head)))


def _end(text: TokenText, words: TitleWords, stop: int, named: bool) -> int:
    """Where the title ends: after its parties, its capitals, or its complement in common words."""
    leaders = stop + 1 + (text.word(stop + 1) == "the")
    if text.word(stop) == "of" and text.word(leaders) in _MEETING and not text.capital(leaders):
        return stop  # "a summit | of the leaders of X, Y and Z"
    end = formal_end(text, words.phrase, stop) if named or text.word(stop) == "of" else stop
    if end == stop and text.word(stop) in {"on", "of", "for"}:
        end = plain_end(text, words.phrase, stop)
    if end == stop and named and YEAR.fullmatch(text.word(stop)):
        end = stop + 1
    if end > stop and text.word(end) == "on":
        end = max(end, plain_end(text, words.phrase, end))
    if text.word(stop - 1) == "round" and not named:
        return end  # "a third round of talks | between the negotiators of X and Y"
    end = parties_end(text, words.phrase, end)
    while end > stop and text.word(end) in _MEETING:
        end += 1  # "a meeting of EU | foreign ministers"
    return end


def _online(text: TokenText, words: TitleWords, start: int, end: int) -> bool:
    """Whether the title, or the words right after it, say that it met by video."""
    online = words.sessions.online
    if set(text.folded[max(0, start - 2) : end]) & online:
        return True
    after = text.folded[end : end + 6]
    return any(
        word in {"via", "by", "through"} and set(after[at : at + 3]) & online
        for at, word in enumerate(after)
    ) or bool(set(after[:2]) & {"online", "virtually", "remotely"})
