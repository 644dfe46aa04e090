from ingest.gazetteer import CITIES
from ingest.gazetteer_build import City, Renaming, city_rows, write_table

ISO = {"TR": "TUR", "ZA": "ZAF", "MN": "MNG", "IQ": "IRQ"}


def built(
    *cities: City,
    capitals: dict[str, Renaming] | None = None,
    renamed: dict[tuple[str, str], Renaming] | None = None,
) -> list[tuple[str, ...]]:
    return city_rows(cities, ISO, capitals or {}, renamed or {})


def city(name: str, iso2: str = "TR", population: int = 60_000, latitude: float = 40.0) -> City:
    return City(name, iso2, latitude, 30.0, population)


def test_large_cities_are_kept_and_small_ones_are_not() -> None:
    rows = built(city("Large"), city("Small", population=49_999))
    assert rows == [("Large", "", "TUR", "40.0000", "30.0000", "60000", "")]


def test_of_namesakes_in_one_country_the_largest_is_kept() -> None:
    rows = built(city("Twin", latitude=38.0), city("Twin", population=90_000), city("Twin", "ZA"))
    assert [(row[2], row[5]) for row in rows] == [("TUR", "90000"), ("ZAF", "60000")]


def test_a_small_capital_is_kept_under_its_name_in_the_news() -> None:
    capitals = {"MNG": Renaming("Ulaanbaatar", ("Ulan Bator",))}
    rows = built(city("Ulan Bator", "MN", population=9_000), capitals=capitals)
    assert [(row[0], row[1], row[6]) for row in rows] == [("Ulaanbaatar", "Ulan Bator", "capital")]


def test_a_second_capital_is_not_a_name_of_the_first() -> None:
    capitals = {"ZAF": Renaming("Pretoria", ("Cape Town", "Tshwane"))}
    rows = built(city("Pretoria", "ZA"), city("Cape Town", "ZA"), capitals=capitals)
    assert [(row[0], row[1]) for row in rows] == [("Cape Town", ""), ("Pretoria", "Tshwane")]


def test_a_city_named_by_hand_is_kept_and_called_so() -> None:
    renamed = {("Tikrīt", "IRQ"): Renaming("Tikrit", ("Takrit",))}
    rows = built(city("Tikrīt", "IQ", population=42_000), renamed=renamed)
    assert [(row[0], row[1], row[6]) for row in rows] == [("Tikrit", "Takrit", "known")]


def test_transliteration_is_written_plainly() -> None:
    rows = built(city("Ar Ramādī", "IQ"), city("Şanlıurfa"))
    assert [row[:2] for row in rows] == [("Ar Ramadi", "Ramadi"), ("Şanlıurfa", "")]


def test_the_order_of_the_source_does_not_count() -> None:
    cities = [city("B"), city("A"), city("C", "IQ")]
    assert built(*cities) == built(*reversed(cities))


def test_names_with_commas_are_quoted() -> None:
    assert write_table(CITIES[:2], [("A, B", "C")]) == 'name,aliases\n"A, B",C\n'
