"""Entries as a store has them: read thing by thing, or all in one go through it."""

from collections.abc import Callable, Collection, Iterator
from itertools import groupby, islice
from operator import attrgetter

import pyoxigraph as ox

from graph.additions import by_property
from graph.entries import PROFILE, Entry, Subject, Term, Values, entry, is_actor
from graph.vocabulary import DGM

_MERGED = ox.DefaultGraph()
_EVIDENCE = ox.NamedNode(str(DGM.evidence))
_BUSY = 40
"""From so many statements on, those of an actor are counted and not read."""

Ask = Callable[[Subject], Values]


class EntrySource:
    """Makes entries from what the merged graph of a store says."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    def entry(self, address: str, ask: Ask) -> Entry | None:
        """The entry as the store has it now; of busy actors not all is read, but counted."""
        subject = _subject(address)
        quads = self._store.quads_for_pattern(subject, None, None, _MERGED)
        some = list(islice(quads, _BUSY))
        if len(some) < _BUSY:
            return entry(by_property(some), len(some), ask)
        if isinstance(subject, ox.NamedNode):
            values = {name: self._values(subject, name) for name in PROFILE}
            profile = {name: found for name, found in values.items() if found}
            if is_actor(profile):
                return entry(profile, self._count(subject), ask)
        said = self.said(subject)
        return entry(said, sum(map(len, said.values())), ask)

    def said(self, subject: Subject) -> Values:
        """All that is said of a thing."""
        return by_property(self._store.quads_for_pattern(subject, None, None, _MERGED))

    def says(self, quad: ox.Quad) -> bool:
        """Whether the store makes the statement."""
        return quad in self._store

    def entries(self) -> Iterator[tuple[str, Entry | None]]:
        """The entries of all things, by address; a thing that comes again counts as it is then.

        Goes through all statements once; those of one thing stand together in the store.
        """
        seen: set[Subject] = set()
        for subject, quads in groupby(
            self._store.quads_for_pattern(None, None, None, _MERGED), key=attrgetter("subject")
        ):
            if isinstance(subject, ox.Triple):
                continue
            address = subject.value if isinstance(subject, ox.NamedNode) else str(subject)
            said = by_property(quads)
            if subject in seen:  # its statements did not stand together
                yield address, self.entry(address, self.said)
            else:
                yield address, entry(said, sum(map(len, said.values())), self.said)
            seen.add(subject)

    def quoting(self, addresses: Collection[str]) -> set[str]:
        """The events that have one of the things as their evidence."""
        return {
            quad.subject.value
            for address in addresses
            for quad in self._store.quads_for_pattern(None, _EVIDENCE, _subject(address), _MERGED)
            if isinstance(quad.subject, ox.NamedNode)
        }

    def _values(self, subject: Subject, name: str) -> tuple[Term, ...]:
        found = self._store.quads_for_pattern(subject, ox.NamedNode(name), None, _MERGED)
        return tuple(quad.object for quad in found)

    def _count(self, subject: ox.NamedNode) -> int:
        answer = self._store.query(f"SELECT (COUNT(*) AS ?n) {{ {subject} ?p ?o }}")
        numbers = [row[0] for row in answer] if isinstance(answer, ox.QuerySolutions) else []
        return sum(int(n.value) for n in numbers if isinstance(n, ox.Literal))


def _subject(address: str) -> Subject:
    return ox.BlankNode(address[2:]) if address.startswith("_:") else ox.NamedNode(address)
