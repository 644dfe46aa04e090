"""Who stands where in the network of actors: ranks, and how large the network is.

All measures look at the network without directions: two actors are neighbours where at least one
event that happened links them. Every answer is in a fixed order; sampling uses a fixed seed.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rdflib import URIRef

from graph.contacts import Contacts
from graph.index import index_of
from graph.store import GraphReader

Numbers = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]
_SEED = 1
_EXACT = 250
_EFFORT = 5_000_000
_FEWEST = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """An actor's place in a list."""

    address: URIRef
    label: str
    kind: str
    counterparts: int
    """How many other actors it is linked with."""
    events: int
    """Through how many events."""
    score: float
    """What the list is sorted by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The size of a network and the way it hangs together."""

    actors: int
    links: int
    """Pairs of actors that at least one event links."""
    events: int
    components: int
    largest: int
    """Actors in the largest component."""


def most_connected(reader: GraphReader, contacts: Contacts, limit: int = 20) -> tuple[Rank, ...]:
    """The actors with most counterparts; among equals, those with more events come first."""
    return _ranked(reader, contacts, _counterparts(contacts).astype(np.float64), limit)


def most_central(reader: GraphReader, contacts: Contacts, limit: int = 20) -> tuple[Rank, ...]:
    """The actors that stand between others: betweenness centrality, 0 to 1 (see `betweenness`)."""
    return _ranked(reader, contacts, betweenness(contacts), limit)


def summary(contacts: Contacts) -> Summary:
    """How large the network is, and into how many parts it falls."""
    sizes = np.bincount(_parts(contacts))
    return Summary(
        actors=len(contacts.actors),
        links=len(contacts.first),
        events=contacts.total,
        components=int(np.count_nonzero(sizes)),
        largest=int(sizes.max(initial=0)),
    )


def starting_points(contacts: Contacts) -> int:
    """From how many actors `betweenness` looks: from all where that is exact."""
    size = len(contacts.actors)
    if size <= _EXACT:
        return size
    return min(size, max(_FEWEST, _EFFORT // (size + 2 * len(contacts.first))))


def betweenness(contacts: Contacts) -> Scores:
    """The share of shortest paths between all others that lead through each actor.

    Exact up to 250 actors (Brandes 2001). In larger networks it is estimated from a sample of
    actors as starting points (Brandes and Pich 2007), drawn with a fixed seed, as many as the
    network's size allows in about a tenth of a second and at least sixteen.
    """
    size = len(contacts.actors)
    scores = np.zeros(size)
    if size < 3:
        return scores
    neighbours = _Neighbours(contacts)
    sample = random.Random(_SEED)  # noqa: S311 - nothing secret
    starts = sample.sample(range(size), starting_points(contacts))
    for start in starts:
        scores += neighbours.dependencies(start)
    return scores * (size / len(starts) / ((size - 1) * (size - 2)))


class _Neighbours:
    """The neighbours of each actor, one behind the other."""

    def __init__(self, contacts: Contacts) -> None:
        self._size = len(contacts.actors)
        ends = np.array(contacts.first + contacts.second, dtype=np.int64)
        others = np.array(contacts.second + contacts.first, dtype=np.int64)
        self._others = others[np.argsort(ends, kind="stable")]
        self._counts = np.bincount(ends, minlength=self._size)
        self._begin = np.cumsum(self._counts) - self._counts

    def dependencies(self, start: int) -> Scores:
        """How much each actor is needed on shortest paths from the start to all others.

        Level by level away from the start, and back.
        """
        paths = np.zeros(self._size)
        paths[start] = 1.0
        levels = list(self._levels(start, paths))
        needed = np.zeros(self._size)
        for near, far in reversed(levels):
            share = paths[near] / paths[far] * (1.0 + needed[far])
            needed += np.bincount(near, weights=share, minlength=self._size)
        needed[start] = 0.0
        return needed

    def _levels(self, start: int, paths: Scores) -> Iterator[tuple[Numbers, Numbers]]:
        """The links from each level to the next; fills in how many shortest paths there are."""
        new = np.ones(self._size, dtype=bool)
        new[start] = False
        level = np.array([start])
        while level.size:
            counts = self._counts[level]
            near = np.repeat(level, counts)
            behind = np.cumsum(counts) - counts
            far = self._others[
                np.arange(len(near)) + np.repeat(self._begin[level] - behind, counts)
            ]
            fresh = new[far]
            near, far = near[fresh], far[fresh]
            paths += np.bincount(far, weights=paths[near], minlength=self._size)
            level = np.flatnonzero(np.bincount(far, minlength=self._size))
            new[level] = False
            yield near, far


def _counterparts(contacts: Contacts) -> Numbers:
    """With how many others each actor is linked."""
    ends = np.array(contacts.first + contacts.second, dtype=np.int64)
    return np.bincount(ends, minlength=len(contacts.actors)).astype(np.int64)


def _parts(contacts: Contacts) -> Numbers:
    """For each actor the least number among all that it is linked with, however far."""
    part = np.arange(len(contacts.actors))
    first = np.array(contacts.first, dtype=np.int64)
    second = np.array(contacts.second, dtype=np.int64)
    while True:
        least = part.copy()
        np.minimum.at(least, first, part[second])
        np.minimum.at(least, second, part[first])
        least = least[least]
        if np.array_equal(least, part):
            return part
        part = least


def _ranked(
    reader: GraphReader, contacts: Contacts, scores: Scores, limit: int
) -> tuple[Rank, ...]:
    names = index_of(reader).actor_names()
    counterparts = _counterparts(contacts)
    ranks = [
        Rank(
            address=actor,
            label=names[actor][0] if actor in names else str(actor),
            kind=names[actor][1] if actor in names else "Actor",
            counterparts=int(counterparts[number]),
            events=contacts.events[number],
            score=round(float(scores[number]), 6),
        )
        for number, actor in enumerate(contacts.actors)
    ]
    ranks.sort(key=lambda r: (-r.score, -r.events, r.label, r.address))
    return tuple(ranks[:limit])
