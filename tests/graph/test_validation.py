"""Each rule of the shapes catches the graph that breaks it, and no other."""

from collections.abc import Callable

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SKOS, XSD
from rdflib.term import Node

from graph.embedded import EmbeddedStore
from graph.naming import Namer
from graph.triples import article_triples
from graph.validation import article_violations, check, merged_graph_faults, violations
from graph.vocabulary import DGM, OA, WGS84
from tests.world import sample_readings, sample_store

NAMER = Namer()
READING = sample_readings()[0]
ADDRESS = NAMER.article(READING.article)
ELSEWHERE = URIRef("http://example.org/thing")


def _whole() -> Graph:
    """Articles that hold a special role, a document, a place, an evidence and a direct link."""
    graph = Graph()
    for triple in article_triples(READING, NAMER):
        graph.add(triple)
    return graph


def _one(graph: Graph, predicate: Node, value: Node | None = None) -> Node:
    return min(graph.subjects(predicate, value), key=str)


def _event(graph: Graph) -> Node:
    return _one(graph, DGM.status)


def _without(kind: Callable[[Graph], Node], predicate: Node) -> Callable[[Graph], object]:
    return lambda graph: graph.remove((kind(graph), predicate, None))


def _set(kind: Callable[[Graph], Node], predicate: Node, value: Node) -> Callable[[Graph], object]:
    return lambda graph: graph.set((kind(graph), predicate, value))


def _add(kind: Callable[[Graph], Node], predicate: Node, value: Node) -> Callable[[Graph], object]:
    return lambda graph: graph.add((kind(graph), predicate, value))


def _country(graph: Graph) -> Node:
    return _one(graph, DGM.iso3)


def _document(graph: Graph) -> Node:
    return min(graph.objects(None, DGM.produced), key=str)


def _place(graph: Graph) -> Node:
    return _one(graph, WGS84.lat)


def _evidence(graph: Graph) -> Node:
    return _one(graph, OA.exact)


def _article(graph: Graph) -> Node:
    return _one(graph, DGM.text)


def _integer(text: str) -> Literal:
    return Literal(text, datatype=XSD.integer)


def _decimal(text: str) -> Literal:
    return Literal(text, datatype=XSD.decimal)


