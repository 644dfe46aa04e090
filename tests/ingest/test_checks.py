"""Which candidates are events: whole ones, between identifiable international actors."""

import pytest

from graph.model import Actor, ActorClass, Document, DocumentClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import confidence, documents_of, event, known, side, sound
from ingest.documents import DocumentMention

GHANA = Actor(kind=ActorClass.COUNTRY, key="country/GHA", label="Ghana", iso3="GHA")
TOGO = Actor(kind=ActorClass.COUNTRY, key="country/TGO", label="Togo", iso3="TGO")
UNION = Actor(kind=ActorClass.ORGANIZATION, key="organisation/african-union", label="African Union")
NAVY = Actor(kind=ActorClass.BODY, key="body/gha-navy", label="Ghana Navy", represents=GHANA)
AMA = Actor(kind=ActorClass.PERSON, key="person/ama", label="Ama", represents=GHANA)
YAWA = Actor(kind=ActorClass.PERSON, key="person/yawa", label="Yawa", represents=TOGO)
ADMIRAL = Actor(kind=ActorClass.PERSON, key="person/admiral", label="Kojo", represents=NAVY)
BAKER = Actor(kind=ActorClass.PERSON, key="person/baker", label="Efua")
TITLED = Actor(kind=ActorClass.PERSON, key="person/kwame", label="Kwame", offices=("envoy",))
PACT = Document(kind=DocumentClass.AGREEMENT, title="fishing agreement")
TREATY = Document(kind=DocumentClass.TREATY, title="Treaty of Lomé", proper=True)
PARTICIPANT, SOURCE, TARGET = Role.PARTICIPANT, Role.SOURCE, Role.TARGET


def candidate(kind: EventClass, *roles: tuple[Role, Actor], **more: object) -> Candidate:
    made = Candidate(kind=kind, trigger=0, start=0, end=5)
    for role, actor in roles:
        made.add(role, (actor,), 1.0)
    for name, value in more.items():
        setattr(made, name, value)
    return made


def test_who_is_dropped_leaves_the_roles_that_are_named_and_no_empty_ones() -> None:
    made = candidate(EventClass.ACCUSATION, (SOURCE, GHANA), (TARGET, TOGO), (TARGET, UNION))
    made.drop([GHANA, TOGO], TARGET)
    assert (made.of(SOURCE), made.of(TARGET)) == ([GHANA], [UNION])
    made.drop([UNION])
    assert list(made.roles) == [SOURCE]


SOUND = [
    candidate(EventClass.MEETING, (PARTICIPANT, GHANA), (PARTICIPANT, TOGO)),
    candidate(EventClass.MEETING, (PARTICIPANT, AMA), (PARTICIPANT, YAWA)),
    candidate(EventClass.MEETING, (PARTICIPANT, GHANA), (PARTICIPANT, UNION)),
    candidate(EventClass.CONVENING, (PARTICIPANT, UNION)),
    candidate(EventClass.VISIT, (Role.VISITOR, AMA), (TARGET, TOGO)),
    candidate(EventClass.MEDIATION, (SOURCE, UNION), (PARTICIPANT, GHANA), (PARTICIPANT, TOGO)),
    candidate(
        EventClass.SIGNING, (Role.SIGNATORY, GHANA), (Role.SIGNATORY, TOGO), documents=[PACT]
    ),
    candidate(EventClass.SIGNING, (Role.SIGNATORY, GHANA), documents=[TREATY]),
    candidate(EventClass.ACCUSATION, (SOURCE, GHANA), (TARGET, TOGO)),
    candidate(EventClass.ACCUSATION, (SOURCE, AMA), (TARGET, YAWA)),
    candidate(EventClass.FORCE, (SOURCE, NAVY), (TARGET, TOGO)),
    candidate(EventClass.RELATIONS_UPGRADE, (SOURCE, GHANA), (TARGET, TOGO)),
    candidate(EventClass.RELATIONS_UPGRADE, (SOURCE, GHANA), (SOURCE, TOGO)),
]
UNSOUND = [
    candidate(EventClass.MEETING),
    candidate(EventClass.MEETING, (PARTICIPANT, GHANA)),
    candidate(EventClass.MEETING, (PARTICIPANT, AMA), (PARTICIPANT, GHANA)),
    candidate(EventClass.MEETING, (PARTICIPANT, BAKER)),
    candidate(EventClass.CONVENING, (PARTICIPANT, GHANA)),
    candidate(EventClass.VISIT, (Role.VISITOR, AMA)),
    candidate(EventClass.VISIT, (TARGET, TOGO)),
    candidate(EventClass.VISIT, (Role.VISITOR, AMA), (TARGET, GHANA)),
    candidate(EventClass.VISIT, (Role.VISITOR, BAKER), (TARGET, GHANA)),
    candidate(EventClass.MEDIATION, (PARTICIPANT, GHANA), (PARTICIPANT, TOGO)),
    candidate(EventClass.MEDIATION, (SOURCE, UNION)),
    candidate(EventClass.SIGNING, (Role.SIGNATORY, GHANA), (Role.SIGNATORY, TOGO)),
    candidate(EventClass.SIGNING, (Role.SIGNATORY, GHANA), documents=[PACT]),
    candidate(EventClass.ACCUSATION, (SOURCE, GHANA)),
    candidate(EventClass.ACCUSATION, (TARGET, GHANA)),
    candidate(EventClass.ACCUSATION, (SOURCE, AMA), (TARGET, GHANA)),
    candidate(EventClass.ACCUSATION, (SOURCE, BAKER), (TARGET, GHANA)),
    candidate(EventClass.FORCE, (SOURCE, AMA), (TARGET, TOGO)),
    candidate(EventClass.RELATIONS_UPGRADE, (SOURCE, GHANA)),
]


