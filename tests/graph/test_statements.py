"""Sorting and writing of statements."""

import io

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef
from rdflib.namespace import RDF

from graph.statements import in_order, write_groups, write_sorted
from graph.terms import Quad

A, B, P = URIRef("x:a"), URIRef("x:b"), URIRef("x:p")
LINES = st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n")))


@given(LINES, st.integers(1, 5))
def test_lines_are_sorted_alike_in_memory_and_in_files(lines: list[str], at_once: int) -> None:
    by_bytes = sorted({line.encode() for line in lines})
    assert [line.encode() for line in in_order(lines, at_once)] == by_bytes
    assert [line.encode() for line in in_order(lines)] == by_bytes


def test_groups_keep_their_order_and_are_sorted_within() -> None:
    late: list[Quad] = [(B, P, A, B), (A, P, A, B)]
    early: list[Quad] = [(A, RDF.type, P, A)]
    into = io.BytesIO()
    write_groups([late, early], ox.RdfFormat.N_QUADS, into)
    assert into.getvalue().decode().splitlines() == [
        "<x:a> <x:p> <x:a> <x:b> .",
        "<x:b> <x:p> <x:a> <x:b> .",
        f"<x:a> <{RDF.type}> <x:p> <x:a> .",
    ]


def test_a_form_of_one_graph_says_once_what_two_graphs_say() -> None:
    into = io.BytesIO()
    write_sorted([(A, P, B, A), (A, P, B, B), (A, P, B, None)], ox.RdfFormat.N_TRIPLES, into)
    assert into.getvalue() == b"<x:a> <x:p> <x:b> .\n"


def test_a_tab_and_a_line_feed_in_a_literal_part_nothing() -> None:
    into = io.BytesIO()
    write_sorted([(A, P, Literal("a\tb\nc\\"), None)], ox.RdfFormat.TURTLE, into)
    assert '<x:a> <x:p> "a\\tb\\nc\\\\" .' in into.getvalue().decode()


def test_more_statements_than_one_batch_are_one_document() -> None:
    quads: list[Quad] = [(URIRef(f"x:{n:05}"), P, Literal(str(n)), None) for n in range(10_001)]
    into = io.BytesIO()
    write_sorted(reversed(quads), ox.RdfFormat.TURTLE, into)
    subjects = [
        t.subject.value
        for t in ox.parse(into.getvalue(), format=ox.RdfFormat.TURTLE)
        if isinstance(t.subject, ox.NamedNode)
    ]
    assert subjects == [str(s) for s, *_ in quads]
