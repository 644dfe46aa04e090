"""What a change says of things, taken from its own statements: the store need not be read for it.

The store writes some values its own way (``0.50`` becomes ``0.5``). A thing of which such a value
is stated is left out here; what the store has of it is read instead.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

import pyoxigraph as ox
from rdflib.namespace import RDF, XSD

from graph.entries import Term, Values

_TEXT = frozenset(map(str, (XSD.string, RDF.langString, XSD.anyURI)))
_AS_WRITTEN = {
    str(XSD.integer): re.compile(r"0|-?[1-9]\d{0,17}"),
    str(XSD.decimal): re.compile(r"0|-?[1-9]\d{0,11}(\.\d{0,5}[1-9])?|-?0\.\d{0,5}[1-9]"),
    str(XSD.date): re.compile(r"[1-9]\d{3}-\d\d-\d\d"),
    str(XSD.gYearMonth): re.compile(r"[1-9]\d{3}-\d\d"),
    str(XSD.gYear): re.compile(r"[1-9]\d{3}"),
}
"""Spellings that the store keeps as they are, by data type; it keeps texts anyway."""


@dataclass(frozen=True, slots=True)
class Additions:
    """What is stated of one thing."""

    quads: list[ox.Quad] = field(default_factory=list)
    """The statements, in the merged graph."""
    said: dict[str, tuple[Term, ...]] = field(default_factory=dict)
    """The values of each property."""


def additions(statements: Collection[str], besides: Collection[str]) -> dict[str, Additions]:
    """What the statements say of each thing, by its address; of none that is in ``besides``."""
    found: dict[str, Additions] = {}
    left_out = set(besides)
    text = " .\n".join((*statements, "")).encode()
    for quad in ox.parse(text, ox.RdfFormat.N_TRIPLES):
        subject, value = quad.subject, quad.object
        if not isinstance(subject, ox.NamedNode):
            continue
        address, name = subject.value, quad.predicate.value
        if address not in found:
            found[address] = Additions()
        of_thing = found[address]
        of_thing.quads.append(quad)
        of_thing.said[name] = (*of_thing.said.get(name, ()), value)
        if not _kept_as_written(value):
            left_out.add(address)
    return {address: each for address, each in found.items() if address not in left_out}


def subject_of(statement: str) -> str:
    """The address of the thing that a statement is about.

    >>> subject_of('<x:a> <x:b> "c"')
    'x:a'
    """
    return statement.partition(" ")[0][1:-1]


def by_property(statements: Iterable[ox.Quad]) -> Values:
    """The values of each property, by its address."""
    said: dict[str, list[Term]] = {}
    for each in statements:
        said.setdefault(each.predicate.value, []).append(each.object)
    return {name: tuple(values) for name, values in said.items()}


def _kept_as_written(term: Term) -> bool:
    if isinstance(term, ox.NamedNode):
        return True
    if not isinstance(term, ox.Literal):
        return False
    kind = term.datatype.value
    return kind in _TEXT or (kind in _AS_WRITTEN and bool(_AS_WRITTEN[kind].fullmatch(term.value)))
