"""The domain's values are checked as they are made."""

import datetime
from collections.abc import Callable

import pytest

from graph.model import (
    Actor,
    ActorClass,
    Article,
    Document,
    DocumentClass,
    Event,
    EventClass,
    Evidence,
    Participation,
    Place,
    Role,
)
from graph.vocabulary import DGM

KENYA = Actor(kind=ActorClass.COUNTRY, key="country/KEN", label="Kenya")
NORWAY = Actor(kind=ActorClass.COUNTRY, key="country/NOR", label="Norway")
PARTS = (Participation(role=Role.PARTICIPANT, actor=KENYA),)
QUOTE = (Evidence(start=0, end=5, exact="Words"),)


def _event(
    *,
    parts: tuple[Participation, ...] = PARTS,
    quote: tuple[Evidence, ...] = QUOTE,
    date: str | None = None,
    confidence: float = 0.5,
) -> Event:
    return Event(
        kind=EventClass.MEETING,
        participations=parts,
        evidence=quote,
        date=date,
        confidence=confidence,
    )


def _document(title: str = "Plan", date: str | None = None) -> Document:
    return Document(kind=DocumentClass.PLAN, title=title, date=date)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: Article(id=" ", text="x"), "needs an id"),
        (lambda: Article(id="a", text="", published=datetime.datetime(2024, 1, 1)), "no hour"),
        (lambda: Actor(kind=ActorClass.PERSON, key="anna", label="Anna"), "has no kind"),
        (lambda: Actor(kind=ActorClass.PERSON, key="person/anna", label=""), "has no label"),
        (lambda: Place(key="oslo", label="Oslo"), "must start with place/"),
        (lambda: Place(key="place/oslo", label="Oslo", latitude=59.9), "half a position"),
        (lambda: Place(key="place/o", label="O", latitude=91, longitude=0), "latitude 91"),
        (lambda: Place(key="place/o", label="O", latitude=0, longitude=-181), "longitude -181"),
        (lambda: _document(title=" "), "needs a title"),
        (lambda: _document(date="May 2024"), "bad date"),
        (lambda: Evidence(start=-1, end=2, exact="abc"), "from -1"),
        (lambda: Evidence(start=4, end=4, exact=""), "from 4 to 4"),
        (lambda: Evidence(start=0, end=4, exact="abc"), "not as long"),
        (lambda: _event(parts=()), "without actors"),
        (lambda: _event(quote=()), "without evidence"),
        (lambda: _event(confidence=1.01), "not in 0 to 1"),
        (lambda: _event(confidence=-0.01), "not in 0 to 1"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(make: Callable[[], object], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        make()


@pytest.mark.parametrize("date", ["2024", "2024-02", "2024-02-29", "0001-01-01", None])
def test_dates_are_as_precise_as_they_are_known(date: str | None) -> None:
    assert _event(date=date).date == date


@pytest.mark.parametrize(
    "date",
    [
        "2023-02-29",
        "2024-13",
        "2024-00",
        "2024-1-1",
        "24",
        "20240101",
        "٢٠٢٤",
        "0000",
        "2024-01-01Z",
    ],
)
def test_days_that_are_in_no_calendar_are_refused(date: str) -> None:
    with pytest.raises(ValueError, match="bad date"):
        _event(date=date)


def test_every_class_role_and_status_of_the_model_is_a_term_of_the_vocabulary() -> None:
    for names in (EventClass, ActorClass, DocumentClass, Role):
        for name in names:
            assert str(DGM[name.value]).endswith(name.value)
    for kind in EventClass:
        assert str(DGM[kind.direct]).endswith(kind.direct)


def test_actors_are_found_by_role_and_by_the_role_above_it_each_once() -> None:
    event = _event(
        parts=(
            Participation(role=Role.CHAIR, actor=NORWAY),
            Participation(role=Role.PARTICIPANT, actor=KENYA),
            Participation(role=Role.HOST, actor=NORWAY),
        )
    )
    assert event.actors() == (NORWAY, KENYA)
    assert event.actors(Role.PARTICIPANT) == (NORWAY, KENYA)
    assert event.actors(Role.CHAIR) == (NORWAY,)
    assert event.actors(Role.SOURCE) == ()
