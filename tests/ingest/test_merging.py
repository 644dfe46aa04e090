"""Reports of one event within an article become one event, and those of two stay two."""

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import (
    Actor,
    ActorClass,
    Document,
    DocumentClass,
    Event,
    EventClass,
    Evidence,
    Participation,
    Place,
    Role,
    Status,
)
from ingest.merging import Dealing, merge

GHANA = Actor(kind=ActorClass.COUNTRY, key="country/GHA", label="Ghana", iso3="GHA")
TOGO = Actor(kind=ActorClass.COUNTRY, key="country/TGO", label="Togo", iso3="TGO")
BENIN = Actor(kind=ActorClass.COUNTRY, key="country/BEN", label="Benin", iso3="BEN")
AMA = Actor(kind=ActorClass.PERSON, key="person/ama", label="Ama", represents=GHANA)
KOFI = Actor(kind=ActorClass.PERSON, key="person/kofi", label="Kofi", represents=GHANA)
YAWA = Actor(kind=ActorClass.PERSON, key="person/yawa", label="Yawa", represents=TOGO)
MINISTRY = Actor(kind=ActorClass.BODY, key="body/ministry", label="Ministry", represents=GHANA)
ECOWAS = Actor(kind=ActorClass.ORGANIZATION, key="organisation/ecowas", label="ECOWAS")
SENA = Actor(kind=ActorClass.PERSON, key="person/sena", label="Sena", represents=ECOWAS)
LOME = Place(key="place/lome-tgo", label="Lomé", country=TOGO, latitude=6.1, longitude=1.2)
ACCRA = Place(key="place/accra-gha", label="Accra", country=GHANA, latitude=5.6, longitude=-0.2)
IN_TOGO = Place(key="place/togo-tgo", label="Togo", country=TOGO)
PACT = Document(kind=DocumentClass.AGREEMENT, title="fishing agreement")
FULL_PACT = Document(kind=DocumentClass.AGREEMENT, title="fishing agreement of the coast")
CHARTER = Document(kind=DocumentClass.TREATY, title="Charter of Rivers", proper=True)


def told(kind: EventClass, at: int, *actors: Actor, **more: Any) -> Event:
    """A report that stands at ``at``; the actors of a directed event are its source and targets."""
    first = Role.PARTICIPANT if kind.symmetric else Role.SOURCE
    rest = Role.PARTICIPANT if kind.symmetric else Role.TARGET
    parts = [Participation(role=rest if i else first, actor=a) for i, a in enumerate(actors)]
    values: dict[str, Any] = {"confidence": 0.8, **more}
    return Event(
        kind=kind,
        participations=tuple(parts),
        evidence=(Evidence(start=at, end=at + 3, exact="abc"),),
        **values,
    )


MEETING, CONVENING, ACCUSATION = EventClass.MEETING, EventClass.CONVENING, EventClass.ACCUSATION
VISIT, SIGNING, SANCTION = EventClass.VISIT, EventClass.SIGNING, EventClass.SANCTION

AGREEMENT = EventClass.AGREEMENT


def promised(at: int, source: Actor, target: Actor) -> Event:
    """An agreement that one side gives to the other."""
    parts = ((Role.SOURCE, source), (Role.TARGET, target))
    return dataclasses.replace(
        told(AGREEMENT, at, source, target),
        participations=tuple(Participation(role=role, actor=actor) for role, actor in parts),
    )


