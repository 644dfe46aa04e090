"""Short forms that a text gives names of its own: "Office of the Prime Minister (OPM)"."""

import functools
import re
from collections.abc import Mapping

from ingest.authority import load_authority

_SHORT = re.compile(r"\(([A-Z][A-Z&-]{1,7})\)")
_FAR = 120
"""Characters before a short form in which its name stands."""
_HALF = 0.5
"""How many of the words of a name stand in another of the same actor, at least."""


def renamed(text: str) -> frozenset[str]:
    """The short forms of the tables that stand for something else in a text.

    >>> sorted(renamed("The Office of the Prime Minister (OPM) and the African Union (AU) met."))
    ['OPM']
    """
    found: set[str] = set()
    for told in _SHORT.finditer(text):
        short = told[1]
        if short not in _names():
            continue
        before = re.split(r"[^\w &’'-]", text[max(0, told.start() - _FAR) : told.start()])[-1]
        words = [word for word in before.split() if word[0].isupper()][-len(short) :]
        if "".join(word[0] for word in words) != short:
            continue
        said = {word.lower() for word in words}
        if max(len(said & known) / len(said) for known in _names()[short]) < _HALF:
            found.add(short)
    return frozenset(found)


@functools.cache
def _names() -> Mapping[str, tuple[frozenset[str], ...]]:
    """By each short form of the tables, the words of the names of those for whom it stands."""
    long: dict[str, list[frozenset[str]]] = {}
    short: dict[str, list[str]] = {}
    for surface, entry, kind in load_authority().names():
        if kind == "acronym":
            short.setdefault(surface, []).append(entry.actor.key)
        else:
            long.setdefault(entry.actor.key, []).append(frozenset(surface.lower().split()))
    return {
        each: tuple(words for key in keys for words in long.get(key, ()))
        for each, keys in short.items()
        if any(key in long for key in keys)
    }
