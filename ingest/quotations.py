"""Who says what stands in quotation marks: "We thank X," Y said."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.mentions import Mention, MentionKind

_OPENING, _CLOSING = frozenset({'"', "“", "``"}), frozenset({'"', "”", "''"})
SAYING = frozenset(
    {
        "acknowledged", "add", "added", "adds", "admitted", "affirmed", "alleged", "announced",
        "answered", "argued", "argues", "asked", "asserted", "asserts", "cautioned", "charged",
        "claimed", "claims", "commented", "complained", "concluded", "confirmed", "continued",
        "countered", "declared", "declares", "demanded", "demands", "denied", "emphasised",
        "emphasized", "exclaimed", "explained", "explains", "fumed", "hinted", "indicated",
        "insisted", "insists", "lamented", "maintained", "maintains", "mentioned", "noted", "notes",
        "observed", "pleaded", "pledged", "pointed", "posted", "predicted", "proclaimed",
        "promised", "quipped", "recalled", "reiterated", "remarked", "replied", "responded",
        "retorted", "revealed", "said", "say", "says", "shouted", "stated", "states", "stressed",
        "stresses", "suggested", "tells", "threatened", "thundered", "told", "tweeted",
        "underlined", "underscored", "urged", "urges", "vowed", "vows", "warned", "warns",
        "writes", "wrote",
    }
)  # fmt: skip
"""What leads to a quotation or stands behind it."""
_STATING = frozenset(
    {"communique", "communiqué", "comments", "remarks", "statement", "tweet", "words"}
)
"""What is said behind a colon: "issued the following statement:"."""
_TELLING = frozenset(
    {
        MentionKind.COUNTERPART,
        MentionKind.NAME,
        MentionKind.NAMED,
        MentionKind.OFFICE,
        MentionKind.PERSON,
        MentionKind.PRONOUN,
    }
)
_BEHIND, _BEFORE = 14, 10
"""Words within which it is told whose a quotation is."""
SENTENCE_ENDS = frozenset({".", "!", "?"})
_ENDING = SENTENCE_ENDS | _CLOSING
STOPS = SENTENCE_ENDS | {";"}
"""What no clause goes beyond."""
_LISTING = frozenset({",", "and", "&", "the"})
"""Words between those who say something together."""
_BETWEEN = frozenset({",", "also", "earlier", "further", "however", "later", "meanwhile", "then"})
"""Words between somebody and that they say something: "X, meanwhile, said"."""
_ASIDE = 12
"""The longest aside between somebody and that they say something."""


def sentence_start(words: Sequence[str], at: int) -> int:
    """The first token of the sentence of the token ``at``."""
    while at > 0 and words[at - 1] not in SENTENCE_ENDS:
        at -= 1
    return at


@dataclass(frozen=True, slots=True)
class Voices:
    """Who says what in the quotations of a paragraph, by the first word of each mention there."""

    said: Mapping[int, tuple[Mention, ...]]
    """Who is said to say it, right before or behind the quotation."""
    resumed: Mapping[int, tuple[Mention, ...]]
    """Who said the quotation before, which goes on; nobody where that began a paragraph before."""
    last: tuple[Mention, ...] | None
    """Whose words may go on in the next paragraph; nobody where they began a paragraph before."""


def voices(words: Sequence[str], mentions: Sequence[Mention]) -> Voices:
    """Who says what in a paragraph: "“We thank X,” Y said. “We also ask …”".

    ``words`` are its tokens in lower case.
    """
    said: dict[int, tuple[Mention, ...]] = {}
    resumed: dict[int, tuple[Mention, ...]] = {}
    speaking: tuple[Mention, ...] | None = ()
    closed = 0
    for start, end in _quotations(words):
        inside = [m.start for m in mentions if start < m.start < end]
        teller = _tellers(words, mentions, start, end)
        if teller:
            said |= dict.fromkeys(inside, teller)
            speaking = teller
        elif _resumes(words, closed, start) and speaking is not None:
            resumed |= dict.fromkeys(inside, speaking)
        else:
            speaking = None
        closed = end
    if words and words[-1] == ":":  # the quotation stands in the next paragraph
        return Voices(said, resumed, _tellers(words, mentions, len(words), len(words)) or None)
    more = not closed or _sentences(words[closed + 1 :]) > 1
    return Voices(said, resumed, None if more else speaking)


def _resumes(words: Sequence[str], closed: int, start: int) -> bool:
    """Whether a quotation goes on with the one before, which closed there: with whole sentences."""
    if not start:
        return True
    return bool(closed) and words[start - 1] in _ENDING and _sentences(words[closed:start]) <= 1


def _sentences(words: Sequence[str]) -> int:
    return sum(word in SENTENCE_ENDS for word in words)


def within(words: Sequence[str]) -> frozenset[int]:
    """The tokens that stand in quotations."""
    return frozenset(at for start, end in _quotations(words) for at in range(start + 1, end))


def says(words: Sequence[str], mention: Mention) -> bool:
    """Whether the mention is who says something: "X, the spokesman, said", "he added", "said X".

    ``words`` are the tokens of a paragraph in lower case.
    """
    if mention.possessive:
        return False
    at = mention.end
    while at < len(words) and words[at] in _BETWEEN:
        at += 1
    if at < len(words) and words[at] in SAYING:
        return True
    if mention.kind is MentionKind.PRONOUN:
        return False
    if mention.end < len(words) and words[mention.end] == ",":
        aside = words[mention.end + 1 : mention.end + _ASIDE]
        if "," in aside and SENTENCE_ENDS.isdisjoint(aside[: aside.index(",")]):
            behind = mention.end + 2 + aside.index(",")
            return behind < len(words) and words[behind] in SAYING
    told = mention.start > 1 and words[mention.start - 1] in SAYING
    return told and words[mention.start - 2] in _CLOSING | {","}


def _quotations(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each quotation opens and closes."""
    opened = -1
    for at, word in enumerate(words):
        if opened >= 0 and word in _CLOSING:
            yield opened, at
            opened = -1
        elif opened < 0 and word in _OPENING:
            opened = at
    if opened >= 0:  # it goes on in the next paragraph
        yield opened, len(words)


def _tellers(
    words: Sequence[str], mentions: Sequence[Mention], start: int, end: int
) -> tuple[Mention, ...]:
    """Who is said to say it: behind the quotation, or else before it; several where in a list."""
    behind = end + 1
    while behind < min(end + _BEHIND, len(words)) and words[behind] not in SENTENCE_ENDS | _OPENING:
        behind += 1
    before = start - 1
    while before > max(start - _BEFORE, 0) and words[before - 1] not in SENTENCE_ENDS | _CLOSING:
        before -= 1
    for first, last in ((end + 1, behind), (max(before, 0), start)):
        leading = words[last - 1 : last] == [":"] and not _STATING.isdisjoint(words[first:last])
        if SAYING.isdisjoint(words[first:last]) and not leading:
            continue
        near = [m for m in mentions if first <= m.start < last and m.kind in _TELLING]
        telling = [m for m in near if not m.possessive]
        together = telling[:1]
        for one in telling[1:]:
            if not set(words[together[-1].end : one.start]) <= _LISTING:
                break
            together.append(one)
        if together:
            return tuple(together)
    return ()
