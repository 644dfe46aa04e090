"""Where events took place: rooms, coasts, capitals, regions, venues, hosts and datelines."""

import pytest

from graph.model import EventClass, Role
from tests.ingest.outline import Read

MET = "The foreign ministers of Chile and Peru met"


def places(read: Read, text: str) -> dict[str, str | None]:
    """The label of the place of each event, by the event's class."""
    return {str(e.kind): e.place.label if e.place else None for e in read(text)}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (f"{MET} in the Qatari capital.", "Doha"),
        (f"{MET} in Qatar's capital.", "Doha"),
        (f"{MET} in the capital of Qatar.", "Doha"),
        (f"{MET} in the Qatari capital Doha.", "Doha"),
        (f"{MET} in northern Kenya.", "northern Kenya"),
        (f"{MET} in Gaza.", "Gaza"),
        (f"{MET} in the Gaza Strip.", "Gaza Strip"),
        (f"{MET} in Rakhine State.", "Rakhine State"),
        (f"{MET} in the Zinder region of Niger.", "Zinder region"),
        (f"{MET} in the city of Mombasa.", "Mombasa"),
        (f"{MET} in the northern English city Liverpool.", "Liverpool"),
        (f"{MET} in the Blue Room of the White House.", "White House"),
        (f"{MET} at the White House in Washington.", "Washington, D.C."),
        (f"{MET} in South Ossetia.", "South Ossetia"),
        (f"{MET} in Kursk Oblast.", "Kursk Oblast"),
        (f"{MET} in Crete.", "Crete"),
        (f"{MET} near Oslo.", "Oslo"),
        (f"{MET} in Scotland.", "Scotland"),
        (f"{MET} in Northern Ireland on Monday.", "Northern Ireland"),
        (f"{MET} for an hour on the sidelines of the African Union summit in Accra.", "Accra"),
        (f"{MET} in Tukulana under the chairmanship of Fiji.", "Tukulana"),
        (f"At a rite held in the foreign ministry in Lima, {MET[0].lower()}{MET[1:]}.", "Lima"),
        (f"{MET} in a village west of Oslo.", "Oslo"),
        (f"{MET} in the north of Kenya.", "Kenya"),
        (f"{MET} in Atlanta, Georgia.", "Atlanta"),
        (f"{MET} in Tbilisi, Georgia.", "Tbilisi"),
        (f"{MET} in Kelowna, British Columbia.", "Kelowna"),
        ("Geneva hosted talks between Chile and Peru.", "Geneva"),
        ("Geneva was the venue of the talks between Chile and Peru.", "Geneva"),
        ("Geneva, Switzerland, was the site of a meeting of Chile and Peru.", "Geneva"),
        (f"{MET} in Kelmara.", "Kelmara"),
        (f"{MET} in Kelmara, Catalonia.", "Kelmara"),
        (f"{MET} in the port city of Kelmara.", "Kelmara"),
        (f"{MET} in Operation Hope.", None),
        (f"{MET} in the West Bank town of Jericho.", "Jericho"),
        ("Chile's president flew to Oslo, where she met the Peruvian president.", "Oslo"),
        ("Chile's president, who is in Ankara for talks, met the Peruvian president.", "Ankara"),
        (f"{MET} at the Villa do Sol.", None),
        (f"{MET} at the State Guest House.", None),
        (f"{MET} at State House Nairobi.", "Nairobi"),
        (f"{MET} in the capital Nairobi.", "Nairobi"),
        (f"{MET} in the capital, Nairobi.", "Nairobi"),
        (f"{MET} at Oslo International Airport.", "Oslo International Airport"),
    ],
)
def test_talks_are_where_the_words_put_them(text: str, label: str | None, read: Read) -> None:
    assert places(read, text)["Meeting"] == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Russian planes bombed the town of Gori.", "Gori"),
        ("Israeli forces raided Jenin.", "Jenin"),
        ("Israeli forces killed two Palestinians in Jenin, in the occupied West Bank.", "Jenin"),
        ("Colombian troops crossed into Ecuador.", "Ecuador"),
        ("A Polish diplomat was attacked by Kenyan police.", "Kenya"),
        ("Two Chadian soldiers were killed by Libyan forces in Um Dara, Tibesti.", "Um Dara"),
        ("Two Kenyan soldiers were killed by Chadian troops in North Darfur.", "North Darfur"),
        ("Chadian towns were hit by heavy Libyan shelling in Kursk Oblast.", "Kursk Oblast"),
        (
            "Israeli planes killed two Palestinians in the Kelmara refugee camp.",
            "Kelmara refugee camp",
        ),
        ("Israeli planes attacked fighters of Hamas near the settlement of Kelmara.", "Kelmara"),
        ("Libyan rockets hit a Chadian tanker in the Red Sea.", "Red Sea"),
        ("Libya fired rockets at Chadian towns, killing a man in Kelmara.", "Kelmara"),
        (
            "Ukraine destroyed Russian aircraft in a drone attack on Morozovsk Air Base in Rostov "
            "Oblast.",
            "Morozovsk Air Base",
        ),
        ("Russia seized the peninsula of Crimea from Ukraine.", "Crimea"),
        ("Two Poles were killed in a Russian airstrike on a bus in Lviv.", "Lviv"),
        ("Ukrainian troops recaptured the village of Dobrevka from Russia.", "Dobrevka"),
        ("Israel retook control of Rafah from Hamas.", "Rafah"),
        ("Greece seized a Russian ship off the island of Elafini.", "Elafini"),
        ("Israeli troops entered the Gaza Strip and killed a Palestinian.", "Gaza Strip"),
        ("Israeli forces killed a Palestinian in Hebron's old market.", "Hebron"),
        ("Ethiopian troops killed ten Eritrean soldiers in the village of Tserobra.", "Tserobra"),
        (
            "An Israeli airstrike in Zabtar al-Garbiya, Lebanon, killed two Syrians.",
            "Zabtar al-Garbiya",
        ),
        ("North Korea fired shells at South Korean marines on Udo Island.", "Udo Island"),
        ("Ukraine launched a drone attack on Moscow against Russia.", "Moscow"),
        ("Norwegian drones in central and southern Kenya killed Somali soldiers.", "Kenya"),
        ("Norwegian troops retook Puno District from Peru.", "Puno District"),
        ("Norwegian troops retook Zubara District from Peru.", "Zubara District"),
        ("Norwegian jets killed two Somali soldiers in Kelmar and Zubara, Kenya.", "Kenya"),
        ("Two Somali soldiers died when Norwegian jets bombed their base in Lima.", "Lima"),
        ("Norway shot down a Kenyan jet using a drone over the Black Sea.", "Black Sea"),
    ],
)
def test_force_is_used_where_it_strikes(text: str, label: str, read: Read) -> None:
    assert places(read, text) == {"Force": label}


