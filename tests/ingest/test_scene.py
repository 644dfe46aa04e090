"""The place that a dateline gives to the lead of a report."""

import pytest

from ingest.datelines import dateline
from ingest.gazetteer import load_gazetteer
from ingest.scene import filed_at


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("ACCRA, March 10 — Ghana thanked Togo.", "Accra"),
        ("ACCRA (Gulf Herald) — Ghana thanked Togo.", "Accra"),
        ("ACCRA – Ghana thanked Togo.", "Accra"),
        ("Accra, March 10 (Gulf Herald) -- Ghana thanked Togo.", "Accra"),
        ("  ADDIS ABABA, 4 May - Kenya thanked Togo.", "Addis Ababa"),
        ("Accra, May 4 2015 (GH).- Ghana thanked Togo.", "Accra"),
        ("ACCRA, May 4. /GH/. Ghana thanked Togo.", "Accra"),
        ("Accra, May 4, GHANEWS: Ghana thanked Togo.", "Accra"),
        ("Accra (4 May 2015) – Ghana thanked Togo.", "Accra"),
        ("Accra, Ghana, Tuesday 4 May 2015 – Ghana thanked Togo.", "Accra"),
        ("Presidential Palace, Accra, 4 May 2015 – Ghana thanked Togo.", "Accra"),
        ("Accra/Lomé, 4 May 2015. Ghana thanked Togo.", "Accra"),
    ],
)
def test_a_dateline_gives_its_town(text: str, town: str) -> None:
    place = filed_at(dateline(text, load_gazetteer().has_town), load_gazetteer())
    assert place is not None
    assert place.label == town


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ghana thanked Togo — at last.",
        "Accra is large.",
        "Accra — a large town — woke.",
        "BREAKING NEWS — Ghana thanked Togo.",
        "On Monday Ghana thanked Togo in ACCRA, March 10 — a long day.",
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert filed_at(dateline(text, load_gazetteer().has_town), load_gazetteer()) is None
