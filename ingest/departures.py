"""Diplomats who have to go: "five Russian diplomats must leave", "the envoy has a week to leave".

Who puts them out is the state that they leave, or who tells it: "France said that X must leave".
"""

from graph.model import Actor, ActorClass, EventClass, Role
from ingest.candidates import Candidate
from ingest.checks import side, side_of, sided
from ingest.envoys import house_words
from ingest.mentions import DIPLOMATIC
from ingest.nominals import NOBODY, Found
from ingest.roles import Roles
from ingest.syntax import SPANS, SUBJECTS, denied, infinitive
from ingest.tokens import Token
from ingest.tree import Tree

_LEAVING = frozenset({"depart", "go", "leave", "pack", "quit", "return"})
MISSIONS = frozenset({"consulate", "embassy", "mission"})
_SAYING = frozenset({"announce", "say", "state"})
_STAFF = frozenset({"employee", "member", "officer", "official", "staff", "staffer"})
_OPEN = frozenset({"can", "could", "may", "might", "need", "should"})
"""With these words before it nobody has to go yet."""
_HAVING = frozenset({"get", "have"})


class Departures:
    """Reads off the parse of a paragraph that diplomats have to go."""

    def __init__(self, tree: Tree, roles: Roles) -> None:
        self._tree, self._roles = tree, roles

    def read(self, verb: Token) -> Candidate | None:
        """That diplomats have to go; None where the verb tells nothing of the kind."""
        tree = self._tree
        if tree.lemma(verb) not in _LEAVING:
            return None
        bound = self._bound(verb)
        if bound is None or denied(bound) or any(c.lower_ in _OPEN for c in bound.children):
            return None
        subject = next((c for c in bound.children if c.dep_ in SUBJECTS), None)
        envoys = self._envoys(subject) if subject is not None else NOBODY
        theirs = {side(actor) for actor in envoys.actors}
        if not theirs:
            return None
        hosts = tuple(a for a in self._hosts(verb, bound) if side(a) not in theirs)
        made = Candidate(kind=EventClass.RELATIONS_DOWNGRADE, trigger=verb.i, confidence=0.85)
        made.pattern = "envoy"
        made.according_to = self._roles.told_by(bound)
        made.add(Role.SOURCE, hosts, 0.9)
        made.add(Role.TARGET, envoys.actors, envoys.certainty)
        return made

    def _bound(self, verb: Token) -> Token | None:
        """The verb whose subject has to go: "must | leave", "have | to leave", "had a week to"."""
        tree, head = self._tree, verb.head
        if any(c.lower_ == "must" for c in tree.children(verb, "aux")):
            return verb
        if not infinitive(verb) or tree.passive(head):
            return None
        if verb.dep_ == "xcomp" and tree.lemma(head) == "have":
            return head
        above = head if verb.dep_ in {"advcl", "xcomp"} else head.head
        spans = tree.children(above, "obj", "obl", "obl:unmarked")
        timed = tree.lemma(above) in _HAVING and any(tree.lemma(one) in SPANS for one in spans)
        return above if timed and verb.dep_ in {"acl", "advcl", "xcomp"} else None

    def _envoys(self, subject: Token) -> Found:
        """The diplomats that a subject names, or whose they are."""
        tree = self._tree
        mentions = tree.unit(subject).mentions
        if any(mention.office_kind in DIPLOMATIC for mention in mentions):
            return tree.actors(subject)
        posted = tree.lemma(subject) in _STAFF and house_words(subject, tree) & MISSIONS
        return tree.owner(subject) if posted or tree.lemma(subject) == "diplomat" else NOBODY

    def _hosts(self, verb: Token, bound: Token) -> tuple[Actor, ...]:
        """Who puts them out: the state that they leave, or else who says so."""
        left = (a for one in self._tree.objects(verb) for a in self._tree.actors(one).actors)
        states = tuple(actor for actor in left if actor.kind is ActorClass.COUNTRY)
        said = [
            c for c in self._tree.children(bound, "parataxis") if self._tree.lemma(c) in _SAYING
        ]
        told = self._roles.told_by(bound) or tuple(
            actor for one in said for actor in self._tree.subject(one).actors
        )
        return states or tuple(side_of(actor) for actor in told if sided(actor))
