"""Who held which office when, and whom a name means on a day."""

import datetime
import itertools
from collections import defaultdict

import pytest

from graph.errors import KnowledgeError
from ingest.authority import load_authority
from ingest.leaders import COLUMNS, Leaders, Term, load_leaders, read_leaders

HEADER = ",".join(COLUMNS) + "\n"
SUCCESSORS = {
    frozenset({"country/DEU", "country/west-germany"}),
    frozenset({"country/COD", "country/ZAR"}),
    frozenset({"country/CSK", "country/CZE"}),
    frozenset({"country/CSK", "country/SVK"}),
    frozenset({"country/GEO", "country/SUN"}),
    frozenset({"country/HRV", "country/YUG"}),
    frozenset({"country/MNE", "country/fr-yugoslavia"}),
    frozenset({"country/SCG", "country/fr-yugoslavia"}),
    frozenset({"country/SCG", "country/SRB"}),
    frozenset({"country/SDN", "country/SSD"}),
    frozenset({"country/SOM", "country/somaliland"}),
    frozenset({"country/SRB", "country/fr-yugoslavia"}),
    frozenset({"country/SVN", "country/YUG"}),
    frozenset({"country/VDR", "country/VNM"}),
    frozenset({"country/YEM", "country/YMD"}),
    frozenset({"country/YEM", "country/north-yemen"}),
}


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def first(name: str, on: str) -> str:
    """Whom the name means first on the day; empty for nobody."""
    terms = load_leaders().named(name, day(on))
    return terms[0].key.removeprefix("person/") if terms else ""


def holders(of: str, office: str, on: str) -> list[str]:
    terms = load_leaders().holders(of, office, day(on))
    return [term.key.removeprefix("person/") for term in terms]


@pytest.mark.parametrize(
    ("name", "on", "key"),
    [
        ("President Bush", "1990-08-02", "george-h-w-bush"),
        ("President Bush", "2003-03-20", "george-w-bush"),
        ("George Bush", "2003-03-20", "george-w-bush"),
        ("Lula", "2004-05-05", "luiz-inacio-lula-da-silva"),
        ("President Lula", "2023-05-05", "luiz-inacio-lula-da-silva"),
        ("Mr. Lula", "2009-01-15", "luiz-inacio-lula-da-silva"),
        ("Clinton", "1996-06-01", "bill-clinton"),
        ("Clinton", "2010-06-01", "hillary-clinton"),
        ("Qaddafi", "1986-04-15", "muammar-gaddafi"),
        ("Moammar Gadhafi", "2003-12-19", "muammar-gaddafi"),
        ("President Sarkozy", "2008-09-01", "nicolas-sarkozy"),
        ("President Karzai", "2005-01-01", "hamid-karzai"),
    ],
)
def test_a_name_means_who_was_in_office_on_the_day(name: str, on: str, key: str) -> None:
    assert first(name, on) == key


@pytest.mark.parametrize(
    ("name", "on", "key"),
    [
        ("Xi", "2014-01-01", "xi-jinping"),
        ("Kim", "1975-01-01", "kim-il-sung"),
        ("Kim Jong-un", "2018-06-12", "kim-jong-un"),
        ("Mr. Lee", "1975-01-01", "lee-kuan-yew"),
        ("Ban", "2010-01-01", "ban-ki-moon"),
        ("Trong", "2015-01-01", "nguyen-phu-trong"),
        ("Abiy", "2019-10-11", "abiy-ahmed"),
        ("Thaksin", "2003-01-01", "thaksin-shinawatra"),
        ("Mahathir", "1997-09-20", "mahathir-mohamad"),
        ("Suharto", "1980-01-01", "suharto"),
        ("Peña Nieto", "2015-01-01", "enrique-pena-nieto"),
        ("López Obrador", "2020-01-01", "andres-manuel-lopez-obrador"),
        ("de Klerk", "1990-02-02", "f-w-de-klerk"),
        ("von der Leyen", "2022-01-01", "ursula-von-der-leyen"),
        ("bin Salman", "2018-10-02", "mohammed-bin-salman"),
        ("MBS", "2018-10-02", "mohammed-bin-salman"),
        ("el-Sisi", "2015-01-01", "abdel-fattah-el-sisi"),
        ("al-Sisi", "2015-01-01", "abdel-fattah-el-sisi"),
        ("Sisi", "2015-01-01", "abdel-fattah-el-sisi"),
        ("Abdul Fattah Al-Sisi", "2015-01-01", "abdel-fattah-el-sisi"),
        ("Erdoğan", "2016-01-01", "recep-tayyip-erdogan"),
        ("Erdogan", "2016-01-01", "recep-tayyip-erdogan"),
        ("Suu Kyi", "2012-01-01", "aung-san-suu-kyi"),
        ("Makhdoom Shah Mahmood Qureshi", "2021-02-18", "shah-mahmood-qureshi"),
    ],
)
def test_short_forms_follow_the_custom_of_the_country(name: str, on: str, key: str) -> None:
    assert first(name, on) == key


