"""Where and when what is told around an event puts it: datelines, visits, talks before it."""

import pytest

from graph.model import EventClass
from ingest.datelines import dateline, headline_town
from ingest.gazetteer import load_gazetteer
from ingest.scene import filed_at
from tests.ingest.outline import Read

COMMON, SIGNED = EventClass.COOPERATION, EventClass.SIGNING


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("ACCRA, March 10 — Ghana thanked Togo.", "Accra"),
        ("ACCRA (Gulf Herald) — Ghana thanked Togo.", "Accra"),
        ("ACCRA – Ghana thanked Togo.", "Accra"),
        ("Accra, March 10 (Gulf Herald) -- Ghana thanked Togo.", "Accra"),
        ("  ADDIS ABABA, 4 May - Kenya thanked Togo.", "Addis Ababa"),
        ("Accra, May 4 2015 (GH).- Ghana thanked Togo.", "Accra"),
        ("ACCRA, May 4. /GH/. Ghana thanked Togo.", "Accra"),
        ("Accra, May 4, GHANEWS: Ghana thanked Togo.", "Accra"),
        ("Accra (4 May 2015) – Ghana thanked Togo.", "Accra"),
        ("Accra, Ghana, Tuesday 4 May 2015 – Ghana thanked Togo.", "Accra"),
        ("Presidential Palace, Accra, 4 May 2015 – Ghana thanked Togo.", "Accra"),
        ("Accra/Lomé, 4 May 2015. Ghana thanked Togo.", "Accra"),
        ("Accra. Ghana thanked Togo.", "Accra"),
        ("Accra. 4 May. Ghana thanked Togo.", "Accra"),
        ("Accra, Ghana – Ghana thanked Togo.", "Accra"),
        ("Accra – 4 May 2015 – Ghana thanked Togo.", "Accra"),
        ("(Accra, 4 May 2015) Ghana thanked Togo.", "Accra"),
        ("4 May 2015, Accra. Ghana thanked Togo.", "Accra"),
        ("May 4, 2015 – Accra – Ghana thanked Togo.", "Accra"),
    ],
)
def test_a_dateline_gives_its_town(text: str, town: str) -> None:
    place = filed_at(dateline(text, load_gazetteer().has_town), load_gazetteer())
    assert place is not None
    assert place.label == town


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ghana thanked Togo — at last.",
        "Accra is large.",
        "Accra — a large town — woke.",
        "BREAKING NEWS — Ghana thanked Togo.",
        "On Monday Ghana thanked Togo in ACCRA, March 10 — a long day.",
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert filed_at(dateline(text, load_gazetteer().has_town), load_gazetteer()) is None


def test_talks_of_a_visitor_with_the_hosts_are_where_and_when_the_visit_is(read: Read) -> None:
    told = (
        "Polish President Jan Nowak visited Lima in Peru on Sunday. "
        "During his meeting with Peruvian President Ana Rojas, Nowak spoke of trade."
    )
    talks = next(e for e in read(told) if e.kind is EventClass.MEETING)
    assert talks.place is not None
    assert (talks.date, talks.place.label) == ("2020-05-17", "Lima")


def test_a_visit_without_a_day_is_of_the_day_of_the_talks_there(read: Read) -> None:
    told = (
        "Polish President Jan Nowak met Peruvian President Ana Rojas in Lima on Sunday. "
        "Nowak's visit to Peru came as a surprise."
    )
    visit = next(e for e in read(told) if e.kind is EventClass.VISIT)
    assert visit.date == "2020-05-17"


def test_what_one_of_those_who_met_said_of_others_was_said_there(read: Read) -> None:
    told = (
        "The foreign ministers of Chile and Peru held a meeting in Lima on Sunday. "
        "Chile condemned the attacks by Belarus."
    )
    said = next(e for e in read(told) if e.kind is EventClass.ACCUSATION)
    assert said.place is not None
    assert (said.date, said.place.label) == ("2020-05-17", "Lima")


def test_what_those_who_talk_sign_is_part_of_their_talks(read: Read) -> None:
    told = (
        "Polish President Jan Nowak met Peruvian President Ana Rojas in Lima on Sunday. "
        "The police closed the streets. Poland and Peru signed a treaty on fish."
    )
    signed = next(e for e in read(told) if e.kind is EventClass.SIGNING)
    assert signed.place is not None
    assert (signed.date, signed.place.label) == ("2020-05-17", "Lima")


