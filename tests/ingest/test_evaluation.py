"""Readings are counted against annotation as docs/evaluation.md says."""

import re
from dataclasses import replace

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
    Reading,
    Role,
    Status,
)
from ingest.evaluation import Evaluation, evaluate
from ingest.gazetteer import load_gazetteer
from ingest.gold import Annotated
from ingest.matching import match_links, match_titles, pair_events
from ingest.scoresheet import headline, miss_lines, scoresheet
from ingest.tellings import Party, Telling, distinct, links, names, overlap

NORWAY = Party(names=names(["Norway", "NOR"]), country=True, code="NOR")
KENYA = Party(names=names(["Kenya", "KEN"]), country=True, code="KEN")
LIND = Party(names=names(["Ada Lind"]), side=NORWAY)
MOI = Party(names=names(["Daniel arap Moi"]), side=KENYA)
UNION = Party(names=names(["African Union", "AU"]))


def told(kind: EventClass, **more: object) -> Telling:
    return replace(Telling(kind=kind, status=Status.HAPPENED), **more)  # type: ignore[arg-type] # the fields are named by the caller


def actor(key: str, label: str, of: Actor | None = None) -> Actor:
    if key.startswith("country/"):
        return Actor(kind=ActorClass.COUNTRY, key=key, label=label, iso3=key[-3:])
    return Actor(kind=ActorClass.PERSON, key=key, label=label, represents=of)


NOR = actor("country/NOR", "Norway")
KEN = actor("country/KEN", "Kenya")
ADA = actor("person/ada-lind", "Ada Lind", NOR)


def read(
    kind: EventClass, *parts: tuple[Role, Actor], confidence: float = 0.9, **more: object
) -> Event:
    event = Event(
        kind=kind,
        participations=tuple(Participation(role=role, actor=who) for role, who in parts),
        evidence=(Evidence(start=0, end=4, exact="text"),),
        confidence=confidence,
    )
    return replace(event, **more)  # type: ignore[arg-type] # the fields are named by the caller


def reading(*events: Event, name: str = "a") -> Reading:
    return Reading(article=Article(id=name, text="text"), events=events)


def scored(wanted: tuple[Telling, ...], *events: Event, least: float = 0.0) -> Evaluation:
    gold = {"a": Annotated(id="a", genre="wire", events=wanted)}
    return evaluate(gold, [reading(*events)], least)


VISIT = told(EventClass.VISIT, sources=(LIND,), targets=(KENYA,), country="KEN")


# ── Who is who ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Lind", "ada  lind", True),
        ("Ada Lind", "Lind", True),
        ("Ada Lind", "Ada", True),
        ("Ada Maria Lind", "Maria", False),
        ("Süleyman Soylu", "Suleyman Soylu", True),
        ("Ada Lind", "Berit Lind", False),
        ("Defence Ministry", "Ministry", True),
    ],
)
def test_persons_are_the_same_by_name(one: str, other: str, same: bool) -> None:
    a, b = Party(names=names([one])), Party(names=names([other]))
    assert a.same(b) is same
    assert b.same(a) is same


def test_countries_are_the_same_by_code_and_never_persons() -> None:
    assert NORWAY.same(Party(names=names(["Noreg"]), country=True, code="NOR"))
    assert not NORWAY.same(KENYA)
    assert not NORWAY.same(Party(names=names(["Norway"])))


# ── Links ─────────────────────────────────────────────────────────────────────────────────────────


def test_parties_that_stand_alike_are_linked_pairwise() -> None:
    made = links(told(EventClass.MEETING, others=(LIND, MOI, UNION)))
    assert len(made) == 3
    assert all(link.either_way for link in made)


def test_a_mediator_is_linked_with_each_party_in_one_direction() -> None:
    made = links(told(EventClass.MEDIATION, sources=(UNION,), others=(NORWAY, KENYA)))
    directed = [(link.one, link.other) for link in made if not link.either_way]
    assert directed == [(UNION, NORWAY), (UNION, KENYA)]
    assert [link.one for link in made if link.either_way] == [NORWAY]


def test_lifted_links_join_the_sides_and_drop_what_falls_together() -> None:
    event = told(EventClass.MEETING, others=(LIND, NORWAY, MOI))
    made = links(event, lifted=True)
    assert [(link.one.label, link.other.label) for link in made] == [("NOR", "KEN")]


