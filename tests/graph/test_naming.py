"""Addresses come from content alone."""

import re
from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Article, Document, DocumentClass, EventClass, Evidence, Participation, Role
from graph.naming import Namer, digest, exact_key, key, slug
from tests.world import sample_readings

NAMER = Namer()
READING = sample_readings()[0]
ARTICLE, OTHER = (Article(id=name, text="Words.") for name in ("one", "two"))
DATED = replace(READING.events[0], date="2024-05-02")


@given(st.text())
def test_a_slug_is_plain_and_stays_as_it_is(text: str) -> None:
    plain = slug(text)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", plain)
    assert slug(plain) == plain


@given(st.text(min_size=1))
def test_a_key_makes_an_address_of_any_name(name: str) -> None:
    for named in (key(name), exact_key(name)):
        assert ox.NamedNode(f"https://example.org/id/topic/{named}")
        assert re.fullmatch(r"[a-z0-9-]{1,80}", named) or not slug(name)


@given(st.text(), st.text())
def test_two_identifiers_never_share_a_key(one: str, other: str) -> None:
    assert (exact_key(one) == exact_key(other)) == (one == other)


@pytest.mark.parametrize("pair", [("Item-1", "item-1"), ("a b", "a-b"), ("é", "e"), ("a/b", "a-b")])
def test_identifiers_that_look_alike_are_told_apart(pair: tuple[str, str]) -> None:
    assert exact_key(pair[0]) != exact_key(pair[1])


def test_a_title_has_one_key_however_it_is_cased_and_spaced() -> None:
    assert key("Treaty of Lisbon") == key("TREATY  OF LISBON") == "treaty-of-lisbon"
    assert key("Élysée Treaty") == key("élysée treaty")
    assert key("Élysée Treaty") != key("Elysee Treaty")


def test_a_digest_knows_where_its_parts_end() -> None:
    assert digest("ab", "c") != digest("a", "bc")


def test_the_same_content_has_the_same_address() -> None:
    for reading, again in zip(sample_readings(), sample_readings(), strict=True):
        assert NAMER.article(reading.article) == NAMER.article(again.article)
        for event, same in zip(reading.events, again.events, strict=True):
            assert NAMER.event(event, reading.article) == NAMER.event(same, again.article)


def test_two_reports_of_one_dated_event_meet_in_one_node() -> None:
    shuffled = replace(DATED, participations=DATED.participations[::-1], confidence=0.1, place=None)
    assert NAMER.event(DATED, ARTICLE) == NAMER.event(shuffled, OTHER)


@pytest.mark.parametrize("date", [None, "2024", "2024-05"])
def test_two_reports_without_a_day_do_not_meet(date: str | None) -> None:
    event = replace(DATED, date=date)
    assert NAMER.event(event, ARTICLE) != NAMER.event(event, OTHER)
    assert NAMER.event(event, ARTICLE) == NAMER.event(event, ARTICLE)


def test_another_day_class_actor_or_side_is_another_event() -> None:
    first, *rest = DATED.participations
    turned = Participation(role=Role.TARGET, actor=first.actor)
    others = (
        replace(DATED, date="2024-05-03"),
        replace(DATED, kind=EventClass.FORCE),
        replace(DATED, participations=(first,)),
        replace(DATED, participations=(turned, *rest)),
    )
    assert len({NAMER.event(e, ARTICLE) for e in (DATED, *others)}) == 5


def test_a_document_with_a_name_is_one_in_the_world_and_a_statement_is_its_events() -> None:
    one, other = NAMER.event(DATED, ARTICLE), NAMER.event(replace(DATED, date=None), ARTICLE)
    named = Document(kind=DocumentClass.TREATY, title="Treaty of Lisbon", proper=True)
    nameless = Document(kind=DocumentClass.STATEMENT, title="joint statement")
    assert NAMER.document(named, one) == NAMER.document(named, other)
    assert NAMER.document(nameless, one) != NAMER.document(nameless, other)


def test_evidence_is_named_by_article_and_place_in_it() -> None:
    quote = Evidence(start=0, end=5, exact="Words")
    assert str(NAMER.evidence(quote, ARTICLE)).endswith("/evidence/one-0-5")
    assert NAMER.evidence(quote, ARTICLE) != NAMER.evidence(quote, OTHER)


def test_the_base_of_things_can_be_another() -> None:
    namer = Namer(base="https://news.example/id/")
    assert str(namer.article("a")) == "https://news.example/id/article/a"
    assert str(namer.event(DATED, ARTICLE)).startswith("https://news.example/id/event/")
