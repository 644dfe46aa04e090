"""The ontology, and the closed namespaces that the code writes with."""

import re
from importlib.resources import files

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, VANN, XSD

from graph.model import ActorClass, DocumentClass, EventClass, Role, Status
from graph.vocabulary import CAMEO, DGM, OA, PLOVER, PREFIXES, SCHEMA, SEM, WGS84, bind_prefixes

BASE = str(DGM._NS)
TEXT = files("data").joinpath("ontology.ttl").read_text(encoding="utf-8")
ONTOLOGY = Graph().parse(data=TEXT, format="turtle")
TERMS = sorted(
    {
        str(s)
        for s in ONTOLOGY.subjects()
        if str(s).startswith(BASE) and not str(s).startswith((PLOVER, CAMEO))
    }
)
CODES = {  # by event class: PLOVER types, CAMEO codes
    "Meeting": ("CONSULT", "040 046"),
    "Visit": ("CONSULT", "042 043"),
    "Call": ("CONSULT", "041"),
    "Convening": ("CONSULT", "04"),
    "Mediation": ("CONSULT", "045"),
    "Signing": ("AGREE COOPERATE", "057"),
    "Agreement": ("AGREE", "03"),
    "RelationsUpgrade": ("COOPERATE", "050 054"),
    "RelationsDowngrade": ("SANCTION", "161 166"),
    "Support": ("SUPPORT", "05 051"),
    "Request": ("REQUEST", "02 10"),
    "Accusation": ("ACCUSE", "11"),
    "Rejection": ("REJECT", "12"),
    "Threat": ("THREATEN", "13"),
    "Sanction": ("SANCTION", "16 163"),
    "Aid": ("AID", "07"),
    "Cooperation": ("COOPERATE", "06"),
    "Force": ("ASSAULT COERCE MOBILIZE", "15 17 18 19 20"),
}


def _above(term: URIRef, by: URIRef) -> set[URIRef]:
    return {o for o in ONTOLOGY.transitive_objects(term, by) if isinstance(o, URIRef)} - {term}


def _term(name: str) -> URIRef:
    return DGM[name]


def test_the_code_and_the_ontology_hold_the_same_terms() -> None:
    assert {BASE + name for name in DGM.__annotations__ if name[0] != "_"} == set(TERMS)


def test_a_misspelt_term_fails_where_it_is_written() -> None:
    with pytest.raises(AttributeError):
        _ = DGM.Meating
    with pytest.raises(AttributeError):
        _ = OA.exakt


@pytest.mark.parametrize("term", TERMS)
def test_every_term_has_a_label_and_a_comment(term: str) -> None:
    for described_by in (RDFS.label, RDFS.comment):
        (text,) = ONTOLOGY.objects(URIRef(term), described_by)
        assert isinstance(text, Literal)
        assert text.language == "en"
        assert text.strip()


@pytest.mark.parametrize("kind", [OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty])
def test_every_property_has_a_domain_and_a_range(kind: URIRef) -> None:
    for term in ONTOLOGY.subjects(RDF.type, kind):
        assert len(list(ONTOLOGY.objects(term, RDFS.domain))) == 1, term
        assert len(list(ONTOLOGY.objects(term, RDFS.range))) == 1, term


@pytest.mark.parametrize("kind", EventClass)
def test_every_event_class_is_aligned_as_the_model_and_the_table_say(kind: EventClass) -> None:
    term = _term(kind.value)
    assert {DGM.Event, SEM.Event, SCHEMA.Event, PROV.Activity} <= _above(term, RDFS.subClassOf)
    direct = ONTOLOGY.value(term, DGM.direct)
    assert direct == _term(kind.direct)
    assert DGM.interactedWith in _above(_term(kind.direct), RDFS.subPropertyOf)
    assert ((direct, RDF.type, OWL.SymmetricProperty) in ONTOLOGY) == kind.symmetric
    types, codes = CODES[kind.value]
    for aligned, wanted in ((DGM.plover, types), (DGM.cameo, codes)):
        concepts = list(ONTOLOGY.objects(term, aligned))
        assert sorted(str(ONTOLOGY.value(c, SKOS.notation)) for c in concepts) == wanted.split()


