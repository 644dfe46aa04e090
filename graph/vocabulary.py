"""The terms Dragoman writes: closed namespaces, so that a misspelt term fails where it is written.

`DGM` holds exactly the terms of ``data/ontology.ttl`` (a test compares them); of the vocabularies
of others only the terms in use are listed.
"""
# ruff: noqa: N815 - the names are those of the vocabularies

from collections.abc import Mapping
from types import MappingProxyType

from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import (
    DCTERMS,
    FOAF,
    ORG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    SKOS,
    XSD,
    DefinedNamespace,
)

__all__ = ["DGM", "OA", "PREFIXES", "SCHEMA", "SEM", "WGS84", "bind_prefixes"]

SCHEMA = SDO
PLOVER = "https://w3id.org/dragoman/ontology#plover-"
CAMEO = "https://w3id.org/dragoman/ontology#cameo-"
WIKIDATA = "http://www.wikidata.org/entity/"


class DGM(DefinedNamespace):
    """Dragoman's own terms."""

    _fail = True
    _NS = Namespace("https://w3id.org/dragoman/ontology#")

    # Events
    Event: URIRef
    Meeting: URIRef
    Visit: URIRef
    Call: URIRef
    Convening: URIRef
    Mediation: URIRef
    Signing: URIRef
    Agreement: URIRef
    RelationsUpgrade: URIRef
    RelationsDowngrade: URIRef
    Support: URIRef
    Request: URIRef
    Accusation: URIRef
    Rejection: URIRef
    Threat: URIRef
    Sanction: URIRef
    Aid: URIRef
    Cooperation: URIRef
    Force: URIRef

    # Direct links from actor to actor, and the one above them all
    interactedWith: URIRef
    met: URIRef
    visited: URIRef
    spokeWith: URIRef
    metAtSession: URIRef
    mediatedBetween: URIRef
    signedWith: URIRef
    agreedWith: URIRef
    upgradedRelationsWith: URIRef
    downgradedRelationsWith: URIRef
    supported: URIRef
    requestedOf: URIRef
    accused: URIRef
    rejected: URIRef
    threatened: URIRef
    sanctioned: URIRef
    aided: URIRef
    cooperatedWith: URIRef
    usedForceAgainst: URIRef

    # Roles
    participant: URIRef
    source: URIRef
    target: URIRef
    chair: URIRef
    host: URIRef
    signatory: URIRef
    mediator: URIRef
    visitor: URIRef

    # Of an event
    date: URIRef
    place: URIRef
    status: URIRef
    produced: URIRef
    topic: URIRef
    evidence: URIRef
    confidence: URIRef
    accordingTo: URIRef
    Status: URIRef
    happened: URIRef
    planned: URIRef
    calledOff: URIRef

    # Actors
    Actor: URIRef
    Person: URIRef
    Country: URIRef
    IntergovernmentalOrganization: URIRef
    GovernmentBody: URIRef
    NonGovernmentalOrganization: URIRef
    ArmedGroup: URIRef
    Company: URIRef
    represents: URIRef
    role: URIRef
    iso3: URIRef

    # Documents
    Document: URIRef
    Declaration: URIRef
    Treaty: URIRef
    AgreementText: URIRef
    Memorandum: URIRef
    Communique: URIRef
    Statement: URIRef
    Resolution: URIRef
    Plan: URIRef

    # Places, articles, evidence
    Place: URIRef
    country: URIRef
    Article: URIRef
    text: URIRef
    Evidence: URIRef

    # Asked in queries, never stated
    search: URIRef

    # Alignment of event classes
    EventCodes: URIRef
    PLOVER: URIRef
    CAMEO: URIRef
    plover: URIRef
    cameo: URIRef
    direct: URIRef


class SEM(DefinedNamespace):
    """The Simple Event Model, as far as the ontology is aligned with it."""

    _fail = True
    _NS = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")

    Event: URIRef
    Actor: URIRef
    Place: URIRef
    hasActor: URIRef
    hasPlace: URIRef
    hasTimeStamp: URIRef


class OA(DefinedNamespace):
    """Web Annotation, as far as evidence uses it."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/oa#")

    TextQuoteSelector: URIRef
    TextPositionSelector: URIRef
    exact: URIRef
    start: URIRef
    end: URIRef


class WGS84(DefinedNamespace):
    """Positions on the earth."""

    _fail = True
    _NS = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")

    SpatialThing: URIRef
    lat: URIRef
    long: URIRef


PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "cameo": CAMEO,
        "dcterms": str(DCTERMS),
        "dgm": str(DGM._NS),
        "foaf": str(FOAF),
        "oa": str(OA._NS),
        "org": str(ORG),
        "owl": str(OWL),
        "plover": PLOVER,
        "prov": str(PROV),
        "rdf": str(RDF),
        "rdfs": str(RDFS),
        "schema": str(SCHEMA),
        "sem": str(SEM._NS),
        "skos": str(SKOS),
        "wd": WIKIDATA,
        "wgs84": str(WGS84._NS),
        "xsd": str(XSD),
    }
)
"""Every prefix that queries may use without declaring it and that exports declare."""


def bind_prefixes(graph: Graph) -> Graph:
    """The same graph, with Dragoman's prefixes bound."""
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, override=True, replace=True)
    return graph
