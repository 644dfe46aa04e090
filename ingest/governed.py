"""Roles that the verb above a noun gives it: "held talks", "paid a visit", "said after talks"."""

from graph.model import ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side, side_of
from ingest.circumstances import AFTER
from ingest.nominals import NOBODY, Found
from ingest.nounroles import UNITING, NounRoles, part, principal
from ingest.onslaughts import Onslaughts
from ingest.receptions import Receptions
from ingest.roles import TALKS, Roles
from ingest.syntax import inverted, misread, relative
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import NounFrame, Triggers

MEASURES = frozenset(
    {
        EventClass.SANCTION,
        EventClass.AID,
        EventClass.RELATIONS_UPGRADE,
        EventClass.RELATIONS_DOWNGRADE,
    }
)
"""What a state does by announcing it."""
_VOICING = frozenset(
    {
        "deliver", "express", "extend", "give", "issue", "join", "launch", "make", "offer",
        "provide", "reiterate", "renew", "repeat", "send", "step", "voice",
    }
)  # fmt: skip
"""Verbs by which one says what a noun names: "expressed support"."""
_HELD = TALKS | {EventClass.COOPERATION, EventClass.VISIT}
"""What one takes part in who announces it."""
_SHOWS = frozenset({"demonstration", "display", "expression", "gesture", "show", "sign", "token"})
"""What support may be a thing of."""
_BROKERING = frozenset({"broker", "mediate", "facilitate"})
_TELLING = frozenset({"assure", "brief", "inform", "tell"})
_LEAVING = frozenset({"depart", "leave"})
_SAYING = frozenset({"add", "explain", "note", "say", "stress", "tell"})
_SOURCES = frozenset({"aide", "diplomat", "official", "officer", "source"})
"""Who tells without a name of what others do."""
_CLOSES = frozenset({"close", "conclusion", "end"})
_COMING = frozenset({"come", "follow"})
_OWN_DEEDS = frozenset(
    {
        "announcement", "appeal", "arrival", "comment", "decision", "departure", "invitation",
        "move", "pledge", "remark", "speech", "statement", "trip", "visit", "warning",
    }
)  # fmt: skip
"""What somebody says or does who then is the one that met others before."""
_RECEIVING = frozenset({"greet", "host", "receive", "welcome"})
_ARRIVING = frozenset({"arrive", "land", "reach"})
_GATHERING = UNITING | {"draw", "include"}
_THERE = frozenset({"at", "during", "of", "on"})
_MEETING = frozenset({"confer", "meet", "speak", "talk"})
_HITTING = frozenset(
    {"affect", "cripple", "hit", "isolate", "penalise", "penalize", "punish", "target"}
)
_RESPONDING = frozenset({"answer", "counter", "hit", "react", "reply", "respond", "retaliate"})
"""Verbs by which one answers a deed with another: "retaliated with air strikes"."""
_ENGAGING = frozenset({"engage", "partake", "participate"})
_TAKEN_UP = frozenset({"engage", "involve", "lock", "represent"})
"""What the subject of a passive takes part in: "was engaged in talks"."""
_UNITED = frozenset({"unite", "united", "unites"})
_PRESENT = frozenset({"present"})
_SPOKEN_OF = frozenset({"dislocated", "vocative"})
"""Relations of who is named before an aside and taken up behind it: "X, on a visit, he said"."""
_RECALLING = frozenset({"recall", "withdraw", "summon", "call"})
_BOUND = frozenset({"as", "in", "under"})
"""Prepositions before an agreement by which one does something."""
_MEANWHILE = frozenset({"during", "after", "following", "before", "ahead", "amid", "at"})
_ATTENDING = frozenset({"at", "in", "for", "during", "ahead", "before", "to"})
"""Prepositions before a session in which the subject of the verb takes part."""