@pytest.mark.parametrize(
    ("name", "on", "key"),
    [
        ("Pope Francis", "2015-09-24", "pope-francis"),
        ("Francis", "2015-09-24", "pope-francis"),
        ("Pope John Paul", "1995-10-05", "pope-john-paul-ii"),
        ("King Abdullah II", "2010-01-01", "abdullah-ii"),
        ("Queen Elizabeth II", "1990-01-01", "elizabeth-ii"),
        ("the Queen", "1990-01-01", "elizabeth-ii"),
        ("King Hussein", "1990-08-12", "king-hussein"),
        ("Emperor Akihito", "1992-10-23", "akihito"),
        ("Sheikh Tamim", "2017-06-05", "tamim-bin-hamad-al-thani"),
        ("Sultan Qaboos", "2013-08-25", "qaboos-bin-said"),
        ("the Dalai Lama", "1995-01-01", "tenzin-gyatso"),
    ],
)
def test_monarchs_and_popes_go_by_their_given_name(name: str, on: str, key: str) -> None:
    assert first(name, on) == key


def test_titles_before_a_name_do_not_hide_it() -> None:
    for name in ("Secretary of State Kerry", "Secretary Kerry", "Mr Kerry", "John Kerry"):
        assert first(name, "2014-03-05") == "john-kerry"
    assert first("Foreign Minister Lavrov", "2014-03-05") == "sergei-lavrov"


def test_names_in_full_and_names_cut_short_are_one_person() -> None:
    assert first("Vladimir Vladimirovich Putin", "2005-01-01") == "vladimir-putin"
    assert first("Recep Erdogan", "2005-01-01") == "recep-tayyip-erdogan"
    assert first("Manuel Zelaya Rosales", "2008-09-01") == "manuel-zelaya"
    assert first("Kishida Fumio", "2023-01-01") == "fumio-kishida"
    assert first("H. Desmond Hoyte", "1989-01-01") == "desmond-hoyte"
    assert first("Gerhard Schroeder", "2001-01-01") == "gerhard-schroder"
    assert first("Vladimir Lukyanovich", "2005-01-01") == ""


@pytest.mark.parametrize(
    ("name", "on", "key", "of"),
    [
        ("Peskov", "2020-01-01", "dmitry-peskov", "country/RUS"),
        ("Mao Ning", "2024-01-01", "mao-ning", "country/CHN"),
        ("General Petraeus", "2008-01-01", "david-petraeus", "country/USA"),
        ("Qassem Suleimani", "2019-01-01", "qasem-soleimani", "country/IRN"),
        ("Valeriy Zaluzhny", "2023-01-01", "valerii-zaluzhnyi", "country/UKR"),
        ("Moqtada Sadr", "2004-08-01", "muqtada-al-sadr", "group/mahdi-army"),
        ("Foday Sankoh", "1999-07-07", "foday-sankoh", "group/ruf"),
        ("Stephane Dujarric", "2020-01-01", "stephane-dujarric", "organisation/united-nations"),
        ("Koo Chen-fu", "1993-04-27", "koo-chen-fu", "country/TWN"),
        ("Steve Witkoff", "2025-08-06", "steve-witkoff", "country/USA"),
    ],
)
def test_spokespersons_commanders_and_envoys_are_known(
    name: str, on: str, key: str, of: str
) -> None:
    assert first(name, on) == key
    assert load_leaders().named(name, day(on))[0].of == of


@pytest.mark.parametrize(
    ("name", "on", "key"),
    [
        ("Bashir", "2001-01-01", "omar-al-bashir"),
        ("Wang", "2021-01-01", "wang-yi"),
        ("Kim", "2008-06-01", "kim-jong-il"),
        ("Sessions", "2017-06-01", ""),
        ("Hook", "2019-06-01", ""),
        ("Bono", "2005-06-01", ""),
    ],
)
def test_a_surname_stays_with_its_better_known_bearer(name: str, on: str, key: str) -> None:
    assert first(name, on) == key


@pytest.mark.parametrize("name", ["Blorbo", "President Blorbo", "Anna Blorbo", "President", ""])
def test_unknown_names_give_nothing(name: str) -> None:
    assert load_leaders().named(name, day("2010-01-01")) == ()
    assert load_leaders().named(name) == ()


def test_those_in_office_come_before_those_who_were() -> None:
    terms = load_leaders().named("Bush", day("2003-03-20"))
    assert [t.key for t in terms[:2]] == ["person/george-w-bush", "person/george-h-w-bush"]
    assert [t.title for t in terms[1:3]] == ["President", "Vice President"]


