"""What states are called by where they lie or how they are ruled: the table ``epithets.csv``.

"The West African nation" and "the kingdom" take up a state that was named before.
"""

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.authority import Authority, load_authority
from ingest.folding import fold
from ingest.tables import Row, read_table

EPITHET = "epithet"
"""The kind of office of a mention that takes up a state by an epithet."""
EPITHETS = ("epithet", "followed_by", "states")


@dataclass(frozen=True, slots=True)
class Epithets:
    """The epithets by their first word: the words, the nouns behind them, and whom they fit."""

    by_first: dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]
    states: dict[str, frozenset[str]]
    """The keys of the states that an epithet fits, by its words."""

    def end(self, folded: Sequence[str], start: int) -> tuple[int, str]:
        """Past the longest epithet that starts at a token, with it; the token and "" if none does.

        What a hyphen binds to the next word is none: "the island-hopping tour".
        """
        for words, nouns in self.by_first.get(folded[start], ()):
            end = start + len(words)
            if tuple(folded[start:end]) != words or folded[end : end + 1] == ["-"]:
                continue
            if not nouns:
                return end, " ".join(words)
            if folded[end : end + 1] and folded[end] in nouns:
                return end + 1, " ".join(words)
        return start, ""


def epithets(authority: Authority, rows: Iterable[Row]) -> Epithets:
    """The epithets of a table; raises `KnowledgeError` where a row names no state of the others."""
    found: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    states: dict[str, frozenset[str]] = {}
    for row in rows:
        words = tuple(fold(row.needed("epithet")).replace("-", " - ").split())
        keys = [f"country/{code}" for code in row.names("states")]
        for key in keys:
            if authority.by_key(key) is None:
                row.fail(f"states has {key!r}, which the tables of states do not have")
        if not keys or " ".join(words) in states:
            row.fail("an epithet needs states, and stands in one row only")
        states[" ".join(words)] = frozenset(keys)
        found.setdefault(words[0], []).append((words, frozenset(row.names("followed_by"))))
    by_first = {
        first: tuple(sorted(many, key=lambda one: -len(one[0]))) for first, many in found.items()
    }
    return Epithets(by_first, states)


@functools.cache
def load_epithets() -> Epithets:
    """The shipped table; raises `KnowledgeError` where it is wrong."""
    return epithets(load_authority(), read_table("epithets.csv", EPITHETS))
