"""What a store holds, counted."""

from graph.statistics import Count, statistics
from graph.store import open_store
from tests.world import sample_store


def test_the_small_world_is_counted_once_whatever_reports_it() -> None:
    found = statistics(sample_store())
    assert (found.articles, found.events, found.actors) == (7, 23, 20)
    assert (found.documents, found.places, found.quotes) == (3, 4, 23)
    assert found.events_by_class[0] == Count(name="Meeting", number=3)
    assert len(found.events_by_class) == 18
    assert found.events_by_status == (
        Count(name="happened", number=20),
        Count(name="planned", number=2),
        Count(name="calledOff", number=1),
    )
    assert found.actors_by_class[0] == Count(name="Country", number=7)
    assert (found.first_date, found.last_date) == ("2023", "2025")


def test_statements_are_those_of_the_merged_graph() -> None:
    store = sample_store()
    merged = sum(1 for *_, graph in store.quads() if graph is None)
    assert statistics(store).statements == merged


def test_an_empty_store_holds_nothing() -> None:
    found = statistics(open_store(None))
    assert (found.articles, found.events, found.statements) == (0, 0, 0)
    assert found.events_by_class == ()
    assert found.first_date is None