def test_a_link_told_twice_counts_once_in_its_class() -> None:
    accuse = told(EventClass.ACCUSATION, sources=(LIND,), targets=(KENYA,))
    reject = told(EventClass.REJECTION, sources=(LIND,), targets=(KENYA,))
    assert len(distinct([*links(accuse), *links(accuse), *links(reject)])) == 2


def test_direction_matters_unless_the_parties_stand_alike() -> None:
    forth, back = ((NORWAY, KENYA), (KENYA, NORWAY))
    for kind, found in ((EventClass.ACCUSATION, 0), (EventClass.RELATIONS_UPGRADE, 1)):
        wanted = links(told(kind, sources=forth[:1], targets=forth[1:]))
        turned = links(told(kind, sources=back[:1], targets=back[1:]))
        assert len(match_links(wanted, turned).found) == found


def test_classes_that_tell_one_thing_count_for_each_other() -> None:
    wanted = links(told(EventClass.SIGNING, others=(NORWAY, KENYA)))
    near = links(told(EventClass.AGREEMENT, others=(KENYA, NORWAY)))
    far = links(told(EventClass.COOPERATION, others=(KENYA, NORWAY)))
    assert len(match_links(wanted, near).found) == 1
    assert match_links(wanted, far).extra == tuple(far)


# ── Events and titles ─────────────────────────────────────────────────────────────────────────────


def test_half_of_the_parties_make_an_event_and_a_side_stands_for_its_person() -> None:
    wanted = told(EventClass.MEETING, others=(LIND, MOI))
    sides = told(EventClass.MEETING, others=(NORWAY, KENYA))
    assert overlap(wanted, sides) == 1.0
    assert pair_events([wanted], [told(EventClass.MEETING, others=(LIND,))]) == [(0, 0)]
    assert pair_events([wanted], [told(EventClass.MEETING, others=(UNION,))]) == []
    assert pair_events([wanted], [told(EventClass.FORCE, others=(LIND, MOI))]) == []


def test_the_same_class_is_paired_before_a_near_one() -> None:
    wanted = [told(EventClass.VISIT, sources=(LIND,), targets=(KENYA,))]
    several = [replace(wanted[0], kind=EventClass.MEETING), wanted[0]]
    assert pair_events(wanted, several) == [(0, 1)]


def test_titles_match_by_their_words() -> None:
    title = "Memorandum of Understanding on Forest Research"
    assert match_titles([title], ["the memorandum of understanding on research"]) == 1
    assert match_titles([title], ["Memorandum"]) == 0
    assert match_titles([title, title], [title]) == 1


# ── All together ──────────────────────────────────────────────────────────────────────────────────


def test_what_is_read_right_counts_everywhere() -> None:
    place = Place(key="place/nairobi-ken", label="Nairobi", country=KEN)
    event = read(
        EventClass.VISIT,
        (Role.VISITOR, ADA),
        (Role.TARGET, KEN),
        date="2024-05-07",
        place=place,
    )
    out = scored((replace(VISIT, date="2024-05"),), event)
    for tally in (out.relations, out.dyads, out.events, out.events_of[EventClass.VISIT]):
        assert (tally.precision, tally.recall, tally.f1) == (100.0, 100.0, 100.0)
    assert (out.date.percent, out.place.percent, out.status.percent) == (100.0, 100.0, 100.0)
    assert out.misses == []


def test_a_wrong_date_place_and_status_are_seen() -> None:
    event = read(
        EventClass.VISIT,
        (Role.VISITOR, ADA),
        (Role.TARGET, KEN),
        date="2024",
        status=Status.PLANNED,
    )
    out = scored((replace(VISIT, date="2024-05", place="Nairobi"),), event)
    assert (out.date.percent, out.place.percent, out.status.percent) == (0.0, 0.0, 0.0)
    assert (out.date.of, out.place.of, out.status.of) == (1, 1, 1)


