"""Both indexes answer alike: the tables of the embedded store, and SPARQL over any store."""

import itertools
from collections.abc import Callable
from functools import partial

import pytest
from rdflib import URIRef

from graph.analysis import Step, actor_network, path_between, shortest_path
from graph.errors import NotFoundError
from graph.index import EventIndex, Facet, Wanted, index_of
from graph.model import EventClass, Status
from graph.naming import BASE
from graph.search import KINDS
from graph.sparqlindex import SparqlIndex
from graph.sqliteindex import SqliteIndex
from graph.store import open_store
from tests.world import fill, sample_store

_STORE = sample_store()
TABLES: EventIndex = index_of(_STORE)
SPARQL: EventIndex = SparqlIndex(_STORE)


def _address(key: str) -> URIRef:
    return URIRef(BASE + key)


WANTED = (
    Wanted(),
    *(Wanted(kind=kind) for kind in EventClass),
    *(Wanted(status=status) for status in Status),
    Wanted(actors=(_address("country/KEN"),)),
    Wanted(actors=(_address("country/KEN"), _address("country/SWE"))),
    Wanted(actors=(_address("person/anna-lindqvist"),), status="happened"),
    Wanted(actors=(_address("person/nobody"),)),
    Wanted(place=_address("place/nairobi-ken")),
    Wanted(country=_address("country/NOR")),
    Wanted(topic=_address("topic/water")),
    Wanted(topic=_address("topic/water"), kind="Signing"),
    Wanted(document=_address("document/treaty-of-brasilia-on-friendship-and-trade")),
    Wanted(since="2024-05"),
    Wanted(until="2024-03"),
    Wanted(until="2024"),
    Wanted(since="2024-03-04", until="2024-03-04"),
    Wanted(confidence=0.9),
    Wanted(confidence=0.83, since="2023"),
    Wanted(words=("nairobi",)),
    Wanted(words=("Hill", "FRONT")),
    Wanted(words=("brasilia",), kind="Meeting"),
    Wanted(words=("nowhere",)),
)


def test_the_embedded_store_is_answered_for_by_its_tables() -> None:
    assert isinstance(TABLES, SqliteIndex)


@pytest.mark.parametrize("wanted", WANTED, ids=repr)
def test_both_count_and_list_the_same_events(wanted: Wanted) -> None:
    assert TABLES.total(wanted) == SPARQL.total(wanted)
    assert TABLES.latest(wanted, 50) == SPARQL.latest(wanted, 50)
    assert TABLES.latest(wanted, 3, 2) == SPARQL.latest(wanted, 3, 2)
    assert TABLES.span(wanted) == SPARQL.span(wanted)
    for facet in Facet:
        assert TABLES.shares(facet, wanted) == SPARQL.shares(facet, wanted), facet
    assert TABLES.shares(Facet.ACTOR, wanted, 3) == SPARQL.shares(Facet.ACTOR, wanted, 3)
    narrow = SPARQL.narrowed(wanted)
    assert SPARQL.total(narrow) == TABLES.total(narrow) == TABLES.total(TABLES.narrowed(wanted))


def test_the_conditions_of_the_test_pick_something_each() -> None:
    found = [TABLES.total(wanted) for wanted in WANTED]
    assert sorted(set(found))[0] == 0
    assert max(found) == 23
    assert found.count(0) <= 3


def test_both_give_the_same_statistics() -> None:
    assert TABLES.statistics() == SPARQL.statistics()
    assert TABLES.statistics().statements > 300


@pytest.mark.parametrize(
    "words",
    ["turkiye", "the bloc", "water", "lindqvist nairobi", "Third Oslo", "bras", "forty mil"],
)
def test_what_sparql_finds_by_its_name_the_tables_find(words: str) -> None:
    for kind in KINDS:
        found = {hit.address: hit.label for hit in TABLES.search(words, (kind,))}
        for hit in SPARQL.search(words, (kind,)):
            assert found.get(hit.address) == hit.label


def test_sentences_are_searched_with_the_events_that_they_state() -> None:
    (hit,) = TABLES.search("forty million", ("event",))
    assert hit.label.startswith("Sweden aided Kenya")
    assert "forty million dollars" in hit.excerpt


def test_a_word_stands_for_those_that_begin_with_it_only() -> None:
    assert [hit.label for hit in TABLES.search("lindq", ("actor",))] == ["Anna Lindqvist"]
    assert TABLES.search("qvist", ("actor",)) == ()


