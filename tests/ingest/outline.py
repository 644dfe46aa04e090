"""Readings in short lines, so that a test says at a glance what was read."""

from collections.abc import Callable, Iterable
from datetime import date

from graph.model import Actor, Event, Role, Status
from ingest.coreference import Referent

DAY = date(2020, 5, 20)
"""The day on which articles of tests appear: a Wednesday."""

Read = Callable[..., tuple[Event, ...]]
"""``read(text, published=DAY, title="")``: the events of an article."""

Resolve = Callable[..., list[tuple[str, Referent]]]
"""``resolve(text, day=None)``: the words of each mention of a text, and whom it means."""


def line(event: Event) -> str:
    """An event by its actors: "Meeting CHL, PER"; who acts on whom: "planned Visit IND > NPL"."""
    acting = names(event.actors(Role.SOURCE))
    others = names(event.actors(Role.TARGET, Role.PARTICIPANT))
    status = "" if event.status is Status.HAPPENED else f"{event.status} "
    return f"{status}{event.kind} {f'{acting} > {others}' if acting else others}"


def lines(events: Iterable[Event]) -> list[str]:
    """The events by their actors, in order of the alphabet."""
    return sorted(line(event) for event in events)


def names(actors: Iterable[Actor]) -> str:
    """The actors by their keys without the kind, in order of the alphabet."""
    return ", ".join(sorted(actor.key.partition("/")[2] for actor in actors))


def meant(resolved: list[tuple[str, Referent]], words: str) -> list[str]:
    """The keys of those whom the last mention with these words means, without their kinds."""
    found = [referent for said, referent in resolved if said == words]
    assert found, f"no mention {words!r} among {[said for said, _ in resolved]}"
    return [actor.key.partition("/")[2] for actor in found[-1].actors]
