"""Short forms that a text gives names of its own: "Office of the Prime Minister (OPM)"."""

import functools
import re
from collections.abc import Mapping

from ingest.authority import load_authority

_DEFINED = re.compile(
    r"((?:[A-Z][\w&’'-]+ (?:(?:of|the|for|and|on|in|to|de|du|des) )*){2,8})\(([A-Z][A-Z&-]{1,7})\)"
)
_HALF = 0.5
"""How many of the words of a name stand in another of the same actor, at least."""


def renamed(text: str) -> frozenset[str]:
    """The short forms of the tables that stand for something else in a text.

    >>> sorted(renamed("The Office of the Prime Minister (OPM) and the African Union (AU) met."))
    ['OPM']
    """
    found: set[str] = set()
    for told in _DEFINED.finditer(text):
        name, short = told[1], told[2]
        words = [word for word in name.split() if word[0].isupper()][-len(short) :]
        if "".join(word[0] for word in words) != short or short not in _names():
            continue
        said = {word.lower() for word in words}
        shares = (len(said & known) / len(said) for known in _names()[short])
        if max(shares) < _HALF:
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
