"""What is taken from a change itself is what the store says once the change has been made."""

from collections.abc import Collection

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS, SKOS, XSD

from graph.additions import additions
from graph.embedded import EmbeddedStore
from graph.entrysource import EntrySource
from graph.terms import Triple, statement
from graph.vocabulary import DGM
from tests.graph.contents import A, B
from tests.graph.indexes import kept, made_anew

_DATATYPES = ("integer", "decimal", "double", "date", "gYearMonth", "gYear", "dateTime", "boolean")
_SPELLINGS = st.one_of(
    st.sampled_from(("0", "-0", "00", "1.0", "0.50", "-0.5", ".5", "5.", "+1", "true", "1", "1e3")),
    st.from_regex(r"-?[0-9]{1,20}(\.[0-9]{0,8})?", fullmatch=True),
    st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}(Z|[+-][0-9]{2}:00)?", fullmatch=True),
    st.text(st.characters(codec="utf-8"), max_size=8),
)
_VALUES = st.one_of(
    st.builds(
        lambda text, kind: Literal(text, datatype=XSD[kind], normalize=False),
        _SPELLINGS,
        st.sampled_from(_DATATYPES),
    ),
    st.builds(Literal, st.text(st.characters(codec="utf-8"), max_size=8)),
    st.builds(lambda text: Literal(text, lang="en-GB"), st.text("abc", max_size=3)),
    st.just(URIRef("https://x.example/a")),
)


@given(st.lists(_VALUES, min_size=1, max_size=6))
@settings(deadline=None)
def test_what_is_said_is_what_the_store_says_afterwards(values: list[Literal | URIRef]) -> None:
    store = EmbeddedStore()
    triples: list[Triple] = [(A, RDFS.seeAlso, value) for value in values]
    store.replace(B, triples)
    source = EntrySource(store.oxigraph)
    for each in additions({statement(triple) for triple in triples}, ()).values():
        assert _sorted(each.said[str(RDFS.seeAlso)]) == _sorted(
            source.said(ox.NamedNode(A))[str(RDFS.seeAlso)]
        )
        assert all(map(source.says, each.quads))


def test_most_of_what_articles_say_is_taken_from_the_change() -> None:
    triples: list[Triple] = [
        (A, RDF.type, DGM.Article),
        (A, DGM.confidence, Literal("0.83", datatype=XSD.decimal)),
        (B, DGM.date, Literal("2024-11-14", datatype=XSD.date)),
    ]
    said = {statement(triple) for triple in triples}
    assert additions(said, ()).keys() == {str(A), str(B)}
    assert additions(said, {str(A)}).keys() == {str(B)}


@pytest.mark.parametrize(
    "more",
    [
        (A, SKOS.prefLabel, Literal("Another name")),
        (A, SKOS.altLabel, Literal("Name")),
        (A, DGM.status, DGM.happened),
        (A, RDF.type, DGM.Article),
        (A, RDF.type, DGM.GovernmentBody),
        (A, DGM.represents, URIRef("https://x.example/c")),
        (A, SKOS.note, Literal("01", datatype=XSD.integer, normalize=False)),
    ],
)
@pytest.mark.parametrize(
    "kind", [DGM.Country, DGM.Place, DGM.Treaty, SKOS.Concept, SKOS.Collection]
)
def test_a_thing_of_which_more_is_said_is_indexed_as_if_all_had_been_said_at_once(
    kind: URIRef, more: Triple
) -> None:
    store = EmbeddedStore()
    assert store.indexing.settle()
    name = Literal("Name")
    first: list[Triple] = [(A, RDF.type, kind), (A, SKOS.prefLabel, name), (A, SKOS.altLabel, name)]
    store.replace(B, first)
    for article in (URIRef("https://x.example/1"), URIRef("https://x.example/2")):
        store.replace(article, [*first[:2], more])
        assert kept(store) == made_anew(store)


def _sorted(values: Collection[object]) -> list[str]:
    return sorted(map(str, values))
