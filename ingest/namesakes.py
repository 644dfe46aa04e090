"""Names of the tables that mean something else where they stand: "the Sea of Japan".

The lists are those of ``data/lexicon/namesakes.toml``, which says what each is for.
"""

import functools
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from graph.errors import KnowledgeError

_FILE = "lexicon/namesakes.toml"
_WORDS = ("called_after", "joining", "money")
_NAMES = ("longer", "organs")
_CONTEXT = ("beside", "unless", "only")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What must stand in a paragraph for a name to mean somebody else there."""

    name: str
    beside: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesakeWords:
    """The lists of the file."""

    longer: tuple[str, ...]
    regions: dict[str, tuple[str, ...]]
    """By the code of a state, parts of it."""
    organs: tuple[str, ...]
    called_after: frozenset[str]
    joining: frozenset[str]
    money: frozenset[str]
    names: tuple[Context, ...]


class Namesakes:
    """The lists, by the tokens of their names."""

    def __init__(self, words: NamesakeWords, tokenise: Callable[[str], Sequence[str]]) -> None:
        self.words = words
        self._longer = _index(words.longer, tokenise)
        self._regions = {code: _index(regions, tokenise) for code, regions in words.regions.items()}
        self._organs = _index(words.organs, tokenise)

        def spaced(phrases: Iterable[str]) -> tuple[str, ...]:
            return tuple(f" {' '.join(tokenise(phrase))} " for phrase in phrases)

        self._contexts: dict[str, list[tuple[tuple[str, ...], Context]]] = {}
        for each in words.names:
            name = tuple(tokenise(each.name))
            around = Context(
                name=each.name,
                beside=spaced(each.beside),
                unless=spaced(each.unless),
                only=spaced(each.only),
            )
            self._contexts.setdefault(name[0], []).append((name, around))

    def others(self, tokens: Sequence[str]) -> dict[int, int]:
        """The tokens at which no actor's name starts that ends before the token given with each."""
        found: dict[int, int] = {}
        text = ""
        for at, token in enumerate(tokens):
            if token in self._longer:
                end = _end(self._longer, tokens, at)
                found.update(dict.fromkeys(range(at, end), end))
            for name, context in self._contexts.get(token, ()):
                end = at + len(name)
                if tuple(tokens[at:end]) != name:
                    continue
                text = text or f" {' '.join(tokens)} "
                if _elsewhere(text, context):
                    found[at] = max(end, found.get(at, 0))
        return found

    def region(self, tokens: Sequence[str], at: int) -> str:
        """The code of the state a part of which is named at a token: "London, | Ontario"."""
        if at >= len(tokens):
            return ""
        parts = self._regions.items()
        return next((code for code, index in parts if _end(index, tokens, at) > at), "")

    def organ(self, tokens: Sequence[str], start: int, end: int) -> bool:
        """Whether the tokens are the short name of an organ that many have."""
        return _end(self._organs, tokens, start) == end


def _elsewhere(text: str, context: Context) -> bool:
    """Whether a name means somebody else in a text."""
    if context.only:
        return not any(phrase in text for phrase in context.only)
    return any(phrase in text for phrase in context.beside) and not any(
        phrase in text for phrase in context.unless
    )


_Index = dict[str, tuple[tuple[str, ...], ...]]


def _index(names: Iterable[str], tokenise: Callable[[str], Sequence[str]]) -> _Index:
    """The tokens of names by the first of them, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        tokens = tuple(tokenise(name))
        found.setdefault(tokens[0], []).append(tokens)
    return {first: tuple(sorted(many, key=len, reverse=True)) for first, many in found.items()}


def _end(index: _Index, tokens: Sequence[str], at: int) -> int:
    """Where the longest name that starts at a token ends; the token itself where none does."""
    for name in index.get(tokens[at], ()):
        if tuple(tokens[at : at + len(name)]) == name:
            return at + len(name)
    return at


@functools.cache
def load_namesakes() -> NamesakeWords:
    """The shipped lists; raises `KnowledgeError` where one is missing or wrong."""
    return read_namesakes((files("data") / _FILE).read_text(encoding="utf-8"))


def read_namesakes(text: str) -> NamesakeWords:
    """The lists that ``text`` (TOML) holds; raises `KnowledgeError` where one is wrong."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"data/{_FILE}: {error}") from error
    lists = {name: _strings(table, name, name) for name in (*_NAMES, *_WORDS)}
    return NamesakeWords(
        longer=lists["longer"],
        regions=_regions(table.get("regions")),
        organs=lists["organs"],
        called_after=frozenset(lists["called_after"]),
        joining=frozenset(lists["joining"]),
        money=frozenset(lists["money"]),
        names=tuple(_context(row) for row in table.get("names", ())),
    )


def _regions(table: object) -> dict[str, tuple[str, ...]]:
    """The parts of states, by the codes of these."""
    if not isinstance(table, dict):
        raise KnowledgeError(f"data/{_FILE}: regions must be a table of lists")
    return {code: _strings(table, code, f"regions of {code}") for code in table}


def _context(row: dict[str, object]) -> Context:
    """One entry of ``[[names]]``."""
    name = row.get("name")
    if not isinstance(name, str) or not name.strip():
        raise KnowledgeError(f"data/{_FILE}: an entry of names has no name")
    unknown = row.keys() - {"name", *_CONTEXT}
    if unknown:
        raise KnowledgeError(f"data/{_FILE}: {name} has {min(unknown)}, which nothing reads")
    if ("only" in row) == ("beside" in row) or ("unless" in row and "beside" not in row):
        raise KnowledgeError(f"data/{_FILE}: {name} needs beside (and unless) or only")
    beside, unless, only = (
        _strings(row, key, f"{key} of {name}") if key in row else () for key in _CONTEXT
    )
    return Context(name=name, beside=beside, unless=unless, only=only)


def _strings(table: dict[str, object], key: str, told: str) -> tuple[str, ...]:
    """A list of strings of the file."""
    words = table.get(key)
    if not isinstance(words, list) or not words:
        raise KnowledgeError(f"data/{_FILE}: {told} must be a list of words")
    if not all(isinstance(word, str) and word.strip() for word in words):
        raise KnowledgeError(f"data/{_FILE}: {told} must be a list of words")
    return tuple(words)
