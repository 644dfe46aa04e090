from collections import defaultdict

import pytest

from graph.errors import KnowledgeError, NotFoundError
from graph.model import ActorClass
from graph.naming import slug
from ingest.authority import BODIES, COUNTRIES, KINDS, Authority, Entry, Tables, load_authority
from ingest.folding import fold
from ingest.names import NameIndex, NameMatch
from ingest.tables import read_table


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load_authority()


@pytest.fixture(scope="module")
def index(authority: Authority) -> NameIndex:
    return NameIndex(authority, str.split)


def found(index: NameIndex, text: str) -> NameMatch:
    tokens = text.split()
    match = index.match(tokens, [fold(token) for token in tokens], 0)
    assert match is not None, f"{text} is not known"
    return match


def test_every_iso_country_is_there_once() -> None:
    rows = list(read_table("countries.csv", COUNTRIES))
    codes = {row.text("iso3") for row in rows} - {"XKX"}
    assert len(codes) == 249  # ISO 3166-1 as of 2025
    assert len(rows) == 250
    assert len({row.text("iso2") for row in rows}) == 250
    assert {"PSE", "TWN"} <= codes


def test_each_table_holds_what_it_should(authority: Authority) -> None:
    kinds = [entry.actor.kind for entry in authority.entries()]
    gone = [e for e in authority.entries() if e.actor.kind == "Country" and e.end is not None]
    assert len(gone) >= 22
    assert kinds.count(ActorClass.ORGANIZATION) >= 320
    assert kinds.count(ActorClass.ARMED_GROUP) >= 220
    assert kinds.count(ActorClass.BODY) >= 100
    assert kinds.count(ActorClass.NGO) >= 120
    assert kinds.count(ActorClass.COMPANY) >= 40


def test_keys_and_wikidata_items_are_unique(authority: Authority) -> None:
    entries = authority.entries()
    items = [e.actor.wikidata for e in entries if e.actor.wikidata]
    assert len({e.actor.key for e in entries}) == len(entries)
    assert len(set(items)) == len(items)
    for entry in entries:
        prefix, _, name = entry.actor.key.partition("/")
        assert prefix in {"body", "company", "country", "group", "organisation"}
        assert name in {entry.actor.iso3, slug(name)}


def test_every_member_of_the_united_nations_has_a_wikidata_item() -> None:
    rows = read_table("countries.csv", COUNTRIES)
    assert [row.text("iso3") for row in rows if row.wikidata() is None] == []


def test_every_name_of_two_of_today_needs_context(authority: Authority) -> None:
    today: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
    for surface, entry, _ in authority.names():
        if entry.end is None:
            today[fold(surface)].append((entry, surface))
    unmarked = {
        surface
        for bearers in today.values()
        if len({entry.actor.key for entry, _ in bearers}) > 1
        for entry, surface in bearers
        if not entry.ambiguous
    }
    assert unmarked == set()


def test_names_are_words_with_a_kind(authority: Authority) -> None:
    for surface, entry, kind in authority.names():
        assert kind in KINDS
        assert surface == surface.strip() != "", entry.actor.key
        assert not surface.startswith("the "), f"{surface}: the article belongs to the text"


@pytest.mark.parametrize(
    ("text", "key", "kind"),
    [
        ("Turkey", "country/TUR", "name"),
        ("Türkiye", "country/TUR", "name"),
        ("Turkish", "country/TUR", "demonym"),
        ("Turks", "country/TUR", "demonym"),
        ("Ankara", "country/TUR", "capital"),
        ("Republic of Korea", "country/KOR", "name"),
        ("South Koreans", "country/KOR", "demonym"),
        ("Democratic People’s Republic of Korea", "country/PRK", "name"),
        ("DPRK", "country/PRK", "acronym"),
        ("People's Republic of China", "country/CHN", "name"),
        ("Republic of China", "country/TWN", "name"),
        ("Cote d'Ivoire", "country/CIV", "name"),
        ("Ivory Coast", "country/CIV", "name"),
        ("Czech Republic", "country/CZE", "name"),
        ("Burmese", "country/MMR", "demonym"),
        ("Rangoon", "country/MMR", "capital"),
        ("Holland", "country/NLD", "name"),
        ("Danes", "country/DNK", "demonym"),
        ("Filipino", "country/PHL", "demonym"),
        ("U.S.", "country/USA", "acronym"),
        ("White House", "country/USA", "metonym"),
        ("Kremlin", "country/RUS", "metonym"),
        ("Elysee", "country/FRA", "metonym"),
        ("Vatican", "country/VAT", "name"),
        ("Kiev", "country/UKR", "capital"),
        ("Soviet", "country/SUN", "demonym"),
        ("West Germany", "country/west-germany", "name"),
        ("GDR", "country/DDR", "acronym"),
        ("Turkish Cypriots", "country/northern-cyprus", "demonym"),
        ("Brussels", "organisation/european-union", "metonym"),
        ("Security Council", "organisation/un-security-council", "name"),
        ("Asean", "organisation/asean", "name"),
        ("Red Cross", "organisation/icrc", "name"),
        ("Houthi", "group/houthis", "demonym"),
        ("Revolutionary Guards", "body/irgc", "name"),
        ("State Department", "body/us-state-department", "name"),
        ("Iraqi Kurdistan", "body/kurdistan-regional-government", "name"),
        ("CNDD-FDD", "group/cndd-fdd", "name"),
        ("Zimbabwe African National Liberation Army", "group/zanla", "name"),
        ("Katiba Macina", "group/macina-liberation-front", "name"),
        ("Tigrayan forces", "group/tplf", "name"),
        ("Friedrich Ebert Stiftung", "organisation/friedrich-ebert-foundation", "name"),
        ("AFL-CIO", "organisation/afl-cio", "name"),
        ("UN Office for Outer Space Affairs", "organisation/unoosa", "name"),
        ("EU Advisory Mission Ukraine", "organisation/euam-ukraine", "name"),
        ("OSCE Mission in Serbia", "organisation/osce-mission-to-serbia", "name"),
        ("Joint Force Command Naples", "organisation/jfc-naples", "name"),
        ("Danube Commission", "organisation/danube-commission", "name"),
        (
            "International Cocoa Organisation",
            "organisation/international-cocoa-organization",
            "name",
        ),
        ("DFID", "body/dfid", "acronym"),
        ("Bank of Korea", "body/bank-of-korea", "name"),
        ("Jogorku Kenesh", "body/jogorku-kenesh", "name"),
        ("U.S. Coast Guard", "body/us-coast-guard", "name"),
    ],
)
def test_a_name_leads_to_its_actor(index: NameIndex, text: str, key: str, kind: str) -> None:
    match = found(index, text)
    assert (match.entries[0].actor.key, match.kind) == (key, kind)
    assert match.end == len(text.split())


