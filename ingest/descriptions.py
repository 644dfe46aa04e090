"""What stands before the name of a state or body and only says what it is.

"Fellow NATO member Turkey", "its landlocked neighbour Uganda", "the 10-nation ASEAN".
"""

from graph.model import ActorClass
from ingest.atoms import DETERMINERS, POSSESSIVES, Atoms, Geo
from ingest.tenses import NUMBERS, PREPOSITIONS

MEMBERS = frozenset({"countries", "governments", "nations", "states"})
_COUNTED = frozenset({"country", "member", "nation", "party", "state", "strong"})
_ALL = frozenset({"all", "the"})
_AFTER_VERBS = frozenset({"also", "can", "could", "may", "must", "not", "to", "will", "would"})
"""Before what is a verb and no noun: "will host Iran"."""
_PARTS = frozenset({"state", "states"})
_LEADING = DETERMINERS | POSSESSIVES | PREPOSITIONS
_LONGEST = 7
"""Words of a description, at the most."""


class Descriptions(Atoms):
    """The part of the grammar that goes past a description to the name behind it."""

    def past_description(self, at: int) -> int:
        """Where the state's name starts behind what describes it; ``at`` where nothing does."""
        if self.word(at - 1) in _AFTER_VERBS or self._verb_like(at):
            return at
        end, kin = at, ""
        while end < min(at + _LONGEST, self.size):
            geo = self.geo(end)
            if geo is not None and kin and geo.kind == "name":
                state = geo.entries[0].actor.kind is ActorClass.COUNTRY and not geo.genitive
                return end if state else at
            if geo is not None:
                end, kin = geo.end, ""
                part = geo.entries[0].actor.kind is ActorClass.COUNTRY and self.word(end) in _PARTS
                if geo.genitive or geo.kind in {"capital", "metonym"} or part:
                    return at  # "the US state of Georgia"
            elif self.word(end + 1) == "-" and self._lower(end) and self._lower(end + 2):
                end, kin = end + 3, ""  # "the oil-rich state"
            elif self.word(end) in self.words.kin:
                end, kin = self._past_comma(end + 1), self.word(end)
            elif self.word(end) in self.words.kin_modifiers:
                end, kin = end + 1, ""
            else:
                return at
        return at

    def _past_comma(self, at: int) -> int:
        """Past a comma and "the" before a state: "its ally | , the | X,"; ``at`` without one."""
        comma = self.word(at) == ","
        end = at + comma
        end += self.word(end) == "the"
        geo = self.geo(end) if end > at else None
        if geo is None:
            return at
        return end if not comma or self.word(geo.end) in {",", "and", "."} else at

    def _verb_like(self, at: int) -> bool:
        """Whether it is a noun for several without anything before it: "X rivals Y"."""
        several = self.word(at) in self.words.kin and self.word(at).endswith("s")
        if not (several and self._lower(at)):
            return False
        before = self.word(at - 1)
        return before.isalpha() and before not in _LEADING

    def _lower(self, at: int) -> bool:
        return at < self.size and self.tokens[at].isalpha() and self.tokens[at].islower()

    def past_number(self, at: int) -> int:
        """Past how many belong to a body: "the | 10-nation | ASEAN", "the | 15 | ECOWAS states"."""
        if not (self.word(at)[:1].isdigit() or self.word(at) in NUMBERS):
            return at
        if self.word(at + 1) == "-" and self.word(at + 2) in _COUNTED:
            geo = self.geo(at + 3)
            return at + 3 if geo is not None and _of_states(geo) else at
        geo = self.geo(at + 1) if self.word(at - 1) in _ALL else None
        if geo is None or not _of_states(geo):
            return at
        return at + 1 if self.word(geo.end) in MEMBERS | {"members", "member"} else at


def _of_states(geo: Geo) -> bool:
    """Whether it is an organisation, which has members."""
    return geo.entries[0].actor.kind is ActorClass.ORGANIZATION
