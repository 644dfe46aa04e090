"""Gives an act of force the side that its own words leave open: who strikes, or who is struck.

Short news names one of two who fight and the place: "Rebels of X seized the town of Y, Z", "Three
fighters of X were killed, Y's army said", "X claimed responsibility". The state of the place is the
other side, or who tells of it, or whom the sentence before says to have been hit.
"""

from collections.abc import Iterable, Sequence

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import BELLIGERENTS, side, side_of, spare
from ingest.foes import foe_of
from ingest.strikes import (
    BORDERS,
    HURTING,
    PLACED,
    between_others,
    downed,
    unnamed_fighters,
    with_others,
)
from ingest.syntax import NEVER
from ingest.tokens import Token
from ingest.told import Told, numbered
from ingest.triggers import Triggers
from ingest.warfare import PLACES

_CERTAINTY = 0.5
_BACK = 2
"""How many sentences an attack may lie back that somebody claims."""
_SUSPECTING = frozenset({"behind", "blame", "responsible", "suspect"})
"""Words by which an attack is laid to somebody."""
_CLAIMING = frozenset({"accept", "admit", "claim", "take"})
_ASSAILING = frozenset(
    {
        "attack", "besiege", "bomb", "capture", "enter", "overrun", "pound", "raid", "recapture",
        "retake", "seize", "shell", "storm", "strike", "take", "target",
    }
)  # fmt: skip
"""What is done to towns, whoever is in them."""
_COMMANDING = frozenset({"authorise", "authorize", "deploy", "dispatch", "launch", "order", "send"})
"""What leaders do by whom their forces strike."""
_MOVING = frozenset({"advance", "cross", "deploy", "enter", "march", "mass", "move"})
"""What bands do wherever they are."""
_TAKING = frozenset({"abduct", "capture", "kidnap"})
"""What police and bands do as well as armies."""
_WARRING = HURTING | _ASSAILING | frozenset(
    {
        "destroy", "down", "hit", "intercept", "liberate", "loot", "occupy", "shoot",
        "shoot down", "take control",
    }
)  # fmt: skip
"""What armies do in a war."""
_ANSWERING = frozenset(
    {
        "answer", "back", "counterattack", "reply", "reprisal", "respond", "response", "retaliate",
        "retaliation", "return", "revenge",
    }
)  # fmt: skip
_BEHIND = frozenset({"after", "amid", "before", "despite", "following", "since"})
"""Before force that lies behind what is told, so that who is named there is none of it."""
_CLASHES = frozenset({"clash", "combat", "fighting", "firefight", "gunfight", "skirmish"})
"""In which each of two sides strikes the other."""
_BESIDE = frozenset({"alongside", "beside", "for", "to"})
_FREEING = frozenset({"escort", "evacuate", "free", "recover", "release", "rescue"})
_JUDGING = frozenset({EventClass.ACCUSATION, EventClass.REJECTION, EventClass.SUPPORT})
_OFFICIAL = frozenset(
    {
        "barracks", "checkpoint", "government", "governor", "minister", "ministry", "official",
        "parliament", "policeman", "prosecutor", "recruit",
    }
)  # fmt: skip
"""Whom and what a state has of its own."""
_WARS = frozenset({"conflict", "crisis", "war"})
_ORDER = frozenset(
    {"army", "commando", "force", "forces", "military", "police", "soldier", "troop"}
)
"""Whose name is left out where they are those of the state in which they fight."""


def oppose(article: Sequence[Told], triggers: Triggers, day: str | None) -> None:
    """Fills in the sources and targets that acts of force lack.

    ``article`` holds its paragraphs in the order of the text, ``day`` is that of its publication.
    """
    before: list[tuple[int, Told, Candidate]] = []
    for here, told, candidate in numbered(article):
        if candidate.kind is not EventClass.FORCE:
            continue
        fight = _Fight(candidate, told, triggers, day)
        fight.commanded()
        fight.mustered()
        spare(candidate)
        near = [(t, deed) for there, t, deed in before if 0 < here - there <= _BACK]
        before.append((here, told, candidate))
        if fight.claimed() and near:
            fight.owned_up_to(near)
        elif fight.laid_to_nobody() and fight.laid_at_a_door():
            continue
        elif candidate.status is Status.HAPPENED and not fight.told_already(told.candidates):
            fight.complete([deed for _, deed in near])