@pytest.mark.parametrize(
    ("wanted", "share"), [("Leningrad", 100.0), ("St. Petersburg", 100.0), ("Moscow", 0.0)]
)
def test_a_place_counts_by_any_of_its_names(wanted: str, share: float) -> None:
    place = load_gazetteer().find("Saint Petersburg")
    event = read(EventClass.VISIT, (Role.VISITOR, ADA), (Role.TARGET, KEN), place=place)
    out = scored((replace(VISIT, date=None, place=wanted),), event)
    assert out.place.percent == share


def test_what_is_missed_and_what_is_too_much_is_listed() -> None:
    out = scored((VISIT,), read(EventClass.FORCE, (Role.SOURCE, NOR), (Role.TARGET, KEN)))
    assert [(miss.wanted, miss.link.kind) for miss in out.misses] == [
        (True, EventClass.VISIT),
        (False, EventClass.FORCE),
    ]
    assert out.confusion == {(EventClass.VISIT, EventClass.FORCE): 1}
    assert [line.split("  ")[1] for line in miss_lines(out.misses)] == ["missed", "extra"]
    assert "ada lind → Visit → KEN" in next(miss_lines(out.misses))


def test_events_below_the_confidence_are_left_out() -> None:
    event = read(EventClass.VISIT, (Role.VISITOR, ADA), (Role.TARGET, KEN), confidence=0.6)
    assert scored((VISIT,), event, least=0.6).events.read == 1
    assert scored((VISIT,), event, least=0.61).events.read == 0


def test_a_near_class_is_right_for_both_classes_and_shown_as_confusion() -> None:
    event = read(EventClass.MEETING, (Role.PARTICIPANT, ADA), (Role.PARTICIPANT, KEN))
    out = scored((VISIT,), event)
    assert out.events_of[EventClass.VISIT].recall == 100.0
    assert out.events_of[EventClass.MEETING].precision == 100.0
    assert out.confusion[EventClass.VISIT, EventClass.MEETING] == 1


def test_events_of_traps_are_counted() -> None:
    out = scored((), read(EventClass.FORCE, (Role.SOURCE, NOR), (Role.TARGET, KEN)))
    assert (out.traps, out.trapped) == (1, 1)
    assert out.events.precision == 0.0


def test_one_event_told_twice_is_one_with_the_documents_of_both() -> None:
    parts = ((Role.SIGNATORY, NOR), (Role.SIGNATORY, KEN))
    one, two = (
        read(
            EventClass.SIGNING,
            *parts,
            documents=(Document(kind=DocumentClass.TREATY, title=title),),
        )
        for title in ("fisheries treaty", "border treaty")
    )
    wanted = told(
        EventClass.SIGNING, others=(NORWAY, KENYA), documents=("border treaty", "fisheries treaty")
    )
    out = scored((wanted,), one, two)
    assert (out.events.read, out.documents.right, out.documents.read) == (1, 2, 2)


def test_confidence_is_compared_with_the_share_right() -> None:
    right = read(EventClass.VISIT, (Role.VISITOR, ADA), (Role.TARGET, KEN), confidence=0.75)
    wrong = read(EventClass.FORCE, (Role.SOURCE, NOR), (Role.TARGET, KEN), confidence=1.0)
    out = scored((VISIT,), right, wrong)
    assert [(b.low, b.right, b.events) for b in out.bins if b.events] == [(0.7, 1, 1), (0.9, 0, 1)]
    assert out.calibration_error == 62.5


def test_an_article_that_was_not_read_counts_as_missed() -> None:
    gold = {"b": Annotated(id="b", genre="wire", events=(VISIT,))}
    out = evaluate(gold, [reading(name="a")])
    assert (out.relations.wanted, out.relations.recall) == (1, 0.0)


def test_the_tables_hold_every_class_and_markdown_rows_are_whole() -> None:
    out = scored((VISIT,), read(EventClass.VISIT, (Role.VISITOR, ADA), (Role.TARGET, KEN)))
    plain, markdown = scoresheet(out), scoresheet(out, markdown=True)
    assert {kind.value for kind in EventClass} <= set(re.findall(r"\w+", plain))
    tables = [part.split("\n\n")[1] for part in markdown.split("### ")[1:]]
    assert all(len({line.count("|") for line in t.split("\n") if line}) == 1 for t in tables)
    assert "| relations | 100.0 | 100.0 | 100.0 | 1 | 1 |" in headline(out)
