"""The small world holds what its users count on."""

from graph.model import EventClass, Status
from tests.world import sample_readings, sample_store


def test_every_class_of_event_and_every_status_is_there() -> None:
    events = [e for r in sample_readings() for e in r.events]
    assert {e.kind for e in events} == set(EventClass)
    assert {e.status for e in events} == set(Status)


def test_two_reports_of_the_meeting_are_one_event() -> None:
    rows = sample_store().select(
        "SELECT ?e (COUNT(?g) AS ?n) { GRAPH ?g { ?e a dgm:Meeting } } GROUP BY ?e ORDER BY ?n"
    )
    assert [int(str(row["n"])) for row in rows] == [1, 1, 2]
