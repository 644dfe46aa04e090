"""Troops, ships and aircraft that are sent to a state: help, where nothing says against whom.

"X deploys 300 soldiers to Y" helps Y; "to the border of Y", "against Y", "to seize Y" does not.
"""

from collections.abc import Iterator, Sequence

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.nominals import NOBODY, Found
from ingest.predicates import Predicate
from ingest.strikes import BORDERS
from ingest.syntax import infinitive
from ingest.tokens import Token
from ingest.tree import Tree

_DEPLOYING = frozenset({"deploy", "dispatch", "redeploy", "send"})
_HOSTILE = frozenset({"across", "against", "along", "around", "into", "near", "outside"})
_CONQUERING = frozenset(
    {
        "annex", "arrest", "attack", "blockade", "bomb", "capture", "conquer", "crush", "hunt",
        "invade", "intercept", "occupy", "overthrow", "quell", "repel", "seize", "suppress",
    }
)  # fmt: skip
_HELPING = frozenset({"aid", "assist", "help"})
_TELLING = frozenset({"announce", "confirm", "declare", "reveal", "say", "state"})
_PURPOSES = ("acl", "advcl", "conj", "xcomp")
_GOING = frozenset({Status.HAPPENED, Status.PLANNED})


class Deployments:
    """Tells help from force among the deployments of one paragraph."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def refine(self, made: Candidate, predicate: Predicate) -> None:
        """Makes aid of a verb's deployment to a state: "will deploy two frigates to Y"."""
        verb = predicate.verb
        if made.kind is EventClass.FORCE and self._tree.lemma(verb) == "enter":
            if any(map(self._helping, self._tree.children(verb, *_PURPOSES))):
                made.kind = EventClass.AID  # "troops entered X to assist in fighting rebels"
            return
        if made.kind is not EventClass.FORCE or self._tree.lemma(verb) not in _DEPLOYING:
            return
        sent = predicate.objects
        helps = self._help(made, (verb, *sent))
        if helps and predicate.passive and not made.of(Role.SOURCE):
            found = self._sender(sent) or self._teller(verb)
            made.add(Role.SOURCE, found.actors, found.certainty * 0.9)

    def _helping(self, clause: Token) -> bool:
        """Whether somebody comes to help, and nobody is named whom but those there."""
        helps = self._tree.lemma(clause) in _HELPING and infinitive(clause)
        return helps and not self._tree.objects(clause)

    def told(self, made: Candidate, noun: Token) -> None:
        """Makes aid of a deployment that a noun tells: "the deployment of troops to Y"."""
        if made.kind is not EventClass.FORCE or self._tree.lemma(noun) != "deployment":
            return
        sent = list(self._tree.behind(noun, "of"))
        above = [noun.head] if noun.dep_ == "obj" else []
        helps = self._help(made, (noun, *sent, *above))
        if helps and not made.of(Role.SOURCE):
            found = self._sender(sent)
            made.add(Role.SOURCE, found.actors, found.certainty * 0.9)

    def _help(self, made: Candidate, heads: Sequence[Token]) -> bool:
        """Makes it help for the state to which they are sent; whether it is."""
        aims = [aim for head in heads for aim in self._aims(head)]
        if not aims or made.status not in _GOING or self._hostile(heads):
            return False
        mine = {side(actor) for actor in made.of(Role.SOURCE)}
        made.kind = EventClass.AID
        made.roles.pop(Role.TARGET, None)
        made.add(Role.TARGET, tuple(aim for aim in aims if side(aim) not in mine), 0.85)
        return True

    def _aims(self, head: Token) -> Iterator[Actor]:
        """The states to which a verb or noun says that they go."""
        for case, child in self._tree.obliques(head):
            if case == "to" and not self._tree.pronoun(child):
                unit = self._tree.unit(child)
                named = [a for a in unit.actors if a.kind is ActorClass.COUNTRY]
                yield from named or ([unit.state] if unit.state is not None else [])

    def _hostile(self, heads: Sequence[Token]) -> bool:
        """Whether the words around say that they are to fight who is there."""
        for head in heads:
            for case, child in self._tree.obliques(head):
                if case in _HOSTILE or self._tree.lemma(child) in BORDERS:
                    return True
            for clause in self._tree.children(head, *_PURPOSES):
                if infinitive(clause) and self._tree.lemma(clause) in _CONQUERING:
                    return True
        return False

    def _sender(self, sent: Sequence[Token]) -> Found:
        """Whose they are: "American troops were deployed to Y"."""
        owned = (self._tree.actors(one) or self._tree.owner(one, inside=False) for one in sent)
        return next(filter(None, owned), NOBODY)

    def _teller(self, verb: Token) -> Found:
        """Who tells that somebody is sent sends them: "X announced that troops will be sent"."""
        if verb.dep_ != "ccomp" or self._tree.lemma(verb.head) not in _TELLING:
            return NOBODY
        return self._tree.subject(verb.head)
