"""Events that nouns report: their roles stand in their modifiers and with the verb above them.

Under a verb that says little ("hold talks", "pay a visit") or beside one ("said during a visit to")
the verb's subject takes part.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from graph.model import ActorClass, EventClass, Role
from ingest.candidates import Candidate
from ingest.nominals import NOBODY, Found
from ingest.roles import BROKERED, DIPLOMATIC, TALKS, Roles, stem
from ingest.status import StatusReader
from ingest.strikes import Strikes
from ingest.tree import Tree
from ingest.triggers import NounFrame, Triggers

_MEASURES = frozenset(
    {
        EventClass.SANCTION,
        EventClass.AID,
        EventClass.RELATIONS_UPGRADE,
        EventClass.RELATIONS_DOWNGRADE,
    }
)
"""What a state does by announcing it."""
_DRAWING = frozenset(
    {"draw", "provoke", "prompt", "spark", "trigger", "attract", "elicit", "face", "meet", "bring"}
)
"""Verbs by which a deed calls forth protests: "drew criticism from X", "was met with …"."""
_RECALLING = frozenset({"recall", "withdraw", "summon", "call"})
_MEANWHILE = frozenset({"during", "after", "following", "before", "ahead", "amid", "at"})


class NounEvents:
    """Reads the candidates of the nouns of one paragraph."""

    def __init__(self, tree: Tree, triggers: Triggers, roles: Roles, status: StatusReader) -> None:
        self._tree, self._triggers, self._roles = tree, triggers, roles
        self._status, self._words = status, triggers.grammar
        self._strikes = Strikes(tree, triggers)

    def events(self, token: Token, lemma: str) -> Iterator[Candidate]:
        noun = token.pos_ in {"NOUN", "PROPN"} or token.tag_ == "VBZ"
        if not noun or token.dep_ == "compound":
            return
        for words, frame in self._triggers.nouns.get(lemma, ()):
            if len(words) > 1 and not self._stands(token, words):
                continue
            if frame.about and not self._about(token, frame):
                continue
            if frame.needs_context and len(words) == 1 and not self._in_context(token, frame):
                continue
            if frame.kind is EventClass.AGREEMENT and self._signed(token):
                return
            if frame.strict and not self._carried_out(token):
                return
            candidate = self._noun(token, frame)
            if candidate is not None:
                if candidate.kind is EventClass.MEETING and self._roles.by_phone(token):
                    candidate.kind = EventClass.CALL
                elif candidate.kind is EventClass.MEETING and self._of_organisation(candidate):
                    candidate.kind = EventClass.CONVENING
                yield candidate
            return

    @staticmethod
    def _of_organisation(made: Candidate) -> bool:
        """Whether a meeting is one of an organisation: "a meeting of EU finance ministers"."""
        everybody = made.everybody()
        if made.pattern != "noun":
            return False  # "the EU recalled its ambassador for consultations"
        return len(everybody) == 1 and everybody[0].kind is ActorClass.ORGANIZATION

    def _topics(self, noun: Token, frame: NounFrame) -> list[str]:
        """What the talks were on: "talks on border management and trade"."""
        if frame.kind not in BROKERED:
            return []
        out: list[str] = []
        for case, child in self._tree.obliques(noun):
            if case in {"on", "about", "regarding", "concerning", "over"}:
                for one in (child, *self._tree.children(child, "conj")):
                    text = self._phrase(one)
                    if text:
                        out.append(text)
        return out

    def _phrase(self, token: Token) -> str:
        """The noun with what stands right before it, lower case; empty where an actor is in it."""
        words: list[str] = []
        for one in (*(c for c in token.lefts if c.dep_ in {"amod", "compound"}), token):
            unit = self._tree.unit(one)
            if unit.actors or unit.date is not None or unit.place is not None or not one.is_alpha:
                return ""
            if unit.document is not None or unit.session is not None:
                return ""
            words.append(one.lower_)
        return " ".join(words) if token.pos_ == "NOUN" else ""

    def _signed(self, token: Token) -> bool:
        """Whether the agreement is told as a signing."""
        head = token.head
        return self._tree.lemma(head) in self._words.signing and token.dep_ in {
            "obj",
            "nsubj:pass",
            "nmod",
            "obl",
        }

    def _carried_out(self, token: Token) -> bool:
        """Whether a joint exercise, project or exchange is told as done and not as talked of."""
        if (
            token.dep_ in {"obj", "nsubj", "nsubj:pass", "xcomp"}
            and self._tree.lemma(token.head) in self._words.carrying
        ):
            return True
        return any(
            self._tree.unit(c).demonym or self._tree.unit(c).actors for c in token.children
        ) and self._tree.lemma(token) not in {"cooperation", "co-operation", "project", "exchange"}

    def _stands(self, token: Token, words: tuple[str, ...]) -> bool:
        start = token.i - len(words) + 1
        if start < 0:
            return False
        return tuple(t.lower_ for t in self._tree.doc[start : token.i]) == words[:-1]

    def _about(self, token: Token, frame: NounFrame) -> bool:
        head = token.head  # "announced the designation of X as a sponsor of terrorism"
        if frame.kind is EventClass.SANCTION and token.dep_ == "obj":
            return any(t.lower_ in frame.about for t in head.subtree)
        return any(
            self._tree.lemma(t) in frame.about or t.lower_ in frame.about for t in token.subtree
        ) or any(
            m.office_kind in DIPLOMATIC for t in token.subtree for m in self._tree.unit(t).mentions
        )

    def _in_context(self, token: Token, frame: NounFrame) -> bool:
        near = {t.lower_ for t in token.subtree if abs(t.i - token.i) < 4}
        if near & frame.needs_context - {token.lower_}:
            return True
        if token.lower_ in frame.needs_context - {"call"}:
            return True
        partners = (c for case, c in self._tree.obliques(token) if case in {"with", "between"})
        return token.lower_ == "call" and any(self._tree.actors(c) for c in partners)

    def _noun(self, noun: Token, frame: NounFrame) -> Candidate | None:
        verdict = self._status.of(noun)
        if verdict.status is None:
            return None
        made = Candidate(kind=frame.kind, trigger=noun.i, status=verdict.status, pattern="noun")
        made.confidence = 0.85 * verdict.certainty
        made.according_to = self._roles.told_by(noun)
        made.topics = self._topics(noun, frame)
        self._own_roles(made, noun, frame)
        own = len(made.everybody())
        if frame.light or frame.weak:
            self._governed(made, noun, frame)
        if frame.force:
            self._strikes.struck(made, noun)
            sides = made.of(Role.SOURCE)
            if (
                len(sides) > 1
                and not made.of(Role.TARGET)
                and any(case == "between" for case, _ in self._tree.obliques(noun))
            ):
                made.roles.clear()  # "clashes between X and Y"
                made.add(Role.SOURCE, (sides[0],), 0.85)
                made.add(Role.TARGET, tuple(sides[1:]), 0.85)
        if frame.about:  # "the restoration of ties between X and Y"
            for child in self._tree.children(noun, "nmod"):
                if self._tree.lemma(child) in frame.about:
                    for case, one in self._tree.obliques(child):
                        if case in {"between", "with"} and frame.preps.get(case) is not None:
                            found = self._tree.actors(one)
                            made.add(
                                frame.preps[case] or Role.SOURCE, found.actors, found.certainty
                            )
        if frame.document or frame.kind is EventClass.AGREEMENT:
            signed = frame.kind is EventClass.SIGNING
            for token in (*noun.subtree, *self._put_to(noun)) if signed else (noun,):
                if self._tree.unit(token).document is not None:
                    made.documents_at.append(token.i)
                    self._roles.signatories(made, token)
        if len(made.everybody()) > own:
            made.pattern = "governed"
            made.confidence *= 0.9
        return made if made.roles else None

    def _put_to(self, noun: Token) -> tuple[Token, ...]:
        """Under what a signature is put: "put their signatures to the accord"."""
        if noun.dep_ != "obj":
            return ()
        return tuple(
            c for case, c in self._tree.obliques(noun.head) if case in {"to", "on", "under"}
        )

    def _own_roles(self, made: Candidate, noun: Token, frame: NounFrame) -> None:
        tree = self._tree
        for child in noun.children:
            dep, unit = child.dep_, tree.unit(child)
            case = tree.case(child)
            if dep == "nmod:poss":
                role = frame.poss
                found = tree.actors(child)
            elif (
                child.i < noun.i
                and not case
                and dep.partition(":")[0] in {"amod", "compound", "nmod"}
            ):
                role = (
                    frame.adjective
                    if unit.demonym or dep == "amod"
                    else (frame.compound or frame.adjective)
                )
                found = Found(unit.actors, unit.certainty * 0.9, child.i)
                if not unit.actors and dep == "compound":
                    found = tree.actors(child, deep=False)
                    if not found and tree.lemma(child) not in tree.private:
                        found = tree.owner(child)
            elif dep == "nsubj" and any(c.dep_ == "cop" for c in noun.children):
                role = self._default(frame.kind)  # "is on a visit to"
                found = tree.actors(child)
            elif case and dep.partition(":")[0] in {"nmod", "obl"}:
                self._prepositional(made, child, case, frame)
                continue
            elif (
                frame.kind is EventClass.REQUEST and dep in {"acl", "ccomp"} and child.tag_ != "VBN"
            ):
                self._asked(made, child)
                continue
            elif dep in {"acl", "acl:relcl"} and child.tag_ == "VBN":
                self._participle(made, child, frame)
                continue
            else:
                continue
            if role is not None and found:
                made.add(role, found.actors, found.certainty)

    def _asked(self, made: Candidate, clause: Token) -> None:
        """Of whom something is asked in the clause after "call", "demand": "… that X should …"."""
        tree = self._tree
        for child in clause.children:
            if child.dep_ in {"nsubj", "nsubj:pass"}:
                found = tree.actors(child) or tree.owner(child)
                made.add(Role.TARGET, found.actors, found.certainty * 0.8)

    def _prepositional(self, made: Candidate, child: Token, case: str, frame: NounFrame) -> None:
        tree = self._tree
        if case not in frame.preps:
            return
        role = frame.preps[case]
        if frame.kind is EventClass.VISIT and role is Role.TARGET:
            self._roles.target_place(made, child)
            return
        if role is None:
            if frame.force and not made.of(Role.TARGET):
                self._strikes.where(made, child)
            return
        unit = tree.unit(child)
        if unit.place is not None and unit.mention is None:
            if frame.force:
                self._strikes.where(made, child)
            return
        found = tree.actors(child)
        if not found and frame.force:
            found = tree.owner(child)
        made.add(role, found.actors, found.certainty)

    def _participle(self, made: Candidate, child: Token, frame: NounFrame) -> None:
        """ "talks attended by X", "a meeting held between X and Y", "a visit made by X"."""
        agent = self._tree.agent(child)
        lemma = stem(child)
        if agent and lemma in {
            "hold",
            "attend",
            "make",
            "pay",
            "sign",
            "conduct",
            "launch",
            "carry",
            "join",
            "chair",
            "co-chair",
            "host",
            "impose",
            "lead",
            "reach",
            "issue",
        }:
            role = self._default(frame.kind)
            if lemma in {"chair", "co-chair", "lead"} and frame.kind.symmetric:
                role = Role.CHAIR
            if lemma == "host" and frame.kind.symmetric:
                role = Role.HOST
            made.add(role, agent.actors, agent.certainty)
        for case, one in self._tree.obliques(child):
            role2 = frame.preps.get(case)
            if role2 is not None and case in {"between", "with", "on", "against", "to"}:
                found = self._tree.actors(one)
                made.add(role2, found.actors, found.certainty)

    @staticmethod
    def _default(kind: EventClass) -> Role:
        if kind is EventClass.VISIT:
            return Role.VISITOR
        if kind is EventClass.SIGNING:
            return Role.SIGNATORY
        return Role.PARTICIPANT if kind.symmetric else Role.SOURCE

    def _governed(self, made: Candidate, noun: Token, frame: NounFrame) -> None:
        """Roles that the verb above the noun gives it."""
        tree = self._tree
        head, dep = noun.head, noun.dep_
        if dep == "nmod" and tree.lemma(head) in self._words.undergoing:
            for child in head.children:  # "has been the subject of sanctions by X"
                if child.dep_ == "nsubj":
                    found = tree.actors(child)
                    made.add(Role.TARGET, found.actors, found.certainty)
            return
        if dep in {"conj", "appos", "nmod"} and set(tree.cases(noun)) & _MEANWHILE:
            found = tree.actors(head)  # "X, during a visit to Y, said"
            if found and head.dep_.startswith("nsubj"):
                made.add(self._default(frame.kind), found.actors, found.certainty * 0.85)
                return
        steps = 0
        while (
            dep in {"conj", "appos", "nmod", "compound"}
            and head.pos_ in {"NOUN", "PROPN"}
            and steps < 3
        ):
            if (
                dep in {"nmod", "compound"}
                and self._tree.lemma(head) not in self._words.light_heads
            ):
                return
            head, dep = head.head, head.dep_
            steps += 1
        if head == noun or head.pos_ not in {"VERB", "AUX"}:
            return
        role = self._default(frame.kind)
        lemma = self._tree.lemma(head)
        if dep == "obj" and lemma == "follow" and head.tag_ == "VBG":
            at = head.head  # "Following talks in X, they …"
            while at.pos_ not in {"VERB", "AUX"} and at.head != at:
                at = at.head
            self._beside(made, noun, at, frame, role)
        elif frame.weak and frame.kind is EventClass.ACCUSATION and lemma in _DRAWING:
            drawn = tree.patient_or_subject(head) or self._owner_of_subject(head)
            made.add(Role.TARGET, drawn.actors, drawn.certainty * 0.85)  # "drew protests from X"
            for case, child in tree.obliques(head):
                if case == "from":
                    found = tree.actors(child)
                    made.add(Role.SOURCE, found.actors, found.certainty)
        elif dep in {"obj", "nsubj:pass", "xcomp"}:
            if frame.weak and lemma not in {
                "make",
                "issue",
                "give",
                "voice",
                "express",
                "reiterate",
                "deliver",
                "send",
                "launch",
                "renew",
                "provide",
                "offer",
                "extend",
            }:
                return
            self._light(made, head, frame, role)
        elif dep == "nsubj":
            for case, child in tree.obliques(head):
                if case in {"between", "with", "among"} and frame.preps.get(case) is not None:
                    found = tree.actors(child)
                    made.add(frame.preps[case] or role, found.actors, found.certainty)
        elif dep.startswith("obl") and frame.light:
            entered = frame.kind is EventClass.AGREEMENT and lemma in {"enter", "come", "arrive"}
            if entered or frame.kind in TALKS | {EventClass.SIGNING, EventClass.MEDIATION}:
                self._beside(made, noun, head, frame, role)

    def _owner_of_subject(self, verb: Token) -> Found:
        """Whose the deed is that a verb tells of: "Turkey's offensive drew"."""
        for child in verb.children:
            if child.dep_.startswith("nsubj"):
                return self._tree.owner(child)
        return NOBODY

    def _light(self, made: Candidate, verb: Token, frame: NounFrame, role: Role) -> None:
        tree = self._tree
        lemma = stem(verb)
        subject = tree.agent(verb) if tree.passive(verb) else tree.subject(verb)
        off = any(c.dep_ == "compound:prt" for c in verb.children)  # "called off the talks"
        if subject and lemma in self._words.onlooking and not off:
            told = lemma in {
                "announce",
                "confirm",
            }  # "announced a truce with X", "… sanctions on Y"
            party = frame.kind is EventClass.AGREEMENT and (
                len(made.everybody()) == 1 or len(subject.actors) > 1
            )
            doer = frame.kind in _MEASURES and not made.of(Role.SOURCE)
            if not (told and (party or doer)):
                subject = NOBODY
        if subject:
            chosen = role
            if lemma in {"chair", "co-chair", "lead"} and frame.kind.symmetric:
                chosen = Role.CHAIR
            elif lemma in {"host", "welcome"} and frame.kind.symmetric:
                chosen = Role.HOST
            elif lemma in {"broker", "mediate", "facilitate"}:
                return
            made.add(chosen, subject.actors, subject.certainty * 0.95)
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
            if unit.place is not None and unit.mention is None:
                continue
            found = tree.actors(child)
            made.add(wanted, found.actors, found.certainty)

    def _beside(
        self, made: Candidate, noun: Token, verb: Token, frame: NounFrame, role: Role
    ) -> None:
        """ "X said after talks with Y", "X arrived for a meeting with Y"."""
        tree = self._tree
        if tree.lemma(verb) in _RECALLING:
            return  # "recalled its ambassador for consultations"
        cases = set(tree.cases(noun))
        if frame.kind is EventClass.MEDIATION:
            role = Role.PARTICIPANT  # "under Saudi mediation, they agreed"
        elif cases and not cases & self._words.attended and frame.kind is not EventClass.AGREEMENT:
            return
        if len(made.of(Role.PARTICIPANT)) > 1:
            return
        if made.of(Role.SOURCE) and frame.kind is not EventClass.MEDIATION:
            return
        subject = tree.patient_or_subject(verb)
        if not subject:
            return
        if frame.kind is EventClass.CONVENING and not cases & {
            "at",
            "in",
            "for",
            "during",
            "ahead",
            "before",
            "to",
        }:
            return
        made.add(role, subject.actors, subject.certainty * 0.8)
        if frame.kind is EventClass.CALL and cases & {"in", "during"}:
            for one in tree.objects(verb):  # "in a telephone conversation X told Y"
                found = tree.actors(one)
                made.add(role, found.actors, found.certainty * 0.8)

    def session(self, token: Token) -> Iterator[Candidate]:
        """A named session: who is in its name, who held, chaired, hosted or attended it."""
        tree = self._tree
        unit = tree.unit(token)
        verdict = self._status.of(token)
        if verdict.status is None:
            return
        frame = next(f for _, f in self._triggers.nouns["summit"])
        made = Candidate(
            kind=EventClass.CONVENING, trigger=token.i, status=verdict.status, pattern="session"
        )
        made.confidence = 0.8 * verdict.certainty
        made.add(Role.PARTICIPANT, unit.inner, 0.9)
        self._own_roles(made, token, frame)
        self._governed(made, token, frame)
        made.documents_at.extend(self._roles.produced(token))
        if unit.session is not None:
            made.title = unit.session.title
        if made.roles:
            yield made
