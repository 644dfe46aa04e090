from collections.abc import Callable
from datetime import date

import pytest

from graph.errors import KnowledgeError
from ingest.coreference import Referent
from ingest.namesakes import Namesakes, load_namesakes, read_namesakes

Resolve = Callable[..., list[tuple[str, Referent]]]

LISTS = """
longer = ["Sea of Japan"]
called_after = ["treaty"]
joining = ["de"]
money = ["$"]
organs = ["Red Cross"]
[regions]
CAN = ["Ontario"]
"""


def actors(resolve: Resolve, text: str, day: date | None = None) -> set[str]:
    return {actor.label for _, referent in resolve(text, day) for actor in referent.actors}


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("The trawlers left for the Sea of Japan.", "Japan"),
        ("Storms crossed the Gulf of Mexico overnight.", "Mexico"),
        ("Voters turned down the Treaty of Lisbon.", "Portugal"),
        ("Delegates flew to Santiago de Cuba.", "Chile"),
        ("Leila de Lima left the court in Manila.", "Peru"),
        ("Factories in London, Ontario, were closed.", "United Kingdom"),
        ("Shops in the Lebanese port city of Tripoli were closed.", "Libya"),
        ("Shops in the Illinois town of Cairo were closed.", "Egypt"),
        ("Clinics opened in Macon, Georgia, in spring.", "Georgia"),
        ("Victoria closed its schools, as Queensland did.", "Seychelles"),
        ("The Kenyan Olympic Committee chose its runners.", "International Olympic Committee"),
        ("The National Olympic Committee of Fiji met.", "International Olympic Committee"),
        ("The Kenya Red Cross opened a camp.", "International Committee of the Red Cross"),
        ("The General Assembly of North Carolina met.", "United Nations General Assembly"),
        ("Spain paid three million US dollars to Haiti.", "United States"),
        ("Fans of cricket saw the ICC trophy in Lahore.", "International Criminal Court"),
        ("Real Madrid won in Turin.", "Spain"),
        ("Nurses brought a variant of SARS-CoV-2 from Peru.", "SARS-CoV-2"),
    ],
)
def test_a_name_inside_another_or_beside_other_words_is_nobody(
    text: str, nobody: str, resolve: Resolve
) -> None:
    assert nobody not in actors(resolve, text)


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("Japan protested against Russia.", "Japan"),
        ("Lisbon condemned the attack.", "Portugal"),
        ("Lima recalled its ambassador to Chile.", "Peru"),
        ("London, Paris and Rome condemned the attack.", "United Kingdom"),
        ("Ottawa, Ontario, hosted the ministers of the G7.", "Canada"),
        ("Tripoli signed an accord with Lebanon, Libya said.", "Libya"),
        ("Libyan officials in the port of Tripoli met the Italians.", "Libya"),
        ("Georgia signed a treaty with Armenia.", "Georgia"),
        ("A senator from Texas met the president of Georgia in Tbilisi.", "Georgia"),
        ("Victoria is where Seychelles received Mauritius.", "Seychelles"),
        ("The Olympic Committee barred the federation.", "International Olympic Committee"),
        ("Italian Red Cross workers were freed.", "International Committee of the Red Cross"),
        ("The Indian Ocean Commission met in Port Louis.", "Indian Ocean Commission"),
        ("The General Assembly condemned the war.", "United Nations General Assembly"),
        ("The ICC issued a warrant for the general.", "International Criminal Court"),
    ],
)
def test_the_same_name_elsewhere_is_somebody(text: str, somebody: str, resolve: Resolve) -> None:
    assert somebody in actors(resolve, text)


@pytest.mark.parametrize(
    ("text", "year", "person"),
    [
        ("Evo Morales flew to Havana. Mr Morales praised Cuba.", 2017, "Evo Morales"),
        ("Charles Taylor flew to Abuja. Mr Taylor was received.", 2001, "Charles Taylor"),
        ("Kofi Annan spoke first. Mr Annan praised both sides.", 2008, "Kofi Annan"),
    ],
)
def test_a_surname_is_that_of_who_is_named_in_full(
    text: str, year: int, person: str, resolve: Resolve
) -> None:
    named = [r.actors for words, r in resolve(text, date(year, 6, 1)) if words.startswith("Mr")]
    assert [actor.label for found in named for actor in found] == [person]


