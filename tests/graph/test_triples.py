"""What the graph of an article holds, statement by statement."""

from dataclasses import replace
from itertools import permutations

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SKOS, XSD

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
from graph.naming import Namer
from graph.triples import article_triples, direct_links, event_label
from graph.validation import article_violations
from graph.vocabulary import DGM, OA, WGS84
from tests.world import sample_readings

NAMER = Namer()
TEXT = "Norway and Kenya talked. “Well done,” said Peru."
QUOTES = (Evidence(start=0, end=24, exact=TEXT[:24]),)
NORWAY, KENYA, PERU = (
    Actor(kind=ActorClass.COUNTRY, key=f"country/{iso3}", label=label, iso3=iso3)
    for iso3, label in (("NOR", "Norway"), ("KEN", "Kenya"), ("PER", "Peru"))
)
N, K, P = map(NAMER.actor, (NORWAY, KENYA, PERU))


def _article(identifier: str = "a-1") -> Article:
    return Article(id=identifier, text=TEXT)


def _event(kind: EventClass, *parts: tuple[Role, Actor], status: Status = Status.HAPPENED) -> Event:
    return Event(
        kind=kind,
        status=status,
        participations=tuple(Participation(role=role, actor=actor) for role, actor in parts),
        evidence=QUOTES,
        date="2024-05-02",
    )


def _graph(*events: Event, article: Article | None = None) -> Graph:
    graph = Graph()
    for triple in article_triples(Reading(article=article or _article(), events=events), NAMER):
        graph.add(triple)
    return graph


def _term(name: str) -> URIRef:
    return DGM[name]


def _links(event: Event) -> set[tuple[object, object]]:
    return set(_graph(event).subject_objects(_term(event.kind.direct)))


@pytest.mark.parametrize("kind", [k for k in EventClass if k.symmetric])
def test_those_who_stand_alike_are_linked_both_ways(kind: EventClass) -> None:
    event = _event(kind, *((Role.PARTICIPANT, actor) for actor in (NORWAY, KENYA, PERU)))
    assert _links(event) == set(permutations((N, K, P), 2))


@pytest.mark.parametrize(
    "kind", [k for k in EventClass if not k.symmetric and k is not EventClass.MEDIATION]
)
def test_who_acts_on_another_is_linked_one_way(kind: EventClass) -> None:
    event = _event(kind, (Role.SOURCE, NORWAY), (Role.TARGET, KENYA), (Role.TARGET, PERU))
    assert _links(event) == {(N, K), (N, P)}


def test_a_visitor_visited_and_a_mediator_mediated_between_the_parties() -> None:
    assert _links(_event(EventClass.VISIT, (Role.VISITOR, NORWAY), (Role.TARGET, KENYA))) == {
        (N, K)
    }
    parties = ((Role.PARTICIPANT, KENYA), (Role.PARTICIPANT, PERU))
    for role in (Role.SOURCE, Role.MEDIATOR):
        event = _event(EventClass.MEDIATION, (role, NORWAY), *parties)
        assert _links(event) == {(N, K), (N, P)}


def test_a_one_sided_report_of_a_mutual_event_links_both_ways() -> None:
    event = _event(EventClass.AGREEMENT, (Role.SOURCE, NORWAY), (Role.TARGET, KENYA))
    assert _links(event) == {(N, K), (K, N)}


@pytest.mark.parametrize("status", [Status.PLANNED, Status.CALLED_OFF])
@pytest.mark.parametrize("kind", EventClass)
def test_what_did_not_happen_gives_no_direct_link(kind: EventClass, status: Status) -> None:
    event = _event(kind, (Role.SOURCE, NORWAY), (Role.TARGET, KENYA), status=status)
    graph = _graph(event)
    for each in EventClass:
        assert (None, _term(each.direct), None) not in graph
    assert (None, DGM.status, _term(status.value)) in graph
    assert list(direct_links(event))


def test_nobody_is_linked_to_themselves() -> None:
    event = _event(EventClass.MEETING, (Role.PARTICIPANT, NORWAY), (Role.CHAIR, NORWAY))
    assert _links(event) == set()


