"""To whom it is done what a verb tells: in objects, behind prepositions, in clauses."""

from collections.abc import Iterator

from spacy.tokens import Token

from graph.model import ActorClass, EventClass, Role
from ingest.candidates import RELATIONS, Candidate
from ingest.checks import side
from ingest.nominals import NOBODY, Found
from ingest.objectnouns import CASES, ObjectNouns
from ingest.parse import NEVER, SUBJECTS, infinitive, said
from ingest.praise import praised
from ingest.predicates import Predicate
from ingest.roles import TALKS, Roles
from ingest.strikes import Strikes
from ingest.targets import FALLS, Targets
from ingest.tree import Tree
from ingest.triggers import Triggers, VerbFrame

_BORDERS = frozenset({"border", "frontier"})
_OWN = frozenset({"citizen", "compatriot", "national", "people", "resident", "subject"})
_AIMED = frozenset({"at", "against", "into", "over", "toward", "towards"})
"""Prepositions behind what is fired."""
_WHERE = frozenset({"across", "in", "inside", "near", "throughout"})
_TOLD = frozenset({"JJ", "NN", "RB", "VBD", "VBZ"})
"""Tags of what is said to be so."""
_ADVISING = frozenset({"recommend", "suggest"})
"""Verbs that say what should be, or what is so."""
_NEEDED = frozenset({"crucial", "essential", "imperative", "important", "necessary", "vital"})
_THITHER = frozenset({EventClass.AID, EventClass.SANCTION})
_RISKING = frozenset({"face", "pay", "risk"})
_PARLEYS = frozenset(
    {"conference", "dialogue", "meeting", "negotiation", "summit", "talk", "talks"}
)
"""What is not of the state in which it is held."""
_SENDING = frozenset({"deploy", "launch"})
"""Verbs of force whose object is what is used, and not whom it hits."""
_POINTING = frozenset({"it", "that", "these", "this", "those"})
"""Subjects that only point at a deed."""
_GOING_ON = frozenset(
    {"continue", "expand", "grow", "improve", "last", "prosper", "recover", "remain", "rise"}
)
"""What "should" happen by itself: a forecast, and no demand."""
_LETTING = frozenset({"bind", "commit", "oblige", "prepare", "require"})
_HAVING = frozenset({"have", "need"})
_MUST = frozenset({"should", "must", "ought", "needs"})


_TAKING = frozenset({"abduct", "kidnap"})
_CRIMINALS = frozenset({"gang", "suspect", "criminal"})
_FAIR = frozenset({"fair", "legitimate", "military"})
"""What targets are of whom it is threatened: "X's ships are legitimate targets"."""
_HANDING_OVER = frozenset(
    {"cede", "deliver", "extradite", "give", "hand", "return", "surrender", "transfer"}
)
_COUNTS = frozenset({"dozen", "hundred", "score", "thousand"})
"""How many are struck: "captured dozens of soldiers"."""


_PULLING_OUT = frozenset({"departure", "pullback", "pullout", "retreat", "withdrawal"})
"""What is demanded of those whose it is; "demanded the release of X" is not."""


