"""Where a list of actors ends: with its last name, or before the subject of a new clause."""

from collections.abc import Sequence

from ingest.placewords import PLACE_WORDS
from ingest.tenses import BEING, PREPOSITIONS
from ingest.units import Mark

SORTS = (
    ["countries"], ["factions"], ["groups"], ["militias"], ["movements"], ["nations"],
    ["neighbours"], ["neighbors"], ["organisations"], ["organizations"], ["parties"], ["powers"],
    ["republics"], ["rivals"], ["states"],
)  # fmt: skip
"""Nouns before a list of names that say what those are."""
AFTER_TWO = PLACE_WORDS | {"on", "after", "before", "during", "by", "with", "of", "over", "and"}
"""What may follow a list of two that has a comma before its "and"."""
_CLAUSE_STARTS = frozenset(
    {
        ".", ";", ":", "that", "while", "after", "as", "and", "but",
        "when", "where", "whether", "if",
    }
)  # fmt: skip
"""Words and marks behind which a clause may begin."""
_EITHER = frozenset(
    {
        "attacks", "backs", "bans", "calls", "claims", "cuts", "demands", "ends", "orders", "plans",
        "praises", "protests", "raids", "recalls", "reports", "strikes", "supports", "threatens",
        "visits", "votes",
    }
)  # fmt: skip
"""What one does, or has several of."""
_BEHIND_VERBS = frozenset(
    {"a", "against", "all", "an", "for", "its", "off", "on", "that", "the", "to", "upon"}
)
"""What stands behind such words where they are verbs."""
_SAID = frozenset({"announced", "confirmed", "said", "says"})
"""Verbs behind which a clause begins: "said X and Y had agreed"."""
_FRONTING = frozenset({"amid", "as", "despite", "following", "upon"})
"""What else a sentence may begin with that ends before who acts."""
_OCCASIONS = frozenset({"At", "During", "Following", "In", "On"})
_HELD = frozenset(
    {"convened", "given", "held", "hosted", "meeting", "organised", "organized", "staged", "talks"}
)
"""What is done with an occasion, in its own noun phrase."""


class ListEnds:
    """Tells the lists of one paragraph from names that only stand beside each other."""

    def __init__(
        self, tokens: Sequence[str], folded: Sequence[str], verbs: frozenset[str], first: int
    ) -> None:
        """``first`` is the offset behind the dateline."""
        self._tokens, self._folded, self._verbs, self._first = tokens, folded, verbs, first

    def closed(self, marks: Sequence[Mark], at: int, last: int, between: Sequence[str]) -> bool:
        """Whether the last item of a list is not a new clause's subject.

        ``between`` are the words before it.
        """
        if self._governed(marks[at].start - 1):
            return True
        before = marks[at - 1] if at else None
        parted = before is not None and self._tokens[before.end : marks[at].start] == [","]
        if before is not None and parted and self.fronted(before, marks[last]):
            return True
        if self._after_occasion(marks[at].start):
            return True
        end = marks[last].end
        following = self._folded[end] if end < len(self._folded) else "."
        if last - at == 1 and "," in between and following.isalpha():
            return following in AFTER_TWO  # "X met Y, and Z saw W" has no list
        if end < len(self._folded) and self._acts(end, pair=last - at == 1):
            clause = range(max(self._first, marks[at].start - 12), marks[at].start)
            for i in reversed(clause):
                if self._tokens[i] in _CLAUSE_STARTS:
                    return True
                if self._folded[i] in _SAID:
                    return True
                if self._folded[i : i + 2] == ["thanks", "to"]:
                    return True
                sort = i == marks[at].start - 1 and [self._folded[i]] in SORTS
                if self._folded[i] in self._verbs and not sort:
                    # "the states X and Y" is no verb; "Faced with raids, | X and Y agreed"
                    return self._opening(i, marks[at].start)
        return True

    def _acts(self, at: int, *, pair: bool) -> bool:
        """Whether a verb stands behind a list, or behind two what is one by the words behind it.

        "Closed its border with X and Y calls for peace".
        """
        if self._folded[at] in self._verbs:
            return True
        behind = self._tokens[at + 1] if at + 1 < len(self._tokens) else "."
        goes_on = behind in _BEHIND_VERBS or behind[:1].isupper()
        return pair and self._folded[at] in _EITHER and goes_on

    def _opening(self, at: int, start: int) -> bool:
        """Whether a participle begins the sentence and a comma ends its clause before ``start``."""
        first = at == self._first or self._tokens[at - 1] in {".", "”", '"'}
        participle = self._folded[at].endswith(("ed", "ing")) and self._tokens[at][0].isupper()
        return first and participle and self._tokens[start - 1] == ","

    def _after_occasion(self, start: int) -> bool:
        """Whether a comma ends the occasion that opens the sentence: "At a rite held in Y, | X"."""
        comma = start - 1 - (self._folded[start - 1 : start] == ["the"])
        if comma < 1 or self._tokens[comma] != ",":
            return False
        begin = comma
        while begin > self._first and self._tokens[begin - 1] not in {".", "!", "?", ";", ":"}:
            begin -= 1
        told = {word for word in self._folded[begin:comma] if word in self._verbs}
        return self._tokens[begin] in _OCCASIONS and bool(told) and told <= _HELD

    def fronted(self, mark: Mark, last: Mark) -> bool:
        """Whether a comma ends what a sentence begins with: "In a deal with X, Y and Z agreed"."""
        follows = "".join(self._folded[last.end : last.end + 1])
        led = "".join(self._folded[mark.start - 1 : mark.start])
        if follows not in self._verbs or led not in PREPOSITIONS - {"among", "and", "between"}:
            return False
        return self.opened(mark.start - 1)

    def opened(self, at: int) -> bool:
        """Whether the sentence begins with a preposition, and no comma stands before ``at``."""
        start = at
        while start > self._first and self._tokens[start - 1] not in {".", "!", "?", ",", ";", ":"}:
            start -= 1
        opening = self._tokens[start]
        return opening[:1].isupper() and opening.lower() in PREPOSITIONS | _FRONTING

    def _governed(self, at: int) -> bool:
        """Whether the word before a list asks for several, or for who has done what is told.

        "Talks between X and Y began"; "a statement issued by X and Y said", but not "was hit by X
        and Y responded".
        """
        if at < 0:
            return False
        if self._folded[at] == "between":
            return True
        done = self._folded[at] == "by" and at > 1 and self._folded[at - 1].endswith("ed")
        return done and self._folded[at - 2] not in BEING