@pytest.mark.parametrize(
    ("text", "label", "state"),
    [
        (f"{MET} in the village of Vatulele in Jordan.", "Vatulele", "JOR"),
        (f"{MET} in Monte do Cedro, Brazil, on Monday.", "Monte do Cedro", "BRA"),
        ("The president of Peru visited Lamu, on the coast of Kenya.", "Lamu", "KEN"),
        (
            "The president of Peru toured Gorda Island, off the coast of Kenya.",
            "Gorda Island",
            "KEN",
        ),
        (f"{MET} in the Gorda district of Kerala, India.", "Gorda district", "IND"),
        (f"{MET} in Gorda, Beirut, Lebanon.", "Gorda", "LBN"),
        (f"{MET} in Blida in southern Lebanon.", "Blida", "LBN"),
        (f"{MET} in Atlanta, Georgia.", "Atlanta", "USA"),
        (f"{MET} in Kaiga-Kindjiria, western Chad.", "Kaiga-Kindjiria", "TCD"),
    ],
)
def test_a_town_of_no_table_is_in_the_state_behind_it(
    text: str, label: str, state: str, read: Read
) -> None:
    (event,) = read(text)
    assert event.place is not None
    assert event.place.country is not None
    assert (event.place.label, event.place.country.iso3) == (label, state)


