"""At whom an event is aimed, where the object of its verb does not say so itself."""

from collections.abc import Iterator

from spacy.tokens import Token

from graph.model import Actor, ActorClass, DocumentClass, EventClass, Role
from ingest.candidates import Candidate
from ingest.mentions import MentionKind
from ingest.nominals import NOBODY, Found
from ingest.parse import infinitive, infinitive_behind
from ingest.roles import STATEMENTS, Roles
from ingest.strikes import Strikes
from ingest.tree import Tree
from ingest.triggers import Triggers

_SANCTIONED = frozenset(
    {"black", "sanction", "sanctioned", "sanctions", "terror", "terrorist", "terrorism"}
)
"""Words that make a list one of sanctions."""
_TERRORIST = frozenset({"terror", "terrorist"})
_ANSWERING = frozenset({"reaction", "reply", "reprisal", "response", "retaliation", "retaliate"})
_GIVING = frozenset(
    {
        "deliver", "drop", "feed", "freeze", "give", "halt", "provide", "restart", "resume", "send",
        "stop", "supply", "suspend",
    }
)  # fmt: skip
_PUBLISHING = frozenset({"announce", "approve", "unveil"})
"""Verbs of what may be meant for one's own people: "approved a vaccine made in X"."""
_WHERE = frozenset({"across", "in", "inside", "into", "over"})
"""Prepositions before where aid is brought."""
_AMOUNTS = frozenset({"billion", "dollar", "euro", "million", "ton", "tonne"})
_ENTERING = frozenset({"dock", "enter", "visit"})
_TO_DO = ("xcomp", "ccomp", "advcl", "acl")
"""Relations of what is threatened."""
_FORUMS = frozenset({"at", "before"})
_TIMES = frozenset({"after", "as", "before", "since", "until", "when", "while"})
HARMS = frozenset(
    {
        "abduction", "arrest", "conviction", "death", "deportation", "detention", "dismemberment",
        "displacement", "division", "execution", "expulsion", "hanging", "imprisonment", "jailing",
        "murder", "partition", "persecution", "relocation", "reoccupation", "resettlement",
        "sentencing", "torture", "treatment", "trial",
    }
)  # fmt: skip
"""What is done to those whom it is of."""
_UPON = frozenset({"against", "at", "on", "upon"})
_PENALTIES = frozenset(
    {"ban", "blockade", "boycott", "embargo", "restriction", "sanction", "tariff"}
)
FALLS = frozenset(
    {
        "arrest", "capture", "conviction", "death", "defeat", "demise", "downfall", "execution",
        "fall", "hanging", "ouster", "overthrow", "removal", "resignation", "secession", "toppling",
    }
)  # fmt: skip
"""What is welcomed by no friend of whom it befalls."""
_CONSOLING = frozenset({"condolence", "sympathy", "solidarity"})
"""What one feels with those to whom harm was done."""
_ANYBODY = frozenset({"anybody", "anyone", "nobody"})
_NOBODYS = frozenset({"opposition", "rebel"})
_ENDING = frozenset({"cessation", "end", "halt", "stop"})
_PEACE = frozenset(
    {"armistice", "calm", "ceasefire", "cease-fire", "de-escalation", "peace", "restraint", "truce"}
)
_FIGHTING = frozenset(
    {
        "attack", "blockade", "bloodshed", "bombardment", "bombing", "clash", "conflict",
        "crackdown", "fighting", "hostility", "hostilities", "killing", "occupation", "offensive",
        "repression", "shelling", "siege", "strike", "unrest", "violence", "war",
    }
)  # fmt: skip
"""What is to end where peace is called for."""
_LETTERS = frozenset({"call", "cable", "letter", "message", "note", "telegram"})
_HANDED = frozenset({"release", "extradition", "handover", "repatriation", "return", "surrender"})
_OBTAINED = frozenset(
    {"access", "approval", "assurance", "consent", "guarantee", "help", "information", "permission"}
)
"""What only those can give of whom it is asked."""
_DOING = frozenset(
    {
        "compliance", "cooperation", "denuclearisation", "denuclearization", "departure",
        "disarmament", "dismantlement", "participation", "pullout", "resignation", "retreat",
        "withdrawal",
    }
)  # fmt: skip
"""What only those can do who are to do it: "called for the withdrawal of X's troops"."""
_STEPS = _DOING | {"action", "concession", "intervention", "involvement", "restraint", "response"}
"""What only those can do whose it is."""
_CAUGHT = frozenset({"arrest", "capture", "detain", "hold", "imprison", "jail", "seize"})
_AMONG = frozenset({"against", "among", "between", "by", "in", "inside"})
_APART = frozenset({"advcl", "conj", "parataxis"})
"""Relations of what is not said of a verb's object."""
_AGAINST = frozenset({"on", "against", "for", "to", "with", "from"})
"""Prepositions before whom something threatened would meet."""


