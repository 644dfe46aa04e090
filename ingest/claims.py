"""What clauses say that somebody should do, will suffer, or has done wrong."""

from collections.abc import Iterator
from itertools import pairwise

from graph.model import EventClass, Role
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.culprits import Culprits
from ingest.nominals import NOBODY, Found
from ingest.praise import praised
from ingest.roles import Roles
from ingest.syntax import FINITE, NEVER, SUBJECTS, denied, infinitive, said, timed
from ingest.targets import Targets
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers, VerbFrame

_TOLD = frozenset({"JJ", "NN", "RB", "VBD", "VBZ"})
"""Tags of what is said to be so."""
_ADVISING = frozenset({"propose", "recommend", "suggest"})
"""Verbs that say what should be, or what is so."""
_NEEDED = frozenset({"crucial", "essential", "imperative", "important", "necessary", "vital"})
_RISKING = frozenset({"face", "pay", "risk"})
_POINTING = frozenset({"it", "that", "these", "this", "those"})
"""Subjects that only point at a deed."""
_GOING_ON = frozenset(
    {"continue", "expand", "grow", "improve", "last", "prosper", "recover", "remain", "rise"}
)
"""What "should" happen by itself: a forecast, and no demand."""
_HANDIWORK = frozenset({"doing", "fault", "handiwork", "responsibility", "work"})
"""What an evil is of who brought it about."""
_OF_SOMEBODY = frozenset({"fault", "handiwork", "work"})
_POSSESSIVE = frozenset({"'s", "’s"})
_STATES = frozenset({"entitle", "involve"})
"""Participles that say what somebody is rather than what is done to them."""
_NONE = frozenset({"any", "little", "no", "scant"})
_LETTING = frozenset({"bind", "commit", "oblige", "prepare", "require"})
_HAVING = frozenset({"have", "need"})
_MUST = frozenset({"should", "must", "ought", "needs"})
_HITTING = frozenset({"attack", "hit", "punish", "sanction", "strike", "target"})
_FAIR = frozenset({"fair", "legitimate", "military"})
"""What targets are of whom it is threatened: "X's ships are legitimate targets"."""


