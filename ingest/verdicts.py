"""Whether what a verb tells has happened, is planned, is over, or is nothing at all."""

from dataclasses import replace

from graph.model import EventClass, Status
from ingest.checks import side
from ingest.governed import MEASURES
from ingest.menaces import HOSTILE, Menaces
from ingest.roles import STATEMENTS
from ingest.standing import Verdict
from ingest.status import StatusReader
from ingest.syntax import NEVER, OBJECTS, denied, infinitive
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers, VerbFrame

_ENDED = frozenset({EventClass.SANCTION, EventClass.AID, EventClass.COOPERATION})
_ANNOUNCED = frozenset({EventClass.AID, EventClass.SANCTION})
_TO_COME = frozenset({EventClass.AID, EventClass.RELATIONS_UPGRADE})
"""What is to come where it is agreed to."""
_ANNOUNCING = frozenset({"announce", "confirm", "declare", "say", "state"})
_PROMISING = frozenset({"pledge", "promise", "vow"})
_OFFERED = frozenset({EventClass.AID, EventClass.MEDIATION})
_TRYING = frozenset(
    {
        "attempt", "endeavor", "endeavour", "help", "seek", "strive", "struggle", "try",
        "volunteer", "work",
    }
)  # fmt: skip
"""What who does it mediates already."""
_EFFORTS = frozenset(
    {"attempt", "bid", "drive", "effort", "endeavour", "initiative", "mission", "push"}
)
"""What he who mediates makes."""
_LIFTING = frozenset({"easing", "end", "lifting", "relaxation", "removal", "termination"})
_REOPENING = frozenset({"re-open", "reopen"})
_WILL = frozenset({"wo", "will", "would"})
_CAN = frozenset({"ca", "can", "could"})
_ADMITTING = frozenset(
    {
        "accept", "agree", "allow", "back", "endorse", "permit", "recognise", "recognize",
        "support", "tolerate",
    }
)  # fmt: skip
"""What one that cannot do it will not do."""
_LETTING = frozenset({"allow", "permit", "tolerate"})
"""What one will not do as a warning rather than an answer."""
_DO = frozenset({"did", "do", "does"})
_GRANTING = _ADMITTING | {"heed"}
"""What one refuses by not doing it."""
_INTENDING = frozenset({"desire", "intention", "plan", "wish"})
_STANDING = frozenset({"back", "defend", "endorse", "stand", "support"})
"""What one does by saying that one will."""
_WISHING = frozenset({"intend", "plan", "want", "wish"})
_READY = frozenset({"prepared", "ready", "willing"})
_LOATH = frozenset({"loath", "unwilling"})
_UNABLE = frozenset({"unable"})
_SUMS = frozenset({"billion", "dollar", "euro", "million", "pound", "yen", "yuan"})
_DECIDING = frozenset({"agree", "approve", "decide", "decision", "move", "vote"})


