"""Puts the members that are named in the place of their group: "six powers — A, B and C — met".

So a list between dashes, in brackets, behind a comma or behind "including" acts for "several
countries" before it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.quotations import STOPS, sentence_start
from ingest.tenses import NUMBERS, PREPOSITIONS
from ingest.units import MANY, Mark

GROUPS = frozenset(
    {
        "allies", "backers", "capitals", "countries", "delegations", "democracies", "economies",
        "factions", "governments", "groups", "leaders", "members", "militias", "movements",
        "nations", "neighbors", "neighbours", "officials", "organisations", "organizations",
        "participants", "parties", "partners", "powers", "republics", "rivals", "signatories",
        "states", "supporters",
    }
)  # fmt: skip
"""Nouns for several whose names may stand beside them."""
_ALONE = frozenset(
    {"alliance", "bloc", "coalition", "grouping", "quad", "quartet", "trio", "troika"}
)
"""Nouns for one group all of whose members may be named behind it: "the troika (A, B and C)"."""
_CONSISTING = frozenset({"comprising", "of"})
_DASHES = frozenset({"-", "—", "–", "--"})
_OPENING = _DASHES | {"(", ",", ";"}
_NESTED = 2
"""Groups that may stand one in another."""
_SOME = (
    ("(", "including"), ("(", "namely"), ("(", "such", "as"), ("(", "among", "them"),
    (",", "including"), ("including",), (",", "namely"), ("namely",), (":", "namely"),
    (",", "such", "as"), ("such", "as"), (",", "among", "them"),
    (",", "comprising"), ("comprising",), (",", "consisting", "of"), ("consisting", "of"),
    (",", "made", "up", "of"), ("made", "up", "of"), (",", "composed", "of"), ("composed", "of"),
    (",", "notably"), (",", "among", "which", "were"), (",", "like"), ("like",),
)  # fmt: skip
"""What stands between a group and some of its members."""
_SOME_ENDS = frozenset(words[-1] for words in _SOME)
_LATER = frozenset(
    {
        ("among", "them", "are"), ("among", "them", "were"), ("among", "these", "are"),
        ("among", "these", "were"), ("among", "those", "were"), ("these", "are"),
        ("these", "include"), ("these", "included"), ("these", "were"), ("they", "are"),
        ("they", "include"), ("they", "included"), ("they", "were"),
        ("those", "include"), ("those", "included"),
    }
)  # fmt: skip
"""What begins a sentence that names those of whom the one before told."""
_EARLIER = frozenset(
    {("are", "among", "them"), ("are", "some", "of", "them"), ("were", "among", "them")}
)
"""The same behind their names."""
_COUNTS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
"""Each number in words, at its place."""
_FOLLOWING = "following"
"""Said of a group whose members stand behind a colon."""
_LEFT = 5
"""Words that may stand before the noun for a group."""
_LASTING = frozenset(
    {
        "bordering", "competing", "developing", "existing", "founding", "leading", "neighboring",
        "neighbouring", "opposing", "participating", "remaining", "ruling", "warring",
    }
)  # fmt: skip
"""Words in "ing" that say what a group is, and not what is done to it."""
_BEFORE = frozenset(
    {"bans", "blacklists", "brings", "brought", "gathered", "gathers", "sanctions", "together"}
)
"""Words before a group that do not belong to it."""
_AUXILIARIES = frozenset({"can", "could", "may", "might", "must", "should", "to", "will", "would"})
_GENITIVES = frozenset({"'", "'s", "’", "’s"})
_DETERMINED = frozenset({"a", "all", "both", "each", "its", "our", "the", "their", "these"})

Listed = Callable[[Sequence[Mark], int], tuple[Mark, int] | None]
"""Joins the list that begins with one of the marks; with the mark behind it."""


class MemberLists:
    """The groups of one paragraph whose members are named beside them."""

    def __init__(
        self,
        tokens: Sequence[str],
        folded: Sequence[str],
        offsets: Sequence[int],
        verbs: frozenset[str],
    ) -> None:
        self._tokens, self._folded, self._offsets, self._verbs = tokens, folded, offsets, verbs

    def joined(self, marks: list[Mark], listed: Listed) -> list[Mark]:
        """The marks, with one in the place of each group and its members.

        A group may be among the members of another: "the powers — the members of X (A and B) and
        C —".
        """
        for _ in range(_NESTED):
            made = self._joined(marks, listed)
            if len(made) == len(marks):
                break
            marks = made
        return made

    def named_later(self, marks: Sequence[Mark]) -> list[Mark]:
        """The marks, with one for each group whose members the next sentence names.

        "Many states expelled envoys. Among them were A, B and C."
        """
        out = list(marks)
        for members in marks:
            if len(members.unit.actors) > 1 and not members.unit.demonym and self._later(members):
                group = self._told_before(members, marks)
                if group is not None:
                    out = [m for m in out if m.end <= group.start or m.start >= group.end]
                    out.append(group)
        return sorted(out, key=lambda mark: mark.start)

    def _later(self, members: Mark) -> bool:
        """Whether a sentence says no more than whose the names are."""
        before = tuple(self._folded[sentence_start(self._tokens, members.start) : members.start])
        if before in _LATER:
            return True
        behind = self._folded[members.end : members.end + 4]
        return not before and any(tuple(behind[: len(words)]) == words for words in _EARLIER)

    def _told_before(self, members: Mark, marks: Sequence[Mark]) -> Mark | None:
        """The first group without names of the sentence before that of its members."""
        end = sentence_start(self._tokens, members.start) - 1
        if end < 1:
            return None
        unnamed = {m.end - 1: m for m in marks if not m.unit.actors and m.unit.mention is not None}
        named = {at for m in marks if m.unit.actors for at in range(m.start, m.end)}
        for noun in range(sentence_start(self._tokens, end - 1), end):
            office = unnamed.get(noun)
            plural = office is not None and any(m.plural for m in office.unit.mentions)
            if noun in named or not (plural or self._tokens[noun] in GROUPS):
                continue
            near = next((m for m in reversed(marks) if m.end <= noun), None)
            start = office.start if office is not None else self._group(noun + 1, near)
            unit = replace(
                members.unit,
                start=self._offsets[start],
                end=self._offsets[noun] + len(self._tokens[noun]),
            )
            return Mark(start=start, end=noun + 1, unit=unit, word=MANY)
        return None

    def _joined(self, marks: list[Mark], listed: Listed) -> list[Mark]:
        out: list[Mark] = []
        at = 0
        while at < len(marks):
            found = self._members(marks, at, listed)
            if found is None:
                out.append(marks[at])
                at += 1
                continue
            mark, at = found
            while out and out[-1].end > mark.start:
                out.pop()
            out.append(mark)
        return out

    def _members(self, marks: list[Mark], at: int, listed: Listed) -> tuple[Mark, int] | None:
        """The mark for a group whose members begin at ``at``."""
        first = marks[at].start
        first -= first > 0 and self._folded[first - 1] == "the"
        opened, some = self._opened(first)
        if opened == first:
            return None
        aside = self._tokens[opened] == "," and not some
        before = marks[at - 1] if at else None
        whole = (opened == first - 1 and not aside) or self._folded[first - 1] in _CONSISTING
        nouns = GROUPS | _ALONE if whole else GROUPS
        start = self._group(opened, before if not aside else None, nouns)
        if start == opened:
            return None
        if before is not None and before.start < start < before.end:
            start = before.start
        owned = start > 0 and self._folded[start - 1] in _GENITIVES
        if owned and before is not None and before.end in {start - 1, start}:
            start = before.start  # "Sudan's neighbours, namely A and B"
        found = listed(marks, at)
        unit = marks[at].unit
        if found is None and (some or len(unit.mentions) > 1) and unit.actors and not unit.demonym:
            found = marks[at], at + 1
        if found is None:
            return None
        members, following = found
        end = self._closed(members.end, self._tokens[opened], some=some)
        if end is None or (aside and not self._as_many(start, opened, members)):
            return None
        unit = replace(members.unit, start=self._offsets[start])
        return Mark(start=start, end=end, unit=unit, word=MANY), following

    def _opened(self, first: int) -> tuple[int, bool]:
        """Where what leads from a group to its members begins, and whether these are only some."""
        for words in _SOME if first > 0 and self._folded[first - 1] in _SOME_ENDS else ():
            if tuple(self._folded[max(0, first - len(words)) : first]) == words:
                return first - len(words), True
        if first > 0 and self._tokens[first - 1] == ":":
            before = self._folded[max(0, first - 1 - _LEFT) : first - 1]
            return (first - 1 if _FOLLOWING in before else first), True
        dashed = first > 0 and self._tokens[first - 1] in _OPENING
        return (first - 1 if dashed else first), False

    def _group(self, end: int, before: Mark | None, nouns: frozenset[str] = GROUPS) -> int:
        """Where the words for a group begin that end in one of the ``nouns``; ``end`` if none do.

        They may be of somebody: "the permanent members of the Security Council".
        """
        noun = end - 1
        unknown = before is not None and before.end == end and not before.unit.actors
        if unknown and self._folded[noun] in nouns:
            return before.start if before is not None else end  # "its | Dialogue Partners"
        if before is not None and before.end == end and self._tokens[noun] not in GROUPS:
            noun = before.start - 1
            noun -= noun > 0 and self._folded[noun] == "the"
            if noun < 1 or self._folded[noun] != "of":
                return end
            noun -= 1
        if noun < 0 or (
            self._tokens[noun] not in GROUPS and self._folded[noun] not in nouns - GROUPS
        ):
            return end
        at = noun
        while at > 0 and noun - at < _LEFT and self._describes(at - 1):
            at -= 1
            counted = self._folded[at] in NUMBERS or self._folded[at].isdigit()
            if self._folded[at] in _DETERMINED or (counted and not self._determined(at - 1)):
                break
        return at

    def _determined(self, at: int) -> bool:
        """Whether an article or the like stands there: "the | five states"."""
        return at >= 0 and self._folded[at] in _DETERMINED

    def _describes(self, at: int) -> bool:
        """Whether a word may belong to the noun behind it."""
        word = self._folded[at]
        if word in _DETERMINED | NUMBERS or word.isdigit():
            return True
        if word == _FOLLOWING:  # "the | following states: A and B"
            return at > 0 and self._folded[at - 1] in _DETERMINED
        if word.endswith("ing"):
            return word in _LASTING  # "encouraging | allies such as X"
        if word in _BEFORE or (at > 0 and self._folded[at - 1] in _AUXILIARIES):
            return False  # "will gather leaders", "brought together leaders"
        return word.isalnum() and word not in self._verbs and word not in PREPOSITIONS

    def _as_many(self, start: int, end: int, members: Mark) -> bool:
        """Whether the words for a group say how many are named: "three states, A, B and C"."""
        count = len(members.unit.actors)
        said = {word for word in self._folded[start:end] if word in NUMBERS or word.isdigit()}
        return said <= {str(count), *_COUNTS[count : count + 1]} and bool(said)

    def _closed(self, end: int, opening: str, *, some: bool) -> int | None:
        """The token behind what closes the list that ends there; None where nothing does."""
        word = self._tokens[end] if end < len(self._tokens) else "."
        if opening == "(":
            return end + 1 if word == ")" else None
        if opening == ";":
            return end + (word == ";") if word == ";" or word in _DASHES else None
        if word in STOPS:
            return end
        if opening in _DASHES:
            return end + 1 if word in _DASHES else None
        if word == ",":
            return end + 1
        return end if some else None
