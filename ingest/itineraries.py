"""Tells a journey through several states as one visit to each."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from graph.model import Actor, ActorClass, EventClass, Place, Role
from ingest.candidates import Candidate
from ingest.gazetteer import Gazetteer


def stages(candidate: Candidate, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """A visit to each host: "a tour of X, Y and Z" is three; anything else as it is."""
    hosts = candidate.roles.get(Role.TARGET, {})
    states = all(host.kind is ActorClass.COUNTRY for host in hosts)
    place = candidate.place
    alone = len(hosts) < 2 and not (place is not None and _another_state(place, hosts))
    if candidate.kind is not EventClass.VISIT or not states or alone:
        yield candidate
        return
    for host, certainty in hosts.items():
        place = candidate.place
        if place is None or place.country != host:
            place = gazetteer.place_of_country(host)
        roles = {**candidate.roles, Role.TARGET: {host: certainty}}
        yield replace(candidate, roles=roles, place=place, besides=list(candidate.besides))


def _another_state(place: Place, hosts: Collection[Actor]) -> bool:
    """Whether a place is a state that is not visited: "visited X on Monday and Y on Tuesday"."""
    state = place.country
    return state is not None and place.label == state.label and bool(hosts) and state not in hosts