def test_nobody_is_found_long_before_their_time() -> None:
    assert first("Obama", "1990-01-01") == ""
    assert all(
        t.key != "person/george-w-bush" for t in load_leaders().named("Bush", day("1990-08-02"))
    )


def test_who_is_about_to_take_office_is_found_after_all_others() -> None:
    terms = load_leaders().named("Trump", day("2016-11-09"))
    assert [t.start for t in terms] == ["2017-01-20"]


def test_without_a_day_the_most_recent_term_comes_first() -> None:
    assert [t.start[:4] for t in load_leaders().named("Lula")] == ["2023", "2003"]


def test_the_head_of_state_changes_with_the_day() -> None:
    assert holders("country/RUS", "head-of-state", "1999-12-30") == ["boris-yeltsin"]
    assert holders("country/RUS", "head-of-state", "2000-01-02") == ["vladimir-putin"]
    assert holders("country/RUS", "head-of-state", "2009-06-01") == ["dmitry-medvedev"]
    assert holders("country/RUS", "head-of-government", "2009-06-01") == ["vladimir-putin"]


def test_both_hold_the_office_on_the_day_of_a_handover_and_the_new_one_comes_first() -> None:
    assert holders("country/USA", "President", "2009-01-20") == ["barack-obama", "george-w-bush"]
    assert holders("country/USA", "President", "2009-01-19") == ["george-w-bush"]
    assert holders("country/USA", "President", "2009-01-21") == ["barack-obama"]


def test_an_executive_president_is_head_of_state_and_of_government() -> None:
    for office in ("head-of-state", "head-of-government", "President"):
        assert holders("country/USA", office, "2014-01-01") == ["barack-obama"]


def test_a_title_tells_apart_what_the_kind_of_office_does_not() -> None:
    assert holders("country/IRN", "head-of-state", "2010-01-01") == ["ali-khamenei"]
    assert holders("country/IRN", "President", "2010-01-01") == ["mahmoud-ahmadinejad"]
    assert holders("country/USA", "Vice President", "2010-01-01") == ["joe-biden"]


def test_who_holds_an_office_for_the_time_being_holds_it() -> None:
    assert holders("country/UKR", "President", "2014-04-01") == ["oleksandr-turchynov"]


def test_organisations_have_heads() -> None:
    assert holders("organisation/united-nations", "organisation-head", "1985-01-01") == [
        "javier-perez-de-cuellar"
    ]
    assert holders("organisation/nato", "Secretary General", "2005-01-01") == [
        "jaap-de-hoop-scheffer"
    ]
    assert holders("organisation/iaea", "organisation-head", "2010-01-01") == ["yukiya-amano"]


def test_without_a_day_only_an_office_of_one_person_has_a_holder() -> None:
    table = load_leaders()
    assert table.holders("country/FRA", "head-of-state") == ()
    assert {t.key for t in table.holders("country/SSD", "head-of-state")} == {"person/salva-kiir"}
    assert table.holders("country/ATA") == ()


def test_a_year_covers_all_its_days_and_a_month_all_of_its() -> None:
    table = read(
        "Ada One,,,country/FRA,envoy,Envoy,1991,1992-02,", "Bo Two,,,country/FRA,envoy,Envoy,1992,,"
    )
    assert names(table, "1991-01-01") == ["Ada One"]
    assert names(table, "1992-02-29") == ["Bo Two", "Ada One"]
    assert names(table, "1992-03-01") == ["Bo Two"]
    assert names(table, "1990-12-31") == []


def test_a_person_has_all_terms_under_one_key() -> None:
    terms = load_leaders().person("person/antonio-guterres")
    assert {t.of for t in terms} == {
        "country/PRT", "organisation/unhcr", "organisation/united-nations"
    }  # fmt: skip
    assert load_leaders().person("person/blorbo") == ()


def test_namesakes_have_keys_of_their_own() -> None:
    terms = load_leaders().named("Gerhard Schröder")
    assert {t.name for t in terms} == {"Gerhard Schröder"}
    assert len({t.key for t in terms}) == 2
    assert first("Schröder", "2000-01-01") == "gerhard-schroder"
    assert first("Schröder", "1963-01-01") == "gerhard-schroder-cdu"


def test_every_actor_of_the_table_is_known() -> None:
    authority = load_authority()
    unknown = {t.of for t in load_leaders().terms() if authority.by_key(t.of) is None}
    assert unknown == set()


def test_no_key_stands_for_two_people() -> None:
    """Nobody serves two states, unless one follows the other, nor for a century."""
    states: dict[str, set[str]] = defaultdict(set)
    years: dict[str, list[int]] = defaultdict(list)
    for term in load_leaders().terms():
        if term.of.startswith("country/"):
            states[term.key].add(term.of)
        years[term.key] += [int(text[:4]) for text in (term.start, term.end) if text]
    for key, served in states.items():
        assert len(served) == 1 or frozenset(served) in SUCCESSORS, (key, served)
    assert [key for key, seen in years.items() if max(seen) - min(seen) > 71] == []