class Claims:
    """Finds of whom the clauses of one paragraph demand, foretell or claim something."""

    def __init__(
        self, tree: Tree, triggers: Triggers, roles: Roles, targets: Targets, culprits: Culprits
    ) -> None:
        self._tree, self._triggers, self._words = tree, triggers, triggers.grammar
        self._roles, self._targets, self._culprits = roles, targets, culprits

    def add(self, made: Candidate, verb: Token, frame: VerbFrame) -> None:
        """Puts in whom the verb's clauses name."""
        self._asked(made, verb, frame)
        self._clauses(made, verb, frame)

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
            if frame.judgement and self._cleft(clause):
                found = tree.actors(clause) or tree.owner(clause)
                made.add(Role.TARGET, found.actors, found.certainty * 0.8)
                continue
            if frame.must:
                self._due(made, clause)
            parted = tree.parted_subject(clause)
            if parted is not None:
                found = tree.actors(parted) or tree.owner(parted)
                made.add(Role.TARGET, found.actors, found.certainty * 0.8)
            for inner in tree.children(clause, "csubj") if frame.judgement else ():
                if any(c.lower_ == "what" for c in inner.children):  # "what X did is a crime"
                    found = tree.subject(inner)
                    made.add(Role.TARGET, found.actors, found.certainty * 0.8)
            for inner in self._judged_of(clause) if frame.judgement else clause.children:
                apart = (clause == verb.head or inner.lower_ == "they") and tree.pronoun(inner)
                named = inner.dep_ == "expl" and not tree.pronoun(inner)
                if (named or inner.dep_ in SUBJECTS - {"csubj"}) and not apart:
                    meant = self._meant(inner, verb, frame, above=clause == verb.head)
                    if meant is not None:
                        made.add(Role.TARGET, meant.actors, meant.certainty * 0.85)
                        made.confidence *= 0.8
            if frame.judgement and not made.of(Role.TARGET):
                found = self._called_so(clause) or self._handiwork(clause)
                found = found or self._said_of(verb, clause)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    def _due(self, made: Candidate, clause: Token) -> None:
        """Puts in for whom it is time, or of whom it is essential, to do something."""
        tree = self._tree
        for one in tree.behind(clause, "for") if tree.lemma(clause) == "time" else ():
            found = tree.actors(one)
            made.add(Role.TARGET, found.actors, found.certainty * 0.8)
        if self._incumbent(clause):
            for one in (clause, *tree.behind(clause, "on", "upon")):
                found = tree.actors(one)
                made.add(Role.TARGET, found.actors, found.certainty * 0.8)
        if tree.lemma(clause) in _NEEDED:
            for inner in tree.children(clause, "csubj", "ccomp"):
                found = tree.subject(inner)  # "it is essential that X withdraw"
                made.add(Role.TARGET, found.actors, found.certainty * 0.8)

    def _meant(self, subject: Token, verb: Token, frame: VerbFrame, *, above: bool) -> Found | None:
        """Of whom a clause is told by its subject; None where the subject has nothing to do.

        ``above`` says that the clause stands above the verb: "X should act, Y said".
        """
        tree = self._tree
        found = tree.actors(subject)
        if frame.must and self._undone(subject, found):
            return None
        advised = frame.must and tree.lemma(verb) in _ADVISING
        if not (found or advised or (frame.must and above)):
            # "the expansion should …, Y said" asks nobody
            told = frame.judgement
            found = self._culprits.told_deed(subject) if told else tree.owner(subject)
        done_to = tree.passive(subject.head) and not self._culprits.home(subject)
        done_to = done_to and tree.lemma(subject.head) not in _STATES
        done_to = done_to and tree.lemma(subject) not in self._triggers.status.misdeeds
        if frame.judgement and done_to and not denied(subject.head):
            found = tree.agent(subject.head)  # "said X was poisoned": X is no culprit
        return found

    def _called_so(self, clause: Token) -> Found:
        """Whose a deed is that is only pointed at: "this is an act of aggression by X"."""
        tree = self._tree
        subjects = {c.lower_ for c in clause.children if c.dep_ in SUBJECTS}
        if not any(c.dep_ == "cop" for c in clause.children) or not subjects & _POINTING:
            return NOBODY
        whose = list(tree.behind(clause, "of"))
        found = (tree.owner(one, of=False, inside=False) for one in (clause, *whose))
        return next(filter(None, found), NOBODY)

    def _said_of(self, verb: Token, clause: Token) -> Found:
        """Of whose deed it is said behind the verb: "“this is a crime,” Y said of X's raid"."""
        subjects = {c.lower_ for c in clause.children if c.dep_ in SUBJECTS}
        about = self._tree.behind(verb, "about", "of") if subjects & _POINTING else ()
        found = (self._tree.actors(one) or self._tree.owner(one) for one in about)
        return next(filter(None, found), NOBODY)

    def _handiwork(self, clause: Token) -> Found:
        """Whose doing something is said to be: "the crash was X's doing", "was the work of X"."""
        around = list(clause.subtree)
        being = any(c.dep_ == "cop" for c in clause.children)
        if not being or clause.lower_ not in _HANDIWORK or any(t.lower_ in NEVER for t in around):
            return NOBODY
        for one, mark in pairwise(around):  # the "'s" may be taken for "is"
            if mark.lower_ in _POSSESSIVE and mark.i < clause.i:
                return self._tree.actors(one)
        whose = self._tree.behind(clause, "of") if clause.lower_ in _OF_SOMEBODY else ()
        return next(filter(None, map(self._tree.actors, whose)), NOBODY)  # "was the work of X"

    def _cleft(self, clause: Token) -> bool:
        """Whether a clause points at who did something bad: "it was X that broke the truce"."""
        around = {c.lower_ for c in clause.children if c.dep_ in SUBJECTS or c.dep_ == "cop"}
        pointing = "it" in around and len(around) > 1 and not denied(clause)
        did = self._tree.children(clause, "acl:relcl") if pointing else ()
        return any(self._roles.negative(one) for one in did)

    def _judged_of(self, clause: Token) -> Iterator[Token]:
        """What stands in the clause, or in the one in it: "says it is likely that X was behind"."""
        inner = [
            c
            for c in clause.children
            if c.dep_ in {"ccomp", "csubj", "advcl", "obl"}
            and any(x.dep_.startswith("nsubj") for x in c.children)
        ]
        thin = {"it", "he", "she", "they", "we", "i", "there"}
        subjects = [c for c in clause.children if c.dep_.startswith("nsubj")]
        thin_one = subjects and subjects[0].lower_ in thin and not self._tree.actors(subjects[0])
        if inner and (not subjects or thin_one):
            yield from self._judged_of(inner[0])
        else:
            yield from clause.children

    def _undone(self, subject: Token, found: Found) -> bool:
        """Whether a subject has nothing to do: "X should be seen as safe", "should grow"."""
        above = subject.head
        done_to = bool(found) and self._tree.passive(above) and above.pos_ == "VERB"
        asked = self._tree.lemma(above) in _LETTING
        return self._tree.lemma(above) in _GOING_ON or (done_to and not asked)

    def _claims(self, verb: Token, frame: VerbFrame) -> Iterator[Token]:
        """The clauses that say what somebody should do or, of a judgement, what is bad."""
        behind = verb.dep_ == "parataxis" and verb.head.i < verb.i  # "X is to blame, Y said"
        looming = frame.kind is EventClass.THREAT and self._looming(verb.head)
        bad = frame.judgement and self._tree.lemma(verb.head) in self._triggers.status.negative
        behind = behind and (frame.must or looming or bad or self._plainly_bad(verb.head))
        shown = self._shown(verb, frame)
        for child in (*verb.children, *((verb.head,) if behind else ()), *shown):
            told = said(child) or child == verb.head or child in shown
            child = self._undoubted(child) if told and frame.judgement else child
            if not told and not (child.dep_ == "xcomp" and frame.infinitive):
                continue
            if timed(child):
                continue  # "said this after X had refused"
            threat = frame.kind is EventClass.THREAT
            if threat and (not self._looming(child) or self._targets.assailing(child)):
                continue  # "warned that the economy of X was collapsing"
            if threat and self._hitting(child):
                continue  # "warned that X could hit Y's trade"
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
                bad = self._roles.negative(child) or bool(self._handiwork(child))
                bad = bad or self._cleft(child)
                fits = bad and not self._must(child)
            if fits:
                yield child
            for other in self._tree.children(child, "conj") if told and frame.judgement else ():
                if self._told_as_well(other, frame):
                    yield other

    def _shown(self, verb: Token, frame: VerbFrame) -> list[Token]:
        """What somebody has evidence of: "has evidence that X broke the truce"."""
        if not (frame.judgement and frame.nouns):
            return []
        things = self._tree.children(verb, "obj")
        proofs = [one for one in things if self._tree.lemma(one) in frame.nouns]
        lacking = any(c.lower_ in _NONE for one in proofs for c in one.children)
        if any(self._tree.lemma(one) == "doubt" for one in proofs):
            lacking = not lacking  # "has no doubt that X did it"
        clauses = (c for one in proofs for c in self._tree.children(one, "acl", "ccomp"))
        return [] if lacking else [c for c in clauses if c.tag_ in FINITE or c.tag_ == "VBN"]

    def _undoubted(self, clause: Token) -> Token:
        """What a clause says to be beyond doubt: "there is no doubt that X did it", or itself."""
        doubts = [c for c in clause.children if c.lower_ in {"doubt", "question"}]
        if not any(c.lower_ == "no" for one in doubts for c in one.children):
            return clause
        below = (clause, *doubts)
        inner = (c for one in below for c in self._tree.children(one, "acl", "ccomp"))
        return next(inner, clause)

    def _hitting(self, clause: Token) -> bool:
        """Whether its subject is to do something to somebody who is named."""
        if self._tree.lemma(clause) not in _HITTING or self._tree.passive(clause):
            return False
        things = self._tree.objects(clause)
        return any(self._tree.actors(one) or self._tree.owner(one) for one in things)

    def _told_as_well(self, clause: Token, frame: VerbFrame) -> bool:
        """Whether a second clause tells of another something bad: "said … and that X did it"."""
        own = any(c.dep_ in SUBJECTS for c in clause.children)
        negative = frame.kind is not EventClass.SUPPORT and self._roles.negative(clause)
        return own and negative and not self._must(clause)

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
        if self._incumbent(clause):
            return True
        reported = clause.tag_ == "VBD"  # "said that X had to withdraw"
        having = self._tree.lemma(clause) in _HAVING or clause.lower_ in _MUST
        having = having and (reported or not any(map(self._thin, clause.children)))
        bound = having and any(map(infinitive, self._tree.children(clause, "xcomp")))
        return bound or any(c.dep_.startswith("aux") and c.lower_ in _MUST for c in clause.children)

    def _incumbent(self, clause: Token) -> bool:
        """Whether something is said to be somebody's to do: "it is up to X to act"."""
        around = {c.lower_ for c in clause.children if c.dep_ in {"case", "cop", "fixed", "advmod"}}
        around |= {c.lower_ for one in clause.children for c in one.children if c.dep_ == "fixed"}
        pointing = any(c.lower_ == "it" for c in clause.children)
        owed = clause.lower_ == "incumbent" or "up" in around
        if not (pointing and owed):
            return False
        below = list(self._tree.children(clause, "acl", "advcl", "csubj", "ccomp", "xcomp"))
        below.extend(c for c in self._tree.children(clause.head, "xcomp") if c.i > clause.i)
        return any(map(infinitive, below))

    def _thin(self, token: Token) -> bool:
        """Whether "it" stands for nobody."""
        pronoun = self._tree.pronoun(token) or not self._tree.unit(token).actors
        return token.lower_ == "it" and pronoun