ONE = [
    ("the same twice", told(MEETING, 0, GHANA, TOGO), told(MEETING, 9, GHANA, TOGO)),
    ("in the other order", told(MEETING, 0, GHANA, TOGO), told(MEETING, 9, TOGO, GHANA)),
    ("states and their persons", told(MEETING, 0, GHANA, TOGO), told(MEETING, 9, AMA, YAWA)),
    ("a date in one", told(MEETING, 0, AMA, YAWA, date="2020-05-19"), told(MEETING, 9, AMA, YAWA)),
    (
        "a rougher date",
        told(MEETING, 0, AMA, YAWA, date="2020-05-19"),
        told(MEETING, 9, AMA, YAWA, date="2020-05"),
    ),
    ("a place in one", told(MEETING, 0, AMA, YAWA, place=LOME), told(MEETING, 9, AMA, YAWA)),
    (
        "a rougher place",
        told(VISIT, 0, AMA, TOGO, place=LOME),
        told(VISIT, 9, AMA, TOGO, place=IN_TOGO),
    ),
    (
        "planned, then happened",
        told(VISIT, 0, AMA, TOGO, status=Status.PLANNED),
        told(VISIT, 9, AMA, TOGO),
    ),
    ("a meeting and its session", told(MEETING, 0, GHANA, TOGO), told(CONVENING, 9, GHANA, TOGO)),
    (
        "one document under two titles",
        told(SIGNING, 0, GHANA, TOGO, documents=(PACT,)),
        told(SIGNING, 9, GHANA, TOGO, documents=(FULL_PACT,)),
    ),
    (
        "an agreement of two, and the promise of one of them",
        told(AGREEMENT, 0, AMA, YAWA),
        promised(9, GHANA, TOGO),
    ),
    ("one accusation twice", told(ACCUSATION, 0, GHANA, TOGO), told(ACCUSATION, 9, GHANA, TOGO)),
]
TWO = [
    ("other classes", told(MEETING, 0, GHANA, TOGO), told(ACCUSATION, 9, GHANA, TOGO)),
    ("other actors", told(MEETING, 0, GHANA, TOGO), told(MEETING, 9, GHANA, BENIN)),
    ("other persons", told(MEETING, 0, AMA, YAWA), told(MEETING, 9, KOFI, YAWA)),
    (
        "other days",
        told(MEETING, 0, AMA, YAWA, date="2020-05-19"),
        told(MEETING, 9, AMA, YAWA, date="2020-05-20"),
    ),
    (
        "other towns",
        told(MEETING, 0, AMA, YAWA, place=LOME),
        told(MEETING, 9, AMA, YAWA, place=ACCRA),
    ),
    ("other direction", told(ACCUSATION, 0, GHANA, TOGO), told(ACCUSATION, 9, TOGO, GHANA)),
    (
        "one called off",
        told(SANCTION, 0, GHANA, TOGO),
        told(SANCTION, 9, GHANA, TOGO, status=Status.CALLED_OFF),
    ),
    (
        "other documents",
        told(SIGNING, 0, GHANA, TOGO, documents=(PACT,)),
        told(SIGNING, 9, GHANA, TOGO, documents=(CHARTER,)),
    ),
    (
        "talks with the head of a house at its session",
        told(CONVENING, 0, ECOWAS, AMA, title="ECOWAS Summit"),
        told(MEETING, 9, AMA, SENA),
    ),
    (
        "talks of two, and those to come with a third",
        told(MEETING, 0, AMA, YAWA),
        told(MEETING, 9, GHANA, TOGO, BENIN, status=Status.PLANNED),
    ),
    (
        "what two agreed, and what one of them promised a third",
        told(AGREEMENT, 0, GHANA, TOGO),
        promised(9, GHANA, BENIN),
    ),
    (
        "other sessions",
        told(CONVENING, 0, GHANA, TOGO, title="Volta River Forum"),
        told(CONVENING, 9, GHANA, TOGO, title="Coastal Trade Round"),
    ),
]


@pytest.mark.parametrize(("case", "one", "other"), ONE, ids=lambda v: v if type(v) is str else "")
def test_two_reports_of_one_event_are_joined(case: str, one: Event, other: Event) -> None:
    (joined,) = merge([one, other])
    assert joined.evidence == (*one.evidence, *other.evidence)


@pytest.mark.parametrize(("case", "one", "other"), TWO, ids=lambda v: v if type(v) is str else "")
def test_reports_of_two_events_stay_two(case: str, one: Event, other: Event) -> None:
    assert merge([one, other]) == (one, other)


@pytest.mark.parametrize(("case", "one", "other"), ONE, ids=lambda v: v if type(v) is str else "")
def test_joining_does_not_depend_on_the_order(case: str, one: Event, other: Event) -> None:
    assert merge([one, other]) == merge([other, one])


def test_persons_stand_in_place_of_their_states() -> None:
    (joined,) = merge([told(MEETING, 0, GHANA, TOGO), told(MEETING, 9, AMA, YAWA)])
    assert set(joined.actors()) == {AMA, YAWA}


def test_persons_stand_in_place_of_their_ministry_where_they_expel() -> None:
    downgrade = EventClass.RELATIONS_DOWNGRADE
    joined = merge([told(downgrade, 0, MINISTRY, TOGO), told(downgrade, 9, AMA, TOGO)])
    assert [set(event.actors()) for event in joined] == [{AMA, TOGO}]


def test_an_envoy_put_out_by_name_is_told_besides_the_break_of_relations() -> None:
    downgrade = EventClass.RELATIONS_DOWNGRADE
    broken, again = told(downgrade, 0, TOGO, GHANA), told(downgrade, 9, TOGO, GHANA)
    envoy = told(downgrade, 18, TOGO, AMA)
    assert len(merge([broken, again, envoy])) == 1
    ties, other = Dealing.TIES, Dealing.OTHER
    assert merge([broken, again, envoy], [ties, ties, other])[1:] == (envoy,)
    assert merge([envoy, again, broken], [other, other, ties])[1:] == (envoy,)