def test_every_event_class_of_the_table_is_in_the_model() -> None:
    assert set(CODES) == {kind.value for kind in EventClass}


@pytest.mark.parametrize("role", Role)
def test_every_role_is_below_its_general_one_and_below_sem(role: Role) -> None:
    above = _above(DGM[role.value], RDFS.subPropertyOf)
    assert SEM.hasActor in above
    assert role.general is role or DGM[role.general.value] in above


def test_actors_and_documents_are_agents_and_entities() -> None:
    for actor in ActorClass:
        assert PROV.Agent in _above(DGM[actor.value], RDFS.subClassOf)
    for document in DocumentClass:
        assert PROV.Entity in _above(DGM[document.value], RDFS.subClassOf)
    for term in (DGM.Article, DGM.Evidence):
        assert PROV.Entity in _above(term, RDFS.subClassOf)


def test_properties_of_events_are_below_those_of_sem_and_prov() -> None:
    for term, above in (
        (DGM.place, SEM.hasPlace),
        (DGM.date, SEM.hasTimeStamp),
        (DGM.produced, PROV.generated),
    ):
        assert above in _above(term, RDFS.subPropertyOf)


def test_each_status_of_the_model_is_a_status() -> None:
    assert set(ONTOLOGY.subjects(RDF.type, DGM.Status)) == {DGM[s.value] for s in Status}


def test_every_code_is_in_its_scheme_under_its_own_notation() -> None:
    for scheme, base in ((DGM.PLOVER, PLOVER), (DGM.CAMEO, CAMEO)):
        concepts = set(ONTOLOGY.subjects(SKOS.inScheme, scheme))
        assert {str(c) for c in concepts} == {
            str(s) for s in ONTOLOGY.subjects(RDF.type, SKOS.Concept) if str(s).startswith(base)
        }
        for concept in concepts:
            assert str(concept) == f"{base}{ONTOLOGY.value(concept, SKOS.notation)}"
            top = (scheme, SKOS.hasTopConcept, concept) in ONTOLOGY
            assert top == (ONTOLOGY.value(concept, SKOS.broader) is None)


def test_nothing_of_our_own_is_named_that_is_not_defined() -> None:
    defined = set(ONTOLOGY.subjects())
    for node in ONTOLOGY.all_nodes():
        if isinstance(node, URIRef) and str(node).startswith(BASE):
            assert node in defined


def test_the_terms_of_others_are_theirs() -> None:
    """Where rdflib knows a vocabulary by heart, a term that we are aligned with is in it."""
    theirs = (DCTERMS, FOAF, OA, ORG, OWL, PROV, RDF, RDFS, SCHEMA, SEM, SKOS, VANN, WGS84, XSD)
    nodes = {*ONTOLOGY.all_nodes(), *ONTOLOGY.predicates()}
    seen = 0
    for node in nodes:
        for namespace in theirs:
            if isinstance(node, URIRef) and str(node).startswith(str(namespace._NS)):
                assert node in namespace, node
                seen += 1
    assert seen > 50


def test_the_header_names_the_vocabulary_its_licence_and_version() -> None:
    (header,) = ONTOLOGY.subjects(RDF.type, OWL.Ontology)
    assert str(header) == BASE.rstrip("#")
    for term in (DCTERMS.title, DCTERMS.description, DCTERMS.license, OWL.versionInfo):
        assert ONTOLOGY.value(header, term) is not None


def test_each_section_of_the_file_is_sorted() -> None:
    for section in re.split(r"^# .* -{3,}$", TEXT, flags=re.MULTILINE)[1:]:
        names = re.findall(r"^(\w+:\w+) a ", section, flags=re.MULTILINE)
        assert names
        for prefix in ("dgm", "plover", "cameo"):
            own = [n for n in names if n.startswith(prefix)]
            assert own == sorted(own)


def test_prefixes_are_those_that_the_graph_is_given() -> None:
    bound = {prefix: str(name) for prefix, name in bind_prefixes(Graph()).namespaces()}
    assert PREFIXES.items() <= bound.items()