def test_what_was_signed_long_before_is_no_part_of_the_talks(read: Read) -> None:
    told = (
        "Polish President Jan Nowak met Peruvian President Ana Rojas in Lima on Sunday. "
        "Poland and Peru signed a treaty on fish in 1990."
    )
    signed = next(e for e in read(told) if e.kind is EventClass.SIGNING)
    assert (signed.date, signed.place) == ("1990", None)


def test_a_meeting_is_not_where_a_clause_on_the_past_puts_a_visit(read: Read) -> None:
    told = (
        "The talks had ended on 11 March 2020, when Polish President Jan Nowak visited Lima. "
        "Nowak and Peruvian President Ana Rojas signed a treaty on fish."
    )
    signed = next(e for e in read(told) if e.kind is EventClass.SIGNING)
    assert signed.date is None


def test_a_treaty_is_signed_where_those_are_who_sign_for_their_states(read: Read) -> None:
    told = (
        "Chile and Peru signed a treaty on fish. "
        "Chilean President Eva Soto met Peruvian President Ana Rojas in Arica on Sunday."
    )
    signed = next(e for e in read(told) if e.kind is EventClass.SIGNING)
    assert signed.place is not None
    assert signed.place.label == "Arica"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chile and Peru held talks. The talks took place in Arica on Monday.", EventClass.MEETING),
        ("Chile and Peru signed a treaty. The ceremony was held in Arica on Monday.", "Signing"),
        ("Chile and Peru held talks. The talks, held in Arica on Monday, were long.", "Meeting"),
        ("Chile and Peru held talks in Arica. At the meeting on Monday Peru was calm.", "Meeting"),
        ("Chile and Peru met in Arica this week. The meeting on Monday was long.", "Meeting"),
        ("Chile bombed Peru. The attack was carried out near Arica on Monday.", "Force"),
        ("Chile and Peru held drills. The exercise was conducted off Arica on Monday.", COMMON),
        ("Chile and Peru agreed a truce. The deal was reached in Arica on Monday.", "Agreement"),
        ("Chile and Peru signed a pact. Kenya hailed the pact signed in Arica on Monday.", SIGNED),
    ],
)
def test_a_sentence_on_what_was_told_says_when_and_where(text: str, kind: str, read: Read) -> None:
    event = next(e for e in read(text) if e.kind == kind)
    assert event.place is not None
    assert (event.date, event.place.label) == ("2020-05-18", "Arica")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Chile and Peru will hold a summit. The summit will be held in Arica on Monday.", 25),
        ("Chile and Peru will meet. The talks are scheduled for 28 May in Arica.", 28),
        ("Chile and Peru will meet. The talks, to be held in Arica on 29 May, may be long.", 29),
    ],
)
def test_a_sentence_on_what_is_planned_says_when_and_where(text: str, day: int, read: Read) -> None:
    (event,) = read(text)
    assert event.place is not None
    assert (event.date, event.place.label) == (f"2020-05-{day}", "Arica")


def test_talks_that_a_visitor_has_come_for_are_where_he_is(read: Read) -> None:
    told = (
        "Polish President Jan Nowak arrived in Lima on Tuesday. "
        "He is to meet Peruvian President Ana Rojas on Thursday."
    )
    talks = next(e for e in read(told) if e.kind is EventClass.MEETING)
    assert talks.place is not None
    assert (talks.date, talks.place.label) == ("2020-05-21", "Lima")


def test_a_visit_to_two_towns_is_in_each(read: Read) -> None:
    told = read("Polish President Jan Nowak stopped over in Nairobi and Kampala on Sunday.")
    assert {e.place.label for e in told if e.place} == {"Nairobi", "Kampala"}


@pytest.mark.parametrize(
    "text",
    [
        "Remarks\n\nOslo, Norway\nMay 4, 2015\n\nGood morning.",
        "Remarks\n\nMonday, May 4, 2015, 9:30 a.m. Oslo\n\nGood morning.",
        "OSLO: 4TH MAY 2015\n\nGood morning.",
        "Oslo (Oslo county), May 4.\n\nGood morning.",
        "Oslo, May 4 2015 11:00AM\n\nGood morning.",
        "Oslo, 04/05/2015 - 11:00\n\nGood morning.",
        "Location: Oslo, Norway\n\nGood morning.",
        "Press conference, Oslo\n\nGood morning.",
        "Final Communiqué of the Summit (Oslo, 4th May 2015)\n\nGood morning.",
        f"{'Norway spoke of peace. ' * 40}\n\nOslo, 4 May 2015",
    ],
)
def test_a_line_says_where_and_when_a_text_was_written(text: str) -> None:
    found = headline_town(text, load_gazetteer().has_town)
    assert found is not None
    assert found.town.title() == "Oslo"


