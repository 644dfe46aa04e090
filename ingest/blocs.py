"""Mentions of one side by what it is among others: "the 15-member body", "its neighbour"."""

from dataclasses import replace

from ingest.anaphora import Anaphora
from ingest.authority import Entry
from ingest.bands import Bands
from ingest.mentions import LED, NEIGHBOUR, Mention, MentionKind

OWNED = frozenset({"-", "for", "from", "in", "of"})
"""Words behind a body that go on to say whose it is, or what."""
COUNTRIES = frozenset(
    {
        "country", "nation", "kingdom", "republic", "sultanate", "emirate",
    }
)  # fmt: skip
_UNITS = frozenset({"country", "member", "nation", "state"})
"""Of what a group has so many: "the 15-member body"."""
_LED = frozenset({"alliance", "bloc", "coalition", "group"})
_ASSOCIATIONS = frozenset(
    {
        "charity", "faction", "group", "militia", "movement", "ngo", "organisation", "organization",
        "watchdog",
    }
)  # fmt: skip
_BANDED = frozenset({"faction", "militia"})
_FIGHTING_KINDS = frozenset(
    {
        "allied", "anti-government", "armed", "extremist", "fundamentalist", "guerrilla",
        "insurgent", "islamic", "islamist", "jihadi", "jihadist", "kurdish", "leftist", "maoist",
        "marxist", "militant", "paramilitary", "rebel", "separatist", "shia", "shiite", "sunni",
        "terror", "terrorist",
    }
)  # fmt: skip
"""Words for groups that fight: "the Islamist movement"."""
_HELPING_KINDS = frozenset(
    {
        "advocacy", "aid", "campaign", "charity", "environmental", "freedom", "human",
        "humanitarian", "media", "medical", "monitoring", "press", "relief", "rights",
    }
)  # fmt: skip
"""Words for those that help or watch: "the rights group"."""
_SUPPORTED = frozenset({"aligned", "allied", "backed", "based", "funded", "linked", "supported"})
_DESCRIBED = 8
"""Words of "the Lebanese Iran-backed militant group", at the most."""
_NEIGHBOURS = frozenset({"neighbor", "neighbour"})
_NEIGHBOURING = frozenset({"neighboring", "neighbouring"})
_DIRECTIONS = frozenset({"eastern", "northern", "southern", "western"})


class Blocs(Bands):
    """The part of the grammar that takes up a group by its size or leader, and neighbours."""

    def gathered(self, start: int, anaphora: Anaphora) -> Mention | None:
        """ "The 15-member body", "the Saudi-led bloc": by how many it has, or who leads it."""
        at, word = start + 1, self.word(start + 1)
        counted = word.isdigit() or word in anaphora.numbers
        geo = self.geo(at)
        of: tuple[Entry, ...] = ()
        if counted and self.word(at + 1) == "-" and self.word(at + 2) in _UNITS:
            end = at + 4
        elif geo is not None and self.word(geo.end) == "-" and self.word(geo.end + 1) == "led":
            end, of = geo.end + 3, geo.entries[:1]
        else:
            return None
        noun = self.word(end - 1)
        follows = self.capital(end) or self.geo(end) is not None or self.word(end) in OWNED
        if follows or noun not in (_LED if of else anaphora.organisation):
            return None
        found = one_side(start, end, noun, plural=bool(of))
        return replace(found, of=of, office_kind=LED) if of else found

    def described_group(self, start: int) -> Mention | None:
        """ "The Lebanese militant group", "the New York-based rights group": one named before.

        What a state or people is said to have so is an armed group, as what others back is.
        """
        at = start + 1
        if self.word(start) != "the" or at >= self.size:
            return None
        fights = helps = False
        while at < start + _DESCRIBED and self.word(at) not in _ASSOCIATIONS:
            geo, joined = self.geo(at), self._joined_end(at)
            if joined > at:
                fights |= self.word(joined - 1) != "based"
                at = joined
            elif geo is not None and geo.kind == "demonym":
                fights, at = True, geo.end
            elif self.word(at) in _FIGHTING_KINDS:
                fights, at = True, at + 1
            elif self.word(at) in _HELPING_KINDS:
                helps, at = True, at + 1
            else:
                return None
        end = at + 1
        if at == start + 1 or self.word(at) not in _ASSOCIATIONS or self._names_on(end):
            return None
        fights |= self.word(at) in _BANDED
        name = "watchdog" if helps else "militant group" if fights else self.word(at)
        return one_side(start, end, name)

    def _joined_end(self, at: int) -> int:
        """Past "Iran-backed", "New York-based"; ``at`` where nothing of the kind stands."""
        here = at
        while here < at + 3 and self.capital(here):
            here += 1
        helped = here > at and self.word(here) == "-" and self.word(here + 1) in _SUPPORTED
        return here + 2 if helped else at

    def _names_on(self, end: int) -> bool:
        """Whether a group is named behind what it is, or is part of something else."""
        comma = self.word(end) == ","
        if self.capital(end + comma) or self.geo(end + comma) is not None:
            return True
        other = self.word(end) in OWNED or self.word(end) in self.words.described
        return other or self.office(end) is not None

    def neighbour(self, start: int) -> Mention | None:
        """ "The neighbour", "its northern neighbour", "the neighbouring country"."""
        at = start + 1
        if self.word(start) not in {"the", "its", "their"} or at >= self.size:
            return None
        while at + 1 < self.size and self._tells(self.word(at)):
            at += 1
        noun, end = self.word(at), at + 1
        country = noun in COUNTRIES and self.word(at - 1) in _NEIGHBOURING
        if noun not in _NEIGHBOURS and not country:
            return None
        named = self.word(end) == "," and self.geo(end + 1) is not None  # "its neighbour, Togo"
        if named or self.word(end) in {"-", "of", "'s", "’s"} or self.capital(end):
            return None
        if self.geo(end) is not None or self.office(end) is not None:
            return None
        return None if self.word(end) in self.words.described else one_side(start, end, NEIGHBOUR)

    def _tells(self, word: str) -> bool:
        """Whether a word says of a neighbour what or where it is."""
        return word in self.words.kin_modifiers or word in _DIRECTIONS


def one_side(start: int, end: int, name: str, *, plural: bool = False) -> Mention:
    """A noun that takes up one side named before: "the bloc", "the rebels"."""
    return Mention(
        start=start,
        end=end,
        kind=MentionKind.GROUP,
        name=name,
        count=1,
        office_kind="sides",
        plural=plural,
    )
