"""Whether those who act and those who are acted on are of the kinds that a frame asks for."""

from collections.abc import Iterable

from graph.model import ActorClass, Role
from ingest.nominals import NOBODY
from ingest.syntax import infinitive
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers, VerbFrame

_INTO = frozenset({"into", "to"})
_JOINING = frozenset({"accede", "become", "join", "rejoin"})
_MENTIONED = frozenset({"acl", "acl:relcl", "advcl", "csubj", "xcomp"})
"""Relations of clauses that only mention that a state is a member."""


class Parties:
    """Looks at the parties of the verbs of one paragraph."""

    def __init__(self, tree: Tree, triggers: Triggers) -> None:
        self._tree, self._words = tree, triggers.grammar

    def let(self, verb: Token) -> bool:
        """Whether who says so lets another do something: "let X use its ports"."""
        tree = self._tree
        if tree.passive(verb) or verb.dep_.startswith(("acl", "advcl")) or not tree.subject(verb):
            return False
        if verb.dep_ == "xcomp" and tree.lemma(verb.head) in self._words.undertaking:
            return False  # who agrees to let others do it has told it already
        others = tree.objects(verb)
        private = any(tree.lemma(one) in tree.private or tree.unit(one).demonym for one in others)
        into = any(case == "into" for case, _ in tree.obliques(verb))
        near = (c for one in (verb, *others) for c in tree.children(one, "xcomp", "ccomp"))
        does = any(infinitive(c) or c.tag_ == "VB" for c in near)
        return bool(others) and not private and (does or into)

    def together(self, verb: Token) -> bool:
        """Whether only organisations do it."""
        found = self._tree.doer(verb)
        return {actor.kind for actor in found.actors} == {ActorClass.ORGANIZATION}

    def part(self, verb: Token, frame: VerbFrame) -> bool:
        """Whether a state leaves or joins an organisation: "quit the pact", "joined the union".

        Or whether somebody takes it out: "withdrew Chile from the union".
        """
        tree = self._tree
        if frame.object is Role.SOURCE:
            taken = {a.kind for one in tree.objects(verb) for a in tree.actors(one).actors}
            return taken == {ActorClass.COUNTRY} and self._bodies(tree.behind(verb, "from", "of"))
        if verb.dep_ in _MENTIONED and tree.lemma(verb) in _JOINING:
            return False  # "Y, which joined X in 2007", "applied to join X"
        joining = tree.lemma(verb) != "become"  # "joined X as its 29th member"
        members = [c for c in verb.children if tree.lemma(c) == "member" and not joining]
        heads = (verb,) if joining else members
        behind = [c for head in heads for c in tree.behind(head, "from")]
        behind = behind or [c for head in heads for c in tree.behind(head, "of", "to")]
        left = (not members and tree.objects(verb)) or behind
        acting = tree.subject(verb)
        states = all(a.kind is ActorClass.COUNTRY for a in acting.actors)
        return bool(acting) and states and self._bodies(left)

    def _bodies(self, those: Iterable[Token]) -> bool:
        """Whether they are organisations."""
        kinds = {a.kind for one in those for a in self._tree.actors(one, deep=False).actors}
        return kinds == {ActorClass.ORGANIZATION}

    def among_members(self, verb: Token, frame: VerbFrame) -> bool:
        """Whether an organisation shuts out a state: "expelled from the union", and no town."""
        behind = self._tree.behind(verb, *frame.needs_any)
        bodies = [a for one in behind for a in self._tree.actors(one, deep=False).actors]
        if any(a.kind is ActorClass.ORGANIZATION or a.represents for a in bodies):
            return True
        return self.belong(verb)

    def belong(self, verb: Token) -> bool:
        """Whether an organisation acts on a state: "the Commonwealth suspended Fiji"."""
        tree = self._tree
        subject = tree.doer(verb)
        if tree.passive(verb) and not subject:  # "was admitted to the Commonwealth"
            into = tree.behind(verb, *_INTO)
            subject = next((found for one in into if (found := tree.actors(one))), NOBODY)
        kinds = {a.kind for one in tree.objects(verb) for a in tree.actors(one, deep=False).actors}
        acting = {actor.kind for actor in subject.actors}
        return acting == {ActorClass.ORGANIZATION} and kinds == {ActorClass.COUNTRY}
