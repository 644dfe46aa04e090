"""Mentions of several who were named before, by their number alone: "both", "the two", "all three".

They are the subject of a verb, and no noun stands behind them.
"""

from ingest.atoms import DETERMINERS
from ingest.blocs import Blocs
from ingest.mentions import Mention, MentionKind
from ingest.tenses import PREPOSITIONS

_PAIRS = {"duo": 2, "pair": 2, "trio": 3}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_ALONE = frozenset(
    {
        "agreed", "also", "are", "began", "called", "did", "discussed", "exchanged", "gave", "had",
        "have", "held", "later", "made", "met", "said", "sent", "signed", "spoke", "struck", "then",
        "told", "took", "voted", "were", "will", "would",
    }
)  # fmt: skip
"""What those stand before of whom only the number is told."""
_STOPS = frozenset({".", ",", ";"})
_BEGINNINGS = frozenset({".", "!", "?", ":", ";", '"', "“", "”", "after", "and", "but", "while"})
_TAKING_UP = PREPOSITIONS | DETERMINERS | {"each", "her", "him", "his", "it", "its", "one", "that"}
_TAKING_UP |= {"their", "them"}
"""What stands behind a verb, and behind a participle seldom: "both condemned | the raid"."""
_PASSIVE = frozenset({"as", "by", "from", "of"})


class BothSides(Blocs):
    """The part of the grammar that reads numbers for those who were named before."""

    def together(self, start: int) -> Mention | None:
        """ "The pair", "the two", "both", "all three": so many who were named before."""
        word, counted = self.word(start), self.word(start + 1)
        if word == "the" and counted in _PAIRS:
            end, count = start + 2, _PAIRS[counted]
            following = self.tokens[end] if end < self.size else "."
            if following in {"of", "-"} or following[:1].isupper():
                return None
        elif word == "the" and counted == "two":
            end, count = start + 2, 2
            if not (self.word(end) in _STOPS | {"", "who"} or self._verb_behind(end)):
                return None
        elif word == "all" and counted in _NUMBERS:
            end, count = start + 2, _NUMBERS[counted]
            if not self._verb_behind(end):
                return None
        else:
            end, count = start + 1, 2
            begins = start == 0 or self.word(start - 1) in _BEGINNINGS
            if word != "both" or not begins or not self._verb_behind(end):
                return None
        return self.several(start, end, count, persons=word == "the")

    def several(self, start: int, end: int, count: int, *, persons: bool) -> Mention:
        """Several who were named before, so many of them; 0 where nothing says how many."""
        return Mention(
            start=start,
            end=end,
            kind=MentionKind.GROUP,
            name=self.text(start, end),
            count=count,
            plural=True,
            office_kind="persons" if persons else "sides",
        )

    def _verb_behind(self, at: int) -> bool:
        """Whether a verb follows of which they are the subject."""
        word = self.word(at)
        if word in _ALONE:
            return True
        following = self.tokens[at + 1] if at + 1 < self.size else "."
        behind = following.lower() in _TAKING_UP - _PASSIVE or following[:1].isupper()
        return word.endswith("ed") and self.tokens[at].islower() and behind
