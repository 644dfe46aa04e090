"""The day that a report is about holds for what it goes on to tell of the same people."""

import pytest

from graph.model import Event, EventClass, Status
from tests.ingest.outline import Read

LEAD = "Polish President Jan Nowak met Peruvian President Ana Rojas in Lima on Monday. "
BETWEEN = "The police closed the streets. Shops had to stay shut. Nobody was hurt. "


def _of(kind: EventClass, events: list[Event]) -> Event:
    return next(event for event in events if event.kind is kind)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (f"{LEAD}{BETWEEN}Nowak accused Belarus of lying.", EventClass.ACCUSATION, "2020-05-18"),
        (f"{LEAD}{BETWEEN}Poland thanked Peru for its help.", EventClass.SUPPORT, "2020-05-18"),
        (
            "Norway expelled two Chadian envoys on Monday. "
            f"{BETWEEN}Chadian Foreign Minister Abba Moussa told reporters that it was a mistake. "
            "Moussa accused Norway of lying.",
            EventClass.ACCUSATION,
            "2020-05-18",
        ),
        (
            f"{LEAD}{BETWEEN}The two sides accused Belarus of lying.",
            EventClass.ACCUSATION,
            "2020-05-18",
        ),
        (
            f"{LEAD}The clash took place on Saturday near the river. "
            "Belarusian troops attacked a Polish post.",
            EventClass.FORCE,
            "2020-05-16",
        ),
        (
            "Poland expelled two Chadian envoys on Monday, a day after Chad had recalled its own. "
            f"{BETWEEN}Chad accused Poland of lying.",
            EventClass.ACCUSATION,
            "2020-05-18",
        ),
        (
            "The talks led to a conference in Lima in October 2019. "
            "The conference was attended by Poland and Peru.",
            EventClass.CONVENING,
            "2019-10",
        ),
        (
            "Nowak wrote a letter to Togo on Monday. In the letter Poland accused Togo of lying.",
            EventClass.ACCUSATION,
            "2020-05-18",
        ),
        (f"{LEAD}{BETWEEN}Nowak had accused Belarus of lying.", EventClass.ACCUSATION, None),
        (f"{LEAD}{BETWEEN}Togo accused Belarus of lying.", EventClass.ACCUSATION, None),
        (
            f"{LEAD}{BETWEEN}In 2011 the two fell out over fish. Nowak accused Belarus of lying.",
            EventClass.ACCUSATION,
            None,
        ),
        (
            f"{LEAD}{BETWEEN}Nowak accused Belarus of lying when its army came to the border.",
            EventClass.ACCUSATION,
            None,
        ),
    ],
)
def test_what_those_of_the_news_did_besides_was_on_its_day(
    text: str, kind: EventClass, day: str | None, read: Read
) -> None:
    assert _of(kind, list(read(text))).date == day


def test_a_day_of_some_time_ago_is_not_that_of_the_news(read: Read) -> None:
    told = LEAD.replace("on Monday", "on 11 May") + BETWEEN + "Nowak accused Belarus of lying."
    assert _of(EventClass.ACCUSATION, list(read(told))).date is None


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        ("Norway backs the rebels of Togo.", None),
        ('"We thank Chad," said Norwegian Foreign Minister Ola Berg.', None),
        ("Norway invites Chad to a conference on 26 March.", None),
        ("We thank Chad for its help.", "2020-05-20"),
    ],
)
def test_the_present_tense_behind_the_lead_is_not_the_news_of_the_day(
    behind: str, day: str | None, read: Read
) -> None:
    lead = "The two armies fought for days. Many people fled. The king left the town.\n\n"
    told = f"{lead}It was over on Tuesday. Nobody knew why.\n\n{behind}"
    assert {event.date for event in read(told)} <= {day}


@pytest.mark.parametrize(
    ("before", "day"),
    [
        ("The latest row came in August 2018.", "2018-08"),
        ("The first incident took place on 4 March.", "2020-03-04"),
        ("The rain came in August 2018.", None),
    ],
)
def test_a_sentence_dates_what_the_next_one_tells(before: str, day: str | None, read: Read) -> None:
    (event,) = read(f"{before} Chad recalled its ambassador to Togo.")
    assert event.date == day


PROGRAMME = (
    "Polish President Jan Nowak arrived in Lima, Peru, on Saturday, 16 May. "
    "On Sunday morning he slept. "
)


