"""Dates in news, each in a sentence of our own, read on a Friday: 15 November 2024."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import KnowledgeError
from ingest.dates import (
    DateMention,
    find_dates,
    first_year,
    publication_day,
    resolve_weekday,
    years_told,
)
from ingest.datewords import read_date_words

FRIDAY = datetime.date(2024, 11, 15)


def only(text: str, published: datetime.date | None = FRIDAY) -> DateMention:
    """The one date of ``text``."""
    mentions = find_dates(text, published)
    assert len(mentions) == 1, [text[m.start : m.end] for m in mentions]
    return mentions[0]


ABSOLUTE = [
    ("They met on the morning of 3 May 2023.", "the morning of 3 May 2023", "2023-05-03"),
    ("They met late on May 3, 2023.", "late on May 3, 2023", "2023-05-03"),
    ("They met on 14 November 2024 in Lima.", "14 November 2024", "2024-11-14"),
    ("They met on November 14, 2024, in Lima.", "November 14, 2024", "2024-11-14"),
    ("They met on November 14 2024 in Lima.", "November 14 2024", "2024-11-14"),
    ("It was signed on 14th November, 2024.", "14th November, 2024", "2024-11-14"),
    ("It was signed on the 9th of May 1950.", "9th of May 1950", "1950-05-09"),
    ("Done at Rome this 25th day of March, 1957.", "25th day of March, 1957", "1957-03-25"),
    ("The note of Jan. 5, 2003 was published.", "Jan. 5, 2003", "2003-01-05"),
    ("The note of 5 Sept 2003 was published.", "5 Sept 2003", "2003-09-05"),
    ("MOSCOW SIGNED ON 3 MARCH 2021.", "3 MARCH 2021", "2021-03-03"),
    ("It took effect on Tuesday, 3 March 2020.", "Tuesday, 3 March 2020", "2020-03-03"),
    ("It took effect on Tuesday, March 3, 2020.", "Tuesday, March 3, 2020", "2020-03-03"),
    ("Sent: Tue, 3 Mar 2020.", "Tue, 3 Mar 2020", "2020-03-03"),
    ("The law of 2024-11-02 is void.", "2024-11-02", "2024-11-02"),
    ("Logged at 2024-11-02T10:15:00Z by the ministry.", "2024-11-02", "2024-11-02"),
    ("The log of 2012 February 28 is lost.", "2012 February 28", "2012-02-28"),
    ("It was initialled on 13.11.2024 in Bonn.", "13.11.2024", "2024-11-13"),
    ("It was initialled on 25/12/2017 in Bonn.", "25/12/2017", "2017-12-25"),
    ("It was initialled on 12/25/2017 in Ohio.", "12/25/2017", "2017-12-25"),
    ("It was initialled on 05/12/2017 in Bonn.", "05/12/2017", "2017-12-05"),
    ("The treaty was agreed in December 2015.", "December 2015", "2015-12"),
    ("The treaty was agreed in early March of 2015.", "early March of 2015", "2015-03"),
    ("It was agreed in mid-June 2015.", "mid-June 2015", "2015-06"),
    ("In 2015 Norway and Chad agreed.", "2015", "2015"),
    ("The accord was concluded in late 2019.", "late 2019", "2019"),
    ("At the end of 2019 the accord lapsed.", "the end of 2019", "2019"),
    ("In the first week of April 2019 they met.", "the first week of April 2019", "2019-04"),
    ("The talks of spring 2017 failed.", "spring 2017", "2017"),
    ("They want to finish by the year 2030.", "2030", "2030"),
]

PAST_AND_COMING = [
    ("They met on Thursday in Lima.", "Thursday", "2024-11-14", "2024-11-21"),
    ("They met on Friday in Lima.", "Friday", "2024-11-15", "2024-11-15"),
    ("Late on Tuesday, they met in Lima.", "Late on Tuesday", "2024-11-12", "2024-11-19"),
    ("They met Tuesday evening.", "Tuesday evening", "2024-11-12", "2024-11-19"),
    ("They met on the evening of Tuesday.", "the evening of Tuesday", "2024-11-12", "2024-11-19"),
    (
        "In the early hours of Friday he left.",
        "the early hours of Friday",
        "2024-11-15",
        "2024-11-15",
    ),
    ("Monday's talks were short.", "Monday", "2024-11-11", "2024-11-18"),
    ("He spoke on Nov. 3 in Oslo.", "Nov. 3", "2024-11-03", "2025-11-03"),
    ("He spoke on 3 Nov in Oslo.", "3 Nov", "2024-11-03", "2025-11-03"),
    ("He spoke on the 3rd of May in Oslo.", "3rd of May", "2024-05-03", "2025-05-03"),
    ("He spoke on Nov 30 in Oslo.", "Nov 30", "2023-11-30", "2024-11-30"),
    ("He spoke on February 29 in Oslo.", "February 29", "2024-02-29", "2028-02-29"),
    ("They will return on the 14th.", "on the 14th", "2024-11-14", "2024-12-14"),
    ("They met on the 20th.", "on the 20th", "2024-10-20", "2024-11-20"),
    ("In February he met the king.", "February", "2024-02", "2025-02"),
    ("In November he met the king.", "November", "2024-11", "2024-11"),
    ("In May he met the king.", "May", "2024-05", "2025-05"),
    ("The ban was imposed in mid-June.", "mid-June", "2024-06", "2025-06"),
    ("Since March the border is shut.", "March", "2024-03", "2025-03"),
    ("In the summer the border was shut.", "In the summer", "2024", "2025"),
    ("Over the weekend they met.", "the weekend", "2024-11-09", "2024-11-16"),
]

ONE_READING = [
    ("Last Thursday he spoke.", "Last Thursday", "2024-11-14", False),
    ("Last Friday he spoke.", "Last Friday", "2024-11-08", False),
    ("He spoke on Tuesday last week.", "Tuesday last week", "2024-11-05", False),
    ("He spoke on Tuesday of last week.", "Tuesday of last week", "2024-11-05", False),
    ("He will go next Monday.", "next Monday", "2024-11-18", True),
    ("He will go on Monday next week.", "Monday next week", "2024-11-18", True),
    ("Yesterday he spoke.", "Yesterday", "2024-11-14", False),
    ("He spoke yesterday evening.", "yesterday evening", "2024-11-14", False),
    ("He spoke late yesterday.", "late yesterday", "2024-11-14", False),
    ("He speaks today.", "today", "2024-11-15", None),
    ("Earlier today he spoke.", "Earlier today", "2024-11-15", None),
    ("He dines with her tonight.", "tonight", "2024-11-15", None),
    ("This morning he spoke.", "This morning", "2024-11-15", None),
    ("Last night he spoke.", "Last night", "2024-11-14", False),
    ("He goes tomorrow.", "tomorrow", "2024-11-16", True),
    ("He came the day before yesterday.", "the day before yesterday", "2024-11-13", False),
    ("He goes the day after tomorrow.", "the day after tomorrow", "2024-11-17", True),
    ("Last week they agreed.", "Last week", "2024-11", False),
    ("Earlier this week they agreed.", "Earlier this week", "2024-11", False),
    ("Next week they agree.", "Next week", "2024-11", True),
    ("Last month they agreed.", "Last month", "2024-10", False),
    ("Late last month they agreed.", "Late last month", "2024-10", False),
    ("Next month they agree.", "Next month", "2024-12", True),
    ("Earlier this month they agreed.", "Earlier this month", "2024-11", False),
    ("Earlier in the month they agreed.", "Earlier in the month", "2024-11", False),
    ("They meet later in the month.", "later in the month", "2024-11", True),
    ("They meet later this year.", "later this year", "2024", True),
    ("They meet early next year.", "early next year", "2025", True),
    ("Last year they agreed.", "Last year", "2023", False),
    ("This year they agreed.", "This year", "2024", None),
    ("Last February they agreed.", "Last February", "2024-02", False),
    ("Last November they agreed.", "Last November", "2023-11", False),
    ("They meet next March.", "next March", "2025-03", True),
    ("This March they met.", "This March", "2024-03", None),
    ("In June last year they met.", "June last year", "2023-06", False),
    ("On 3 June last year they met.", "3 June last year", "2023-06-03", False),
    ("A year ago today they met.", "A year ago today", "2023-11-15", False),
    ("Three months ago today they met.", "Three months ago today", "2024-08-15", False),
    ("On Christmas Day 2015 they met.", "Christmas Day 2015", "2015-12-25", False),
    ("On Bastille Day they met.", "Bastille Day", "2024-07-14", None),
    ("Two days ago they met.", "Two days ago", "2024-11-13", False),
    ("A week ago they met.", "A week ago", "2024-11-08", False),
    ("Three weeks ago they met.", "Three weeks ago", "2024-10", False),
    ("They met 2 months ago.", "2 months ago", "2024-09", False),
    ("They met two years ago.", "two years ago", "2022", False),
    ("They meet two weeks from now.", "two weeks from now", "2024", True),
    ("They meet in two days' time.", "in two days' time", "2024-11-17", True),
    ("Last spring they met.", "Last spring", "2024", False),
    ("Last weekend they met.", "Last weekend", "2024-11-09", False),
    ("They meet next weekend.", "next weekend", "2024-11-23", True),
]

RANGES = [
    ("On 3 and 4 May they met.", "3 and 4 May", "2024-05-03", "2024-05-04"),
    ("On 3–5 May 2023 they met.", "3–5 May 2023", "2023-05-03", "2023-05-05"),
    ("On May 3-5, 2023, they met.", "May 3-5, 2023", "2023-05-03", "2023-05-05"),
    ("From 3 to 5 May 2023 they met.", "3 to 5 May 2023", "2023-05-03", "2023-05-05"),
    ("From May 3 to May 5 they met.", "May 3 to May 5", "2024-05-03", "2024-05-05"),
    (
        "From 30 March to 2 April 2010 they met.",
        "30 March to 2 April 2010",
        "2010-03-30",
        "2010-04-02",
    ),
    ("On 3, 4 and 5 May 2023 they met.", "3, 4 and 5 May 2023", "2023-05-03", "2023-05-05"),
    ("Held between 7-9 October in Cusco.", "7-9 October", "2024-10-07", "2024-10-09"),
    ("Between 2011 and 2013 they fought.", "2011 and 2013", "2011", "2013"),
    ("From 2011 to 2013 they fought.", "2011 to 2013", "2011", "2013"),
    ("They fought (2011–2013).", "2011–2013", "2011", "2013"),
    ("They fought in 2011-13.", "2011-13", "2011", "2013"),
    ("Between May and July they met.", "May and July", "2024-05", "2024-07"),
    ("On Monday and Tuesday they met.", "Monday and Tuesday", "2024-11-11", "2024-11-12"),
    ("From Monday to Wednesday they met.", "Monday to Wednesday", "2024-11-11", "2024-11-13"),
    ("They meet from Friday to Monday.", "Friday to Monday", "2024-11-15", "2024-11-18"),
    ("They met this weekend.", "this weekend", "2024-11-16", "2024-11-17"),
]

ANCHORED = [
    ("On 3 May 2023 they met. A week earlier he fell ill.", "A week earlier", "2023-04-26"),
    ("On 3 May 2023 they met. The following day he left.", "The following day", "2023-05-04"),
    ("On 3 May 2023 they met. The next day he left.", "The next day", "2023-05-04"),
    ("On 3 May 2023 they met. Two days later he left.", "Two days later", "2023-05-05"),
    ("On 3 May 2023 they met. The previous day he came.", "The previous day", "2023-05-02"),
    ("On 3 May 2023 they met. The same day he left.", "The same day", "2023-05-03"),
    ("On 3 May 2023 they met. That day it rained.", "That day", "2023-05-03"),
    ("On 3 May 2023 they met. Two years earlier it fell.", "Two years earlier", "2021"),
    ("It left in 2013, and they ten years before that.", "ten years before", "2003"),
    ("Norway and Russia today met.", "today", "2024-11-15"),
    ("On 3 May 2023 they met. The following month he left.", "The following month", "2023-06"),
    ("On 3 May 2023 they met. That year it rained.", "That year", "2023"),
    ("In March 2019 they met. Three months later it fell.", "Three months later", "2019-06"),
    ("On 3–5 May 2023 they met. The next day he left.", "The next day", "2023-05-06"),
    ("On Friday, a day after the talks, he left.", "a day after", "2024-11-14"),
    ("On 3 May 2023 it fell. A day after the fall, he left.", "A day after", "2023-05-04"),
    ("On 3 May 2023 the 1951 pact was cited. The next day he left.", "The next day", "2023-05-04"),
    ("On 3 May 2023 they met. On the 7th they parted.", "On the 7th", "2023-05-07"),
    ("The treaty of 5 May 2010 and that of 8 June hold.", "8 June", "2010-06-08"),
    ("They met on Monday. The following Thursday he left.", "The following Thursday", "2024-11-14"),
    ("A day after Sunday's talks they met.", "A day after", "2024-11-11"),
    ("They met two days before 5 May 2023.", "two days before", "2023-05-03"),
    ("They met on the eve of 5 May 2023.", "on the eve of", "2023-05-04"),
    ("They met in Oslo two days earlier.", "two days earlier", "2024-11-13"),
]

NOTHING = [
    "On the eve of the summit it was calm.",
    "Theresa May met him.",
    "May peace prevail.",
    "The two sides may meet.",
    "The army will march on the town.",
    "He praised the march for freedom.",
    "The March 14 Alliance condemned it.",
    "The Good Friday Agreement holds.",
    "Bloody Sunday was recalled.",
    "She teaches at a Sunday school.",
    "He told USA Today that talks go on.",
    "The 24-hour talks failed.",
    "He sent 2000 troops to the border.",
    "He sent 1,950 men to the border.",
    "It cost $2015 a head.",
    "It rose by 2015%.",
    "UN Resolution 2254 was passed.",
    "The G20 met.",
    "The 35-year-old envoy spoke.",
    "On the 14th floor they met.",
    "On February 30 they met.",
    "Over the last year they met.",
    "In the next month they may meet.",
    "For two days before they parted they sang.",
    "At 20:15 GMT they met.",
    "They sat at 2015 GMT.",
    "The 3/4 majority was missed.",
    "Version 1.2.2015.3 is out.",
    "The Fall of Constantinople was recalled.",
    "It lies between 12 and 15 kilometres away.",
    "",
    "   ",
]

ADJECTIVAL = [
    ("The 2015 agreement holds.", "2015"),
    ("It recalls the landmark 2015 deal.", "2015"),
    ("It returns to its 1967 borders.", "1967"),
    ("It backs the 2030 Agenda.", "2030"),
    ("It backs Agenda and Expo 2020 plans.", "2020"),
    ("It cites Resolution 2254 (2015) again.", "2015"),
    ("It cites the Migration Act 1958.", "1958"),
    ("He left Monday's talks.", "Monday"),
    ("He condemned last week's attack.", "last week"),
    ("It grew out of the April 27th summit.", "April 27th"),
    ("He spoke at Tuesday talks in Geneva.", "Tuesday"),
    ("He recalled their February meeting.", "February"),
    ("It lies in the 2019 and 2021 elections.", "2021"),
    ("It adopted the 2023–2027 plan.", "2023–2027"),
]

BOUNDS = [
    ("Since 2011 it is banned.", "since"),
    ("They will finish by Thursday.", "by"),
    ("Until May 5 it is banned.", "until"),
    ("They spoke before Thursday.", "before"),
    ("They spoke after 2019.", "after"),
    ("They spoke on Thursday.", None),
    ("From 3 to 5 May they spoke.", None),
]

UNRESOLVED = [
    ("On Thursday they met.", None),
    ("Yesterday they met.", False),
    ("Next month they meet.", True),
    ("Last Monday they met.", False),
    ("On 3 May they met.", None),
    ("In May they met.", None),
    ("Two years ago they met.", False),
    ("The following day they met.", None),
    ("Over the weekend they met.", None),
    ("In two weeks' time they meet.", True),
]


@pytest.mark.parametrize(("text", "words", "value"), ABSOLUTE)
def test_a_full_date_is_read_as_it_stands(text: str, words: str, value: str) -> None:
    for published in (FRIDAY, None):
        mention = only(text, published)
        assert (text[mention.start : mention.end], mention.value) == (words, value)
        assert mention.upcoming == value
        assert not mention.relative


@pytest.mark.parametrize(("text", "words", "past", "coming"), PAST_AND_COMING)
def test_a_date_without_a_year_has_a_past_and_a_coming_reading(
    text: str, words: str, past: str, coming: str
) -> None:
    mention = only(text)
    assert text[mention.start : mention.end] == words
    assert (mention.value, mention.upcoming) == (past, coming)
    assert mention.relative


@pytest.mark.parametrize(("text", "words", "value", "future"), ONE_READING)
def test_words_that_point_one_way_have_one_reading(
    text: str, words: str, value: str, future: bool | None
) -> None:
    mention = only(text)
    assert text[mention.start : mention.end] == words
    assert (mention.value, mention.future) == (value, future)


@pytest.mark.parametrize(("text", "words", "first", "last"), RANGES)
def test_a_range_holds_both_ends(text: str, words: str, first: str, last: str) -> None:
    mention = only(text)
    assert text[mention.start : mention.end] == words
    assert (mention.value, mention.first, mention.last) == (first, first, last)


@pytest.mark.parametrize(("text", "words", "value"), ANCHORED)
def test_some_words_count_from_the_date_before(text: str, words: str, value: str) -> None:
    found = {text[m.start : m.end]: m.value for m in find_dates(text, FRIDAY)}
    assert found[words] == value


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert find_dates(text, FRIDAY) == ()


@pytest.mark.parametrize(("text", "words"), ADJECTIVAL)
def test_a_date_before_a_noun_dates_the_noun(text: str, words: str) -> None:
    found = {text[m.start : m.end]: m.adjectival for m in find_dates(text, FRIDAY)}
    assert found[words]


@pytest.mark.parametrize(
    "text",
    [
        "In 2015 Norway agreed.",
        "On Tuesday Norway agreed.",
        "Norway agreed in 2015.",
        "On May 5 Norway agreed.",
        "Norway said on Monday that it agreed.",
    ],
)
def test_a_date_of_the_sentence_is_not_adjectival(text: str) -> None:
    assert not only(text).adjectival


@pytest.mark.parametrize(("text", "bound"), BOUNDS)
def test_a_word_before_a_date_makes_it_a_bound(text: str, bound: str | None) -> None:
    assert only(text).bound == bound


@pytest.mark.parametrize(("text", "future"), UNRESOLVED)
def test_without_a_day_of_publication_nothing_relative_is_resolved(
    text: str, future: bool | None
) -> None:
    mention = only(text, None)
    assert (mention.value, mention.upcoming, mention.precision) == (None, None, None)
    assert mention.future == future


@pytest.mark.parametrize(
    "text",
    [
        "The 1990s were calm.",
        "It was calm in the late 1990s.",
        "A decade ago it was calm.",
        "More than two years ago it was calm.",
        "Several weeks ago it was calm.",
        "In the winter it was calm.",
    ],
)
def test_a_vague_time_is_found_and_has_no_value(text: str) -> None:
    assert only(text).value is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In March or April of 2005 they met.", "2005"),
        ("On 3 or 4 May 2005 they met.", "2005-05"),
    ],
)
def test_one_of_two_dates_is_as_precise_as_both(text: str, value: str) -> None:
    assert find_dates(text, FRIDAY)[0].value is not None
    assert value.startswith(str(find_dates(text, FRIDAY)[0].value)[:4])


def test_a_week_over_the_turn_of_a_month_is_known_to_the_year_only() -> None:
    assert only("Last week they met.", datetime.date(2024, 5, 6)).value == "2024"
    assert only("Last week they met.", datetime.date(2024, 1, 3)).value == "2023-12"


@pytest.mark.parametrize(
    ("text", "future"),
    [
        ("The vote is scheduled for Friday.", True),
        ("The drills are planned for June.", True),
        ("The ban, effective 1 December, was noted.", True),
        ("It ends on 3 December.", True),
        ("It ended on 3 October.", False),
        ("It fell on 3 May.", None),
    ],
)
def test_a_near_or_planned_date_leans_to_one_side(text: str, future: bool | None) -> None:
    assert only(text).future == future


@pytest.mark.parametrize(
    ("published", "value"),
    [
        (datetime.date(2017, 12, 5), "2017-12-05"),
        (datetime.date(2017, 5, 13), "2017-05-12"),
        (None, "2017-12-05"),
    ],
)
def test_the_day_of_publication_tells_day_from_month(
    published: datetime.date | None, value: str
) -> None:
    assert only("Brussels, noted on 05/12/2017 by the clerk.", published).value == value


def test_another_date_of_the_text_tells_day_from_month() -> None:
    text = "He came on 05/12/2017 and left on 05/14/2017."
    assert [m.value for m in find_dates(text, None)] == ["2017-05-12", "2017-05-14"]


PUBLISHED = [
    ("BEIJING, March 10, 2023 (Xinhua) — Envoys met.", "", "2023-03-10"),
    ("Ankara, 14 November 2024 - Envoys met.", "", "2024-11-14"),
    ("{{date|November 13, 2004}}\nEnvoys met.", "", "2004-11-13"),
    ("Published: 5 May 2019\nEnvoys met.", "", "2019-05-05"),
    ("Updated on 2019-05-05 by the desk\nEnvoys met.", "", "2019-05-05"),
    ("Envoys meet\n\nWednesday, January 23, 2019\n\nEnvoys met.", "", "2019-01-23"),
    ("Bruxelles, 05/12/2017 - 15:15\nEnvoys met.", "", "2017-12-05"),
    ("Joint statement – 24 September 1994\nEnvoys met.", "", "1994-09-24"),
    ("Envoys met.", "Joint statement, 24 September 1994", "1994-09-24"),
    ("Envoys met on 5 May 2019 in Oslo.", "", None),
    ("ANKARA, Nov 14 (AA) — Envoys met.", "", None),
    ("Envoys met.", "Envoys meet", None),
    ("", "", None),
    ("Published: 31 February 2019\nEnvoys met.", "", None),
    ("Envoys met. " * 50 + "\n\nPublished: 5 May 2019", "", None),
]


@pytest.mark.parametrize(("text", "title", "value"), PUBLISHED)
def test_the_head_of_a_text_states_its_day(text: str, title: str, value: str | None) -> None:
    day = publication_day(text, title)
    assert (day.isoformat() if day else None) == value


def test_the_dateline_serves_where_no_day_is_given() -> None:
    text = "OSLO, 14 November 2024 (NTB) — Envoys met on Tuesday."
    line, tuesday = find_dates(text, None)
    assert line.dateline
    assert not tuesday.dateline
    assert tuesday.value == "2024-11-12"
    text = text.replace("on Tuesday", "yesterday")
    assert find_dates(text, None, dateline=False)[1].value is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left on Tuesday, 5 July 2005. On Wednesday he met Y.", "2005-07-06"),
        ("He left on Friday, 8 July 2005. On Monday he met Y.", "2005-07-11"),
        ("He left on 5 July 2005. In May he had met Y.", "2005-05"),
        ("He left on 5 January 2005. In December he had met Y.", "2004-12"),
        ("They met on 22 and 23 August 2001. They signed it on the second day.", "2001-08-23"),
        ("They met from 22 to 24 August 2001. They signed it on the last day.", "2001-08-24"),
        ("On the second day of talks that began on 3 May 2001 they dined.", "2001-05-04"),
        ("He left on 5 July 2005. Six days on, he met Y.", "2005-07-11"),
        ("He left on 5 July 2005. Later in the day he met Y.", "2005-07-05"),
    ],
)
def test_a_text_without_a_day_counts_from_its_own_dates(text: str, value: str) -> None:
    assert value in {date.value for date in find_dates(text, None)}


def test_a_paragraph_takes_the_years_of_those_before() -> None:
    years = years_told(find_dates("He left on 5 July 2005 and came on 3 May 2006.", None))
    for text, value in (
        ("X met Y on 9 July.", "2005-07-09"),
        ("On 9 June X met Y.", "2006-06-09"),
        ("On 9 July X met Y.", "2006-07-09"),  # goes on from May 2006
        ("In 2007 X led the bloc. On 9 July it met.", "2007-07-09"),
        ("X recalled the pact of 1991. On 9 June it met.", "2006-06-09"),
    ):
        assert [d.value for d in find_dates(text, None, dated=years)][-1] == value
    assert list(years_told(find_dates("On 3 July 2007 X left.", None), years)) == [5, 7]


def test_a_text_without_a_day_counts_from_the_first_year_that_it_names() -> None:
    text = "On June 16 X met Y. They agreed to disarm by October 30, 1993, and left on May 4, 1994."
    assert first_year(text) == {10: 1993}
    assert first_year("On June 16 X met Y, as in 1993.") == {}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Fiji will host the bloc later this year in November.", "2024-11"),
        ("Chad is to open its embassy next year, in March.", "2025-03"),
        ("The two signed it last year on 3 May.", "2023-05-03"),
        ("It was 21 August. On that day in 1968 Soviet troops came.", "1968-08-21"),
        ("On this day thirty years ago they opened embassies.", "1994-11-15"),
        ("In 2015, on Monday's terms, they met.", "2015"),
        ("They met last year. In Lima they agreed.", "2023"),
    ],
)
def test_a_year_and_its_part_are_one_date(text: str, value: str) -> None:
    assert value in {date.upcoming for date in find_dates(text, FRIDAY)}


def test_a_day_behind_the_count_of_days_is_meant() -> None:
    dates = find_dates("He left on 5 July 2005. A week before, on 27 June 2005, he met Y.", None)
    assert [date.value for date in dates] == ["2005-07-05", "2005-06-27", "2005-06-27"]


def test_today_may_begin_a_sentence() -> None:
    dates = find_dates("He met X. Today he left. Yesterday, it rained, USA Today said.", FRIDAY)
    assert [date.value for date in dates] == ["2024-11-15", "2024-11-14"]


def test_a_dateline_without_a_year_is_marked() -> None:
    line, monday = find_dates("ANKARA, Nov 14 (AA) — Envoys met on Monday.", FRIDAY)
    assert (line.dateline, line.value) == (True, "2024-11-14")
    assert not monday.dateline


@pytest.mark.parametrize(
    ("weekday", "future", "expected"),
    [(3, False, "2024-11-14"), (3, True, "2024-11-21"), (4, False, "2024-11-15")],
)
def test_a_weekday_is_the_nearest_on_its_side(weekday: int, future: bool, expected: str) -> None:
    assert resolve_weekday(weekday, FRIDAY, future=future).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "happened", "planned"),
    [
        ("They meet on Thursday.", "2024-11-14", "2024-11-21"),
        ("They met last Thursday.", "2024-11-14", None),
        ("They meet next Monday.", None, "2024-11-18"),
        ("They met in 2015.", "2015", None),
    ],
)
def test_a_date_fits_what_happened_or_what_is_planned(
    text: str, happened: str | None, planned: str | None
) -> None:
    mention = only(text)
    assert mention.when(planned=False) == happened
    assert mention.when(planned=True) == planned


def test_a_lexicon_that_lacks_a_table_says_so() -> None:
    with pytest.raises(KnowledgeError, match=r"dates\.toml"):
        read_date_words("[months]\njanuary = 1\n")


_PIECES = st.sampled_from(
    [
        "on",
        "On",
        "the",
        "from",
        "to",
        "between",
        "and",
        ",",
        "-",
        "–",
        "/",
        ".",
        "(",
        ")",
        "May",
        "March",
        "5",
        "14th",
        "31",
        "2015",
        "2024-11-14",
        "05/12/2017",
        "last",
        "next",
        "this",
        "Monday",
        "Friday's",
        "week",
        "month",
        "year",
        "days",
        "ago",
        "earlier",
        "later",
        "two",
        "a",
        "before",
        "after",
        "day",
        "of",
        "yesterday",
        "weekend",
        "spring",
        "1990s",
        "29",
        "February",
        "99",
        "0",
        "\n",
        "in",
        "early",
        "end",
        "following",
        "same",
    ]
)


@given(
    st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=25).map(" ".join)),
    st.none() | st.dates(),
)
def test_any_text_gives_mentions_that_fit_it(text: str, published: datetime.date | None) -> None:
    at = 0
    for mention in find_dates(text, published):
        assert at <= mention.start < mention.end <= len(text)
        at = mention.end
        if mention.value is not None:
            assert len(mention.value) == {"day": 10, "month": 7, "year": 4}[str(mention.precision)]
    publication_day(text, text)


@pytest.mark.parametrize(
    ("text", "before", "value"),
    [
        ("They left on the same day.", "2017-05-10", "2017-05-10"),
        ("They left the following day.", "2017-05-10", "2017-05-11"),
        ("They left the same day.", "2017-03", None),
        ("In March they came, and left the same week.", None, None),
    ],
)
def test_a_date_may_count_from_the_text_before(
    text: str, before: str | None, value: str | None
) -> None:
    assert find_dates(text, FRIDAY, before=before)[-1].value == value


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12 April 2017: X met Y.\n10 May: X met Z.", ["2017-04-12", "2017-05-10"]),
        ("- 30 Dec 2016 – X met Y.\n- 5 Jan – X met Z.", ["2016-12-30", "2017-01-05"]),
        ("They met on 12 April 2017.\nOn 10 May they met.", ["2017-04-12", "2024-05-10"]),
    ],
)
def test_an_entry_of_a_chronicle_is_in_the_year_of_the_entry_before(
    text: str, days: list[str]
) -> None:
    assert [date.value for date in find_dates(text, FRIDAY)] == days


def test_the_first_entry_of_a_chronicle_is_not_when_it_was_written() -> None:
    assert publication_day("Events so far\n\nApril 12, 2017: X met Y.\n\nMay 10: X met Z.") is None


def test_what_was_counts_from_no_day_ahead() -> None:
    text = "It was issued on Tuesday and takes effect on December 10. The same day X left."
    assert [date.value for date in find_dates(text, FRIDAY)][-1] == "2024-11-12"
    text = "They meet on December 10. The same day they are to sign."
    assert [date.upcoming for date in find_dates(text, FRIDAY)][-1] == "2024-12-10"
