"""When and where a joint statement was made."""

import pytest

from graph.model import EventClass
from ingest.gazetteer import load_gazetteer
from ingest.makings import made_at, made_on
from tests.ingest.outline import Read


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        ("Joint Communiqué of Chad and Togo, 2 April 2007", "The two met.", "2007-04-02"),
        ("Final Communiqué of the Summit (Lomé, 3rd April 2007)", "The two met.", "2007-04-03"),
        ("Joint Communiqué", "The two met.\n\nDone at Lomé, 4 April 2007.", "2007-04-04"),
        ("Joint Communiqué", "The two met. Signed in Lomé on April 4, 2007", "2007-04-04"),
        ("Joint Communiqué on the treaty of 1987", "The two met.", "2007-04-10"),
        ("Joint Communiqué, 2 May 2007", "It is not out yet.", "2007-04-10"),
    ],
)
def test_a_joint_statement_is_of_the_day_that_it_names(title: str, text: str, day: str) -> None:
    assert made_on(title, text, "2007-04-10") == day


@pytest.mark.parametrize(
    ("title", "text", "town"),
    [
        ("Joint Communiqué", "The two met.\n\nDone at Addis Ababa, 4 April 2007.", "Addis Ababa"),
        ("Final Communiqué of the Summit (Lomé, 3 April 2007)", "The two met.", "Lomé"),
        ("Joint Statement on the outcomes of their meeting in Lima, Peru", "We thank all.", "Lima"),
        ("Joint Statement", "We, the leaders, having met in Lima on 4 April, declare:", "Lima"),
        ("Joint Statement on peace in Lomé", "We thank all who helped.", None),
        ("Joint Statement", "We met in Brotherly Union.", None),
    ],
)
def test_a_joint_statement_is_made_where_those_met_who_make_it(
    title: str, text: str, town: str | None
) -> None:
    place = made_at(title, text, load_gazetteer())
    assert (place.label if place else None) == town


def test_a_joint_statement_is_made_in_the_state_that_is_visited(read: Read) -> None:
    text = (
        "President Kofi Addo of Ghana paid a State Visit to Kenya from 3 to 5 May 2020. "
        "The two Presidents recalled the ties between their countries."
    )
    title = "Joint Statement between Ghana and Kenya"
    made = next(e for e in read(text, title=title) if e.kind is EventClass.SIGNING)
    assert made.place is not None
    assert made.place.label == "Kenya"
