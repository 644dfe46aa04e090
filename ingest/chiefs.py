"""Who leads somebody: whose office, government or forces are named by their name."""

from dataclasses import replace

from graph.model import ActorClass
from ingest.atoms import DETERMINERS
from ingest.mentions import Mention, MentionKind
from ingest.officials import Officials
from ingest.tenses import PREPOSITIONS

OFFICE = "office"
CABINETS = frozenset({"administration", "cabinet", "government", "regime"})
"""What stands behind a name for those whom its bearer leads: "the Obama administration"."""
_FOLLOWERS = frozenset({"army", "forces", "loyalists", "military", "soldiers", "troops"})
"""Who fights for a leader: "Assad's | forces"."""
_JOINED = frozenset({"and", "or", "building", "where", "which"})


class Chiefs(Officials):
    """The part of the grammar that reads what is a leader's: "Assad's | forces"."""

    def mention(self, start: int) -> Mention | None:
        """The mention that starts at a token; None if none."""
        raise NotImplementedError

    def chief(self, at: int) -> Mention | None:
        """Who leads a state, whose office is named: "the office of | Kenya's president"."""
        named = at + (self.word(at) in DETERMINERS)
        if named >= self.size or (self.office(named) is None and self.geo(named) is None):
            return None
        chief = self.mention(at)
        if chief is None or chief.kind is MentionKind.PERSON:
            return chief
        whole = bool(chief.of) and chief.of[0].actor.kind is not ActorClass.COUNTRY
        organ = chief.kind is MentionKind.NAMED and whole
        return chief if organ or (chief.kind is MentionKind.OFFICE and chief.of) else None

    def led_by(self, leader: Mention, at: int) -> Mention | None:
        """The government or the forces of a leader, "Assad's | forces", or who speaks for them.

        "The prime minister's | office" is the state's, "X's office" speaks for X.
        """
        if self.word(at) == OFFICE and self._speaks(leader.start, at + 1):
            return replace(leader, end=at + 1)
        at -= self.word(at) not in _FOLLOWERS and self.word(at - 1) in CABINETS
        cabinet = self.word(at) in CABINETS
        if leader.kind is MentionKind.OFFICE or not (cabinet or self.word(at) in _FOLLOWERS):
            return None
        goes_on = self.capital(at + 1) or self.word(at + 1) == "-"
        if at + 1 < self.size and (goes_on or self._described(at + 1)):
            return None
        return Mention(
            start=leader.start,
            end=at + 1,
            kind=MentionKind.OFFICE,
            name=leader.name,
            of=leader.of[:1],
            office=self.word(at),
            office_kind="cabinet",
            chief=leader,
            plural=not cabinet,
            force=not cabinet,
        )

    def _speaks(self, start: int, end: int) -> bool:
        """Whether an office that ends there acts, and is not where something is."""
        before, behind = self.word(start - 1), self.word(end)
        placed = before in PREPOSITIONS or behind in PREPOSITIONS or behind in _JOINED
        return not placed and behind.isalpha() and self.tokens[end].islower()
