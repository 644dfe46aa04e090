"""Whole articles: their events, none from the page around them, and the words that prove them."""

import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import SettingError
from graph.exports import write_readings
from graph.formats import READINGS, format_named
from graph.model import Article, EventClass, Reading, Role
from graph.naming import Namer
from ingest.reader import Reader
from tests.floors import read_all
from tests.ingest.outline import DAY, Read, lines, names

SHARED = Path(__file__).parents[3] / "shared" / "gold"
SAMPLES = sorted(
    (each for each in (files("data") / "samples").iterdir() if each.name.endswith(".txt")),
    key=lambda each: each.name,
)

TITLE = "Ghana and Togo sign fishing treaty in Lomé"
PAGE = """\
Home | World | Africa | Sport | Sign in

Russia sanctions Ukraine's ministers
France recalls its ambassador to Chile
Ghana and Togo sign fishing treaty in Lomé

LOMÉ, May 19 — Ghanaian Foreign Minister Ama Boateng met her Togolese counterpart, Yawa Agbeko, in \
Lomé on Tuesday. The two ministers signed the Treaty on Fishing in the Gulf of Guinea.

Boateng thanked Togo for its hospitality. Togo recently expelled two Benin diplomats, and Benin \
condemned Togo on Sunday.

"It was a long day," the captain of a trawler said.

Related stories:
China attacks Japan over islands
Ghana accuses Benin of theft
Share this article
© Gulf Herald
"""


def article(text: str, name: str = "of a test", title: str = "") -> Article:
    return Article(id=name, text=text, title=title, published=DAY)


@pytest.fixture(scope="module")
def page(reader: Reader) -> Reading:
    return reader.read(article(PAGE, title=TITLE))


@pytest.fixture(scope="module")
def samples() -> list[Article]:
    """A dozen of the sample articles."""
    return [article(each.read_text(encoding="utf-8"), each.name) for each in SAMPLES[::4]]


@pytest.fixture(scope="module")
def readings(reader: Reader, samples: list[Article]) -> list[Reading]:
    return list(reader.read_many(samples))


def test_an_article_gives_its_events(page: Reading) -> None:
    told = lines(page.events)
    assert "Meeting ama-boateng, yawa-agbeko" in told
    assert "Signing ama-boateng, yawa-agbeko" in told
    assert "Support ama-boateng > TGO" in told
    assert "Accusation BEN > TGO" in told


def test_nothing_is_read_out_of_the_page_around_an_article(page: Reading) -> None:
    start, end = PAGE.index("LOMÉ, May"), PAGE.index('"It was a long')
    for event in page.events:
        for evidence in event.evidence:
            assert start <= evidence.start < evidence.end <= end, evidence.exact
    strangers = {"FRA", "CHL", "RUS", "UKR", "CHN", "JPN"}
    named = {name for event in page.events for name in names(event.actors()).split(", ")}
    assert not named & strangers


def test_the_circumstances_of_the_talks_are_read(page: Reading) -> None:
    (meeting,) = (event for event in page.events if event.kind is EventClass.MEETING)
    assert meeting.date == "2020-05-19"
    assert meeting.place is not None
    assert meeting.place.label == "Lomé"
    (signing,) = (event for event in page.events if event.kind is EventClass.SIGNING)
    (treaty,) = signing.documents
    assert treaty.title.startswith("Treaty on Fishing")


def test_the_persons_speak_for_their_states(page: Reading) -> None:
    (meeting,) = (event for event in page.events if event.kind is EventClass.MEETING)
    sides = {actor.key: actor.represents and actor.represents.key for actor in meeting.actors()}
    assert sides == {"person/ama-boateng": "country/GHA", "person/yawa-agbeko": "country/TGO"}


def test_all_names_of_a_state_are_one_actor(read: Read) -> None:
    told = read(
        "Ankara accused Greece of spying. Turkey condemned Bulgaria. "
        "The Republic of Türkiye praised Albania."
    )
    assert {names(event.actors(Role.SOURCE)) for event in told} == {"TUR"}
    assert len(told) == 3


def test_two_reports_of_one_event_are_one_with_the_evidence_of_both(read: Read) -> None:
    (event,) = read("Denmark condemned Belarus on Monday. Copenhagen condemned Minsk on Monday.")
    assert [evidence.exact for evidence in event.evidence] == [
        "Denmark condemned Belarus on Monday.",
        "Copenhagen condemned Minsk on Monday.",
    ]


def test_evidence_is_the_text_at_its_offsets(readings: list[Reading]) -> None:
    for reading in readings:
        for event in reading.events:
            for evidence in event.evidence:
                text = reading.article.text[evidence.start : evidence.end]
                assert text == evidence.exact
                assert text.strip() == text


