"""Tells a journey through several states as one visit to each."""

from collections.abc import Iterator
from dataclasses import replace

from graph.model import ActorClass, EventClass, Role
from ingest.candidates import Candidate
from ingest.gazetteer import Gazetteer


def stages(candidate: Candidate, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """A visit to each host: "a tour of X, Y and Z" is three; anything else as it is."""
    hosts = candidate.roles.get(Role.TARGET, {})
    states = all(host.kind is ActorClass.COUNTRY for host in hosts)
    if candidate.kind is not EventClass.VISIT or len(hosts) < 2 or not states:
        yield candidate
        return
    for host, certainty in hosts.items():
        place = candidate.place
        if place is None or place.country != host:
            place = gazetteer.place_of_country(host)
        roles = {**candidate.roles, Role.TARGET: {host: certainty}}
        yield replace(candidate, roles=roles, place=place, besides=list(candidate.besides))
