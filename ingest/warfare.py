"""Acts of force that verbs report: who is struck, by what, and what is force by its words alone."""

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.predicates import Predicate
from ingest.status import StatusReader
from ingest.strikes import BORDERS, Strikes
from ingest.syntax import PAST, SUBJECTS
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

_DENOUNCING = frozenset(
    {"accuse", "blame", "brand", "call", "charge", "denounce", "describe", "label"}
)
"""What one does in the same breath as one attacks in words."""
_MASSING = frozenset(
    {
        "amass", "concentrate", "deploy", "mass", "move", "order", "redeploy", "rush", "send",
        "shift",
    }
)  # fmt: skip
_TROOPS = frozenset({"army", "force", "soldier", "tank", "troop", "troops", "warplane", "police"})
PLACES = frozenset(
    {
        "airbase", "airfield", "airport", "area", "barracks", "base", "border crossing", "camp",
        "capital", "checkpoint", "city", "district", "headquarters", "hill", "island",
        "neighborhood", "neighbourhood", "outpost", "port", "position", "province", "region",
        "refugee camp", "settlement", "stronghold", "suburb", "territory", "town", "village",
    }
)  # fmt: skip
_NAVAL = frozenset({"maritime", "military", "naval", "sea"})
_MOVING = frozenset({"enter", "cross", "deploy"})
"""Verbs of force that strike nobody by themselves."""
_DOWNING = frozenset({"down", "intercept", "shoot", "destroy"})
_FLYING = frozenset(
    {"aircraft", "drone", "helicopter", "jet", "missile", "plane", "rocket", "warplane"}
)
_CROSSING = frozenset({"cross", "enter"})
_HOSTILE = frozenset({"against", "along", "into"})
_ARMIES = frozenset({"army", "coastguard", "force", "forces", "guard", "military", "navy", "staff"})
"""Words in the keys of those who fight for a state."""
_TAKEN_IN = frozenset({"arrest", "detain"})
"""What the police of a state do in it, be they named or not."""
_DESCRIBING = frozenset({"acl", "ccomp", "xcomp"})
_VOWING = frozenset({"vow", "swear", "pledge", "promise", "threaten"})