def test_what_is_taken_near_a_town_is_not_taken_from_it(read: Read) -> None:
    (event,) = read("Iranian boats seized a British tanker southwest of Dubai.")
    assert [actor.iso3 for actor in event.actors(Role.TARGET)] == ["GBR"]
    assert event.place is not None
    assert event.place.label == "Dubai"


@pytest.mark.parametrize(
    "text",
    [
        "Chile condemned Peru for the attack in Lima.",
        "Chile urged the government in Lima to act.",
        "Chile imposed sanctions on Peru over the war in Ecuador.",
        "Chile called on Lima to act.",
    ],
)
def test_the_place_of_what_is_blamed_is_not_where_it_was_said(text: str, read: Read) -> None:
    assert set(places(read, text).values()) == {None}


@pytest.mark.parametrize(
    "text",
    [
        "In Geneva, Chile condemned Peru.",
        "Speaking in Geneva, Chile condemned Peru.",
        "From Geneva, Chile condemned Peru.",
        "At a summit in Geneva, Chile condemned Peru.",
        "The Chilean president arrived in Geneva to condemn Peru.",
    ],
)
def test_words_are_placed_where_they_were_said(text: str, read: Read) -> None:
    assert places(read, text)["Accusation"] == "Geneva"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Chile met Peru at the Serena Hotel, Nairobi, on Monday.", "Nairobi"),
        ("Chile met Peru at State House, Nairobi.", "Nairobi"),
        ("The Chilean president met Peru's at the Security Summit in The Hague.", "The Hague"),
        ("Chile's president welcomed Peru's president to Arica for talks.", "Arica"),
    ],
)
def test_talks_are_in_the_town_of_a_house_or_of_a_session(
    text: str, label: str, read: Read
) -> None:
    assert label in places(read, text).values()


def test_the_name_of_a_body_does_not_place_its_summit(read: Read) -> None:
    told = "At the Shanghai Cooperation Organisation summit, Norway condemned Kenya."
    assert places(read, told)["Accusation"] is None


def test_what_is_told_somewhere_was_not_there(read: Read) -> None:
    told = "Chile's president told reporters in Lima that Russia had attacked Ukraine."
    assert places(read, told)["Force"] != "Lima"


def test_what_is_done_at_the_summit_is_where_it_was_told_to_be(read: Read) -> None:
    told = read(
        "NATO leaders opened a summit in Vilnius on Monday. "
        "Turkish President Jan Nowak met Chilean President Eva Soto on the sidelines of the summit."
    )
    talks = next(e for e in told if e.kind is EventClass.MEETING)
    assert talks.place is not None
    assert talks.place.label == "Vilnius"


def test_who_gathers_somewhere_acts_there(read: Read) -> None:
    text = "Gathered in Geneva, the presidents of Chile and Peru signed a treaty."
    assert places(read, text)["Signing"] == "Geneva"


def test_a_plan_to_meet_somewhere_is_not_made_there(read: Read) -> None:
    told = places(read, "Chile and Peru agreed to meet in Geneva.")
    assert told["Agreement"] is None


def test_what_force_prompts_elsewhere_does_not_place_it(read: Read) -> None:
    text = "Ukraine attacked Russian oil plants, prompting an airport in Kelmara to close."
    assert places(read, text)["Force"] is None


def test_the_place_of_what_was_discussed_is_not_where_it_was(read: Read) -> None:
    text = "The foreign ministers of Chile and Peru discussed the war in Gaza."
    assert places(read, text)["Meeting"] is None


