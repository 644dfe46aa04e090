"""Takes a noun together with the names that it announces or describes.

"The three states, X, Y and Z", "five envoys: X and Y", "the rival factions X and Y".
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from graph.model import ActorClass
from ingest.atoms import DETERMINERS
from ingest.listends import SORTS
from ingest.mentions import MentionKind
from ingest.units import MANY, Mark

_OPENING = ([","], [":"], ["—"], ["–"], ["("], ["-"], ["--"])
_CLOSING = ([","], ["—"], ["–"], [")"], ["-"], ["--"])
"""What opens and closes the list of those whom a number has announced."""
_SORT = (["faction"], ["group"], ["militia"], ["movement"], ["organisation"], ["organization"])
"""Nouns before a list of names, and before one name, that say what bears it."""
_QUALIFYING = frozenset(
    {
        "armed", "baltic", "extremist", "fellow", "islamic", "islamist", "jihadist", "main",
        "militant", "neighbouring", "neighboring", "opposing", "radical", "rebel", "rival",
        "separatist", "shia", "shiite", "sunni", "terrorist", "warring",
    }
)  # fmt: skip
_FACTIOUS = frozenset(
    {
        "armed", "breakaway", "communist", "extremist", "guerrilla", "hardline", "insurgent",
        "islamist", "jihadist", "left-wing", "leftist", "main", "maoist", "marxist", "militant",
        "opposition", "paramilitary", "powerful", "radical", "rebel", "right-wing", "rival",
        "secessionist", "separatist", "shia", "shiite", "sunni", "umbrella",
    }
)  # fmt: skip
"""What an armed group is called right before its name: "the separatist X"."""
_BACKED = frozenset({"aligned", "allied", "backed", "linked", "supported"})
"""What stands behind a dash in "Iranian-backed"."""
_FIGHTERS = frozenset(
    {
        "extremists", "fighters", "guerrillas", "insurgents", "jihadists", "militants", "rebels",
        "separatists", "terrorists",
    }
)  # fmt: skip
_KIN = frozenset({"allies", "neighbors", "neighbours", "partners"})
"""Those whose names may follow between commas."""
_OWN = frozenset(
    {
        "african", "arab", "asian", "close", "european", "her", "his", "its", "key", "my", "our",
        "regional", "the", "their", "three", "two", "western",
    }
)  # fmt: skip
_PARTIES = frozenset({ActorClass.ARMED_GROUP, ActorClass.ORGANIZATION, ActorClass.NGO})


class Announcing:
    """Joins the marks of one paragraph with the nouns before them."""

    def __init__(
        self,
        tokens: Sequence[str],
        folded: Sequence[str],
        offsets: Sequence[int],
        demonyms: Collection[str],
        first: int,
    ) -> None:
        """``demonyms`` are the words of the paragraph that only say of which state somebody is."""
        self._tokens, self._folded, self._offsets = tokens, folded, offsets
        self._qualifying, self._first = _QUALIFYING.union(demonyms), first

    def spelled(self, marks: list[Mark]) -> list[Mark]:
        """One mark for those who are announced and then named: "the three states, X, Y and Z"."""
        out: list[Mark] = []
        for mark in marks:
            announced = False
            while out and self._announces(out[-1], mark):  # "officials of the two states, X and Y"
                last, announced = out.pop(), True
                closed = self._tokens[mark.end : mark.end + 1] in _CLOSING
                unit = replace(mark.unit, start=last.unit.start)
                mark = replace(mark, start=last.start, end=mark.end + closed, unit=unit)
            if announced:
                out.append(mark)
                continue
            start = self._kin(mark)
            if start < mark.start:
                mark = replace(mark, end=mark.end + 1)
            else:
                start = self._described(mark)
            self._widened(out, mark, start)
        return out

    def called(self, marks: Sequence[Mark]) -> list[Mark]:
        """The marks, each group with what it is called before its name: "the separatist X"."""
        out: list[Mark] = []
        for mark in marks:
            self._widened(out, mark, self._factious(mark))
        return out

    def _widened(self, out: list[Mark], mark: Mark, start: int) -> None:
        """Puts the mark, from ``start`` on, behind those that stand before it."""
        while out and start < mark.start and (out[-1].end > start or self._before(out, start)):
            start = min(start, out.pop().start)
        if start < mark.start:
            word = mark.word or self._tokens[mark.end - 1]
            unit = replace(mark.unit, start=self._offsets[start])
            mark = replace(mark, start=start, unit=unit, word=word)
        out.append(mark)

    @staticmethod
    def _before(marks: Sequence[Mark], start: int) -> bool:
        """Whether unknown capitals end there: "the Central American | states X and Y"."""
        mention = marks[-1].unit.mention
        unknown = mention is not None and mention.kind is MentionKind.NAME
        return unknown and not marks[-1].unit.actors and marks[-1].end == start

    def _announces(self, last: Mark, mark: Mark) -> bool:
        """Whether a number of parties or of office-holders is spelled out right behind it."""
        mention, between = last.unit.mention, self._tokens[last.end : mark.start]
        if not between and self._bears(last, mark):
            return True
        if mention is None or mark.word != MANY or not mark.unit.actors:
            return False
        if mention.kind is MentionKind.GROUP:
            many = len(mark.unit.actors) == mention.count and between in _OPENING
            return many and not (between == [","] and self._acts(last, mark))
        holders = mention.kind is MentionKind.OFFICE and mention.plural and not mention.of
        return holders and between in ([":"], ["—"], ["–"], ["--"], ["from"], ["of"])

    def _acts(self, last: Mark, mark: Mark) -> bool:
        """Whether others act behind a comma: "In the presence of the two kings, A and B signed"."""
        opens = last.start <= self._first or self._tokens[last.start - 1] in {".", ":", ";", "“"}
        following = self._tokens[mark.end : mark.end + 1]
        return not opens and bool(following) and following[0].isalpha()

    def _bears(self, last: Mark, mark: Mark) -> bool:
        """Whether fighters are called by their name right behind: "Islamist rebels Al-Shabaab"."""
        actors = mark.unit.actors
        one = len(actors) == 1 and actors[0].kind is ActorClass.ARMED_GROUP
        return one and self._folded[last.end - 1] in _FIGHTERS

    def _kin(self, mark: Mark) -> int:
        """Where those start whom a list between commas names: "her allies, X, Y and Z, to act"."""
        at = mark.start - 2
        listed = mark.word == MANY and self._tokens[at + 1 : at + 2] == [","]
        closed = self._tokens[mark.end : mark.end + 1]
        if not listed or at < self._first or self._folded[at] not in _KIN or closed != [","]:
            return mark.start
        while at > self._first and self._folded[at - 1] in self._qualifying | _OWN:
            at -= 1
        return at

    def _described(self, mark: Mark) -> int:
        """Where the noun before names starts that says what they are: "the rival factions X, Y"."""
        actors, at = mark.unit.actors, mark.start - 1
        many = mark.word == MANY and self._folded[at : at + 1] in SORTS
        party = len(actors) == 1 and actors[0].kind in _PARTIES
        beside = self._folded[at : at + 1] in (["neighbouring"], ["neighboring"])
        named = mark.unit.mention is not None and mark.unit.mention.kind is MentionKind.NAMED
        apart = self._tokens[at - 1 : at] == [","]  # "the town of Y, neighbouring X"
        if beside and named and len(actors) == 1 and not apart:
            return at
        if not many and not (party and self._folded[at : at + 1] in _SORT):
            return mark.start
        while at > self._first and self._folded[at - 1] in self._qualifying:
            at -= 1
        return at - (party and at > self._first and self._folded[at - 1] in DETERMINERS)

    def _factious(self, mark: Mark) -> int:
        """Where a group's name starts together with what it is called: "the separatist X"."""
        actors, mention = mark.unit.actors, mark.unit.mention
        if len(actors) != 1 or actors[0].kind not in _PARTIES or mention is None:
            return mark.start
        at = mark.start - (self._folded[mark.start - 1 : mark.start] in _SORT)
        while at > self._first and self._folded[at - 1] in _FACTIOUS | self._qualifying | _BACKED:
            at -= 3 if self._folded[at - 1] in _BACKED and self._tokens[at - 2] == "-" else 1
        known = not _FACTIOUS.isdisjoint(self._folded[at : mark.start])
        determined = at > self._first and self._folded[at - 1] in DETERMINERS
        named = mention.kind is MentionKind.NAMED
        return at - 1 if named and known and determined else mark.start
