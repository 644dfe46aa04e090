"""All that is known of a document, a place or a topic, besides its events."""

from dataclasses import dataclass

from rdflib import URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from graph.errors import NotFoundError
from graph.store import GraphReader
from graph.vocabulary import DGM, WGS84
from web.dossiers.events import article_name
from web.facts import Named, facts, names


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingDossier:
    """A document, a place or a topic."""

    thing: Named
    date: str | None
    country: Named | None
    latitude: str | None
    longitude: str | None


def thing_dossier(reader: GraphReader, thing: URIRef, sort: str) -> ThingDossier:
    """All about a thing of the sort ``document``, ``place`` or ``topic``.

    Raises `NotFoundError` where there is none at the address.
    """
    about = facts(reader, (thing,)).get(thing)
    if about is None or not about.links(RDF.type):
        raise NotFoundError(f"no {sort} has the address {thing}")
    linked = names(reader, about.links(DGM.country))
    label = about.text(DCTERMS.title) or about.text(SKOS.prefLabel) or article_name(thing)
    return ThingDossier(
        thing=Named(thing, label, next(iter(about.kinds), sort.title())),
        date=about.text(DCTERMS.date),
        country=next(iter(linked.values()), None),
        latitude=about.text(WGS84.lat),
        longitude=about.text(WGS84.long),
    )