def test_terms_of_one_person_in_one_office_do_not_overlap() -> None:
    own: dict[tuple[str, str, str, str], list[Term]] = defaultdict(list)
    for term in load_leaders().terms():
        own[term.key, term.of, term.office, term.title].append(term)
    for terms in own.values():
        for before, after in itertools.pairwise(terms):
            assert before.end is not None, before
            assert before.last() <= after.last(), (before, after)
            assert before.end[:4] <= after.start[:4], (before, after)


def test_no_state_has_two_executive_presidents_at_once() -> None:
    chains: dict[str, list[Term]] = defaultdict(list)
    for term in load_leaders().terms():
        if term.office in {"head-of-state-and-government", "monarch", "pope"}:
            chains[f"{term.of} {term.office}"].append(term)
    for terms in chains.values():
        for before, after in itertools.pairwise(terms):
            if not after.title.startswith("Acting"):
                assert before.end is not None, (before, after)
                assert before.end[:4] <= after.start[:4] or "Acting" in before.title


def test_the_table_is_sorted_and_large() -> None:
    terms = load_leaders().terms()
    ranks = [(t.of, t.office, t.start) for t in terms]
    assert ranks == sorted(ranks)
    assert len(terms) >= 6_400
    assert len({t.of for t in terms if t.of.startswith("country/") and len(t.of) == 11}) >= 190


def test_no_state_of_the_last_decades_lacks_its_government() -> None:
    """The states that news reports most have head of state, government and foreign minister."""
    table = load_leaders()
    vacant = {("IRQ", 2003), ("NGA", 2015)}  # occupied; no ministers for half a year
    for iso3 in ("FRA", "DEU", "ITA", "TUR", "RUS", "UKR", "POL", "ISR", "IRN", "IRQ", "EGY",
                 "IND", "PAK", "CHN", "IDN", "KOR", "ZAF", "NGA", "BRA", "MEX", "USA"):  # fmt: skip
        for year in range(2001, 2025):
            on = datetime.date(year, 7, 1)
            for office in ("head-of-state", "head-of-government", "foreign-minister"):
                held = table.holders(f"country/{iso3}", office, on)
                assert held or (iso3, year) in vacant, (iso3, office, on)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Ada,,,country/FRA,envoy,Envoy,1991-13-01,,", "leaders.csv:2: start is '1991-13-01'"),
        ("Ada,,,country/FRA,envoy,Envoy,1991-02-30,,", "leaders.csv:2: start is 1991-02-30"),
        ("Ada,,,country/FRA,envoy,Envoy,,,", "leaders.csv:2: start is empty"),
        ("Ada,,,country/FRA,envoy,Envoy,1991,1990-05,", "leaders.csv:2: it ends on 1990-05"),
        ("Ada,,,France,envoy,Envoy,1991,,", "leaders.csv:2: of is 'France'"),
        ("Ada,,,country/FRA,Envoy,Envoy,1991,,", "leaders.csv:2: office is 'Envoy'"),
        ("Ada,,,country/FRA,envoy,,1991,,", "leaders.csv:2: title is empty"),
        (",,,country/FRA,envoy,Envoy,1991,,", "leaders.csv:2: name is empty"),
        ("Ada,a;;b,,country/FRA,envoy,Envoy,1991,,", "leaders.csv:2: aliases has an empty name"),
        ("Ada,,,country/FRA,envoy,Envoy,1991,,76", "leaders.csv:2: wikidata is '76'"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(row: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=message.replace(".", r"\.")):
        read(row)


def test_two_names_with_one_key_are_refused() -> None:
    rows = (
        "José Paz,,,country/FRA,envoy,Envoy,1991,,",
        "Jose Paz,,,country/ITA,envoy,Envoy,1991,,",
    )
    with pytest.raises(KnowledgeError, match=r"leaders\.csv:3: .* get one key, person/jose-paz"):
        read(*rows)


def test_aliases_stand_in_the_first_row_of_a_person() -> None:
    row = "Ada One,Addie,,country/FRA,envoy,Envoy,1991,1992,"
    with pytest.raises(KnowledgeError, match=r"leaders\.csv:3: Ada One has rows before"):
        read(row, row)
    table = read(row, "Ada One,,,country/ITA,envoy,Envoy,1993,,")
    assert [t.of for t in table.named("Addie")] == ["country/ITA", "country/FRA"]


def read(*rows: str) -> Leaders:
    return read_leaders(HEADER + "\n".join(rows) + "\n")


def names(table: Leaders, on: str) -> list[str]:
    return [term.name for term in table.holders("country/FRA", "envoy", day(on))]
