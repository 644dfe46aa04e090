"""Finds the places that tokens name: towns and venues, states as places, "the Qatari capital"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.model import Actor, ActorClass, Place
from ingest.gazetteer import Gazetteer
from ingest.landscape import natural
from ingest.mentions import Mention, MentionKind
from ingest.placewords import (
    ARTICLES,
    AT,
    CLOSING,
    COASTS,
    COMPASS,
    LAND,
    PARTS,
    PARTS_OF,
    PLACE_WORDS,
    PLAIN_WORDS,
    REGIONS,
    SEATS,
)
from ingest.unknownplaces import MOST_WORDS, FoundPlace, UnknownPlaces

_STATES = frozenset({MentionKind.DEMONYM, MentionKind.NAMED})


class PlaceNames:
    """The tokens of a paragraph, to be looked through for places."""

    def __init__(self, tokens: Sequence[str], folded: Sequence[str], gazetteer: Gazetteer) -> None:
        self._tokens, self._folded, self._gazetteer = tokens, folded, gazetteer
        self.unknown = UnknownPlaces(tokens, folded, gazetteer)
        """The places that no table knows."""

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
        parts = [word for word in words[-1:] if word in COMPASS or word in PARTS_OF]
        if not parts or (words[:-1] and words[0] in PARTS_OF | {"and"}):
            return self._gazetteer.place_of_country(state)
        return self._gazetteer.local(f"{parts[0]} {state.label}", state)

    def ends_site(self, start: int, end: int) -> bool:
        """Whether words say which site of the town before it is: "Oslo | International Airport"."""
        plain = set(self._tokens[start : end - 1]) <= PLAIN_WORDS
        return plain and self._tokens[end - 1] in LAND

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
        return at < 3 or self._folded[at - 3] not in ARTICLES

    def _in(self, start: int) -> bool:
        """Whether what starts there is a place: "in X", "in northern X", "off the coast of X"."""
        at = start - 1
        while at > 0 and (self._folded[at] in PARTS or self._both_parts(at)):
            at -= 1
        if at > 1 and self._folded[at] == "of" and self._folded[at - 1] in COASTS:
            return True
        return at >= 0 and self._folded[at] in PLACE_WORDS

    def _both_parts(self, at: int) -> bool:
        """Whether "and" joins two parts of a state there: "in central and southern X"."""
        joins = self._folded[at] == "and"
        return joins and {self._folded[at - 1], self._folded[at + 1]} <= PARTS_OF

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
            elif tuple(self._folded[end : end + 2]) in SEATS:
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
            found = (at, end, place) if place is not None else self.unknown.find(at, taken, states)
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
        if found is None or any(taken[at : found[0]]) or self.unknown.goes_on(found[0], taken):
            return at + 1, None
        end, places = found
        if natural(self._tokens, self._folded, at, end) or self._opens(at, end):
            return end, None
        place = next((p for p in places if p.country in states.values()), places[0])
        land = self.unknown.land(at, taken, states)
        if (
            land is not None
            and land[1] > end
            and set(self._tokens[end : land[1] - 1]) <= PLAIN_WORDS
        ):
            return land[1], self._gazetteer.local(land[2].label, place.country)
        within = self.unknown.around(end, states)
        if within is not None and place.country != within:
            return end, None  # "Blida in southern Lebanon" is another one than the tables know
        part = end < len(self._tokens) and self._folded[end] in REGIONS and not taken[end]
        state = self._tokens[end : end + 1] == ["State"] and not taken[end]
        upper = part and self._tokens[end][:1].isupper()
        if state or upper or (part and self._gazetteer.is_town(place)):
            end += 1
            return end, self._gazetteer.region(self.unknown.text(at, end), place)
        return end, place

    def _opens(self, at: int, end: int) -> bool:
        """Whether a sentence only begins with a common word: "Most of the missiles"."""
        begins = at == 0 or self._folded[at - 1] in CLOSING
        goes_on = self._tokens[end : end + 1] != [] and self._tokens[end].islower()
        return begins and goes_on and self._gazetteer.common(self._tokens[at])

    def elsewhere(self, mention: Mention) -> bool:
        """Whether what is named like a state is a part of another one: "Atlanta, Georgia"."""
        comma = mention.start - 1
        if mention.kind is not MentionKind.NAMED or not any(e.ambiguous for e in mention.of[:1]):
            return False
        if comma < 1 or self._folded[comma] != "," or not self.unknown.inside(comma, mention.start):
            return False
        for start in range(comma - 1, max(-1, comma - MOST_WORDS), -1):
            found = self._gazetteer.match(self._tokens, self._folded, start)
            if found is not None and found[0] == comma:
                before = self._folded[start - 1] if start else ""
                if before.isalpha() and before not in AT and self._tokens[start - 1].istitle():
                    continue  # "the European Union, Georgia, Japan"
                return all(place.country != mention.of[0].actor for place in found[1])
        return False
