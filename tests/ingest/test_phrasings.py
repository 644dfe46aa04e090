"""The common wordings of each class of event, one sentence each, with the states that are in it."""

from pathlib import Path

import pytest

from ingest.checks import side
from tests.ingest.outline import Read

_ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("phrasings.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("kind", "states", "sentence"), _ROWS)
def test_a_plain_sentence_gives_its_event(
    read: Read, kind: str, states: str, sentence: str
) -> None:
    sides = [
        {side(actor).partition("/")[2] for actor in event.actors()}
        for event in read(sentence)
        if event.kind == kind
    ]
    assert any(set(states.split()) <= one for one in sides), sides