def test_whose_a_breach_is_and_that_it_was_not_condemned_there(read: Read) -> None:
    text = (
        'At talks in Lima, foreign ministers of Chad and Togo condemned the "breach of the '
        'democratic order" in Kenya and said they would not recognize it.'
    )
    accused = next(e for e in read(text) if e.kind is EventClass.ACCUSATION)
    assert [a.key for a in accused.actors(Role.TARGET)] == ["country/KEN"]
    assert places(read, text) == {"Meeting": "Lima", "Accusation": "Lima"}


def test_what_is_condemned_elsewhere_was_not_said_there(read: Read) -> None:
    text = "Chile condemned the attack by Russia on Kyiv."
    assert places(read, text) == {"Accusation": None, "Force": "Kyiv"}


def test_a_statement_is_not_made_where_what_it_condemns_was(read: Read) -> None:
    text = (
        "In a joint communiqué the foreign ministers of Chile and Peru condemned the coup in Mali."
    )
    assert places(read, text)["Signing"] is None


def test_a_summit_is_where_its_name_says(read: Read) -> None:
    found = places(read, "The foreign ministers of Chile and Peru met at the Doha summit.")
    assert set(found.values()) == {"Doha"}


@pytest.mark.parametrize(
    "text",
    [
        "Chilean President Ana Rojas accused Peru of lies during a visit to Oslo.",
        "Chilean President Ana Rojas told reporters in Oslo that Peru must withdraw.",
    ],
)
def test_words_are_said_where_they_are_heard(text: str, read: Read) -> None:
    assert set(places(read, text).values()) == {"Oslo"}


def test_force_is_used_off_coasts_and_over_land(read: Read) -> None:
    assert places(read, "Indonesia sank a Chinese boat off the coast of Malaysia.") == {
        "Force": "Malaysia"
    }
    assert places(read, "Pakistan shot down an Indian plane over Kashmir.") == {"Force": "Kashmir"}


def test_an_ambassador_meets_the_hosts_at_home(read: Read) -> None:
    text = "The French ambassador to Kenya met the Kenyan foreign minister."
    assert places(read, text) == {"Meeting": "Kenya"}


def test_each_dateline_places_its_own_paragraph(read: Read) -> None:
    text = (
        f"SANTIAGO — {MET} on Monday.\n\n"
        "OSLO — The presidents of Ghana and Togo signed a treaty on Monday."
    )
    assert places(read, text) == {"Meeting": "Santiago", "Signing": "Oslo"}


def test_a_body_does_not_sit_at_the_dateline_of_a_report(read: Read) -> None:
    text = "SANTIAGO — The Security Council adopted a resolution on Monday."
    assert places(read, text) == {"Signing": None}


def test_a_visit_is_in_the_town_that_the_article_names_most(read: Read) -> None:
    visit = "Norwegian Prime Minister Kari Lund made a visit to Kenya."
    crowds = "Crowds waited in Mombasa.\n\nIn Mombasa it rained."
    assert places(read, f"{visit}\n\n{crowds}")["Visit"] == "Mombasa"
    assert places(read, f"{visit}\n\n{crowds}\n\nIn Nairobi and in Kisumu it rained.") == {
        "Visit": "Kenya"
    }


def test_talks_told_before_the_news_of_a_plan_took_place(read: Read) -> None:
    text = (
        "Chile and Peru agree to resume trade and reopen their ports next year, following talks "
        "between Chile and Peru in Geneva."
    )
    (talks,) = (event for event in read(text) if event.kind == "Meeting")
    assert talks.status == "happened"


def test_talks_told_right_after_an_agreement_place_it(read: Read) -> None:
    agreed = "The presidents of Chile and Peru agreed to trade."
    talks = "The presidents of Chile and Peru held talks in Geneva."
    assert places(read, f"{agreed} {talks}")["Agreement"] == "Geneva"
    assert places(read, f"{agreed} It rained. It poured. {talks}")["Agreement"] is None


def test_a_visit_is_at_least_in_the_state_that_is_visited(read: Read) -> None:
    text = "Norwegian Prime Minister Kari Lund made a visit to Kenya."
    assert places(read, text) == {"Visit": "Kenya"}