@pytest.mark.parametrize(
    "words", ["", " ", "–", '"', '""" OR', "\x00", "*", "a" * 500, "NEAR(", "'"]
)
def test_no_words_break_the_tables(words: str) -> None:
    TABLES.search(words)
    TABLES.suggest(words)
    TABLES.matches(words, 5)
    TABLES.total(Wanted(words=tuple(words.split())))


def test_the_name_itself_comes_first_and_then_what_is_busy() -> None:
    assert TABLES.search("kenya", ("actor",))[0].label == "Kenya"
    assert TABLES.search("norway")[0].label == "Norway"


def test_suggestions_begin_with_the_letters_and_the_busiest_is_first() -> None:
    assert [hit.label for hit in TABLES.suggest("e", 2)] == ["Ethiopia", "European Union"]
    assert TABLES.suggest("tur")[0].label == "Türkiye"
    assert TABLES.suggest("anka")[0].excerpt == "Ankara"


def test_matches_are_scored_and_the_best_is_first() -> None:
    found = TABLES.matches("oslo", 100)
    assert found[0][0] == BASE + "place/oslo-nor"
    assert all(a[1] >= b[1] for a, b in itertools.pairwise(found))
    assert len(found) > 3
    assert TABLES.matches("oslo", 2) == found[:2]


ACTORS = tuple(
    _address(key)
    for key in (
        *("country/KEN", "country/ETH", "country/NOR", "person/anna-lindqvist", "person/nobody"),
        *("organisation/european-union", "group/hill-front", "person/ingrid-braathen"),
    )
)


@pytest.mark.parametrize("actor", ACTORS)
def test_both_find_the_same_counterparts(actor: URIRef) -> None:
    for deputies, status in itertools.product((True, False), (None, "happened", "planned")):
        found = TABLES.counterparts(actor, deputies=deputies, status=status)
        assert found == SPARQL.counterparts(actor, deputies=deputies, status=status)
    assert TABLES.counterparts(actor, deputies=True) or actor.endswith("nobody")


def test_both_list_the_same_articles() -> None:
    assert TABLES.articles(20) == SPARQL.articles(20)
    assert TABLES.articles(3, 2) == TABLES.articles(20)[2:5]
    assert len(TABLES.articles(20)) == 7


def test_both_count_events_and_reports_alike() -> None:
    things = [*ACTORS, *TABLES.articles(20), _address("place/oslo-nor"), _address("topic/water")]
    assert TABLES.events_of(things) == SPARQL.events_of(things)
    events = TABLES.latest(Wanted(), 50)
    assert TABLES.reports_of(events) == SPARQL.reports_of(events)
    assert sorted(TABLES.reports_of(events).values())[-2:] == [1, 2]
    assert TABLES.events_of([]) == SPARQL.events_of([]) == {}


def test_both_tell_the_same_happenings_and_names() -> None:
    assert TABLES.happenings() == SPARQL.happenings()
    assert TABLES.actor_names() == SPARQL.actor_names()
    assert len(TABLES.actor_names()) > 15


def _path_or_reason(steps: Callable[[], tuple[Step, ...]]) -> tuple[Step, ...] | str:
    try:
        return steps()
    except NotFoundError as error:
        return str(error)


@pytest.mark.parametrize(("start", "end"), list(itertools.product(ACTORS, ACTORS)))
def test_a_path_is_the_same_without_the_network_of_all(start: URIRef, end: URIRef) -> None:
    network = actor_network(_STORE)
    expected = _path_or_reason(lambda: shortest_path(network, start, end))
    assert _path_or_reason(lambda: path_between(_STORE, start, end)) == expected


def test_paths_through_many_actors_are_the_same() -> None:
    made = pytest.importorskip("benchmarks.generate", reason="the benchmarks are not here")
    store = fill(open_store(None), made.articles(150))
    network = actor_network(store)
    actors = sorted(network)[::29]
    lengths = set()
    for start, end in itertools.combinations(actors, 2):
        expected = _path_or_reason(partial(shortest_path, network, start, end))
        found = _path_or_reason(partial(path_between, store, start, end))
        lengths.add(len(expected) if isinstance(expected, tuple) else 0)
        if isinstance(expected, tuple) and isinstance(found, tuple):
            assert _weights(found) == _weights(expected)
        else:
            assert found == expected
    assert lengths >= {0, 2, 3, 4}


def _weights(steps: tuple[Step, ...]) -> list[int]:
    return sorted(len(step.events) for step in steps)
