"""Finds the places that tokens name: towns and venues, states as places, "the Qatari capital"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.model import Actor, ActorClass, Place
from ingest.gazetteer import Gazetteer
from ingest.landscape import natural
from ingest.mentions import Mention, MentionKind

FoundPlace = tuple[int, int, Place]
"""The tokens from the first to before the second, and the place that they name."""

PLACE_WORDS = frozenset(
    {
        "across", "around", "at", "for", "from", "in", "inside", "into", "leaves", "left", "near",
        "outside", "over", "reached", "throughout", "to", "visit", "visited", "visiting", "visits",
        "within",
    }
)  # fmt: skip
"""Words that a place follows."""
_PARTS = frozenset(
    {
        "the", "central", "eastern", "east", "north", "north-east", "north-eastern", "north-west",
        "north-western", "northeast", "northeastern", "northern", "northwest", "northwestern",
        "south", "south-east", "south-eastern", "south-west", "south-western", "southeast",
        "southeastern", "southern", "southwest", "southwestern", "west", "western", "neighbouring",
        "neighboring", "nearby", "rural", "mainland",
    }
)  # fmt: skip
"""Words between "in" and the state in which something is."""
_PARTS_OF = _PARTS - {"the", "rural", "mainland", "neighbouring", "neighboring", "nearby"}
"""Words that name a part of the state behind them: "northern Iraq"."""
COMPASS = frozenset(
    {
        "east", "north", "north-east", "north-west", "northeast", "northwest", "south",
        "south-east", "south-west", "southeast", "southwest", "west",
    }
)  # fmt: skip
_SEATS = frozenset({("presidential", "palace"), ("royal", "palace")})
_COASTS = COMPASS | {"coast", "coasts", "shore", "shores", "waters"}
_ARTICLES = frozenset({"the", "its", "a"})
_PARTICLES = frozenset({"da", "das", "de", "del", "della", "do", "dos", "du"})
REGIONS = frozenset(
    {
        "county",
        "district",
        "governorate",
        "oblast",
        "okrug",
        "prefecture",
        "province",
        "raion",
        "region",
        "voivodeship",
    }
)
"""Words behind a town's name that make it the name of a region."""
_INSIDE = frozenset(
    {
        "in", ",", "the", "northern", "southern", "eastern", "western", "central", "region",
        "province", "governorate", "district", "county", "oblast", "state", "city",
    }
)  # fmt: skip
"""Words between a town and the state it is in."""
_STATES = frozenset({MentionKind.DEMONYM, MentionKind.NAMED})
_SETTLEMENTS = frozenset(
    {
        "city", "district", "governorate", "hamlet", "island", "islands", "municipality", "oblast",
        "port", "province", "region", "resort", "settlement", "suburb", "town", "village",
    }
)  # fmt: skip
"""Words that make a town of the name behind their "of"."""
_CLOSING = frozenset({".", "!", "?", '"', "”", "“"})
_SETTLED = frozenset({"hamlet", "island", "settlement", "town", "village"})
"""Words behind which only a town's own name stands."""
_REGION = tuple([word] for word in sorted(REGIONS))
_UPON = frozenset({"against", "on"})
_AT = frozenset({"at", "in", "near"})
_VISITED = frozenset(
    {"left", "reached", "toured", "tours", "visit", "visited", "visiting", "visits"}
)
"""Verbs that a place follows."""
_BEFORE = _AT | _UPON | _VISITED
_BEFORE_LAND = _BEFORE | {"of", "off"}
_SITES = frozenset(
    {"airbase", "airfield", "airport", "base", "camp", "port", "prison", "refinery", "station"}
)
"""Words with which the name of a site ends."""
_PUNCTUATED = re.compile(r" (?:([-–/]) |(?=[,.'’]))")
_ARABIC = frozenset({"ad", "al", "an", "ar", "as", "ash", "at", "el", "ez"})
"""Articles inside a town's name: "Zawtar al-Sharqiyah"."""
_LAND = frozenset(
    {
        "Airport", "Base", "County", "Crossing", "Desert", "District", "Governorate", "Heights",
        "Highlands", "Hills", "Island", "Islands", "Mountains", "Oblast", "Pass", "Peninsula",
        "Prefecture", "Province", "Reef", "Region", "Shoal", "State", "Township", "Valley",
        "Voivodeship", "camp", "desert", "district", "governorate", "highlands", "hills",
        "mountains", "province", "valley",
    }
)  # fmt: skip
"""Words that make a place of the names before them: "Green Island", "the Jura mountains"."""
_PLAIN_WORDS = frozenset({"Air", "International", "Military", "Naval", "refugee"})
"""Words between a town and the site there: "Oslo International Airport"."""
_IN = frozenset({"in", "near", "outside"})
_ENDS = frozenset(
    {
        ",", ".", ";", ")", "after", "as", "at", "between", "during", "early", "earlier", "from",
        "last", "late", "on", "this", "today", "under", "when", "where", "while", "with",
        "yesterday",
    }
)  # fmt: skip
"""What may stand right behind a town that nothing else tells to be one."""
_OTHERS = frozenset(
    {
        "annex", "article", "chapter", "christmas", "congress", "easter", "exercise", "group",
        "internet", "olympic", "operation", "parliament", "phase", "project", "ramadan", "round",
        "senate", "super", "world",
    }
)  # fmt: skip
"""What begins names that stand behind "in" as towns do: "in Operation Hope"."""
_LEADS = tuple([word] for word in sorted(_PARTS | {"occupied"}))
_COAST = 6
"""Words up to the coast off which a place is: ", off the north - eastern coast"."""
_MOST_WORDS = 4
"""So many words a town's name has at most."""


