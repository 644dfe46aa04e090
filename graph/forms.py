"""What can be told from the text of a query: its form, its words, the prefixes that it leaves out.

The text is not parsed: a server may know more than SPARQL 1.1. Strings, addresses and comments are
skipped, so that no word in them is taken for one of the language.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from graph.errors import QueryError
from graph.vocabulary import PREFIXES

GRAPH_FORMS = ("CONSTRUCT", "DESCRIBE")
_TOKEN = re.compile(
    r"""
    \#[^\n]* | <[^<>"{}|^`\\\x00-\x20]*>
  | \"\"\"(?:[^\\"]|\\.|"(?!""))*\"\"\" | '''(?:[^\\']|\\.|'(?!''))*'''
  | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
  | [?$]\w+ | [{}]
  | (?P<prefix>[A-Za-z][\w.-]*)?:[\w.:%-]*
  | (?P<word>[A-Za-z_]\w*)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a query; what stands between two pieces means nothing here."""

    text: str
    start: int
    end: int
    word: str
    """A word of the language, in upper case; empty where the piece is none."""
    prefix: str
    """The prefix of a prefixed name; empty where the piece is none."""


def tokens(query: str) -> Iterator[Token]:
    """The pieces of the query, comments left out."""
    for match in _TOKEN.finditer(query):
        if not match.group().startswith("#"):
            word, prefix = (match["word"] or "").upper(), match["prefix"] or ""
            yield Token(match.group(), match.start(), match.end(), word, prefix)


def words(query: str) -> Iterator[str]:
    """The words of the language in the query, in upper case, in their order."""
    return (token.word for token in tokens(query) if token.word)


def query_form(query: str) -> str:
    """``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``; empty where it is none of them.

    >>> query_form("PREFIX ask: <x:#SELECT> # ASK\\n describe ?s { ?s ask:of 'SELECT' }")
    'DESCRIBE'
    """
    return next((w for w in words(query) if w in ("SELECT", "ASK", *GRAPH_FORMS)), "")


def with_prefixes(text: str) -> str:
    """The query or update with those of Dragoman's prefixes declared that it uses and does not.

    >>> with_prefixes("ASK { ?a dgm:met ?b }")
    'PREFIX dgm: <https://w3id.org/dragoman/ontology#> ASK { ?a dgm:met ?b }'
    """
    used: set[str] = set()
    declared: set[str] = set()
    word = ""
    for token in tokens(text):
        if token.prefix:
            (declared if word == "PREFIX" else used).add(token.prefix)
        word = token.word
    missing = sorted((used - declared) & PREFIXES.keys())
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in missing) + text


def graph_format(media_type: str) -> ox.RdfFormat:
    """The form of a graph; raises `QueryError` where graphs have no such form."""
    form = ox.RdfFormat.from_media_type(media_type)
    if form is None:
        raise QueryError(f"a graph has no form {media_type}; ask for text/turtle")
    return form


def table_format(media_type: str) -> ox.QueryResultsFormat:
    """The form of a table; raises `QueryError` where tables have no such form."""
    form = ox.QueryResultsFormat.from_media_type(media_type)
    if form is None:
        raise QueryError(
            f"a table has no form {media_type}; ask for application/sparql-results+json"
        )
    return form


def prefixes_of(form: ox.RdfFormat) -> dict[str, str] | None:
    """The prefixes that a graph is written with; None where the form knows none."""
    return None if form in (ox.RdfFormat.N_TRIPLES, ox.RdfFormat.N_QUADS) else dict(PREFIXES)
