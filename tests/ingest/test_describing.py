"""What somebody calls a thing before they name it: "dismissed as baseless X's claims"."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Ghana dismissed as groundless claims by Togo.", ["Rejection GHA > TGO"]),
        ("Ghana describes as “completely false” Togo's claims.", ["Rejection GHA > TGO"]),
        ("Ghana described as reckless Togo's launch.", ["Accusation GHA > TGO"]),
        ("Ghana spoke of “a grave crime” by Togo.", ["Accusation GHA > TGO"]),
        ("Ghana said what Togo had done in Lomé was a crime.", ["Accusation GHA > TGO"]),
        ("The claims by Togo were dismissed as groundless by analysts.", []),
        ("Ghana spoke of a serious problem in Togo.", []),
        ("Ghana regards as vital the port that Togo built.", []),
    ],
)
def test_what_is_judged_may_stand_last(read: Read, sentence: str, events: list[str]) -> None:
    assert lines(read(sentence)) == events
