"""Words in SPARQL queries: a pattern that the index answers before the query is run."""

import contextlib
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.answers import write_answer
from graph.errors import QueryError
from graph.formats import JSON
from graph.index import index_of
from graph.textquery import MOST, expand
from tests.world import sample_store

_STORE = sample_store()


def _asked(query: str) -> list[dict[str, str]]:
    out = io.BytesIO()
    write_answer(_STORE, query, JSON, out)
    rows = json.loads(out.getvalue())["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in rows]


def test_things_are_found_by_words_and_joined_with_what_is_said_of_them() -> None:
    found = _asked(
        'SELECT ?label { ?event dgm:search "nairobi" ; a dgm:Visit ; dgm:status dgm:happened ; '
        "rdfs:label ?label }"
    )
    assert [row["label"] for row in found] == [
        "Anna Lindqvist visited Kenya, Nairobi, 4 March 2024"
    ]


@pytest.mark.parametrize(
    "pattern",
    [
        '?x dgm:search "TURKIYE"',
        '?x dgm:search "turk" .',
        "?x dgm:search 'Ankara' ; a dgm:Country",
        '?x <https://w3id.org/dragoman/ontology#search> """ankara"""',
        "?x d:search 'T\\u00fcrkiye' . ?x a dgm:Country",
        '?x a dgm:Country . ?x dgm:search ("ankara" 1)',
        '?x a dgm:Country FILTER (?x != <x:y>) ?x dgm:search "ankara"',
        '{ ?x dgm:search "ankara" } UNION { ?x dgm:search "nothing of the kind" }',
        'OPTIONAL { ?y dgm:search "nothing" } ?x dgm:search "ankara" # dgm:search',
        '(?x ?score) dgm:search "ankara" ; a dgm:Country',
    ],
)
def test_every_way_of_writing_it_is_read(pattern: str) -> None:
    prefix = "PREFIX d: <https://w3id.org/dragoman/ontology#>"
    found = _asked(f"{prefix} SELECT DISTINCT ?x {{ ?x dgm:iso3 ?code . {pattern}\n }}")
    assert [row["x"].rpartition("/")[2] for row in found] == ["TUR"]


def test_scores_are_those_of_the_index() -> None:
    found = _asked('SELECT * { (?x ?score) dgm:search "oslo" } ORDER BY DESC(?score) ?x')
    known = index_of(_STORE).matches("oslo", MOST)
    assert found[0]["x"] == known[0][0]
    assert [float(row["score"]) for row in found] == pytest.approx(
        [score for _, score in known], abs=1e-5
    )


def test_a_thing_that_is_fixed_is_found_or_not() -> None:
    kenya = "<https://w3id.org/dragoman/id/country/KEN>"
    asked = "SELECT ?name {{ {} dgm:search '{}' . {} skos:prefLabel ?name }}"
    assert _asked(asked.format(kenya, "kenya", kenya)) == [{"name": "Kenya"}]
    assert _asked(asked.format(kenya, "norway", kenya)) == []


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?x { ?x dgm:search ?words }",
        'SELECT ?x { ?x a dgm:Person ; dgm:search "anna" }',
        'SELECT ?x { ?x dgm:search "anna"@en }',
        'SELECT ?x { ?x dgm:search "anna", "otto" }',
        'SELECT ?x { ?x dgm:search/rdfs:label "anna" }',
        'SELECT ?x { ?x !dgm:search "anna" }',
        'SELECT ?x { ?x dgm:search ("anna" "otto") }',
        "SELECT ?x { " + '?x dgm:search "anna" . ' * 5 + "}",
    ],
)
def test_what_cannot_be_read_is_refused_with_the_way_to_write_it(query: str) -> None:
    with pytest.raises(QueryError, match=r"write it as|ask twice"):
        _asked(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?x { ?x rdfs:label 'dgm:search \"anna\"' }",
        "SELECT ?x { ?x a <http://example.org/search> } # ?x dgm:search 'anna'",
        "SELECT ?search { ?search ex:search 'anna' }",
        "PREFIX dgm: <http://example.org/> SELECT ?x { ?x dgm:search 'anna' }",
    ],
)
def test_what_only_looks_like_it_stays_as_it_is(query: str) -> None:
    assert expand(query, lambda words, most: [("x:y", 1.0)]) == query


@given(st.text(alphabet="?x dgm:search\"'(){};.<>#\\@^1", max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    with contextlib.suppress(QueryError):
        expand(text + " dgm:search " + text, lambda words, most: [])