BROKEN: tuple[tuple[str, Callable[[Graph], object], str], ...] = (
    ("no class", _without(_event, RDF.type), "one of the eighteen"),
    ("two classes", _add(_event, RDF.type, DGM.Force), "one of the eighteen"),
    ("the class above all", _set(_event, RDF.type, DGM.Event), "one of the eighteen"),
    ("no label", _without(_event, RDFS.label), "one label"),
    ("an empty label", _set(_event, RDFS.label, Literal("")), "one label"),
    ("no status", _without(_event, DGM.status), "one status"),
    ("an unknown status", _set(_event, DGM.status, DGM.Status), "one status"),
    ("two status", _add(_event, DGM.status, DGM.calledOff), "one status"),
    ("no evidence", _without(_event, DGM.evidence), "needs evidence"),
    ("no confidence", _without(_event, DGM.confidence), "one confidence"),
    ("too much confidence", _set(_event, DGM.confidence, _decimal("1.1")), "one confidence"),
    ("less than none", _set(_event, DGM.confidence, _decimal("-0.1")), "one confidence"),
    ("a confidence in words", _set(_event, DGM.confidence, Literal("high")), "one confidence"),
    ("a date in words", _set(_event, DGM.date, Literal("Tuesday")), "one date"),
    (
        "a day that is not",
        _set(_event, DGM.date, Literal("2023-02-30", datatype=XSD.date)),
        "one date",
    ),
    (
        "a time of day",
        _set(_event, DGM.date, Literal("2023-02-03T10:00:00", datatype=XSD.dateTime)),
        "one date",
    ),
    ("a place that is none", _set(_event, DGM.place, ELSEWHERE), "dgm:Place"),
    ("a topic that is none", _add(_event, DGM.topic, ELSEWHERE), "skos:Concept"),
    ("a document that is none", _add(_event, DGM.produced, ELSEWHERE), "one of the eight"),
    ("a stranger as actor", _add(_event, DGM.participant, ELSEWHERE), "one of the seven"),
    ("a stranger's word", _add(_event, DGM.accordingTo, ELSEWHERE), "one of the seven"),
    ("a link to a stranger", _add(_country, DGM.accused, ELSEWHERE), "one of the seven"),
    ("a link from an event", _add(_event, DGM.visited, ELSEWHERE), "one of the seven"),
    ("a link one way", _add(_country, DGM.spokeWith, ELSEWHERE), "spokeWith is stated both ways"),
    ("an actor without label", _without(_country, SKOS.prefLabel), "one preferred label"),
    ("two labels", _add(_country, SKOS.prefLabel, Literal("Land")), "one preferred label"),
    ("an actor of two kinds", _add(_country, RDF.type, DGM.Company), "one of the seven"),
    ("a short code", _set(_country, DGM.iso3, Literal("KE")), "three capital letters"),
    ("two codes", _add(_country, DGM.iso3, Literal("XYZ")), "three capital letters"),
    ("a document without title", _without(_document, DCTERMS.title), "needs a title"),
    ("a bad day of a document", _set(_document, DCTERMS.date, Literal("May")), "document's date"),
    ("a place without label", _without(_place, SKOS.prefLabel), "one label"),
    ("a latitude alone", _without(_place, WGS84.long), "one longitude"),
    ("a longitude alone", _without(_place, WGS84.lat), "one latitude"),
    ("a place off the earth", _set(_place, WGS84.lat, _decimal("90.5")), "one latitude"),
    ("a place past the dateline", _set(_place, WGS84.long, _decimal("181")), "one longitude"),
    ("a place in no country", _set(_place, DGM.country, ELSEWHERE), "a dgm:Country"),
    ("evidence without words", _without(_evidence, OA.exact), "one quote"),
    ("evidence without start", _without(_evidence, OA.start), "one start"),
    ("evidence without end", _without(_evidence, OA.end), "one end"),
    ("evidence before the text", _set(_evidence, OA.start, _integer("-1")), "one start"),
    ("evidence that ends first", _set(_evidence, OA.end, _integer("0")), "before its end"),
    ("evidence from nowhere", _without(_evidence, PROV.wasQuotedFrom), "exactly one article"),
    ("evidence of a stranger", _set(_evidence, PROV.wasQuotedFrom, ELSEWHERE), "is an article"),
    ("an article without id", _without(_article, DCTERMS.identifier), "one identifier"),
    ("an article without text", _without(_article, DGM.text), "one text"),
    ("an article without language", _without(_article, DCTERMS.language), "one language"),
    ("an hour of publication", _set(_article, DCTERMS.issued, Literal("noon")), "publication"),
    ("a blank event", _add(lambda _: BNode(), DGM.status, DGM.happened), "needs an address"),
)


def test_the_sample_articles_conform() -> None:
    for reading in sample_readings():
        address = NAMER.article(reading.article)
        graph = Graph()
        for triple in article_triples(reading, NAMER):
            graph.add(triple)
        assert article_violations(graph, address) == ()


@pytest.mark.parametrize(("what", "damage", "message"), BROKEN, ids=[b[0] for b in BROKEN])
def test_each_rule_catches_what_breaks_it(
    what: str, damage: Callable[[Graph], object], message: str
) -> None:
    graph = _whole()
    damage(graph)
    assert any(message in v.message for v in violations(graph)), what


def test_an_event_without_actors_is_caught() -> None:
    graph = _whole()
    event = _event(graph)
    for role in ("participant", "source", "target", "chair", "host", "signatory", "visitor"):
        graph.remove((event, DGM[role], None))
    assert any("at least one actor" in v.message for v in violations(graph))


@pytest.mark.parametrize(
    ("special", "general"),
    [
        ("chair", "participant"),
        ("host", "participant"),
        ("signatory", "participant"),
        ("mediator", "participant"),
        ("mediator", "source"),
        ("visitor", "source"),
    ],
)
def test_a_special_role_without_its_general_one_is_caught(special: str, general: str) -> None:
    graph = _whole()
    event, country = _event(graph), _country(graph)
    graph.add((event, DGM[special], country))
    for role in ("participant", "source"):
        graph.add((event, DGM[role], country))
    assert violations(graph) == ()
    graph.remove((event, DGM[general], country))
    (found,) = (v for v in violations(graph) if v.path and special in v.path)
    assert found.focus == event
    assert found.value == country
    assert found.path in (f"dgm:{general}|dgm:{special}", f"dgm:{special}|dgm:{general}")
    assert f"as {general} as well" in found.message


