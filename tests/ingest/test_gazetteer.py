import pytest

from graph.errors import KnowledgeError
from ingest.authority import load_authority
from ingest.folding import fold
from ingest.gazetteer import CITIES, DOUBTFUL, VENUES, Gazetteer, load_gazetteer
from ingest.tables import read_table


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def small(cities: str = "", venues: str = "", doubtful: str = "") -> Gazetteer:
    return Gazetteer(
        load_authority(),
        read_table("cities.csv", CITIES, ",".join(CITIES) + "\n" + cities),
        read_table("venues.csv", VENUES, ",".join(VENUES) + "\n" + venues),
        read_table("doubtful_places.csv", DOUBTFUL, ",".join(DOUBTFUL) + "\n" + doubtful),
    )


def matched(gazetteer: Gazetteer, text: str) -> list[tuple[str, str]]:
    """Each place found, left to right: the words, and the key of the best candidate."""
    tokens = text.split()
    folded = [fold(token) for token in tokens]
    found, at = [], 0
    while at < len(tokens):
        match = gazetteer.match(tokens, folded, at)
        if match is not None:
            found.append((" ".join(tokens[at : match[0]]), match[1][0].key))
        at = match[0] if match else at + 1
    return found


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Istanbul", "place/istanbul-tur"),
        ("İstanbul", "place/istanbul-tur"),
        ("Kyiv", "place/kyiv-ukr"),
        ("Kiev", "place/kyiv-ukr"),
        ("Sanaa", "place/sana-a-yem"),
        ("Sana’a", "place/sana-a-yem"),
        ("Bombay", "place/mumbai-ind"),
        ("Rangoon", "place/yangon-mmr"),
        ("Cape Town", "place/cape-town-zaf"),
        ("New York", "place/new-york-usa"),
        ("Washington, D.C.", "place/washington-d-c-usa"),
        ("Geneva", "place/geneva-che"),
        ("San José", "place/san-jose-cri"),
        ("Vienna", "place/vienna-aut"),
        ("Windsor", "place/windsor-gbr"),
        ("Camp David", "place/camp-david-usa"),
        ("Davos", "place/davos-che"),
        ("Panmunjom", "place/panmunjom-kor"),
        ("South China Sea", "place/south-china-sea"),
        ("Gaza", "place/gaza-pse"),
    ],
)
def test_a_name_leads_to_its_place(gazetteer: Gazetteer, name: str, key: str) -> None:
    place = gazetteer.find(name)
    assert place is not None
    assert place.key == key


def test_a_place_has_its_country_and_position(gazetteer: Gazetteer) -> None:
    place = gazetteer.find("Istanbul")
    assert place is not None
    assert place.label == "Istanbul"
    assert place.country == load_authority().country("TUR").actor
    assert (place.latitude, place.longitude) == pytest.approx((41.01, 28.95), abs=0.02)


def test_an_unknown_name_is_no_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Ruritania City") is None
    assert gazetteer.find("") is None


def test_the_country_that_is_near_decides_between_namesakes(gazetteer: Gazetteer) -> None:
    authority = load_authority()
    ministry = authority.by_key("body/isi")
    assert ministry is not None
    for near, key in (
        ((), "place/hyderabad-ind"),
        ((authority.country("PAK").actor,), "place/hyderabad-pak"),
        ((ministry.actor,), "place/hyderabad-pak"),
        ((authority.country("FRA").actor,), "place/hyderabad-ind"),
    ):
        place = gazetteer.find("Hyderabad", near)
        assert place is not None
        assert place.key == key


def test_a_capital_comes_before_a_larger_namesake() -> None:
    gazetteer = small("Port,,AUS,-30,150,900000,\nPort,,NZL,-40,170,100000,capital\n")
    place = gazetteer.find("Port")
    assert place is not None
    assert place.key == "place/port-nzl"


def test_a_village_that_is_a_capital_yields_to_a_metropolis() -> None:
    gazetteer = small("Port,,AUS,-30,150,900000,\nPort,,NFK,-29,168,800,capital\n")
    place = gazetteer.find("Port")
    assert place is not None
    assert place.key == "place/port-aus"


def test_the_longest_name_in_the_text_wins(gazetteer: Gazetteer) -> None:
    assert matched(gazetteer, "from New York to the South China Sea and Sharm el-Sheikh") == [
        ("New York", "place/new-york-usa"),
        ("South China Sea", "place/south-china-sea"),
        ("Sharm el-Sheikh", "place/sharm-el-sheikh-egy"),
    ]


def test_a_name_is_found_however_it_is_parted(gazetteer: Gazetteer) -> None:
    for text in ("Port-au-Prince", "Port - au - Prince", "Port -au- Prince"):
        assert [key for _, key in matched(gazetteer, text)] == ["place/port-au-prince-hti"]
    for text in ("St. Petersburg", "St . Petersburg", "St Petersburg", "Saint Petersburg"):
        assert [key for _, key in matched(gazetteer, text)] == ["place/saint-petersburg-rus"]