class Targets:
    """Finds targets in clauses, in other nouns and in the rest of the sentence."""

    def __init__(self, tree: Tree, triggers: Triggers, roles: Roles, strikes: Strikes) -> None:
        self._tree, self._triggers, self._words = tree, triggers, triggers.grammar
        self._roles, self._strikes = roles, strikes

    def other_side(self, made: Candidate, verb: Token, objects: list[Token]) -> None:
        """Whose claim or deed is meant where it is only called "the charge": the other state."""
        for one in objects:  # "vetoed a Security Council resolution"
            unit = self._tree.unit(one)
            if unit.document is not None and unit.document.kind is DocumentClass.RESOLUTION:
                bodies = [a for a in unit.inner if a.kind is ActorClass.ORGANIZATION]
                made.add(Role.TARGET, tuple(bodies[:1]), 0.8)
        if made.of(Role.TARGET):
            return
        if any(self._tree.lemma(token) in _CONSOLING for token in verb.sent):
            return  # "sent X his condolences, condemning the bombing"
        things = [one for one in objects if not self._tree.unit(one).actors]
        if verb.dep_ == "acl:relcl" and all(map(self._anything, things)):
            return  # "X, which opposes capital punishment, respects Y's decision"
        if any(one.lower_ in _ANYBODY for one in objects):
            return  # "would not allow anyone to threaten X"
        if any(c.lower_ in {"any", "no"} for one in things for c in one.children):
            return  # "denied any part in it"
        if not any(one.pos_ in {"NOUN", "PRON"} for one in things):
            return
        if self._blameless(verb, things):
            return  # "blamed bad weather"
        if any(self._tree.lemma(c) in _NOBODYS for one in things for c in one.children):
            return  # "rejected the opposition's demand"
        others: dict[Actor, None] = {}
        behind: dict[Actor, None] = {}
        blamed = self._tree.lemma(verb) == "blame"  # "blamed the attack on X"
        for token in verb.sent:
            unit = self._tree.unit(token)
            if self._tells(token, verb) or self._said_of_it(token, verb):
                continue
            if self._tree.case(token) in _FORUMS:
                continue  # "filed a lawsuit at the court"
            hurt = self.suffers(token) and not (blamed and self._tree.case(token) == "on")
            if unit.actors and unit.place is None and not unit.demonym and not hurt:
                (others if token.i < verb.i else behind).update(dict.fromkeys(unit.actors))
        mine = {(a.represents or a).key for a in made.everybody()}
        left = [a for a in others if (a.represents or a).key not in mine]
        left = left or [a for a in behind if (a.represents or a).key not in mine]
        if mine and len({(a.represents or a).key for a in left}) == 1:
            made.add(Role.TARGET, (left[0],), 0.65)

    def _blameless(self, verb: Token, things: list[Token]) -> bool:
        """Whether what is blamed is nobody's deed: "blamed an engine failure for the crash"."""
        deeds = self._words.doings | self._words.offered | _FIGHTING | HARMS
        deeds |= self._triggers.nouns.keys()
        nobodys = not any(self._tree.lemma(one) in deeds for one in things)
        near = (pair for one in (verb, *things) for pair in self._tree.obliques(one))
        told = any(case in {"on", "to"} for case, _ in near)  # "blamed the failure | on X"
        active = not (told or self._tree.passive(verb))
        return active and nobodys and self._tree.lemma(verb) in self._words.blaming

    def _anything(self, thing: Token) -> bool:
        """Whether it is nothing that somebody has said or done: "capital punishment"."""
        words = self._words
        bare = thing.tag_ == "NN" and not any(
            c.dep_ in {"det", "nmod:poss"} for c in thing.children
        )
        return bare and self._tree.lemma(thing) not in words.offered | words.stances | words.doings

    def _tells(self, token: Token, verb: Token) -> bool:
        """Whether somebody only speaks of it: "said so after X vetoed", "Y condemned the veto"."""
        subject = token.dep_.startswith("nsubj")
        clauses = (verb, token.head) if token.head != verb else ()
        marks = {c.lower_ for one in clauses for c in one.children if c.dep_ == "mark"}
        meanwhile = bool(marks & {"whereas", "while"}) and self._stated(token.head)
        if meanwhile and (subject or self._tree.pronoun(token)):
            return True  # "X deplored the coup, while Y condemned it"
        if not subject:
            return False
        frames = self._triggers.verbs.get(self._tree.lemma(token.head), ())
        backing = any(f.kind is EventClass.SUPPORT and not f.judgement for f in frames)
        if backing and verb.dep_.startswith("acl") and verb.head.head == token.head:
            return True  # "X supports the lawsuit filed by Y"
        after = token.head == verb.head and (verb.dep_ == "advcl" or self.timed(verb))
        said = after and self._tree.lemma(token.head) in self._triggers.grammar.saying
        return said or (token.i > verb.i and token.head != verb and token.head.dep_ == "conj")

    def _stated(self, verb: Token) -> bool:
        """Whether somebody says there what they think: "condemned", "said"."""
        lemma = self._tree.lemma(verb)
        frames = self._triggers.verbs.get(lemma, ())
        judging = any(frame.kind in STATEMENTS and not frame.nouns for frame in frames)
        return judging or lemma in self._triggers.grammar.saying

    def _said_of_it(self, token: Token, verb: Token) -> bool:
        """Whether it takes up the deed itself: "condemned the move, saying it was illegal"."""
        return self._tree.pronoun(token) and token.dep_.startswith("nsubj") and token.i > verb.i

    @staticmethod
    def timed(verb: Token) -> bool:
        """Whether the clause of the verb says when: "after X had refused"."""
        return any(c.dep_ == "mark" and c.lower_ in _TIMES for c in verb.children)

    def suffers(self, token: Token) -> bool:
        """Whether it is whom harm is done to: "the invasion of X", "the sanctions on Y's men"."""
        at = token.head if token.dep_ in {"amod", "compound", "nmod:poss"} else token
        case, deed = self._tree.case(at), at.head
        before = self._tree.doc[at.left_edge.i - 1]
        if at.dep_ == "obl" and before.pos_ == "NOUN":
            deed = before  # "condemned the embargo on X", parsed as "condemned on X"
        if case in _UPON and at.dep_ in {"nmod", "obl"}:
            return self.forced(deed) or self._tree.lemma(deed) in _PENALTIES
        return case == "of" and self.harms(deed)

    def harms(self, deed: Token) -> bool:
        """Whether whom the deed is of suffers it: "the execution of X"."""
        return self._tree.lemma(deed) in HARMS | FALLS or self.forced(deed)

    def forced(self, deed: Token) -> bool:
        """Whether it is an act of force."""
        nouns = self._triggers.nouns.get(self._tree.lemma(deed), ())
        return any(noun.force for _, noun in nouns)

    def awaited(self, made: Candidate, verb: Token) -> None:
        """Who has to act first: "will not return to the talks until X apologises"."""
        for clause in self._tree.children(verb, "advcl"):
            marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
            if marks & {"unless", "until"} and not made.of(Role.TARGET):
                passive = self._tree.passive(clause)
                found = NOBODY if passive else self._tree.subject(clause)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    def answered(self, made: Candidate, verb: Token) -> None:
        """Puts in whose act is answered: "banned it in retaliation for X's sanctions"."""
        if made.of(Role.TARGET):
            return
        tree = self._tree
        heads = (verb, *tree.objects(verb), *tree.children(verb, "advcl", "xcomp"))
        below = [child for head in heads for _, child in tree.obliques(head)]
        for one in (*heads, *below, *(c for b in below for _, c in tree.obliques(b))):
            if tree.lemma(one) not in _ANSWERING:
                continue
            apart = (pair for pair in tree.obliques(verb) if pair[1].i > one.i)
            for case, act in (*tree.obliques(one), *apart):
                if case in {"against", "for", "to"} and not made.of(Role.TARGET):
                    found = tree.actors(act) or tree.owner(act, inside=False, of=False)
                    made.add(Role.TARGET, found.actors, found.certainty * 0.8)

    def entering(self, verb: Token) -> bool:
        """Whether it is about entry to a country: "barred citizens of X from entering"."""
        clauses = self._tree.children(verb, "xcomp", "advcl")
        return any(self._tree.lemma(clause) in _ENTERING for clause in clauses)

    def stayed_away(self, made: Candidate, verb: Token) -> None:
        """Whose guests somebody will not be: "will not attend the summit in X"."""
        tree = self._tree
        clauses = [verb]
        for one in (verb, *tree.objects(verb)):  # "declined an invitation to attend"
            clauses.extend(c for c in tree.children(one, "xcomp", "acl") if infinitive(c))
        for clause in clauses:
            inside = [c for case, c in tree.obliques(clause) if case in {"at", "in"}]
            for one in (*tree.objects(clause), *inside):
                held = (
                    tree.unit(one).session is not None or tree.lemma(one) in self._words.gatherings
                )
                for case, child in (*tree.obliques(one), *tree.obliques(clause)) if held else ():
                    state = tree.unit(child).state
                    if case == "in" and state is not None and not made.of(Role.TARGET):
                        made.add(Role.TARGET, (state,), 0.7)

    def kept_out(self, made: Candidate, verb: Token) -> None:
        """Which state keeps somebody out: "were barred from entering X"."""
        for clause in self._tree.children(verb, "xcomp", "advcl"):
            if self._tree.lemma(clause) in _ENTERING:
                there = [c for case, c in self._tree.obliques(clause) if case in {"at", "in"}]
                for one in (*self._tree.objects(clause), *there):
                    found = self._tree.actors(one) or self._tree.owner(one)
                    made.add(Role.SOURCE, found.actors, found.certainty * 0.85)

    def called_for(self, made: Candidate, verb: Token) -> None:
        """Whose act is asked for, or who is written to: "called for Israel's withdrawal"."""
        tree = self._tree
        for child in verb.children:
            if child.dep_ == "obj" or tree.case(child) == "for":
                self._quelled(made, child, verb)
        for clause in tree.children(verb, "parataxis"):
            for one in tree.children(clause, "nsubj") if infinitive(clause) else ():
                found = tree.actors(one)  # "pressed its partners, X and Y, to act"
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)
        for clause in tree.children(verb, "xcomp"):
            if tree.lemma(clause) == "join":  # "applied to join X"
                for one in tree.objects(clause):
                    found = tree.actors(one)
                    made.add(Role.TARGET, found.actors, found.certainty * 0.9)
        for child in verb.children:
            if tree.lemma(child) in _HANDED and not made.of(Role.TARGET):
                for one in child.subtree:  # "the extradition of the men from X"
                    held = tree.case(one) == "in" and tree.lemma(child) == "extradition"
                    found = tree.actors(one) if held or tree.case(one) == "from" else NOBODY
                    made.add(Role.TARGET, found.actors, found.certainty * 0.85)
            if tree.lemma(child) in _HANDED and not made.of(Role.TARGET):
                self._held(made, child)
            insisting = tree.case(child) == "on" and tree.lemma(verb) == "insist"
            if child.dep_ == "obj" and tree.lemma(child) in _OBTAINED and not made.of(Role.TARGET):
                for one in child.subtree:  # "requested access to the prisoner from X"
                    found = tree.actors(one) if tree.case(one) == "from" else NOBODY
                    made.add(Role.TARGET, found.actors, found.certainty * 0.8)
            wanted = child.dep_ in {"obj", "obl"} and (tree.case(child) == "for" or insisting)
            leaving = tree.lemma(child) in _DOING | _HANDED  # "for a withdrawal from Y"
            for case, one in tree.obliques(child) if wanted or child.dep_ == "obj" else ():
                asked = (wanted and case == "by") or (case == "from" and not leaving)
                if asked and not made.of(Role.TARGET):  # "for help from X"
                    found = tree.actors(one)
                    made.add(Role.TARGET, found.actors, found.certainty * 0.85)
            listed = (child, *tree.children(child, "conj"))
            if wanted and any(map(infinitive_behind, listed)):  # "called for X to act"
                found = tree.actors(child)
                made.add(Role.TARGET, found.actors, found.certainty * 0.9)
            if (wanted or child.dep_ == "obj") and tree.lemma(child) in _DOING:
                for case, one in tree.obliques(child):
                    if case in {"by", "of"} and not made.of(Role.TARGET):
                        found = tree.actors(one) or tree.owner(one)
                        made.add(Role.TARGET, found.actors, found.certainty * 0.85)
            acted = child.dep_ == "obj" and tree.lemma(child) in _STEPS  # "urged US action"
            if (wanted or acted) and not tree.unit(child).actors:
                for one in tree.children(child, "nmod:poss", "amod", "compound"):
                    unit = tree.unit(one)
                    if unit.actors and (unit.demonym or one.dep_ != "amod"):
                        made.add(Role.TARGET, unit.actors, unit.certainty * 0.8)
        for case, child in tree.obliques(verb) if tree.objects(verb) else ():
            if case == "from" and not made.of(Role.TARGET):  # "requests apologies from X"
                found = tree.actors(child)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)
        for case, child in tree.obliques(verb):
            if case == "in" and tree.lemma(child) in _LETTERS and not made.of(Role.TARGET):
                for to, one in tree.obliques(child):  # "in a letter to X, Y asked for help"
                    found = tree.actors(one) if to == "to" else NOBODY
                    made.add(Role.TARGET, found.actors, found.certainty * 0.85)
        head = verb.head
        heeded = any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
        if heeded and verb.tag_ == "VBN":  # "closed the camp as demanded by X"
            found = tree.patient_or_subject(tree.governor(head))
            made.add(Role.TARGET, found.actors, found.certainty * 0.8)
        if made.of(Role.TARGET) or head == verb or tree.lemma(head) not in {"write", "phone"}:
            return
        for one in (*tree.objects(head), *(c for case, c in tree.obliques(head) if case == "to")):
            found = tree.actors(one)
            made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    def _held(self, made: Candidate, wanted: Token) -> None:
        """Who holds those who are to be let go: "the release of a man detained in X"."""
        tree = self._tree
        for clause in (one for one in wanted.subtree if one.dep_.startswith("acl")):
            if tree.lemma(clause) not in _CAUGHT:
                continue
            found = tree.agent(clause)
            made.add(Role.TARGET, found.actors, found.certainty * 0.85)
            for case, one in tree.obliques(clause):
                state = tree.unit(one).state if case == "in" and not made.of(Role.TARGET) else None
                if state is not None and tree.unit(one).date is None:
                    made.add(Role.TARGET, (state,), 0.75)

    def _quelled(self, made: Candidate, wanted: Token, verb: Token) -> None:
        """Among whom there is to be peace: "an end to the violence in X", "a truce in Y"."""
        tree, lemma = self._tree, self._tree.lemma(wanted)
        if lemma not in _ENDING | _PEACE:
            return
        ended = [c for case, c in tree.obliques(wanted) if case in {"to", "of"}]
        if lemma in _ENDING and not any(tree.lemma(c) in _FIGHTING for c in ended):
            return
        for head in (wanted, *ended, verb):
            for case, child in tree.obliques(head):
                party = case == "with" and lemma in _PEACE  # "a ceasefire with X"
                if (case in _AMONG or party) and not made.of(Role.TARGET):
                    found = tree.actors(child) or tree.owner(child)
                    state = tree.unit(child).state if not found else None
                    if state is not None:
                        made.add(Role.TARGET, (state,), 0.7)
                    made.add(Role.TARGET, found.actors, found.certainty * 0.8)
        for head in ended if not made.of(Role.TARGET) else ():
            found = tree.owner(head, inside=False, of=False)  # "an end to X's attacks on Y"
            made.add(Role.TARGET, found.actors, found.certainty * 0.8)

    def threatened(self, made: Candidate, verb: Token) -> None:
        """Against whom what is threatened would go: "threatened to cut aid to X"."""
        tree = self._tree
        clauses = [c for c in tree.children(verb, *_TO_DO) if not self._supposed(c)]
        clauses = [c for c in clauses if not self._advised_against(c)]
        for clause in [*clauses, *(c for one in clauses for c in tree.children(one, "xcomp"))]:
            others = clause.dep_ == "ccomp" and self.assailing(clause) and tree.subject(clause)
            if others and not set(others.actors) & set(made.of(Role.SOURCE)):
                continue  # "warned that the rebels would step up their attacks"
            objects = tree.objects(clause)
            if any(c.dep_ == "expl" for c in clause.children):  # "there will be no aid for X"
                objects = [*objects, *tree.children(clause, "nsubj")]
            for one in objects:
                found = tree.actors(one) or tree.owner(one)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)
            forced = any(tree.lemma(one) == "force" or self._strikes.weapon(one) for one in objects)
            for head in (*objects, clause):  # "sanctions on X", "a new operation against X"
                for case, child in tree.obliques(head):
                    there = case == "in" and forced  # "to carry out attacks in X"
                    if (case in _AGAINST or there) and not made.of(Role.TARGET):
                        found = tree.actors(child)
                        made.add(Role.TARGET, found.actors, found.certainty * 0.8)
        for token in verb.subtree if not made.of(Role.TARGET) else ():
            if self._supposed(token):  # "… if X imposes sanctions", "… if attacked by X"
                found = tree.agent(token) if tree.passive(token) else tree.subject(token)
                made.add(Role.TARGET, found.actors, found.certainty * 0.75)

    @staticmethod
    def _advised_against(clause: Token) -> bool:
        """Whether somebody is told not to do it: "warned against breaking with X"."""
        return any(c.dep_ in {"case", "mark"} and c.lower_ == "against" for c in clause.children)

    @staticmethod
    def _supposed(clause: Token) -> bool:
        """Whether a clause tells on what something hangs: "if X attacks"."""
        return any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in clause.children)

    def assailing(self, clause: Token) -> bool:
        """Whether its subject is to attack: who warns of that does not threaten it."""
        aimed = self._tree.objects(clause) if not self._tree.passive(clause) else ()
        return any(map(self.forced, aimed))

    def helped(self, made: Candidate, verb: Token) -> None:
        """Whom aid went to, where the clause leaves it: the only other state of the sentence."""
        tree = self._tree
        some = [c for one in tree.objects(verb) for case, c in tree.obliques(one) if case == "of"]
        for one in (verb, *tree.objects(verb), *some):  # "made funds available to X"
            for thing in tree.children(one, "amod", "xcomp", "acl", "conj"):
                for case, child in tree.obliques(thing) if thing.lower_ == "available" else ():
                    found = tree.actors(child) if case in {"for", "to"} else NOBODY
                    made.add(Role.TARGET, found.actors, found.certainty * 0.85)
        near = (verb, *tree.objects(verb))
        people = [c for one in near for case, c in tree.obliques(one) if case in {"for", "to"}]
        for head in (*near, *people):  # "delivers food in X", "to people in X"
            for case, child in tree.obliques(head) if tree.lemma(verb) in _GIVING else ():
                found = tree.actors(child) if case in _WHERE else NOBODY
                state = tree.unit(child).state if case in _WHERE else None
                if state is not None and not found and tree.unit(child).date is None:
                    found = Found((state,), 0.75, child.i)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)
        if made.of(Role.TARGET) or self._tree.lemma(verb) in _PUBLISHING:
            return
        others: dict[Actor, None] = {}
        for token in verb.sent:
            unit = self._tree.unit(token)
            passing = self._tree.case(token) in {"via", "through", "from", "in", "over"}
            passing = passing and self._tree.lemma(token.head) not in {"arrive", "land"}
            passing = passing or self._aside(token)
            if unit.place is None and not (unit.demonym or passing):
                others.update((a, None) for a in unit.actors if a.kind is ActorClass.COUNTRY)
        left = [a for a in others if a not in made.everybody()]
        if len(left) == 1:
            made.add(Role.TARGET, tuple(left), 0.6)

    def _aside(self, token: Token) -> bool:
        """Whether the grammar speaks against a receiver: who says so, an owner, a doer."""
        if token.dep_ == "compound":  # "has given X 30 million dollars", and no "X's agency"
            return self._tree.lemma(token.head) not in _AMOUNTS
        if token.dep_.startswith("nsubj"):
            return self._tree.lemma(token.head) in self._words.saying
        by = token.dep_ == "obl:agent" and self._tree.lemma(token.head) != "owe"
        return by or token.dep_ == "nmod:poss"

    def listing(self, verb: Token) -> Token | None:
        """The list of sanctions that the verb's objects are put on."""
        heads = (verb, *self._tree.objects(verb))
        for case, child in (pair for head in heads for pair in self._tree.obliques(head)):
            words = {c.lower_ for c in child.subtree}
            black = "blacklist" in words or bool(words & _SANCTIONED)
            listed = child.lemma_ in {"list", "blacklist"} or any(
                c.lemma_ == "list" for c in self._tree.children(child, "nmod", "compound")
            )  # "its state sponsors of terrorism list"
            if case in {"to", "on", "in", "from"} and listed and black:
                return child
        return None

    def outlawed(self, verb: Token) -> bool:
        """Whether somebody is put among terrorists: "declared X a terrorist group"."""
        if self._tree.lemma(verb) not in self._words.outlawing:
            return False
        bodies = (t for t in verb.subtree if self._tree.lemma(t) in self._words.bands)
        return any(c.lower_ in _TERRORIST for body in bodies for c in body.children)

    def lister(self, verb: Token) -> Found:
        """Whose list it is: "were added to the EU sanctions list"."""
        found = self.listing(verb)
        return self._tree.owner(found) if found is not None else NOBODY

    def judged(self, verb: Token, thing: Token) -> bool:
        """Whether something bad is said of the object: "called the plan dangerous"."""
        words = self._triggers.status.negative
        names = [child for case, child in self._tree.obliques(verb) if case == "as"]
        clauses = self._tree.children(verb, "advcl")
        names += [one for one in clauses if any(c.lower_ == "as" for c in one.children)]
        beside = (c for c in verb.children if c.dep_ in _APART and c.pos_ == "VERB")
        apart = {t.i for c in beside for t in c.subtree}
        said = [t for name in names for t in name.subtree] or [
            t for t in verb.subtree if t.i > thing.i and t.i not in apart
        ]
        return any(self._tree.lemma(t) in words or t.lower_ in words for t in said)

    def judged_of(self, clause: Token) -> Iterator[Token]:
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
            yield from self.judged_of(inner[0])
        else:
            yield from clause.children

    def guests(self, token: Token, found: Found) -> Found:
        """The persons among those received: one welcomes a proposal, and receives a minister."""
        suffering = token.dep_ == "nsubj:pass" and token.lower_ in {"he", "i", "she", "they", "we"}
        received = suffering or token.lower_ in {"her", "him", "me", "them", "us"}
        if self._tree.pronoun(token) and not received:
            return NOBODY
        guests = tuple(a for a in found.actors if a.kind is ActorClass.PERSON)
        mention = self._tree.unit(token).mention
        if not guests and mention is not None and mention.kind is MentionKind.OFFICE:
            guests = found.actors  # an unnamed minister stands for the state
        visitors = self._words.visitors
        if not guests and mention is not None and mention.kind is MentionKind.NAMED:
            sent = not visitors.isdisjoint(mention.name.lower().split())
            guests = found.actors if sent else ()  # "a Lao delegation", "a team from X's army"
        if not guests and mention is None and self._tree.lemma(token) in visitors:
            guests = self._tree.owner(token).actors  # "a team from X"
        return Found(guests, found.certainty, found.token)