@pytest.mark.parametrize("role", Role)
def test_a_special_role_stands_beside_its_general_one(role: Role) -> None:
    event = _event(EventClass.MEETING, (role, NORWAY), (Role.PARTICIPANT, KENYA))
    graph = _graph(event)
    node = NAMER.event(event, _article())
    assert (node, _term(role.value), N) in graph
    assert (node, _term(role.general.value), N) in graph
    assert ((node, DGM.source, N) in graph) == (role in {Role.SOURCE, Role.VISITOR, Role.MEDIATOR})


def test_an_event_says_all_that_is_known_of_it() -> None:
    place = Place(
        key="place/lima-per", label="Lima", country=PERU, latitude=-12.05, longitude=-77.0
    )
    treaty = Document(kind=DocumentClass.TREATY, title="Treaty", proper=True, date="2024-05")
    event = replace(
        _event(EventClass.SIGNING, (Role.SIGNATORY, NORWAY), (Role.SIGNATORY, KENYA)),
        place=place,
        documents=(treaty,),
        topics=("trade",),
        title="Lima Round",
        according_to=(PERU,),
        confidence=0.755,
    )
    graph, node = _graph(event), NAMER.event(event, _article())
    where, what = NAMER.place(place), NAMER.document(treaty, node)
    date = Literal("2024-05-02", datatype=XSD.date)
    for statement in (
        (node, RDF.type, DGM.Signing),
        (node, RDFS.label, Literal("Norway signed with Kenya, Lima, 2 May 2024")),
        (node, DGM.date, date),
        (node, DGM.status, DGM.happened),
        (node, DGM.place, where),
        (node, DGM.produced, what),
        (node, DGM.topic, NAMER.topic("trade")),
        (node, DGM.accordingTo, P),
        (node, DCTERMS.title, Literal("Lima Round")),
        (where, RDF.type, DGM.Place),
        (where, SKOS.prefLabel, Literal("Lima")),
        (where, DGM.country, P),
        (where, WGS84.lat, Literal("-12.05", datatype=XSD.decimal)),
        (where, WGS84.long, Literal("-77", datatype=XSD.decimal)),
        (what, RDF.type, DGM.Treaty),
        (what, DCTERMS.title, Literal("Treaty")),
        (what, DCTERMS.date, Literal("2024-05", datatype=XSD.gYearMonth)),
        (NAMER.topic("trade"), RDF.type, SKOS.Concept),
        (NAMER.topic("trade"), SKOS.prefLabel, Literal("trade")),
    ):
        assert statement in graph, statement
    (confidence,) = graph.objects(node, DGM.confidence)
    assert isinstance(confidence, Literal)
    assert confidence.datatype == XSD.decimal
    assert 0.75 <= float(confidence) <= 0.76


@pytest.mark.parametrize(
    ("date", "datatype"),
    [("2024", XSD.gYear), ("2024-05", XSD.gYearMonth), ("2024-05-02", XSD.date)],
)
def test_a_date_is_as_precise_as_the_text(date: str, datatype: URIRef) -> None:
    event = replace(_event(EventClass.MEETING, (Role.PARTICIPANT, NORWAY)), date=date)
    assert (None, DGM.date, Literal(date, datatype=datatype)) in _graph(event)


def test_an_article_without_events_still_says_what_it_is() -> None:
    graph, node = _graph(), NAMER.article("a-1")
    assert set(graph) == {
        (node, RDF.type, DGM.Article),
        (node, DCTERMS.identifier, Literal("a-1")),
        (node, DCTERMS.language, Literal("en")),
        (node, DGM.text, Literal(TEXT)),
    }


def test_evidence_quotes_the_article_at_its_offsets() -> None:
    graph = _graph(_event(EventClass.MEETING, (Role.PARTICIPANT, NORWAY)))
    (quote,) = graph.subjects(RDF.type, DGM.Evidence)
    start, end = (int(str(graph.value(quote, p))) for p in (OA.start, OA.end))
    assert TEXT[start:end] == str(graph.value(quote, OA.exact))
    assert graph.value(quote, PROV.wasQuotedFrom) == NAMER.article("a-1")
    assert list(graph.subjects(DGM.evidence, quote))


