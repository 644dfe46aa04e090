"""Finds the places that no table knows, by what is said of them: "in Blida, Lebanon"."""

import re
from collections.abc import Iterable, Mapping, Sequence

from graph.model import Actor, Place
from ingest.gazetteer import Gazetteer
from ingest.mentions import Mention, MentionKind
from ingest.placewords import (
    ARABIC,
    BEFORE,
    BEFORE_LAND,
    ENDS,
    IN,
    INSIDE,
    LAND,
    LEADS,
    OTHERS,
    PARTICLES,
    REGION,
    REGIONS,
    SETTLED,
    SETTLEMENTS,
    SITES,
    UPON,
)

FoundPlace = tuple[int, int, Place]
"""The tokens from the first to before the second, and the place that they name."""

_PUNCTUATED = re.compile(r" (?:([-–/]) |(?=[,.'’]))")
_COAST = 6
"""Words up to the coast off which a place is: ", off the north - eastern coast"."""
MOST_WORDS = 4
"""So many words a town's name has at most."""


class UnknownPlaces:
    """The tokens of a paragraph, to be looked through for places that say themselves what they are.

    And for the states that are named around places.
    """

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

    def find(
        self, at: int, taken: Sequence[bool], states: Mapping[int, Actor]
    ) -> FoundPlace | None:
        """A town that the tables do not know, by the state behind it: "in Blida, Lebanon"."""
        before = self._folded[at - 1] if at else ""
        land = self.land(at, taken, states)
        if land is not None:
            return land
        of = before == "of" and self._folded[max(0, at - 2)] in SETTLEMENTS
        if not (of or before in BEFORE):
            return None
        end = at
        while end < min(at + MOST_WORDS, len(self._tokens)) and not taken[end]:
            hyphen = end > at and self._tokens[end : end + 1] == ["-"]
            joined = hyphen and self._tokens[end + 1 : end + 2] != []
            joined = joined or (end > at and self._folded[end] in ARABIC)
            if not (self._tokens[end][:1].isupper() or joined or self.goes_on(end, taken)):
                break
            end += 1
        several = self._several(end, taken, states) if end > at else None
        if several is not None:
            return at, *several
        state = self.around(end, states) if end > at else None
        if state is None and end > at + 1 and self._folded[end - 1] in SITES:
            state = self._region_behind(end)  # "Morozovsk Air Base in Rostov Oblast"
        if state is None and end > at:
            state = self._owned(at) if of else self._region_behind(end, parted=True)
            settled = of and (self._folded[at - 2] in SETTLED or self._ends(at, end))
            if state is None and settled:
                return at, end, self._gazetteer.local(self.text(at, end), None)
            if state is None and before in IN and self._ends(at, end):
                state = self._surrounding(end)
                return at, end, self._gazetteer.local(self.text(at, end), state)
        hit = before in UPON and self._folded[end - 1 : end] != [","]
        if hit and not (self._folded[end - 1] in SITES or self._tokens[end : end + 1] == [","]):
            return None
        if state is None:
            return None
        return at, end, self._gazetteer.local(self.text(at, end), state)

    def _several(
        self, at: int, taken: Sequence[bool], states: Mapping[int, Actor]
    ) -> tuple[int, Place] | None:
        """Where the second of two towns ends, and the state of both: "in X | and Y, Lebanon"."""
        end = at + 1
        if self._folded[at : at + 1] != ["and"]:
            return None
        while end < min(at + MOST_WORDS, len(self._tokens)) and not taken[end]:
            if not self._tokens[end][:1].isupper():
                break
            end += 1
        state = self.around(end, states) if end > at + 1 else None
        return (end, self._gazetteer.place_of_country(state)) if state is not None else None

    def _ends(self, at: int, end: int) -> bool:
        """Whether the run of capitals is a name and nothing else: "in Kahda on Friday"."""
        name = " ".join(self._tokens[at:end])
        words = [word for word in self._tokens[at:end] if word.isalpha()]
        if self._folded[at] in OTHERS or any(word.isupper() for word in words):
            return False
        if self._gazetteer.common(name):
            return False
        return bool(words) and (end >= len(self._tokens) or self._folded[end] in ENDS | {"in"})

    def _surrounding(self, at: int) -> Actor | None:
        """The state of the town or region named right behind a town: "Beita, West Bank"."""
        behind = self._region_behind(at)
        if behind is not None or self._folded[at : at + 1] != [","]:
            return behind
        found = self._gazetteer.match(self._tokens, self._folded, at + 1)
        closed = found is not None and self._folded[found[0] : found[0] + 1] in ([","], ["."], [])
        return found[1][0].country if found is not None and closed else None

    def land(
        self, at: int, taken: Sequence[bool], states: Mapping[int, Actor]
    ) -> FoundPlace | None:
        """A piece of land that says itself what it is: "on Green Island", "in X Province"."""
        lead = at - 1 - (self._folded[at - 1 : at] == ["the"])
        led = lead >= 0 and self._folded[lead] in BEFORE_LAND
        if not led and (lead < 0 or not _small(self._tokens[lead])):
            return None
        end = at
        while end < min(at + MOST_WORDS, len(self._tokens)) and not taken[end]:
            camp = end > at and self._tokens[end : end + 2] == ["refugee", "camp"]
            named = end > at and self._tokens[end] in LAND
            if not (self._tokens[end][:1].isupper() or named or camp):
                return None
            if named and not (led or self._division(end)):
                return None
            if named:
                state = self.around(end + 1, states) or self._region_behind(end + 1)
                return at, end + 1, self._gazetteer.local(self.text(at, end + 1), state)
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
        while self._folded[start : start + 1] in LEADS:
            start += 1
        found = self._gazetteer.match(self._tokens, self._folded, start)
        if found is None or (parted and self._folded[found[0] : found[0] + 1] not in REGION):
            return None
        return found[1][0].country

    def _owned(self, at: int) -> Actor | None:
        """The state whose adjective stands before "province of": "the Afghan province of X"."""
        return self._adjectives.get(at - 3)

    def around(self, at: int, states: Mapping[int, Actor]) -> Actor | None:
        """The state that is named right behind a town: "in southern X", ", Y Province, X".

        Or off whose coast it is: ", off the coast of X".
        """
        if at >= len(self._tokens) or self._folded[at] not in INSIDE:
            return None
        shore = self._shore(at)
        if shore is not None:
            found = self._gazetteer.match(self._tokens, self._folded, shore)
            return states.get(shore) or (found[1][0].country if found is not None else None)
        for here in range(at, min(at + 7, len(self._tokens))):
            if here in states:
                return states[here] if self.inside(at, here) else None
            if not (self._folded[here] in INSIDE or self._tokens[here][:1].isupper()):
                return None
        return None

    def _shore(self, at: int) -> int | None:
        """Where the name starts off whose coast a place is; None where none."""
        words = self._folded[at : at + _COAST]
        if words[1:2] not in (["off"], ["on"]) or "coast" not in words:
            return None
        of = at + words.index("coast") + 1
        return of + 1 if self._folded[of : of + 1] == ["of"] else None

    def inside(self, at: int, state: int) -> bool:
        """Whether a state behind a comma belongs to the town, and begins no list or clause."""
        if "in" in self._folded[at:state]:
            return True
        end = state
        while end < len(self._tokens) and self._tokens[end][:1].isupper():
            end += 1
        return end >= len(self._tokens) or self._tokens[end] in {",", ".", ";", ")"}

    def goes_on(self, end: int, taken: Sequence[bool]) -> bool:
        """Whether a name that ends there is only the start of a longer one: "Granja do Torto"."""
        if end + 1 >= len(self._tokens) or self._folded[end] not in PARTICLES:
            return False
        return self._tokens[end + 1][:1].isupper() and not taken[end + 1]

    def text(self, start: int, end: int) -> str:
        """The name that the tokens are, as it is written: "Port - au - Prince" has no blanks."""
        name = " ".join(self._tokens[start:end])
        return _PUNCTUATED.sub(r"\1", name)


def _small(word: str) -> bool:
    """Whether it is a word without a capital: "retook | X District", but not "'s"."""
    return word.isalpha() and word.islower()
