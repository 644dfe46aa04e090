"""Changes of a store, worked out beforehand and written as the text of one transaction.

Text, because that is what every store takes in one piece: pyoxigraph has no transaction object, but
one ``load`` is a transaction and so is one update, there with all its operations and on SPARQL
servers with one.
It is also faster than handing over objects (measured with 250 articles of 60 statements each: half
of the time).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
Statements = Mapping[str, Collection[str]]
"""Statements as `graph.terms.statement` writes them, by the graph that they stand in: its address
in angle brackets, or `MERGED`."""
MERGED = ""
REBUILD = """
DELETE { ?a ?b ?c } INSERT { ?x ?y ?z } WHERE {
  { ?a ?b ?c FILTER NOT EXISTS { GRAPH ?any { ?a ?b ?c } } } UNION
  { GRAPH ?article { ?x ?y ?z } FILTER NOT EXISTS { ?x ?y ?z } }
}
"""
"""The operation that makes the default graph the union of the article graphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The statements that leave a store and those that come, all at once.

    What comes comes after what leaves: a statement in both is there afterwards.
    """

    leave: Statements = field(default_factory=dict)
    come: Statements = field(default_factory=dict)

    @property
    def only_adds(self) -> bool:
        """Whether nothing leaves."""
        return not any(self.leave.values())

    @property
    def is_empty(self) -> bool:
        """Whether nothing leaves and nothing comes."""
        return self.only_adds and not any(self.come.values())

    def with_merged(self, name: str) -> "Change":
        """The same change where the merged graph has a name, in angle brackets."""
        if name == MERGED:
            return self
        return replace(self, leave=_renamed(self.leave, name), come=_renamed(self.come, name))

    def nquads(self) -> bytes:
        """What comes, as N-Quads."""
        return "".join(
            f"{statement} {graph} .\n" for graph, all_ in self.come.items() for statement in all_
        ).encode()

    def operation(self) -> str:
        """The change as one operation of SPARQL Update.

        >>> Change(leave={MERGED: ["<x:a> <x:b> 1"]}, come={"<x:g>": ["<x:a> <x:b> 2"]}).operation()
        'DELETE { <x:a> <x:b> 1 . } INSERT { GRAPH <x:g> { <x:a> <x:b> 2 . } } WHERE {}'
        """
        return f"DELETE {{ {_block(self.leave)} }} INSERT {{ {_block(self.come)} }} WHERE {{}}"

    def requests(self, statements: int, operations: int) -> Iterator[str]:
        """The change as requests of so many operations, each of at most so many statements.

        A request is one transaction where a server makes it one. What comes stands behind what
        leaves: a store may keep a value and not its spelling.

        >>> list(Change(leave={"<x:g>": ["<x:a> <x:b> 1"]},
        ...      come={"<x:g>": ["<x:a> <x:b> 2"]}).requests(1000, 50))  # doctest: +ELLIPSIS
        ['DELETE DATA { GRAPH <x:g> { ... 1 . } } ; INSERT DATA { GRAPH <x:g> { ... 2 . } }']
        """
        both = (
            f"{name} DATA {{ {_block(some)} }}"
            for name, all_ in (("DELETE", self.leave), ("INSERT", self.come))
            for some in _parts(all_, statements)
        )
        for some in pieces(both, operations):
            yield " ; ".join(some)


def pieces(all_: Iterable[T], size: int) -> Iterator[list[T]]:
    """All of them in lists of ``size``; the last one may be shorter.

    >>> list(pieces("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    rest = iter(all_)
    while piece := list(islice(rest, size)):
        yield piece


def _parts(statements: Statements, size: int) -> Iterator[Statements]:
    """The same statements in parts of so many; graphs stand together."""
    one_by_one = ((graph, each) for graph, all_ in statements.items() for each in sorted(all_))
    for some in pieces(one_by_one, size):
        part: dict[str, list[str]] = {}
        for graph, each in some:
            part.setdefault(graph, []).append(each)
        yield part


def about(statement: str) -> str:
    """Subject and predicate of the statement.

    >>> about('<x:a> <x:b> "c d"')
    '<x:a> <x:b>'
    """
    return " ".join(statement.split(" ", 2)[:2])


def _renamed(statements: Statements, merged: str) -> Statements:
    return {graph or merged: all_ for graph, all_ in statements.items()}


def _block(statements: Statements) -> str:
    return " ".join(
        f"GRAPH {graph} {{ {_lines(all_)} }}" if graph else _lines(all_)
        for graph, all_ in statements.items()
        if all_
    )


def _lines(statements: Iterable[str]) -> str:
    return " .\n".join(statements) + " ."
