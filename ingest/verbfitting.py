"""Which frame of a verb fits the words around it."""

from collections.abc import Sequence

from graph.model import ActorClass, EventClass
from ingest.candidates import RELATIONS
from ingest.predicates import Predicate
from ingest.soughtnouns import SoughtNouns
from ingest.strikes import HURTING, Strikes
from ingest.surroundings import Surroundings
from ingest.syntax import SUBJECTS, infinitive
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers, VerbFrame

_PARTICLES = frozenset({"down", "out", "off", "in", "up", "back", "home", "away"})
_RULING = frozenset(
    {"administration", "authorities", "authority", "council", "government", "leadership", "regime"}
)
"""What is recognised for a state: "recognised the rebel government of X"."""
_OPENING = frozenset({"begin", "close", "open", "re-open", "reopen", "restart", "resume", "start"})
"""What relations and embassies may do by themselves."""
_COMING = frozenset({"be", "come", "ensue", "follow"})
"""What consequences do by themselves: "sanctions would follow", "there would be a response"."""
_MOVEMENT = frozenset(
    {
        "airspace", "border", "crossing", "entry", "flight", "frontier", "port", "service",
        "tourism", "traffic", "transit", "travel", "visa",
    }
)  # fmt: skip
_MATERIAL = frozenset(
    {
        "economic", "financial", "food", "humanitarian", "logistical", "medical", "military",
        "technical",
    }
)  # fmt: skip
_ONE_ANOTHER = frozenset({"another", "each", "other"})
_RECOGNISING = frozenset({"recognise", "recognize"})
_RELIEF = frozenset({"aid", "medical", "relief", "rescue", "search"})
_IN_THE_WAY = frozenset({"bomb", "device", "landmine", "mine"})
_THITHER = frozenset(
    {"across", "at", "in", "into", "near", "off", "over", "toward", "towards", "within"}
)
"""Before whom a missile comes near that is only tried out."""
_RUNNING_INTO = frozenset({"hit", "strike"})
"""What is run into, and how."""
_PENALTIES = frozenset({"embargo", "penalty", "restriction", "sanction", "tariff"})


