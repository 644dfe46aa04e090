"""A short form stands for what the text calls by it, be it one of the tables or not."""

import pytest

from ingest.shortforms import renamed
from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("The Office of the Prime Minister (OPM) said so.", {"OPM"}),
        ("The African Union (AU) met in Lima.", set()),
        ("The United Nations (UN) and the Ocean Pilots Movement (OPM) met.", {"OPM"}),
        ("The Office of the Prime Minister (PM) said so.", set()),
    ],
)
def test_a_short_form_is_renamed_where_the_text_spells_it_out(text: str, others: set[str]) -> None:
    assert renamed(text) == others


def test_who_is_renamed_is_nobody_of_the_tables(read: Read) -> None:
    told = "Norway met Kenya. The OPM accused Kenya of delay."
    assert "Accusation free-papua-movement > KEN" in lines(read(told))
    assert lines(read(f"The Office of the Prime Minister (OPM) spoke. {told}")) == [
        "Meeting KEN, NOR"
    ]
