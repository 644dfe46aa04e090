"""Whether the name of a state or organisation only describes: "the NATO member", "China Daily"."""

from functools import cached_property

from graph.model import ActorClass
from ingest.atoms import Atoms, Geo
from ingest.descriptions import MEMBERS
from ingest.titles import token_text

_DESCRIBING = frozenset(
    {
        "backed", "led", "sponsored", "controlled", "held", "based", "born", "made", "style",
        "wide", "appointed", "funded", "supported", "occupied", "administered", "trained",
        "built", "allied", "aligned", "friendly", "imposed",
        "designed", "developed", "manufactured", "produced", "supplied",
    }
)  # fmt: skip
_MADE = frozenset(
    {"born", "built", "designed", "developed", "made", "manufactured", "produced", "style"}
)
"""What says of a thing or a person where it comes from, and not whose it is."""
_ARMS = frozenset(
    {
        "aircraft", "ammunition", "bomb", "drone", "gun", "helicopter", "jet", "missile", "plane",
        "rifle", "rocket", "ship", "submarine", "system", "tank", "vessel", "weapon",
    }
)  # fmt: skip
_ARMS_WITHIN = 5
"""Words behind "-made" among which a weapon stands; of other goods it says whose trade it is."""
_LED_WITHIN = 5
"""Words behind "-led" among which the deed stands that somebody leads."""
_DEEDS = frozenset(
    {
        "air", "airstrike", "airstrikes", "assault", "attack", "attacks", "blockade",
        "bombardment", "bombing", "campaign", "drill", "drills", "embargo", "exercise",
        "exercises", "force", "forces", "intervention", "invasion", "mediation", "negotiations",
        "occupation", "offensive", "operation", "operations", "raid", "raids", "sanctions",
        "strike", "strikes", "talks", "troops", "war",
    }
)  # fmt: skip
_JOINING = frozenset({"-", "–", "—", "/", "and", "&"})
_ENTERING = frozenset({"accession", "application", "bid", "candidacy", "membership"})
"""What a state has of an organisation that it wants to join."""


class Attributives(Atoms):
    """The part of the grammar that knows names which stand for nobody by themselves."""

    @cached_property
    def headline(self) -> bool:
        """Whether nearly all words have capitals, so that a capital says nothing."""
        return token_text(self.tokens).headline

    def only_seat(self, at: int, geo: Geo) -> bool:
        """Whether a capital is only where talks were held: "the Vienna talks"."""
        listed = at > 0 and self.word(at - 1) in _JOINING
        held = geo.end < self.size and self.words.held.end(self.folded, geo.end) > geo.end
        return held and not geo.genitive and not listed

    def hyphened(self, start: int, end: int) -> bool:
        """Whether a state stands in a title as an adjective: "the Norway–Kenya Business Forum"."""
        dashed = self.word(start - 1) in {"-", "–", "/"} and self.geo(start - 2) is not None
        return dashed and self.capital(end) and self.office(end) is None

    def leading_in(self, end: int, geo: Geo) -> bool:
        """Whether a name says who leads a deed or forces of several: "the US-led | invasion"."""
        named = geo.kind in {"acronym", "name"} and not geo.genitive
        led = self.word(end) == "-" and self.word(end + 1) == "led"
        deed = self.folded[end + 2 : end + _LED_WITHIN]
        return named and led and not _DEEDS.isdisjoint(deed)

    def modifies(self, end: int, geo: Geo) -> bool:
        """Whether the name only describes: "the NATO member", "a UN-backed government"."""
        if geo.genitive:
            return False
        joined = self.word(end) == "-" and self.tokens[end] != "—"
        if joined and self.word(end + 1) in _DESCRIBING:
            return True
        organisation = geo.entries[0].actor.kind is ActorClass.ORGANIZATION
        if organisation and self.word(end) in _ENTERING:
            owner = self.geo(geo.start - 1)  # "Sweden's NATO bid", "Swedish NATO membership"
            whose = self.word(geo.start - 1) in {"'s", "’s"}
            return whose or (owner is not None and owner.kind == "demonym")
        if organisation and self.word(end) == "member" and self.word(end + 1) in MEMBERS:
            return False  # "the EU member states" act for it
        fellows = self.word(geo.start - 1) in {"both", "fellow"}
        if organisation and fellows and self.word(end) in {"allies", "members", "states"}:
            return True  # "X and Y, both NATO members,"
        return organisation and self.word(end) in {"member", "ally", "candidate", "hopeful"}

    def only_origin(self, start: int, end: int) -> bool:
        """Whether an adjective only says where arms or people come from.

        "An Iranian-made drone" is not Iran's, "Indian-Americans" are no Indian officials.
        """
        if self.word(end) == "-" and self.tokens[end] != "—":
            things = (self.word(at).removesuffix("s") for at in range(end + 2, end + _ARMS_WITHIN))
            armed = self.word(end + 1) in _MADE and not _ARMS.isdisjoint(things)
            return armed or self._people(end + 1)
        joined = self.word(start - 1) == "-" and self.geo(start - 2) is not None
        return joined and self._people(start)

    def _people(self, at: int) -> bool:
        """Whether a word is a people by its adjective: "Americans"."""
        geo = self.geo(at)
        return geo is not None and geo.kind == "demonym" and self.word(at).endswith("ns")

    def inside_longer_name(self, start: int, end: int, geo: Geo) -> bool:
        """Whether the name goes on: "China Daily", "Paris Saint-Germain", "Georgia Tech"."""
        if geo.genitive or not self.capital(end) or geo.kind == "acronym":
            return False
        if geo.end - geo.start > 1 and self.headline:
            return False  # all words have capitals there
        if self.day_of_month(end):
            return False
        if any(letter.isdigit() for letter in self.tokens[end]):
            return False  # "two United States F-22 fighters"
        if self.office(end) is not None or self.geo(end) is not None:
            return False
        kind = geo.entries[0].actor.kind
        if kind is ActorClass.BODY:  # "Foreign Office | Consultations" are of any two states
            return self.word(end) in self.words.gatherings
        return self.word(end) not in self.words.not_names and kind is ActorClass.COUNTRY