@pytest.mark.parametrize(
    "then",
    [
        "Around noon, Nowak held talks with Chadian President Abba Moussa.",
        "He then met Chadian President Abba Moussa.",
        "He had breakfast. Nowak met Chadian President Abba Moussa.",
    ],
)
def test_a_programme_goes_on_from_the_day_that_it_named_last(then: str, read: Read) -> None:
    met = _of(EventClass.MEETING, list(read(PROGRAMME + then)))
    assert met.date == "2020-05-17"
    assert met.place is not None
    assert met.place.label == "Lima"


def test_a_day_of_a_relative_clause_does_not_end_the_news(read: Read) -> None:
    told = f"{LEAD}{BETWEEN}Nowak accused Belarus of a raid which began on 3 March."
    assert _of(EventClass.ACCUSATION, list(read(told))).date == "2020-05-18"


def test_who_speaks_behind_their_words_is_one_of_those_of_the_news(read: Read) -> None:
    told = (
        f"{LEAD}The talks went well, Peruvian Foreign Minister Luis Paz told reporters. "
        f"{BETWEEN}Paz accused Belarus of lying."
    )
    assert _of(EventClass.ACCUSATION, list(read(told))).date == "2020-05-18"


STATED = "LIMA, May 20, 2020 – The harbour is open again. "


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        ("Peru thanked Chad for its help.", "2020-05-20"),
        ("The gates fell on Monday.\n\nPeru thanked Chad for its help.", None),
        ("It was shut in March. Peru thanked Chad for its help.", None),
    ],
)
def test_a_text_that_states_its_day_and_names_no_other_tells_of_it(
    behind: str, day: str | None, read: Read
) -> None:
    assert _of(EventClass.SUPPORT, list(read(f"{STATED}Shops opened.\n\n{behind}"))).date == day


def test_an_entry_of_a_chronicle_dates_all_that_it_tells(read: Read) -> None:
    told = (
        "What happened so far\n\nApril 12, 2017: Polish President Jan Nowak met Peruvian President "
        "Ana Rojas in Lima.\n\nMay 10: Nowak meets Chadian President Abba Moussa. He thanked Chad."
    )
    days = {(event.kind, event.date) for event in read(told, published=None)}
    assert {(EventClass.MEETING, "2017-04-12"), (EventClass.MEETING, "2017-05-10")} <= days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("OSLO, May 19 - Norway expelled two Chadian envoys today.", "2020-05-19"),
        ("OSLO, May 4 - Norway expelled two Chadian envoys today.", "2020-05-20"),
    ],
)
def test_today_is_the_day_of_a_dateline_right_before_the_paper(
    text: str, day: str, read: Read
) -> None:
    assert {event.date for event in read(text)} == {day}


def test_what_a_report_tells_of_a_coming_day_is_planned(read: Read) -> None:
    told = f"{LEAD}On Saturday Nowak holds talks with Chad's Abba Moussa in Accra."
    coming = next(e for e in read(told) if e.status is Status.PLANNED)
    assert coming.date == "2020-05-23"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Chile's Ana Rojas will travel on Friday, when she meets Chad's Abba Moussa.", "05-22"),
        ("Chilean President Ana Rojas flies to Chad on Friday. She speaks Arabic.", "05-22"),
    ],
)
def test_a_journey_told_in_the_present_is_ahead(text: str, day: str, read: Read) -> None:
    assert {(e.status, e.date) for e in read(text)} == {(Status.PLANNED, f"2020-{day}")}


def test_what_was_earlier_was_on_the_day_of_the_news(read: Read) -> None:
    told = read(f"{LEAD}Earlier, Nowak had met Chad's Abba Moussa.")
    assert [e.date for e in told if e.kind is EventClass.MEETING] == ["2020-05-18", "2020-05-18"]


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        (
            "We are pleased to announce that Canada will provide $20 million in humanitarian "
            "assistance to Haiti.",
            "Statement by the Prime Minister",
            "2020-05-20",
        ),
        (
            "Canada will provide $20 million in humanitarian assistance to Haiti.",
            "Statement by the Prime Minister",
            None,
        ),
    ],
)
def test_what_a_statement_announces_is_given_on_its_day(
    text: str, title: str, day: str | None, read: Read
) -> None:
    assert _of(EventClass.AID, list(read(text, title=title))).date == day
