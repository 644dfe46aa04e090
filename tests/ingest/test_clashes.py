"""A clash is told once, of who is named first, and of the fallen as those who were hit."""

import pytest

from graph.model import EventClass, Role
from tests.ingest.outline import Read

ONCE = [
    "Clashes between Norwegian troops and Kenyan soldiers killed ten people.",
    "Norwegian troops clashed with Kenyan soldiers near Mombasa.",
    "Heavy fighting broke out between Norwegian troops and the Kenyan army.",
    "Three Kenyan soldiers were killed in a gun battle with Norwegian troops.",
    "Norwegian and Kenyan troops exchanged fire across the border.",
    "Clashes occurred between Norwegian and Kenyan forces near Mogadishu.",
    "Norwegian troops attacked Kenyan soldiers near Mombasa.",
    "Three Kenyan soldiers were killed by Norwegian troops.",
    "Three Kenyan soldiers were killed in a Norwegian air strike.",
]


def _pairs(read: Read, text: str) -> list[tuple[str, str]]:
    return [
        (one.key.rpartition("/")[2][:3].upper(), other.key.rpartition("/")[2][:3].upper())
        for event in read(text)
        if event.kind is EventClass.FORCE
        for one in event.actors(Role.SOURCE)
        for other in event.actors(Role.TARGET)
    ]


@pytest.mark.parametrize("text", ONCE)
def test_a_clash_is_told_once(text: str, read: Read) -> None:
    assert _pairs(read, text) == [("NOR", "KEN")]


def test_where_one_fights_rebels_the_state_does_not_fight(read: Read) -> None:
    assert ("KEN", "NOR") not in _pairs(read, "Norwegian troops clashed with rebels in Mombasa.")
    assert not _pairs(read, "Kenyan and Norwegian fans clashed in Mombasa.")
    assert _pairs(read, "Kenyan and Norwegian troops clashed in Mombasa.")
