"""What speaks for and against an actor as a party of an event, in numbers, for the network."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Token

from graph.model import Actor, ActorClass, Event, EventClass, Role, Status
from ingest.checks import known, side
from ingest.folding import fold
from ingest.mentions import Mention, MentionKind
from ingest.participation.roll import Line, Reported, Roll
from ingest.ranking import Traits
from ingest.relations.weighing import Weighed, near
from ingest.roles import TALKS
from ingest.tree import Tree
from ingest.triggers import Grammar

Said = list[float]
_CLASSES, _STATUSES = tuple(EventClass), tuple(Status)
_KINDS, _FORMS = tuple(ActorClass), tuple(MentionKind)
_STEPS = (0, 1, 2, 3, 5, 9)
_WORDS = (2, 4, 8, 16, 30)
_FAR = 99
_MOST = 16
"""Actors that are weighed for one event."""
_FREQUENT = 4
_CLIMB = 5
_TOGETHER = TALKS | {EventClass.SIGNING, EventClass.AGREEMENT, EventClass.MEDIATION}
_DESCRIBED = frozenset({MentionKind.GROUP, MentionKind.OFFICE, MentionKind.PRONOUN})
NOBODY, DOING, DONE = range(3)
"""What an actor is to an event: no party, one who does it or takes part, one to whom it is done."""


@dataclass(frozen=True, slots=True)
class Codes:
    """The numbers of words, prepositions, rules and relations of the parse; 0 has what has none."""

    words: Mapping[str, int]
    cases: Mapping[str, int]
    rules: Mapping[str, int]
    relations: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Question:
    """An event and those who may take part in it."""

    reported: Reported
    actors: tuple[Actor, ...]
    now: tuple[int, ...]
    """What each is to it by now."""
    told: Traits


def part(event: Event, actor: Actor) -> int:
    """What an actor is to an event as it was read."""
    for participation in event.participations:
        if participation.actor.key == actor.key:
            directed = bool(event.actors(Role.SOURCE)) and not event.kind.symmetric
            role = participation.role.general
            if role is Role.TARGET or (directed and role is Role.PARTICIPANT):
                return DONE
            return DOING
    return NOBODY


def _step(number: float, bounds: Sequence[int] = _STEPS) -> Said:
    return [float(number <= bound) for bound in bounds]


class Weighing:
    """The actors of an article, seen from its events."""

    def __init__(
        self,
        roll: Roll,
        events: Sequence[Reported],
        weighed: Sequence[Weighed],
        grammar: Grammar,
    ) -> None:
        """``weighed`` holds what the network of relations says of the sentences."""
        self.roll, self._events = roll, events
        self.codes = Codes({}, {}, {}, {})
        self._scores: dict[tuple[int, int], Weighed] = {
            (id(each.view.told), each.view.span.start): each for each in weighed
        }
        gathered = grammar.gatherings | grammar.sessions
        self._gathered = [
            any(line.told.tree.lemma(token) in gathered for token in line.span)
            for line in roll.lines
        ]
        often = sorted(roll.at, key=lambda key: -len(roll.at[key]))
        self._often = often[:_FREQUENT]
        self._rank = {key: at for at, key in enumerate(often)}
        self._persons: dict[str, int] = {}
        for actor in roll.actors.values():
            if actor.kind is ActorClass.PERSON:
                self._persons[side(actor)] = self._persons.get(side(actor), 0) + 1
        self._general = {key: self._in_general(actor) for key, actor in roll.actors.items()}
        self._by_party: dict[str, list[tuple[int, Reported]]] = {}
        for each in events:
            if each.reports and each.whole:
                for actor in each.event.actors():
                    here = each.reports[0].line.number
                    self._by_party.setdefault(actor.key, []).append((here, each))

    def questions(self, codes: Codes) -> Iterator[Question]:
        """Each event that a sentence tells, in their order."""
        return (self.question(each, codes) for each in self._events if each.reports)

    def question(self, reported: Reported, codes: Codes) -> Question:
        """What is asked of an event that a sentence tells."""
        self.codes = codes
        actors = self._offered(reported)
        now = tuple(part(reported.event, actor) for actor in actors)
        return Question(reported, actors, now, self._traits(reported, actors))

    def _offered(self, reported: Reported) -> tuple[Actor, ...]:
        """Who may take part: who was read, who is named there or beside, who is named often."""
        keys = dict.fromkeys(actor.key for actor in reported.event.actors())
        numbers = {report.line.number for report in reported.reports}
        for away in (0, 1, -1):
            for number in sorted(numbers):
                if 0 <= number + away < len(self.roll.lines):
                    keys.update(dict.fromkeys(self.roll.lines[number + away].named))
        keys.update(dict.fromkeys(self._often))
        if reported.event.kind in _TOGETHER:
            for line in self.roll.lines:
                if self._gathered[line.number]:
                    keys.update(dict.fromkeys(line.named))
        read = {actor.key: actor for actor in reported.event.actors()}
        actors = ((read.get(key) or self.roll.actors[key]) for key in keys)
        return tuple([a for a in actors if known(a) or a.key in read][: max(_MOST, len(read))])

    def _traits(self, reported: Reported, actors: Sequence[Actor]) -> Traits:
        view = _View(self, reported)
        rows = [view.of(actor) for actor in actors]
        first = reported.reports[0]
        words = [
            self.codes.words.get(first.line.told.tree.lemma(first.trigger), 0),
            self.codes.rules.get(first.candidate.pattern, 0),
        ]
        return Traits(
            np.array(view.alone(), dtype=np.float32),
            np.array([said for said, _ in rows], dtype=np.float32),
            np.array(words, dtype=np.int32),
            np.array([beside for _, beside in rows], dtype=np.int32),
        )

    def _in_general(self, actor: Actor) -> Said:
        """What an actor is in the article, whatever the event."""
        at = self.roll.at.get(actor.key, ())
        mine = side(actor)
        persons = self._persons.get(mine, 0) - (actor.kind is ActorClass.PERSON)
        last = fold(actor.label).replace("-", " ").rpartition(" ")[2]
        return [
            *(actor.kind is kind for kind in _KINDS),
            actor.represents is not None,
            bool(actor.offices),
            *_step(len(at)),
            *_step(self._rank.get(actor.key, _FAR)),
            bool(at) and at[0] == 0,
            *_step(at[0] if at else _FAR),
            last in self.roll.title,
            persons > 0,
            persons > 1,
            len(self.roll.at.get(mine, ())) > 0,
        ]

    def chance(self, line: Line, kind: EventClass, one: str, other: str) -> float:
        """How likely one did it to the other by the network of relations."""
        weighed = self._scores.get((id(line.told), line.span.start))
        said = weighed.chance(kind, one, other) if weighed is not None else None
        return said or 0.0


class _View:
    """The actors of an article, seen from one event."""

    def __init__(self, article: Weighing, reported: Reported) -> None:
        self._article, self._roll = article, article.roll
        self._event, self._reports = reported.event, reported.reports
        self._reported = reported
        self._parts = {a.key: part(self._event, a) for a in self._event.actors()}
        self._sides: dict[str, list[Actor]] = {}
        for actor in self._event.actors():
            self._sides.setdefault(side(actor), []).append(actor)
        self._numbers = sorted({report.line.number for report in self._reports})
        self._named = {key for report in self._reports for key in report.line.named}
        self._about = {actor.key for report in self._reports for actor in report.candidate.about}
        units = [
            report.line.told.tree.unit(token)
            for report in self._reports
            for token in report.line.span
        ]
        self._posts = {
            _noun(mention).removesuffix("s")
            for unit in units
            for mention in unit.mentions
            if mention.kind in _DESCRIBED
        }
        lost = [unit for unit in units if unit.mentions and not unit.actors]
        self._lost = [bool(lost), any(unit.mentions[0].plural for unit in lost)]
        self._held = {
            (role.general, actor.key): sure
            for report in self._reports
            for role, held in report.candidate.roles.items()
            for actor, sure in held.items()
        }
        self._sure = {key: sure for (_, key), sure in self._held.items()}

    def alone(self) -> Said:
        """What the event is, whoever takes part."""
        event, first = self._event, self._reports[0]
        kinds = [actor.kind for actor in event.actors()]
        return [
            *(event.kind is kind for kind in _CLASSES),
            *(event.status is status for status in _STATUSES),
            *_step(len(self._parts)),
            *_step(len(self._sides)),
            *_step(len(self._reports)),
            *_step(len(self._roll.lines)),
            bool(event.actors(Role.SOURCE)),
            bool(event.actors(Role.TARGET)),
            event.title is not None,
            bool(event.documents),
            first.trigger.tag_.startswith("V"),
            first.candidate.alone,
            self._reported.whole,
            bool(first.candidate.besides),
            event.confidence,
            *(kinds.count(kind) / max(1, len(kinds)) for kind in _KINDS),
            *self._lost,
            *_step(len(self._named)),
        ]

    def of(self, actor: Actor) -> tuple[Said, list[int]]:
        """What one actor is to the event, and the words beside where it is named."""
        here, beside = self._here(actor)
        there, more = self._there(actor)
        general = self._article._general.get(actor.key)
        if general is None:
            general = self._article._in_general(actor)
        said = [
            *self._now(actor),
            *general,
            *here,
            *there,
            *self._likely(actor),
            *self._elsewhere(actor),
        ]
        return [float(each) for each in said], [*beside, *more]

    def _now(self, actor: Actor) -> Said:
        """What it is to the event by now, and those beside it for whom it speaks."""
        mine = self._parts.get(actor.key, NOBODY)
        near = [a for a in self._sides.get(side(actor), ()) if a.key != actor.key]
        parts = {self._parts[a.key] for a in near}
        persons = any(a.kind is ActorClass.PERSON for a in near)
        roles = {p.role for p in self._event.participations if p.actor.key == actor.key}
        place = self._event.place
        return [
            *(mine == each for each in (NOBODY, DOING, DONE)),
            self._sure.get(actor.key, 0.0),
            bool(roles - {role.general for role in roles}),
            bool(near),
            persons,
            bool(near) and not persons,
            DOING in parts,
            DONE in parts,
            side(actor) == actor.key,
            not self._posts.isdisjoint(w for o in actor.offices for w in fold(o).split()),
            place is not None and place.country is not None and place.country.key == side(actor),
            actor.key in self._about,
            actor in self._event.according_to,
        ]

    def _here(self, actor: Actor) -> tuple[Said, list[int]]:
        """How it is named where the event is told: by the nearest mention."""
        named = [
            (report, at) for report in self._reports for at in report.line.named.get(actor.key, ())
        ]
        if not named:
            return _NOT_HERE, [0, 0, 0, 0]
        report, at = min(named, key=lambda each: abs(each[1] - each[0].candidate.trigger))
        tree, trigger = report.line.told.tree, report.trigger
        token = tree.doc[at]
        climbed, fallen = _steps_between(token, trigger)
        unit = tree.unit(token)
        mention = unit.mention
        said = [
            1.0,
            *_step(abs(at - trigger.i), _WORDS),
            at < trigger.i,
            *_step(climbed),
            *_step(fallen),
            *(mention is not None and mention.kind is form for form in _FORMS),
            len(unit.actors) > 1,
            mention is not None and mention.possessive,
            any(child.dep_ == "conj" for child in token.children) or token.dep_ == "conj",
            all(tokens[0] >= at for tokens in report.line.named.values()),
        ]
        described = mention is not None and mention.kind in _DESCRIBED
        own = self._article.codes.words.get(_noun(mention), 0) if mention and described else 0
        return said, [*self._beside(tree, token), own]

    def _beside(self, tree: Tree, token: Token) -> list[int]:
        """The numbers of the word above it, of its relation to that and of its preposition."""
        head, codes = token, self._article.codes
        while head.dep_ == "conj" and head.head != head:
            head = head.head
        above = tree.lemma(head.head) if head.head != head else ""
        return [
            codes.words.get(above, 0),
            codes.relations.get(head.dep_, 0),
            codes.cases.get(tree.case(head), 0),
        ]

    def _there(self, actor: Actor) -> tuple[Said, list[int]]:
        """How it is named in the nearest other sentence, and in one about what gathers people."""
        best: tuple[int, int] | None = None
        gathered: int | None = None
        for number in self._roll.at.get(actor.key, ()):
            if number in self._numbers:
                continue
            away = min((number - n for n in self._numbers), key=abs)
            if best is None or abs(away) < abs(best[0]):
                best = away, number
            if self._article._gathered[number] and (gathered is None or abs(away) < abs(gathered)):
                gathered = away
        if best is None:
            return _NOT_THERE, [0, 0, 0]
        away, number = best
        line = self._roll.lines[number]
        tree = line.told.tree
        token = tree.doc[line.named[actor.key][0]]
        leads = min(t for tokens in line.named.values() for t in tokens) == token.i
        said = [
            1.0,
            away > 0,
            *_step(abs(away) - 1),
            leads,
            gathered is not None,
            gathered is not None and gathered > 0,
            *_step(abs(gathered) - 1 if gathered is not None else _FAR),
        ]
        return said, self._beside(tree, token)

    def _likely(self, actor: Actor) -> Said:
        """How likely the network of relations finds it beside the other parties, here and there."""
        here = [report.line for report in self._reports]
        elsewhere = set(self._roll.at.get(actor.key, ())) - set(self._numbers)
        there = [self._roll.lines[number] for number in sorted(elsewhere)]
        return [chance for lines in (here, there) for chance in self._beside_parties(actor, lines)]

    def _beside_parties(self, actor: Actor, lines: Sequence[Line]) -> Said:
        """The likeliest of some sentences: that it does so to a party, and that one does to it."""
        kind, chance = self._event.kind, self._article.chance
        pairs = [
            (line, other)
            for line in lines
            if actor.key in line.named
            for other in self._parts
            if other != actor.key and other in line.named
        ]
        doing = (chance(line, kind, actor.key, other) for line, other in pairs)
        done = (chance(line, kind, other, actor.key) for line, other in pairs)
        return [max(doing, default=0.0), max(done, default=0.0)]

    def _elsewhere(self, actor: Actor) -> Said:
        """In which other events it takes part."""
        mine = self._numbers[0]
        same = lately = shared = beside = 0
        partners = set(self._parts) - {actor.key}
        others = [
            (number, each)
            for number, each in self._article._by_party.get(actor.key, ())
            if each is not self._reported
        ]
        for number, each in others:
            same += near(each.event.kind) is near(self._event.kind)
            lately += abs(number - mine) <= 1
            beside += number == mine
            shared += any(a.key in partners for a in each.event.actors())
        return [
            *_step(len(others)),
            same > 0,
            lately > 0,
            beside > 0,
            shared > 0,
        ]


_NOT_HERE = [0.0] * (1 + len(_WORDS) + 1 + 2 * len(_STEPS) + len(_FORMS) + 4)
_NOT_THERE = [0.0] * (5 + 2 * len(_STEPS))


def _noun(mention: Mention) -> str:
    """The word by which a description calls whom it means: "leaders", "minister"."""
    return fold(mention.name or mention.office).rpartition(" ")[2]


def _steps_between(token: Token, trigger: Token) -> tuple[int, int]:
    """How many steps lead up from a token, and down to the trigger; many where none do."""
    up = _chain(trigger)
    at = token
    for climbed in range(_CLIMB + 1):
        if at.i in up:
            return climbed, up[at.i]
        if at.head == at:
            break
        at = at.head
    return _FAR, _FAR


def _chain(token: Token) -> dict[int, int]:
    out = {token.i: 0}
    while token.head != token and len(out) <= _CLIMB:
        token = token.head
        out[token.i] = len(out)
    return out