class Warfare:
    """Reads what is particular to acts of force in one paragraph."""

    def __init__(
        self, tree: Tree, triggers: Triggers, status: StatusReader, strikes: Strikes
    ) -> None:
        self._tree, self._words = tree, triggers.grammar
        self._status, self._strikes = status, strikes

    def strike(self, made: Candidate, verb: Token) -> set[int]:
        """Adds whom the weapon and the place of a blow name; the nouns of weapons told with it."""
        self._for_bands(made)
        if self._tree.lemma(verb) in _CROSSING and not self._armed(verb):
            made.roles.clear()  # "refugees crossed into X", "goods entering X"
        if self._tree.lemma(verb) == "deploy" and self._being_there(verb):
            made.roles.clear()  # "met French forces deployed in X"
        first = verb.head if verb.dep_ == "conj" else verb  # "vowed to bomb X | and attack Y"
        vowed = first.dep_ == "xcomp" and self._tree.lemma(first.head) in _VOWING
        sent = vowed and self._tree.lemma(verb) in _MASSING
        if sent and not any(
            case in _HOSTILE or self._tree.lemma(one) in BORDERS
            for case, one in self._tree.obliques(verb)
        ):
            made.roles.clear()  # "pledged to deploy trainers to X" is no threat
        elif made.status is Status.PLANNED and vowed:
            made.kind = EventClass.THREAT
            made.status = self._status.of(first.head).status or made.status
        under = (verb, *self._tree.objects(verb))
        for case, deed in (pair for one in under for pair in self._tree.obliques(one)):
            blow = self._strikes.weapon(deed) or self._tree.lemma(deed) in self._words.blasts
            if case == "for" and not made.of(Role.TARGET) and blow:
                self._strikes.claimed(made, deed)  # "claimed responsibility for an attack on X"
        claimed = self._tree.objects(verb) if self._tree.lemma(verb) == "claim" else []
        some = [child for one in claimed for child in self._tree.behind(one, "of")]
        for deed in (*claimed, *some):  # "claimed dozens of attacks on X"
            if not made.of(Role.TARGET) and self._strikes.weapon(deed):
                self._strikes.claimed(made, deed)
        self._at_work(made, verb)
        self._victims(made)
        told: set[int] = set()
        if made.of(Role.TARGET) and (made.of(Role.SOURCE) or not self._between(verb)):
            told = set(self._strikes.weapons(verb))  # "killed in an airstrike" is one event
        taken = self._tree.lemma(verb) == "capture" and self._of_places(verb)
        if taken or self._tree.lemma(verb) not in self._words.policing | _MOVING:
            self._strikes.struck(made, verb)
            self._strikes.landed(made, verb)
        elif self._tree.lemma(verb) in _MOVING and not made.of(Role.TARGET):
            for one in self._tree.objects(verb):  # "entered the Gaza Strip"
                self._strikes.where(made, one)
        if self._tree.lemma(verb) in _MASSING:
            self._strikes.massed(made, verb)
        if self._tree.lemma(verb) not in self._words.policing:
            self._told_by_troops(made)
        if self._in_words(verb):
            made.kind = EventClass.ACCUSATION
        sources = made.of(Role.SOURCE)
        if sources and all("foreign" in a.key and a.kind is ActorClass.BODY for a in sources):
            made.kind = EventClass.ACCUSATION  # a foreign ministry attacks in words
        return told

    def _at_work(self, made: Candidate, verb: Token) -> None:
        """Puts in the state whose police it is that nobody names: "was arrested in X"."""
        tree = self._tree
        if tree.lemma(verb) not in _TAKEN_IN or not tree.passive(verb) or made.of(Role.SOURCE):
            return
        held = {side(actor) for actor in made.of(Role.TARGET)}
        for case, place in tree.obliques(verb):
            unit = tree.unit(place)
            states = (unit.state,) if unit.state is not None else unit.actors
            there = [a for a in states if a.kind is ActorClass.COUNTRY and side(a) not in held]
            if case == "in" and held and there:
                made.add(Role.SOURCE, tuple(there), 0.75)

    def _being_there(self, verb: Token) -> bool:
        """Whether it is only said where troops are that are named for something else."""
        told = self._tree.lemma(verb.head) in self._words.saying
        marked = any(c.dep_.startswith("aux") or c.dep_ == "mark" for c in verb.children)
        return verb.dep_ in _DESCRIBING and verb.tag_ in PAST and not (told or marked)

    @staticmethod
    def _for_bands(made: Candidate) -> None:
        """Puts bands in the place of those who speak for them: "an X commander claimed"."""
        held = made.roles.get(Role.SOURCE, {})
        if not any(map(_of_band, held)):
            return
        made.roles[Role.SOURCE] = {
            (a.represents if _of_band(a) and a.represents else a): sure for a, sure in held.items()
        }

    def _armed(self, verb: Token) -> bool:
        """Whether those who enter a state do so with arms, or are a state or a band themselves."""
        tree = self._tree
        for token in (c for c in verb.children if c.dep_ in SUBJECTS):
            many = list(tree.behind(token, "of"))  # "hundreds of troops"
            return any(self._is_armed(one) for one in (token, *many))
        return verb.dep_ not in {"acl", "acl:relcl"} or self._armed_noun(verb.head)

    def _is_armed(self, token: Token) -> bool:
        unit = self._tree.unit(token)
        named = unit.mention is not None and not unit.demonym
        armed = unit.mention is not None and unit.mention.force
        return armed or named or self._tree.lemma(token) in self._words.warlike

    def _armed_noun(self, noun: Token) -> bool:
        """Whether a noun that a clause tells of is one of arms."""
        mention = self._tree.unit(noun).mention
        return (mention is not None and mention.force) or (
            self._tree.lemma(noun) in self._words.warlike
        )

    def downed(self, made: Candidate, verb: Token) -> None:
        """Who shot it down is whose forces tell it: "X's drones were downed, Y's army said"."""
        flown = any(self._tree.lemma(one) in _FLYING for one in self._tree.objects(verb))
        told = [a for a in made.according_to if a.kind is not ActorClass.PERSON]
        if self._tree.lemma(verb) in _DOWNING and flown:
            made.add(Role.SOURCE, tuple(told), 0.7)

    @staticmethod
    def _told_by_troops(made: Candidate) -> None:
        """Whose it is that an army tells: "commandos boarded X's ferry, Y's army said"."""
        if made.of(Role.SOURCE) or not made.of(Role.TARGET) or made.status is not Status.HAPPENED:
            return
        hit = {side(actor) for actor in made.of(Role.TARGET)}
        tellers = {side(a) for a in made.according_to}
        armies = tuple(a for a in made.according_to if _army(a) and side(a) not in hit)
        if len(tellers) == 1:
            made.add(Role.SOURCE, armies, 0.7)

    def _between(self, verb: Token) -> bool:
        """Whether somebody fell as others fought: "killed during clashes between X and Y"."""
        fights = (child for _, child in self._tree.obliques(verb) if self._strikes.weapon(child))
        return any(case == "between" for one in fights for case, _ in self._tree.obliques(one))

    def _in_words(self, verb: Token) -> bool:
        """Whether an attack is one in words: "attacked X for its handling of the crisis"."""
        tree, things = self._tree, self._tree.objects(verb)
        attack = any(tree.lemma(one) == "attack" for one in things)
        if tree.lemma(verb) != "attack" and not attack:
            return False
        stances = not attack and any(tree.lemma(one) in self._words.stances for one in things)
        said = any(
            tree.lemma(c) in _DENOUNCING and not any(one.dep_ == "mark" for one in c.children)
            for c in tree.children(verb, "advcl", "xcomp")
        )
        return (
            stances
            or said
            or any(
                (case == "in" and tree.lemma(child) in self._words.utterances)
                or (case in {"for", "over"} and any(c.dep_ == "nmod:poss" for c in child.children))
                for case, child in tree.obliques(verb)
            )
        )

    def by_troops(self, predicate: Predicate) -> bool:
        """Whether it is troops that do it in the passive."""
        mentions = (
            self._tree.unit(child).mention
            for child in self._tree.children(predicate.verb, "obl")
            if self._tree.case(child) == "by"
        )
        return any(mention is not None and mention.force for mention in mentions)

    def at_border(self, predicate: Predicate) -> bool:
        """Whether troops are sent to somebody's border or into a state, and not to its help."""
        things = self._tree.objects(predicate.verb)
        listed = (c for one in things for c in self._tree.children(one, "conj"))
        heads = (predicate.verb, *things, *listed)
        noun = predicate.noun
        armed = noun is not None and self._tree.lemma(noun) in _TROOPS
        return any(
            self._tree.lemma(place) in BORDERS or (armed and case == "into")
            for head in heads
            for case, place in self._tree.obliques(head)
        )

    def at_sea(self, predicate: Predicate) -> bool:
        """Whether a blockade is one by warships."""
        noun = predicate.noun
        blockade = noun is not None and self._tree.lemma(noun) == "blockade"
        return blockade and noun is not None and any(c.lower_ in _NAVAL for c in noun.children)

    def _of_places(self, verb: Token) -> bool:
        """Whether towns or the like are taken, and nobody."""
        things = self._tree.objects(verb)
        return bool(things) and all(
            self._tree.lemma(one) in PLACES or self._tree.unit(one).place is not None
            for one in things
        )

    @staticmethod
    def _victims(made: Candidate) -> None:
        """Leaves out the attacker's own side, and the state whose body is struck, beside others."""
        own = {side(actor) for actor in made.of(Role.SOURCE)}
        held = made.roles.get(Role.TARGET, {})
        states = {actor for actor in held if actor.kind is ActorClass.COUNTRY}
        mine = own | {side(actor) for actor in held if actor not in states}
        others = {
            actor: sure
            for actor, sure in held.items()
            if side(actor) not in (mine if actor in states else own)
        }
        if others and len(others) < len(held):
            made.roles[Role.TARGET] = others


def _army(actor: Actor) -> bool:
    """Whether it is the army of a state, or another of its armed forces."""
    return actor.kind is ActorClass.BODY and not _ARMIES.isdisjoint(actor.key.split("-"))


def _of_band(actor: Actor) -> bool:
    """Whether a person speaks for a band."""
    band = actor.represents is not None and actor.represents.kind is ActorClass.ARMED_GROUP
    return actor.kind is ActorClass.PERSON and band