class Governed:
    """Fills roles from the verbs above the nouns of one paragraph."""

    def __init__(
        self,
        tree: Tree,
        triggers: Triggers,
        roles: Roles,
        own: NounRoles,
        receptions: Receptions,
    ) -> None:
        self._own, self._onslaughts = own, Onslaughts(tree, triggers, own)
        self._receptions = receptions
        self._tree, self._words, self._roles = tree, triggers.grammar, roles

    def add(self, made: Candidate, noun: Token, frame: NounFrame) -> None:
        """Puts in those whom the words above the noun name."""
        tree, head, dep = self._tree, noun.head, noun.dep_
        if dep == "nmod" and tree.lemma(head) in self._words.undergoing:
            told_of = () if frame.kind.symmetric else head.children  # "was the subject of talks"
            for child in told_of:  # "has been the subject of sanctions by X"
                if child.dep_ == "nsubj":
                    found = tree.actors(child)
                    made.add(Role.TARGET, found.actors, found.certainty)
            return
        if dep in {"conj", "appos", "nmod"} and set(tree.cases(noun)) & _MEANWHILE:
            found = tree.actors(head)  # "X, during a visit to Y, said"
            if found and (head.dep_.startswith("nsubj") or head.dep_ in _SPOKEN_OF):
                made.add(principal(frame.kind), found.actors, found.certainty * 0.85)
                return
        if dep == "nmod" and self._asserted(noun, frame, ""):
            found = tree.maker(head)  # "adopted a resolution in support of X"
            made.add(Role.SOURCE, found.actors, found.certainty * 0.9)
            return
        if tree.unit(head).place is not None and any(c.dep_ == "cop" for c in head.children):
            for child in head.children:  # "X is in Cairo for talks with Y"
                who = head.head if relative(child) else child
                found = tree.actors(who) if child.dep_ == "nsubj" else NOBODY
                made.add(principal(frame.kind), found.actors, found.certainty * 0.85)
            return
        if dep == "nmod" and frame.kind is EventClass.SUPPORT and tree.lemma(head) in _SHOWS:
            self._shown(made, head)
            return
        beside = head.head if dep == "nmod" and head.dep_ == "obl" else None
        if beside is not None and self._responding(noun, frame, tree.lemma(beside)):
            found = tree.subject(beside)  # "responded to the fire | with strikes on X"
            made.add(Role.SOURCE, found.actors, found.certainty * 0.9)
            return
        above = self._above(noun, frame)
        if above is not None:
            verb, dep = above
            free = _THERE.isdisjoint(tree.cases(noun)) or not self._met(verb)
            if dep.startswith("obl") and frame.kind in TALKS and not made.everybody() and free:
                self._between_sides(made, verb, frame)  # "for a summit in X | between Y and Z"
            self._under(made, noun, frame, verb, dep)
            if dep in {"nsubj", "nsubj:pass", "obj"}:
                self._own.further(made, verb, frame)

    def _above(self, noun: Token, frame: NounFrame) -> tuple[Token, str] | None:
        """The verb above the noun and how it hangs there, through a list or "a round of talks".

        Talks at which something is done hang on the verb, be they parsed as a part of it.
        """
        compounds = self._tree.children(noun, "compound")
        for child in (*noun.children, *(c for one in compounds for c in one.children)):
            if misread(child):
                return child, "obj"  # "X resumed strikes on Y", parsed as "resumed strikes"
        head, dep, steps = noun.head, noun.dep_, 0
        if (told := self._told_of(noun)) is not None:
            return told, "nsubj"
        parsed = next((c for c in noun.children if c.i < noun.i and misread(c)), None)
        if parsed is not None and noun.dep_ == "ROOT":
            return parsed, "obj"  # "X chaired talks", parsed as talks of a kind
        if frame.kind in TALKS and self._tree.at_talks(noun):
            return head.head, "obl"  # "reached a deal | at talks in X"
        while (
            dep in {"conj", "appos", "nmod", "compound"}
            and head.pos_ in {"NOUN", "PROPN"}
            and steps < 3
        ):
            inside = dep in {"nmod", "compound"}
            ended = inside and self._tree.case(noun) == "to"  # "called for an end to the war"
            if inside and (ended or self._tree.lemma(head) not in self._words.light_heads):
                return None
            head, dep = head.head, head.dep_
            steps += 1
        governs = head.pos_ in {"VERB", "AUX"} or head.lower_ in _UNITED | _PRESENT
        return (head, dep) if head != noun and governs else None

    def _told_of(self, noun: Token) -> Token | None:
        """The verb of a sentence that was parsed as one noun: "the talks | brought together X"."""
        clauses = self._tree.children(noun, "acl") if noun.dep_ == "ROOT" else ()
        past = (c for c in clauses if c.dep_ == "acl" and c.tag_ == "VBD")
        return next((c for c in past if any(self._tree.children(c, "obj"))), None)

    def _under(self, made: Candidate, noun: Token, frame: NounFrame, verb: Token, dep: str) -> None:
        """Puts in those whom the verb names, by how the noun hangs on it."""
        tree, lemma = self._tree, self._tree.lemma(verb)
        if dep == "nsubj" and tree.passive(verb):
            dep = "nsubj:pass"  # "a summit co-chaired by X"
        if dep == "obj" and inverted(verb) == noun:
            dep = "nsubj"  # "from X came a call on Y to act"
        if dep == "obj" and lemma == "follow" and verb.tag_ == "VBG":
            at = verb.head  # "Following talks in X, they …"
            while at.pos_ not in {"VERB", "AUX"} and at.head != at:
                at = at.head
            self._beside(made, noun, at, frame)
        elif self._receptions.drawn(made, noun, frame, verb, dep):
            return
        elif frame.weak and verb.lower_ in _UNITED and "in" in tree.cases(noun):
            found = tree.patient_or_subject(verb)  # "are united in their condemnation of X"
            made.add(principal(frame.kind), found.actors, found.certainty * 0.9)
        elif frame.kind is EventClass.SANCTION and lemma == "align" and "with" in tree.cases(noun):
            found = tree.subject(verb)  # "aligned itself with the sanctions of X on Y"
            made.add(Role.SOURCE, found.actors, found.certainty * 0.9)
        elif frame.kind is EventClass.SANCTION and tree.passive(verb) and lemma in _HITTING:
            found = tree.patient_or_subject(verb)  # "was targeted by unfair sanctions"
            made.add(Role.TARGET, found.actors, found.certainty * 0.9)
        elif frame.force and self._onslaughts.add(made, noun, verb, dep):
            return
        elif frame.weak and self._asserted(noun, frame, lemma):
            found = tree.patient_or_subject(verb) if tree.passive(verb) else tree.subject(verb)
            made.add(Role.SOURCE, found.actors, found.certainty * 0.9)
        elif frame.weak and self._receptions.received(made, noun, frame, verb, dep):
            return
        elif dep.startswith("obl") and self._responding(noun, frame, lemma):
            found = tree.doer(verb)
            made.add(Role.SOURCE, found.actors, found.certainty * 0.9)
        elif dep in {"obj", "nsubj:pass", "xcomp"}:
            if not frame.weak or lemma in _VOICING:
                self._light(made, verb, frame)
            if frame.kind is EventClass.REQUEST and lemma in _VOICING:
                self._own.asked(made, noun, verb)
            if frame.kind is EventClass.VISIT and dep == "obj" and not made.of(Role.SOURCE):
                self._by_whom(made, noun, verb)
            if frame.force:
                self._onslaughts.place(made, noun, verb, dep)
        elif dep == "nsubj" and lemma == "come" and self._comes(frame):
            for case, child in tree.obliques(verb):  # "condemnation of X came from Y"
                found = tree.actors(child) if case == "from" else NOBODY
                made.add(Role.SOURCE, found.actors, found.certainty * 0.9)
        elif dep == "nsubj" and lemma in _ARRIVING and frame.kind is EventClass.AID:
            for case, child in tree.obliques(verb):  # "a shipment of X's aid arrived in Y"
                found = tree.actors(child) if case in {"at", "in"} else NOBODY
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)
        elif dep == "nsubj" and lemma in _GATHERING and frame.kind in TALKS:
            called = [  # where the parse takes X for who is addressed, or who does it
                c
                for c in tree.children(verb, "nsubj", "vocative")
                if c.dep_ == "vocative" or c.i > verb.i
            ]
            for one in tree.objects(verb) or called:  # "the talks brought together X and Y"
                found = tree.actors(one)
                made.add(principal(frame.kind), found.actors, found.certainty * 0.9)
        elif dep == "nsubj":
            if frame.force:
                self._onslaughts.place(made, noun, verb, dep)
            self._between_sides(made, verb, frame)
        elif frame.kind is EventClass.VISIT and lemma in _RECEIVING and "on" in tree.cases(noun):
            self._received(made, verb)
        elif frame.light and (dep.startswith("obl") or (dep == "advcl" and tree.cases(noun))):
            entered = frame.kind is EventClass.AGREEMENT and lemma in {"enter", "come", "arrive"}
            cases = {*tree.cases(noun), *tree.cases(self._roles.whole(noun))}
            joint = frame.kind is EventClass.COOPERATION and bool(cases & {"as", "in"})
            party = frame.kind is EventClass.AGREEMENT and bool(made.everybody())
            if party and cases & _BOUND:  # "under a deal with X, Y will release prisoners"
                made.status = Status.HAPPENED
                entered = True
            if entered or joint or frame.kind in TALKS | {EventClass.SIGNING, EventClass.MEDIATION}:
                self._beside(made, noun, verb, frame)

    def _received(self, made: Candidate, verb: Token) -> None:
        """Puts in who comes and to whom: "X welcomed Y on a state visit"."""
        host, guests = self._tree.doer(verb), list(self._tree.objects(verb))
        for one in guests:
            found = self._tree.actors(one)
            made.add(Role.VISITOR, found.actors, found.certainty * 0.9)
        states = tuple(a for a in map(side_of, host.actors) if a.kind is ActorClass.COUNTRY)
        made.add(Role.TARGET, states, host.certainty * 0.85)

    @staticmethod
    def _comes(frame: NounFrame) -> bool:
        """Whether what the noun names may come from somebody: a protest, sanctions."""
        return frame.weak or frame.kind is EventClass.SANCTION

    def _by_whom(self, made: Candidate, noun: Token, verb: Token) -> None:
        """Puts in whose visit it is by what hangs on the verb: "follows a trip to Y by X"."""
        for case, child in self._tree.obliques(verb):
            if case == "by" and child.i > noun.i and not self._tree.passive(verb):
                found = self._tree.actors(child)
                made.add(Role.VISITOR, found.actors, found.certainty * 0.9)

    def _responding(self, noun: Token, frame: NounFrame, lemma: str) -> bool:
        """Whether one answers with what the noun names: "responded with strikes on X"."""
        deeds = frame.force or frame.kind is EventClass.SANCTION
        return deeds and lemma in _RESPONDING and "with" in self._tree.cases(noun)

    def _met(self, verb: Token) -> bool:
        """Whether some meet by a verb, wherever they are: "met X at the summit", "held talks"."""
        held = any(self._tree.lemma(o) in self._words.gatherings for o in self._tree.objects(verb))
        return held or self._tree.lemma(verb) in _MEETING

    def _between_sides(self, made: Candidate, verb: Token, frame: NounFrame) -> None:
        """Puts in between whom something is: "talks took place between X and Y"."""
        tree = self._tree
        held = [o for o in tree.objects(verb) if o.lower_ == "place"]
        for case, child in (p for one in (verb, *held) for p in tree.obliques(one)):
            if case in {"between", "with", "among"} and frame.preps.get(case) is not None:
                found = tree.actors(child)
                role = frame.preps[case] or principal(frame.kind)
                made.add(role, found.actors, found.certainty)

    def _asserted(self, noun: Token, frame: NounFrame, lemma: str) -> bool:
        """Whether one acts or speaks in its sense: "sent ships in support of X"."""
        if "in" not in self._tree.cases(noun):
            return False
        if frame.kind is EventClass.SUPPORT:
            return any(case == "of" for case, _ in self._tree.obliques(noun))
        return lemma in self._words.saying

    def _shown(self, made: Candidate, show: Token) -> None:
        """Puts in who shows whom support: "visited X in a show of support"."""
        verb = self._tree.governor(show)
        if not {"as", "in"} & set(self._tree.cases(show)) or self._tree.passive(verb):
            return
        found = self._tree.subject(verb)
        made.add(Role.SOURCE, found.actors, found.certainty * 0.9)
        for one in self._tree.objects(verb) if not made.of(Role.TARGET) else ():
            found = self._tree.actors(one)
            made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    def _light(self, made: Candidate, verb: Token, frame: NounFrame) -> None:
        """Puts in those with a verb that says little: "held talks", "paid a visit to X"."""
        tree, lemma = self._tree, self._tree.stem(verb)
        if tree.lemma(verb) in self._words.blaming:
            return  # "blamed the attack on X"
        subject = self._taking_part(made, verb, frame) or self._announcing(made, verb, frame)
        announced = tree.lemma(verb) == "announce" and frame.kind in _HELD
        if announced and made.status is Status.HAPPENED:
            made.status = Status.PLANNED  # "announced talks with X"
        if subject:
            if lemma in _BROKERING:
                return
            visitors = {side(actor) for actor in made.of(Role.VISITOR)}
            if visitors and visitors.isdisjoint(map(side, subject.actors)):
                states = tuple(dict.fromkeys(a.represents or a for a in subject.actors))
                made.add(Role.TARGET, states, subject.certainty * 0.9)  # "cancelled a visit by X"
            else:
                made.add(part(lemma, frame.kind), subject.actors, subject.certainty * 0.95)
        for child in tree.children(verb, "iobj"):  # "gave X an ultimatum"
            role = frame.preps.get("to")
            if role is not None:
                found = tree.actors(child)
                made.add(role, found.actors, found.certainty)
        for case, child in tree.obliques(verb):
            wanted = frame.preps.get(case)
            if case == "including" and frame.kind in TALKS:
                wanted = frame.preps.get("with")  # "talks with allies, including X"
            if wanted is None or case in {"of", "by", "in"}:
                continue
            if frame.kind is EventClass.VISIT:
                self._roles.target_place(made, child)
                continue
            unit = tree.unit(child)
            if unit.place is None or unit.mention is not None:
                found = tree.actors(child)
                made.add(wanted, found.actors, found.certainty)

    def _announcing(self, made: Candidate, verb: Token, frame: NounFrame) -> Found:
        """Who has come to terms with those of whom they tell: "announced a pact with X"."""
        tree = self._tree
        cases = {case for one in tree.objects(verb) for case, _ in tree.obliques(one)}
        agreed = frame.kind is EventClass.AGREEMENT and tree.lemma(verb) == "announce"
        joint = "with" in cases and "between" not in cases and made.everybody()
        return tree.subject(verb) if agreed and joint else NOBODY

    def _author(self, verb: Token) -> Found:
        """Whose the words or the journey are of which the verb tells: "X's remarks came after"."""
        for child in self._tree.children(verb, "nsubj"):
            if self._tree.lemma(child) in _OWN_DEEDS:
                return self._tree.owner(child, inside=False)
        return NOBODY

    def _invited(self, made: Candidate, verb: Token) -> None:
        """Puts in who is to come to whom: "X invited Y for a visit"."""
        tree = self._tree
        host = tree.doer(verb)
        for one in tree.objects(verb):
            found = tree.actors(one)
            made.add(Role.VISITOR, found.actors, found.certainty * 0.9)
        states = tuple(dict.fromkeys(a.represents or a for a in host.actors))
        made.add(Role.TARGET, states, host.certainty * 0.9)

    def _taking_part(self, made: Candidate, verb: Token, frame: NounFrame) -> Found:
        """The subject of the verb, if it does not only look on: "X called for talks"."""
        tree, lemma = self._tree, self._tree.stem(verb)
        subject = tree.doer(verb)
        off = any(c.dep_ == "compound:prt" for c in verb.children)  # "called off the talks"
        looking = {lemma, tree.lemma(verb)} & self._words.onlooking
        if not subject or not looking or off:
            return subject
        told = lemma in {"announce", "confirm"}  # "announced a truce with X", "… sanctions on Y"
        alone = len(made.everybody()) == 1 or len(subject.actors) > 1
        words = {token.lower_ for token in verb.subtree}
        held = frame.kind in _HELD and "with" in words and "between" not in words
        party = ((frame.kind is EventClass.AGREEMENT or frame.kind in _HELD) and alone) or held
        taken = frame.force and lemma == "announce"  # "announced the capture of X"
        doer = (frame.kind in MEASURES or taken) and not made.of(Role.SOURCE)
        return subject if told and (party or doer) else NOBODY

    def _together(self, made: Candidate, verb: Token, role: Role) -> None:
        """Puts in whom the verb names as those who meet, and its subject in its role."""
        for one in self._tree.objects(verb):
            found = self._tree.actors(one)
            made.add(Role.PARTICIPANT, found.actors, found.certainty * 0.85)
        found = NOBODY if self._tree.passive(verb) else self._tree.subject(verb)
        made.add(role, found.actors, found.certainty * 0.85)

    def _anonymous(self, found: Found) -> bool:
        """Whether it is only a source: "a diplomat", "a senior official"."""
        mention = self._tree.unit(self._tree.doc[found.token]).mention
        return mention is not None and mention.name.rpartition(" ")[2].lower() in _SOURCES

    def _beside(self, made: Candidate, noun: Token, verb: Token, frame: NounFrame) -> None:
        """ "X said after talks with Y", "X arrived for a meeting with Y"."""
        tree = self._tree
        cases = set(tree.cases(self._roles.whole(noun)))
        if tree.lemma(verb) in _RECALLING and "for" in cases:
            return  # "recalled its ambassador for consultations"
        if tree.lemma(verb) == "invite" and frame.kind is EventClass.VISIT:
            self._invited(made, verb)
            return
        if tree.lemma(verb) == "invite" and frame.kind is EventClass.CONVENING:
            self._together(made, verb, Role.HOST)  # "invited X and Y to a summit"
            return
        if tree.lemma(verb) == "join" and frame.kind in {EventClass.CONVENING, EventClass.MEETING}:
            self._together(made, verb, Role.PARTICIPANT)  # "joined X and Y at a summit"
            return
        mediation = frame.kind is EventClass.MEDIATION  # "under Saudi mediation, they agreed"
        if mediation and "for" in cases and tree.objects(verb):
            return  # "thanked X for its mediation"
        attended = not cases or cases & self._words.attended
        if not (mediation or attended or frame.kind is EventClass.AGREEMENT):
            return
        engaged = "in" in cases and tree.lemma(verb) in _ENGAGING
        among = {case for case, _ in tree.obliques(noun)}
        received = "with" in among and not among & {"among", "between"}
        if len(made.of(Role.PARTICIPANT)) > 1 and not (engaged or received):
            return
        if made.of(Role.SOURCE) and not mediation:
            return
        suffering = tree.passive(verb) and frame.kind in TALKS
        suffering = suffering and tree.lemma(verb) not in _TAKEN_UP
        subject = NOBODY if suffering else tree.patient_or_subject(verb)
        subject = subject or tree.agent(verb)
        if not subject and cases & AFTER and tree.lemma(verb) in _COMING:
            subject = self._author(verb)
        over = cases & AFTER or self._roles.whole(noun).lower_ in _CLOSES
        if frame.kind is EventClass.VISIT and tree.lemma(verb) in _LEAVING and over:
            for one in (*tree.objects(verb), *tree.behind(verb, "from")):
                self._roles.target_place(made, one)  # "left X after a long visit"
        apart = not (cases & _ATTENDING or (received and cases & AFTER))  # "after a summit with X"
        if not subject or (frame.kind is EventClass.CONVENING and apart):
            return
        if frame.kind in TALKS and tree.lemma(verb) in _SAYING and self._anonymous(subject):
            return  # "a diplomat said after talks with X"
        role = Role.PARTICIPANT if mediation else principal(frame.kind)
        made.add(role, subject.actors, subject.certainty * 0.8)
        alone = len(made.of(Role.PARTICIPANT)) == 1  # else it is of whom the two talk
        told = frame.kind is EventClass.MEETING and tree.lemma(verb) in _TELLING
        if not alone:
            return
        if (told and cases & {"at", "during", "in"}) or (
            frame.kind is EventClass.CALL and cases & {"in", "during"}
        ):
            for one in tree.objects(verb):  # "in a telephone conversation X told Y"
                found = tree.actors(one)
                made.add(role, found.actors, found.certainty * 0.8)