class PlaceNames:
    """The tokens of a paragraph, to be looked through for places."""

    def __init__(self, tokens: Sequence[str], folded: Sequence[str], gazetteer: Gazetteer) -> None:
        self._tokens, self._folded, self._gazetteer = tokens, folded, gazetteer
        self._adjectives: dict[int, Actor] = {}

    def adjectives(self, mentions: Iterable[Mention]) -> None:
        """Takes note of where the adjectives of states stand."""
        self._adjectives = {
            m.start: m.of[0].actor
            for m in mentions
            if m.kind is MentionKind.DEMONYM and len(m.of) == 1 and m.of[0].actor.iso3
        }

    def of_state(self, mention: Mention) -> Place | None:
        """The town by which a state is named, or the state where it is a place; else None."""
        if mention.kind is not MentionKind.NAMED or mention.body or len(mention.of) != 1:
            return None
        state = mention.of[0].actor
        if mention.capital:
            return self._gazetteer.find(mention.name, near=(state,) if state.iso3 else ())
        if state.iso3 and (self._in(mention.start) or self._where(mention.end)):
            return self._part_of(mention.start, state)
        if state.kind is ActorClass.COUNTRY and self._in(mention.start):
            return self._gazetteer.find(state.label)  # a state in fact only: South Ossetia
        if state.kind is ActorClass.BODY and self._in(mention.start):
            land = self._gazetteer.find(mention.name)  # "in Scotland", whose government it is
            return land if land is not None and land.label == mention.name else None
        return None

    def _part_of(self, start: int, state: Actor) -> Place:
        """The state that is named from a token on, or the part of it: "northern X"."""
        words = list(self._folded[max(0, start - 2) : start])
        parts = [word for word in words[-1:] if word in COMPASS or word in _PARTS_OF]
        if not parts or (words[:-1] and words[0] in _PARTS_OF | {"and"}):
            return self._gazetteer.place_of_country(state)
        return self._gazetteer.local(f"{parts[0]} {state.label}", state)

    def ends_site(self, start: int, end: int) -> bool:
        """Whether words say which site of the town before it is: "Oslo | International Airport"."""
        plain = set(self._tokens[start : end - 1]) <= _PLAIN_WORDS
        return plain and self._tokens[end - 1] in _LAND

    def of_post(self, mention: Mention) -> Place | None:
        """The town where an envoy or a ministry is: "X's ambassador in Y", "the ministry in Y"."""
        states = [entry.actor for entry in mention.host or mention.of if entry.actor.iso3]
        for at in range(mention.end - 1, mention.start, -1) if states else ():
            if self._folded[at - 1] in {"in", "to"} and self._tokens[at][:1].isupper():
                town = self._gazetteer.find(" ".join(self._tokens[at : mention.end]), near=states)
                if town is None or town.latitude is None or town.country not in states:
                    return None
                return town
        return None

    def of_session(self, start: int, end: int, *, named: bool) -> Place | None:
        """The town with whose name that of a session begins: "the 2014 Doha summit".

        Or the place in which it is by the end of its name: "Security Summit in The Hague".
        ``named`` says that the name does not begin with that of a body.
        """
        inside = self._hosted(start, end)
        if inside is not None or not named:
            return inside
        for at in range(start, min(start + 3, end)):
            if not self._tokens[at][:1].isupper():
                continue
            found = self._gazetteer.match(self._tokens, self._folded, at)
            if found is None or found[0] >= end:
                return None
            place = found[1][0]
            town = self._gazetteer.is_town(place) and not self._gazetteer.common(place.label)
            return place if town else None
        return None

    def _hosted(self, start: int, end: int) -> Place | None:
        """The place behind the last "in" of a name that ends with it; None where none."""
        for at in range(end - 2, start, -1):
            if self._folded[at] != "in":
                continue
            at += 1 + (self._tokens[at + 1] == "the" and at + 2 < end)
            found = self._gazetteer.match(self._tokens, self._folded, at)
            return found[1][0] if found is not None and found[0] == end else None
        return None

    def beside(self, at: int) -> bool:
        """Whether the place that starts there is only near: "southwest of X", not "the north of X".

        The two words before it say so.
        """
        if at < 2 or self._folded[at - 1] != "of" or self._folded[at - 2] not in COMPASS:
            return False
        return at < 3 or self._folded[at - 3] not in _ARTICLES

    def _in(self, start: int) -> bool:
        """Whether what starts there is a place: "in X", "in northern X", "off the coast of X"."""
        at = start - 1
        while at > 0 and (self._folded[at] in _PARTS or self._both_parts(at)):
            at -= 1
        if at > 1 and self._folded[at] == "of" and self._folded[at - 1] in _COASTS:
            return True
        return at >= 0 and self._folded[at] in PLACE_WORDS

    def _both_parts(self, at: int) -> bool:
        """Whether "and" joins two parts of a state there: "in central and southern X"."""
        joins = self._folded[at] == "and"
        return joins and {self._folded[at - 1], self._folded[at + 1]} <= _PARTS_OF

    def _where(self, end: int) -> bool:
        """Whether a place ends there, by what tells of it: "in X and Y, where Z met W"."""
        end += self._folded[end : end + 1] == [","]
        return self._folded[end : end + 1] == ["where"]

    def capitals(self, mentions: Iterable[Mention]) -> Iterator[FoundPlace]:
        """ "The Qatari capital", "Qatar's capital", "the capital of Qatar", without "the".

        A palace of the head of state is there as well: "the Qatari presidential palace".
        """
        for mention in mentions:
            if len(mention.of) != 1 or mention.kind not in _STATES or mention.capital:
                continue
            start, end = mention.start, mention.end
            end += self._folded[end : end + 1] in (["'s"], ["’s"])
            if self._folded[end : end + 1] == ["capital"]:
                end += 1
            elif tuple(self._folded[end : end + 2]) in _SEATS:
                end += 2
            elif self._folded[max(0, start - 2) : start] == ["capital", "of"]:
                start -= 2
            else:
                continue
            entry = mention.of[0]
            place = self._gazetteer.find(entry.capital, near=(entry.actor,))
            if place is not None:
                yield start, end, place

    def names(self, taken: Sequence[bool], states: Mapping[int, Actor]) -> Iterator[FoundPlace]:
        """The places by name among the tokens that are not taken.

        Of several of a name it is the one of a state that is named as well: ``states``, by their
        first token.
        """
        at = 0
        while at < len(self._tokens):
            end, place = self._known(at, taken, states)
            found = (at, end, place) if place is not None else self.unknown(at, taken, states)
            if found is not None:
                yield found
                end = found[1]
            at = end

    def _known(
        self, at: int, taken: Sequence[bool], states: Mapping[int, Actor]
    ) -> tuple[int, Place | None]:
        """Where to look on, and the place of the tables that starts there; None where none."""
        found = None
        if self._tokens[at][:1].isupper() and not taken[at]:
            found = self._gazetteer.match(self._tokens, self._folded, at)
        if found is None or any(taken[at : found[0]]) or self._goes_on(found[0], taken):
            return at + 1, None
        end, places = found
        if natural(self._tokens, self._folded, at, end) or self._opens(at, end):
            return end, None
        place = next((p for p in places if p.country in states.values()), places[0])
        land = self._land(at, taken, states)
        if (
            land is not None
            and land[1] > end
            and set(self._tokens[end : land[1] - 1]) <= _PLAIN_WORDS
        ):
            return land[1], self._gazetteer.local(land[2].label, place.country)
        within = self.around(end, states)
        if within is not None and place.country != within:
            return end, None  # "Blida in southern Lebanon" is another one than the tables know
        part = end < len(self._tokens) and self._folded[end] in REGIONS and not taken[end]
        state = self._tokens[end : end + 1] == ["State"] and not taken[end]
        upper = part and self._tokens[end][:1].isupper()
        if state or upper or (part and self._gazetteer.is_town(place)):
            end += 1
            return end, self._gazetteer.region(self._text(at, end), place)
        return end, place

    def _opens(self, at: int, end: int) -> bool:
        """Whether a sentence only begins with a common word: "Most of the missiles"."""
        begins = at == 0 or self._folded[at - 1] in _CLOSING
        goes_on = self._tokens[end : end + 1] != [] and self._tokens[end].islower()
        return begins and goes_on and self._gazetteer.common(self._tokens[at])

    def _text(self, start: int, end: int) -> str:
        """The name that the tokens are, as it is written: "Port - au - Prince" has no blanks."""
        name = " ".join(self._tokens[start:end])
        return _PUNCTUATED.sub(r"\1", name)

    def _goes_on(self, end: int, taken: Sequence[bool]) -> bool:
        """Whether a name that ends there is only the start of a longer one: "Granja do Torto"."""
        if end + 1 >= len(self._tokens) or self._folded[end] not in _PARTICLES:
            return False
        return self._tokens[end + 1][:1].isupper() and not taken[end + 1]

    def unknown(
        self, at: int, taken: Sequence[bool], states: Mapping[int, Actor]
    ) -> FoundPlace | None:
        """A town that the tables do not know, by the state behind it: "in Blida, Lebanon"."""
        before = self._folded[at - 1] if at else ""
        land = self._land(at, taken, states)
        if land is not None:
            return land
        of = before == "of" and self._folded[max(0, at - 2)] in _SETTLEMENTS
        if not (of or before in _BEFORE):
            return None
        end = at
        while end < min(at + _MOST_WORDS, len(self._tokens)) and not taken[end]:
            hyphen = end > at and self._tokens[end : end + 1] == ["-"]
            joined = hyphen and self._tokens[end + 1 : end + 2] != []
            joined = joined or (end > at and self._folded[end] in _ARABIC)
            if not (self._tokens[end][:1].isupper() or joined or self._goes_on(end, taken)):
                break
            end += 1
        several = self._several(end, taken, states) if end > at else None
        if several is not None:
            return at, *several
        state = self.around(end, states) if end > at else None
        if state is None and end > at + 1 and self._folded[end - 1] in _SITES:
            state = self._region_behind(end)  # "Morozovsk Air Base in Rostov Oblast"
        if state is None and end > at:
            state = self._owned(at) if of else self._region_behind(end, parted=True)
            settled = of and (self._folded[at - 2] in _SETTLED or self._ends(at, end))
            if state is None and settled:
                return at, end, self._gazetteer.local(self._text(at, end), None)
            if state is None and before in _IN and self._ends(at, end):
                state = self._surrounding(end)
                return at, end, self._gazetteer.local(self._text(at, end), state)
        hit = before in _UPON and self._folded[end - 1 : end] != [","]
        if hit and not (self._folded[end - 1] in _SITES or self._tokens[end : end + 1] == [","]):
            return None
        if state is None:
            return None
        return at, end, self._gazetteer.local(self._text(at, end), state)

    def _several(
        self, at: int, taken: Sequence[bool], states: Mapping[int, Actor]
    ) -> tuple[int, Place] | None:
        """Where the second of two towns ends, and the state of both: "in X | and Y, Lebanon"."""
        end = at + 1
        if self._folded[at : at + 1] != ["and"]:
            return None
        while end < min(at + _MOST_WORDS, len(self._tokens)) and not taken[end]:
            if not self._tokens[end][:1].isupper():
                break
            end += 1
        state = self.around(end, states) if end > at + 1 else None
        return (end, self._gazetteer.place_of_country(state)) if state is not None else None

    def _ends(self, at: int, end: int) -> bool:
        """Whether the run of capitals is a name and nothing else: "in Kahda on Friday"."""
        name = " ".join(self._tokens[at:end])
        words = [word for word in self._tokens[at:end] if word.isalpha()]
        if self._folded[at] in _OTHERS or any(word.isupper() for word in words):
            return False
        if self._gazetteer.common(name):
            return False
        return bool(words) and (end >= len(self._tokens) or self._folded[end] in _ENDS | {"in"})

    def _surrounding(self, at: int) -> Actor | None:
        """The state of the town or region named right behind a town: "Beita, West Bank"."""
        behind = self._region_behind(at)
        if behind is not None or self._folded[at : at + 1] != [","]:
            return behind
        found = self._gazetteer.match(self._tokens, self._folded, at + 1)
        closed = found is not None and self._folded[found[0] : found[0] + 1] in ([","], ["."], [])
        return found[1][0].country if found is not None and closed else None

    def _land(
        self, at: int, taken: Sequence[bool], states: Mapping[int, Actor]
    ) -> FoundPlace | None:
        """A piece of land that says itself what it is: "on Green Island", "in X Province"."""
        lead = at - 1 - (self._folded[at - 1 : at] == ["the"])
        led = lead >= 0 and self._folded[lead] in _BEFORE_LAND
        if not led and (lead < 0 or not _small(self._tokens[lead])):
            return None
        end = at
        while end < min(at + _MOST_WORDS, len(self._tokens)) and not taken[end]:
            camp = end > at and self._tokens[end : end + 2] == ["refugee", "camp"]
            named = end > at and self._tokens[end] in _LAND
            if not (self._tokens[end][:1].isupper() or named or camp):
                return None
            if named and not (led or self._division(end)):
                return None
            if named:
                state = self.around(end + 1, states) or self._region_behind(end + 1)
                return at, end + 1, self._gazetteer.local(self._text(at, end + 1), state)
            end += 1
        return None

    def _division(self, at: int) -> bool:
        """Whether a name ends there by which only a part of a state is called: "X District"."""
        behind = self._tokens[at + 1 : at + 2]
        small = not behind or not behind[0][:1].isupper()
        return self._tokens[at].istitle() and self._folded[at] in REGIONS and small

    def _region_behind(self, at: int, *, parted: bool = False) -> Actor | None:
        """The state of the place behind "in" or "of"; None where no table knows it.

        ``parted`` looks for a region behind a comma: "Skadovsk | , Kherson Oblast".
        """
        if self._folded[at : at + 1] not in (([","],) if parted else (["in"], ["of"])):
            return None
        start = at + 1
        while self._folded[start : start + 1] in _LEADS:
            start += 1
        found = self._gazetteer.match(self._tokens, self._folded, start)
        if found is None or (parted and self._folded[found[0] : found[0] + 1] not in _REGION):
            return None
        return found[1][0].country

    def _owned(self, at: int) -> Actor | None:
        """The state whose adjective stands before "province of": "the Afghan province of X"."""
        return self._adjectives.get(at - 3)

    def elsewhere(self, mention: Mention) -> bool:
        """Whether what is named like a state is a part of another one: "Atlanta, Georgia"."""
        comma = mention.start - 1
        if mention.kind is not MentionKind.NAMED or not any(e.ambiguous for e in mention.of[:1]):
            return False
        if comma < 1 or self._folded[comma] != "," or not self._inside(comma, mention.start):
            return False
        for start in range(comma - 1, max(-1, comma - _MOST_WORDS), -1):
            found = self._gazetteer.match(self._tokens, self._folded, start)
            if found is not None and found[0] == comma:
                before = self._folded[start - 1] if start else ""
                if before.isalpha() and before not in _AT and self._tokens[start - 1].istitle():
                    continue  # "the European Union, Georgia, Japan"
                return all(place.country != mention.of[0].actor for place in found[1])
        return False

    def around(self, at: int, states: Mapping[int, Actor]) -> Actor | None:
        """The state that is named right behind a town: "in southern X", ", Y Province, X".

        Or off whose coast it is: ", off the coast of X".
        """
        if at >= len(self._tokens) or self._folded[at] not in _INSIDE:
            return None
        shore = self._shore(at)
        if shore is not None:
            found = self._gazetteer.match(self._tokens, self._folded, shore)
            return states.get(shore) or (found[1][0].country if found is not None else None)
        for here in range(at, min(at + 7, len(self._tokens))):
            if here in states:
                return states[here] if self._inside(at, here) else None
            if not (self._folded[here] in _INSIDE or self._tokens[here][:1].isupper()):
                return None
        return None

    def _shore(self, at: int) -> int | None:
        """Where the name starts off whose coast a place is; None where none."""
        words = self._folded[at : at + _COAST]
        if words[1:2] not in (["off"], ["on"]) or "coast" not in words:
            return None
        of = at + words.index("coast") + 1
        return of + 1 if self._folded[of : of + 1] == ["of"] else None

    def _inside(self, at: int, state: int) -> bool:
        """Whether a state behind a comma belongs to the town, and begins no list or clause."""
        if "in" in self._folded[at:state]:
            return True
        end = state
        while end < len(self._tokens) and self._tokens[end][:1].isupper():
            end += 1
        return end >= len(self._tokens) or self._tokens[end] in {",", ".", ";", ")"}


def _small(word: str) -> bool:
    """Whether it is a word without a capital: "retook | X District", but not "'s"."""
    return word.isalpha() and word.islower()