class Patients:
    """Finds to whom it is done what the verbs of one paragraph tell."""

    def __init__(
        self, tree: Tree, triggers: Triggers, roles: Roles, strikes: Strikes, targets: Targets
    ) -> None:
        self._tree, self._triggers, self._words = tree, triggers, triggers.grammar
        self._roles, self._strikes, self._targets = roles, strikes, targets
        self._nouns = ObjectNouns(tree)

    def objects(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in those who stand as objects or with them."""
        tree, frame, noun = self._tree, predicate.frame, predicate.noun
        if noun is not None:
            self._nouns.add(made, frame, noun)
            if frame.kind in RELATIONS and not made.of(Role.SOURCE):
                found = tree.actors(noun) or tree.owner(noun, inside=False, of=False)
                made.add(Role.SOURCE, found.actors, found.certainty)  # "X's embassy was reopened"
            if frame.kind is EventClass.SANCTION and predicate.passive and not made.of(Role.SOURCE):
                found = tree.owner(noun, inside=False, of=False)  # "EU sanctions were lifted"
                made.add(Role.SOURCE, found.actors, found.certainty * 0.9)
        if frame.indirect is not None:
            objects = list(tree.children(predicate.verb, "obj"))
            for child in (*tree.children(predicate.verb, "iobj"), *objects[:-1]):
                if child != noun:  # "permitted X access", parsed as two objects
                    found = tree.actors(child)
                    made.add(frame.indirect, found.actors, found.certainty)
        if frame.object is not None:
            self._acted_on(made, predicate, frame.object)
        elif frame.carrier and not made.of(Role.TARGET) and not frame.nouns:
            for one in predicate.objects:
                of = frame.kind is not EventClass.REQUEST or tree.lemma(one) in _PULLING_OUT
                found = tree.actors(one) or tree.owner(one, of=of)
                found = found or self._strayed(predicate, one)
                if frame.judgement and not found:
                    found = self._by_whom(predicate)
                if not frame.judgement or self._judged(predicate, one):
                    made.add(Role.TARGET, found.actors, found.certainty * 0.9)

    def beside(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in those whom the verb's prepositions and clauses name."""
        frame, verb = predicate.frame, predicate.verb
        if frame.carrier and not (predicate.objects or made.of(Role.TARGET)):
            for clause in self._tree.children(verb, "ccomp"):  # "supports what X does"
                if any(child.lower_ == "what" for child in clause.children):
                    found = self._tree.subject(clause)
                    made.add(Role.TARGET, found.actors, found.certainty * 0.9)
        self._obliques(made, predicate)
        if not made.of(Role.TARGET):
            self._asked(made, verb, frame)
            self._clauses(made, verb, frame)

    def _judged(self, predicate: Predicate, thing: Token) -> bool:
        """Whether what the frame asks for is said of the object: something bad, or good."""
        if predicate.frame.kind is EventClass.SUPPORT:
            return praised(predicate.verb, self._tree, self._triggers.status)
        return self._targets.judged(predicate.verb, thing)

    def _acted_on(self, made: Candidate, predicate: Predicate, role: Role) -> None:
        """Puts the objects into their role, or those at whom they are fired."""
        tree, frame = self._tree, predicate.frame
        if frame.infinitive_object and (asking := self._kept_from(predicate.verb)):
            made.add(role, asking.actors, asking.certainty * 0.9)
            return
        for one in predicate.objects:
            if tree.unit(one).place is not None and frame.kind is EventClass.VISIT:
                continue
            if frame.kind is EventClass.REQUEST and self._own_people(one):
                continue  # "asked its citizens to leave X"
            if frame.force and tree.lemma(predicate.verb) in _SENDING:
                continue
            found = self._patient(predicate, one)
            if one.lower_ == "it" and set(found.actors) & set(made.of(Role.SOURCE)):
                continue  # "X announced the plan, but Y rejected it"
            made.add(role, found.actors, found.certainty)
        if frame.force and not made.of(Role.TARGET):
            self._parted(made, predicate)
        if frame.force and not made.of(Role.TARGET):
            fired = [c for one in predicate.objects for c in (one, *tree.children(one, "conj"))]
            for one in fired:  # "fired a missile at X", parsed as "missile at X"
                for case, child in tree.obliques(one):
                    if case in _AIMED and not made.of(Role.TARGET):
                        found = tree.actors(child) or tree.owner(child)
                        made.add(Role.TARGET, found.actors, found.certainty * 0.9)

    def _kept_from(self, verb: Token) -> Found:
        """Who does not get somebody or something: "refused to hand a man over to X"."""
        for clause in self._tree.children(verb, "xcomp"):
            if self._tree.lemma(clause) in _HANDING_OVER:
                to = (c for case, c in self._tree.obliques(clause) if case == "to")
                return next(filter(None, map(self._tree.actors, to)), NOBODY)
        return NOBODY

    def _own_people(self, thing: Token) -> bool:
        """Whether somebody's own people are meant, and no state: "its citizens"."""
        tree = self._tree
        owned = any(map(tree.pronoun, tree.children(thing, "nmod:poss")))
        return owned and tree.lemma(thing) in tree.private | _OWN

    def _parted(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in of whom those are who are struck: "killed militants | from X"."""
        tree = self._tree
        ends = {one.i + 1 for one in predicate.objects if tree.lemma(one) in self._words.carriers}
        for case, child in tree.obliques(predicate.verb):
            if case == "from" and child.left_edge.i in ends:
                found = tree.actors(child)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    def _patient(self, predicate: Predicate, thing: Token) -> Found:
        """Whom an object names, or whose it is."""
        tree, frame = self._tree, predicate.frame
        if frame.force and tree.lemma(thing) in _COUNTS:
            thing = next((c for case, c in tree.obliques(thing) if case == "of"), thing)
        found = tree.actors(thing)
        blaming = frame.kind in {EventClass.ACCUSATION, EventClass.REJECTION}
        suffered = blaming and self._targets.harms(thing)
        if frame.infinitive_object and not (found or suffered):
            found = tree.owner(thing)
        if not found and frame.carrier and not self._anybodys(predicate, thing):
            hit = suffered and self._targets.forced(thing)
            if frame.kind is EventClass.SUPPORT:
                if tree.lemma(thing) in FALLS:
                    return NOBODY  # "welcomed the ouster of X"
                hit = any(tree.lemma(one) in _PARLEYS for one in thing.subtree)
            # "the invasion of X" is not X's deed
            found = tree.lowered(tree.owner(thing, of=not suffered, inside=not hit), 0.9)
            if suffered and not found:
                found = self._from_where(thing) or self._done_by(predicate)
        under = predicate.verb.subtree if thing == predicate.verb.head and frame.force else ()
        if any(set(found.actors) & set(tree.unit(one).actors) for one in under):
            return NOBODY  # "a missile fired from X" hits somebody else
        return self._targets.guests(thing, found) if frame.persons else found

    def _told_deed(self, deed: Token) -> Found:
        """Whose a deed is that is told: "the actions of X"; "attacks in X" may be anybody's."""
        harm = self._targets.harms(deed) and not self._targets.forced(deed)
        whose = any(case == "of" for case, _ in self._tree.obliques(deed))
        if harm and whose and (culprit := self._culprit(deed)):
            return culprit  # "the detention of citizens of X in Y" is Y's
        found = self._tree.owner(deed)
        there = found and self._tree.case(self._tree.doc[found.token]) in _WHERE
        return NOBODY if there and not self._home(deed) else found

    def _home(self, deed: Token) -> bool:
        """Whether what is in a state is its own: "the election in X"."""
        return self._tree.lemma(deed) in self._triggers.affairs

    def _by_whom(self, predicate: Predicate) -> Found:
        """Whose deed it is by what it is called: "called the launch a provocation by X"."""
        for case, child in self._tree.obliques(predicate.verb):
            for by, one in self._tree.obliques(child) if case == "as" else ():
                if by == "by" and (found := self._tree.actors(one)):
                    return self._tree.lowered(found, 0.85)
        return NOBODY

    def _strayed(self, predicate: Predicate, thing: Token) -> Found:
        """Whose it is, where the parse hangs that on the verb: "called the vote | in X a sham"."""
        for case, child in self._tree.obliques(predicate.verb) if self._home(thing) else ():
            if case == "in" and child.left_edge.i == thing.i + 1:
                return self._tree.lowered(self._tree.actors(child), 0.85)
        return NOBODY

    def _culprit(self, deed: Token) -> Found:
        """Whose a deed is that is blamed: "the execution of a citizen of X in Y" is Y's."""
        tree = self._tree
        if not self._targets.harms(deed):
            return tree.owner(deed)
        found = tree.owner(deed, of=False, inside=False) or self._from_where(deed)
        return found or self._there(deed)

    def _there(self, deed: Token) -> Found:
        """The state in which something was done, be it said of whom it was done to."""
        for token in deed.subtree:
            if self._tree.case(token) in _WHERE and (found := self._tree.actors(token)):
                return Found(found.actors, found.certainty * 0.8, found.token)
        return NOBODY

    def _from_where(self, deed: Token) -> Found:
        """The state from which something was done: "rocket attacks from Gaza"."""
        for case, child in self._tree.obliques(deed):
            state = self._tree.unit(child).state if case == "from" else None
            if state is not None:
                return Found((state,), 0.8, child.i)
        return NOBODY

    def _done_by(self, predicate: Predicate) -> Found:
        """By whom a deed was done, where that was hung on the verb: "condemned it | by X"."""
        if predicate.passive:
            return NOBODY
        by = (c for case, c in self._tree.obliques(predicate.verb) if case == "by")
        return next(filter(None, map(self._tree.actors, by)), NOBODY)

    def _anybodys(self, predicate: Predicate, thing: Token) -> bool:
        """Whether who is acted on need not be of the state that is named with them."""
        tree, frame, carriers = self._tree, predicate.frame, self._words.carriers
        verb, lemma = tree.lemma(predicate.verb), tree.lemma(thing)
        if verb == "seize":  # goods may be anybody's
            policing = lemma not in carriers | {"control"}
        else:
            taken = verb in _TAKING and lemma not in _CRIMINALS
            policing = frame.force and verb in self._words.policing and not taken
            if frame.force and taken:
                return False  # "kidnapped two French journalists"
        sanction = frame.kind is EventClass.SANCTION
        wares = self._words.wares if sanction else frozenset()
        barred = sanction or frame.kind is EventClass.REJECTION
        let_in = barred and self._targets.entering(predicate.verb)
        unnamed = lemma not in carriers | wares and not let_in
        private = unnamed and (sanction or lemma in tree.private)
        return policing or private

    def _obliques(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in those behind the verb's prepositions."""
        tree, frame = self._tree, predicate.frame
        accusing = frame.kind is EventClass.ACCUSATION
        pairs = list(tree.obliques(predicate.verb))
        for _, child in tuple(pairs):  # "spoke by phone with X"
            if tree.lemma(child) in self._words.phones:
                pairs.extend(tree.obliques(child))
        if frame.kind is EventClass.COOPERATION:  # "extradited a man to X"
            pairs.extend(pair for one in predicate.objects for pair in tree.obliques(one))
            inner = [c for case, c in pairs if case == "of"]  # "the remains of soldiers | to X"
            pairs.extend(pair for one in inner for pair in tree.obliques(one))
        if accusing:  # "complained to the court about X": X is blamed
            pairs.sort(key=lambda pair: pair[0] in {"to", "with"})
        for case, child in pairs:
            forum = accusing and case in {"at", "to", "with"}
            if tree.lemma(predicate.verb) == "vote" and self._text(child):
                continue  # "voted against it"
            if case not in frame.preps or (frame.nouns and forum and made.of(Role.TARGET)):
                continue
            if forum and self._heard(predicate, child):
                continue  # "filed a complaint | with the court"
            role = frame.preps[case]
            if frame.force and self._bordering(child):
                continue  # "bombed a camp near the border with X"
            if frame.force and predicate.passive and case == "with":
                role = Role.SOURCE  # "were killed in a clash with X"
            unit = tree.unit(child)
            if role is None:
                if frame.force and case in _WHERE and not made.of(Role.TARGET):
                    self._strikes.where(made, child)
                continue
            if frame.kind in _THITHER and unit.state is not None and unit.mention is None:
                made.add(role, (unit.state,), 0.75)  # "delivered food to Port-au-Prince"
                continue
            if frame.kind is EventClass.VISIT or (unit.place is not None and unit.mention is None):
                continue
            found = tree.acting(child) if frame.kind in TALKS else tree.actors(child)
            if not found and frame.carrier:
                found = self._culprit(child) if accusing else tree.owner(child)
                found = found or (self._done_by(predicate) if accusing else NOBODY)
            if frame.bare:
                found = self._targets.guests(child, found)
            made.add(role, found.actors, found.certainty)

    def _heard(self, predicate: Predicate, before: Token) -> bool:
        """Whether an organisation is to judge a case, and is not blamed in it."""
        case = predicate.noun is not None and self._tree.lemma(predicate.noun) in CASES
        courts = (a.kind is ActorClass.ORGANIZATION for a in self._tree.actors(before).actors)
        return case and any(courts)

    def _text(self, child: Token) -> bool:
        """Whether a text is meant that is only taken up, or those who voted: "it", "them"."""
        listed = any(c.dep_ == "cop" for c in child.children)
        return listed or child.lower_ in {"it", "them", "this"}

    def _bordering(self, token: Token) -> bool:
        """Whether a border with somebody is meant, wherever the parse hangs them."""
        start = token.left_edge.i
        before = token.doc[max(0, start - 1) : start]
        return self._tree.case(token) == "with" and any(
            self._tree.lemma(one) in _BORDERS for one in before
        )

    def _asked(self, made: Candidate, verb: Token, frame: VerbFrame) -> None:
        """Puts in who is to do something: "insisted North Korea settle the matter"."""
        asked = any(
            c.dep_ == "xcomp" and (infinitive(c) or not frame.needs_any) for c in verb.children
        )
        if frame.that and frame.object is None and asked and not frame.must:
            for one in self._tree.objects(verb):
                found = self._tree.actors(one)
                made.add(Role.TARGET, found.actors, found.certainty * 0.8)

    def _clauses(self, made: Candidate, verb: Token, frame: VerbFrame) -> None:
        """Puts in the subjects of clauses: "demanded that X leave"."""
        tree = self._tree
        own = {side(a) for a in made.of(Role.SOURCE)} if frame.kind is EventClass.THREAT else set()
        for clause in self._claims(verb, frame):
            if own & {side(a) for a in tree.subject(clause).actors}:
                continue  # "warned that it would respond if X attacked"
            if frame.must and tree.lemma(clause) == "time":
                for case, one in tree.obliques(clause):
                    found = tree.actors(one) if case == "for" else NOBODY
                    made.add(Role.TARGET, found.actors, found.certainty * 0.8)
            if frame.must and tree.lemma(clause) in _NEEDED:
                for inner in tree.children(clause, "csubj", "ccomp"):
                    found = tree.subject(inner)  # "it is essential that X withdraw"
                    made.add(Role.TARGET, found.actors, found.certainty * 0.8)
            parted = tree.parted_subject(clause)
            if parted is not None:
                found = tree.actors(parted) or tree.owner(parted)
                made.add(Role.TARGET, found.actors, found.certainty * 0.8)
            for inner in self._targets.judged_of(clause) if frame.judgement else clause.children:
                apart = (clause == verb.head or inner.lower_ == "they") and tree.pronoun(inner)
                named = inner.dep_ == "expl" and not tree.pronoun(inner)
                if (named or inner.dep_ in {"nsubj", "nsubj:pass"}) and not apart:
                    found = tree.actors(inner)
                    if frame.must and self._undone(inner, found):
                        continue
                    advised = frame.must and tree.lemma(verb) in _ADVISING
                    if not (found or advised or (frame.must and clause == verb.head)):
                        # "the expansion should …, Y said" asks nobody
                        told = frame.judgement
                        found = self._told_deed(inner) if told else tree.owner(inner)
                    denied = any(c.lower_ in NEVER for c in inner.head.children)
                    done_to = tree.passive(inner.head) and not self._home(inner)
                    if frame.judgement and done_to and not denied:
                        found = tree.agent(inner.head)  # "said X was poisoned": X is no culprit
                    made.add(Role.TARGET, found.actors, found.certainty * 0.85)
                    made.confidence *= 0.8
            if frame.judgement and not made.of(Role.TARGET):
                found = self._called_so(clause)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    def _called_so(self, clause: Token) -> Found:
        """Whose a deed is that is only pointed at: "this is an act of aggression by X"."""
        tree = self._tree
        subjects = {c.lower_ for c in clause.children if c.dep_ in SUBJECTS}
        if not any(c.dep_ == "cop" for c in clause.children) or not subjects & _POINTING:
            return NOBODY
        whose = [c for case, c in tree.obliques(clause) if case == "of"]
        found = (tree.owner(one, of=False, inside=False) for one in (clause, *whose))
        return next(filter(None, found), NOBODY)

    def _undone(self, subject: Token, found: Found) -> bool:
        """Whether a subject has nothing to do: "X should be seen as safe", "should grow"."""
        above = subject.head
        done_to = bool(found) and self._tree.passive(above) and above.pos_ == "VERB"
        asked = self._tree.lemma(above) in _LETTING
        return self._tree.lemma(above) in _GOING_ON or (done_to and not asked)

    @staticmethod
    def _should(clause: Token) -> bool:
        """Whether a clause says in the bare form what should be: "suggested that X step down"."""
        many = any(c.dep_ in SUBJECTS and c.tag_.endswith("S") for c in clause.children)
        present = clause.tag_ == "VBZ" or (clause.tag_ == "VBP" and not many)
        base = present and not clause.lower_.endswith("s")  # taken for the present
        told = any(c.dep_.startswith(("aux", "cop")) and c.lower_ != "be" for c in clause.children)
        return (base or clause.tag_ == "VB") and not told

    def _looming(self, clause: Token) -> bool:
        """Whether a clause says what is to come: "warned that X would pay for it"."""
        if clause.tag_ == "VB" and any(c.dep_ == "aux" for c in clause.children):
            return True
        if self._tree.lemma(clause) == "target" and any(c.dep_ == "cop" for c in clause.children):
            return any(c.lower_ in _FAIR for c in self._tree.children(clause, "amod"))
        if any(
            self._tree.lemma(one) in self._words.hardships for one in self._tree.objects(clause)
        ):
            return False  # "warned that X faces a famine"
        return any(c.dep_ == "aux" and c.tag_ == "MD" for c in clause.children) or (
            self._tree.lemma(clause) in _RISKING
        )

    def _plainly_bad(self, clause: Token) -> bool:
        """Whether a clause says of its subject what it is: "X is to blame, Y said"."""
        negative = self._triggers.status.negative
        being = any(c.dep_ == "cop" for c in clause.children)
        words = [clause, *self._tree.children(clause, "amod")]
        return being and any(self._tree.lemma(w) in negative or w.lower_ in negative for w in words)

    def _must(self, clause: Token) -> bool:
        """Whether a clause says what has to be done."""
        if self._tree.lemma(clause) in _NEEDED:
            return any(c.tag_ == "VB" for c in self._tree.children(clause, "csubj", "ccomp"))
        if self._tree.lemma(clause) == "time":  # "it was time for X to withdraw"
            return any(map(infinitive, self._tree.children(clause, "acl", "advcl", "csubj")))
        reported = clause.tag_ == "VBD"  # "said that X had to withdraw"
        having = self._tree.lemma(clause) in _HAVING or clause.lower_ in _MUST
        having = having and (reported or not any(map(self._thin, clause.children)))
        bound = having and any(map(infinitive, self._tree.children(clause, "xcomp")))
        return bound or any(c.dep_.startswith("aux") and c.lower_ in _MUST for c in clause.children)

    def _thin(self, token: Token) -> bool:
        """Whether "it" stands for nobody."""
        pronoun = self._tree.pronoun(token) or not self._tree.unit(token).actors
        return token.lower_ == "it" and pronoun

    def _claims(self, verb: Token, frame: VerbFrame) -> Iterator[Token]:
        """The clauses that say what somebody should do or, of a judgement, what is bad."""
        behind = verb.dep_ == "parataxis" and verb.head.i < verb.i  # "X is to blame, Y said"
        looming = frame.kind is EventClass.THREAT and self._looming(verb.head)
        bad = frame.judgement and self._tree.lemma(verb.head) in self._triggers.status.negative
        behind = behind and (frame.must or looming or bad or self._plainly_bad(verb.head))
        for child in (*verb.children, *((verb.head,) if behind else ())):
            told = said(child) or child == verb.head
            if not told and not (child.dep_ == "xcomp" and frame.infinitive):
                continue
            if self._targets.timed(child):
                continue  # "said this after X had refused"
            threat = frame.kind is EventClass.THREAT
            if threat and (not self._looming(child) or self._targets.assailing(child)):
                continue  # "warned that the economy of X was collapsing"
            if self._tree.lemma(verb) == "insist" and child.tag_ in _TOLD:
                continue  # "insisted that it was over" asks for nothing
            advised = self._tree.lemma(verb) in _ADVISING and self._should(child)
            if frame.must and not (advised or self._must(child)):
                continue
            if not frame.judgement:
                fits = frame.that
            elif frame.kind is EventClass.SUPPORT:
                fits = praised(child, self._tree, self._triggers.status)
            else:
                fits = self._roles.negative(child) and not self._must(child)
            if fits:
                yield child
            for other in self._tree.children(child, "conj") if told and frame.judgement else ():
                if self._told_as_well(other, frame):
                    yield other

    def _told_as_well(self, clause: Token, frame: VerbFrame) -> bool:
        """Whether a second clause tells of another something bad: "said … and that X did it"."""
        own = any(c.dep_ in SUBJECTS for c in clause.children)
        negative = frame.kind is not EventClass.SUPPORT and self._roles.negative(clause)
        return own and negative and not self._must(clause)