def test_a_violation_says_where_it_is_and_against_which_rule() -> None:
    graph = _whole()
    country = _country(graph)
    graph.set((country, DGM.iso3, Literal("KE")))
    (found,) = article_violations(graph, ADDRESS)
    assert (found.focus, found.path, found.value) == (country, "dgm:iso3", Literal("KE"))
    assert (found.severity, found.article) == ("Violation", ADDRESS)
    assert str(found).startswith(f'{ADDRESS}: {country} dgm:iso3 "KE": A country')


def test_words_that_do_not_stand_in_the_text_are_caught() -> None:
    graph = _whole()
    quote = _evidence(graph)
    graph.set((quote, OA.exact, Literal("Nobody wrote this.")))
    (found,) = article_violations(graph, ADDRESS)
    assert found.focus == quote
    assert "holds other words" in found.message


def test_offsets_count_code_points_not_bytes_nor_utf_16() -> None:
    graph = _whole()
    quote, text = _evidence(graph), "𝔐 “Ankara”: the talks went on."
    start = text.index("the")
    graph.set((ADDRESS, DGM.text, Literal(text)))
    graph.remove((None, DGM.evidence, None))
    for other in set(graph.subjects(OA.exact)) - {quote}:
        graph.remove((other, None, None))
    for event in graph.subjects(DGM.status):
        graph.add((event, DGM.evidence, quote))
    graph.set((quote, OA.exact, Literal("the talks")))
    graph.set((quote, OA.start, _integer(str(start))))
    graph.set((quote, OA.end, _integer(str(start + 9))))
    assert article_violations(graph, ADDRESS) == ()


def test_evidence_of_another_article_is_caught() -> None:
    graph = _whole()
    other = NAMER.article(sample_readings()[1].article)
    graph.set((_evidence(graph), PROV.wasQuotedFrom, other))
    assert any("quoted from that article" in v.message for v in article_violations(graph, ADDRESS))


def test_a_store_of_good_articles_conforms_and_progress_is_told() -> None:
    seen: list[int] = []
    report = check(sample_store(), seen.append)
    assert report.conforms
    assert report.articles == len(sample_readings())
    assert seen == list(range(1, report.articles + 1))


def test_an_empty_store_conforms() -> None:
    assert check(EmbeddedStore()).conforms


def test_statements_missing_and_surplus_in_the_merged_graph_are_named() -> None:
    store = sample_store()
    label = store.select("SELECT ?s ?l { ?s a dgm:Country ; skos:prefLabel ?l } ORDER BY ?s")[0]
    store.update(f'DELETE DATA {{ <{label["s"]}> skos:prefLabel "{label["l"]}" }}')
    store.update(f'INSERT DATA {{ <{ELSEWHERE}> rdfs:label "astray" }}')
    report = check(store)
    assert report.missing == ((label["s"], SKOS.prefLabel, label["l"]),)
    assert report.surplus == ((ELSEWHERE, RDFS.label, Literal("astray")),)
    assert not report.conforms
    store.rebuild()
    assert check(store).conforms


def test_what_only_an_article_graph_holds_is_missing_from_the_merged_one() -> None:
    store = sample_store()
    store.update(
        f"INSERT DATA {{ GRAPH <{ADDRESS}> {{ <{ADDRESS}> rdfs:seeAlso <{ELSEWHERE}> }} }}"
    )
    assert merged_graph_faults(store).missing == ((ADDRESS, RDFS.seeAlso, ELSEWHERE),)


def test_a_graph_that_is_no_article_is_a_warning_that_does_not_stand_against_the_store() -> None:
    store = sample_store()
    store.update(f'INSERT DATA {{ GRAPH <{ELSEWHERE}> {{ <{ELSEWHERE}> rdfs:label "notes" }} }}')
    store.rebuild()
    report = check(store)
    assert [v.severity for v in report.violations] == ["Warning"]
    assert report.conforms


def test_the_shapes_name_every_class_and_direct_link_of_the_vocabulary() -> None:
    """A class that the shapes forget would pass unchecked: the nearest fault is a new term."""
    for name in DGM.__annotations__:
        if name[0].isupper() and name not in {"Status", "EventCodes", "PLOVER", "CAMEO"}:
            graph = Graph().add((ELSEWHERE, RDF.type, DGM[name]))
            assert violations(graph), name
