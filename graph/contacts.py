"""Who is linked with whom through how many events: the network of actors in bare numbers.

What measures need of it, without the events themselves. Only events that happened count, and the
directions of their links do not.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from rdflib import URIRef

from graph.happenings import Happening
from graph.model import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """Actors by number, in the order of their addresses, and the pairs that events link."""

    actors: tuple[URIRef, ...]
    """Those that at least one event links with another."""
    first: tuple[int, ...]
    second: tuple[int, ...]
    """The two actors of each pair, the lesser number first; pairs are sorted."""
    together: tuple[int, ...]
    """How many events link each pair."""
    events: tuple[int, ...]
    """Through how many events each actor is linked."""
    total: int
    """How many events link anybody."""


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
    together = sorted(Counter((a, b) if a < b else (b, a) for a, b in pairs).items())
    events = Counter(parties)
    return Contacts(
        actors=tuple(actors),
        first=tuple(a for (a, _), _ in together),
        second=tuple(b for (_, b), _ in together),
        together=tuple(number for _, number in together),
        events=tuple(events[number] for number in range(len(actors))),
        total=total,
    )
