"""The stage: who takes part in each event, weighed by a network against what was read."""

import functools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from graph.model import Actor, ActorClass, Event, EventClass, Evidence, Participation, Role
from ingest.checks import event, side, sound
from ingest.networks import Matrix, opened, weights_in
from ingest.participation.roll import Reported
from ingest.participation.traits import DOING, NOBODY, Codes
from ingest.participation.weighing import Question, Weighing
from ingest.ranking import Ranking, odds
from ingest.relations.weighing import near
from ingest.roles import parts_of
from ingest.told import REPORT

FOLDER = "participation"
NAMES = ("words", "cases", "rules", "relations")
SURER = 3.0
"""How many times as likely as what an actor is to an event by now another part must be."""
LEAST = 0.65
"""How likely each party must be of what was read by half."""
_SPOKEN_FOR = frozenset({ActorClass.BODY, ActorClass.COUNTRY})
Fact = tuple[EventClass, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Partaking:
    """The network, ready to use, and the numbers of the words that it knows."""

    codes: Codes
    ranking: Ranking

    def chances(self, question: Question) -> Matrix:
        """How likely each part of each actor is: shape ``(actors, parts)``."""
        return odds(self.ranking.said(question.told))


def partake(found: Sequence[Reported], weighing: Weighing, network: Partaking) -> list[Event]:
    """The events with those who took part in them.

    Where one does something to another, they stay as they were read: there the network was no
    better. What was read by half is among them where the other party is likely enough, and where
    the article does not tell the same of the same sides already. Short items are left as they are:
    all who take part stand in their sentence.
    """
    if len(weighing.roll.lines) < REPORT:
        return [each.event for each in found if each.whole]
    out: list[Event] = []
    facts: set[Fact] = set()
    for each in found:
        if not each.reports or (each.whole and not each.event.kind.symmetric):
            made = each.event
        elif not each.whole and each.reports[0].candidate.judges:
            continue  # whom somebody judges is never sure enough
        else:
            question = weighing.question(each, network.codes)
            if each.whole:
                made = recast(question, chosen(question, network), weighing)
            else:
                completed = complete(question, network.chances(question), weighing)
                if completed is None or not facts.isdisjoint(_facts(completed)):
                    continue
                made = completed
        facts.update(_facts(made))
        out.append(made)
    return out


def chosen(question: Question, network: Partaking) -> tuple[int, ...]:
    """What each of the actors is to an event that is whole."""
    out = []
    for row, now in zip(network.chances(question), question.now, strict=True):
        best = int(row.argmax())
        out.append(best if row[best] > SURER * row[now] else now)
    return tuple(out)


def recast(question: Question, parts: Sequence[int], weighing: Weighing) -> Event:
    """The event with these parts; as it was where they would leave it without those it needs.

    The sentences that name who comes in prove it as well.
    """
    read = question.reported.event
    doing, done = parts_of(read.kind)
    cast = {
        actor.key: (actor, part)
        for actor, now, part in zip(question.actors, question.now, parts, strict=True)
        if now != part
    }
    kept = [p for p in read.participations if p.actor.key not in cast]
    new = [
        Participation(role=doing if part == DOING else done, actor=actor)
        for actor, part in cast.values()
        if part != NOBODY
    ]
    if not cast or not (kept or new):
        return read
    made = replace(read, participations=_personal((*kept, *new)))
    if _whole(read) and not _whole(made):
        return read
    text = weighing.roll.text
    proofs = {
        Evidence(start=start, end=end, exact=text[start:end])
        for start, end in _namings(question, [p.actor for p in new], weighing)
    }
    return replace(made, evidence=(*read.evidence, *sorted(proofs - set(read.evidence))))


def _personal(participations: Sequence[Participation]) -> tuple[Participation, ...]:
    """Without the states and bodies for which a person takes part in the same role."""
    spoken = {
        (p.role.general, side(p.actor)) for p in participations if p.actor.kind is ActorClass.PERSON
    }
    return tuple(
        p
        for p in participations
        if p.actor.kind not in _SPOKEN_FOR or (p.role.general, side(p.actor)) not in spoken
    )


def likely_parts(chances: Matrix) -> tuple[int, ...] | None:
    """The likeliest part of each actor; None where one of the parties is not likely enough."""
    parts = tuple(chances.argmax(axis=1).tolist())
    sure = chances.max(axis=1)
    parties = [float(sure[at]) for at, part in enumerate(parts) if part != NOBODY]
    return parts if parties and min(parties) >= LEAST else None


def complete(question: Question, chances: Matrix, weighing: Weighing) -> Event | None:
    """What was read by half, with its likeliest parties; None where they make no event."""
    parts = likely_parts(chances)
    if parts is None:
        return None
    (report,) = question.reported.reports
    roles: dict[Role, dict[Actor, float]] = {}
    least = 1.0
    for actor, part, row in zip(question.actors, parts, chances, strict=True):
        if part != NOBODY:
            role = parts_of(report.candidate.kind)[part - DOING]
            roles.setdefault(role, {})[actor] = float(row[part])
            least = min(least, float(row[part]))
    parties = [actor for held in roles.values() for actor in held]
    made = replace(
        report.candidate,
        roles=roles,
        confidence=(report.candidate.confidence * least) ** 0.5,
        besides=[*report.candidate.besides, *_namings(question, parties, weighing)],
    )
    return event(made, weighing.roll.text) if sound(made) else None


def _namings(
    question: Question, actors: Sequence[Actor], weighing: Weighing
) -> Iterator[tuple[int, int]]:
    """The sentences that name those whom the sentences of the event do not name."""
    lines = [report.line for report in question.reported.reports]
    for actor in actors:
        if not any(actor.key in line.named for line in lines):
            span = weighing.roll.naming(actor.key, lines[0].number)
            if span is not None:
                yield span


def _facts(told: Event) -> Iterator[Fact]:
    """What is told of two sides, whoever speaks for them."""
    sides = sorted(set(map(side, told.actors())))
    return ((near(told.kind), frozenset(two)) for two in combinations(sides, 2))


def _whole(told: Event) -> bool:
    """Whether everybody is there whom an event of its class needs."""
    if told.kind.symmetric:
        return len(set(map(side, told.actors()))) > 1
    return bool(told.actors(Role.SOURCE)) and bool(told.actors(Role.TARGET, Role.PARTICIPANT))


@functools.cache
def load_participation() -> Partaking:
    """The network that is shipped; raises `KnowledgeError` where its files cannot be used."""
    with opened(FOLDER) as folder:
        known = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
        codes = Codes(*({word: n for n, word in enumerate(known[name], 1)} for name in NAMES))
        return Partaking(codes, Ranking(weights_in(folder)))