class Verdicts:
    """Judges the status of what the verbs of one paragraph tell."""

    def __init__(
        self, tree: Tree, triggers: Triggers, status: StatusReader, menaces: Menaces
    ) -> None:
        self._tree, self._triggers = tree, triggers
        self._status, self._menaces = status, menaces

    def of(self, verb: Token, frame: VerbFrame) -> Verdict | None:
        """The status of what the verb tells; None where it tells of nothing that is."""
        standing = frame.kind is EventClass.SUPPORT and self._tree.lemma(verb) in _STANDING
        if standing and self._menaces.vowed(verb):
            return Verdict(Status.HAPPENED, 0.85)  # "said that it would stand by X"
        if frame.kind is EventClass.SUPPORT and any(c.lower_ == "would" for c in verb.children):
            return None  # "would welcome X as a mediator"
        if frame.refusing:
            refused = self._refused(verb, granting=frame.kind is EventClass.REJECTION)
            admitting = self._tree.lemma(verb) in _ADMITTING - _LETTING
            plainly = admitting or frame.kind is EventClass.THREAT
            return Verdict(Status.HAPPENED, 0.9 if plainly else 0.75) if refused else None
        if frame.vowed or frame.foretold:
            return self._menaces.verdict(verb)
        verdict = self._status.of(verb)
        blaming = frame.kind is EventClass.ACCUSATION and self._tree.lemma(verb) == "hold"
        if blaming and verdict.status is Status.PLANNED:
            return Verdict(Status.HAPPENED, 0.9)  # "would hold X responsible"
        if verdict.status is None and frame.kind in HOSTILE and self._menaces.reserved(verb):
            return Verdict(Status.PLANNED, 0.85)  # "will not hesitate to attack"
        offered = frame.kind in _OFFERED and self._tree.lemma(verb.head) == "offer"
        if verdict.status is None and offered and self._status.of(verb.head).status is not None:
            return Verdict(Status.PLANNED, 0.8)  # "has offered to mediate"
        tried = frame.kind is EventClass.MEDIATION and self._tree.lemma(verb.head) in _TRYING
        if verdict.status is not Status.HAPPENED and tried and verb.dep_ in {"advcl", "xcomp"}:
            return replace(self._status.of(verb.head), certainty=0.8)  # "is trying to mediate"
        effort = frame.kind is EventClass.MEDIATION and self._tree.lemma(verb.head) in _EFFORTS
        if verdict.status is not Status.HAPPENED and effort and verb.dep_ == "acl":
            return replace(self._status.of(verb.head), certainty=0.75)  # "X's efforts to mediate"
        decided = verb.head.head if verb.dep_ == "conj" else verb.head
        if (
            frame.kind in MEASURES
            and verdict.status is Status.PLANNED
            and (verb.dep_ in {"acl", "xcomp", "conj"} or self._behind_day(verb))
            and self._tree.lemma(decided) in _DECIDING
            and (
                frame.kind not in _TO_COME
                or self._tree.lemma(decided) != "agree"
                or self._granted(verb, frame)
            )
            and self._status.of(decided).status is Status.HAPPENED
        ):
            return Verdict(Status.HAPPENED, 0.85)  # what a state does by saying so
        if verdict.status is None and frame.kind is EventClass.VISIT and self._stays_away(verb):
            return Verdict(Status.CALLED_OFF, 0.8)
        if frame.kind is EventClass.SIGNING and self._failed(verb):
            return Verdict(Status.CALLED_OFF, 0.8)
        summoning = self._tree.summoning(verb)
        if summoning is not None and verdict.status is Status.PLANNED:
            return self._status.of(summoning)  # "summoned X's ambassador to protest"
        if verdict.status is Status.PLANNED and frame.kind in STATEMENTS and self._voiced(verb):
            return self._status.of(verb.head.head)
        promised = frame.kind is EventClass.AID and self._tree.lemma(verb.head) in _PROMISING
        announced = frame.kind in _ANNOUNCED and self._announced(verb, promised=promised)
        if verdict.status is Status.PLANNED and announced:
            return Verdict(Status.HAPPENED, 0.8)
        return verdict

    def _granted(self, verb: Token, frame: VerbFrame) -> bool:
        """Whether it is said how much is given: "agreed to help X with two million dollars"."""
        sums = any(self._tree.lemma(t) in _SUMS for t in verb.subtree)
        return frame.kind is EventClass.AID and sums

    def _behind_day(self, verb: Token) -> bool:
        """Whether a day stands before what is decided: "agreed on Monday to ban X's ships"."""
        dates = (c for _, c in self._tree.obliques(verb.head) if self._tree.unit(c).date)
        return verb.dep_ == "advcl" and infinitive(verb) and any(c.i < verb.i for c in dates)

    def _voiced(self, verb: Token) -> bool:
        """Whether a text was made by which it is said: "issued a statement to condemn X"."""
        said = verb.dep_ in {"acl", "advcl"} and infinitive(verb)
        return said and bool(self._tree.maker(verb.head))

    def _refused(self, verb: Token, *, granting: bool) -> bool:
        """Whether somebody says that they will not do it: "said it would not return to talks".

        ``granting`` says that not to do it is to refuse: "does not support it".
        """
        around = {c.lower_ for c in verb.children if c.dep_.startswith("aux") or c.dep_ == "advmod"}
        asked = any(c.dep_ == "mark" and c.lower_ == "if" for c in verb.children)
        cannot = around & _CAN and self._tree.lemma(verb) in _ADMITTING
        granting = granting and not verb.dep_.startswith("acl")  # "Y, which X does not recognise"
        does_not = granting and around & _DO and self._tree.lemma(verb) in _GRANTING
        will_not = denied(verb) and bool(around & _WILL or cannot or does_not)
        supposed = any(
            c.lower_ == "if"
            for clause in verb.children
            if clause.dep_ == "advcl"
            for c in clause.children
        )
        if asked or (supposed and "would" in around):
            return False
        if self._tree.passive(verb):  # "was not accepted by X"
            not_so = granting and denied(verb) and not around & _CAN
            return not_so and self._tree.lemma(verb) in _GRANTING and bool(self._tree.agent(verb))
        return will_not or self._unwilling(verb)

    def _unwilling(self, verb: Token) -> bool:
        """Whether somebody does not wish to: "is not ready to talk", "has no plans to talk"."""
        head, of = verb.head, {c.lower_ for c in verb.head.children}
        wishing = verb.dep_ == "xcomp" and self._tree.lemma(head) in _WISHING
        if wishing and bool(of & NEVER) and infinitive(verb):
            return True  # "did not want to meet X"
        if verb.dep_ in {"xcomp", "advcl", "ccomp", "csubj"} and infinitive(verb):
            unable = head.lower_ in _UNABLE and self._tree.lemma(verb) in _ADMITTING
            return head.lower_ in _LOATH or unable or (head.lower_ in _READY and bool(of & NEVER))
        meant = verb.dep_ in {"acl", "nmod"} and self._tree.lemma(head) in _INTENDING
        return meant and "no" in of

    def _stays_away(self, verb: Token) -> bool:
        """Whether somebody will not come who might have: "was unable to go", "will not visit X"."""
        around = {c.lower_ for c in verb.children if c.dep_.startswith("aux") or c.dep_ == "advmod"}
        if infinitive(verb) and verb.head.lower_ == "unable":
            return self._status.of(verb.head).status is Status.HAPPENED
        decided = infinitive(verb) and self._tree.lemma(verb.head) == "decide"
        denied = bool(around & NEVER - {"never"})
        if any(c.dep_ in {"mark", "advcl"} and c.lower_ == "if" for c in verb.subtree):
            return False
        return denied and (decided or bool(around & {"will", "wo"}))

    def _failed(self, verb: Token) -> bool:
        """Whether a parliament did not ratify: "failed to ratify the treaty with X"."""
        head = verb.head
        failed = verb.dep_ == "xcomp" and self._tree.lemma(head) == "fail" and infinitive(verb)
        ratifying = self._tree.lemma(verb) in {"approve", "ratify"}
        return failed and ratifying and self._status.of(head).status is Status.HAPPENED

    def _announced(self, verb: Token, *, promised: bool) -> bool:
        """Whether a measure is announced by who takes it: "announced that it will give X aid".

        ``promised`` says that the verb above is one for a promise.
        """
        head = verb.head
        announced = promised or self._tree.lemma(head) in _ANNOUNCING
        told = verb.dep_ == "ccomp" and announced
        if not told or self._status.of(head).status is not Status.HAPPENED:
            return False
        sides = [{side(a) for a in self._tree.subject(one).actors} for one in (head, verb)]
        return bool(sides[0] & sides[1])

    def ended(self, verb: Token, frame: VerbFrame, status: Status) -> Status:
        """The status where the verb ends what its object names: "lifted sanctions"."""
        lemma = self._tree.lemma(verb)
        kept = frame.kind is EventClass.SANCTION and lemma in {"freeze", "withhold"}
        begun = frame.halting or kept
        reopened = frame.kind is EventClass.SANCTION and (
            lemma in _REOPENING or self._lifting(verb)
        )
        if not reopened and (lemma not in self._triggers.status.called_off or begun):
            return status
        announced = frame.kind is EventClass.SANCTION and self._to_come(verb)
        ends = frame.kind in _ENDED and (status is Status.HAPPENED or announced)
        return Status.CALLED_OFF if ends else status

    def _to_come(self, verb: Token) -> bool:
        """Whether it is said to be coming: "will lift sanctions", "is to lift them"."""
        around = {c.lower_ for c in verb.children if c.dep_.startswith("aux")}
        due = verb.dep_ == "xcomp" and infinitive(verb) and self._tree.lemma(verb.head) == "be"
        return due or "will" in around

    def _lifting(self, verb: Token) -> bool:
        """Whether it is an end that is brought about: "announced the lifting of sanctions"."""
        objects = (c for c in verb.children if c.dep_ in OBJECTS or c.dep_ == "nsubj:pass")
        return any(c.lower_ in _LIFTING for c in objects)

    def since_ended(self, verb: Token, frame: VerbFrame, status: Status) -> Status:
        """The status where what is told is over: "sanctions imposed by X were lifted"."""
        over = verb.head.head
        ended = frame.kind is EventClass.SANCTION and verb.dep_.startswith("acl")
        ended = ended and verb.head.dep_ in OBJECTS and status is Status.HAPPENED
        lifted = ended and self._tree.lemma(over) in self._triggers.status.called_off
        real = lifted and self._status.of(over).status is Status.HAPPENED
        return Status.CALLED_OFF if real else status
