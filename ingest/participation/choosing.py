"""The stage: who takes part in each event, weighed by a network against what was read."""

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.model import Event, EventClass, Participation, Role
from ingest.networks import opened, weights_in
from ingest.participation.roll import Reported
from ingest.participation.traits import DOING, NOBODY, Codes, Question, Weighing
from ingest.ranking import Ranking, odds

FOLDER = "participation"
NAMES = ("words", "cases", "rules", "relations")
SURER = 3.0
"""How many times as likely as what an actor is to an event by now another part must be."""


@dataclass(frozen=True, slots=True)
class Partaking:
    """The network, ready to use, and the numbers of the words that it knows."""

    codes: Codes
    ranking: Ranking


def partake(found: Sequence[Reported], weighing: Weighing, network: Partaking) -> list[Event]:
    """The events with those who took part in them."""
    asked = {id(q.reported): q for q in weighing.questions(network.codes)}
    return [
        recast(asked[id(each)], chosen(asked[id(each)], network))
        if id(each) in asked
        else each.event
        for each in found
    ]


def chosen(question: Question, network: Partaking) -> tuple[int, ...]:
    """What each of the actors is to the event."""
    chances = odds(network.ranking.said(question.told))
    out = []
    for row, now in zip(chances, question.now, strict=True):
        best = int(row.argmax())
        out.append(best if row[best] > SURER * row[now] else now)
    return tuple(out)


def recast(question: Question, parts: Sequence[int]) -> Event:
    """The event with these parts; as it was where they would leave it without those it needs."""
    event = question.reported.event
    doing, done = _roles(event.kind)
    cast = {
        actor.key: (actor, now, part)
        for actor, now, part in zip(question.actors, question.now, parts, strict=True)
        if now != part
    }
    kept = [p for p in event.participations if p.actor.key not in cast]
    new = [
        Participation(role=doing if part == DOING else done, actor=actor)
        for actor, _, part in cast.values()
        if part != NOBODY
    ]
    if not cast or not (kept or new):
        return event
    made = replace(event, participations=(*kept, *new))
    return made if _whole(made) else event


def _roles(kind: EventClass) -> tuple[Role, Role]:
    """The role of who does it or takes part, and of to whom it is done."""
    if kind is EventClass.SIGNING:
        return Role.SIGNATORY, Role.SIGNATORY
    if kind.symmetric:
        return Role.PARTICIPANT, Role.PARTICIPANT
    if kind is EventClass.VISIT:
        return Role.VISITOR, Role.TARGET
    return Role.SOURCE, Role.PARTICIPANT if kind is EventClass.MEDIATION else Role.TARGET


def _whole(event: Event) -> bool:
    """Whether everybody is there whom an event of its class needs."""
    if event.kind.symmetric:
        return bool(event.participations)
    return bool(event.actors(Role.SOURCE)) and bool(event.actors(Role.TARGET, Role.PARTICIPANT))


@functools.cache
def load_participation() -> Partaking:
    """The network that is shipped; raises `KnowledgeError` where its files cannot be used."""
    with opened(FOLDER) as folder:
        known = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
        codes = Codes(*({word: n for n, word in enumerate(known[name], 1)} for name in NAMES))
        return Partaking(codes, Ranking(weights_in(folder)))
