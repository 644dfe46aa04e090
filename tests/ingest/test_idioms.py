"""Idioms under plain words, in every form of their verb."""

import pytest

from ingest.idioms import load_idioms
from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("idiom", "plain"),
    [
        ("paid tribute to", "praised"),
        ("pays warm tribute to", "praises"),
        ("has been paying tribute to", "praising"),
        ("throwing its weight behind", "supporting"),
        ("came under fire from", "was criticised by"),
        ("had come under sharp criticism from", "been criticised by"),
        ("joined forces with", "cooperated with"),
        ("an arms embargo", "embargo"),
        ("claims were devoid of truth", "were untrue"),
        ("charges have no basis in fact", "are untrue"),
        ("do not see eye to eye", "agree"),
    ],
)
def test_an_idiom_is_found_in_all_its_forms(idiom: str, plain: str) -> None:
    words = idiom.split()
    found = [load_idioms().match(words, at, ()) for at in range(len(words))]
    assert (len(words), tuple(plain.split())) in found


def test_no_idiom_reaches_over_an_actor() -> None:
    words = "paid Kenya tribute to".lower().split()
    assert load_idioms().match(words, 0, {1}) == (4, ("praised",))  # the free word may be one
    assert load_idioms().match(words, 0, {2}) is None
    assert load_idioms().match(["paid", "a", "bill", "to"], 0, ()) is None


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Kenya has come under fire from Norway.", ["Accusation NOR > KEN"]),
        ("Norway opened fire on Kenyan troops.", ["Force NOR > KEN"]),
        ("Norway will throw its weight behind Kenya.", ["planned Support NOR > KEN"]),
        ("Norway paid Kenya a bill.", []),
    ],
)
def test_what_an_idiom_reports_is_read(read: Read, sentence: str, events: list[str]) -> None:
    assert lines(read(sentence)) == events


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Norway took Kenya to task over its elections.", ["Accusation NOR > KEN"]),
        ("Norway put the government of Kenya on notice that aid could stop.", ["Threat NOR > KEN"]),
        ("Norway took Kenya into the talks, and put its delegates to task.", []),
        ("Norway gave Kenya's candidate its blessing.", ["Support NOR > KEN"]),
    ],
)
def test_an_idiom_may_close_behind_its_object(read: Read, sentence: str, events: list[str]) -> None:
    assert lines(read(sentence)) == events


def test_the_object_of_an_idiom_ends_with_its_clause() -> None:
    words = ["took", "kenya", ",", "and", "put", "it", "to", "task"]
    assert load_idioms().match(words, 0, {1}) is None
    words = ["took", "kenya", "to", "task"]
    assert load_idioms().match(words, 0, {1}) == (1, ("criticised",))
    assert load_idioms().closing(words, 0, {1}) == (2, 4)
