"""Words were said where a sentence beside them says that somebody spoke."""

import pytest

from graph.model import EventClass
from tests.ingest.outline import Read

SAID = "Kenyan Foreign Minister Asha Kamau accused Belarus of lying. "


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (f"{SAID}Kamau told reporters in Lima that she was angry.", "Lima"),
        (f"{SAID}She said at a news conference in Lima that this was a pity.", "Lima"),
        (f"Asha Kamau told reporters in Lima that it rained. Nobody knew why. {SAID}", "Lima"),
        (f"{SAID}She told reporters after chairing the meeting in Lima that it rained.", "Lima"),
        (f"{SAID}She said before a meeting in Lima that it rained.", None),
        (f"{SAID}A band played in Lima that day.", None),
        (f"{SAID}Jan Nowak told reporters in Lima that it rained.", None),
    ],
)
def test_what_somebody_said_was_said_where_they_spoke(
    text: str, town: str | None, read: Read
) -> None:
    said = next(event for event in read(text) if event.kind is EventClass.ACCUSATION)
    assert (said.place.label if said.place else None) == town