def outline(made: Candidate) -> str:
    held = [f"{r} {a.label}" for r, actors in made.roles.items() for a in actors]
    return f"{made.kind} {', '.join(held)} {' '.join(d.title for d in made.documents)}"


@pytest.mark.parametrize("made", SOUND, ids=outline)
def test_an_event_between_known_sides_is_sound(made: Candidate) -> None:
    assert sound(made)


@pytest.mark.parametrize("made", UNSOUND, ids=outline)
def test_what_lacks_a_side_is_no_event(made: Candidate) -> None:
    assert not sound(made)


def test_relations_resumed_by_two_have_both_as_participants() -> None:
    made = candidate(EventClass.RELATIONS_UPGRADE, (SOURCE, GHANA), (SOURCE, TOGO))
    assert sound(made)
    assert made.of(PARTICIPANT) == [GHANA, TOGO]
    assert made.of(SOURCE) == []
    assert sound(made)  # nor does it matter how often it is asked


def test_relations_that_three_break_off_are_with_another() -> None:
    kenya = Actor(kind=ActorClass.COUNTRY, key="country/KEN", label="Kenya")
    three = ((SOURCE, GHANA), (SOURCE, TOGO), (SOURCE, kenya))
    assert not sound(candidate(EventClass.RELATIONS_DOWNGRADE, *three))


def test_the_side_of_an_actor_is_at_the_top() -> None:
    assert {side(actor) for actor in (ADMIRAL, NAVY, AMA, GHANA)} == {"country/GHA"}


def test_a_person_is_known_by_a_state_or_an_office() -> None:
    assert known(AMA)
    assert known(TITLED)
    assert known(UNION)
    assert not known(BAKER)


def test_nobody_stands_twice_in_a_candidate() -> None:
    made = candidate(EventClass.VISIT, (Role.VISITOR, AMA), (TARGET, TOGO), (TARGET, AMA))
    assert made.everybody() == [AMA, TOGO]


def test_a_state_beside_its_person_in_one_role_is_left_out() -> None:
    made = candidate(
        EventClass.MEETING, (PARTICIPANT, AMA), (PARTICIPANT, GHANA), (PARTICIPANT, YAWA)
    )
    assert set(event(made, "abcde").actors()) == {AMA, YAWA}


def test_a_body_beside_the_person_who_led_its_people_in_talks_is_left_out() -> None:
    there = (PARTICIPANT, AMA), (PARTICIPANT, NAVY), (PARTICIPANT, YAWA)
    assert set(event(candidate(EventClass.CONVENING, *there), "abcde").actors()) == {AMA, YAWA}
    signed = candidate(EventClass.SIGNING, *there)
    assert set(event(signed, "abcde").actors()) == {AMA, NAVY, YAWA}


def test_the_visited_state_stays_beside_a_visitor_of_another() -> None:
    made = candidate(EventClass.VISIT, (Role.VISITOR, AMA), (TARGET, TOGO))
    assert event(made, "abcde").actors(TARGET) == (TOGO,)


def test_the_evidence_is_the_text_at_its_offsets() -> None:
    text = "Once Ghana met Togo in peace."
    made = candidate(EventClass.MEETING, (PARTICIPANT, GHANA), (PARTICIPANT, TOGO), start=5, end=19)
    (evidence,) = event(made, text).evidence
    assert (evidence.start, evidence.end, evidence.exact) == (5, 19, "Ghana met Togo")


def test_an_event_is_as_sure_as_its_least_sure_actor() -> None:
    made = candidate(EventClass.MEETING, (PARTICIPANT, GHANA))
    made.add(PARTICIPANT, (TOGO,), 0.5)
    sure = candidate(EventClass.MEETING, (PARTICIPANT, GHANA), (PARTICIPANT, TOGO))
    assert confidence(made) == pytest.approx(confidence(sure) / 2)
    assert 0 < confidence(made) < confidence(sure) < 1


def test_no_actor_vouches_for_an_event_of_its_own() -> None:
    made = candidate(EventClass.ACCUSATION, (SOURCE, GHANA), (TARGET, TOGO))
    made.according_to = (GHANA, UNION)
    assert event(made, "abcde").according_to == (UNION,)


def test_an_event_keeps_what_was_read_of_it() -> None:
    made = candidate(
        EventClass.CONVENING,
        (PARTICIPANT, UNION),
        status=Status.PLANNED,
        date="2020-05",
        title="Volta Forum",
        topics=["fish", "fish", "rice"],
    )
    told = event(made, "abcde")
    assert (told.status, told.date, told.title) == (Status.PLANNED, "2020-05", "Volta Forum")
    assert told.topics == ("fish", "rice")


def test_a_document_that_is_named_twice_is_one() -> None:
    first, second = (
        DocumentMention(start=0, end=2, title=title, kind=DocumentClass.AGREEMENT, proper=False)
        for title in ("fishing agreement,", "Fishing Agreement")
    )
    (document,) = documents_of([first, second], "2020-05-19")
    assert (document.title, document.date) == ("fishing agreement", "2020-05-19")
    assert documents_of([], None) == []
