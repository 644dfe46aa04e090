"""Mediations that are told by what somebody is called: "mediators from Egypt met X and Y"."""

from collections.abc import Iterator

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.status import StatusReader
from ingest.tokens import Token
from ingest.tree import Tree

_OFFICES = frozenset({"facilitator", "facilitators", "mediator", "mediators"})
_ENVOYS = ("peace", "envoy")
"""An office that is one of a mediator by its last two words."""
_ACTING = frozenset({"nsubj", "nsubj:pass", "obl:agent"})
_APART = frozenset({"dislocated", "vocative"})
"""How a subject hangs that is taken up again by a pronoun."""
_MET = frozenset({"from", "through", "to", "via", "with"})
_PARTIES = frozenset({ActorClass.ARMED_GROUP, ActorClass.COUNTRY, ActorClass.PERSON})
_PAIR = 2


class Mediators:
    """Reads the mediations of those who are called mediators, off the parse of a paragraph."""

    def __init__(self, tree: Tree, status: StatusReader) -> None:
        self._tree, self._status = tree, status

    def events(self, token: Token) -> Iterator[Candidate]:
        """The mediation of the mediators whom the token names and who do something."""
        called, held = self._called(token), self._held(token)
        if not called and not held:
            return
        being = any(child.dep_ == "cop" for child in token.children)
        acting = token.dep_ in _ACTING or self._tree.case(token) in _MET
        acting = acting or (called and token.dep_ in _APART)
        found = self._tree.actors(token)
        governor = self._tree.governor(token)
        if held and being:  # "X is the mediator in the talks"
            acting, governor = self._settles(token), token
            found = self._tree.subject(token)
        elif held and self._tree.case(token) == "as":  # "X enters the scene as mediator"
            taken = any(map(self._tree.actors, self._tree.objects(governor)))
            taken = taken or self._tree.case(token.head) == "with"  # "with X as mediator"
            acting, found = self._settles(token) and not taken, self._tree.subject(governor)
        own = {side(actor) for actor in found.actors}
        if not acting or not found or self._status.of(governor).status is not Status.HAPPENED:
            return
        made = Candidate(kind=EventClass.MEDIATION, trigger=token.i, status=Status.HAPPENED)
        made.confidence, made.pattern = 0.75, "mediator"
        made.add(Role.SOURCE, found.actors, found.certainty * 0.9)
        for one in (token, *self._tree.children(token, "appos")) if called or being else ():
            made.add(Role.PARTICIPANT, tuple(self._where(one, own)), 0.8)
        others = self._others(token, own)
        if len({side(actor) for actor in others}) == _PAIR:
            made.add(Role.PARTICIPANT, others, 0.8)
        yield made

    def _held(self, token: Token) -> bool:
        """Whether the token is somebody in the office of a mediator."""
        unit = self._tree.unit(token)
        if not unit.mentions:
            return self._tree.lemma(token) in _OFFICES
        words = [m.office.lower().split() for m in unit.mentions]
        return any(set(w[-1:]) & _OFFICES or tuple(w[-2:]) == _ENVOYS for w in words)

    def _called(self, token: Token) -> bool:
        """Whether what stands behind the name says so: "X, the chief facilitator, said"."""
        if not self._tree.unit(token).actors:
            return False
        behind = self._tree.children(token, "appos")
        return any(self._held(one) and self._settles(one) for one in behind)

    def _settles(self, noun: Token) -> bool:
        """Whether it is no mediator of something else: "a facilitator at a school"."""
        cases = {case for case, _ in self._tree.obliques(noun)}
        return cases <= {"among", "between", "for", "from", "in", "of", "to"}

    def _where(self, noun: Token, own: set[str]) -> Iterator[Actor]:
        """The state in which somebody is a mediator: "is the facilitator in X"."""
        for child in self._tree.behind(noun, "for", "in", "to"):
            unit = self._tree.unit(child)
            states = (unit.state,) if unit.state is not None else unit.actors
            yield from (a for a in states if a.kind in _PARTIES and side(a) not in own)

    def _others(self, token: Token, own: set[str]) -> tuple[Actor, ...]:
        """Whom else the sentence names."""
        units = map(self._tree.unit, token.sent)
        named = (a for u in units if not u.demonym for a in u.actors if a.kind in _PARTIES)
        return tuple(dict.fromkeys(a for a in named if side(a) not in own))
