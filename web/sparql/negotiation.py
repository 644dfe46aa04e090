"""Which form an answer takes: by ``?format=``, else by the Accept header with its q-values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from web.sparql.exchange import Refusal

HTML = "text/html"
TURTLE = "text/turtle"
TABLES = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
    "application/json",
    "application/xml",
    "text/xml",
)
"""What a table or a yes-or-no can be sent as, the preferred one first."""
GRAPHS = (
    TURTLE,
    "application/n-triples",
    "application/ld+json",
    "application/rdf+xml",
    "application/trig",
    "application/n-quads",
    "application/xml",
    "text/xml",
    "application/json",
    "text/plain",
)
"""What a graph can be sent as, the preferred one first."""
NATIVE = {
    "table": {
        "application/json": TABLES[0],
        "application/xml": TABLES[1],
        "text/xml": TABLES[1],
    },
    "graph": {
        "application/xml": "application/rdf+xml",
        "text/xml": "application/rdf+xml",
        "application/json": "application/ld+json",
        "text/plain": "application/n-triples",
    },
}
"""For media types that are names of others: the one whose form is meant."""
_FORMATS = {
    "json": (TABLES[0], "application/ld+json"),
    "xml": (TABLES[1], "application/rdf+xml"),
    "csv": ("text/csv", None),
    "tsv": ("text/tab-separated-values", None),
    "turtle": (None, TURTLE),
    "ttl": (None, TURTLE),
    "trig": (None, "application/trig"),
    "ntriples": (None, "application/n-triples"),
    "nt": (None, "application/n-triples"),
    "nquads": (None, "application/n-quads"),
    "nq": (None, "application/n-quads"),
    "rdfxml": (None, "application/rdf+xml"),
    "rdf": (None, "application/rdf+xml"),
    "jsonld": (None, "application/ld+json"),
}
_LONGEST = 2000
"""How much of an Accept header is read."""
_RANGE = re.compile(r"\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)\s*((?:;[^,]*)?)\s*")
_QUALITY = re.compile(r";\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?:;|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What each kind of answer is to be sent as; None where none of its forms is accepted."""

    table: str | None
    graph: str | None
    html: bool = False


@lru_cache(maxsize=256)
def _accepted(accept: str, *, html: bool) -> Wanted:
    page = html and HTML in accept.lower() and choose(accept, (HTML, *TABLES, *GRAPHS)) == HTML
    return Wanted(choose(accept, TABLES), choose(accept, GRAPHS), html=page)


def wanted(accept: str, override: str | None, *, html: bool = False) -> Wanted:
    """The forms that a client wants; raises `Refusal` 400 for a format that nobody knows.

    >>> wanted("text/csv, */*;q=0.1", None)
    Wanted(table='text/csv', graph='text/turtle', html=False)
    """
    if override is not None:
        return _named(override)
    return _accepted(accept[:_LONGEST], html=html)


def choose(accept: str, offers: Sequence[str]) -> str | None:
    """The offer that the Accept header likes best; the first of equals; None where it likes none.

    >>> choose("text/*;q=0.5, application/rdf+xml;q=0.9", ("text/turtle", "application/rdf+xml"))
    'application/rdf+xml'
    """
    ranges = _ranges(accept)
    if not ranges:
        return offers[0]
    best, best_score = None, (0.0, 0)
    for offer in offers:
        score = _score(offer, ranges)
        if score[0] > 0 and score > best_score:
            best, best_score = offer, score
    return best


def not_acceptable(kind: str) -> Refusal:
    """The answer where no form of the kind is accepted."""
    forms = TABLES if kind == "table" else GRAPHS
    return Refusal(406, f"a {kind} has none of the accepted forms; it can be {', '.join(forms)}")


def _named(name: str) -> Wanted:
    if name.lower() in _FORMATS:
        return Wanted(*_FORMATS[name.lower()])
    table = name if name in TABLES else None
    graph = name if name in GRAPHS else None
    if table is None and graph is None:
        raise Refusal(400, f"format={name!r} is not known; it can be {', '.join(_FORMATS)}")
    return Wanted(table, graph)


def _ranges(accept: str) -> list[tuple[str, str, float]]:
    ranges = []
    for part in accept.split(","):
        if match := _RANGE.fullmatch(part):
            quality = _QUALITY.search(match[3])
            q = 1.0 if quality is None else min(float(quality[1]), 1.0)
            ranges.append((match[1].lower(), match[2].lower(), q))
    return ranges


def _score(offer: str, ranges: list[tuple[str, str, float]]) -> tuple[float, int]:
    """How much an offer is liked, and how closely it was named: the closest range decides."""
    kind, form = offer.split("/")
    closest, quality = 0, 0.0
    for wanted_kind, wanted_form, q in ranges:
        near = 3 if (wanted_kind, wanted_form) == (kind, form) else 0
        if not near and wanted_form == "*":
            near = 2 if wanted_kind == kind else 1 if wanted_kind == "*" else 0
        if near > closest:
            closest, quality = near, q
    return quality, closest
