"""Answers to queries, for the eye and for programs."""

import io
import json

import pytest

from graph.answers import gives_graph, short, write_answer
from graph.errors import QueryError
from graph.formats import CSV, JSON, NTRIPLES, TABLE, TRIG, TSV, TURTLE, XML, Format
from graph.texttable import cut, shown, table_lines, width_of
from tests.world import sample_store


def answered(query: str, form: Format, width: int | None = None) -> str:
    into = io.BytesIO()
    write_answer(sample_store(), query, form, into, width)
    return into.getvalue().decode()


NAMES = "SELECT ?a ?name ?none { ?a a dgm:Country ; skos:prefLabel ?name } ORDER BY ?name LIMIT 2"


def test_a_text_table_has_the_columns_of_the_query_in_order() -> None:
    base = "https://w3id.org/dragoman/id/country"
    assert answered(NAMES, TABLE).splitlines() == [
        "a" + " " * 41 + "name      none",
        "-" * 40 + "  --------  ----",
        f"{base}/BRA  Brazil",
        f"{base}/ETH  Ethiopia",
        "(2 rows)",
    ]


def test_a_text_table_fits_the_terminal_and_keeps_the_telling_end_of_an_address() -> None:
    lines = answered(NAMES, TABLE, width=30).splitlines()
    assert all(width_of(line) <= 30 for line in lines)
    assert lines[2].split() == ["…d/country/BRA", "Brazil"]


def test_yes_and_no_are_answers() -> None:
    assert answered("ASK { ?a dgm:met ?b }", TABLE) == "yes\n"
    assert answered("ASK { ?a dgm:met ?a }", TABLE) == "no\n"


@pytest.mark.parametrize(
    ("form", "start"),
    [(CSV, "a,name,none\r\n"), (TSV, "?a\t?name\t?none\n"), (XML, "<?xml"), (JSON, '{"head"')],
    ids=lambda v: v.name if isinstance(v, Format) else "",
)
def test_a_table_comes_in_each_form_of_sparql(form: Format, start: str) -> None:
    text = answered(NAMES, form)
    assert text.startswith(start)
    assert "Ethiopia" in text


def test_a_json_answer_is_the_standard_one() -> None:
    answer = json.loads(answered(NAMES, JSON))
    assert [row["name"]["value"] for row in answer["results"]["bindings"]] == ["Brazil", "Ethiopia"]


def test_a_graph_answer_is_sorted_and_turtle_where_a_table_is_asked_for() -> None:
    query = "CONSTRUCT { ?b dgm:met ?a } WHERE { ?a dgm:met ?b }"
    lines = answered(query, NTRIPLES).splitlines()
    assert len(lines) == 8
    assert lines == sorted(lines)
    assert answered(query, TABLE) == answered(query, TURTLE)
    assert "dgm:met" in answered(query, TURTLE)


@pytest.mark.parametrize(
    ("query", "form", "choice"),
    [("DESCRIBE <x:y>", CSV, "turtle"), ("ASK {}", TRIG, "table, csv")],
    ids=["graph as table", "table as graph"],
)
def test_an_answer_in_a_form_that_cannot_hold_it_names_those_that_can(
    query: str, form: Format, choice: str
) -> None:
    with pytest.raises(QueryError, match=choice):
        answered(query, form)


@pytest.mark.parametrize("form", [TABLE, JSON], ids=lambda f: f.name)
def test_a_query_with_a_mistake_says_where(form: Format) -> None:
    with pytest.raises(QueryError, match="1:"):
        answered("SELECT ?a { ?a dgm:met }", form)


@pytest.mark.parametrize(
    "query",
    [
        "# SELECT\nCONSTRUCT WHERE { ?s ?p ?o }",
        "PREFIX ask: <http://select/> DESCRIBE ask:select",
        "BASE <http://example/SELECT> describe ?select { ?select a ?x }",
    ],
)
def test_the_form_of_a_query_is_not_read_from_comments_names_or_addresses(query: str) -> None:
    assert gives_graph(query)
    assert not gives_graph("SELECT ?construct { ?construct ?p 'CONSTRUCT' }")


def test_an_address_is_shortened_only_where_the_prefix_can_be_typed_back() -> None:
    assert short("https://w3id.org/dragoman/ontology#met") == "dgm:met"
    assert short("https://w3id.org/dragoman/ontology#cameo-05") == "cameo:05"
    assert short("http://www.w3.org/ns/prov#") == "http://www.w3.org/ns/prov#"
    assert short("http://purl.org/dc/terms/a/b") == "http://purl.org/dc/terms/a/b"


def test_wide_and_combining_letters_keep_the_columns_straight() -> None:
    lines = list(table_lines(("a", "b"), (("東京", "x"), ("Oslo", "x"), ("Sa\u0303o", "x"))))
    assert {width_of(line.rpartition("x")[0]) for line in lines[2:]} == {6}


def test_a_cell_can_neither_move_the_cursor_nor_turn_the_writing() -> None:
    hostile = "a\x1b[2Jb\u202ec\r\nd\x9b"
    assert shown(hostile) == "a\ufffd[2Jb\ufffdc d\ufffd"


@pytest.mark.parametrize("width", range(1, 9))
def test_a_cut_text_is_never_wider_than_asked(width: int) -> None:
    assert width_of(cut("東京 Türkiye", width)) <= width


def test_a_table_with_more_columns_than_fit_keeps_them_all() -> None:
    lines = list(table_lines(tuple("abcdef"), [("x" * 20,) * 6], width=20))
    assert lines[0].split() == list("abcdef")