class _Fight:
    """One act of force."""

    def __init__(self, made: Candidate, told: Told, triggers: Triggers, day: str | None) -> None:
        self._made, self._told, self._tree, self._day = made, told, told.tree, day
        self._trigger, self._triggers = told.tree.doc[made.trigger], triggers

    def commanded(self) -> None:
        """Makes it the deed of the state or band whose leader ordered it: "X sent tanks into Y"."""
        held = self._made.roles.get(Role.SOURCE, {})
        around = (self._trigger, self._trigger.head)
        if not held or not any(self._tree.lemma(one) in _COMMANDING for one in around):
            return
        sides = {actor: side_of(actor) for actor in held if actor.kind is ActorClass.PERSON}
        if len(sides) == len(held) and all(s.kind in BELLIGERENTS for s in sides.values()):
            self._made.roles[Role.SOURCE] = {sides[a]: sure for a, sure in held.items()}

    def mustered(self) -> None:
        """Puts a state or band in the place of a leader whose troops fight: "loyal to X"."""
        for role, held in self._made.roles.items():
            led = {actor: self._led(actor) for actor in held}
            if any(led.values()):
                self._made.roles[role] = {led[a] or a: sure for a, sure in held.items()}

    def _led(self, person: Actor) -> Actor | None:
        """The side of a leader of whom only the troops take part; None of anybody else."""
        if person.kind is not ActorClass.PERSON or side_of(person).kind not in BELLIGERENTS:
            return None
        named = [t for t in self._trigger.sent if person in self._tree.unit(t).actors]
        troops = (self._tree.case(t) == "of" and self._tree.lemma(t.head) in _ORDER for t in named)
        return side_of(person) if any(troops) else None

    def _answers(self, deeds: Sequence[Candidate]) -> bool:
        """Whether who was struck strikes back at those who did it: "X's troops returned fire"."""
        made = self._made
        mine = {side(actor) for actor in made.of(Role.SOURCE)}
        words = {self._tree.lemma(token) for token in self._trigger.sent}
        if not mine or made.of(Role.TARGET):
            return False
        for deed in deeds if words & _ANSWERING else ():
            if mine == {side(actor) for actor in deed.of(Role.TARGET)} and deed.of(Role.SOURCE):
                self._put(Role.TARGET, tuple(deed.of(Role.SOURCE)))
                return True
        return False

    def laid_to_nobody(self) -> bool:
        """Whether an attack that happened is told without who did it."""
        return self._made.status is Status.HAPPENED and not self._made.of(Role.SOURCE)

    def laid_at_a_door(self) -> bool:
        """Whether the next sentence says which band is thought to have done it; then it is in."""
        doc, end = self._tree.doc, self._trigger.sent.end
        if end >= len(doc):
            return False
        following = doc[end].sent
        words = {self._tree.lemma(token) for token in following}
        if not words & _SUSPECTING or words & NEVER:
            return False
        named = {a for token in following for a in self._tree.unit(token).actors}
        bands = {actor for actor in named if actor.kind is ActorClass.ARMED_GROUP}
        targets = _hit(self._made) or self.on_the_state()
        if len(bands) != 1 or not targets or bands & set(targets):
            return False
        self._put(Role.SOURCE, tuple(bands))
        self._put(Role.TARGET, targets)
        self._made.besides.append(self._told.stretch(end, following.end))
        return True

    def claimed(self) -> bool:
        """Whether it is a deed told before that somebody owns up to."""
        lone = bool(self._bands(Role.SOURCE)) and not self._made.of(Role.TARGET)
        return lone and self._tree.lemma(self._trigger) in _CLAIMING

    def owned_up_to(self, deeds: Sequence[tuple[Told, Candidate]]) -> None:
        """Gives a deed that was told before the source who claims it here."""
        for told, deed in reversed(deeds):
            if deed.of(Role.SOURCE):
                continue
            targets = _hit(deed) or _Fight(deed, told, self._triggers, self._day).on_the_state()
            mine = {side(actor) for actor in self._made.of(Role.SOURCE)}
            if targets and not mine & {side(actor) for actor in targets}:
                deed.add(Role.TARGET, targets, _CERTAINTY)
                deed.add(Role.SOURCE, tuple(self._made.of(Role.SOURCE)), _CERTAINTY)
                deed.besides.append((self._made.start, self._made.end))
                deed.pattern = "completed"
                return

    def told_already(self, others: Iterable[Candidate]) -> bool:
        """Whether another act of force of the sentence has both sides, and those of this one."""
        mine = set(self._made.everybody())
        return any(
            one.kind is EventClass.FORCE
            and self._tree.doc[one.trigger].sent == self._trigger.sent
            and bool(one.of(Role.SOURCE) and one.of(Role.TARGET))
            and mine <= set(one.everybody())
            for one in others
        )

    def complete(self, before: Sequence[Candidate]) -> None:
        """Puts in the side that is missing, where one stands out."""
        made = self._made
        if self._answers(before) or between_others(self._trigger, self._tree):
            return
        if made.of(Role.SOURCE) and not made.of(Role.TARGET):
            self._put(Role.TARGET, self._struck() or self._sworn())
        elif made.of(Role.TARGET) and not made.of(Role.SOURCE):
            self._part()
            if not made.of(Role.SOURCE):
                theirs = {side(actor) for actor in made.of(Role.TARGET)}
                by = tuple(actor for actor in self._by_band() if side(actor) not in theirs)
                self._put(Role.SOURCE, self._striking() or by or self._assailants(theirs))
        elif not made.everybody() and (by := self._by_band()) and (where := self.theatre(set())):
            self._put(Role.SOURCE, by)
            self._put(Role.TARGET, where)

    def on_the_state(self) -> tuple[Actor, ...]:
        """The state of the place, where its own people or houses are hit: "killed six recruits"."""
        words = {self._tree.lemma(token) for token in self._trigger.sent}
        return () if words.isdisjoint(_ORDER | _OFFICIAL) else self.theatre(set())

    def theatre(self, mine: set[str]) -> tuple[Actor, ...]:
        """The one state in which the places of the sentence lie; nobody where there are more.

        What is told of something else in a clause of its own is no scene: "a war that reached X".
        """
        above = {self._trigger.i, *(token.i for token in self._trigger.ancestors)}
        aside = {
            token.i
            for clause in self._trigger.sent
            if clause.dep_ == "acl:relcl" and clause.i not in above
            for token in clause.subtree
        }
        return self._only((t for t in self._trigger.sent if t.i not in aside), mine)

    def _put(self, role: Role, actors: tuple[Actor, ...]) -> None:
        if actors:
            self._made.add(role, actors, _CERTAINTY)
            self._made.pattern = "completed"

    def _bands(self, role: Role) -> list[Actor]:
        return [a for a in self._made.of(role) if a.kind is ActorClass.ARMED_GROUP]

    def _struck(self) -> tuple[Actor, ...]:
        """Whom those strike who are named: the state of the place, or the only one named."""
        mine = {side(actor) for actor in self._made.everybody()}
        lemma = self._tree.lemma(self._trigger)
        among = with_others(self._trigger, self._tree, self._triggers.grammar)
        if among or downed(self._trigger, self._tree):
            return ()
        policing = lemma in self._triggers.grammar.policing
        if self._bands(Role.SOURCE):
            there = self.theatre(mine)
            others = self._states(self._trigger.subtree, mine)
            if there and others and there[0] not in others.values():
                return ()  # "shot down a drone of X over Y"
            beside = not _BEHIND.isdisjoint(self._tree.cases(self._trigger))
            return there or (() if policing or beside else self._named(mine))
        if unnamed_fighters(self._trigger, self._tree, self._triggers.grammar):
            return ()
        verbal = self._trigger.pos_ == "VERB" and not self._trigger.dep_.startswith("acl")
        things = self._tree.objects(self._trigger)
        towns = lemma in _ASSAILING and bool(things) and all(map(self._town, things))
        if verbal and (towns or (lemma in HURTING and things)):
            return self._foe() or self._only(self._trigger.subtree, mine)
        if lemma in self._triggers.nouns and not policing:
            return self._only(self._trigger.subtree, mine) or self._telling(mine)
        if lemma == "violate":  # "X says that Y violated its airspace"
            return tuple(a for a in self._made.according_to if side(a) not in mine)
        return self._telling(mine) if lemma == "attack" else ()

    def _sworn(self) -> tuple[Actor, ...]:
        """Whom those fight for years who strike in no state that is named: "X shot down drones"."""
        sources = {side(actor): actor for actor in self._made.of(Role.SOURCE)}
        actor = next(iter(sources.values()))
        foe = foe_of(side_of(actor), self._day) if self._day is not None else None
        lemma = self._tree.lemma(self._trigger)
        peaceful = lemma in _CLAIMING | _MOVING or lemma in (
            self._triggers.grammar.policing - _TAKING
        )
        if foe is None or peaceful or len(sources) > 1:
            return ()
        if unnamed_fighters(self._trigger, self._tree, self._triggers.grammar):
            return ()
        if any(map(self._tree.pronoun, self._tree.objects(self._trigger))):
            return ()  # "the Taliban shot it down"
        states = side_of(actor).kind is ActorClass.COUNTRY
        if states and not (lemma in _WARRING or lemma in self._triggers.nouns):
            return ()
        tokens = [t for t in self._trigger.sent if not (self._tree.pronoun(t) or self._beside(t))]
        named = {side(a) for t in tokens for a in self._tree.unit(t).actors}
        places = {side(state) for t in tokens if (state := self._tree.unit(t).state) is not None}
        mine = set(sources) if foe.at_home or not states else set()
        other = named - set(sources) - {side(foe.actor)}
        return () if other or places - mine - {side(foe.actor)} else (foe.actor,)

    def _telling(self, mine: set[str]) -> tuple[Actor, ...]:
        """The only other side named, whose forces tell it: "X attacked, Y's army said"."""
        tellers = {side(a): a for a in self._made.according_to if a.kind is ActorClass.BODY}
        named = self._states(self._trigger.sent, mine)
        alone = set(named) == set(tellers) and len(named) == 1
        return tuple(named.values()) if alone else ()

    def _foe(self) -> tuple[Actor, ...]:
        """The one band that the sentence says to be fought: "amid the fight with X"."""
        foes = {
            actor
            for token in self._trigger.sent
            if self._tree.case(token) in {"against", "from", "with"}
            for actor in self._tree.unit(token).actors
            if actor.kind is ActorClass.ARMED_GROUP
        }
        return tuple(foes) if len(foes) == 1 else ()

    def _town(self, thing: Token) -> bool:
        """Whether it is a place that can be taken."""
        return (
            self._tree.lemma(thing) in PLACES | {"control"}
            or self._tree.unit(thing).place is not None
        )

    def _striking(self) -> tuple[Actor, ...]:
        """Who strikes a band: the state whose forces tell of it, or in which it is."""
        if not self._bands(Role.TARGET) or len(self._made.of(Role.TARGET)) > 1:
            return ()
        tellers = {side(a): a for a in self._made.according_to}
        if len(tellers) == 1:
            teller = next(iter(tellers.values()))
            struck = side_of(teller) if "ministry" in teller.key else teller
            return (struck,) if side_of(teller).kind is ActorClass.COUNTRY else ()
        subtree = (t for t in self._trigger.subtree if t.dep_ not in {"amod", "compound"})
        below = {self._tree.lemma(t) for t in subtree}  # not "military bases"
        return self.theatre(set()) if below & _ORDER else ()

    def _part(self) -> None:
        """Sets those against each other who fell on both sides: "soldiers of X and rebels of Y"."""
        held = self._made.roles.get(Role.TARGET, {})
        bands = {a: sure for a, sure in held.items() if a.kind is ActorClass.ARMED_GROUP}
        states = {a: sure for a, sure in held.items() if side_of(a).kind is ActorClass.COUNTRY}
        fought = any(self._tree.lemma(t) in self._triggers.nouns for t in self._trigger.subtree)
        if bands and states and fought and len(bands) + len(states) == len(held):
            self._made.roles = {Role.SOURCE: states, Role.TARGET: bands}
        parted = len({side(actor) for actor in states}) == len(held) == 2
        if parted and any(self._tree.lemma(t) in _CLASHES for t in self._trigger.subtree):
            one, other = states  # "soldiers of X and of Y were killed in clashes"
            self._made.roles = {
                Role.SOURCE: {one: states[one]},
                Role.TARGET: {other: states[other]},
            }

    def _assailants(self, theirs: set[str]) -> tuple[Actor, ...]:
        """The one band with which those fought who fell: "in a fight with X", "as X stormed it"."""
        fighting = _ASSAILING | self._triggers.grammar.mutual
        bands: dict[Actor, None] = {}
        for token in self._trigger.subtree:
            noun = token.head if token.dep_ in {"compound", "flat"} else token
            noun = noun.head if noun.dep_ == "compound" else noun
            at = noun if self._tree.lemma(noun) in fighting else noun.head
            if self._tree.lemma(at) in fighting and self._tree.case(noun) not in _BESIDE:
                actors = self._tree.unit(token).actors
                bands.update((a, None) for a in actors if a.kind is ActorClass.ARMED_GROUP)
        return tuple(bands) if len(bands) == 1 and side(next(iter(bands))) not in theirs else ()

    def _by_band(self) -> tuple[Actor, ...]:
        """The bands by whom it was done: "killed in a blast by X", "by remnants of X"."""
        return tuple(
            actor
            for token in self._trigger.subtree
            if "by" in {self._tree.case(token), self._tree.case(token.head)}
            for actor in self._tree.unit(token).actors
            if actor.kind is ActorClass.ARMED_GROUP
        )

    def _only(self, tokens: Iterable[Token], mine: set[str]) -> tuple[Actor, ...]:
        """The one state in which the places among the words lie."""
        states = {
            side(unit.state): unit.state
            for token in tokens
            if (unit := self._tree.unit(token)).state is not None and not self._beside(token)
        }
        others = [state for key, state in states.items() if key not in mine]
        return tuple(others) if len(others) == 1 and others[0].kind is ActorClass.COUNTRY else ()

    def _beside(self, token: Token) -> bool:
        """Whether it is no scene: "near the border with X", "the X border", "a call from X"."""
        near = any(self._tree.lemma(one) in BORDERS for one in (token.head, token.head.head))
        war = token.dep_ == "compound" and self._tree.lemma(token.head) in _WARS
        return near or war or self._tree.case(token) in {"from", "out", "to"}

    def _states(self, tokens: Iterable[Token], mine: set[str]) -> dict[str, Actor]:
        """The states for which those stand whom the words name."""
        return {
            side(actor): side_of(actor)
            for token in tokens
            for actor in self._tree.unit(token).actors
            if side(actor) not in mine
            and side_of(actor).kind is ActorClass.COUNTRY
            and not self._beside(token)
        }

    def _named(self, mine: set[str]) -> tuple[Actor, ...]:
        """The only state that the sentence names; that which tells it, where there is no other."""
        told_by = self._made.according_to
        tellers = {side(actor) for actor in told_by}
        persons = {side(actor) for actor in told_by if actor.kind is ActorClass.PERSON}
        involved = (token for token in self._trigger.sent if not self._judges(token))
        named = self._states(involved, mine | persons)
        others = [state for key, state in named.items() if key not in tellers]
        one = tuple(others or named.values())
        return one if len(one) == 1 else ()

    def _judges(self, token: Token) -> bool:
        """Whether somebody only says what they think of it, or helps those whom it hit.

        "X condemned the attack", "X freed a ship that was hijacked".
        """
        if not token.dep_.startswith("nsubj"):
            return False
        if self._tree.lemma(token.head) in _FREEING and token.head != self._trigger:
            return True
        frames = self._triggers.verbs.get(self._tree.lemma(token.head), ())
        return any(frame.kind in _JUDGING and not frame.judgement for frame in frames)


def _hit(deed: Candidate) -> tuple[Actor, ...]:
    """Those who are struck, without the state that only the place of the deed names."""
    return tuple(a for a, sure in deed.roles.get(Role.TARGET, {}).items() if sure > PLACED)
