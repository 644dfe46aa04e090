"""Events that nouns report: their roles stand in their modifiers and with the verb above them.

Under a verb that says little ("hold talks", "pay a visit") or beside one ("said during a visit to")
the verb's subject takes part.
"""

from collections.abc import Iterator

from graph.model import ActorClass, EventClass, Role, Status
from ingest.alarms import Alarms
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.deployments import Deployments
from ingest.governed import Governed
from ingest.invitations import Invitations
from ingest.nominals import NOBODY
from ingest.nounfitting import NounFitting
from ingest.nounroles import NounRoles
from ingest.partings import Partings
from ingest.receptions import Receptions
from ingest.roles import BROKERED, Roles
from ingest.standing import Verdict
from ingest.status import StatusReader
from ingest.strikes import HURTING, Strikes
from ingest.syntax import SPANS, SUBJECTS
from ingest.targets import Targets
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import NounFrame, Triggers
from ingest.units import Unit

_BEING = frozenset(
    {
        "'s", ",", "also", "already", "are", "been", "be", "currently", "had", "has", "have", "is",
        "now", "presently", "still", "then", "was", "were", "who", "will",
    }
)  # fmt: skip
_CONVENING = frozenset({"begin", "call", "convene", "hold", "open", "start"})
_BOTH = 2
_STANDING = frozenset(
    {
        "board", "commission", "committee", "consultations", "council", "dialogue", "forum",
        "group", "mechanism",
    }
)  # fmt: skip
"""What two states may have for good, whose meetings are sessions of it."""
_ENVOYS = frozenset(
    {
        "appoint", "delegate", "envoy", "mediator", "name", "negotiator", "nominate",
        "representative",
    }
)  # fmt: skip
"""Words for who is, or is made, a negotiator: in talks that nobody holds yet."""

_TOPICAL = frozenset({EventClass.FORCE, EventClass.SANCTION, EventClass.SUPPORT})
"""What may go on for years, so that news is filed under it."""
_FINITE = frozenset({"MD", "VBD", "VBN", "VBP", "VBZ"})

_WHERE = frozenset({"across", "along", "around", "at", "in", "inside", "near", "on", "outside"})
"""Before the place of a fight, on which the parse may hang who fights there."""


