"""A variable that is fixed beforehand is fixed everywhere in the query, and nowhere else."""

from rdflib import Literal, URIRef
from rdflib.term import Node

from graph.binding import bind
from graph.embedded import EmbeddedStore

BASE = "http://example.org/"
ANNA, JAMES, HARUKA = (URIRef(BASE + name) for name in ("anna", "james", "haruka"))
MET, NAME = URIRef(BASE + "met"), URIRef(BASE + "name")
STORE = EmbeddedStore()
STORE.replace(
    URIRef(BASE + "article"),
    [
        (ANNA, MET, JAMES),
        (JAMES, MET, ANNA),
        (JAMES, MET, HARUKA),
        (ANNA, NAME, Literal("Anna")),
        (JAMES, NAME, Literal("James")),
        (HARUKA, NAME, Literal('Haruka "H" Mori')),
    ],
)
PREFIX = f"PREFIX : <{BASE}> "


def _rows(query: str, **bound: Node) -> list[dict[str, Node]]:
    return [dict(row) for row in STORE.select(PREFIX + query, **bound)]


def test_a_fixed_variable_is_in_the_answer() -> None:
    assert _rows("SELECT ?a ?b { ?a :met ?b }", a=ANNA) == [{"a": ANNA, "b": JAMES}]
    assert _rows("SELECT * { ?a :met ?b }", a=ANNA) == [{"a": ANNA, "b": JAMES}]


def test_a_fixed_variable_is_known_in_a_filter() -> None:
    rows = _rows("SELECT ?b { ?b :name ?n FILTER(?n = ?wanted) }", wanted=Literal("James"))
    assert rows == [{"b": JAMES}]


def test_a_fixed_variable_is_known_in_an_optional_and_its_filter() -> None:
    query = "SELECT ?b ?n { ?b :name ?x OPTIONAL { ?b :name ?n FILTER(?b = ?a) } } ORDER BY ?b"
    assert [("n" in row) for row in _rows(query, a=HARUKA)] == [False, True, False]


def test_a_fixed_variable_is_known_in_a_subquery_that_does_not_name_it() -> None:
    query = "SELECT ?n { { SELECT ?b { ?a :met ?b } } ?b :name ?n }"
    assert _rows(query, a=ANNA) == [{"n": Literal("James")}]


def test_a_fixed_variable_may_stand_in_a_subquery_s_projection() -> None:
    query = "SELECT ?a ?k { { SELECT ?a (COUNT(?b) AS ?k) { ?a :met ?b } GROUP BY ?a } }"
    assert _rows(query, a=JAMES) == [{"a": JAMES, "k": Literal(2)}]


def test_a_fixed_variable_is_known_in_union_minus_exists_and_graph() -> None:
    assert _rows("SELECT ?b { { ?a :met ?b } UNION { ?b :met ?a } }", a=HARUKA) == [{"b": JAMES}]
    left = _rows("SELECT ?b { ?b :name ?n MINUS { ?b :met ?a } } ORDER BY ?b", a=JAMES)
    assert left == [{"b": HARUKA}, {"b": JAMES}]
    where = "?b :name ?n FILTER EXISTS { ?b :met ?a }"
    assert _rows(f"SELECT ?b {{ {where} }}", a=HARUKA) == [{"b": JAMES}]
    article = URIRef(BASE + "article")
    assert _rows("SELECT ?g { GRAPH ?g { ?a :name ?n } }", a=ANNA) == [{"g": article}]


def test_a_fixed_variable_is_known_in_grouping_and_order() -> None:
    grouped = "GROUP BY ?a HAVING (COUNT(*) > 1) ORDER BY ?a"
    query = f"SELECT ?a (COUNT(*) AS ?k) {{ ?a :met ?b }} {grouped}"
    assert _rows(query, a=JAMES) == [{"a": JAMES, "k": Literal(2)}]
    assert _rows(query, a=ANNA) == []


def test_a_template_says_what_was_fixed() -> None:
    query = PREFIX + "CONSTRUCT { ?b :met ?a } WHERE { ?a :met ?b }"
    assert set(STORE.construct(query, a=ANNA)) == {(JAMES, MET, ANNA)}


def test_a_short_construct_holds_the_fixed_term() -> None:
    query = PREFIX + "CONSTRUCT WHERE { ?a :met ?b }"
    assert set(STORE.construct(query, a=ANNA)) == {(ANNA, MET, JAMES)}


def test_describe_and_ask_take_fixed_terms() -> None:
    assert (ANNA, NAME, Literal("Anna")) in STORE.construct("DESCRIBE ?a", a=ANNA)
    described = STORE.construct(PREFIX + "DESCRIBE ?b WHERE { ?a :met ?b }", a=ANNA)
    assert (JAMES, NAME, Literal("James")) in described
    assert STORE.ask(PREFIX + "ASK { ?a :met ?b }", a=ANNA, b=JAMES)
    assert not STORE.ask(PREFIX + "ASK { ?a :met ?b }", a=ANNA, b=HARUKA)


def test_what_looks_like_a_variable_in_comments_strings_and_addresses_is_left() -> None:
    query = """SELECT ?a ?text { # ?a stands here { too
        ?a :name ?n  BIND("?a is { no variable" AS ?text)
        FILTER(?n != '?a' && ?n != '''?a's "{''' && ?a != <http://example.org/?a>) }"""
    assert _rows(query, a=ANNA) == [{"a": ANNA, "text": Literal("?a is { no variable")}]


def test_values_of_the_query_s_own_stand_beside_a_fixed_variable() -> None:
    met = [{"b": HARUKA}]
    for query in (
        "SELECT ?b { ?a :met ?b } VALUES ?b { :haruka }",
        "SELECT ?b { VALUES ?b { :haruka } ?a :met ?b }",
        "SELECT ?b { { SELECT ?b { ?a :met ?b } VALUES ?b { :haruka } } }",
    ):
        assert _rows(query, a=JAMES) == met


def test_names_that_look_like_words_of_the_language_are_names() -> None:
    for name in ("select", "construct", "describe", "values", "where"):
        store = EmbeddedStore()
        store.replace(URIRef(BASE + "article"), [(ANNA, URIRef(BASE + name), JAMES)])
        query = f"{PREFIX} SELECT ?b {{ ?b :{name} ?a }}"
        assert store.select(query, a=JAMES) == [{"b": ANNA}]
        assert store.select(query, a=ANNA) == []


def test_a_longer_name_and_the_other_sign_are_told_apart() -> None:
    assert _rows("SELECT $a ?ab { $a :met ?ab }", a=ANNA) == [{"a": ANNA, "ab": JAMES}]


def test_a_fixed_text_cannot_break_out() -> None:
    name = Literal('Haruka "H" Mori')
    assert _rows("SELECT ?s { ?s :name ?n }", n=name) == [{"s": HARUKA}]
    assert _rows("SELECT ?s { ?s :name ?n }", n=Literal('" } UNION { ?s ?p ?o } #')) == []


def test_nothing_fixed_leaves_the_query_as_it_is() -> None:
    query = "SELECT * { ?a ?b ?c }"
    assert bind(query, {}) == query
