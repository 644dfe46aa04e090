"""Writing statements in a fixed order, however many there are.

A statement is kept as one line of text while it is sorted. Up to half a million lines are sorted in
memory; beyond that, sorted runs go to temporary files and are merged, so memory stays bounded.
"""

import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from itertools import groupby, islice
from typing import IO, cast

import pyoxigraph as ox
from rdflib.namespace import RDF

from graph.terms import Quad, ntriples
from graph.vocabulary import PREFIXES

AT_ONCE = 500_000
_BATCH = 10_000
_TYPE = f"<{RDF.type}>"
_LINES = (ox.RdfFormat.N_TRIPLES, ox.RdfFormat.N_QUADS)
_DATASETS = (ox.RdfFormat.TRIG, ox.RdfFormat.N_QUADS, ox.RdfFormat.JSON_LD)
_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_REPLACEMENT = "\ufffd".encode()


def write_sorted(quads: Iterable[Quad], form: ox.RdfFormat, into: IO[bytes]) -> None:
    """Writes the statements, each once, in an order that only they decide.

    N-Quads and N-Triples are sorted by bytes; the other forms by graph, subject, predicate (the
    type first) and object. A form that holds one graph only is given the statements without theirs.
    """
    write_groups([quads], form, into)


def write_groups(groups: Iterable[Iterable[Quad]], form: ox.RdfFormat, into: IO[bytes]) -> None:
    """Writes group after group as they come, each sorted in itself, as one document."""
    write = _line if form in _LINES else _record
    sorted_groups = (
        in_order(map(write, group if form in _DATASETS else map(_merged, group)))
        for group in groups
    )
    if form in _LINES:
        for lines in sorted_groups:
            into.writelines(f"{line}\n".encode() for line in lines)
    else:
        quads = (quad for records in sorted_groups for quad in _parsed(records))
        statements = quads if form in _DATASETS else (q.triple for q in quads)
        ox.serialize(statements, _target(form, into), form, prefixes=dict(PREFIXES))


def in_order(lines: Iterable[str], at_once: int = AT_ONCE) -> Iterator[str]:
    """The lines sorted by their bytes, each once; a line must not hold a line feed.

    >>> list(in_order(["b", "a", "c", "a"], at_once=2))
    ['a', 'b', 'c']
    """
    lines = iter(lines)
    run = list(islice(lines, at_once))
    if len(run) < at_once:
        yield from sorted(set(run))
        return
    with ExitStack() as files:
        runs: list[Iterable[str]] = []
        while run:
            file = files.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n"))
            file.writelines(f"{line}\n" for line in sorted(set(run)))
            file.seek(0)
            runs.append(line[:-1] for line in file)
            run = list(islice(lines, at_once))
        yield from (line for line, _ in groupby(merge(*runs)))


def _target(form: ox.RdfFormat, into: IO[bytes]) -> IO[bytes]:
    if form in (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG):
        return cast(IO[bytes], _Turtle(into))
    return cast(IO[bytes], _Xml(into)) if form == ox.RdfFormat.RDF_XML else into


class _Turtle:
    """Takes Turtle or TriG; the prefixes at its head come sorted (pyoxigraph's order varies)."""

    def __init__(self, into: IO[bytes]) -> None:
        self._into = into
        self._head: bytes | None = b""
        for prefix, namespace in sorted(PREFIXES.items()):
            into.write(f"@prefix {prefix}: <{namespace}> .\n".encode())
        into.write(b"\n")

    def write(self, data: bytes) -> int:
        if self._head is None:
            self._into.write(data)
            return len(data)
        self._head += data
        while b"\n" in self._head:
            if not self._head.startswith(b"@prefix "):
                self._into.write(self._head)
                self._head = None
                break
            self._head = self._head.partition(b"\n")[2]
        return len(data)

    def flush(self) -> None:
        self._into.flush()


class _Xml:
    """Takes RDF/XML: a carriage return as a reference; what XML cannot hold as U+FFFD."""

    def __init__(self, into: IO[bytes]) -> None:
        self._into = into

    def write(self, data: bytes) -> int:
        self._into.write(_NOT_XML.sub(_REPLACEMENT, data).replace(b"\r", b"&#13;"))
        return len(data)

    def flush(self) -> None:
        self._into.flush()


def _merged(quad: Quad) -> Quad:
    return (*quad[:3], None)


def _line(quad: Quad) -> str:
    """The statement in N-Quads, without the line feed."""
    subject, predicate, value, graph = quad
    text = f"{ntriples(subject)} <{predicate}> {ntriples(value)}"
    return f"{text} ." if graph is None else f"{text} <{graph}> ."


def _record(quad: Quad) -> str:
    """The statement as graph, subject, predicate and object, parted by tabs; no type is no text."""
    subject, predicate, value, graph = quad
    name = "" if graph is None else f"<{graph}>"
    verb = "" if predicate == RDF.type else f"<{predicate}>"
    return f"{name}\t{ntriples(subject)}\t{verb}\t{ntriples(value)}"


def _parsed(records: Iterator[str]) -> Iterator[ox.Quad]:
    while batch := list(islice(records, _BATCH)):
        fields = (record.split("\t") for record in batch)
        text = "".join(f"{s} {p or _TYPE} {o} {g} .\n" for g, s, p, o in fields)
        yield from ox.parse(text.encode(), format=ox.RdfFormat.N_QUADS)
