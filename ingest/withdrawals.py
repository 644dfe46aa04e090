"""Troops that leave a state: help that ends, or force where those who leave had fought it."""

from collections.abc import Iterator

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side, side_of
from ingest.foes import foes
from ingest.mentions import MentionKind
from ingest.nominals import NOBODY, Found
from ingest.roles import Roles
from ingest.status import StatusReader
from ingest.syntax import SUBJECTS
from ingest.tokens import Token
from ingest.tree import Tree

_LEAVING = frozenset({"depart", "exit", "leave", "pull", "pull out", "retreat", "withdraw"})
_TAKING = frozenset({"pull", "pull out", "remove", "withdraw"})
_WITHDRAWAL = frozenset({"departure", "drawdown", "pullback", "pullout", "retreat", "withdrawal"})
_DOING = frozenset(
    {
        "announce", "begin", "complete", "conclude", "confirm", "continue", "end", "finish",
        "initiate", "launch", "order", "resume", "start",
    }
)  # fmt: skip
"""What is done to a withdrawal that is or will be one."""
_TROOPS = frozenset(
    {
        "battalion", "brigade", "contingent", "convoy", "force", "forces", "military",
        "peacekeeper", "personnel", "soldier", "troop", "troops", "unit",
    }
)  # fmt: skip
_FORCES = _TROOPS | {"army", "guards", "marines", "peacekeepers", "soldiers", "units"}
_WHENCE = frozenset({"from", "out"})


class Withdrawals:
    """Reads off the parse of a paragraph that troops leave a state."""

    def __init__(self, tree: Tree, roles: Roles, status: StatusReader) -> None:
        self._tree, self._roles, self._status = tree, roles, status

    def read(self, verb: Token) -> Candidate | None:
        """That troops leave a state; None where the verb tells nothing of the kind."""
        lemma = self._tree.lemma(verb)
        if lemma in _LEAVING | _TAKING:
            owner, left = self._left(verb, lemma)
        elif lemma in _DOING:
            owner, left = self._ordered(verb)
        else:
            return None
        states = tuple(a for a in left.actors if a.kind is ActorClass.COUNTRY)
        theirs = {side(actor) for actor in owner.actors}
        if len(states) != 1 or not theirs or theirs & {side(states[0])}:
            return None
        verdict = self._status.of(verb)
        if verdict.status is None:
            return None
        hostile = any(self._fought(side_of(actor), states[0]) for actor in owner.actors)
        kind = EventClass.FORCE if hostile else EventClass.AID
        made = Candidate(kind=kind, trigger=verb.i, confidence=0.85 * verdict.certainty)
        made.status = Status.CALLED_OFF  # also where it will be: help, or force, is not planned
        made.according_to = self._roles.told_by(verb)
        made.add(Role.SOURCE, owner.actors, owner.certainty)
        made.add(Role.TARGET, states, left.certainty * 0.9)
        return made

    def _left(self, verb: Token, lemma: str) -> tuple[Found, Found]:
        """Whose troops leave and which state: "X's troops left Y", "X withdrew troops from Y"."""
        tree = self._tree
        subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
        things = tree.objects(verb)
        taken = [one for one in things if self._troops(one)]
        if lemma in _TAKING and taken and not tree.passive(verb):
            owner = tree.subject(verb) or self._whose(taken[0])
            return owner, self._whence(verb, *taken, *self._tree.behind(taken[0], "of"))
        if not subjects and verb.dep_ == "xcomp":  # "X's troops began withdrawing"
            subjects = [c for c in verb.head.children if c.dep_ in SUBJECTS]
        moved = [
            one for one in (*subjects, *(things if tree.passive(verb) else ())) if self._troops(one)
        ]
        if not moved:
            return NOBODY, NOBODY
        left = self._whence(verb)
        if not left and lemma in {"exit", "leave"}:
            left = next(filter(None, map(self._state, things)), NOBODY)
        return self._whose(moved[0]), left

    def _ordered(self, verb: Token) -> tuple[Found, Found]:
        """Whose withdrawal from which state it is: "began the pullout of its forces from X"."""
        tree = self._tree
        nouns = [one for one in tree.objects(verb) if tree.lemma(one) in _WITHDRAWAL]
        if not nouns:
            return NOBODY, NOBODY
        noun = nouns[0]
        troops = [one for one in tree.behind(noun, "of") if self._troops(one)]
        before = (tree.lemma(c) for c in tree.children(noun, "amod", "compound"))
        if not troops and not _TROOPS & set(before):
            return NOBODY, NOBODY
        owner = tree.subject(verb) or tree.owner(noun, inside=False, of=False)
        return owner, self._whence(noun, verb, *troops)

    def _troops(self, token: Token) -> bool:
        """Whether it is a force, or some of one: "the last of its troops"."""
        some = (token, *self._tree.behind(token, "of"))
        return any(self._tree.lemma(one) in _TROOPS or self._force(one) for one in some)

    def _force(self, token: Token) -> bool:
        """Whether a force is named there, and no ship, which comes and goes."""
        unit = self._tree.unit(token)
        named = [m for m in unit.mentions if m.force]
        words = {word for mention in named for word in mention.name.lower().split()}
        bands = any(actor.kind is ActorClass.ARMED_GROUP for actor in unit.actors)
        own = any(mention.kind is MentionKind.PRONOUN for mention in named)  # "its troops"
        return bool(named) and (bands or own or not words.isdisjoint(_FORCES))

    def _whose(self, token: Token) -> Found:
        """Whose troops they are."""
        some = (token, *self._tree.behind(token, "of"))
        owners = (self._tree.actors(one) or self._tree.owner(one, inside=False) for one in some)
        return next(filter(None, owners), NOBODY)

    def _whence(self, *heads: Token) -> Found:
        """The state from which they go."""
        for head in heads:
            for _, child in self._tree.obliques(head):
                leaves = not _WHENCE.isdisjoint(self._tree.cases(child))
                if leaves and (found := self._state(child)):
                    return found
        return NOBODY

    def _state(self, token: Token) -> Found:
        """The state that a word names, or in which its place is: "the city of X"."""
        for one in self._around(token):
            unit = self._tree.unit(one)
            if unit.state is not None:
                return Found((unit.state,), 0.8, one.i)
            found = self._tree.actors(one)
            if found and found.actors[0].kind is ActorClass.COUNTRY:
                return found
        return NOBODY

    def _around(self, token: Token) -> Iterator[Token]:
        yield token
        yield from self._tree.children(token, "amod", "compound", "nmod:poss", "nmod", "appos")

    def _fought(self, who: Actor, state: Actor) -> bool:
        """Whether they were there against its will."""
        return who.kind is ActorClass.ARMED_GROUP or state.key in foes(who)
