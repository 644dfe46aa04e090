"""Terms between rdflib, which the house speaks, and pyoxigraph, which keeps them.

Written out instead of oxrdflib's converters: those look at every term for graphs and quads first,
and half of the time of an ingest went there.
"""

from collections.abc import Mapping
from functools import lru_cache

import pyoxigraph as ox
from rdflib import BNode, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

from graph.errors import InputError

Triple = tuple[Node, Node, Node]
Row = Mapping[str, Node]
"""One solution: a term for each bound variable, by the variable's name without question mark."""
Quad = tuple[Node, Node, Node, URIRef | None]
"""A statement and its graph; None is the merged graph."""


def to_named(term: Node) -> ox.NamedNode:
    """The same address for pyoxigraph; raises `graph.errors.InputError` for what is none."""
    if not isinstance(term, URIRef):
        raise InputError(
            f"{term!r} cannot be kept: Dragoman's graphs hold no blank nodes; give it an address"
        )
    try:
        return _named(term)
    except ValueError as error:
        raise InputError(f"<{term}> is not an address: {error}; escape it with %") from error


def statement(triple: Triple) -> str:
    """The triple as N-Triples and SPARQL write it, without the full stop, as pyoxigraph would.

    Raises `graph.errors.InputError` for what a store refuses.

    >>> statement((URIRef("x:a"), URIRef("x:b"), Literal("c")))
    '<x:a> <x:b> "c"'
    """
    subject, predicate, value = triple
    written = _written_literal(value) if isinstance(value, Literal) else _written(value)
    return f"{_written(subject)} {_written(predicate)} {written}"


def from_term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    """The same term for rdflib."""
    if isinstance(term, ox.NamedNode):
        return _address(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        kind = term.datatype.value
        if kind == _STRING:
            return Literal(term.value)
        # Not normalised: the store gives canonical forms, and equal bytes are wanted.
        return Literal(term.value, datatype=_address(kind), normalize=False)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    raise InputError(f"{term} is a statement about a statement, which rdflib cannot hold")


def from_triple(triple: ox.Triple | ox.Quad) -> Triple:
    """The same statement for rdflib."""
    return (
        from_term(triple.subject),
        from_term(triple.predicate),
        from_term(triple.object),
    )


def ntriples(term: Node) -> str:
    r"""The term as N-Triples and SPARQL write it.

    >>> ntriples(Literal('say "no"\n'))
    '"say \\"no\\"\\n"'
    """
    if isinstance(term, URIRef):
        return f"<{term}>"
    if isinstance(term, Literal):
        text = str(term).translate(_ESCAPES)
        if term.language:
            return f'"{text}"@{term.language}'
        if term.datatype is None or term.datatype == XSD.string:
            return f'"{text}"'
        return f'"{text}"^^<{term.datatype}>'
    return f"_:{term}"


_STRING = str(XSD.string)
_ESCAPES = {c: f"\\u{c:04X}" for c in (*range(32), 127)} | {
    ord("\\"): "\\\\",
    ord('"'): '\\"',
    ord("\n"): "\\n",
    ord("\r"): "\\r",
    ord("\t"): "\\t",
    ord("\b"): "\\b",
    ord("\f"): "\\f",
}


@lru_cache(maxsize=16384)
def _named(term: str) -> ox.NamedNode:
    return ox.NamedNode(term)


@lru_cache(maxsize=16384)
def _written(term: Node) -> str:
    return str(to_named(term))


def _written_literal(term: Literal) -> str:
    try:
        term.encode()
        if term.language:
            return str(ox.Literal(term, language=term.language))
    except ValueError as error:
        raise InputError(f"{term!r} cannot be kept: {error}") from error
    if term.datatype is not None:
        _written(term.datatype)
    return ntriples(term)


@lru_cache(maxsize=16384)
def _address(value: str) -> URIRef:
    return URIRef(value)