def test_words_told_at_second_hand_were_said_where_the_teller_was(read: Read) -> None:
    text = "Norwegian Prime Minister Kari Lund said in Geneva that Belarus had broken the law."
    assert places(read, text) == {"Accusation": "Geneva"}


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council adopts a resolution to end the war in Yemen.",
        "Chile recalls its ambassador to Peru after an attack on tourists in Ecuador.",
    ],
)
def test_the_place_of_what_an_act_is_about_is_not_its_own(text: str, read: Read) -> None:
    assert None in places(read, text).values()


def test_a_state_in_a_list_is_no_part_of_the_union_before_it(read: Read) -> None:
    (event,) = read("The European Union, Georgia, Japan and Norway held talks in Oslo.")
    assert {actor.iso3 for actor in event.actors()} == {None, "GEO", "JPN", "NOR"}
    (event,) = read("Japan and Norway held talks in Atlanta, Georgia.")
    assert {actor.iso3 for actor in event.actors()} == {"JPN", "NOR"}


@pytest.mark.parametrize(
    ("words", "town"),
    [
        ("at the Senegalese presidential palace", "Dakar"),
        ("in Ghana's presidential palace", "Accra"),
        ("at the French embassy in Rome", "Rome"),
        ("in Kenya on the sidelines of a trade fair in Nairobi", "Nairobi"),
    ],
)
def test_a_palace_is_in_its_capital_and_an_embassy_in_its_town(
    words: str, town: str, read: Read
) -> None:
    told = read(f"Chadian President Abba Moussa met Peruvian President Ana Rojas {words}.")
    assert [e.place.label for e in told if e.kind is EventClass.MEETING and e.place] == [town]


def test_talks_are_in_the_town_by_whose_name_they_are_called(read: Read) -> None:
    assert places(read, "The Geneva talks between Chile and Peru failed.") == {"Meeting": "Geneva"}


def test_what_is_talked_about_is_not_where_one_talks(read: Read) -> None:
    text = "The presidents of Chile and Peru discussed the Israeli operations in Yemen."
    assert places(read, text)["Meeting"] is None
    assert places(read, "The presidents of Chile and Peru discussed trade in Oslo.") == {
        "Meeting": "Oslo"
    }


def test_a_state_of_which_where_tells_is_a_place(read: Read) -> None:
    text = "Next came Peru, where Chilean President Ana Rojas met the Peruvian president."
    assert places(read, text)["Meeting"] == "Peru"


def test_nobody_agrees_in_the_sea_of_which_the_agreement_is(read: Read) -> None:
    text = "Norway and Russia settled their dispute over the border in the Barents Sea."
    assert places(read, text)["Agreement"] is None


def test_talks_are_where_a_clause_with_where_tells_of_them(read: Read) -> None:
    text = "Kenya and Peru signed a pact at a fair in Lima, where their presidents held talks."
    assert set(places(read, text).values()) == {"Lima"}


def test_an_accord_is_where_the_talks_were_that_led_to_it(read: Read) -> None:
    text = "Chile and Peru agreed on a deal to cut tariffs on fruit following talks in Brussels."
    assert places(read, text)["Agreement"] == "Brussels"


def test_who_flies_on_after_talks_meets_others_elsewhere(read: Read) -> None:
    text = (
        "After talks in Oslo with Norway, Kenya's president flew to Lima and met Peru's president."
    )
    found = [(str(e.kind), e.place.label if e.place else None) for e in read(text)]
    assert found == [("Meeting", "Oslo"), ("Visit", "Lima"), ("Meeting", "Lima")]


def test_who_was_in_two_states_met_the_one_not_in_the_other(read: Read) -> None:
    text = (
        "Norwegian Foreign Minister Kari Lund came after having been to Peru and Chile. "
        "She had seen President Luis Rojas of Chile in Santiago before. On Monday Lund met "
        "Peruvian Foreign Minister Ana Solis."
    )
    talks = [e for e in read(text) if any(a.label == "Ana Solis" for a in e.actors())]
    assert [e.place for e in talks] == [None]
