"""Finds places by name: cities, places of diplomacy, and countries as places."""

import functools
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model import Actor, Place
from graph.naming import slug
from ingest.authority import Authority, load_authority
from ingest.folding import fold
from ingest.tables import Row, read_table

CITIES = ("name", "aliases", "iso3", "latitude", "longitude", "population", "rank")
VENUES = ("name", "aliases", "iso3", "latitude", "longitude")
DOUBTFUL = ("name", "why")
_MOST_TOKENS = 9
_ARTICLES = ("al", "el")
_RUN = re.compile(r"[^\W_]+")
_JOINTS = frozenset({"-", "'", "."})
_RANKS = {"": 1, "known": 20, "capital": 20}
"""A capital, or a city known from the news, comes before a namesake of up to twenty times its
inhabitants: San José in Costa Rica, Windsor in England."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """One row, as small as it can be; a `Place` is made of it when it is asked for."""

    label: str
    iso3: str
    latitude: float
    longitude: float
    weight: float


class Gazetteer:
    """All places, by name: diacritics, case, blanks, apostrophes and hyphens do not count."""

    def __init__(
        self,
        authority: Authority,
        cities: Iterable[Row],
        venues: Iterable[Row],
        doubtful: Iterable[Row],
    ) -> None:
        self._authority = authority
        self._spots: dict[str, list[_Spot]] = {}
        self._runs: dict[str, int] = {}
        for row in cities:
            self._add(row, _weight(row))
        for row in venues:
            self._add(row, math.inf)
        self._doubtful = frozenset(_compact(row.needed("name")) for row in doubtful)
        for name, spots in self._spots.items():
            if len(spots) > 1:
                self._spots[name] = sorted(spots, key=lambda s: (-s.weight, s.iso3, s.label))

    def _add(self, row: Row, weight: float) -> None:
        cells = row.cells
        position = row.position() or row.fail("latitude and longitude are empty")
        spot = _Spot(row.needed("name"), cells["iso3"], *position, weight)
        if spot.iso3 and self._authority.by_key(f"country/{spot.iso3}") is None:
            row.fail(f"iso3 is {spot.iso3!r}, which countries.csv does not have")
        names = (spot.label, *row.names("aliases")) if cells["aliases"] else (spot.label,)
        for surface in names:
            name, runs = _compact(surface), _runs(surface)
            if runs > self._runs.get(name, 1):
                self._runs[name] = runs
            namesakes = self._spots.setdefault(name, [])
            if namesakes and namesakes[-1] is spot:  # two spellings of one name
                continue
            if any(s.label == spot.label and s.iso3 == spot.iso3 for s in namesakes):
                row.fail(f"{spot.label} is in the tables already")
            namesakes.append(spot)

    def find(self, name: str, near: Iterable[Actor] = ()) -> Place | None:
        """The place of that name; None where no place has it.

        Of several, one in a country of ``near`` (or that an actor of ``near`` speaks for) comes
        first, then a capital, then the most populous.
        """
        spots = self._spots.get(_compact(name), ())
        countries = _countries(near)
        for spot in spots:
            if spot.iso3 in countries:
                return self._place(spot)
        return self._place(spots[0]) if spots else None

    def is_town(self, place: Place) -> bool:
        """Whether the place is a city, and no venue, region, sea or state."""
        return any(
            _key(spot.label, spot.iso3) == place.key and spot.weight < math.inf
            for spot in self._spots.get(_compact(place.label), ())
        )

    def has_town(self, name: str) -> bool:
        """Whether a town has the name."""
        place = self.find(name)
        return place is not None and self.is_town(place)

    def common(self, name: str) -> bool:
        """Whether the name is also an ordinary word or a person's name ("Nice", "Lincoln").

        Such a name says a place only where the text makes one of it: "in Nice".
        """
        compact = _compact(name)
        return len(compact) < 4 or compact in self._doubtful

    def match(
        self, tokens: Sequence[str], folded: Sequence[str], start: int
    ) -> tuple[int, tuple[Place, ...]] | None:
        """The longest name that starts at token ``start``: its end, and its places, best first.

        None where there is none, be it that the tokens end before.

        A name is written with a capital ("al" and "el" before it need none); a common name in
        capitals throughout is an acronym ("NICE") and no place.
        """
        if start >= len(tokens):
            return None
        if not tokens[start][:1].isupper() and folded[start].split("-", 1)[0] not in _ARTICLES:
            return None
        best: tuple[int, str] | None = None
        written, runs = "", 0
        for end in range(start + 1, min(start + _MOST_TOKENS, len(tokens)) + 1):
            token = folded[end - 1]
            if token in _JOINTS:
                continue
            letters = _compact(token)
            if not letters:
                break
            written += letters
            runs += _runs(token)
            if written in self._spots and runs <= self._runs.get(written, 1):
                best = end, written
        if best is None:
            return None
        end, written = best
        name = "".join(tokens[start:end])
        if name.islower() or (name.isupper() and self.common(written)):
            return None
        return end, tuple(self._place(spot) for spot in self._spots[written])

    def region(self, name: str, town: Place) -> Place:
        """The region named after a town ("Kursk Oblast"); without a position, being no point."""
        own = self.find(name, near=[town.country] if town.country else [])
        if own is not None:
            return own
        return self.local(name, town.country)

    def local(self, name: str, country: Actor | None) -> Place:
        """A place that the tables do not know, or that is no point; it has no position."""
        iso3 = country.iso3 if country else None
        return Place(key=_key(name, iso3 or ""), label=name, country=country)

    def place_of_country(self, actor: Actor) -> Place:
        """A country as the place of an event ("in Germany"); without a position, being no point."""
        iso3 = actor.iso3 or ""
        for spot in self._spots.get(_compact(actor.label), ()):
            if spot.iso3 == iso3 and spot.label == actor.label:  # a city that is a state: Monaco
                return self._place(spot)
        return self.local(actor.label, actor)

    def _place(self, spot: _Spot) -> Place:
        entry = self._authority.by_key(f"country/{spot.iso3}") if spot.iso3 else None
        return Place(
            key=_key(spot.label, spot.iso3),
            label=spot.label,
            country=entry.actor if entry else None,
            latitude=spot.latitude,
            longitude=spot.longitude,
        )


@functools.cache
def load_gazetteer() -> Gazetteer:
    """The shipped tables; raises `KnowledgeError` with file and line where one is wrong."""
    return Gazetteer(
        load_authority(),
        read_table("cities.csv", CITIES),
        read_table("venues.csv", VENUES),
        read_table("doubtful_places.csv", DOUBTFUL),
    )


def _weight(row: Row) -> float:
    population, rank = row.text("population"), row.text("rank")
    if not population.isdecimal():
        row.fail(f"population is {population!r}; write a whole number")
    if rank not in _RANKS:
        row.fail(f"rank is {rank!r}; write capital, known or nothing")
    return _RANKS[rank] * (1 + int(population))


def _compact(name: str) -> str:
    """The folded name without anything but letters and digits, as a tokeniser may part it."""
    folded = fold(name)
    return folded if folded.isalnum() else "".join(filter(str.isalnum, folded))


def _runs(name: str) -> int:
    """How many runs of letters and digits the name has: "Sharm el-Sheikh" has three.

    A text that parts more often than the name means something else: "In a" is not Ina.
    """
    return 1 if name.isalnum() else len(_RUN.findall(fold(name)))


def _key(label: str, iso3: str) -> str:
    return f"place/{slug(label)}-{iso3.lower()}" if iso3 else f"place/{slug(label)}"


def _countries(actors: Iterable[Actor]) -> frozenset[str]:
    found = set()
    for each in actors:
        actor: Actor | None = each
        while actor is not None:
            if actor.iso3:
                found.add(actor.iso3)
            actor = actor.represents
    return frozenset(found)
