"""Envoys are recalled, summoned and expelled, embassies opened, and states recognised."""

import pytest

from graph.model import EventClass, Role, Status
from tests.ingest.outline import Read, lines

TOLD = [
    (
        "Norway expelled ten employees of the Kenyan embassy. The ambassador, Peter Okello, was "
        "summoned to the ministry.",
        ["RelationsDowngrade NOR > peter-okello"],
    ),
    (
        "Norway ordered three members of the Kenyan embassy in Oslo to leave the country.",
        ["RelationsDowngrade NOR > KEN"],
    ),
    (
        "Norway broke off relations with Kenya. Nairobi cut ties at once and turned to Chile.",
        ["RelationsDowngrade KEN > NOR", "RelationsDowngrade NOR > KEN"],
    ),
    (
        "President Uhuru Kenyatta withdrew Kenya's chargé d'affaires from Oslo.",
        ["RelationsDowngrade uhuru-kenyatta > NOR"],
    ),
    (
        "Norway restored relations with Kenya, severed in 1999.",
        ["RelationsDowngrade NOR > KEN", "RelationsUpgrade NOR > KEN"],
    ),
    (
        "Norway threw out two Kenyan diplomats, Deputy Ambassador Peter Okello among them.",
        ["RelationsDowngrade NOR > KEN, peter-okello"],
    ),
    ("Norway gave two Kenyan diplomats in Oslo 72 hours.", ["RelationsDowngrade NOR > KEN"]),
    (
        "Norway told Peter Okello, the Kenyan ambassador, to get out within two days.",
        ["RelationsDowngrade NOR > peter-okello"],
    ),
    (
        "Ten employees of the Kenyan embassy in Oslo have two days to leave Norway.",
        ["RelationsDowngrade NOR > KEN"],
    ),
    ("Norway sent ten Kenyan diplomats packing.", ["RelationsDowngrade NOR > KEN"]),
    (
        "Kari Nordmann of Norway cut the ribbon of the Norwegian embassy in Nairobi.",
        ["RelationsUpgrade kari-nordmann > KEN"],
    ),
    (
        "Norway gave the Kenyan ambassador 48 hours to leave. Ambassador Peter Okello had no "
        "comment.",
        ["RelationsDowngrade NOR > peter-okello"],
    ),
    (
        "Norway expelled the Kenyan ambassador. The Chilean ambassador, Ana Diaz, said nothing.",
        ["RelationsDowngrade NOR > KEN"],
    ),
    (
        "Norway said two Kenyan diplomats must leave the country.",
        ["RelationsDowngrade NOR > KEN"],
    ),
    ("Two Kenyan diplomats had a week to leave Norway.", ["RelationsDowngrade NOR > KEN"]),
    ("Two Kenyan diplomats may have to leave Norway.", []),
    (
        "Espen Eide said that five Kenyan diplomats were being expelled from Norway.",
        ["RelationsDowngrade NOR > KEN"],
    ),
    (
        "Norway has declared Peter Okello, an attaché at the Kenyan embassy, persona non grata.",
        ["RelationsDowngrade NOR > peter-okello"],
    ),
    (
        "Norway expelled Peter Okello, a visa officer at the Kenyan embassy.",
        ["RelationsDowngrade NOR > peter-okello"],
    ),
    (
        "Norway expelled three Kenyan diplomats, among them the consul, Peter Okello.",
        ["RelationsDowngrade NOR > KEN, peter-okello"],
    ),
    ("Norway barred three Kenyan diplomats from returning.", ["RelationsDowngrade NOR > KEN"]),
    (
        "Norway asked its ambassadors in Nairobi and Santiago to come home.",
        ["RelationsDowngrade NOR > CHL, KEN"],
    ),
    (
        "Norway severed relations with Kenya. The Kenyan ambassador, Peter Okello, was told to "
        "leave.",
        ["RelationsDowngrade NOR > KEN", "RelationsDowngrade NOR > peter-okello"],
    ),
    (
        "Kenya and Norway restored diplomatic ties, which were severed in 2009.",
        ["RelationsDowngrade KEN, NOR", "RelationsUpgrade KEN, NOR"],
    ),
    (
        "Norway broke off ties with Kenya in 2009 and restored them in 2012.",
        ["RelationsDowngrade NOR > KEN", "RelationsUpgrade NOR > KEN"],
    ),
    (
        "Norway expelled ten Kenyan diplomats. Nairobi responded in kind on Friday.",
        ["RelationsDowngrade KEN > NOR", "RelationsDowngrade NOR > KEN"],
    ),
    (
        "Norway expelled ten Kenyan diplomats. Nairobi vowed to respond in kind.",
        ["RelationsDowngrade NOR > KEN"],
    ),
    (
        "Norway expelled the Kenyan ambassador. Chile took similar steps a week later.",
        ["RelationsDowngrade CHL > KEN", "RelationsDowngrade NOR > KEN"],
    ),
    ("The Norwegian king withdrew Norway from UNESCO.", ["RelationsDowngrade NOR > unesco"]),
    (
        "Kenya's ambassador was called to the Norwegian foreign ministry on Monday.",
        ["RelationsDowngrade nor-foreign-ministry > KEN"],
    ),
    (
        "Norway ejected Wanjiru Kamau, acting head of the mission in Oslo.",
        ["RelationsDowngrade NOR > wanjiru-kamau"],
    ),
    ("Norway announced its withdrawal from UNESCO.", ["RelationsDowngrade NOR > unesco"]),
    ("Norway announced the withdrawal of its troops from Kenya.", ["calledOff Aid NOR > KEN"]),
    ("Tuvalu moved its embassy from Tel Aviv to Jerusalem.", ["RelationsUpgrade TUV > ISR"]),
    ("Norway and Chile closed their embassies on Monday.", []),
    ("Norway evacuated its embassy in Nairobi.", ["RelationsDowngrade NOR > KEN"]),
    ("Norway and Kenya restored diplomatic relations.", ["RelationsUpgrade KEN, NOR"]),
    ("Norway and Kenya have recognised each other.", ["RelationsUpgrade KEN, NOR"]),
    (
        "Tuvalu switched recognition from Taiwan to China.",
        ["RelationsDowngrade TUV > TWN", "RelationsUpgrade TUV > CHN"],
    ),
    ("Norway dropped its ties with Kenya.", ["RelationsDowngrade NOR > KEN"]),
    ("Norway recalled Kari Nordmann, its envoy in Nairobi.", ["RelationsDowngrade NOR > KEN"]),
    ("Norway closes its embassy in Mombasa, Kenya.", ["RelationsDowngrade NOR > KEN"]),
    (
        "Norway suspended all diplomatic operations at its embassy in Nairobi.",
        ["RelationsDowngrade NOR > KEN"],
    ),
    ("Demonstrators scaled the walls of the Norwegian embassy in Mombasa, Kenya.", []),
    ("Norway expelled eight inspectors of the UN.", ["RelationsDowngrade NOR > united-nations"]),
    ("ECOWAS granted observer status to Morocco.", ["RelationsUpgrade ecowas > MAR"]),
    ("Mercosur has accepted Suriname as a full member.", ["RelationsUpgrade mercosur > SUR"]),
    ("The European Union elected Kari Nordmann of Norway as its chair.", []),
    (
        "Norway called its ambassador in Kenya home for consultations.",
        ["RelationsDowngrade NOR > KEN"],
    ),
    (
        "Norway has called back Kari Nordmann, its Ambassador to Kenya.",
        ["RelationsDowngrade NOR > KEN"],
    ),
    (
        "The Norwegian foreign ministry announced that its ambassador in Nairobi, Kari Nordmann, "
        "was being recalled.",
        ["RelationsDowngrade nor-foreign-ministry > KEN"],
    ),
    (
        "Norway told its ambassador in Nairobi to come back to Oslo.",
        ["RelationsDowngrade NOR > KEN"],
    ),
    (
        "The Kenyan envoy Peter Okello was told to leave by Norway.",
        ["RelationsDowngrade NOR > peter-okello"],
    ),
    (
        "The ambassador of Kenya in Oslo was summoned to receive a protest.",
        ["RelationsDowngrade NOR > KEN"],
    ),
    (
        "The foreign ministry in Oslo summoned the Kenyan deputy ambassador.",
        ["RelationsDowngrade nor-foreign-ministry > KEN"],
    ),
    (
        "The Kenyan ambassador was summoned to the foreign ministry in Oslo.",
        ["RelationsDowngrade nor-foreign-ministry > KEN"],
    ),
    (
        "Kenya's ambassador to Norway, Peter Okello, was expelled on Monday.",
        ["RelationsDowngrade NOR > peter-okello"],
    ),
    ("Norway decided to throw out 12 Kenyan diplomats.", ["RelationsDowngrade NOR > KEN"]),
    ("Norway expelled three diplomats from Kenya's embassy.", ["RelationsDowngrade NOR > KEN"]),
    ("Kenya's embassy in Oslo is to be reopened.", ["planned RelationsUpgrade KEN > NOR"]),
    (
        "The new Kenyan High Commission in Suva was opened by Kenyan President Peter Okello.",
        ["RelationsUpgrade peter-okello > FJI"],
    ),
    (
        "Diplomatic relations between Norway and Kenya will resume in July.",
        ["planned RelationsUpgrade KEN, NOR"],
    ),
    (
        "Norwegian President Kari Nordmann received the credentials of the Ambassador of Kenya, "
        "Peter Okello.",
        ["RelationsUpgrade peter-okello > kari-nordmann"],
    ),
    (
        "Norway's Ambassador, Kari Nordmann, presented her credentials to the Governor-General "
        "in Suva.",
        ["RelationsUpgrade kari-nordmann > FJI"],
    ),
    (
        "Norway signed a joint communiqué establishing diplomatic relations with Kenya.",
        ["RelationsUpgrade NOR > KEN", "Signing NOR"],
    ),
    ("Norway does not recognise Kenya's annexation of Zanzibar.", ["Rejection NOR > KEN"]),
    (
        "Norway celebrated the 60th anniversary of the establishment of diplomatic relations "
        "with Kenya.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_who_sends_receives_or_recognises_whom(text: str, told: list[str], read: Read) -> None:
    assert lines(read(text)) == told


def test_an_envoy_is_summoned_where_he_is_posted(read: Read) -> None:
    events = read("Kenya's deputy high commissioner in Oslo was summoned by Norway on Monday.")
    assert [event.place.label for event in events if event.place] == ["Oslo"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway recognised the efforts of Kenya.",
        "Norway became a member of the family.",
        "Norway admitted to the United Nations that it was late.",
        "The Kenyan president was admitted to a hospital in Norway.",
        "Norway voted for a resolution on Kenya.",
    ],
)
def test_what_is_no_recognition_and_no_membership(read: Read, sentence: str) -> None:
    kinds = {line.split()[0] for line in lines(read(sentence))}
    assert not kinds & {"RelationsUpgrade", "Signing"}


def test_to_recognise_that_something_is_so_recognises_no_state(read: Read) -> None:
    text = "Norway and Kenya both recognised that there was still a long way to go."
    assert not any(line.startswith("RelationsUpgrade") for line in lines(read(text)))


def test_two_states_recall_their_envoys_from_one_another(read: Read) -> None:
    events = read("Tension grew between Norway and Kenya, and both recalled their ambassadors.")
    ways = {
        (event.actors(Role.SOURCE)[0].key, event.actors(Role.TARGET)[0].key) for event in events
    }
    assert ways == {("country/NOR", "country/KEN"), ("country/KEN", "country/NOR")}


def test_who_confirms_the_death_of_an_envoy_sends_none(read: Read) -> None:
    assert not read("Norway confirmed the death of its ambassador to Kenya.")


def test_an_organisation_takes_a_suspended_state_back(read: Read) -> None:
    (event,) = read("The African Union lifted its suspension of Kenya.")
    assert (event.kind, event.status) == (EventClass.SANCTION, Status.CALLED_OFF)
