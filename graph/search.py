"""Finding things by words, whatever their case and accents: the one room where search lives.

It asks the store itself, with a pattern for each word that admits every accent ("turkiye" finds
"Türkiye"), so it works over every store; it reads all names for each question.
"""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from rdflib import Literal, URIRef

from graph.naming import slug
from graph.store import GraphReader

KINDS = ("actor", "event", "document", "place", "topic", "article")
_MOST_WORDS = 8
_NAMES = {
    "actor": (
        "VALUES ?class { dgm:Person dgm:Country dgm:IntergovernmentalOrganization "
        "dgm:GovernmentBody dgm:NonGovernmentalOrganization dgm:ArmedGroup dgm:Company } "
        "?thing rdf:type ?class ; skos:prefLabel ?label ; skos:prefLabel|skos:altLabel ?words ."
    ),
    "event": "?thing dgm:status ?status ; rdfs:label ?label ; rdfs:label|dcterms:title ?words .",
    "document": "?event dgm:produced ?thing . ?thing dcterms:title ?label, ?words .",
    "place": "?thing rdf:type dgm:Place ; skos:prefLabel ?label, ?words .",
    "topic": "?thing rdf:type skos:Concept ; skos:prefLabel ?label, ?words . "
    "FILTER EXISTS { ?event dgm:topic ?thing }",
    "article": "?thing rdf:type dgm:Article ; dcterms:title|dgm:text ?words . "
    "OPTIONAL { ?thing dcterms:title ?label }",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something that was found: the kind of thing, its name, and the words that matched."""

    address: URIRef
    kind: str
    label: str
    excerpt: str
    """The name that matched where it is another than the label, or the text around the words."""


def search(
    reader: GraphReader, words: str, kinds: Collection[str] = KINDS, limit: int = 20
) -> tuple[Hit, ...]:
    """What holds every one of the words, at most ``limit`` of each kind, best first.

    A name that is the words comes before one that begins with them, that before any other, and
    the shorter before the longer. No words find nothing.
    """
    wanted = words.split()[:_MOST_WORDS]
    if not wanted:
        return ()
    return tuple(
        hit for kind in KINDS if kind in kinds for hit in _of_kind(reader, kind, wanted, limit)
    )


def pattern(word: str) -> str:
    r"""A regular expression, for SPARQL, that finds the word with any case and accents.

    >>> pattern("+?")
    '\\+\\?'
    """
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(_letter(c) for c in folded if not unicodedata.combining(c))


def filters(words: Collection[str], variable: str = "?words") -> str:
    """FILTERs that keep what holds every one of the words."""
    return " ".join(
        f"FILTER REGEX({variable}, {Literal(pattern(word)).n3()}, 'i')" for word in words
    )


def excerpt(text: str, words: Collection[str], width: int = 160) -> str:
    """The text around the first place where one of the words stands."""
    flat = " ".join(text.split())
    folded = [_fold(c) for c in flat]
    line, starts = "".join(folded), [i for i, part in enumerate(folded) for _ in part]
    places = [at for word in words if (at := line.find(_fold(word))) >= 0]
    first = starts[min(places)] if places else 0
    start = max(0, first - width // 3)
    if start:
        start = flat.find(" ", start, first) + 1 or start
    cut = flat[start : start + width]
    return ("… " if start else "") + cut + (" …" if start + width < len(flat) else "")


def _of_kind(reader: GraphReader, kind: str, words: list[str], limit: int) -> list[Hit]:
    query = (
        f"SELECT ?thing (MIN(?label) AS ?name) (MIN(?words) AS ?matched) WHERE {{ {_NAMES[kind]} "
        f"{filters(words)} }} GROUP BY ?thing ORDER BY STRLEN(?matched) ?thing "
        f"LIMIT {max(limit, 1) * 3}"
    )
    plain = slug(" ".join(words))
    hits: list[tuple[tuple[int, int, str], Hit]] = []
    for row in reader.select(query):
        address = URIRef(str(row["thing"]))
        label = str(row["name"]) if "name" in row else str(address).rpartition("/")[2]
        matched = str(row["matched"])
        shown = excerpt(matched, words) if matched != label else ""
        name = slug(matched)
        rank = 0 if name == plain else 1 if name.startswith(plain) else 2
        hit = Hit(address=address, kind=kind, label=label, excerpt=shown)
        hits.append(((rank, len(matched), str(address)), hit))
    hits.sort(key=lambda pair: pair[0])
    return [hit for _, hit in hits[:limit]]


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(_PLAIN.get(c, c) for c in decomposed if not unicodedata.combining(c))


_PLAIN = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d"}


@cache
def _letter(letter: str) -> str:
    """A letter with all that look like it, and any accents that follow it."""
    if not letter.isalnum():
        return f"\\{letter}" if letter in "\\|.?*+(){}[]^$-" else letter
    plain = _PLAIN.get(letter, letter)
    alike = _alike().get(plain, "")
    return f"[{plain}{letter}{alike}][\u0300-\u036f]*"


@cache
def _alike() -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for number in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        accented = chr(number)
        plain = _PLAIN.get(accented) or unicodedata.normalize("NFKD", accented)[0].casefold()
        if accented.isalpha() and plain.isalpha() and plain != accented:
            found.setdefault(plain, []).append(accented)
    return {plain: "".join(letters) for plain, letters in found.items()}