class VerbFitting:
    """Chooses the frames of the verbs of one paragraph."""

    def __init__(self, tree: Tree, triggers: Triggers, strikes: Strikes) -> None:
        self._tree, self._triggers, self._words = tree, triggers, triggers.grammar
        self._strikes = strikes
        self._surroundings = Surroundings(tree, triggers)
        self._sought = SoughtNouns(tree, triggers.grammar)

    def frames(self, verb: Token) -> tuple[VerbFrame, ...]:
        """The frames of the verb; those of the verb with its particle first: "turn down"."""
        lemma, verbs = self._tree.lemma(verb), self._triggers.verbs
        for child in verb.children if lemma in self._triggers.phrasal else ():
            particle = child.lower_ in _PARTICLES and child.tag_ != "VB"  # "called on X to back Y"
            if child.dep_ == "compound:prt" or particle:
                with_particle = verbs.get(f"{lemma} {child.lower_}")
                if with_particle is not None:
                    behind = [t.lower_ for t in child.doc[child.i + 1 : child.i + 2]]
                    left = (child.lower_, behind) == ("out", ["of"])  # "out of talks"
                    return (*with_particle, *(verbs.get(lemma, ()) if left else ()))
            cases = [c for c in child.children if c.dep_ == "case" and c.i == verb.i + 1]
            apart = child.dep_ == "obj" or self._tree.parted(verb, child)
            if apart and cases and cases[0].lower_ in _PARTICLES:
                with_particle = verbs.get(f"{lemma} {cases[0].lower_}")  # "voted | down a treaty"
                if with_particle is not None:
                    return with_particle
            if self._tree.cases(child)[:2] == ("out", "of"):  # "ordered X out of the country"
                return (*verbs.get(f"{lemma} out", ()), *verbs.get(lemma, ()))
        return verbs.get(lemma, ())

    def predicate(self, verb: Token, frame: VerbFrame) -> Predicate | None:
        """The verb as the frame reads it; None where the frame does not fit."""
        tree = self._tree
        if not self._surroundings.admit(verb, frame):
            return None
        objects = self._objects(verb, frame)
        if frame.judgement and tree.lemma(verb) == "tell" and any(map(tree.actors, objects)):
            return None  # "told X that Y had …" is told to X, and not to the world
        noun = self._sought.chosen(verb, objects, frame) if frame.nouns else None
        if frame.nouns and (noun is None or any(c.lower_ == "no" for c in noun.children)):
            return None  # "gave no aid to X"
        if any(self._excluded(one, frame) for one in objects):
            return None
        if noun is not None and self._apologising(noun):
            return None
        if tree.lemma(verb) == "see" and frame.kind is EventClass.MEETING and self._viewed(verb):
            return None
        if frame.halting and noun is not None and self._for_health(verb, noun):
            return None  # "suspended flights from X over the virus"
        if frame.kind is EventClass.CONVENING and noun is None and not self._convened(objects):
            return None
        bare = frame.kind is EventClass.RELATIONS_UPGRADE and not frame.nouns
        that = bare and tree.lemma(verb) in _RECOGNISING and not objects
        if that or (bare and objects and not any(self._recognised(one) for one in objects)):
            return None  # "recognised the efforts of X", "recognised that it was so"
        if frame.kind is EventClass.SUPPORT and tree.lemma(verb) == "stand" and self._own(verb):
            return None  # "stood by its demand that X withdraw"
        if frame.kind is EventClass.VISIT and noun is not None and self._relief(noun):
            return None  # "sent a rescue team" is aid
        if frame.kind is EventClass.SUPPORT and noun is not None and self._material(noun):
            return None  # "military support" is aid
        passive = tree.passive(verb)
        if frame.force and not objects and (self._falling(verb) or self._harmless(verb, frame)):
            return None
        if frame.force and self._trying_out(verb):
            return None  # "test-fired a missile that can reach X"
        if frame.force and self._penalising(verb):
            return None  # "adopted new sanctions, targeting X's banks"
        suffered = self._strikes.headline(verb) or self._hurt(verb)
        if frame.force and not passive and not objects and suffered:
            passive, objects = True, [c for c in verb.children if c.dep_ == "nsubj"]
        passive = passive or any(one.dep_ == "nsubj" and one.head == verb for one in objects)
        return Predicate(verb=verb, frame=frame, objects=tuple(objects), noun=noun, passive=passive)

    def _own(self, verb: Token) -> bool:
        """Whether it is something of one's own by which one stands: "stands by its decision"."""
        mine = set(self._tree.subject(verb).actors)
        for one in self._tree.behind(verb, "by", "behind", "with"):
            for owner in self._tree.children(one, "nmod:poss"):
                own = set(self._tree.actors(owner).actors)
                if own and own <= mine:
                    return True
        return False

    def _apologising(self, noun: Token) -> bool:
        """Whether one is sorry for what one has done: "expressed its regret for the victims"."""
        cases = {case for case, _ in self._tree.obliques(noun)}
        return self._tree.lemma(noun) == "regret" and "for" in cases

    def _viewed(self, verb: Token) -> bool:
        """Whether one is seen do or be something, or by no person: "sees X as", "saw X leave"."""
        clauses = any(c.dep_ in {"acl", "advcl", "ccomp", "xcomp"} for c in verb.children)
        viewed = any(case == "as" for case, _ in self._tree.obliques(verb))
        found = self._tree.subject(verb)
        persons = all(actor.kind is ActorClass.PERSON for actor in found.actors)
        return viewed or not persons or (clauses and verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"})

    def _hurt(self, verb: Token) -> bool:
        """Whether somebody is hurt, whoever does it: "two soldiers killed in X are flown home"."""
        bare = not any(c.dep_.startswith("aux") for c in verb.children)
        return bare and verb.tag_ in {"VBN", "VBD"} and self._tree.lemma(verb) in HURTING

    def _for_health(self, verb: Token, noun: Token) -> bool:
        """Whether a disease keeps travellers out, and nobody is punished."""
        moving = self._tree.lemma(noun) in _MOVEMENT
        return moving and any(self._tree.lemma(t) in self._words.diseases for t in verb.sent)

    def _recognised(self, thing: Token) -> bool:
        """Whether it is a state or its government, or one another, and not something of it."""
        if thing.lower_ in _ONE_ANOTHER:
            return True
        ruling = self._tree.lemma(thing) in _RULING
        return bool(self._tree.actors(thing, deep=ruling))

    def _falling(self, verb: Token) -> bool:
        """Whether who is killed where there is fighting does not fight: "killed in fighting"."""
        inside = any(child.lower_ == "in" and child.i == verb.i - 1 for child in verb.children)
        return inside and verb.tag_ == "VBG" and self._tree.passive(verb.head)

    def _trying_out(self, verb: Token) -> bool:
        """Whether arms are only tried out, and not near anybody: "test-fired a missile"."""
        before = [t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 2) : verb.i]]
        if before[-1:] != ["test"] and before != ["test", "-"]:
            return False
        heads = (verb, *self._tree.objects(verb))
        return not any(case in _THITHER for one in heads for case, _ in self._tree.obliques(one))

    def _penalising(self, verb: Token) -> bool:
        """Whether sanctions hit somebody, and no weapon: "adopted sanctions, targeting X's oil"."""
        hitting = verb.tag_ == "VBG" and self._tree.lemma(verb) in {"hit", "target"}
        before = verb.doc[verb.sent.start : verb.i] if hitting else ()
        return any(self._tree.lemma(t) in _PENALTIES for t in before)

    def _harmless(self, verb: Token, frame: VerbFrame) -> bool:
        """Whether the subject is something begun: "talks, launched in X, failed"."""
        subjects = (c for c in verb.children if c.dep_ in SUBJECTS)
        return any(self._tree.lemma(one) in frame.exclude_objects for one in subjects)

    def _excluded(self, one: Token, frame: VerbFrame) -> bool:
        """Whether the object is one of which the frame tells nothing: "the presidency of X"."""
        met = frame.force and self._tree.lemma(one) in _IN_THE_WAY
        if met and one.dep_ == "obj" and self._tree.lemma(one.head) in _RUNNING_INTO:
            return True  # "their vehicle hit a roadside bomb"
        if frame.force and self._tree.unit(one).session is not None:
            return True  # "launched the South Summit in X"
        if self._tree.lemma(one) in frame.exclude_objects:
            owned = frame.kind is EventClass.SUPPORT  # "supports X's reforms"
            return not (owned and any(self._tree.children(one, "nmod:poss")))
        mention = self._tree.unit(one).mention if frame.exclude_objects else None
        words = mention.name.lower().split() if mention is not None else []
        return "of" in words and words[0] in frame.exclude_objects

    def _objects(self, verb: Token, frame: VerbFrame) -> list[Token]:
        """What the verb acts on; of relations that do something, themselves."""
        objects = self._tree.objects(verb)
        if frame.kind is EventClass.CONVENING and not (objects or frame.nouns):
            return [
                c
                for clause in self._tree.children(verb, "ccomp")
                if infinitive(clause)
                for c in clause.children
                if c.dep_ == "nsubj"
            ]  # "convened X and Y to discuss it", parsed as what they discuss
        joint = frame.kind is EventClass.COOPERATION  # "flights between X and Y resumed"
        if frame.indirect is not None and (kept := self._tree.retained(verb)):
            return kept
        by_themselves = (joint or frame.kind in RELATIONS) and frame.nouns and not objects
        coming = frame.foretold and self._tree.lemma(verb) in _COMING
        if (by_themselves and self._tree.lemma(verb) in _OPENING) or (coming and not objects):
            return [c for c in verb.children if c.dep_ == "nsubj"]  # "relations will resume"
        return objects

    def _relief(self, noun: Token) -> bool:
        """Whether those who are sent help: "a rescue team"."""
        return any(c.lower_ in _RELIEF for c in self._tree.children(noun, "amod", "compound"))

    def _material(self, noun: Token) -> bool:
        """Whether the support is one in goods or money."""
        return any(c.lower_ in _MATERIAL for c in self._tree.children(noun, "amod"))

    def _convened(self, objects: Sequence[Token]) -> bool:
        """Whether somebody is brought together and not something: "assembles vehicles"."""
        return not objects or any(self._tree.actors(one) for one in objects)
