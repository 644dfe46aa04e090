"""What the merged graph says of things, as values that pages can show.

Two questions answer nearly everything: all statements about some things, and the names of the
things that they point to.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS
from rdflib.term import Node

from graph.store import GraphReader, Row
from graph.vocabulary import DGM
from web.queries import among

_NAMING = (SKOS.prefLabel, RDFS.label, DCTERMS.title)


@dataclass(frozen=True, slots=True)
class Named:
    """A thing, its name and what it is (the local name of its class; empty where unknown)."""

    address: URIRef
    label: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """All statements about one thing, by property."""

    address: URIRef
    values: Mapping[Node, tuple[Node, ...]]

    def links(self, property_: URIRef) -> tuple[URIRef, ...]:
        """The things that the property points to, sorted."""
        return tuple(v for v in self.values.get(property_, ()) if isinstance(v, URIRef))

    def texts(self, property_: URIRef) -> tuple[str, ...]:
        """The literals of the property, sorted."""
        return tuple(str(v) for v in self.values.get(property_, ()) if isinstance(v, Literal))

    def text(self, property_: URIRef) -> str | None:
        """The longest literal of the property, as the one that says most."""
        return max(self.texts(property_), key=lambda t: (len(t), t), default=None)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The local names of its classes that are of our vocabulary."""
        return tuple(k for v in self.links(RDF.type) if (k := local(v)))


def local(address: Node) -> str:
    """The local name of a term of ours; empty for any other."""
    text = str(address)
    return text.removeprefix(str(DGM._NS)) if text.startswith(str(DGM._NS)) else ""


def number_of(row: Row, name: str) -> int:
    """The whole number that a row holds under a name; 0 where it holds none."""
    term = row.get(name)
    return int(str(term)) if term is not None else 0


def address_of(row: Row, name: str) -> URIRef:
    """The address that a row holds under a name."""
    return URIRef(str(row[name]))


def facts(
    reader: GraphReader, things: Iterable[URIRef], question: str = "facts"
) -> dict[URIRef, Facts]:
    """The facts about each of the things of which there are any, as far as the question asks.

    Of actors ask for ``profiles`` only: the busiest are linked with others thousands of times.
    """
    wanted = tuple(dict.fromkeys(things))
    found: dict[URIRef, dict[Node, set[Node]]] = {}
    for row in reader.select(among(question, wanted)) if wanted else ():
        about = found.setdefault(address_of(row, "thing"), {})
        about.setdefault(row["property"], set()).add(row["value"])
    return {
        thing: Facts(thing, {p: tuple(sorted(v, key=str)) for p, v in found[thing].items()})
        for thing in wanted
        if thing in found
    }


def names(reader: GraphReader, things: Iterable[URIRef]) -> dict[URIRef, Named]:
    """The name of each of the things; what has none is called by the end of its address."""
    wanted = tuple(dict.fromkeys(things))
    found: dict[URIRef, list[tuple[int, str]]] = {}
    kinds: dict[URIRef, str] = {}
    for row in reader.select(among("names", wanted)) if wanted else ():
        thing = address_of(row, "thing")
        kinds[thing] = max(kinds.get(thing, ""), local(row["type"]))
        if "name" in row:
            rank = _NAMING.index(URIRef(str(row["property"])))
            found.setdefault(thing, []).append((rank, str(row["name"])))
    return {
        thing: Named(
            thing,
            min(found.get(thing, [(0, str(thing).rpartition("/")[2] or str(thing))]))[1],
            kinds.get(thing, ""),
        )
        for thing in wanted
    }
