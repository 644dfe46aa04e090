"""Armed bands that no table knows, by whose they are or by name: "Syrian rebels", "XYZ rebels"."""

from functools import cached_property

from graph.model import ActorClass
from ingest.authority import Entry
from ingest.mentions import Mention, MentionKind
from ingest.officials import Officials
from ingest.tenses import NUMBERS

_BACKED = frozenset({"allied", "armed", "backed", "funded", "sponsored", "supported", "trained"})
_WARLIKE = frozenset(
    {
        "allied", "anti-government", "armed", "communist", "ethnic", "islamic", "islamist",
        "jihadist", "kurdish", "leftist", "maoist", "militant", "moderate", "muslim", "opposition",
        "rebel", "secessionist", "separatist", "shia", "shiite", "sunni",
    }
)  # fmt: skip
"""What may stand between a people and its rebels: "Syrian opposition fighters"."""
_ARMED_KIN = frozenset({"commandos", "fighters", "forces", "gunmen", "irregulars", "soldiers"})
"""Armed people who make a band of what is no state."""
_BANDS = {
    "guerillas": "guerrillas",
    "jihadis": "jihadists",
    "militia": "militias",
    "militiamen": "militias",
    "mujahedeen": "mujahideen",
    "opposition": "rebels",
    "oppositions": "rebels",
    "resistances": "resistance fighters",
}
"""Other words for a band, by the one that it is called by."""
_GROUPS = frozenset(
    {"faction", "group", "militia", "movement", "network", "organisation", "organization"}
)
_FIGHTING = frozenset(
    {
        "brigade", "brigades", "forces", "front", "guerrillas", "jihad", "liberation", "movement",
        "mujahideen", "rebels", "resistance",
    }
)  # fmt: skip
"""Words in the names of those who fight a state: "Popular Front for the Liberation of X"."""
AT_WAR = frozenset(
    {
        "armed", "ceasefire", "cease-fire", "extremists", "fighters", "guerrilla", "guerrillas",
        "insurgent", "insurgents", "jihadists", "militant", "militants", "militia", "militias",
        "rebel", "rebels", "separatist", "separatists", "truce",
    }
)  # fmt: skip
_OF_NAMES = frozenset({"'s", "-", "and", "for", "in", "of", "the", "’s"})
_AGAINST = frozenset({"anti", "counter", "far", "fellow", "non", "pro", "ultra"})
_ACTING = frozenset({".", "after", "by", "when", "“"})
ARMED_MEN = frozenset({"assailants", "attackers", "bandits", "gunmen", "men", "raiders"})
_FIGHTERS = frozenset(
    {
        "attackers", "extremists", "fighters", "guerrillas", "gunmen", "insurgents", "jihadists",
        "militants", "rebels", "terrorists",
    }
)  # fmt: skip
"""Whom a text that names one band may tell of without its name."""
_SUSPECTED = frozenset({"alleged", "suspected"})
_BELONGING = frozenset({"-", "from", "loyal", "of"})
_SOME_OF = frozenset({"band", "bands", "dozens", "group", "groups", "hundreds"})
_SHORTEST = 2
"""Letters that the name of a band has at least."""
_LONGEST = 14
"""Words of the name of a band, at the most."""


