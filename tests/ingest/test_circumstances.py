"""When and where events took place: as precise as the text, and nothing where it says nothing."""

from datetime import date

import pytest

from graph.model import EventClass, Status
from tests.ingest.outline import Read

CONDEMNED = "Norway condemned Belarus"
MET = "The foreign ministers of Chile and Peru met"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{CONDEMNED} on 4 March 2018.", "2018-03-04"),
        (f"{CONDEMNED} in March 2018.", "2018-03"),
        (f"{CONDEMNED} in 1987.", "1987"),
        (f"{CONDEMNED} on Monday.", "2020-05-18"),
        (f"{CONDEMNED} yesterday.", "2020-05-19"),
        (f"{CONDEMNED} last year.", "2019"),
        (f"{CONDEMNED}.", None),
        (f"{MET} in Lima on 4 May 2020.", "2020-05-04"),
        (f"{MET} in Lima in June 2014.", "2014-06"),
        ("Sweden recognised Palestine in October 2014.", "2014-10"),
        ("Polish President Jan Nowak will visit Kenya on Monday.", "2020-05-25"),
        ("The Polish president plans to visit Kenya in June.", "2020-06"),
    ],
)
def test_a_date_is_as_precise_as_the_text(text: str, day: str | None, read: Read) -> None:
    (event,) = read(text)
    assert event.date == day


def test_the_news_of_the_day_in_the_present_tense_is_of_the_day(read: Read) -> None:
    (event,) = read("Norway expels two Russian diplomats.")
    assert event.date == "2020-05-20"


def test_a_relative_date_is_counted_from_the_day_of_publication(read: Read) -> None:
    (event,) = read(f"{CONDEMNED} on Monday.", date(1999, 12, 31))
    assert event.date == "1999-12-27"


def test_without_a_day_of_publication_a_relative_date_is_no_date(read: Read) -> None:
    (event,) = read(f"{CONDEMNED} on Monday.", None)
    assert event.date is None


def test_each_event_has_its_own_date(read: Read) -> None:
    told = read(f"{CONDEMNED} on Monday. Denmark thanked Estonia in April 2020.")
    assert [event.date for event in told] == ["2020-05-18", "2020-04"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("At Monday's meeting with Chile, Peru criticised Bolivia.", "2020-05-18"),
        ("Norway condemned Belarus under the 2014 treaty.", None),
        ("Norway thanked Kenya for its help to the sailors in 2014.", None),
        ("Norway condemns Britain for its famine laws of 1847.", "2020-05-20"),
        ("Norway said on Monday that it would visit Kenya.", None),
        ("Norway said on Monday that it would visit Kenya on Friday.", "2020-05-22"),
        ("Norway agreed to visit Kenya on Friday.", "2020-05-22"),
        ("Norway decided on Monday to ask Kenya to join NATO from 1 June 2021.", None),
        ("Norway recalls its ambassador to Kenya after the riots last week.", "2020-05-20"),
        ("Norway condemns Kenya for a raid on a ship this year.", "2020-05-20"),
        ("Talks between Chile and Peru, which began on Monday, went well.", "2020-05-18"),
        ("Chile has postponed a visit to Peru, its ministry said on Monday.", "2020-05-18"),
        ("Receiving the press on Monday, Norway's king praised Kenya.", "2020-05-18"),
        ("Norway expelled two diplomats of Kenya, saying on Monday that it knew.", "2020-05-18"),
        ("Norway expelled two diplomats of Kenya, blaming it for a raid on Monday.", None),
        ("Norway, in a statement read out on Monday, condemned Kenya.", "2020-05-18"),
        ("Calling it a crime, Norway today condemned Kenya.", "2020-05-20"),
        ("Norway and Russia today signed a treaty.", "2020-05-20"),
        (
            "On his second visit to Peru this year, Chile's king met its king on Monday.",
            "2020-05-18",
        ),
        ("Boko Haram claimed a bombing that killed six soldiers of Chad on Monday.", "2020-05-18"),
        ("LIMA, 18 May 2020 – Peru condemned Chile.", "2020-05-18"),
        ("LIMA, 18 May 2020 – Peru condemned Chile last month.", "2020-04"),
        ("Peru asked for Chilean help last month, and was told no.", "2020-04"),
    ],
)
def test_each_date_belongs_to_its_own_act(text: str, day: str | None, read: Read) -> None:
    assert {event.date for event in read(text)} == {day}


@pytest.mark.parametrize(
    ("text", "label", "country"),
    [
        (f"{MET} in Santiago.", "Santiago", "CHL"),
        (f"{MET} in Lima, Peru, in June 2014.", "Lima", "PER"),
        (f"{MET} in Geneva.", "Geneva", "CHE"),
        ("Poland and Lithuania signed a defence agreement in Vilnius.", "Vilnius", "LTU"),
        ("The leaders of Kenya and Uganda held a summit in Kigali.", "Kigali", "RWA"),
        ("Indian Prime Minister Narendra Modi visited Nepal.", "Nepal", "NPL"),
    ],
)
def test_a_place_is_where_the_text_puts_the_event(
    text: str, label: str, country: str, read: Read
) -> None:
    (event,) = read(text)
    assert event.place is not None
    assert event.place.label == label
    assert event.place.country is not None
    assert event.place.country.iso3 == country


