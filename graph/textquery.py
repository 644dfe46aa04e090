"""Words in a SPARQL query: ``?thing dgm:search "words"``, answered from the index beforehand.

The pattern is no triple of the graph. Before a query is run, each such pattern is replaced by the
things that hold the words (VALUES), so that it works in every process and on every store, and the
store joins from a few addresses instead of filtering all texts.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from graph.errors import QueryError
from graph.vocabulary import DGM, PREFIXES

Find = Callable[[str, int], Sequence[tuple[str, float]]]
"""The addresses of things that hold the words, with scores, best first, at most so many."""
MOST = 10_000
"""How many things one pattern stands for at most; the best are kept."""
_PATTERNS = 4
"""How many such patterns a query may have; each takes its time before any limit of time begins."""
_SEARCH = str(DGM.search)
_TOKEN = re.compile(
    r"""
    (?P<gap>\s+ | \#[^\r\n]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>\"\"\"(?:[^\\"]|\\.|"(?!""))*\"\"\" | '''(?:[^\\']|\\.|'(?!''))*'''
       | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
  | [?$](?P<variable>\w+)
  | (?P<name>[\w.\-]*:(?:[\w:\-]|\.(?=[\w:\-])|%[0-9A-Fa-f]{2}|\\.)*)
  | (?P<number>\d+(?![\w.]))
  | (?P<word>\w+)
  | (?P<mark>\\.|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_HOW = (
    'write it as ?thing dgm:search "words", (?thing ?score) dgm:search "words" or '
    '?thing dgm:search ("words" 100), at the beginning of a pattern'
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


def searches(query: str) -> bool:
    """Whether the query may hold such a pattern; cheap, and sometimes too cautious."""
    return "search" in query


def expand(query: str, find: Find) -> str:
    """The query with each ``dgm:search`` pattern replaced by what ``find`` gives.

    Raises `QueryError` for a pattern of another form.

    >>> expand('SELECT ?x { ?x dgm:search "oslo" ; a ?y }', lambda words, most: [("x:a", 2.5)])
    'SELECT ?x { VALUES (?x) { (<x:a>) } ?x a ?y }'
    """
    if not searches(query):
        return query
    tokens = [t for t in _tokens(query) if t.kind != "gap"]
    prefixes = _prefixes(tokens)
    out: list[str] = []
    last = 0
    places = [at for at, token in enumerate(tokens) if _address(token, prefixes) == _SEARCH]
    if len(places) > _PATTERNS:
        raise QueryError(f"a query may hold {_PATTERNS} patterns with dgm:search; ask twice")
    for at in places:
        first, variables = _subject(tokens, at)
        end, words, limit = _object(tokens, at)
        following = tokens[end] if end < len(tokens) else None
        chained = following is not None and following.text == ";"
        values = _values(variables, find(words, limit), prefixes)
        rest = f" {variables[0].text}" if chained else ""
        out += [query[last : tokens[first].start], values, rest]
        last = tokens[end].end if chained else tokens[end - 1].end
        if not chained and following is not None and following.text == ".":
            last = following.end
    return "".join(out) + query[last:]


def _tokens(query: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(query):
        yield _Token(str(match.lastgroup), match.group(), match.start(), match.end())


def _prefixes(tokens: Sequence[_Token]) -> dict[str, str]:
    found = dict(PREFIXES)
    for one, two, three in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if one.text.upper() == "PREFIX" and two.kind == "name" and three.kind == "iri":
            found[two.text[:-1]] = three.text[1:-1]
    return found


def _address(token: _Token, prefixes: dict[str, str]) -> str | None:
    if token.kind == "iri":
        return token.text[1:-1]
    if token.kind == "name":
        prefix, _, local = token.text.partition(":")
        return prefixes[prefix] + local if prefix in prefixes else None
    return None


def _subject(tokens: Sequence[_Token], at: int) -> tuple[int, list[_Token]]:
    """The first token of the subject before the property, and the terms in it: thing and score."""
    if at and tokens[at - 1].kind in ("variable", "iri", "name"):
        return at - 1, [tokens[at - 1]]
    if at >= 4 and [t.text for t in (tokens[at - 4], tokens[at - 1])] == ["(", ")"]:
        both = list(tokens[at - 3 : at - 1])
        if all(t.kind == "variable" for t in both):
            return at - 4, both
    raise QueryError(f"dgm:search stands in a place where it cannot be read; {_HOW}")


def _object(tokens: Sequence[_Token], at: int) -> tuple[int, str, int]:
    """The place after the object, its words, and how many things are wanted."""
    kinds = [t.kind for t in tokens[at + 1 : at + 5]]
    texts = [t.text for t in tokens[at + 1 : at + 5]]
    if kinds[:1] == ["string"] and texts[1:2] not in (["@"], ["^"], [","]):
        return at + 2, _words(texts[0]), MOST
    if kinds == ["mark", "string", "number", "mark"] and (texts[0], texts[3]) == ("(", ")"):
        return at + 5, _words(texts[1]), min(int(texts[2]), MOST)
    raise QueryError(f"dgm:search takes words in quotation marks; {_HOW}")


def _words(literal: str) -> str:
    (quad,) = ox.parse(f"<x:a> <x:b> {literal} .", format=ox.RdfFormat.TURTLE)
    return quad.object.value if isinstance(quad.object, ox.Literal) else ""


def _values(
    subject: Sequence[_Token], found: Sequence[tuple[str, float]], prefixes: dict[str, str]
) -> str:
    if subject[0].kind != "variable":  # the thing is fixed: only whether it was found counts
        wanted = _address(subject[0], prefixes)
        return "" if any(address == wanted for address, _ in found) else "FILTER (false)"
    rows = (
        (f"(<{address}> {score:.6f})" if len(subject) > 1 else f"(<{address}>)")
        for address, score in found
    )
    return f"VALUES ({' '.join(t.text for t in subject)}) {{ {' '.join(rows)} }}"
