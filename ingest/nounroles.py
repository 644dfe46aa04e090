"""Roles that a noun's own modifiers, prepositions and clauses give: "X's visit to Y"."""

from graph.model import EventClass, Role
from ingest.candidates import Candidate
from ingest.nominals import NOBODY, Found
from ingest.roles import BROKERING, LED, TALKS, Roles
from ingest.strikes import Strikes, loner
from ingest.syntax import SUBJECTS, infinitive, infinitive_behind, relative, tagged_verb
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import NounFrame

UNITING = frozenset({"bring", "comprise", "gather", "group", "involve", "unite"})
"""What talks and drills do to those who take part."""
_HAVING = frozenset({"conduct", "have", "hold", "make", "pay", "reach", "strike", "take"})
"""Verbs by which one does what a noun names."""
_DONE = frozenset(
    {
        "attend", "carry", "chair", "co-chair", "commit", "conduct", "convene", "hold", "host",
        "impose", "issue", "join", "launch", "lead", "make", "mount", "organise", "organize", "pay",
        "perpetrate", "reach", "sign", "stage", "unleash", "wage",
    }
)  # fmt: skip
"""Verbs whose agent takes part in what a noun names: "talks attended by X"."""
_PARTAKING = frozenset({"attend", "join", "participate", "take"})
_PRESENCE = frozenset({"attendance", "participation", "presence"})
_HOSTING = frozenset({"convene", "host", "organise", "organize", "welcome"})
_EMBASSIES = frozenset({"consulate", "embassies", "embassy"})
_MEDIATED = frozenset(
    {"backed", "brokered", "led", "mediated", "proposed", "sponsored", "supported"}
)
"""What somebody does for a deal of others."""
_BEFORE = frozenset({"amod", "compound", "nmod"})
_WITHIN = ("amod", "compound")
"""Relations of what stands before a noun."""


def principal(kind: EventClass) -> Role:
    """The role of who does what a noun names."""
    if kind is EventClass.VISIT:
        return Role.VISITOR
    if kind is EventClass.SIGNING:
        return Role.SIGNATORY
    return Role.PARTICIPANT if kind.symmetric else Role.SOURCE


def part(lemma: str, kind: EventClass) -> Role:
    """The role of who does what a noun names by the verb: one may chair or host it."""
    if lemma in {"chair", "co-chair", "lead"} and kind.symmetric:
        return Role.CHAIR
    if lemma in _HOSTING and kind.symmetric:
        return Role.HOST
    return principal(kind)


_SPOKEN = frozenset({EventClass.ACCUSATION, EventClass.REJECTION, EventClass.SUPPORT})
_OWNED = _SPOKEN | {EventClass.SANCTION}
"""What is aimed at whose the thing is behind the preposition."""
_TOLD_OF = frozenset({EventClass.ACCUSATION, EventClass.REQUEST})
"""What is aimed at those of whom the clause behind the noun tells."""
_TOLD = frozenset({"VBD", "VBN", "VBP", "VBZ"})
_ONTO = frozenset({"against", "on", "to"})
_OUT = frozenset({"from"})
_TO_THEM = frozenset({"on", "to"})
_BY = frozenset({"by", "from"})
_TO_WHOM = frozenset({"by", "for", "to"})
_BEHIND_VERB = frozenset({"obj", "obl"})
_BY_WHOM = frozenset({"by", "from"})
_AT_WHOM = frozenset({"against", "at", "of", "on", "over", "to"})
"""Prepositions behind who does what a noun names, of those to whom it is done."""
_TOPICS = frozenset({"about", "on", "over"})
_PARTNERS = frozenset({"with"})
_DEALS = frozenset({"accord", "agreement", "cooperation", "deal", "pact", "partnership", "treaty"})
"""What talks are about with whom they are held."""
_ISSUES = frozenset({"dispute", "issue", "matter", "question", "subject"})
_FOR_WHOM = frozenset({"from", "to", "with"})


