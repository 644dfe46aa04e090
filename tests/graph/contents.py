"""A handful of statements for tests of stores, and what a store holds, as sets."""

from rdflib import Literal, URIRef
from rdflib.namespace import SKOS, XSD

from graph.store import GraphReader, Triple
from graph.vocabulary import DGM

A, B, C = (URIRef(f"http://example.org/id/article/{letter}") for letter in "abc")
TRIPLES: tuple[Triple, ...] = tuple(
    (URIRef(f"http://example.org/id/person/{number % 3}"), predicate, value)
    for number, (predicate, value) in enumerate(
        (
            (SKOS.prefLabel, Literal("Anna Lindqvist")),
            (SKOS.prefLabel, Literal("James Otieno")),
            (DGM.met, URIRef("http://example.org/id/person/0")),
            (DGM.role, Literal('Minister of "Trade"\n')),
            (DGM.confidence, Literal("0.5", datatype=XSD.decimal)),
            (DGM.date, Literal("2023-05", datatype=XSD.gYearMonth)),
        )
    )
)


def merged(store: GraphReader) -> set[Triple]:
    """The merged graph, in which each statement has to stand once."""
    quads = [(s, p, o) for s, p, o, name in store.quads() if name is None]
    assert len(quads) == len(set(quads))
    return set(quads)


def articles(store: GraphReader) -> dict[URIRef, set[Triple]]:
    """What each article says."""
    return {address: set(store.article(address)) for address in store.articles()}


def union(said: dict[URIRef, set[Triple]]) -> set[Triple]:
    """All that is said by one article or another."""
    return set().union(*said.values())
