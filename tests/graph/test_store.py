"""The contract of a store, for every back end alike.

A further back end joins the contract by one more entry in ``BACK_ENDS``.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDFS, XSD
from rdflib.term import Node

from graph.address import MERGED_GRAPH, Credentials
from graph.embedded import EmbeddedStore
from graph.errors import InputError, QueryError
from graph.store import GraphWriter, Triple, open_store
from graph.validation import merged_graph_faults
from graph.vocabulary import DGM
from tests.graph.contents import TRIPLES, A, B, C, articles, merged, union
from tests.graph.servers import TOKEN

Opener = Callable[[pytest.FixtureRequest], GraphWriter]


def _in_memory(request: pytest.FixtureRequest) -> GraphWriter:
    return open_store(None)


def _on_disk(request: pytest.FixtureRequest) -> GraphWriter:
    return open_store(str(request.getfixturevalue("tmp_path") / "news.store"))


def _on_oxigraph(request: pytest.FixtureRequest) -> GraphWriter:
    return _emptied(open_store(request.getfixturevalue("oxigraph_server")), "DROP ALL")


def _on_virtuoso(request: pytest.FixtureRequest) -> GraphWriter:
    clear = f"CLEAR GRAPH <{MERGED_GRAPH}>"  # DROP ALL would take Virtuoso's own graphs as well
    return _emptied(open_store(request.getfixturevalue("virtuoso_server")), clear)


def _on_dragoman(request: pytest.FixtureRequest) -> GraphWriter:
    address = request.getfixturevalue("dragoman_server")
    return _emptied(open_store(address, Credentials(token=TOKEN)), "DROP ALL")


BACK_ENDS: tuple[tuple[str, Opener], ...] = (
    ("in memory", _in_memory),
    ("on disk", _on_disk),
    ("on an Oxigraph server", _on_oxigraph),
    ("on Virtuoso", _on_virtuoso),
    ("on a running Dragoman", _on_dragoman),
)


def _emptied(store: GraphWriter, update: str) -> GraphWriter:
    """The store without what the test before left in it."""
    for address in store.articles():
        store.remove(address)
    store.update(update)
    return store


@contextmanager
def _opened(opener: Opener, request: pytest.FixtureRequest) -> Iterator[GraphWriter]:
    store = opener(request)
    try:
        yield store
    finally:
        store.close()


@pytest.fixture(params=[opener for _, opener in BACK_ENDS], ids=[name for name, _ in BACK_ENDS])
def store(request: pytest.FixtureRequest) -> Iterator[GraphWriter]:
    with _opened(request.param, request) as opened:
        yield opened


def test_what_is_stored_is_read_back(store: GraphWriter) -> None:
    store.replace(A, TRIPLES)
    assert store.articles() == [A]
    assert set(store.article(A)) == set(TRIPLES)
    assert merged(store) == set(TRIPLES)


def test_a_statement_of_two_articles_stands_once_in_the_merged_graph(store: GraphWriter) -> None:
    store.replace_many([(A, TRIPLES[:3]), (B, TRIPLES[2:])])
    assert merged(store) == set(TRIPLES)
    (row,) = store.select("SELECT (COUNT(*) AS ?n) { ?s dgm:met ?o }")
    assert row["n"] == Literal(1)
    assert len(store.select("SELECT ?g { GRAPH ?g { ?s dgm:met ?o } }")) == 2


def test_a_statement_leaves_with_the_last_article_that_makes_it(store: GraphWriter) -> None:
    store.replace_many([(A, TRIPLES[:3]), (B, TRIPLES[2:4])])
    assert store.remove(A)
    assert merged(store) == set(TRIPLES[2:4])
    assert store.remove(B)
    assert merged(store) == set()
    assert store.articles() == []


def test_a_removed_article_leaves_nothing(store: GraphWriter) -> None:
    store.replace(A, TRIPLES)
    assert store.remove(A)
    assert list(store.quads()) == []
    assert not store.ask("ASK { GRAPH ?g { ?s ?p ?o } }")
    if isinstance(store, EmbeddedStore):  # not every server can say which graphs are empty
        assert not store.ask("ASK { GRAPH ?g {} }")
    assert len(store.article(A)) == 0


def test_removing_what_is_not_there_says_so(store: GraphWriter) -> None:
    store.replace(A, TRIPLES)
    assert not store.remove(B)
    assert store.articles() == [A]


def test_an_article_is_replaced_by_what_it_says_now(store: GraphWriter) -> None:
    store.replace(A, TRIPLES[:4])
    store.replace(A, TRIPLES[2:])
    assert set(store.article(A)) == set(TRIPLES[2:])
    assert merged(store) == set(TRIPLES[2:])


def test_an_article_that_says_nothing_is_no_article(store: GraphWriter) -> None:
    store.replace(A, TRIPLES)
    store.replace(A, ())
    assert store.articles() == []
    assert merged(store) == set()


def test_a_statement_that_moves_between_articles_of_one_batch_stays(store: GraphWriter) -> None:
    store.replace_many([(A, TRIPLES[:3]), (B, TRIPLES[3:])])
    store.replace_many([(A, TRIPLES[3:]), (B, TRIPLES[:3])])
    assert articles(store) == {A: set(TRIPLES[3:]), B: set(TRIPLES[:3])}
    assert merged(store) == set(TRIPLES)


def test_where_an_address_stands_twice_in_a_batch_the_last_counts(store: GraphWriter) -> None:
    store.replace_many([(A, TRIPLES[:3]), (A, TRIPLES[3:])])
    assert set(store.article(A)) == set(TRIPLES[3:])
    assert merged(store) == set(TRIPLES[3:])


@pytest.mark.parametrize(
    "bad",
    [
        (BNode("b"), DGM.met, A),
        (A, DGM.met, BNode("b")),
        (URIRef("no scheme"), DGM.met, A),
        (A, DGM.met, URIRef("http://example.org/> . <x:a> <x:b> <x:c")),
        (A, RDFS.label, Literal("half a \ud800 character")),
        (A, RDFS.label, Literal("x", datatype=URIRef("not an address"))),
        (Literal("x"), RDFS.label, Literal("x")),
    ],
    ids=repr,
)
def test_one_bad_statement_refuses_the_whole_batch(store: GraphWriter, bad: Triple) -> None:
    store.replace(A, TRIPLES[:2])
    before = set(store.quads())
    with pytest.raises(InputError):
        store.replace_many([(A, TRIPLES[2:]), (B, TRIPLES), (C, [bad])])
    assert set(store.quads()) == before


def test_an_address_of_an_article_that_is_none_is_refused(store: GraphWriter) -> None:
    with pytest.raises(InputError, match="not an address"):
        store.replace(URIRef("not one"), TRIPLES)
    with pytest.raises(InputError, match="not an address"):
        store.article(URIRef("not one"))


def test_numbers_of_two_spellings_are_one_statement(store: GraphWriter) -> None:
    """A store may keep the value and not the word: replacing must not lose the statement."""
    for word in ("0.50", "0.5", "0.500"):
        value = Literal(word, datatype=XSD.decimal, normalize=False)
        store.replace(A, [(B, DGM.confidence, value)])
        assert len(store.article(A)) == 1
        assert len(merged(store)) == 1


def test_an_update_leaves_the_merged_graph_alone_and_rebuild_mends_it(store: GraphWriter) -> None:
    store.replace_many([(A, TRIPLES[:3]), (B, TRIPLES[3:])])
    store.update(f"DELETE WHERE {{ GRAPH <{A}> {{ ?s dgm:met ?o }} }}")
    store.update(f'INSERT DATA {{ GRAPH <{C}> {{ <{C}> rdfs:label "by hand" }} }}')
    store.update('INSERT DATA { <http://example.org/x> rdfs:label "astray" }')
    assert merged(store) - union(articles(store))
    store.rebuild()
    assert merged(store) == union(articles(store))
    assert (C, RDFS.label, Literal("by hand")) in merged(store)
    faults = merged_graph_faults(store)
    assert not faults.missing
    assert not faults.surplus


def test_rebuild_leaves_a_right_store_as_it_is(store: GraphWriter) -> None:
    store.replace_many([(A, TRIPLES[:3]), (B, TRIPLES[1:])])
    before = set(store.quads())
    store.rebuild()
    assert set(store.quads()) == before


def test_questions_are_answered_with_the_prefixes_known(store: GraphWriter) -> None:
    store.replace(A, TRIPLES)
    rows = store.select("SELECT ?p ?name { ?p skos:prefLabel ?name } ORDER BY ?name")
    assert [str(row["name"]) for row in rows] == ["Anna Lindqvist", "James Otieno"]
    assert store.ask("ASK { ?p dgm:role ?r }")
    assert not store.ask("ASK { ?p dgm:iso3 ?r }")
    built = store.construct("CONSTRUCT { ?b dgm:met ?a } WHERE { ?a dgm:met ?b }")
    assert isinstance(built, Graph)
    assert len(built) == 1


def test_variables_can_be_fixed_beforehand(store: GraphWriter) -> None:
    store.replace(A, TRIPLES)
    name: Node = Literal("James Otieno")
    rows = store.select("SELECT ?p ?name { ?p skos:prefLabel ?name }", name=name)
    assert [row["p"] for row in rows] == [TRIPLES[1][0]]
    assert rows[0]["name"] == name


def test_an_unbound_variable_is_absent_from_its_row(store: GraphWriter) -> None:
    store.replace(A, TRIPLES[:1])
    (row,) = store.select("SELECT ?s ?r { ?s skos:prefLabel ?n OPTIONAL { ?s dgm:role ?r } }")
    assert set(row) == {"s"}


def test_a_question_of_the_wrong_form_is_refused(store: GraphWriter) -> None:
    with pytest.raises(QueryError, match="as a SELECT"):
        store.select("ASK {}")
    with pytest.raises(QueryError, match="as a CONSTRUCT"):
        store.construct("ASK {}")
    with pytest.raises(QueryError, match="as an ASK"):
        store.ask("SELECT * {}")
    with pytest.raises(QueryError, match="cannot be read"):
        store.select("SELECT WHERE")
    with pytest.raises(QueryError, match="cannot be read"):
        store.update("INSERT THE LOT")


@pytest.mark.parametrize(
    ("query", "media_type", "part"),
    [
        ("SELECT ?n { ?p skos:prefLabel ?n }", "text/csv", b"James Otieno"),
        ("SELECT ?n { ?p skos:prefLabel ?n }", "application/sparql-results+json", b'"bindings"'),
        ("ASK {}", "application/sparql-results+json", b"true"),
        ("CONSTRUCT WHERE { ?p dgm:met ?n }", "text/turtle", b"dgm:met"),
    ],
)
def test_an_answer_is_written_in_the_form_asked_for(
    store: GraphWriter, query: str, media_type: str, part: bytes
) -> None:
    store.replace(A, TRIPLES)
    into = BytesIO()
    store.answer(query, media_type, into)
    assert part in into.getvalue()


def test_an_answer_in_a_form_that_it_does_not_have_is_refused(store: GraphWriter) -> None:
    with pytest.raises(QueryError, match="no form"):
        store.answer("SELECT * {}", "text/turtle", BytesIO())
    with pytest.raises(QueryError, match="no form"):
        store.answer("CONSTRUCT WHERE {}", "text/csv", BytesIO())


_Step = tuple[str, list[tuple[URIRef, frozenset[Triple]]]]
_SAYING = st.tuples(st.sampled_from((A, B, C)), st.frozensets(st.sampled_from(TRIPLES)))
_STEPS: st.SearchStrategy[list[_Step]] = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(("replace", "remove")), st.lists(_SAYING, min_size=1, max_size=1)
        ),
        st.tuples(st.just("replace_many"), st.lists(_SAYING, max_size=5)),
        st.tuples(st.just("read again"), st.just([])),
    ),
    max_size=12,
)


def test_the_merged_graph_is_the_union_of_the_articles_whatever_happens(
    store: GraphWriter,
) -> None:
    here = isinstance(store, EmbeddedStore)

    # Over HTTP each step takes several requests: fewer examples, and none to shrink a failure.
    @settings(
        max_examples=40 if here else 6,
        phases=tuple(Phase) if here else (Phase.generate,),
        deadline=None,
    )
    @given(steps=_STEPS)
    def check(steps: list[_Step]) -> None:
        _check_steps(store, steps)

    check()


def _check_steps(store: GraphWriter, steps: list[_Step]) -> None:
    for address in store.articles():
        store.remove(address)
    wanted: dict[URIRef, set[Triple]] = {}
    for step, batch in steps:
        if step == "remove":
            address = batch[0][0]
            assert store.remove(address) == (address in wanted)
            wanted.pop(address, None)
        elif step == "replace":
            store.replace(*batch[0])
        elif step == "replace_many":
            store.replace_many(batch)
        else:
            store.replace_many(list(wanted.items()))
        if step != "remove":
            wanted |= {address: set(said) for address, said in batch}
            wanted = {address: said for address, said in wanted.items() if said}
        assert articles(store) == wanted
        assert merged(store) == union(wanted)
