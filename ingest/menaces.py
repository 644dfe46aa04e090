"""Threats told as what is to come: "X will pay for it, Y said", "said it would strike if X …"."""

from collections.abc import Sequence

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side, side_of
from ingest.predicates import Predicate
from ingest.roles import Roles
from ingest.standing import Verdict
from ingest.status import StatusReader
from ingest.syntax import NEVER, infinitive
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

HOSTILE = frozenset({EventClass.FORCE, EventClass.SANCTION, EventClass.RELATIONS_DOWNGRADE})
_CONDITIONS = frozenset({"if", "unless"})
_WILL = frozenset({"'ll", "will", "would"})
_READY = frozenset({"prepared", "poised", "ready"})
_UPON = frozenset({"against", "in", "inside", "on"})
_SAYING = frozenset(
    {"add", "announce", "declare", "insist", "say", "state", "stress", "tell", "vow", "warn"}
)


class Menaces:
    """Tells threats from plans, and finds who threatens."""

    def __init__(self, tree: Tree, triggers: Triggers, roles: Roles, status: StatusReader) -> None:
        self._tree, self._triggers = tree, triggers
        self._roles, self._status = roles, status

    def verdict(self, verb: Token) -> Verdict | None:
        """That of what is vowed or foretold: an event where it is to come, else none.

        Who has retaliated threatens no more.
        """
        planned = self._status.of(verb).status is Status.PLANNED or self.reserved(verb)
        return Verdict(Status.HAPPENED, 0.85) if planned or self._will(verb) else None

    def reserved(self, verb: Token) -> bool:
        """Whether one is free to do it: "would not hesitate to", "reserves the right to"."""
        head = verb.head
        if verb.dep_ == "acl" and self._tree.lemma(head) == "right":
            return self._tree.lemma(head.head) == "reserve"
        around = {c.lower_ for c in head.children}
        unafraid = verb.dep_ == "xcomp" and self._tree.lemma(head) == "hesitate"
        return unafraid and bool(around & NEVER) and bool(around & _WILL)

    @staticmethod
    def _will(verb: Token) -> bool:
        """Whether the verb says itself that it will be so: "X will pay for it"."""
        around = {c.lower_ for c in verb.children}
        return bool(around & _WILL) and not around & (NEVER | _CONDITIONS)

    def vowed(self, verb: Token) -> bool:
        """Whether somebody says that they will do it: "we will stand by X, Y said"."""
        said = self._said_above(verb)
        for child in verb.children if said is None else ():
            if child.dep_ == "parataxis" and self._tree.lemma(child) in _SAYING:
                said = child
        mine = {side(a) for a in self._tree.subject(verb).actors}
        own = said is not None and mine & {side(a) for a in self._tree.subject(said).actors}
        return bool(own) and self._will(verb)

    def foretold(self, made: Candidate, predicate: Predicate) -> None:
        """Puts in who says what will come over somebody."""
        made.add(Role.SOURCE, self._roles.told_by(predicate.verb), 0.85)
        for said in self._tree.children(predicate.verb, "parataxis"):
            if self._tree.lemma(said) in _SAYING and not made.of(Role.SOURCE):
                found = self._tree.subject(said)
                made.add(Role.SOURCE, found.actors, found.certainty * 0.85)
        head = predicate.verb.head
        if predicate.verb.dep_ == "advcl" and self._tree.lemma(head) in _SAYING:
            found = self._tree.subject(head)  # "any attack would be …, Y said", parsed apart
            made.add(Role.SOURCE, found.actors, found.certainty * 0.75)

    def conditional(self, made: Candidate, verb: Token) -> bool:
        """Whether a hostile deed to come is a threat: "said it would strike X if …"."""
        to_come = made.status is Status.PLANNED or self._will(verb)
        if made.kind not in HOSTILE or not to_come:
            return False
        if self.reserved(verb):
            return True
        above = self._said_above(verb)
        if above is None or not self._its_own(made, above):
            return False
        return self._ready(verb) or self._conditioned(made, verb, above)

    def _said_above(self, verb: Token) -> Token | None:
        """The verb of saying over what is to be done, or behind it: "…, Y said"."""
        for said in self._tree.children(verb, "parataxis", "advcl"):
            marked = any(c.dep_ == "mark" for c in said.children)
            if said.i > verb.i and self._tree.lemma(said) in _SAYING and not marked:
                return said
        at = verb
        for _ in range(3):
            if at.head == at or at.dep_ not in {"ccomp", "xcomp", "parataxis", "conj"}:
                return None
            at = at.head
            if self._tree.lemma(at) in _SAYING:
                return at
        return None

    def _its_own(self, made: Candidate, saying: Token) -> bool:
        """Whether who says it is who would do it."""
        told = {side(a) for a in self._tree.subject(saying).actors}
        return bool(told & {side(a) for a in made.of(Role.SOURCE)})

    def _ready(self, verb: Token) -> bool:
        """Whether somebody is ready to do it: "was prepared to attack", "would not hesitate to"."""
        return verb.dep_ == "xcomp" and self._tree.lemma(verb.head) in _READY

    def _conditioned(self, made: Candidate, verb: Token, above: Token) -> bool:
        """Whether it depends on what the other side does: "if X attacks", "any ship of X"."""
        hit = set(made.of(Role.TARGET))
        for one in (*verb.children, *above.children):
            marks = {c.lower_ for c in one.children if c.dep_ == "mark"}
            if one.dep_ == "advcl" and marks & _CONDITIONS:
                return True
            behind = (t for t in one.subtree if one.head == verb and t.i > verb.i)
            if any(t.lower_ in _CONDITIONS for t in behind):
                return True  # "if X bombed homes", parsed apart
            anybody = any(c.dep_ == "det" and c.lower_ == "any" for c in one.children)
            if anybody and one.head == verb and hit & set(self._whose(one)):
                return True
        return False

    def inciting(self, made: Candidate, verb: Token) -> bool:
        """Whether a band calls for attacks, at whom they are aimed then: "urged … to attack X"."""
        if not _armed(made.of(Role.SOURCE)):
            return False
        tree = self._tree
        aimed: list[Token] = []
        under = (verb, *tree.objects(verb))
        for clause in (c for one in under for c in tree.children(one, "xcomp", "advcl", "acl")):
            told = self._triggers.verbs.get(tree.lemma(clause), ())
            if infinitive(clause) and any(frame.force for frame in told):
                aimed.extend(tree.objects(clause))
        for case, deed in tree.obliques(verb):
            if case == "for" and tree.lemma(deed) in self._triggers.nouns:
                aimed.extend(c for near, c in tree.obliques(deed) if near in _UPON)
        found = [tree.actors(one) or tree.owner(one) for one in aimed]
        if any(found):
            made.roles.pop(Role.TARGET, None)
        for each in found:
            made.add(Role.TARGET, each.actors, each.certainty * 0.9)
        return any(found)

    def _whose(self, token: Token) -> tuple[object, ...]:
        found = self._tree.actors(token) or self._tree.owner(token)
        return found.actors


def _armed(actors: Sequence[Actor]) -> bool:
    """Whether all are bands, or speak for one."""
    return bool(actors) and all(side_of(a).kind is ActorClass.ARMED_GROUP for a in actors)
