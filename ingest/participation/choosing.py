"""The stage: who takes part in each event, weighed by a network against what was read."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import Actor, Event, EventClass, Evidence, Participation, Role
from ingest.checks import event, in_person, side, sound
from ingest.merging import Dealing
from ingest.networks import Matrix, numbered, opened, weights_in, words_in
from ingest.participation.known import Known
from ingest.participation.roll import Reported, Roll
from ingest.participation.traits import DOING, NOBODY, Codes
from ingest.participation.weighing import Question, question
from ingest.ranking import Ranking, odds
from ingest.relations.weighing import Fact, facts
from ingest.roles import parts_of
from ingest.told import REPORT

FOLDER = "participation"
NAMES = ("words", "cases", "rules", "relations")
COMING = 2.0
"""How many times as likely it must be that somebody takes part who was not read."""
GOING = 3.0
"""How many times as likely it must be that a party is none."""
LEAST = 0.5
"""How likely each party must be of what was read by half."""


@dataclass(frozen=True, slots=True)
class Partaking:
    """The network, ready to use, and the numbers of the words that it knows."""

    codes: Codes
    ranking: Ranking

    def chances(self, asked: Question) -> Matrix:
        """How likely each part of each actor is: shape ``(actors, parts)``."""
        return odds(self.ranking.said(asked.told))


def partake(known: Known, network: Partaking) -> list[tuple[Event, Dealing]]:
    """The events of an article with those who took part in them, and what they are about.

    Where one does something to another, and where papers are signed, they stay as they were read:
    there the network was no better. What was read by half is among them where the other party is
    likely enough, and where the article does not tell the same of the same sides already. Short
    items are left as they are: all who take part stand in their sentence.
    """
    if len(known.roll.lines) < REPORT:
        return [(each.event, each.about) for each in known.events if each.whole]
    out: list[tuple[Event, Dealing]] = []
    told_of: set[Fact] = set()
    for each in known.events:
        made = _with_parties(each, known, network)
        if made is not None:
            told = set(facts(made.kind, made.actors()))
            if each.whole or told_of.isdisjoint(told):
                told_of |= told
                out.append((made, each.about))
    return out


def _with_parties(reported: Reported, known: Known, network: Partaking) -> Event | None:
    """The event with those who took part in it; None where it is read by half and stays so."""
    if not reported.whole:
        if reported.reports[0].candidate.judges:
            return None  # whom somebody judges is never sure enough
        asked = question(known, reported, network.codes)
        return complete(asked, network.chances(asked), known.roll)
    if reported.reports and weighs(reported.event.kind):
        asked = question(known, reported, network.codes)
        return recast(asked, chosen(asked, network), known.roll)
    return reported.event


def weighs(kind: EventClass) -> bool:
    """Whether the parties of events of a class are weighed that have all they need."""
    return kind.symmetric and kind is not EventClass.SIGNING


def chosen(asked: Question, network: Partaking) -> tuple[int, ...]:
    """What each of the actors is to an event that is whole."""
    out = []
    for row, now in zip(network.chances(asked), asked.now, strict=True):
        best = int(row.argmax())
        surer = COMING if now == NOBODY else GOING
        out.append(best if row[best] > surer * row[now] else now)
    return tuple(out)


def recast(asked: Question, parts: Sequence[int], roll: Roll) -> Event:
    """The event with these parts; as it was where they would leave it without those it needs.

    The sentences that name who comes in prove it as well.
    """
    read = asked.reported.event
    doing, done = parts_of(read.kind)
    cast = {
        actor.key: (actor, part)
        for actor, now, part in zip(asked.actors, asked.now, parts, strict=True)
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
    made = replace(read, participations=in_person((*kept, *new), bodies=True))
    if _whole(read) and not _whole(made):
        return read
    text = roll.text
    proofs = {
        Evidence(start=start, end=end, exact=text[start:end])
        for start, end in _namings(asked, [p.actor for p in new], roll)
    }
    return replace(made, evidence=(*read.evidence, *sorted(proofs - set(read.evidence))))


def likely_parts(chances: Matrix) -> tuple[int, ...] | None:
    """The likeliest part of each actor; None where one of the parties is not likely enough."""
    parts = tuple(chances.argmax(axis=1).tolist())
    sure = chances.max(axis=1)
    parties = [float(sure[at]) for at, part in enumerate(parts) if part != NOBODY]
    return parts if parties and min(parties) >= LEAST else None


def complete(asked: Question, chances: Matrix, roll: Roll) -> Event | None:
    """What was read by half, with its likeliest parties; None where they make no event."""
    parts = likely_parts(chances)
    if parts is None:
        return None
    (report,) = asked.reported.reports
    roles: dict[Role, dict[Actor, float]] = {}
    least = 1.0
    for actor, part, row in zip(asked.actors, parts, chances, strict=True):
        if part != NOBODY:
            role = parts_of(report.candidate.kind)[part - DOING]
            roles.setdefault(role, {})[actor] = float(row[part])
            least = min(least, float(row[part]))
    parties = [actor for held in roles.values() for actor in held]
    made = replace(
        report.candidate,
        roles=roles,
        confidence=(report.candidate.confidence * least) ** 0.5,
        besides=[*report.candidate.besides, *_namings(asked, parties, roll)],
    )
    return event(made, roll.text) if sound(made) else None


def _namings(asked: Question, actors: Sequence[Actor], roll: Roll) -> Iterator[tuple[int, int]]:
    """The sentences that name those whom the sentences of the event do not name."""
    lines = [report.line for report in asked.reported.reports]
    for actor in actors:
        if not any(actor.key in line.named for line in lines):
            span = roll.naming(actor.key, lines[0].number)
            if span is not None:
                yield span


def _whole(told: Event) -> bool:
    """Whether everybody is there whom an event of its class needs."""
    if told.kind.symmetric:
        return len(set(map(side, told.actors()))) > 1
    return bool(told.actors(Role.SOURCE)) and bool(told.actors(Role.TARGET, Role.PARTICIPANT))


@functools.cache
def load_participation() -> Partaking:
    """The network that is shipped; raises `KnowledgeError` where its files cannot be used."""
    with opened(FOLDER) as folder:
        known = words_in(folder)
        codes = Codes(*(numbered(known[name]) for name in NAMES))
        return Partaking(codes, Ranking(weights_in(folder)))
