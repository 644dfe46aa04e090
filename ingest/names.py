"""Looks names of many words up in running text: the longest that starts at a token."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.authority import Authority, Entry
from ingest.folding import fold
from ingest.warships import load_warships

Tokenise = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name of the authority tables that stands in the text, up to token ``end``."""

    end: int
    kind: str
    """``name``, ``acronym``, ``demonym``, ``metonym`` or ``capital``."""
    entries: tuple[Entry, ...]
    """All that the name may stand for; today's states first."""

    @property
    def demonym(self) -> bool:
        """Whether it is an adjective or the name of a people."""
        return self.kind == "demonym"


@dataclass(frozen=True, slots=True)
class _Line:
    words: tuple[str, ...]
    surface: tuple[str, ...]
    kind: str
    entries: tuple[Entry, ...]


_ARTICLES = frozenset({"Al", "El"})
"""What a name of another tongue may begin with that is no word of English."""
_ORDER = {"name": 0, "acronym": 1, "demonym": 2, "metonym": 3, "capital": 4}


class NameIndex:
    """All names of the authority tables, by their first word."""

    def __init__(self, authority: Authority, tokenise: Tokenise) -> None:
        self.navies = load_warships(authority)
        found: dict[tuple[tuple[str, ...], str], list[tuple[Entry, tuple[str, ...]]]] = {}
        for surface, entry, kind in authority.names():
            if kind == "capital" and entry.end is not None:
                continue  # Bonn, Aden: towns today, and no longer a government
            tokens = tuple(tokenise(surface))
            if tokens:
                words = tuple(fold(token) for token in tokens)
                found.setdefault((words, kind), []).append((entry, tokens))
        lines: dict[str, list[_Line]] = {}
        for (words, kind), rows in found.items():
            entries = tuple(dict.fromkeys(entry for entry, _ in sorted(rows, key=_rank)))
            written = rows[0][1] if kind == "acronym" else _least([each for _, each in rows])
            lines.setdefault(words[0], []).append(_Line(words, written, kind, entries))
        self._lines = {
            first: tuple(sorted(many, key=lambda line: (-len(line.words), _ORDER[line.kind])))
            for first, many in lines.items()
        }
        self.first_words = frozenset(lines)
        """Folded."""

    def match(self, tokens: Sequence[str], folded: Sequence[str], start: int) -> NameMatch | None:
        """The longest name that starts at token ``start``; None where none does.

        A name is written with a capital where the table writes one, and an acronym is written as
        in the table: "who" is not the World Health Organization.
        """
        following = folded[start + 1] if start + 1 < len(folded) else ""
        for line in self._lines.get(folded[start], ()):
            end = start + len(line.words)
            if end > start + 1 and line.words[1] != following:
                continue  # nearly all
            if end > len(tokens) or tuple(folded[start:end]) != line.words:
                continue
            if _written_alike(tokens[start:end], line):
                return NameMatch(end=end, kind=line.kind, entries=line.entries)
        return None


def _rank(row: tuple[Entry, tuple[str, ...]]) -> tuple[bool, str]:
    entry, _ = row
    return (entry.end is not None, entry.actor.key)


def _least(surfaces: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Of each word the spelling with the least capitals: "al Qaeda" beside "Al Qaeda".

    An article that is Arabic or Spanish needs none, before a hyphen or not: "al-Aqsa", "el Fasher".
    """
    words = (max(spellings, key=str.islower) for spellings in zip(*surfaces, strict=True))
    return tuple(word.lower() if word in _ARTICLES else word for word in words)


def _written_alike(tokens: Sequence[str], line: _Line) -> bool:
    if line.kind == "acronym":
        return all(t == s or t.isupper() for t, s in zip(tokens, line.surface, strict=True))
    for token, surface in zip(tokens, line.surface, strict=True):
        if surface[:1].isupper() and not token[:1].isupper():
            return False
        if line.kind == "capital" and token.isupper() and not surface.isupper():
            return False  # the news agency SANA is not in Sana
    return True