@pytest.mark.parametrize(
    "text",
    [
        "Oslo Agreement, 4 May 2015",
        "Date: 04/05/2015",
        "4 May 2015, Monday",
        "Oslo, 4 May 2015, was quiet.",
        "Remarks on the talks with Peru",
    ],
)
def test_a_line_with_other_words_does_not(text: str) -> None:
    assert headline_town(text, load_gazetteer().has_town) is None


def test_what_one_has_done_for_long_was_not_done_at_the_talks(read: Read) -> None:
    told = (
        "The foreign ministers of Chile and Peru met in Lima on Sunday. "
        "Chile has condemned the attacks by Belarus."
    )
    said = next(e for e in read(told) if e.kind is EventClass.ACCUSATION)
    assert (said.date, said.place) == (None, None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("LIMA: Polish President Jan Nowak was received by the president of Peru.", "Lima"),
        ("LIMA: The presidents of Poland and Peru met in Cusco.", "Cusco"),
    ],
)
def test_talks_in_the_state_of_the_dateline_are_in_its_town(
    text: str, place: str, read: Read
) -> None:
    assert {event.place.label for event in read(text) if event.place} == {place}


def test_what_has_just_been_done_is_of_the_day_of_the_dateline(read: Read) -> None:
    (agreed,) = read("LIMA, May 18 – Chad and Peru have agreed to share a ship.")
    assert agreed.date == "2020-05-18"


def test_talks_told_again_in_another_town_were_not_where_the_report_was_filed(read: Read) -> None:
    told = (
        "LIMA, May 19 – Poland and Peru made peace, Polish President Jan Nowak said after talks "
        "with his Peruvian counterpart, Ana Rojas. The two presidents met in Cusco."
    )
    met = [event for event in read(told) if event.kind is EventClass.MEETING]
    assert {event.place.label for event in met if event.place} == {"Cusco"}


def test_a_visit_is_in_the_town_and_not_in_the_house_of_its_talks(read: Read) -> None:
    told = (
        "Polish Foreign Minister Jan Nowak visited India on 4 May 2020. He met Indian Foreign "
        "Minister Ravi Rao at Hyderabad House in New Delhi."
    )
    assert {e.place.label for e in read(told) if e.place} == {"New Delhi"}


def test_what_two_signed_was_at_their_own_talks_and_not_at_the_next(read: Read) -> None:
    told = (
        "Polish Foreign Minister Jan Nowak and Indian Foreign Minister Ravi Rao met on 4 May 2020. "
        "On 6 May 2020 Nowak also met Indian President Asha Rai. "
        "Nowak and Rao signed a treaty on space."
    )
    signed = next(e for e in read(told) if e.kind is EventClass.SIGNING)
    assert signed.date == "2020-05-04"


def test_a_place_of_what_was_condemned_at_talks_is_not_that_of_the_talks(read: Read) -> None:
    told = "At their meeting, Chad and Peru condemned the violence in Belarus."
    assert all(e.place is None for e in read(told) if e.kind is EventClass.MEETING)


@pytest.mark.parametrize("before", ["after a treaty was signed in Cusco on Tuesday", ""])
def test_at_the_meeting_is_when_and_where_the_sentence_before_says(before: str, read: Read) -> None:
    told = f"Chad protested {before}. At the meeting, Poland condemned Belarus."
    said = next(e for e in read(told) if e.kind is EventClass.ACCUSATION)
    where = said.place.label if said.place else None
    assert (said.date, where) == (("2020-05-19", "Cusco") if before else (None, None))


def test_sessions_of_one_list_are_of_one_day_in_one_town(read: Read) -> None:
    told = (
        "The Prime Minister of Japan attended the 27th ASEAN-Japan Summit, the 26th ASEAN Plus "
        "Three Summit and the 18th East Asia Summit in Vientiane on 4 May."
    )
    sessions = [e for e in read(told) if e.kind is EventClass.CONVENING]
    assert {(e.date, e.place.label) for e in sessions if e.place} == {("2020-05-04", "Vientiane")}


