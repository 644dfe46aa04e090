"""The vocabulary, as a page and as RDF."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from flask import Blueprint, Response, redirect, url_for
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from werkzeug.wrappers import Response as AnyResponse

from graph.vocabulary import DGM
from web import answers
from web.facts import local
from web.pages.identity import wanted_form

blueprint = Blueprint("ontology", __name__)
_HEADS = (
    ("Events", (DGM.Event,)),
    ("Actors", (DGM.Actor,)),
    ("Documents", (DGM.Document,)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term: its local name, what it means, and what it is related to."""

    name: str
    label: str
    comment: str
    above: tuple[str, ...]
    domain: tuple[str, ...]
    range: tuple[str, ...]
    alike: tuple[str, ...]


@blueprint.get("/ontology")
def page() -> AnyResponse:
    """The vocabulary as a page; 303 to its RDF for clients that prefer that."""
    if form := wanted_form():
        return redirect(url_for("ontology.file", suffix=form.suffix), 303)
    return answers.page(
        "ontology.html",
        forms=answers.GRAPHS,
        stem=url_for("ontology.page"),
        sections=sections(),
    )


@blueprint.get("/ontology.<any(ttl,jsonld,nt,rdf):suffix>")
def file(suffix: str) -> Response:
    """The vocabulary as RDF; as Turtle it is the file that people edit."""
    form = next(form for form in answers.GRAPHS if form.suffix == suffix)
    if form is answers.TURTLE:
        return answers.data(_text(), form)
    return answers.graph(vocabulary(), form)


@cache
def vocabulary() -> Graph:
    """The ontology that is shipped."""
    return Graph().parse(data=_text(), format="turtle")


@cache
def sections() -> tuple[tuple[str, tuple[Term, ...]], ...]:
    """The terms under heads: events, actors, documents, other classes, properties, codes."""
    graph = vocabulary()
    classes = set(graph.subjects(RDF.type, OWL.Class)) | set(graph.subjects(RDF.type, RDFS.Class))
    out: list[tuple[str, tuple[Term, ...]]] = []
    left = {c for c in classes if isinstance(c, URIRef) and local(c)}
    for head, roots in _HEADS:
        under = {c for root in roots for c in graph.transitive_subjects(RDFS.subClassOf, root)}
        out.append((head, _terms(left & under)))
        left -= under
    out.append(("Other classes", _terms(left)))
    properties = {
        p
        for kind in (OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property, OWL.AnnotationProperty)
        for p in graph.subjects(RDF.type, kind)
        if isinstance(p, URIRef) and local(p)
    }
    direct = properties & set(graph.transitive_subjects(RDFS.subPropertyOf, DGM.interactedWith))
    out.append(("Direct links from actor to actor", _terms(direct)))
    out.append(("Other properties", _terms(properties - direct)))
    codes = {
        c for c in graph.subjects(RDF.type, SKOS.Concept) if isinstance(c, URIRef) and local(c)
    }
    out.append(("Codes of PLOVER and CAMEO", _terms(codes)))
    return tuple((head, terms) for head, terms in out if terms)


def _terms(names: set[URIRef]) -> tuple[Term, ...]:
    return tuple(_term(name) for name in sorted(names))


def _term(name: URIRef) -> Term:
    graph = vocabulary()
    labels = [*graph.objects(name, RDFS.label), *graph.objects(name, SKOS.prefLabel)]
    notes = [*graph.objects(name, RDFS.comment), *graph.objects(name, SKOS.definition)]
    alike = (
        *(RDFS.subClassOf, RDFS.subPropertyOf, OWL.equivalentClass, OWL.equivalentProperty),
        *(DGM.plover, DGM.cameo, SKOS.exactMatch, SKOS.closeMatch, RDFS.seeAlso),
    )
    return Term(
        name=local(name),
        label=min(map(str, labels), default=local(name)),
        comment=" ".join(sorted(map(str, notes))),
        above=_links(name, (RDFS.subClassOf, RDFS.subPropertyOf), ours=True),
        domain=_links(name, (RDFS.domain,), ours=None),
        range=_links(name, (RDFS.range,), ours=None),
        alike=_links(name, alike, ours=False),
    )


def _links(name: URIRef, properties: tuple[URIRef, ...], ours: bool | None) -> tuple[str, ...]:
    """What the properties point to, shortened by prefixes; only ours or only others' if said."""
    graph = vocabulary()
    found = {o for p in properties for o in graph.objects(name, p) if isinstance(o, URIRef)}
    chosen = (o for o in found if ours is None or bool(local(o)) == ours or "plover-" in o)
    return tuple(sorted(graph.namespace_manager.normalizeUri(o) for o in chosen))


@cache
def _text() -> str:
    return files("data").joinpath("ontology.ttl").read_text(encoding="utf-8")