def test_the_arabic_article_may_be_small(gazetteer: Gazetteer) -> None:
    assert matched(gazetteer, "met in al-Ula") == [("al-Ula", "place/al-ula-sau")]


def test_a_comma_ends_a_name(gazetteer: Gazetteer) -> None:
    assert matched(gazetteer, "San , José") != matched(gazetteer, "San José")
    assert "place/san-jose-cri" not in {key for _, key in matched(gazetteer, "San , José")}


def test_words_that_only_sound_like_a_name_together_are_none(gazetteer: Gazetteer) -> None:
    for text in ("In a", "War I", "Peru's", "Peru 's"):
        assert matched(gazetteer, text) == []
    assert matched(gazetteer, "St. John 's") == [("St. John 's", "place/st-john-s-atg")]


def test_a_small_letter_makes_no_place(gazetteer: Gazetteer) -> None:
    assert matched(gazetteer, "reading a nice mobile split") == []


def test_a_common_name_in_capitals_is_an_acronym(gazetteer: Gazetteer) -> None:
    assert matched(gazetteer, "Nice") == [("Nice", "place/nice-fra")]
    assert matched(gazetteer, "NICE") == []
    assert matched(gazetteer, "GENEVA") == [("GENEVA", "place/geneva-che")]


def test_words_and_names_of_people_are_common(gazetteer: Gazetteer) -> None:
    for name in ("Reading", "Mobile", "Nice", "Most", "Of", "Bush", "Lincoln", "Jackson", "Malé"):
        assert gazetteer.common(name), name
    for name in ("Istanbul", "Geneva", "Paris", "Rome", "Camp David"):
        assert not gazetteer.common(name), name


def test_a_country_is_a_place_without_a_point(gazetteer: Gazetteer) -> None:
    germany = load_authority().country("DEU").actor
    place = gazetteer.place_of_country(germany)
    assert (place.key, place.label, place.country) == ("place/germany-deu", "Germany", germany)
    assert place.latitude is None


def test_a_city_that_is_a_state_is_one_place(gazetteer: Gazetteer) -> None:
    singapore = load_authority().country("SGP").actor
    assert gazetteer.place_of_country(singapore) == gazetteer.find("Singapore")


def test_every_capital_is_a_place_in_its_country(gazetteer: Gazetteer) -> None:
    missing = []
    for entry in load_authority().entries():
        if entry.actor.iso3 and entry.end is None and entry.capital:
            place = gazetteer.find(entry.capital, [entry.actor])
            if place is None or place.country != entry.actor:
                missing.append(entry.capital)
    assert missing == []


def test_every_doubtful_name_is_a_place(gazetteer: Gazetteer) -> None:
    names = [row.needed("name") for row in read_table("doubtful_places.csv", DOUBTFUL)]
    assert len(names) > 200
    assert [name for name in names if gazetteer.find(name) is None] == []


@pytest.mark.parametrize(
    ("cities", "venues", "told"),
    [
        ("A,,TUR,41,29,many,\n", "", r"cities\.csv:2: population is 'many'"),
        ("A,,TUR,41,29,5,big\n", "", r"cities\.csv:2: rank is 'big'"),
        ("A,,TU,41,29,5,\n", "", r"cities\.csv:2: iso3 is 'TU'"),
        ("A,,TUR,,,5,\n", "", r"cities\.csv:2: latitude and longitude are empty"),
        ("A,,TUR,141,29,5,\n", "", r"cities\.csv:2: .*not on the globe"),
        ("A,,TUR,41,29,5,\n", "A,,TUR,41,29\n", r"venues\.csv:2: A is in the tables already"),
    ],
)
def test_a_wrong_row_is_told_with_file_and_line(cities: str, venues: str, told: str) -> None:
    with pytest.raises(KnowledgeError, match=told):
        small(cities, venues)


def test_a_region_named_after_a_town_is_no_town(gazetteer: Gazetteer) -> None:
    town = gazetteer.find("Kursk")
    assert town is not None
    region = gazetteer.region("Kursk Oblast", town)
    assert (region.key, region.country, region.latitude) == (
        "place/kursk-oblast-rus",
        town.country,
        None,
    )
    assert [gazetteer.is_town(place) for place in (town, region)] == [True, False]


def test_a_venue_and_a_sea_are_no_towns(gazetteer: Gazetteer) -> None:
    found = [gazetteer.find(name) for name in ("White House", "Black Sea", "Crete")]
    assert [gazetteer.is_town(place) for place in found if place] == [False, False, False]


def test_a_house_for_guests_of_the_state_may_be_anywhere(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("State Guest House") is None