def test_evidence_behind_markup_is_the_text_as_it_is_kept(read: Read) -> None:
    text = "''Archive'' [[Denmark]] condemned [[Belarus|its old rival]] in '''Minsk'''. &copy; 2020"
    marked = "<p>[[Denmark]] &amp; Norway condemned [[Belarus]] on Monday.</p>"
    for kept in (text, marked):
        for event in read(kept):
            for evidence in event.evidence:
                assert kept[evidence.start : evidence.end] == evidence.exact
    assert lines(read(marked)) == ["Accusation DNK, NOR > BLR"]


def test_evidence_names_those_who_act_by_name(page: Reading) -> None:
    (thanks,) = (event for event in page.events if event.kind is EventClass.SUPPORT)
    assert thanks.evidence[0].exact == "Boateng thanked Togo for its hospitality."


def test_most_sample_articles_report_events(readings: list[Reading]) -> None:
    assert len(readings) >= 10
    assert sum(bool(reading.events) for reading in readings) >= 0.9 * len(readings)


def test_reading_again_and_in_another_order_gives_the_same(
    reader: Reader, samples: list[Article], readings: list[Reading]
) -> None:
    assert list(reader.read_many(samples)) == readings
    backwards = list(reader.read_many(reversed(samples)))
    assert backwards[::-1] == readings
    assert reader.read(samples[0]) == readings[0]


def test_readings_come_in_the_order_of_the_articles(reader: Reader) -> None:
    told = [article(f"Denmark condemned Belarus on Monday. {n}", f"n{n}") for n in range(70)]
    assert [r.article.id for r in reader.read_many(told)] == [a.id for a in told]


def test_no_articles_give_no_readings(reader: Reader) -> None:
    assert list(reader.read_many([])) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "12345 67890",
        "...!!!???",
        "a" * 100_000,
        "one two " * 12_000,
        "\x00\x01\x02 \x07 \x1b[0m \ufffd \u200b\u202e",
        "<html><body><br/><!-- nothing --></body></html>",
        "{{cite|x}} [[File:Map.png]] '''''",
        "[[[[{{{{<<<<&&&&((((",
        "Denmark",
        "Denmark condemned",
        "(Denmark) (Belarus)",
        "𝔇𝔢𝔫𝔪𝔞𝔯𝔨 condemned 🇧🇾.",
        "and and and, and; and: and",
        "The the The the, the two the two both sides of the the.",
        "A captain whose boat rammed a cutter was freed.",  # whose it is, is whose boat it is
        "Police seek the chief of a group whose members fight it, and a man whose aides do.",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_text_that_says_nothing_gives_no_events(text: str, read: Read) -> None:
    assert read(text) == ()


WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "Denmark Belarus Kari Lund president of the and , . ; ( ) [ ] met signed a treaty with two "
        "sides both ministers their counterpart in Oslo on Monday 's - — UN EU said that will not "
        "' \" & < > agreed to hold talks summit 2019",
    )
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(WORDS, max_size=40))
def test_any_jumble_of_words_is_read_without_an_error(read: Read, words: list[str]) -> None:
    text = " ".join(words)
    for event in read(text):
        for evidence in event.evidence:
            assert text[evidence.start : evidence.end] == evidence.exact


def test_control_characters_between_words_do_no_harm(read: Read) -> None:
    assert read("Denmark\x00condemned\x01Belarus\x02.\n\x0cDenmark condemned Belarus on Monday.")


@pytest.mark.parametrize("name", ["no_such_pipeline", "./no/such/folder", ""])
def test_a_pipeline_that_is_not_there_is_told(name: str) -> None:
    with pytest.raises(SettingError, match="pipeline"):
        Reader.open(name)


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(SettingError, match="parser"):
        Reader.open(str(tmp_path / "blank"))


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the development data is not beside the checkout")
def test_the_first_article_of_all_scores_eighty(reader: Reader, tmp_path: Path) -> None:
    path = str(SHARED / "seed.jsonl")
    readings = read_all(reader, (path,))
    printed = tmp_path / "read.trig"
    with printed.open("wb") as stream:
        write_readings(readings, Namer(), format_named("trig", READINGS), stream)
    command = [sys.executable, str(SHARED / "score.py"), path, str(printed)]
    told = subprocess.run(  # noqa: S603 - a script of the development data
        command, capture_output=True, text=True, check=True, env={**os.environ}
    )
    figures = {line.split()[0]: line.split()[1:] for line in told.stdout.splitlines()}
    relations, documents = (
        dict(zip(figures[key][::2], figures[key][1::2], strict=True))
        for key in ("relations", "produced")
    )
    assert float(relations["f1"]) >= 80, told.stdout
    assert float(documents["f1"]) > 0, told.stdout


def test_those_who_are_named_among_others_are_looked_for_once(reader: Reader) -> None:
    text = (
        "The two were the first to be arrested among 30 politicians, including 12 local lawmakers, "
        "who allegedly received money from a banker. Norway sanctioned Kenya."
    )
    assert [e.kind for e in reader.read(article(text)).events] == [EventClass.SANCTION]