class Bands(Officials):
    """The part of the grammar that reads rebels, militants and militias."""

    @cached_property
    def only_band(self) -> Entry | None:
        """The only armed group that the paragraph names; None where it names several, or none."""
        named = (self.geo(at) for at in range(self.size))
        bands = {
            geo.entries[0]: None
            for geo in named
            if geo is not None and geo.entries[0].actor.kind is ActorClass.ARMED_GROUP
        }
        return next(iter(bands)) if len(bands) == 1 else None

    def counted_fighters(self, start: int) -> Mention | None:
        """ "92 insurgents", "five suspected militants", where the paragraph names one such band."""
        if not (self.tokens[start].isdigit() or self.word(start) in NUMBERS):
            return None
        at = start + 1
        while self.word(at) in _WARLIKE | _SUSPECTED and self.word(at) not in _FIGHTERS:
            at += 1
        alone = self.word(at) in _FIGHTERS and self.word(at + 1) not in _BELONGING
        band = self.only_band if alone else None
        if band is None:
            return None
        name = self.text(start, at + 1)
        return Mention(
            start=start, end=at + 1, kind=MentionKind.NAMED, of=(band,), name=name, force=True
        )

    def band(self, start: int, bare: int, at: int) -> Mention | None:
        """ "[Syrian] [rebel groups]", "[pro-Russian] [separatists]", "armed [Kurdish] [rebels]"."""
        named = self._named_band(start, bare) if self.at_war else None
        if named is not None:
            return named
        coming = self._from_abroad(start, bare)
        if coming is not None:
            return coming
        bare += self.word(bare) == "armed"
        whose, end = at, self._people_end(at)
        if end == at and bare != at:
            whose, end = bare, self._people_end(bare)
        if end == whose:
            return None
        people = self.text(whose, end).removesuffix("'s").removesuffix("’s")
        while self.word(end) in _WARLIKE and self.words.bands.end(self.folded, end) == end:
            end += 1
        stop = self.words.bands.end(self.folded, end)
        kin = end == whose + 1 and self.word(whose) in self.words.peoples  # "Kurdish fighters"
        stop += stop == end and kin and self.word(end) in _ARMED_KIN
        if stop == end or self._described(stop):
            return None
        noun = self.word(end) if stop == end + 1 or self.word(end) == "armed" else ""
        noun = f"{noun} groups" if noun == "armed" else noun or f"{self.word(end)}s"
        name = f"{people[:1].upper()}{people[1:]} {_BANDS.get(noun, noun)}"
        return Mention(
            start=start, end=stop, kind=MentionKind.NAMED, name=name, band=name, force=True
        )

    def _from_abroad(self, start: int, at: int) -> Mention | None:
        """ "An attack by [gunmen from X]": not where "rebels were driven from X".

        They do not act for the state.
        """
        stop = self.words.bands.end(self.folded, at)
        if stop == at and self.word(at) in ARMED_MEN:
            stop = at + (self.word(at) != "men")
        elif stop == at and self.word(at) == "armed" and self.word(at + 1) in ARMED_MEN:
            stop = at + 2
        plural = self.word(stop - 1).endswith(("men", "s"))
        if stop == at or not plural or self.word(stop) != "from" or not self._doing(start):
            return None
        geo = self.geo(stop + 1)
        if geo is None or geo.genitive or geo.kind != "name":
            return None
        if geo.entries[0].actor.kind is not ActorClass.COUNTRY or self.capital(geo.end):
            return None
        named = self.text(at, geo.end)
        name = f"{named[:1].lower()}{named[1:]}"
        return Mention(
            start=start, end=geo.end, kind=MentionKind.NAMED, name=name, band=name, force=True
        )

    def _doing(self, at: int) -> bool:
        """Whether who stands there does something: behind "by", or where a sentence begins."""
        before = self.word(at - 1) if at else "."
        of_them = before == "of" and self.word(at - 2) in _SOME_OF
        return before in _ACTING or of_them

    def band_end(self, at: int) -> int:
        """Past what a band is called behind its name: "the Séléka | militia group"."""
        many = self.words.bands.end(self.folded, at)
        if many > at and not self._described(many):
            return many
        end = at
        while self.word(end) in _WARLIKE | {"guerrilla", "insurgent", "militia", "terrorist"}:
            end += 1
        return end + 1 if self.word(end) in _GROUPS else at + (self.word(at) == "militia")

    def _named_band(self, start: int, at: int) -> Mention | None:
        """ "The [Sun Army] rebels", "the rebel group [XYZ]", "the [Popular Front of X (PFX)]"."""
        if self.word(at) in self.words.peoples or self.word(at) in AT_WAR:
            first, group = self._past_kind(at)
            end = self._bracketed_end(first)
            if end == first and group and self.capital(first) and self.geo(first) is None:
                end = self.name_end(first)
            return self._called(start, first, end, end) if end > first else None
        if not self.capital(at) or self.word(at) in self.words.not_names:
            return None
        full = self._bracketed_end(at)
        if full > at:
            return self._called(start, at, full, full)
        if self.geo(at) is not None or self.office(at) is not None:
            return None
        head = self.word(at).partition("-")[0]
        if head in NUMBERS | _AGAINST or head.endswith(("teen", "ty")):
            return None  # "thirteen militants", "anti-Khan rebels"
        end = self.name_end(at)
        if end - at == 1 and len(self.word(at)) < _SHORTEST:
            return None  # "ISIL-K militants"
        if any(self.geo(i) is not None for i in range(at + 1, end)):
            return None  # "fellow Taliban militants"
        if self._fought_for(start, at, end):
            return self._called(start, at, end, end)
        stop = self.words.bands.end(self.folded, end) if at < end < self.size else end
        plain = start == at and end == at + 1 and not self.tokens[at].isupper()
        begins = at == 0 or not self.word(at - 1)[:1].isalnum()
        if stop == end or self._described(stop) or (plain and begins):
            return None
        return self._called(start, at, end, stop)

    def _fought_for(self, start: int, at: int, end: int) -> bool:
        """Whether rebels are said to be of what is named: "the rebels of the [X Front]"."""
        of = self.word(start - 1) in {"from", "of"} and self.word(start - 2) in AT_WAR
        return of and end > at + 1 and not _FIGHTING.isdisjoint(self.folded[at:end])

    def _past_kind(self, at: int) -> tuple[int, bool]:
        """Past what a band is before its name, and whether a noun says so: "rebel group | X"."""
        end = at
        while self.word(end) in AT_WAR | _WARLIKE and (end == at or not self.capital(end)):
            end += 1
        if self.capital(at) and end == at + 1 and self.capital(end):
            return at, False  # "the Armed Forces of X (AFX)"
        group = self.word(end) in _GROUPS and not self.capital(end)
        return end + group, group

    def _bracketed_end(self, at: int) -> int:
        """Past a band's long name and the short one in brackets; ``at`` where none stands."""
        if self.body_end(at) > at:
            return at  # "the Armed Forces of X (AFX)"
        end = at
        while end < min(at + _LONGEST, self.size) and (
            self.capital(end) or (end > at and self.word(end) in _OF_NAMES)
        ):
            end += 1
        fights = end > at + 1 and not _FIGHTING.isdisjoint(self.folded[at:end])
        past = self.past_acronym(end) if fights and self.geo(at) is None else end
        return past if past > end else at

    @cached_property
    def at_war(self) -> bool:
        """Whether the paragraph tells of armed bands."""
        return not AT_WAR.isdisjoint(self.folded)

    def _called(self, start: int, first: int, last: int, end: int) -> Mention | None:
        """A band by its own name, which stands from ``first`` to ``last``."""
        name, short = self.text(first, last), ""
        if self.word(last - 1) == ")":
            name, short = self.text(first, last - 3), self.tokens[last - 2]
        elif self.past_acronym(end) > end:
            short, end = self.tokens[end + 1], end + 3
        lone = last == first + 1 and not self.tokens[first].isupper() and end > last
        band = self.text(first, end) if lone else name  # a region, mostly: "Kivu rebels"
        return Mention(
            start=start, end=end, kind=MentionKind.NAMED, name=band, band=band, short=short,
            force=True,
        )  # fmt: skip

    def _people_end(self, at: int) -> int:
        """Past what says whose a band is: "Syrian", "Colombia's", "Kurdish", "pro-Russian"."""
        if self.word(at) == "pro" and self.word(at + 1) == "-":
            geo = self.geo(at + 2)
            return geo.end if geo is not None and geo.kind == "demonym" else at
        geo = self.geo(at)
        if geo is not None and self.word(geo.end) == "-" and self.word(geo.end + 1) in _BACKED:
            state = geo.entries[0].actor.kind is ActorClass.COUNTRY
            behind = geo.end + 2
            return max(self._people_end(behind), behind) if state else at
        if geo is None:
            return at + (self.word(at) in self.words.peoples)
        state = geo.entries[0].actor.kind is ActorClass.COUNTRY or geo.kind == "demonym"
        group = geo.entries[0].actor.kind is ActorClass.ARMED_GROUP
        return geo.end if state and not group and (geo.kind == "demonym" or geo.genitive) else at