@pytest.mark.parametrize("text", [f"{CONDEMNED}.", f"{MET}.", "Japan gave Nepal medical aid."])
def test_an_event_without_a_place_has_none(text: str, read: Read) -> None:
    (event,) = read(text)
    assert event.place is None


def test_a_dateline_places_the_talks_of_the_lead(read: Read) -> None:
    told = read(f"SANTIAGO, May 19 — {MET} on Tuesday. They spoke about fish.")
    (event,) = (event for event in told if event.kind == "Meeting")
    assert event.place is not None
    assert event.place.label == "Santiago"
    assert event.date == "2020-05-19"


def test_events_of_one_sentence_share_its_town(read: Read) -> None:
    told = read(
        "Norwegian Prime Minister Kari Lund arrived in Estonia on Monday and met Estonian "
        "President Juhan Tamm in Tallinn."
    )
    assert {event.place.label for event in told if event.place} == {"Tallinn"}
    assert {event.date for event in told} == {"2020-05-18"}


def test_what_the_same_people_did_next_was_on_the_same_day_in_the_same_place(read: Read) -> None:
    met = "Norwegian Prime Minister Kari Lund met Polish President Jan Nowak in Oslo on Monday."
    told = read(
        f"{met} They signed a treaty. Jan Nowak thanked Chad.\n\nThe two leaders condemned Belarus."
    )
    days = {str(event.kind): event.date for event in told}
    assert days == {
        "Meeting": "2020-05-18",
        "Signing": "2020-05-18",
        "Support": "2020-05-18",
        "Accusation": "2020-05-18",
    }
    assert [str(event.kind) for event in told if event.place] == [
        "Meeting",
        "Signing",
        "Support",
        "Accusation",
    ]


def test_what_they_say_of_others_is_not_of_that_day(read: Read) -> None:
    met = "Norwegian Prime Minister Kari Lund met Polish President Jan Nowak in Oslo on Monday."
    told = read(f"{met} They said that Russia had attacked Georgia.")
    assert [event.date for event in told if event.kind == "Force"] == [None]


def test_the_same_day_counts_from_the_paragraph_before(read: Read) -> None:
    told = read("Chad thanked Togo on Monday.\n\nOn the same day Peru thanked Chile.")
    assert [event.date for event in told] == ["2020-05-18", "2020-05-18"]


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        (
            "Norway warned Kenya before the Kenyan invasion of Chad in May 2003.",
            "happened",
            "2003-05",
        ),
        ("Norway warned Kenya before the Kenyan invasion of Chad.", "planned", None),
    ],
)
def test_what_came_after_a_warning_is_over_by_now(
    text: str, status: str, day: str | None, read: Read
) -> None:
    (force,) = (event for event in read(text) if event.kind == "Force")
    assert (str(force.status), force.date) == (status, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The foreign ministers of Chile and Peru meet in Lima on June 9.", "2020-06-09"),
        ("The foreign ministers of Chile and Peru meet in Lima next month.", "2020-06"),
        ("Norway spoke of the matter at an EU summit in June.", "2020-06"),
    ],
)
def test_what_is_told_in_the_present_of_a_day_to_come_is_planned(
    text: str, day: str, read: Read
) -> None:
    held = next(e for e in read(text) if e.kind in {EventClass.MEETING, EventClass.CONVENING})
    assert (held.status, held.date) == (Status.PLANNED, day)


def test_what_happens_when_something_is_hit_is_the_news_of_the_day(read: Read) -> None:
    (event,) = read("Two people are injured when a Russian drone hits a house in Lviv, Ukraine.")
    assert event.date == "2020-05-20"


def test_a_measure_until_a_day_to_come_is_of_today(read: Read) -> None:
    (event,) = read("The European Union extends sanctions on Belarus until June 2021.")
    assert event.status is Status.HAPPENED


@pytest.mark.parametrize(
    "text",
    [
        "In a statement issued on Monday, Norway condemned Belarus.",
        "Norway and Chile signed an agreement in Lima on Monday, 18 May 2020.",
    ],
)
def test_the_day_on_which_words_came_out_is_theirs(text: str, read: Read) -> None:
    (event,) = read(text)
    assert event.date == "2020-05-18"


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Readout of President Nowak's Meeting with President Rojas", "2020-05-20"),
        ("Poland: Statement by President Nowak on Belarus", "2020-05-20"),
        ("Joint Press Statement", "2020-05-20"),
        ("Nowak rejects a statement by Belarus", None),
    ],
)
def test_the_words_of_a_statement_are_of_its_day(title: str, day: str | None, read: Read) -> None:
    (event,) = read("Polish President Jan Nowak urged Belarus to act.", title=title)
    assert event.date == day


