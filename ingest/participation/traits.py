"""What speaks for and against an actor as a party of an event, in numbers, for the network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.model import Actor, ActorClass, Event, EventClass, Role, Status
from ingest.checks import side
from ingest.folding import fold
from ingest.mentions import Mention, MentionKind
from ingest.participation.known import FAR, STEPS, Known, Said, step
from ingest.participation.roll import Line, Reported
from ingest.relations.weighing import near
from ingest.tokens import Token
from ingest.tree import Tree

_CLASSES, _STATUSES = tuple(EventClass), tuple(Status)
_KINDS, _FORMS = tuple(ActorClass), tuple(MentionKind)
_WORDS = (2, 4, 8, 16, 30)
_CLIMB = 5
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


class View:
    """The actors of an article, seen from one event."""

    def __init__(self, known: Known, reported: Reported, codes: Codes) -> None:
        """``codes`` has the numbers of the words."""
        self._known, self._roll, self._codes = known, known.roll, codes
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
        self._sure = {
            actor.key: sure
            for report in self._reports
            for held in report.candidate.roles.values()
            for actor, sure in held.items()
        }

    def alone(self) -> Said:
        """What the event is, whoever takes part."""
        event, first = self._event, self._reports[0]
        kinds = [actor.kind for actor in event.actors()]
        return [
            *(event.kind is kind for kind in _CLASSES),
            *(event.status is status for status in _STATUSES),
            *step(len(self._parts)),
            *step(len(self._sides)),
            *step(len(self._reports)),
            *step(len(self._roll.lines)),
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
            *step(len(self._named)),
        ]

    def words(self) -> list[int]:
        """The numbers of the word that tells the event, and of the rule that read it."""
        first = self._reports[0]
        lemma = first.line.told.tree.lemma(first.trigger)
        return [
            self._codes.words.get(lemma, 0),
            self._codes.rules.get(first.candidate.pattern, 0),
        ]

    def of(self, actor: Actor) -> tuple[Said, list[int]]:
        """What one actor is to the event, and the words beside where it is named."""
        here, beside = self._here(actor)
        there, more = self._there(actor)
        general = self._known.in_general(actor)
        said = [
            *self._now(actor),
            *general,
            *here,
            *there,
            *self._likely(actor),
            *self._elsewhere(actor),
        ]
        return said, [*beside, *more]

    def _now(self, actor: Actor) -> Said:
        """What it is to the event by now, and those beside it for whom it speaks."""
        mine, own = self._parts.get(actor.key, NOBODY), side(actor)
        near = [a for a in self._sides.get(own, ()) if a.key != actor.key]
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
            own == actor.key,
            not self._posts.isdisjoint(w for o in actor.offices for w in fold(o).split()),
            place is not None and place.country is not None and place.country.key == own,
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
            *step(abs(at - trigger.i), _WORDS),
            at < trigger.i,
            *step(climbed),
            *step(fallen),
            *(mention is not None and mention.kind is form for form in _FORMS),
            len(unit.actors) > 1,
            mention is not None and mention.possessive,
            any(child.dep_ == "conj" for child in token.children) or token.dep_ == "conj",
            all(tokens[0] >= at for tokens in report.line.named.values()),
        ]
        described = mention is not None and mention.kind in _DESCRIBED
        own = self._codes.words.get(_noun(mention), 0) if mention and described else 0
        return said, [*self._beside(tree, token), own]

    def _beside(self, tree: Tree, token: Token) -> list[int]:
        """The numbers of the word above it, of its relation to that and of its preposition."""
        head, codes = token, self._codes
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
            if self._known.gathered[number] and (gathered is None or abs(away) < abs(gathered)):
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
            *step(abs(away) - 1),
            leads,
            gathered is not None,
            gathered is not None and gathered > 0,
            *step(abs(gathered) - 1 if gathered is not None else FAR),
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
        kind, chance = self._event.kind, self._known.chance
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
        partners, kind = set(self._parts) - {actor.key}, near(self._event.kind)
        others = [
            other
            for other in self._known.by_party.get(actor.key, ())
            if other[1] is not self._reported
        ]
        for number, each, parties in others:
            same += near(each.event.kind) is kind
            lately += abs(number - mine) <= 1
            beside += number == mine
            shared += not partners.isdisjoint(parties)
        return [
            *step(len(others)),
            same > 0,
            lately > 0,
            beside > 0,
            shared > 0,
        ]


_NOT_HERE = [0.0] * (1 + len(_WORDS) + 1 + 2 * STEPS + len(_FORMS) + 4)
_NOT_THERE = [0.0] * (5 + 2 * STEPS)


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
    return FAR, FAR


def _chain(token: Token) -> dict[int, int]:
    out = {token.i: 0}
    while token.head != token and len(out) <= _CLIMB:
        token = token.head
        out[token.i] = len(out)
    return out