def test_a_surname_without_its_full_name_is_the_officials(resolve: Resolve) -> None:
    found = resolve("Mr Erdogan left. Bilal Erdogan stayed in Rome.", date(2017, 6, 1))
    assert [actor.label for actor in found[0][1].actors] == ["Recep Tayyip Erdoğan"]


@pytest.mark.parametrize("name", ["Christian", "Liverpool", "Medina", "Toledo"])
def test_a_surname_that_is_a_word_or_a_town_is_nobody_alone(name: str, resolve: Resolve) -> None:
    assert actors(resolve, f"Crowds gathered near {name} on Friday.", date(2016, 6, 1)) == set()


def test_the_shipped_lists_are_read(split: Callable[[str], list[str]]) -> None:
    namesakes = Namesakes(load_namesakes(), split)
    assert namesakes.others(split("In the Sea of Japan")) == {2: 5, 3: 5, 4: 5}
    assert namesakes.region(split("in Ontario"), 1) == "CAN"


@pytest.mark.parametrize(
    "more",
    [
        "",
        'names = [{name = ""}]',
        'names = [{name = "X"}]',
        'names = [{name = "X", only = ["Y"], beside = ["Z"]}]',
        'names = [{name = "X", only = ["Y"], unless = ["Z"]}]',
        'names = [{name = "X", only = []}]',
        'names = [{name = "X", only = ["Y"], near = ["Z"]}]',
        "names = [",
    ],
)
def test_a_wrong_list_ends_the_start(more: str) -> None:
    text = more + "\n" + LISTS if more else LISTS.replace('longer = ["Sea of Japan"]', "")
    with pytest.raises(KnowledgeError, match=r"namesakes\.toml"):
        read_namesakes(text)


def test_a_part_of_a_state_is_no_person_of_it(resolve: Resolve) -> None:
    found = resolve("Storms crossed the US state Georgia on Monday.")
    assert [words for words, referent in found if referent.actors] == ["the US state"]


@pytest.mark.parametrize(
    "text",
    [
        "Tanks crossed the King Fahd Causeway at dawn.",
        "He was held under the Official Secrets Act.",
        "Guests walked to the Imam Ali Mosque.",
        "Shells fell near Ben Gurion airport.",
        "The draw put all four in Group B.",
        "Floods reached Santo Domingo de los Tsáchilas.",
    ],
)
def test_what_is_called_after_somebody_is_nobody(text: str, resolve: Resolve) -> None:
    assert not actors(resolve, text, date(2015, 6, 1)) - {"Kenya"}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The President of the Republic of China Chen Shui-bian left.", "country/TWN"),
        ("The President of the Republic of Korea left.", "country/KOR"),
    ],
)
def test_an_office_ends_before_the_name_of_a_republic(
    text: str, state: str, resolve: Resolve
) -> None:
    actor = resolve(text, date(2006, 6, 1))[0][1].actors[0]
    assert (actor.represents or actor).key == state


def test_a_prince_is_no_official_of_his_name(resolve: Resolve) -> None:
    actor = resolve("Prince Philip left London.", date(2011, 6, 1))[0][1].actors[0]
    assert actor.represents is None


def test_a_father_is_not_the_son_who_bears_his_name(resolve: Resolve) -> None:
    text = "King Salman met Prince Mohammed bin Salman. Osama bin Laden fled; bin Laden was sought."
    found = [actor.label for _, referent in resolve(text) for actor in referent.actors]
    assert found[:2] == ["King Salman", "Mohammed bin Salman"]


def test_an_organ_of_its_own_state_stays(resolve: Resolve) -> None:
    found = actors(resolve, "The Libyan National Transitional Council sent envoys to Spain.")
    assert "National Transitional Council" in found


def test_a_place_of_an_agreement_is_no_party_to_it(resolve: Resolve) -> None:
    assert "Angola" not in actors(resolve, "Rwanda kept to the Luanda agreement.")