class NounEvents:
    """Reads the candidates of the nouns of one paragraph."""

    def __init__(self, tree: Tree, triggers: Triggers, roles: Roles, status: StatusReader) -> None:
        self._tree, self._triggers, self._roles, self._status = tree, triggers, roles, status
        self._strikes = Strikes(tree, triggers)
        self._fitting = NounFitting(tree, triggers, roles)
        self._own = NounRoles(tree, roles, self._strikes)
        self._targets = Targets(tree, triggers)
        self._alarms = Alarms(tree, triggers, roles)
        self._receptions = Receptions(tree, self._own)
        self._governed = Governed(tree, triggers, roles, self._own, self._receptions)
        self._invitations = Invitations(tree)
        self._partings = Partings(tree)
        self._deployments = Deployments(tree)

    def events(self, token: Token, lemma: str) -> Iterator[Candidate]:
        """The event that the noun reports, if it reports one."""
        frame = self._fitting.frame(token, lemma)
        if frame is None:
            return
        if self._tree.case(token) == "against" and any(self._tree.children(token, "cop")):
            return  # "Egypt was against sanctions on X"
        made = self._noun(token, frame)
        if made is None or (made.kind in _TOPICAL and self._heading(token)):
            return
        if made.kind is EventClass.MEETING and self._roles.by_phone(token):
            made.kind = EventClass.CALL
        elif made.kind is EventClass.MEETING and self._of_organisation(made, token):
            made.kind = EventClass.CONVENING
        yield from self._partings.each(made, token)

    def _heading(self, noun: Token) -> bool:
        """Whether a line only says under what its news is filed: "X's intervention in Y, Z's war".

        It has no full stop, and no verb between the commas around the noun.
        """
        sentence = noun.sent
        if sentence.end < len(noun.doc) or sentence[-1].is_punct:
            return False
        start = end = noun.i
        while start > sentence.start and noun.doc[start - 1].lower_ != ",":
            start -= 1
        while end < sentence.end and noun.doc[end].lower_ != ",":
            end += 1
        capital = noun.doc[start].text[:1].isupper() or noun.doc[start].is_digit
        verbs = (t for t in noun.doc[start:end] if t.dep_ != "amod")
        return capital and not any(t.tag_ in _FINITE for t in verbs)

    def _of_organisation(self, made: Candidate, noun: Token) -> bool:
        """Whether a meeting is one of an organisation: "a meeting of EU finance ministers"."""
        if any(child.lower_ == "our" for child in noun.children):
            return False  # "Our talks have been excellent": with whom, is said elsewhere
        everybody = made.everybody()
        if self._tree.lemma(noun) == "meeting" and self._own_meeting(noun):
            return True
        held = made.pattern == "governed" and self._tree.lemma(noun.head) in _CONVENING
        if made.pattern != "noun" and not held:
            return False  # "the EU recalled its ambassador for consultations"
        return len(everybody) == 1 and everybody[0].kind is ActorClass.ORGANIZATION

    def _own_meeting(self, noun: Token) -> bool:
        """Whether it is one of an organisation alone: "at a meeting of the council, X told Y"."""
        whose = list(self._tree.behind(noun, "of"))
        kinds = [a.kind for one in whose for a in self._tree.unit(one).actors]
        return kinds == [ActorClass.ORGANIZATION]

    def session(self, token: Token) -> Iterator[Candidate]:
        """A named session: who is in its name, who held, chaired, hosted or attended it."""
        unit = self._tree.unit(token)
        verdict = self._status.of(token)
        above = self._tree.unit(token.head)
        office = above.mention is not None and above.mention.office and not above.actors
        chaired = office and self._tree.case(token) == "of"
        if verdict.status is None or chaired or self._tree.lemma(token.head) in _ENVOYS:
            return  # "named X its negotiator in the six-party talks", "the president of the summit"
        frame = next(f for _, f in self._triggers.nouns["summit"])
        made = Candidate(
            kind=EventClass.CONVENING, trigger=token.i, status=verdict.status, pattern="session"
        )
        made.confidence = 0.8 * verdict.certainty
        made.add(Role.PARTICIPANT, unit.inner, 0.9)
        self._own.add(made, token, frame)
        named = bool(made.roles)
        self._governed.add(made, token, frame)
        if not named:
            made.pattern = "guest"  # "X spoke at the conference": of the others nothing is said
        made.documents_at.extend(self._roles.produced(token))
        if unit.session is not None:
            made.title = unit.session.title
        if self._roles.by_phone(token):
            made.kind = EventClass.CALL
        elif self._bilateral(made, unit):
            made.kind = EventClass.MEETING
        if made.roles:
            yield made

    @staticmethod
    def _bilateral(made: Candidate, unit: Unit) -> bool:
        """Whether a session is only one meeting of two: "the first meeting of the two leaders"."""
        session = unit.session
        if session is None or session.proper or "meeting" not in session.title.lower().split():
            return False
        if session.title.lower().split()[-1] in _STANDING:
            return False  # "the first meeting of the Bilateral Consultation Mechanism"
        everybody = made.everybody()
        bodies = any(actor.kind is ActorClass.ORGANIZATION for actor in everybody)
        return not bodies and len({side(actor) for actor in everybody}) == _BOTH

    def _noun(self, noun: Token, frame: NounFrame) -> Candidate | None:
        """The event that the noun reports by the frame; None where nobody is in it."""
        verdict = self._status.of(noun)
        offered = frame.kind is EventClass.MEDIATION and self._tree.lemma(noun.head) == "offer"
        if verdict.status is None and offered and noun.dep_ == "obj":
            verdict = self._offered(noun.head)
        if verdict.status is not Status.HAPPENED and self._receptions.heard(noun, frame):
            verdict = Verdict(Status.HAPPENED, 0.85)  # "rejected a request by X"
        if verdict.status is None:
            return None
        made = Candidate(kind=frame.kind, trigger=noun.i, status=verdict.status, pattern="noun")
        made.confidence = 0.85 * verdict.certainty
        made.according_to = self._roles.told_by(noun)
        made.topics = self._topics(noun, frame)
        self._own.add(made, noun, frame)
        own = len(made.everybody())
        if frame.light or frame.weak:
            self._governed.add(made, noun, frame)
        if frame.kind is EventClass.VISIT and len(made.roles) < _BOTH:
            self._stay(made, noun)
            self._invitations.add(made, noun)
        if frame.force:
            self._strikes.struck(made, noun)
            self._clash(made, noun)
            self._killing(made, noun)
            self._deployments.told(made, noun)
        if frame.kind is EventClass.RELATIONS_DOWNGRADE:
            self._own_mission(made, noun)
        if frame.kind is EventClass.MEDIATION and not made.of(Role.PARTICIPANT):
            self._disputed(made, noun)
        if frame.kind is EventClass.MEDIATION and not made.of(Role.SOURCE):
            self._mediating(made, noun)
        self._alarms.raised(made, noun)
        if made.kind is EventClass.THREAT and not made.of(Role.TARGET):
            self._targets.threatened(made, noun)  # "X's threat to bomb Y"
        if frame.about:
            self._between(made, noun, frame)
        if frame.kind is EventClass.AGREEMENT and self._standing(noun):
            return None
        if frame.kind is EventClass.AGREEMENT and self._long_signed(noun):
            made.kind = EventClass.SIGNING
        if frame.document or frame.kind is EventClass.AGREEMENT:
            self._documents(made, noun)
        if frame.kind is EventClass.MEETING:
            made.documents_at.extend(self._roles.produced(noun))
        if len(made.everybody()) > own:
            made.pattern = "governed"
            made.confidence *= 0.9
        open_signing = made.kind is EventClass.SIGNING and made.documents_at
        return made if made.roles or open_signing else None

    def _standing(self, noun: Token) -> bool:
        """Whether an agreement was there before: "reviewed the agreement", "the existing pact"."""
        words = {token.lower_ for token in noun.doc[noun.left_edge.i : noun.i]}
        document = self._tree.unit(noun).document
        words |= set(document.title.lower().split()) if document is not None else set()
        acted = noun.dep_ in {"obj", "nsubj", "nsubj:pass"}
        words |= {self._tree.lemma(noun.head)} if acted else set()
        return not words.isdisjoint(self._triggers.grammar.standing)

    def _long_signed(self, noun: Token) -> bool:
        """Whether a word before it says so: "the recently signed pact between X and Y"."""
        words = {self._tree.lemma(child) for child in self._tree.children(noun, "amod")}
        written = self._tree.unit(noun).document is not None
        return written and not words.isdisjoint(self._triggers.grammar.signing)

    def _disputed(self, made: Candidate, noun: Token) -> None:
        """Puts in who is at odds: "mediation in the conflict between X and Y"."""
        for case, child in self._tree.obliques(noun):
            for inner, one in self._tree.obliques(child) if case in {"in", "of"} else ():
                found = self._tree.actors(one) if inner in {"between", "with"} else NOBODY
                made.add(Role.PARTICIPANT, found.actors, found.certainty * 0.9)

    def _mediating(self, made: Candidate, noun: Token) -> None:
        """Puts in who is behind what goes on for long: "months of shuttle diplomacy | by X"."""
        span = noun.head if self._tree.lemma(noun.head) in SPANS | {"year"} else noun
        for child in self._tree.behind(span, "by") if span != noun else ():
            found = self._tree.actors(child)
            made.add(Role.SOURCE, found.actors, found.certainty * 0.9)

    def _offered(self, verb: Token) -> Verdict:
        """The status of what is offered: to come, if the offer is made."""
        made = self._status.of(verb).status is Status.HAPPENED
        return Verdict(Status.PLANNED if made else None, 0.85)

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

    def _clash(self, made: Candidate, noun: Token) -> None:
        """Sets the sides of a clash against each other: "clashes between X and Y"."""
        between = [self._tree.actors(one) for one in self._between_whom(noun)]
        sides = [actor for found in between for actor in found.actors]
        if len({side(actor) for actor in sides}) < _BOTH:  # else whoever's the place is
            if made.of(Role.TARGET):
                return
            sides = list(made.of(Role.SOURCE)) or sides
        mutual = self._tree.lemma(noun) in self._triggers.grammar.mutual
        if len(sides) > 1 and (between or mutual):
            made.roles.clear()
            made.add(Role.SOURCE, (sides[0],), 0.85)
            made.add(Role.TARGET, tuple(sides[1:]), 0.85)

    def _killing(self, made: Candidate, noun: Token) -> None:
        """Whom an attack killed, where it names nobody else: "launched an attack killing X's"."""
        if made.of(Role.TARGET) or not made.of(Role.SOURCE):
            return
        for clause in self._tree.children(noun, "acl", "acl:relcl"):
            if self._tree.lemma(clause) in HURTING:
                for victim in self._tree.objects(clause):
                    found = self._tree.actors(victim) if victim != noun else NOBODY
                    made.add(Role.TARGET, found.actors, found.certainty * 0.85)

    def _own_mission(self, made: Candidate, noun: Token) -> None:
        """Where a state closes its own embassy: "ordered the closure of X's embassy in Y"."""
        verb = noun.head if noun.dep_ == "obj" else None
        acting = self._tree.subject(verb) if verb is not None else NOBODY
        sources = made.of(Role.SOURCE) or list(acting.actors)
        targets = made.of(Role.TARGET)
        if not targets or not {side(a) for a in targets} <= {side(a) for a in sources}:
            return
        held = list(self._tree.behind(noun, "of"))
        for head in (noun, *held, noun.head):
            for case, child in self._tree.obliques(head):
                state = self._tree.unit(child).state
                if case in {"in", "to"} and state is not None and state not in targets:
                    made.roles.pop(Role.TARGET, None)
                    made.add(Role.SOURCE, tuple(sources), 0.85)
                    made.add(Role.TARGET, (state,), 0.8)
                    return

    def _between_whom(self, clash: Token) -> Iterator[Token]:
        """Those behind "between" by the noun, by its verb, or by the border where they fight."""
        tree = self._tree
        verbs = [*tree.children(clash, "acl"), *([clash.head] if clash.dep_ in SUBJECTS else ())]
        heads = [clash, *verbs]
        if tree.lemma(clash) in self._triggers.grammar.mutual | {"combat"}:
            there = [pair for head in heads for pair in tree.obliques(head)]
            heads.extend([place for case, place in there if case in _WHERE])
        for head in heads:
            yield from tree.behind(head, "between")

    def _between(self, made: Candidate, noun: Token, frame: NounFrame) -> None:
        """Puts in whose relations are meant: "the restoration of ties between X and Y"."""
        for child in self._tree.children(noun, "nmod"):
            if self._tree.lemma(child) not in frame.about:
                continue
            for case, one in self._tree.obliques(child):
                if case in {"between", "with"} and frame.preps.get(case) is not None:
                    found = self._tree.actors(one)
                    made.add(frame.preps[case] or Role.SOURCE, found.actors, found.certainty)

    def _documents(self, made: Candidate, noun: Token) -> None:
        """Puts in the documents that are signed or agreed, and between whom they are."""
        signed = made.kind is EventClass.SIGNING
        for token in (*noun.subtree, *self._put_to(noun)) if signed else (noun,):
            if self._tree.unit(token).document is not None:
                made.documents_at.append(token.i)
                self._roles.signatories(made, token)

    def _stay(self, made: Candidate, noun: Token) -> None:
        """ "X is in Y on a visit", "X, who was in Y on a visit"."""
        doc, at = self._tree.doc, noun.i - 1
        while at > noun.sent.start and doc[at].dep_ in {"det", "amod", "compound", "nummod"}:
            at -= 1
        where = at - 1
        if doc[at].lower_ == "on" and self._tree.unit(doc[where]).date is not None:
            where -= 1 + (doc[where - 1].pos_ == "ADP")  # "in X on Monday on a visit"
        if doc[at].lower_ == "on" and where > noun.sent.start and doc[where].text == ",":
            found = self._tree.actors(doc[where - 1], deep=False)  # "X, on a visit to Y, said"
            made.add(Role.VISITOR, found.actors, found.certainty * 0.9)
            return
        if doc[at].lower_ != "on" or where - 1 < noun.sent.start or doc[where - 1].lower_ != "in":
            return
        who = where - 2
        while who > noun.sent.start and doc[who].lower_ in _BEING:
            who -= 1
        found = self._tree.actors(doc[who], deep=False)
        if found and any(token.lemma_ == "be" for token in doc[who:where]):
            self._roles.target_place(made, doc[where])
            made.add(Role.VISITOR, found.actors, found.certainty * 0.95)

    def _put_to(self, noun: Token) -> tuple[Token, ...]:
        """Under what a signature is put: "put their signatures to the accord"."""
        if noun.dep_ != "obj":
            return ()
        return tuple(self._tree.behind(noun.head, "to", "on", "under"))