def _further(case: str, frame: NounFrame, lemma: str) -> frozenset[str]:
    """By which prepositions others stand behind the ``lemma`` that stands behind it by ``case``."""
    if case in _TOPICS and frame.kind in TALKS and lemma in _DEALS | _ISSUES:
        return _PARTNERS  # "talks on a deal | with X"
    if case == "of" and frame.kind is EventClass.SANCTION:
        return _OUT  # "the suspension of X | from Y"
    if case == "of" and frame.kind is EventClass.AID:
        return _TO_WHOM  # "the supply of weapons | to X"
    if case == "of" and frame.kind is EventClass.THREAT:
        return _BY  # "threats of violence | by X"
    if case == "from" and frame.weak:
        return _TO_THEM  # "a warning from X | to Y"
    return _ONTO if case == "by" else frozenset()


class NounRoles:
    """Fills roles from the words that hang on the nouns of one paragraph."""

    def __init__(self, tree: Tree, roles: Roles, strikes: Strikes) -> None:
        self._tree, self._roles, self._strikes = tree, roles, strikes

    def add(self, made: Candidate, noun: Token, frame: NounFrame) -> None:
        """Puts in those whom the noun's dependents name."""
        tree = self._tree
        for child in noun.children:
            dep, case = child.dep_, tree.case(child)
            kind = dep.partition(":")[0]
            if dep == "nmod:poss":
                _put(made, frame.poss, tree.actors(child))
            elif child.i < noun.i and not case and kind in _BEFORE:
                self._before(made, child, frame)
            elif dep == "nsubj" and child.i == noun.i - 1 and noun.tag_ == "NN":
                self._before(made, child, frame)  # "a Taliban attack on X", parsed as a clause
            elif dep == "nsubj" and self._staying(noun, frame):
                who = noun.head if relative(child) else child  # "X, who is on a visit to"
                _put(made, principal(frame.kind), tree.actors(who))
            elif case and kind in {"nmod", "obl"}:
                self._behind(made, child, case, frame)
                for inner, one in tree.obliques(child):
                    # "a visit by X | to Y", where the parse makes Y part of X
                    further = _further(case, frame, tree.lemma(child))
                    if inner in further or (inner == "between" and self._when_or_where(child)):
                        self._behind(made, one, inner, frame)
                    elif case == "by" and inner == "of" and tree.unit(child).actors:
                        self._behind(made, one, inner, frame)  # "the seizure by X | of Y's ship"
                if frame.kind in TALKS and tree.unit(child).place is not None:
                    for clause in tree.children(child, "acl"):  # "a summit in X attended by Y"
                        self._clause(made, clause, frame)
            else:
                self._clause(made, child, frame)
        if tree.lemma(noun) == "expulsion" and made.of(Role.TARGET) and not made.of(Role.SOURCE):
            self._put_out(made, noun)
        self._whole(made, noun, frame)
        self._strayed(made, noun, frame)

    def _whole(self, made: Candidate, noun: Token, frame: NounFrame) -> None:
        """Puts in who does it, behind the noun of which it is: "imposition of sanctions | by X"."""
        whole = self._roles.whole(noun)
        if whole != noun and not made.of(principal(frame.kind)):
            for child in self._tree.behind(whole, "by"):
                self._behind(made, child, "by", frame)

    def _strayed(self, made: Candidate, noun: Token, frame: NounFrame) -> None:
        """Puts in who stands right behind the noun's own words, but hangs on the verb above.

        "Follows the recognition of X | by Y", "citing a warning by X | to Y".
        """
        tree, verb = self._tree, noun.head
        if noun.dep_ not in _BEHIND_VERB or not tagged_verb(verb) or noun.i < verb.i:
            return
        owned = any(tree.case(c) in _BY_WHOM for c in noun.children if c.i > noun.i)
        at = noun.right_edge.i + 1
        for case, child in tree.obliques(verb):
            if child.left_edge.i != at:
                continue
            at = child.right_edge.i + 1
            by = case == "by" and not tree.passive(verb)
            if by or (owned and case in _AT_WHOM):
                self._behind(made, child, case, frame)

    def _when_or_where(self, token: Token) -> bool:
        """Whether it is a day or a place: "talks in X on | Monday | between Y and Z"."""
        unit = self._tree.unit(token)
        return unit.date is not None or (unit.place is not None and not unit.actors)

    def where(self, made: Candidate, token: Token) -> None:
        """Puts in the state of the place where force was used."""
        self._strikes.where(made, token)

    def _staying(self, noun: Token, frame: NounFrame) -> bool:
        """Whether the subject is at what the noun names: "X is on a visit to", "X on visit to"."""
        headline = frame.kind is EventClass.VISIT and self._tree.case(noun) == "on"
        return headline or any(c.dep_ == "cop" for c in noun.children)

    def _before(self, made: Candidate, child: Token, frame: NounFrame) -> None:
        """Puts in who stands before the noun: "the Israeli strike", "EU sanctions"."""
        tree, unit, dep = self._tree, self._tree.unit(child), child.dep_
        if frame.reach and tree.doc[child.i + 1].lower_ in _MEDIATED:
            return  # "an Egyptian mediated truce" is others'
        adjective = unit.demonym or dep == "amod"
        role = frame.adjective if adjective else (frame.compound or frame.adjective)
        found = Found(unit.actors, unit.certainty * 0.9, child.i)
        if self._brokers(child, frame):
            return  # "an X-brokered truce": X is no party of it
        if unit.actors and frame.kind.symmetric:  # "a Turkish-Qatari drill"
            within = [c for one in tree.children(child, *_WITHIN) for c in (one, *one.children)]
            for inner in within:  # "a Turkish-Qatari-Kenyan drill"
                if inner.dep_ in _WITHIN:
                    _put(made, role, Found(tree.unit(inner).actors, unit.certainty * 0.9, inner.i))
        if not unit.actors and dep == "compound":
            found = tree.actors(child, deep=False)
            if not found and tree.lemma(child) not in tree.private:
                found = tree.owner(child)
        for inner in tree.children(child, "amod") if dep == "amod" and not found else ():
            if tree.unit(inner).demonym:  # "a [Norwegian military] raid"
                found = Found(tree.unit(inner).actors, 0.85, inner.i)
        if not found and child.lower_ == "led":  # "the US-led invasion"
            found, role = tree.owner(child.head, of=False, inside=False), principal(frame.kind)
        _put(made, role, found)

    def _brokers(self, child: Token, frame: NounFrame) -> bool:
        """Whether it is "brokered", or "-brokered" stands behind the name; or talks are "led"."""
        after = [token.lower_ for token in self._tree.doc[child.i + 1 : child.i + 3]]
        between = any(case == "between" for case, _ in self._tree.obliques(child.head))
        led = frame.kind in TALKS and (between or child.head.lower_ in LED)
        words = BROKERING | LED if led else BROKERING
        compound = len(after) > 1 and after[0] == "-" and after[1] in words
        return compound or child.lower_ in words

    def _behind(self, made: Candidate, child: Token, case: str, frame: NounFrame) -> None:
        """Puts in who stands behind a preposition of the frame."""
        if case == "for" and frame.kind is EventClass.REQUEST and infinitive_behind(child):
            _put(made, Role.TARGET, self._tree.actors(child))
        if case not in frame.preps:
            return
        role = frame.preps[case]
        if frame.kind is EventClass.VISIT and role is Role.TARGET:
            self._roles.target_place(made, child)
            return
        unit = self._tree.unit(child)
        name = unit.mention.name.lower().split() if unit.mention is not None else []
        opened = frame.kind is EventClass.RELATIONS_UPGRADE
        if opened and case == "of" and not _EMBASSIES.isdisjoint(name):
            role = Role.SOURCE  # "the opening of X's embassy in Y"
        blaming = frame.kind is EventClass.ACCUSATION and case == "of"
        for inner, one in self._tree.obliques(child) if blaming else ():
            if inner == "from" and not made.of(Role.SOURCE):
                _put(made, Role.SOURCE, self._tree.actors(one))
        if role is None:
            if frame.force and not made.of(Role.TARGET):
                self._strikes.where(made, child)
            for mention in unit.mentions if case == "of" else ():  # "the recall of its envoy to X"
                made.add(Role.SOURCE, tuple(entry.actor for entry in mention.of), 0.85)
                made.add(Role.TARGET, tuple(entry.actor for entry in mention.host), 0.85)
        elif unit.place is not None and unit.mention is None:
            if frame.force:
                self._strikes.where(made, child)
        else:
            found = self._party(child, frame)
            alone = frame.force and loner(found, self._tree)
            _put(made, role, NOBODY if alone else found)

    def _party(self, child: Token, frame: NounFrame) -> Found:
        """Whom a noun behind a preposition names, or whose it is."""
        blamed = frame.kind is EventClass.ACCUSATION
        if blamed and any(case == "from" for case, _ in self._tree.obliques(child)):
            return NOBODY  # "accusations of fraud from X" are X's
        talking = frame.kind in TALKS  # "talks with American journalists"
        found = self._tree.acting(child) if talking else self._tree.actors(child)
        if not found and (frame.force or frame.kind in _OWNED):
            found = self._tree.owner(child)  # "condemnation of X's war", "support for X's bid"
        if not found and frame.kind is EventClass.RELATIONS_DOWNGRADE:
            found = self._tree.owner(child, inside=False, of=False)
            for case, inner in self._tree.obliques(child):  # "the expulsion of diplomats from X"
                if case in {"from", "of"} and not found:
                    found = self._tree.actors(inner) or self._tree.owner(inner)
        return found

    def _put_out(self, made: Candidate, noun: Token) -> None:
        """Puts in who expels others than its own: "the expulsion of X's diplomats | from Y"."""
        held = list(self._tree.behind(noun, "of"))
        for one in (noun, *held):
            for child in self._tree.behind(one, "from"):
                found = self._tree.actors(child)
                if not set(found.actors) & set(made.of(Role.TARGET)):
                    made.add(Role.SOURCE, found.actors, found.certainty * 0.85)

    def _clause(self, made: Candidate, child: Token, frame: NounFrame) -> None:
        """Puts in whom a clause about the noun names."""
        dep, relative = child.dep_, child.dep_ in {"acl", "acl:relcl"}
        if dep == "acl" and child.tag_ in _TOLD and frame.kind in TALKS:
            self._split(made, child, frame)
        finite = child.tag_ != "VBN" or any(c.dep_ == "aux" for c in child.children)
        if frame.kind in _TOLD_OF and dep in {"acl", "ccomp"} and finite:
            if not frame.judged or self._roles.negative(child):
                self._asked(made, child)
        elif frame.kind is EventClass.REJECTION and dep in {"acl", "ccomp"} and infinitive(child):
            self._refused(made, child)
        elif relative and self._done(child) and not _active(child):
            self._participle(made, child, frame)
            self.further(made, child, frame)
        elif relative and self._tree.stem(child) in _HAVING:
            self._had(made, child, frame)
        elif relative and self._tree.stem(child) in UNITING and frame.kind.symmetric:
            for one in self._tree.objects(child):  # "talks involving X and Y", "that unite them"
                _put(made, principal(frame.kind), self._tree.actors(one))

    def _done(self, verb: Token) -> bool:
        """Whether the clause is a participle: "attended by X", be it tagged as past tense."""
        return verb.tag_ == "VBN" or (verb.tag_ == "VBD" and bool(self._tree.agent(verb)))

    def _split(self, made: Candidate, verb: Token, frame: NounFrame) -> None:
        """With whom talks were that the parse takes for a subject: "the talks with | X lasted"."""
        for case in (c.lower_ for c in verb.children if c.dep_ in {"case", "mark"}):
            for one in self._tree.children(verb, "nsubj"):
                _put(made, frame.preps.get(case), self._tree.actors(one))

    def _refused(self, made: Candidate, clause: Token) -> None:
        """For whom one refuses to do what the clause says: "the refusal to recognise X"."""
        tree = self._tree
        behind = list(tree.behind(clause, *_FOR_WHOM))
        objects = tree.objects(clause) or [
            c for verb in tree.children(clause, "ccomp") for c in tree.children(verb, "nsubj")
        ]  # "the refusal to recognise X angered Y", parsed as what is recognised
        for one in (*objects, *behind):
            found = tree.actors(one) or tree.owner(one)
            made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    def opposed(self, made: Candidate, noun: Token, verb: Token, frame: NounFrame) -> None:
        """Puts in whose wish it is where that hangs on the verb: "met with resistance | to X's"."""
        for child in self._tree.behind(verb, "to") if not made.of(Role.TARGET) else ():
            if child.i > noun.i:
                self._behind(made, child, "to", frame)
        for child in verb.children if not made.of(Role.TARGET) else ():
            if child.dep_ in SUBJECTS:  # "X's request was met with a refusal by Y"
                _put(made, Role.TARGET, self._tree.owner(child))

    def asked(self, made: Candidate, noun: Token, verb: Token) -> None:
        """Puts in of whom a verb by which one asks says it: "renewed demands that X leave"."""
        tree = self._tree
        for clause in tree.children(verb, "ccomp", "advcl") if not made.of(Role.TARGET) else ():
            if clause.i > noun.i and clause.tag_ == "VB":
                self._asked(made, clause)
        for head in (noun, verb):  # "repeated its request for an apology from X"
            for case, child in tree.obliques(head):
                for inner, one in tree.obliques(child) if case == "for" else ():
                    found = tree.actors(one) if inner in {"by", "from"} else NOBODY
                    if not made.of(Role.TARGET):
                        made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    def _asked(self, made: Candidate, clause: Token) -> None:
        """Of whom the clause after "call" or "charge" says something: "… that X should …"."""
        tree = self._tree
        for child in clause.children:
            if child.dep_ in {"nsubj", "nsubj:pass"}:
                found = tree.actors(child) or tree.owner(child)
                made.add(Role.TARGET, found.actors, found.certainty * 0.8)

    def _participle(self, made: Candidate, child: Token, frame: NounFrame) -> None:
        """ "talks attended by X", "a meeting held between X and Y", "a visit made by X"."""
        agent, lemma = self._tree.agent(child), self._tree.lemma(child)
        if agent and lemma in _DONE:
            made.add(part(lemma, frame.kind), agent.actors, agent.certainty)
        if frame.force and self._strikes.blaming(child):
            blamed = self._strikes.blamed(child)
            made.add(Role.SOURCE, blamed.actors, blamed.certainty)
            return
        for case, one in self._tree.obliques(child):
            if case in {"between", "with", "on", "against", "to"}:
                _put(made, frame.preps.get(case), self._tree.actors(one))

    def further(self, made: Candidate, verb: Token, frame: NounFrame) -> None:
        """Puts in who held talks by what hangs on their verb: "opened in X, chaired by Y"."""
        if frame.kind not in TALKS:
            return
        for case, child in self._tree.obliques(verb):  # "with the participation of X"
            if case == "with" and self._tree.lemma(child) in _PRESENCE:
                for one in self._tree.behind(child, "from", "of"):
                    _put(made, principal(frame.kind), self._tree.actors(one))
        for child in self._tree.children(verb, "acl", "advcl", "conj", "xcomp"):
            agent, lemma = self._tree.agent(child), self._tree.lemma(child)
            if agent and lemma in _DONE and not _active(child):
                made.add(part(lemma, frame.kind), agent.actors, agent.certainty * 0.9)
            if lemma == "invite" and child.tag_ == "VBG":  # "held a summit, inviting X and Y"
                for one in self._tree.objects(child):
                    _put(made, principal(frame.kind), self._tree.actors(one))
            for one in self._tree.children(child, "nsubj") if lemma in _PARTAKING else ():
                marked = any(c.lower_ == "with" for c in self._tree.children(child, "mark"))
                if marked or self._tree.case(one) == "with":  # "with X and Y taking part"
                    _put(made, principal(frame.kind), self._tree.actors(one))

    def _had(self, made: Candidate, verb: Token, frame: NounFrame) -> None:
        """ "The talks that X had with Y", "a visit that X paid to Y"."""
        for child in self._tree.children(verb, "nsubj"):
            _put(made, principal(frame.kind), self._tree.actors(child))
        for head in (verb, *self._tree.objects(verb)):  # "takes place between X and Y"
            for case, child in self._tree.obliques(head):
                self._behind(made, child, case, frame)


def _put(made: Candidate, role: Role | None, found: Found) -> None:
    """Puts the actors found into the role, if there is one."""
    if role is not None:
        made.add(role, found.actors, found.certainty)


def _active(verb: Token) -> bool:
    """Whether the clause has a subject of its own: "the deal that X has struck"."""
    had = any(c.lower_ == "have" for c in verb.children)  # "a visit X was to have made"
    return any(c.dep_ == "nsubj" or (had and c.dep_ == "nsubj:pass") for c in verb.children)
