"""Where a report says "here": in the town from which it was filed."""

from collections.abc import Sequence

from graph.model import Place
from ingest.units import Mark, Unit

TOWN = "Rome"
"""The plain word for such a place."""
_OPENING, _CLOSING = frozenset({"“", "``"}), frozenset({"”", "''"})
_NO_PLACE = frozenset({"around", "as", "from", "in", "near", "through", "to", "up"})
"""Words behind which "here" is not simply "in the town"."""
_LEFT = frozenset({"depart", "departed", "departs", "leave", "leaves", "leaving", "left"})


def reported_here(
    tokens: Sequence[str], offsets: Sequence[int], marks: Sequence[Mark], place: Place
) -> list[Mark]:
    """A mark for each "here" of the reporter, outside quotation marks, that names the place."""
    taken = {at for mark in marks for at in range(mark.start, mark.end)}
    out: list[Mark] = []
    quoted = False
    for at, word in enumerate(tokens):
        if word == '"' or word in (_CLOSING if quoted else _OPENING):
            quoted = not quoted
        if word != "here" or quoted or at in taken or at == 0:
            continue
        if tokens[at - 1].lower() in _NO_PLACE | _LEFT:
            continue
        unit = Unit(start=offsets[at], end=offsets[at] + len(word), place=place, here=True)
        out.append(Mark(start=at, end=at + 1, unit=unit, word=TOWN))
    return out
