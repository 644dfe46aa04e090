"""Armed bands without a name, by whose they are: "Syrian rebels", "pro-Russian separatists"."""

from graph.model import ActorClass
from ingest.mentions import Mention, MentionKind
from ingest.officials import Officials

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


class Bands(Officials):
    """The part of the grammar that reads rebels, militants and militias."""

    def band(self, start: int, bare: int, at: int) -> Mention | None:
        """ "[Syrian] [rebel groups]", "[pro-Russian] [separatists]", "armed [Kurdish] [rebels]"."""
        bare += self.word(bare) == "armed"
        whose, end = at, self._people_end(at)
        if end == at and bare != at:
            whose, end = bare, self._people_end(bare)
        if end == whose:
            return None
        people = self.text(whose, end).removesuffix("'s").removesuffix("’s")
        while self.word(end) in _WARLIKE and self.words.bands.end(self.folded, end) == end:
            end += 1
        stop = self.words.bands.end(self.folded, end) if end < self.size else end
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

    def band_end(self, at: int) -> int:
        """Past what a band is called behind its name: "the Séléka | militia group"."""
        many = self.words.bands.end(self.folded, at) if at < self.size else at
        if many > at and not self._described(many):
            return many
        end = at
        while self.word(end) in _WARLIKE | {"guerrilla", "insurgent", "militia", "terrorist"}:
            end += 1
        return end + 1 if self.word(end) in _GROUPS else at + (self.word(at) == "militia")

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
