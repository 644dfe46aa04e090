"""A date is that of its own clause: of what it begins, and not of owning up to it."""

import pytest

from graph.model import EventClass
from tests.ingest.outline import Read


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "In May 2003, two weeks after its troops withdrew, Ethiopia recalled its ambassador "
            "from Eritrea.",
            EventClass.RELATIONS_DOWNGRADE,
            "2003-05",
        ),
        (
            "Ethiopia recalled its ambassador from Eritrea after its troops withdrew in May 2003.",
            EventClass.RELATIONS_DOWNGRADE,
            None,
        ),
        ("By March 1994 Togo threatened Ghana with war.", EventClass.THREAT, "1994-03"),
        ("Togo must apologise to Ghana by Monday.", EventClass.REQUEST, None),
        (
            "Russia admitted on Monday that it had shot down a Polish plane.",
            EventClass.FORCE,
            None,
        ),
        (
            "Russia said on Monday that it had expelled two Polish diplomats.",
            EventClass.RELATIONS_DOWNGRADE,
            "2020-05-18",
        ),
        (
            "Chad and Togo agreed to reopen the road when they held talks in Oslo last month.",
            EventClass.AGREEMENT,
            "2020-04",
        ),
        (
            "Polish President Jan Nowak told Peruvian President Ana Rojas of the plan in a "
            "telephone conversation on Monday and gave the envoy notice on Tuesday.",
            EventClass.CALL,
            "2020-05-18",
        ),
    ],
)
def test_a_date_is_that_of_its_clause(
    text: str, kind: EventClass, day: str | None, read: Read
) -> None:
    dates = [event.date for event in read(text) if event.kind is kind]
    assert all(date is None for date in dates) if day is None else day in dates
