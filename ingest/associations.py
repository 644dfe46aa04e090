"""Associations that no table knows, by what they are or are called: "the rights group X".

They are actors of their own: they accuse states, ask of them and help them.
"""

from ingest.atoms import DETERMINERS, Atoms
from ingest.mentions import Mention, MentionKind

_WIDE = frozenset({"asian", "global", "international", "world", "worldwide"})
"""What the name begins with of those who are of no one state."""
_HEADS = frozenset(
    {
        "agency", "alliance", "assembly", "association", "coalition", "commission", "committee",
        "confederation", "congress", "consortium", "council", "federation", "foundation", "fund",
        "institute", "league", "movement", "network", "organisation", "organization", "secretariat",
        "society", "tribunal", "union", "watch",
    }
)  # fmt: skip
_LINKS = frozenset({"against", "for", "of", "on", "without"})
_WITHIN = frozenset({"&", "and", "in", "the", "to"})
"""What stands in a name behind such a link."""
_LONGEST = 10
"""Words of the name of an association, at the most."""
_FEWEST = 3
"""Words of one that only its name makes known."""
_BETWEEN = 5
"""Words before what a thing is in an apposition, at the most."""
_CLOSING = frozenset({",", ".", ";", ")"})


class Associations(Atoms):
    """The part of the grammar that reads associations and firms that no table knows."""

    def association(self, start: int, at: int) -> Mention | None:
        """ "The rights group [X]", "[International Council for Y (ICY)]", "[X], a charity"."""
        first = self.words.associations.end(self.folded, at)
        if not self.capital(first) or self.geo(first) is not None:
            return None
        introduced = first > at
        end = self._called_end(first)
        if end == first:
            return None
        if not (introduced or self._wide(first, end) or self._explained(start, first, end)):
            return None
        past = self.past_acronym(end)
        short = self.tokens[end + 1] if past > end else ""
        name = self.text(first, end)
        return Mention(
            start=start, end=past, kind=MentionKind.NAMED, name=name, short=short, association=True
        )

    def explained_firm(self, start: int, end: int) -> Mention | None:
        """ "[Sevtrans], a [Russian] shipping company,": named from ``start`` to ``end``."""
        if self.word(end) != "," or self.word(end + 1) not in DETERMINERS:
            return None
        at, of = end + 2, None
        while at < end + 2 + _BETWEEN and self.word(at) not in self.words.firms:
            geo = self.geo(at)
            if geo is None and not self.tokens[at : at + 1][0].islower():
                return None
            of = of or (geo.entries[:1] if geo is not None and geo.kind == "demonym" else None)
            at = geo.end if geo is not None else at + 1
            if at >= self.size:
                return None
        if of is None or self.word(at) not in self.words.firms:
            return None
        if at + 1 < self.size and self.word(at + 1) not in _CLOSING:
            return None
        stop = at + 1 + (self.word(at + 1) == ",")
        name = self.text(start, end)
        return Mention(
            start=start, end=stop, kind=MentionKind.NAMED, of=of, name=name, company=True
        )

    def _called_end(self, at: int) -> int:
        """Past a name with what it is for: "Council for Rivers and Lakes"."""
        end, linked = self.name_end(at + (self.word(at) in _WIDE)), False
        while end < min(at + _LONGEST, self.size):
            step = end
            while self.word(step) in _LINKS or (linked and self.word(step) in _WITHIN):
                step += 1
                linked = True
            if step == end or step > end + 2 or not self.capital(step):
                break
            geo = self.geo(step)
            if geo is not None and self.word(step - 1) in {"&", "and"}:
                break  # "Doctors for Peace | and Norway"
            end = geo.end - geo.genitive if geo is not None else max(self.name_end(step), step + 1)
        return end

    def _wide(self, at: int, end: int) -> bool:
        """Whether the name is that of an association of several states, or of none."""
        heads = not _HEADS.isdisjoint(self.folded[at + 1 : end])
        return self.word(at) in _WIDE and heads and end - at >= _FEWEST

    def _explained(self, start: int, at: int, end: int) -> bool:
        """Whether an apposition says so: "X, an Oslo-based human rights group"."""
        if start < at or self.word(end) != "," or self.word(end + 1) not in DETERMINERS:
            return False
        stop = min(end + 2 + _BETWEEN, self.size)
        kinds = (i for i in range(end + 2, stop) if self.words.associations.end(self.folded, i) > i)
        here = next(kinds, None)
        return here is not None and "," not in self.folded[end + 2 : here]