def test_what_visitors_did_is_of_the_day_that_was_named_last(read: Read) -> None:
    told = (
        "Polish Foreign Minister Jan Nowak arrived in Peru on Saturday, 16 May. On Monday it "
        "rained. Nowak met Peruvian President Ana Rojas. Nowak also met Brazilian President Luis "
        "Paz."
    )
    met = [e for e in read(told) if e.kind is EventClass.MEETING]
    assert {e.date for e in met} == {"2020-05-18"}
    assert {e.place.label for e in met if e.place} == {"Peru"}


def test_a_heading_says_where_and_when_those_met_who_spoke(read: Read) -> None:
    title = (
        "Remarks by President Jan Nowak of Poland and President Ana Rojas of Peru in Bilateral "
        "Meeting | Lima, Peru"
    )
    told = read(f"{title}\n\nThank you.", title=title)
    (met,) = (e for e in told if e.kind is EventClass.MEETING)
    assert met.place is not None
    assert (met.date, met.place.label) == ("2020-05-20", "Lima")


def test_what_was_there_was_in_the_town_told_before(read: Read) -> None:
    told = "Polish President Jan Nowak chose Lima for his trip. He met Chile's Eva Soto there."
    talks = next(e for e in read(told) if e.kind is EventClass.MEETING)
    assert talks.place is not None
    assert talks.place.label == "Lima"


def test_at_the_ceremony_is_where_and_when_the_paper_was_signed(read: Read) -> None:
    told = (
        "Chile and Peru signed a treaty in Arica on Monday. "
        "At the ceremony, held in an old palace, Chad's Jan Nowak met Peru's Ana Rojas."
    )
    talks = next(e for e in read(told) if e.kind is EventClass.MEETING)
    assert talks.place is not None
    assert (talks.date, talks.place.label) == ("2020-05-18", "Arica")


def test_relations_are_established_where_the_paper_on_them_is_signed(read: Read) -> None:
    signed = "The ambassadors of Nauru and Malta signed a joint communiqué in Geneva."
    told = f"Nauru and Malta established diplomatic relations on Monday. {signed}"
    ties = next(e for e in read(told) if e.kind is EventClass.RELATIONS_UPGRADE)
    assert ties.place is not None
    assert ties.place.label == "Geneva"
    long_ago = f"Nauru and Malta established diplomatic relations in 1984. {signed}"
    ties = next(e for e in read(long_ago) if e.kind is EventClass.RELATIONS_UPGRADE)
    assert ties.place is None


def test_what_was_agreed_when_both_met_was_agreed_there_and_then(read: Read) -> None:
    told = "Chile and Peru agreed to trade when Chile and Peru held talks in Lima in March."
    agreed = next(e for e in read(told) if e.kind is EventClass.AGREEMENT)
    assert agreed.place is not None
    assert (agreed.date, agreed.place.label) == ("2020-03", "Lima")


def test_what_should_have_been_on_a_day_was_not(read: Read) -> None:
    told = "The presidents of Chile and Peru signed a pact in Lima."
    signed = next(
        e
        for e in read(f"{told} The ceremony should have taken place on Monday.")
        if e.kind is EventClass.SIGNING
    )
    assert signed.date is None


def test_each_stage_of_a_tour_is_in_its_own_town(read: Read) -> None:
    told = (
        "Norwegian Prime Minister Kari Lund will begin a tour of Kenya and Peru on Monday.\n\n"
        "In Nairobi Lund will meet the president of Kenya."
    )
    towns = {e.place.label for e in read(told) if e.kind is EventClass.VISIT and e.place}
    assert towns == {"Nairobi", "Peru"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("On Tuesday Lund met the president of Ghana.", "Lima"),
        ("On Tuesday Lund flew to Quito. On Wednesday Lund met the president of Ghana.", "Quito"),
        ("In 2014 Lund met the president of Ghana.", None),
    ],
)
def test_whom_a_visitor_meets_in_the_next_days_is_met_there(
    text: str, place: str | None, read: Read
) -> None:
    came = "Norwegian Prime Minister Kari Lund arrived in Lima on Monday."
    met = next(e for e in read(f"{came} {text}") if e.kind is EventClass.MEETING)
    assert (met.place.label if met.place else None) == place
