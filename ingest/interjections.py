"""Who says it, told in the middle of what is said: "the raid, | X said, | was an outrage".

Parsers take who speaks for who acts; the words are read in plain order, "X said that the raid was".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.atoms import DETERMINERS
from ingest.resumption import finite
from ingest.tenses import PREPOSITIONS, Tenses
from ingest.units import Mark

_SAYING = frozenset(
    {
        "added", "adds", "alleged", "alleges", "argued", "argues", "asserted", "asserts", "charged",
        "charges", "claimed", "claims", "complained", "complains", "declared", "declares",
        "explained", "explains", "insisted", "insists", "maintained", "maintains", "noted", "notes",
        "said", "says", "stated", "states", "stressed", "stresses", "tells", "told", "warned",
        "warns", "wrote",
    }
)  # fmt: skip
_PRONOUNS = frozenset({"he", "i", "it", "she", "they", "we"})
_BEGINNINGS = frozenset({".", "!", "?", ";", ":", "—", "–", "--", "*", "•"})
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})
_JOINING = frozenset({"and", "but", "that", "while"})
"""Words behind which a subject may begin in the middle of a sentence."""
_NO_SUBJECT = PREPOSITIONS | {
    "according", "after", "although", "as", "because", "before", "if", "once", "since", "so",
    "then", "there", "though", "to", "until", "when", "where", "while",
}  # fmt: skip
_LONGEST = 12
"""Tokens in a subject, at the most."""
_BEHIND = 7
"""Tokens behind who speaks, at the most: "told reporters on Monday"."""


@dataclass(frozen=True, slots=True)
class Interjection:
    """A subject behind which it is told who says so."""

    subject: int
    comma: int
    """The comma behind the subject."""
    speaker: int
    """Where who speaks starts."""
    closing: int
    """The comma behind who says so."""

    @property
    def verb(self) -> int | None:
        """The verb of saying, where it stands before who speaks."""
        return self.comma + 1 if self.speaker > self.comma + 1 else None


def interjections(
    tokens: Sequence[str], marks: Mapping[int, Mark], tenses: Tenses
) -> list[Interjection]:
    """All that is told so, in the order of the text."""
    inside = {at for mark in marks.values() for at in range(mark.start, mark.end)}
    out: list[Interjection] = []
    for at, word in enumerate(tokens):
        if word != "," or at in inside:
            continue
        closing = _closing(tokens, at, marks)
        if closing is None or not finite(tokens, closing + 1, marks, tenses):
            continue
        subject = _subject(tokens, at, marks, tenses)
        if subject is not None:
            speaker = at + 1 + (tokens[at + 1] in _SAYING)
            out.append(Interjection(subject, at, speaker, closing))
    return out


def _closing(tokens: Sequence[str], comma: int, marks: Mapping[int, Mark]) -> int | None:
    """The comma behind who says so, where somebody does behind ``comma``."""
    at = comma + 1
    before = "".join(tokens[at : at + 1]) in _SAYING
    speaker = _speaker(tokens, at + before, marks)
    if speaker is None:
        return None
    if before:
        return speaker if tokens[speaker : speaker + 1] == [","] else None
    if "".join(tokens[speaker : speaker + 1]) not in _SAYING:
        return None
    for end in range(speaker + 1, min(speaker + 1 + _BEHIND, len(tokens))):
        if tokens[end] == ",":
            return end
        if tokens[end] in _BEGINNINGS | _QUOTES or tokens[end] == "that":
            return None
    return None


def _speaker(tokens: Sequence[str], at: int, marks: Mapping[int, Mark]) -> int | None:
    """The token behind somebody who may speak and starts at ``at``; None where nobody does."""
    if "".join(tokens[at : at + 1]) in _PRONOUNS:
        return at + 1
    start = at + (at < len(tokens) and at not in marks and tokens[at] in DETERMINERS)
    mark = marks.get(start)
    acting = mark is not None and mark.unit.mention is not None and not mark.unit.demonym
    return mark.end if mark is not None and acting and mark.unit.actors else None


def _subject(
    tokens: Sequence[str], comma: int, marks: Mapping[int, Mark], tenses: Tenses
) -> int | None:
    """Where the subject starts that ends before ``comma``; None where no subject stands there."""
    start, told = _listed(comma, marks), False
    while start > max(0, comma - _LONGEST):
        word = tokens[start - 1].lower()
        if word in _BEGINNINGS or word in _JOINING:
            break
        if word == "," or word in _QUOTES:
            return None
        told = told or finite(tokens, start - 1, marks, tenses)
        start -= 1
    begun = start == 0 or tokens[start - 1].lower() in _BEGINNINGS | _JOINING
    first = tokens[start].lower()
    plain = start < comma and first not in _NO_SUBJECT and (not told or first == "what")
    return start if begun and plain else None


def _listed(comma: int, marks: Mapping[int, Mark]) -> int:
    """Where those start who are named right before the comma: "Kenya and Peru"; or the comma."""
    for start in range(comma - 1, max(-1, comma - _LONGEST), -1):
        mark = marks.get(start)
        if mark is not None:
            return start if mark.end == comma and len(mark.unit.actors) > 1 else comma
    return comma