def test_a_recall_is_told_besides_an_expulsion() -> None:
    downgrade = EventClass.RELATIONS_DOWNGRADE
    put_out, called_home = told(downgrade, 0, TOGO, AMA), told(downgrade, 9, TOGO, GHANA)
    assert len(merge([put_out, called_home], [Dealing.OTHER, Dealing.RECALL])) == 2
    assert len(merge([called_home, called_home], [Dealing.RECALL, Dealing.RECALL])) == 1


def test_all_actors_of_the_reports_take_part() -> None:
    (joined,) = merge([told(MEETING, 0, AMA, YAWA, BENIN), told(MEETING, 9, AMA, YAWA)])
    assert set(joined.actors()) == {AMA, YAWA, BENIN}


def test_the_most_precise_date_and_place_are_kept() -> None:
    (joined,) = merge(
        [
            told(VISIT, 0, AMA, TOGO, date="2020-05", place=IN_TOGO),
            told(VISIT, 9, AMA, TOGO, date="2020-05-19", place=LOME),
        ]
    )
    assert (joined.date, joined.place) == ("2020-05-19", LOME)


def test_what_happened_wins_over_what_was_planned() -> None:
    planned = told(VISIT, 0, AMA, TOGO, status=Status.PLANNED)
    (joined,) = merge([planned, told(VISIT, 9, AMA, TOGO)])
    assert joined.status is Status.HAPPENED


def test_the_fullest_title_of_a_document_is_kept() -> None:
    (joined,) = merge(
        [
            told(SIGNING, 0, GHANA, TOGO, documents=(PACT,)),
            told(SIGNING, 9, GHANA, TOGO, documents=(FULL_PACT,)),
        ]
    )
    assert joined.documents == (FULL_PACT,)


def test_a_pact_is_the_agreement_that_is_told_more_fully() -> None:
    bare, full = (
        Document(kind=DocumentClass.AGREEMENT, title=title)
        for title in ("trade agreement", "free trade pact")
    )
    (joined,) = merge(
        [
            told(SIGNING, 0, GHANA, TOGO, documents=(bare,)),
            told(SIGNING, 9, GHANA, TOGO, documents=(bare, full)),
        ]
    )
    assert joined.documents == (full,)


def test_a_meeting_told_as_a_session_as_well_is_the_session() -> None:
    session = told(CONVENING, 9, GHANA, TOGO, title="Volta Forum")
    (joined,) = merge([told(MEETING, 0, GHANA, TOGO), session])
    assert (joined.kind, joined.title) == (CONVENING, "Volta Forum")


def test_two_reports_are_surer_than_one() -> None:
    one = told(MEETING, 0, GHANA, TOGO)
    (joined,) = merge([one, told(MEETING, 9, GHANA, TOGO)])
    assert one.confidence < joined.confidence <= 1


def test_those_on_whose_word_it_is_are_all_kept() -> None:
    (joined,) = merge(
        [
            told(MEETING, 0, GHANA, TOGO, according_to=(AMA,)),
            told(MEETING, 9, GHANA, TOGO, according_to=(BENIN,)),
        ]
    )
    assert set(joined.according_to) == {AMA, BENIN}


def test_events_stand_in_the_order_of_the_text() -> None:
    late, early = told(MEETING, 50, GHANA, TOGO), told(ACCUSATION, 5, GHANA, TOGO)
    assert merge([late, early]) == (early, late)


def test_nothing_is_nothing() -> None:
    assert merge([]) == ()


EVENTS = st.lists(
    st.builds(
        lambda kind, actors, date, at: dataclasses.replace(told(kind, at, *actors), date=date),
        st.sampled_from([MEETING, ACCUSATION, VISIT]),
        st.lists(
            st.sampled_from([GHANA, TOGO, BENIN, AMA, YAWA]), min_size=2, max_size=3, unique=True
        ),
        st.sampled_from([None, "2020", "2020-05-19"]),
        st.integers(0, 500),
    ),
    max_size=8,
)


@given(EVENTS)
def test_no_report_and_no_evidence_is_lost(events: list[Event]) -> None:
    merged = merge(events)
    assert len(merged) <= len(events)
    assert {e for m in merged for e in m.evidence} == {e for m in events for e in m.evidence}
    assert {m.kind for m in merged} == {m.kind for m in events}
