"""Who is linked with whom through how many events: the network of actors in bare numbers.

What measures need of it, without the events themselves. Only events that happened count, and the
directions of their links do not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt
from rdflib import URIRef

from graph.happenings import Happening
from graph.model import Status

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Contacts:
    """Actors by number, in the order of their addresses, and the pairs that events link."""

    actors: tuple[URIRef, ...]
    """Those that at least one event links with another."""
    first: Numbers
    second: Numbers
    """The two actors of each pair, the lesser number first; pairs are sorted."""
    together: Numbers
    """How many events link each pair."""
    events: Numbers
    """Through how many events each actor is linked."""
    total: int
    """How many events link anybody."""

    @property
    def counterparts(self) -> Numbers:
        """With how many others each actor is linked."""
        ends = np.concatenate((self.first, self.second))
        return np.bincount(ends, minlength=len(self.actors)).astype(np.int64)


def contacts_of(happenings: Iterable[Happening]) -> Contacts:
    """The contacts that events make."""
    linked = [h.links() for h in happenings if h.occurrence.status is Status.HAPPENED]
    actors = sorted({actor for links in linked for pair in links for actor in pair})
    number = {actor: place for place, actor in enumerate(actors)}
    pairs, parties = [], []
    for links in linked:
        of_event = {(min(a, b), max(a, b)) for a, b in links}
        pairs += [(number[a], number[b]) for a, b in of_event]
        parties += [number[actor] for actor in set(chain.from_iterable(of_event))]
    return counted(actors, pairs, parties, sum(map(bool, linked)))


def counted(
    actors: Sequence[URIRef], pairs: Sequence[tuple[int, int]], parties: Sequence[int], total: int
) -> Contacts:
    """The contacts from the pairs and the actors of each of so many events, by number.

    The actors are sorted, and each stands in a pair.
    """
    size = max(len(actors), 1)
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    found, together = np.unique(ends.min(axis=1) * size + ends.max(axis=1), return_counts=True)
    return Contacts(
        actors=tuple(actors),
        first=found // size,
        second=found % size,
        together=together.astype(np.int64),
        events=np.bincount(np.array(parties, dtype=np.int64), minlength=len(actors)),
        total=total,
    )