def test_an_actor_says_its_names_offices_and_whom_it_speaks_for() -> None:
    minister = Actor(
        kind=ActorClass.PERSON,
        key="person/ada-berg",
        label="Ada Berg",
        aliases=("Berg", "Ada Berg"),
        represents=replace(NORWAY, wikidata="Q20"),
        offices=("Trade Minister",),
    )
    graph = _graph(_event(EventClass.MEETING, (Role.PARTICIPANT, minister)))
    node = NAMER.actor(minister)
    assert set(graph.predicate_objects(node)) == {
        (RDF.type, DGM.Person),
        (SKOS.prefLabel, Literal("Ada Berg")),
        (SKOS.altLabel, Literal("Berg")),
        (DGM.role, Literal("Trade Minister")),
        (DGM.represents, N),
    }
    assert (N, SKOS.exactMatch, URIRef("http://www.wikidata.org/entity/Q20")) in graph
    assert (N, DGM.iso3, Literal("NOR")) in graph


def test_an_event_told_twice_is_one_event_and_what_happened_counts() -> None:
    planned = _event(EventClass.MEETING, (Role.PARTICIPANT, NORWAY), (Role.PARTICIPANT, KENYA))
    planned = replace(planned, status=Status.PLANNED, confidence=0.2)
    later = Evidence(start=25, end=len(TEXT), exact=TEXT[25:])
    happened = replace(planned, status=Status.HAPPENED, confidence=0.9, evidence=(later,))
    graph = _graph(planned, happened)
    (node,) = graph.subjects(RDF.type, DGM.Meeting)
    assert list(graph.objects(node, DGM.status)) == [DGM.happened]
    assert list(graph.objects(node, RDFS.label)) == [Literal(event_label(happened))]
    assert len(list(graph.objects(node, DGM.confidence))) == 1
    assert len(list(graph.objects(node, DGM.evidence))) == 2
    assert article_violations(graph, NAMER.article("a-1")) == ()


def test_an_actor_labelled_in_two_ways_has_one_preferred_label() -> None:
    other = replace(NORWAY, label="Kingdom of Norway", aliases=("Norway", "Oslo"))
    graph = _graph(
        _event(EventClass.MEETING, (Role.PARTICIPANT, NORWAY), (Role.PARTICIPANT, KENYA)),
        _event(EventClass.CALL, (Role.PARTICIPANT, other), (Role.PARTICIPANT, KENYA)),
    )
    assert list(graph.objects(N, SKOS.prefLabel)) == [Literal("Norway")]
    assert set(graph.objects(N, SKOS.altLabel)) == {Literal("Kingdom of Norway"), Literal("Oslo")}
    assert article_violations(graph, NAMER.article("a-1")) == ()


@pytest.mark.parametrize(
    ("kind", "parts", "label"),
    [
        (EventClass.MEETING, "NK", "Norway met Kenya, 2 May 2024"),
        (EventClass.MEETING, "NKP", "Norway met Kenya and Peru, 2 May 2024"),
        (EventClass.CONVENING, "N", "Norway held a session, 2 May 2024"),
        (EventClass.ACCUSATION, "N>K", "Norway accused Kenya, 2 May 2024"),
        (EventClass.AGREEMENT, "N>K", "Norway agreed with Kenya, 2 May 2024"),
        (EventClass.SANCTION, ">K", "Sanction: Kenya, 2 May 2024"),
        (EventClass.MEDIATION, "N>KP", "Norway mediated between Kenya and Peru, 2 May 2024"),
    ],
)
def test_a_label_says_who_did_what_and_when(kind: EventClass, parts: str, label: str) -> None:
    actors = {"N": NORWAY, "K": KENYA, "P": PERU}
    left, arrow, right = parts.partition(">")
    sides = ((Role.SOURCE, left), (Role.TARGET, right)) if arrow else ((Role.PARTICIPANT, left),)
    event = _event(kind, *((role, actors[letter]) for role, side in sides for letter in side))
    assert event_label(event) == label
    assert event_label(replace(event, status=Status.PLANNED)) == f"{label} (planned)"
    assert event_label(replace(event, status=Status.CALLED_OFF)) == f"{label} (called off)"


def test_no_graph_holds_a_blank_node_or_a_language_tag() -> None:
    for reading in sample_readings():
        for triple in article_triples(reading, NAMER):
            for term in triple:
                assert not isinstance(term, BNode)
                assert not (isinstance(term, Literal) and term.language)


def test_the_same_reading_gives_the_same_statements_and_its_events_in_any_order() -> None:
    for reading in sample_readings():
        turned = replace(reading, events=reading.events[::-1])
        assert article_triples(reading, NAMER) == article_triples(turned, NAMER)