def test_an_acronym_in_small_letters_is_a_word(index: NameIndex) -> None:
    for word in ("us", "who", "is", "quad", "quint"):
        assert index.match([word], [word], 0) is None


def test_a_name_that_others_bear_too_needs_context(index: NameIndex) -> None:
    for name in ("Quint", "Core Group", "Northern Group", "AFD", "Joint Chiefs of Staff"):
        assert found(index, name).entries[0].ambiguous, name
    assert not found(index, "South Korean Joint Chiefs of Staff").entries[0].ambiguous


def test_a_name_says_whether_it_needs_context(index: NameIndex) -> None:
    for name in ("Georgia", "Jordan", "Chad", "Turkey", "Guinea", "Ireland", "Macedonia", "Congo"):
        assert found(index, name).entries[0].ambiguous, name
    for name in ("Türkiye", "Republic of Ireland", "DR Congo", "Equatorial Guinea", "France"):
        assert not found(index, name).entries[0].ambiguous, name


def test_a_part_leads_to_its_whole(authority: Authority) -> None:
    def whole(key: str) -> str | None:
        entry = authority.by_key(key)
        assert entry is not None
        return entry.actor.represents.key if entry.actor.represents else None

    assert whole("organisation/un-security-council") == "organisation/united-nations"
    assert whole("organisation/european-commission") == "organisation/european-union"
    assert whole("body/palestinian-legislative-council") == "country/PSE"
    assert whole("body/kgb") == "country/SUN"
    assert whole("body/bundestag") == "country/DEU"
    assert whole("body/riksbank") == "country/SWE"
    assert whole("organisation/jfc-naples") == "organisation/nato"
    assert whole("organisation/eupol-copps") == "organisation/european-union"
    assert whole("group/hamas") is None
    assert whole("organisation/imf") is None


def test_a_state_that_was_has_its_years(authority: Authority) -> None:
    soviet = authority.country("SUN")
    assert (soviet.start, soviet.end, soviet.capital) == (1922, 1991, "Moscow")
    assert authority.country("RUS").end is None


def test_a_former_capital_speaks_for_a_state_only_if_it_is_one_today(authority: Authority) -> None:
    capitals = {
        (surface, e.actor.key) for surface, e, kind in authority.names() if kind == "capital"
    }
    assert ("Moscow", "country/SUN") in capitals
    assert ("Munich", "country/kingdom-of-bavaria") not in capitals


def test_entries_can_be_counted_in_sets(authority: Authority) -> None:
    assert len(set(authority.entries())) == len(authority.entries())
    assert authority.country("GEO") in {entry for _, entry, _ in authority.names()}


def test_an_unknown_code_is_told(authority: Authority) -> None:
    with pytest.raises(NotFoundError, match=r"'XYZ'; data/authority/countries\.csv lists them"):
        authority.country("XYZ")
    assert authority.by_key("country/XYZ") is None


COUNTRY = ",".join(COUNTRIES) + "\n"
BODY = ",".join(BODIES) + "\n"


@pytest.mark.parametrize(
    ("table", "text", "told"),
    [
        ("countries.csv", COUNTRY + "TU,TR,Türkiye,,,,,,,,,,\n", "countries.csv:2: iso3 is 'TU'"),
        ("countries.csv", COUNTRY + "TUR,TR,,,,,,,,,,,\n", "countries.csv:2: label is empty"),
        (
            "countries.csv",
            COUNTRY + "TUR,TR,Türkiye,,,,,,,,,,Turkey\n",
            "countries.csv:2: ambiguous lists 'Turkey'",
        ),
        (
            "countries.csv",
            COUNTRY + "TUR,TR,Türkiye,,,,,,,,,,\n" * 2,
            "countries.csv:3: country/TUR is in the tables already",
        ),
        ("bodies.csv", BODY + "x,Party,X,,,,,,,,\n", "bodies.csv:2: kind is 'Party'; write one of"),
        ("bodies.csv", BODY + "x,GovernmentBody,X,,,,,,,,\n", "bodies.csv:2: represents is empty"),
        ("bodies.csv", BODY + "x,GovernmentBody,X,,,,QQQ,,,,\n", "represents is 'QQQ'; no row"),
        ("bodies.csv", BODY + "X y,ArmedGroup,X,,,,,,,,\n", "key is 'X y'; write .* 'x-y'"),
        ("bodies.csv", BODY + "x,ArmedGroup,X,,,,,1990,1980,,\n", "ends in 1980, before"),
    ],
)
def test_a_wrong_row_is_told_with_file_and_line(table: str, text: str, told: str) -> None:
    with pytest.raises(KnowledgeError, match=told):
        list(Tables({table: text}).read())
