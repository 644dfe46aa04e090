"""Which frame of a verb fits the words around it."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.model import EventClass, Role
from ingest.blacklists import Blacklists
from ingest.candidates import RELATIONS
from ingest.mentions import DIPLOMATIC, MentionKind
from ingest.parse import NEVER, SPANS, SUBJECTS, infinitive, supposed
from ingest.parties import Parties
from ingest.predicates import Predicate
from ingest.roles import verbal
from ingest.strikes import HURTING, Strikes
from ingest.tree import Tree
from ingest.triggers import Triggers, VerbFrame

_PARTICLES = frozenset({"down", "out", "off", "in", "up", "back", "home", "away"})
_LEAVING = frozenset({"leave", "pack", "depart", "come", "return", "go"})
_WILL = frozenset({"'ll", "will", "would", "’ll"})
_RULING = frozenset(
    {"administration", "authorities", "authority", "council", "government", "leadership", "regime"}
)
"""What is recognised for a state: "recognised the rebel government of X"."""
_OPENING = frozenset({"begin", "close", "open", "re-open", "reopen", "restart", "resume", "start"})
"""What relations and embassies may do by themselves."""
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
_EXPEDITIONS = frozenset(
    {"air", "bombing", "combat", "military", "naval", "peacekeeping", "rescue", "space", "training"}
)
_WHITHER = frozenset({"at", "from", "into", "to"})
_RECOGNISING = frozenset({"recognise", "recognize"})
_TO_WHAT = frozenset({"against", "at", "for", "to"})
"""Prepositions before what sanctions answer: "hit back at X's tariffs"."""
_RELIEF = frozenset({"aid", "medical", "relief", "rescue", "search"})
_THOUGHT = frozenset(
    {
        "idea",
        "issue",
        "possibility",
        "prospect",
        "question",
        "spectre",
        "specter",
        "threat",
        "usage",
        "use",
    }
)
"""What is not yet what it is of."""
_MET = frozenset({EventClass.SUPPORT, EventClass.THREAT})
_MEETING_WITH = frozenset({"as", "of", "with"})
"""Prepositions behind which stands what somebody is met with."""
_CURRENCIES = frozenset({"$", "€", "£", "¥", "us$", "c$", "a$"})

_COMING_BACK = frozenset({"come", "return"})
_PARLEYS = frozenset({"dialogue", "negotiation", "table", "talk", "talks"})
_CONCURRING = frozenset({"agree", "concur"})
_SAYING_WHAT = frozenset({"advcl", "ccomp", "obj", "obl", "xcomp"})
"""Relations of what somebody agrees to, or with whom."""
_INSIDE = frozenset({"acl", "advcl", "ccomp", "xcomp"})
_VOWING = frozenset({"decide", "pledge", "promise", "resolve", "vow"})
_FIGHTING = frozenset(
    {
        "attack",
        "avenge",
        "crush",
        "defy",
        "dig",
        "fight",
        "hit",
        "press",
        "punish",
        "resist",
        "retaliate",
    }
)
_PENALTIES = frozenset({"embargo", "penalty", "restriction", "sanction", "tariff"})
_TOGETHER = frozenset({"jointly", "together"})
_KEEPING_UP = frozenset({"continue", "increase", "intensify", "keep", "maintain", "step"})
_PRESSING = frozenset({"attacks", "jihad", "offensive", "pressure", "resistance", "strikes"})
"""What who keeps it up agrees to with nobody."""


class VerbFitting:
    """Chooses the frames of the verbs of one paragraph."""

    def __init__(self, tree: Tree, triggers: Triggers, strikes: Strikes) -> None:
        self._tree, self._triggers, self._words = tree, triggers, triggers.grammar
        self._strikes, self._blacklists = strikes, Blacklists(tree, triggers.grammar)
        self._parties = Parties(tree, triggers)

    def frames(self, verb: Token) -> tuple[VerbFrame, ...]:
        """The frames of the verb; those of the verb with its particle first: "turn down"."""
        lemma, verbs = self._tree.lemma(verb), self._triggers.verbs
        for child in verb.children:
            particle = child.lower_ in _PARTICLES and child.tag_ != "VB"  # "called on X to back Y"
            if child.dep_ == "compound:prt" or particle:
                with_particle = verbs.get(f"{lemma} {child.lower_}")
                if with_particle is not None:
                    return with_particle
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
        if not self._admits(verb, frame):
            return None
        objects = self._objects(verb, frame)
        if frame.judgement and tree.lemma(verb) == "tell" and any(map(tree.actors, objects)):
            return None  # "told X that Y had …" is told to X, and not to the world
        noun = self._chosen(verb, objects, frame) if frame.nouns else None
        if frame.nouns and noun is None:
            return None
        if any(self._excluded(one, frame) for one in objects):
            return None
        if frame.halting and noun is not None and self._for_health(verb, noun):
            return None  # "suspended flights from X over the virus"
        if frame.kind is EventClass.CONVENING and noun is None and not self._convened(objects):
            return None
        bare = frame.kind is EventClass.RELATIONS_UPGRADE and not frame.nouns
        that = bare and tree.lemma(verb) in _RECOGNISING and not objects
        if that or (bare and objects and not any(self._recognised(one) for one in objects)):
            return None  # "recognised the efforts of X", "recognised that it was so"
        if frame.kind is EventClass.VISIT and noun is not None and self._relief(noun):
            return None  # "sent a rescue team" is aid
        if frame.kind is EventClass.SUPPORT and noun is not None and self._material(noun):
            return None  # "military support" is aid
        passive = tree.passive(verb)
        if frame.force and not objects and (self._falling(verb) or self._harmless(verb, frame)):
            return None
        if frame.force and self._penalising(verb):
            return None  # "adopted new sanctions, targeting X's banks"
        suffered = self._strikes.headline(verb) or self._hurt(verb)
        if frame.force and not passive and not objects and suffered:
            passive, objects = True, [c for c in verb.children if c.dep_ == "nsubj"]
        passive = passive or any(one.dep_ == "nsubj" and one.head == verb for one in objects)
        return Predicate(verb=verb, frame=frame, objects=tuple(objects), noun=noun, passive=passive)

    def _grants(self, clause: Token) -> bool:
        """Whether it says that somebody will do something for others."""
        will = any(c.lower_ in _WILL for c in clause.children)
        denied = any(c.lower_ in NEVER for c in clause.children)
        told = clause.dep_ == "ccomp" and not self._tree.passive(clause)
        return told and will and not denied and self._tree.lemma(clause) in self._words.granting

    def _hurt(self, verb: Token) -> bool:
        """Whether somebody is hurt, whoever does it: "two soldiers killed in X are flown home"."""
        bare = not any(c.dep_.startswith("aux") for c in verb.children)
        return bare and verb.tag_ in {"VBN", "VBD"} and self._tree.lemma(verb) in HURTING

    def _for_health(self, verb: Token, noun: Token) -> bool:
        """Whether a disease keeps travellers out, and nobody is punished."""
        moving = self._tree.lemma(noun) in _MOVEMENT
        return moving and any(self._tree.lemma(t) in self._words.diseases for t in verb.sent)

    def _recognised(self, thing: Token) -> bool:
        """Whether it is a state or its government, and not something of it."""
        ruling = self._tree.lemma(thing) in _RULING
        return bool(self._tree.actors(thing, deep=ruling))

    def _falling(self, verb: Token) -> bool:
        """Whether who is killed where there is fighting does not fight: "killed in fighting"."""
        inside = any(child.lower_ == "in" and child.i == verb.i - 1 for child in verb.children)
        return inside and verb.tag_ == "VBG" and self._tree.passive(verb.head)

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
        by_themselves = (joint or frame.kind in RELATIONS) and frame.nouns and not objects
        if by_themselves and self._tree.lemma(verb) in _OPENING:
            return [c for c in verb.children if c.dep_ == "nsubj"]  # "relations will resume"
        return objects

    def _relief(self, noun: Token) -> bool:
        """Whether those who are sent help: "a rescue team"."""
        return any(c.lower_ in _RELIEF for c in self._tree.children(noun, "amod", "compound"))

    def _material(self, noun: Token) -> bool:
        """Whether the support is one in goods or money."""
        return any(c.lower_ in _MATERIAL for c in self._tree.children(noun, "amod"))

    def _admits(self, verb: Token, frame: VerbFrame) -> bool:
        """Whether the words around the verb are those that the frame asks for."""
        near = self._near(verb) if frame.guard or frame.needs_context else set()
        if frame.kind is EventClass.ACCUSATION and frame.needs_context and self._armed(verb):
            return False  # "soldiers fired back" with no words
        if frame.guard and not (frame.guard & (near | {self._tree.lemma(verb)})):
            return False
        if frame.needs_any and not any(case in frame.needs_any for case in self._led(verb, frame)):
            if frame.members:
                return self._parties.belong(verb)
            if not (frame.infinitive or frame.that):
                return False
            if not any(c.dep_ in {"xcomp", "ccomp"} and verbal(c) for c in verb.children):
                return False
        if frame.members and not self._parties.among_members(verb, frame):
            return False
        if frame.letting and not self._parties.let(verb):
            return False
        if frame.jointly and not self._parties.together(verb):
            return False
        if frame.granting and not any(self._grants(c) for c in verb.children):
            return False
        if frame.listed and self._blacklists.listing(verb) is None:
            return False
        apart = frame.infinitive or self._tree.lemma(verb) == "vote"  # "voted 15 to 0 to impose"
        clauses = {"xcomp", "advcl"} if apart else {"xcomp"}
        if frame.asked and not any(c.dep_ in clauses and infinitive(c) for c in verb.children):
            return False
        if frame.bare and self._complemented(verb):
            return False
        if frame.kind is EventClass.AGREEMENT and self._hostile(verb):
            return False
        if frame.travel and self._resumes(verb):
            return False
        if frame.parting and not self._parties.part(verb):
            return False
        if frame.lasting and not (
            verb.tag_ == "VBG" and any(c.dep_ == "aux" for c in verb.children)
        ):
            return False
        if frame.leaving and not any(t.lemma_ in _LEAVING for t in verb.subtree):
            return False
        if frame.suffered and not self._tree.passive(verb):
            return False
        if frame.limit and not self._limited(verb):
            return False
        if frame.conditioned and not self._supposed(verb):
            return False
        return not frame.needs_context or self._in_context(verb, frame, near)

    def _armed(self, verb: Token) -> bool:
        """Whether it is troops or fighters that do it."""
        subjects = (self._tree.unit(c).mention for c in verb.children if c.dep_ in SUBJECTS)
        return any(mention is not None and mention.force for mention in subjects)

    def _supposed(self, verb: Token) -> bool:
        """Whether it hangs on what another does: "will respond if X attacks"."""
        if any(case == "to" for case, _ in self._tree.obliques(verb)):
            return False  # "will respond to the request if X agrees"
        return any(map(supposed, self._tree.children(verb, "advcl")))

    def _resumes(self, verb: Token) -> bool:
        """Whether one only takes part again: "will return to the six-party talks in X"."""
        tree = self._tree
        back = tree.lemma(verb) in _COMING_BACK
        for case, one in tree.obliques(verb) if back else ():
            held = tree.unit(one).session is not None or tree.lemma(one) in _PARLEYS
            if case == "to" and held:
                return True
        return False

    def _hostile(self, verb: Token) -> bool:
        """Whether somebody vows what is no agreement, or only says that it is so: "X agreed"."""
        tree, lemma = self._tree, self._tree.lemma(verb)
        if lemma in _CONCURRING:
            around = {c.dep_.partition(":")[0] for c in verb.children}
            told = any(c.dep_.startswith("aux") for c in verb.children)
            return not (told or verb.dep_ in _INSIDE or around & _SAYING_WHAT)
        for clause in tree.children(verb, "xcomp") if lemma in _VOWING else ():
            if not (_TOGETHER | NEVER).isdisjoint(c.lower_ for c in clause.children):
                continue  # "vowed to fight crime together", "not to attack X"
            things = (one.lower_ for one in tree.objects(clause))
            if tree.lemma(clause) in _FIGHTING or (
                tree.lemma(clause) in _KEEPING_UP and _PRESSING & set(things)
            ):
                return True  # "vowed to fight on", "to keep up the pressure on X"
        return False

    def _led(self, verb: Token, frame: VerbFrame) -> Iterator[str]:
        """The prepositions by the verb and, where it asks for an object, by that: "troops into"."""
        # "voted against", "was objected to by"
        yield from (c.lower_ for c in verb.children if c.dep_ == "advmod" or c.tag_ == "IN")
        heads = (verb, *self._tree.objects(verb)) if frame.nouns or frame.judgement else (verb,)
        for head in heads:
            yield from (case for case, _ in self._tree.obliques(head))
            for case, inner in self._tree.obliques(head) if head != verb else ():
                if case == "of":  # "returned the remains of soldiers | to X"
                    yield from (near for near, _ in self._tree.obliques(inner))
            mention = self._tree.unit(head).mention
            if frame.nouns and mention is not None and " from " in mention.name:
                yield "from"  # "tanks from X" may be one name

    def _complemented(self, verb: Token) -> bool:
        """Whether the verb says what for: "called on X to act", "on X for help"."""
        clause = any(c.dep_ in {"xcomp", "ccomp", "advcl"} for c in verb.children)
        return clause or any(case == "for" for case, _ in self._tree.obliques(verb))

    def _near(self, verb: Token) -> set[str]:
        """The words that hang on the verb, with their lemmas, and the adjectives of its objects."""
        near = {c.lower_ for c in verb.children} | {c.lemma_.lower() for c in verb.children}
        near |= {case for case, _ in self._tree.obliques(verb)}
        for one in self._tree.objects(verb):
            within = [c for case, c in self._tree.obliques(one) if case in {"in", "of"}]
            near |= {c.lower_ for c in within}
            near |= {c.lower_ for part in (one, *within) for c in self._adjectives(part)}
        return near

    def _adjectives(self, noun: Token) -> Iterator[Token]:
        """What describes a noun, be it taken for a noun itself: "retaliatory steps"."""
        return self._tree.children(noun, "amod", "compound")

    def _in_context(self, verb: Token, frame: VerbFrame, near: set[str]) -> bool:
        """Whether a word of the frame's context stands in the sentence, by "call" beside it."""
        words = near if verb.lemma_ == "call" else near | {t.lower_ for t in verb.sent}
        return bool(frame.needs_context & (words | {self._tree.lemma(verb)} - {"call"}))

    def _limited(self, verb: Token) -> bool:
        """Whether the verb says until when something is to be done: "two weeks to comply"."""
        active = verb.tag_ != "VBN" or any(c.lemma_ == "have" for c in verb.children)
        if not (active or self._tree.agent(verb)):
            return False  # "was given three days to leave"
        spans = [c for c in verb.children if c.dep_ in {"obj", "obl", "obl:unmarked"}]
        spans = [c for c in spans if self._tree.lemma(c) in SPANS or self._tree.case(c) == "until"]
        return bool(spans) and any(infinitive(c) for one in (verb, *spans) for c in one.children)

    def _convened(self, objects: Sequence[Token]) -> bool:
        """Whether somebody is brought together and not something: "assembles vehicles"."""
        return not objects or any(self._tree.actors(one) for one in objects)

    def _chosen(self, verb: Token, objects: Sequence[Token], frame: VerbFrame) -> Token | None:
        """The noun among the objects (or the prepositional ones) that the frame asks for."""
        tree = self._tree
        cargo = {"of", "with"} if frame.kind is EventClass.AID else {"of"}
        if frame.kind is EventClass.SUPPORT:
            cargo = set()  # "renewed accusations of support" supports nobody
        if any(tree.lemma(one) in _THOUGHT for one in objects):
            cargo = set()  # "raised the prospect of sanctions"
        for one in self._among(verb, objects, frame):  # "an arms embargo" may be parsed as two
            # "a cargo of maize", "a plane with relief goods"
            inside = [c for case, c in tree.obliques(one) if case in cargo]
            if frame.kind is EventClass.AID:  # "the bodies of X's soldiers"
                inside = [c for c in inside if not tree.unit(c).actors]
            for token in (one, *tree.children(one, "conj"), *inside):
                lemma = self._lemma(token)
                if any(f"{lemma} of {tree.lemma(c)}" in frame.nouns for c in inside):
                    return token  # "letters of credence"
                if self._asked_for(token, frame):
                    return token
        return None

    def _among(self, verb: Token, objects: Sequence[Token], frame: VerbFrame) -> Iterator[Token]:
        """Where the noun that the frame asks for may stand."""
        yield from objects
        assured = frame.kind is EventClass.SUPPORT and frame.object is not None
        met = frame.kind in _MET and frame.subject is Role.TARGET
        if met or assured:  # "was met with praise", "assured X of its support"
            yield from (c for case, c in self._tree.obliques(verb) if case in _MEETING_WITH)
        elif not objects or frame.kind is EventClass.REJECTION:  # "withdrew the US from a treaty"
            aid = frame.kind is EventClass.AID  # "was transferred to a hospital" is none
            beside = self._tree.obliques(verb)
            for case, child in beside:
                answering = case == "in" and self._tree.lemma(child) == "response"
                answering = answering or (frame.kind is EventClass.SANCTION and case in _TO_WHAT)
                if not (aid and case in _WHITHER) and not answering:
                    yield child
        elif frame.kind is EventClass.RELATIONS_DOWNGRADE:  # "suspended operations at its embassy"
            yield from (child for case, child in self._tree.obliques(verb) if case == "at")
        yield from (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "NOUN")
        if frame.kind is EventClass.RELATIONS_UPGRADE and frame.diplomat:
            yield from (c for case, c in self._tree.obliques(verb) if case == "as")
            yield from (c for one in objects for c in self._tree.children(one, "flat"))
        if frame.leaving:  # "ordered sixty diplomats to leave"
            for clause in self._tree.children(verb, "ccomp"):
                yield from (c for c in clause.children if c.dep_ == "nsubj")

    def _lemma(self, token: Token) -> str:
        """The lemma; that of a sign of currency is "dollar"."""
        lemma = self._tree.lemma(token)
        return "dollar" if lemma in _CURRENCIES else lemma

    def _asked_for(self, token: Token, frame: VerbFrame) -> bool:
        """Whether it is one of the frame's nouns, or an envoy where the frame asks for one."""
        if "@ambassador" in frame.nouns:
            return self._envoy(token)
        if "@person" in frame.nouns and self._person(token):
            return True
        if frame.kind in RELATIONS and self._expedition(token):
            return False
        penal = self._penal(token)
        if frame.kind is EventClass.AID and penal:
            return False  # "a package of sanctions", "sanctions relief"
        return (
            self._lemma(token) in frame.nouns
            or (penal and frame.kind is EventClass.SANCTION and "sanction" in frame.nouns)
            or self._unnamed(token, frame)
            or self._called(token, frame)
            or any(
                f"{c.lower_} {self._lemma(token)}" in frame.nouns
                for c in self._tree.children(token, "amod", "compound")
            )  # "its liaison office"
            or token.lower_ in frame.nouns
            or (self._tree.unit(token).document is not None and frame.document)
        )

    def _person(self, token: Token) -> bool:
        """Whether it is one man or woman by name."""
        mention = self._tree.unit(token).mention
        named = mention is not None and mention.kind in {MentionKind.NAME, MentionKind.PERSON}
        return named and not self._tree.pronoun(token)

    def _penal(self, token: Token) -> bool:
        """Whether it is a bundle of sanctions: "a sanctions package", or what eases them."""
        within = (self._tree.lemma(c) for c in self._tree.children(token, "compound"))
        bundle = self._tree.lemma(token) in self._words.bundles
        return bundle and any(word in {"sanction", "sanctions", "tariff"} for word in within)

    def _expedition(self, token: Token) -> bool:
        """Whether a mission is one of soldiers, and none of diplomats: "a combat mission"."""
        sorts = (c.lower_ for c in self._tree.children(token, "amod", "compound"))
        return self._tree.lemma(token) == "mission" and not _EXPEDITIONS.isdisjoint(sorts)

    def _envoy(self, token: Token) -> bool:
        """Whether it names a diplomat or several: "its ambassador", "Russian diplomats"."""
        unit, diplomats = self._tree.unit(token), self._words.diplomats
        if unit.mention and any(m.office_kind in DIPLOMATIC for m in unit.mentions):
            return True
        if self._tree.lemma(token) in diplomats and not unit.actors:
            return True
        last = unit.mention.name.split()[-1:] if unit.mention is not None else []
        return any(w.lower().removesuffix("s") in diplomats for w in last)

    def _called(self, token: Token, frame: VerbFrame) -> bool:
        """Whether a mention is called by one of the nouns: "X's embassy", "the High Commission"."""
        mention = self._tree.unit(token).mention
        words = mention.name.lower().split() if mention is not None else []
        if frame.kind is EventClass.REJECTION and self._tree.unit(token).actors:
            return False  # who leaves an organisation parts with it
        named = mention is not None and mention.kind in {MentionKind.NAMED, MentionKind.NAME}
        one = [word.removesuffix("s") for word in words[-1:]]  # "Russian ships"
        first = [word.removesuffix("s") for word in words[:1] if "from" in words]  # "tanks from X"
        ends = (words[-1:], words[-2:], words[:1], words[:2], one, first)
        return named and any(" ".join(some) in frame.nouns for some in ends)

    def _unnamed(self, token: Token, frame: VerbFrame) -> bool:
        """Whether office-holders of nobody are named by one of the nouns: "senior officials"."""
        unit = self._tree.unit(token)
        if unit.actors or unit.mention is None or unit.mention.kind is not MentionKind.OFFICE:
            return False
        word = unit.mention.office.lower().split()[-1:]
        return any(w in frame.nouns or w.removesuffix("s") in frame.nouns for w in word)
