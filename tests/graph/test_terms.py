"""Terms survive the way into a store and back, and the way through text."""

from io import BytesIO

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import XSD

from graph.errors import InputError
from graph.terms import from_term, from_triple, ntriples, statement, to_named

_TEXT = st.text(st.characters(codec="utf-8"))
_ADDRESSES = st.builds(
    lambda path: URIRef(f"http://example.org/{path}"),
    st.text(st.characters(categories=("L", "N"), max_codepoint=0x2FFF), max_size=12),
)
_LITERALS = st.one_of(
    st.builds(Literal, _TEXT),
    st.builds(
        lambda text, lang: Literal(text, lang=lang),
        _TEXT,
        st.sampled_from(("en", "en-GB", "tr", "zh-Hant")),
    ),
    st.builds(lambda text, kind: Literal(text, datatype=kind), _TEXT, _ADDRESSES),
    st.sampled_from(
        [
            Literal(text, datatype=datatype, normalize=False)
            for text, datatype in (
                ("2024-05-02", XSD.date),
                ("2024-05", XSD.gYearMonth),
                ("2024", XSD.gYear),
                ("0.50", XSD.decimal),
                ("007", XSD.integer),
                ("1", XSD.boolean),
                ("http://example.org/?q=1", XSD.anyURI),
            )
        ]
    ),
)
S, P = URIRef("http://example.org/s"), URIRef("http://example.org/p")


def _through_a_store(text: str, update: bool) -> ox.Quad:
    store = ox.Store()
    if update:
        store.update(f"INSERT DATA {{ {text} }}")
    else:
        store.load(f"{text} .".encode(), ox.RdfFormat.N_TRIPLES)
    quad: ox.Quad
    (quad,) = store
    return quad


@given(st.one_of(_ADDRESSES, _LITERALS))
def test_any_term_comes_back_from_its_text_as_it_was(term: URIRef | Literal) -> None:
    (quad,) = ox.parse(BytesIO(statement((S, P, term)).encode() + b" ."), ox.RdfFormat.N_TRIPLES)
    assert from_triple(quad) == (S, P, term)
    assert ntriples(from_term(quad.object)).casefold() == ntriples(term).casefold()


@given(st.one_of(_ADDRESSES, _LITERALS))
def test_a_statement_is_written_as_the_store_writes_it(term: URIRef | Literal) -> None:
    """So that what a store holds and what is wanted can be compared as text."""
    text = statement((S, P, term))
    (quad,) = ox.parse(BytesIO(text.encode() + b" ."), ox.RdfFormat.N_TRIPLES)
    assert str(quad.triple) == text


@given(_LITERALS)
def test_sparql_and_ntriples_read_the_same_text_alike(term: Literal) -> None:
    text = statement((S, P, term))
    assert _through_a_store(text, update=True) == _through_a_store(text, update=False)


@given(_LITERALS)
def test_rdflib_reads_the_text_alike(term: Literal) -> None:
    if str(term.datatype).startswith(str(XSD)):
        return  # rdflib writes numbers and dates in a form of its own as it reads them
    if {"\x85", "\u2028", "\u2029", "\x1c", "\x1d", "\x1e", "\x0b", "\x0c"} & set(term):
        return  # rdflib's parser splits lines there, against the standard
    graph = Graph().parse(data=f"{ntriples(S)} {ntriples(P)} {ntriples(term)} .\n", format="nt")
    (value,) = graph.objects(S, P)
    assert str(value) == str(term)


def test_a_plain_string_and_an_xsd_string_are_one() -> None:
    assert ntriples(Literal("a", datatype=XSD.string)) == ntriples(Literal("a")) == '"a"'
    assert from_term(ox.Literal("a")) == Literal("a")


def test_a_number_keeps_its_words() -> None:
    word = Literal("007", datatype=XSD.integer, normalize=False)
    assert ntriples(word) == f'"007"^^<{XSD.integer}>'
    assert str(from_term(ox.Literal("007", datatype=ox.NamedNode(XSD.integer)))) == "007"


def test_blank_nodes_and_statements_about_statements_are_refused() -> None:
    with pytest.raises(InputError, match="no blank nodes"):
        statement((BNode("b"), P, S))
    node = ox.NamedNode("x:y")
    with pytest.raises(InputError, match="rdflib cannot hold"):
        from_term(ox.Triple(node, node, node))


@pytest.mark.parametrize("bad", ["no scheme", "x:a b", "x:a> <x:b", "x:\ud800", "", "x:{y}"])
def test_what_is_no_address_is_refused(bad: str) -> None:
    with pytest.raises(InputError, match="not an address"):
        to_named(URIRef(bad))
    with pytest.raises(InputError, match="not an address"):
        statement((S, URIRef(bad), S))
