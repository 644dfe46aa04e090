"""Names that describe one noun together: "EU-Iran talks", "French and German troops"."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.mentions import MentionKind
from ingest.units import Mark, Unit

_COMPOUNDED = frozenset({MentionKind.DEMONYM, MentionKind.NAMED, MentionKind.PERSON})
_HYPHENS = frozenset({"-", "–", "/"})
_LINKING = frozenset(
    {"and", "as", "at", "by", "for", "in", "is", "of", "on", "or", "to", "was", "with"}
)


class Compounds:
    """Joins the names of one paragraph that stand before one noun."""

    def __init__(self, tokens: Sequence[str], folded: Sequence[str], verbs: frozenset[str]) -> None:
        self._tokens, self._folded, self._verbs = tokens, folded, verbs

    def joined(self, marks: list[Mark], at: int) -> tuple[Mark, int] | None:
        """ "EU-Iran" before a noun, "US-Japan-South Korea": one adjective for all of them.

        So are "Franco-German", "French and German" and "US, British and French".
        """
        last = at
        while last + 1 < len(marks) and self._hyphened(marks[last], marks[last + 1]):
            last += 1
        more = self._adjectives(marks, at) if last == at else 0
        both, last = more > 0, last + more
        units = [mark.unit for mark in marks[at : last + 1]]
        following = self._folded[marks[last].end : marks[last].end + 1]
        noun = bool(following) and following[0].replace("-", "").isalpha()
        noun = noun and (following[0] not in self._verbs or (both and following[0].endswith("s")))
        noun = noun and self._tokens[marks[last].end].islower() and following[0] not in _LINKING
        if last == at or not noun:
            return None
        mentions = (m for u in units for m in u.mentions)
        unit = Unit(
            start=units[0].start,
            end=units[-1].end,
            actors=tuple(dict.fromkeys(a for u in units for a in u.actors)),
            certainty=min(u.certainty for u in units),
            mentions=tuple(replace(m, kind=MentionKind.DEMONYM) for m in mentions),
        )
        return Mark(start=marks[at].start, end=marks[last].end, unit=unit, word="Israeli"), last + 1

    def _adjectives(self, marks: Sequence[Mark], at: int) -> int:
        """How many adjectives more make one list: "French and German", "US, British and French"."""
        last = at
        while last + 1 < len(marks) and (last == at or self._adjective(marks[last])):
            between = self._folded[marks[last].end : marks[last + 1].start]
            last += 1
            if between in (["and"], [",", "and"]):
                closed = self._adjective(marks[at]) and marks[last].unit.demonym
                return last - at if closed else 0
            if between != [","]:
                break
        return 0

    def _adjective(self, mark: Mark) -> bool:
        """Whether it says whose something is: "Russian", and "US" or "the U.S." as well."""
        words = [t for t in self._tokens[mark.start : mark.end] if t.lower() != "the"]
        return mark.unit.demonym or (len(words) == 1 and words[0].isupper())

    def _hyphened(self, mark: Mark, other: Mark) -> bool:
        """Whether a hyphen without blanks joins two names."""
        tight = self._tokens[mark.end : other.start]
        together = (
            len(tight) == 1 and tight[0] in _HYPHENS and other.unit.start - mark.unit.end == 1
        )
        sorts = [m.kind for unit in (mark.unit, other.unit) for m in unit.mentions]
        return together and len(sorts) > 1 and all(kind in _COMPOUNDED for kind in sorts)