@pytest.mark.parametrize(
    "text",
    [
        "A UN resolution was condemned by Chad after its May 9 test.",
        "Chad condemned Togo for an attack on a church in Lome on 1 June.",
        "Chad praised Togo for the first time since the election ten days ago.",
    ],
)
def test_the_day_of_what_lies_behind_is_not_that_of_the_act(text: str, read: Read) -> None:
    assert {(event.status, event.date) for event in read(text)} <= {(Status.HAPPENED, None)}


def test_a_speech_goes_on_for_some_sentences(read: Read) -> None:
    events = read(
        "Polish President Jan Nowak said on Monday that peace was near. "
        "He also accused Russia of lies. Nowak has urged Belarus to help."
    )
    dates = {event.kind: event.date for event in events}
    assert dates == {EventClass.ACCUSATION: "2020-05-18", EventClass.REQUEST: None}


def test_words_are_of_the_day_on_which_the_speaker_is_quoted(read: Read) -> None:
    told = "Norway condemned Belarus. Norway said on Monday that it was a crime."
    assert "2020-05-18" in {event.date for event in read(told)}


def test_what_one_says_during_a_visit_is_said_there(read: Read) -> None:
    told = read("Kenya's president accused Chile of piracy during a visit to Brussels on Monday.")
    said = next(event for event in told if event.kind is EventClass.ACCUSATION)
    assert said.place is not None
    assert (said.date, said.place.label) == ("2020-05-18", "Brussels")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Ties are cold since March 2018, when Chad expelled a Togolese envoy.",
            "2018-03",
        ),
        ("The quarrel began in January, when Chad expelled a Togolese envoy.", "2020-01"),
        ("Chad expelled a Togolese envoy in September.", "2019-09"),
        ("Chad expelled a Togolese envoy in response to an attack on a church on 4 March.", None),
        ("Chad and Togo met in the town where the poet died on 17 December 1830.", None),
    ],
)
def test_a_date_is_that_of_what_it_stands_with(text: str, day: str | None, read: Read) -> None:
    assert {event.date for event in read(text)} == {day}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Togolese ambassador was told to leave Chad.", "Chad"),
        ("Chad gave two Togolese diplomats 48 hours to leave the country.", "Chad"),
        ("Chad declared the Togolese ambassador persona non grata.", "Chad"),
        ("Chad recalled its ambassador to Togo.", None),
        ("Chad announced that it was leaving the African Union.", None),
        ("The foreign ministers of Chad and Togo met at the Farnesina on Monday.", "Farnesina"),
        ("The foreign ministers of Chad and Togo met at Merdeka Palace.", "Istana Merdeka"),
        ("In Nairobi President Jan Nowak accused Chad of lying.", "Nairobi"),
        ("In Addis Ababa Foreign Minister Jan Nowak accused Chad of lying.", "Addis Ababa"),
        ("In Libya, Chad backed the rebels of Togo, while Kenya supported Mali.", "Libya"),
    ],
)
def test_a_place_is_that_of_who_sends_away_or_of_where_one_speaks(
    text: str, place: str | None, read: Read
) -> None:
    assert {event.place.label if event.place else None for event in read(text)} <= {place}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("At the end of the talks between Chad and Togo, a band played.", Status.HAPPENED),
        ("Chad demanded an apology, and the end of talks with Togo.", Status.CALLED_OFF),
    ],
)
def test_at_the_end_of_talks_they_have_taken_place(text: str, status: Status, read: Read) -> None:
    assert {e.status for e in read(text) if e.kind is EventClass.MEETING} <= {status}


def test_what_was_a_week_before_the_news_is_counted_back(read: Read) -> None:
    told = (
        "The step comes a week after Chad recalled its ambassador from Peru, accusing Peru of "
        "lying about a ship."
    )
    assert {event.date for event in read(told)} == {"2020-05-13"}


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Chad has recalled its envoy to Togo. The step was announced on Monday.", 0, "2020-05-18"),
        ("Chad protested over the attack last month in which Togo shelled Chad.", 1, "2020-04"),
        (
            "Chad said on Monday that it would recognise Peru on 28 May, and Togo at once recalled "
            "its ambassador to Chad.",
            0,
            "2020-05-18",
        ),
        (
            "Ana Rojas of Peru told Chilean President Eva Soto by phone on Monday to wait.",
            2,
            "2020-05-18",
        ),
    ],
)
def test_an_act_has_the_day_that_its_sentence_or_the_next_one_gives_it(
    text: str, kind: int, day: str, read: Read
) -> None:
    kinds = (EventClass.RELATIONS_DOWNGRADE, EventClass.FORCE, EventClass.CALL)
    assert {e.date for e in read(text) if e.kind is kinds[kind]} == {day}


def test_talks_that_are_expected_are_ahead(read: Read) -> None:
    told = "It comes before talks between Chad and Togo that are expected to be held on 25 May."
    assert [(e.status, e.date) for e in read(told)] == [(Status.PLANNED, "2020-05-25")]
