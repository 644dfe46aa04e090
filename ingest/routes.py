"""Where travellers came from and where they go on to: "arrived in X on his way from Y"."""

from collections.abc import Iterator

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.roles import Roles
from ingest.tokens import Token
from ingest.tree import Tree

WAYS = frozenset({"route", "way"})
"""What leads from one place to another: "en route to X"."""
_COMING = frozenset({"arrive", "come", "fly", "return", "travel"})
_GOING = frozenset({"depart", "leave"})
_SENT = frozenset({"delegation", "inspectors", "mission", "team"})
_POSTED = frozenset(
    {"ambassador", "attaché", "charge", "chargé", "consul", "diplomat", "diplomats"}
)


class Routes:
    """Reads the stations of journeys off the parse of a paragraph."""

    def __init__(self, tree: Tree, roles: Roles) -> None:
        self._tree, self._roles = tree, roles

    def stations(self, made: Candidate, verb: Token) -> Iterator[Candidate]:
        """The visits to where somebody was before, and will be behind, the one that is told."""
        if made.kind is not EventClass.VISIT:
            return
        visitors = self._visitors(made, verb)
        for place, status in self._beside(verb) if visitors else ():
            visit = Candidate(kind=EventClass.VISIT, trigger=place.i, pattern="station")
            visit.status = status if made.status is Status.HAPPENED else made.status
            visit.confidence = made.confidence * 0.9
            for actor, certainty in visitors.items():
                visit.add(Role.VISITOR, (actor,), certainty)
            self._roles.target_place(visit, place)
            if not set(visit.of(Role.TARGET)) & set(made.of(Role.TARGET)):
                yield visit

    def welcomed(self, made: Candidate, verb: Token) -> Iterator[Candidate]:
        """The visit of who is welcomed to a place: "welcomed X to Washington"."""
        guests = made.roles.get(Role.PARTICIPANT, {})
        for case, child in self._tree.obliques(verb) if self._tree.lemma(verb) == "welcome" else ():
            if case == "to" and guests:
                visit = Candidate(kind=EventClass.VISIT, trigger=child.i, pattern="station")
                visit.status, visit.confidence = made.status, made.confidence * 0.9
                visit.add(Role.VISITOR, tuple(guests), made.certainty())
                self._roles.target_place(visit, child)
                yield visit

    def _visitors(self, made: Candidate, verb: Token) -> dict[Actor, float]:
        """Who travels, be it persons or those whom somebody sent; envoys at a post do not."""
        subjects = [c for c in verb.children if c.dep_.startswith("nsubj")]
        mentions = [m for one in subjects for m in self._tree.unit(one).mentions]
        sent = any(self._tree.lemma(one) in _SENT for one in subjects) or any(
            set(m.name.lower().split()) & _SENT for m in mentions
        )
        if any(set(m.office.lower().split()) & _POSTED for m in mentions):
            return {}
        held = made.roles.get(Role.VISITOR, {})
        return {a: c for a, c in held.items() if sent or a.kind is ActorClass.PERSON}

    def _beside(self, verb: Token) -> Iterator[tuple[Token, Status]]:
        """The places by the verb where they were or will be."""
        lemma = self._tree.lemma(verb)
        if lemma in _GOING:  # "left X on Monday"
            left = (o for o in self._tree.objects(verb) if self._tree.unit(o).place is not None)
            yield from ((one, Status.HAPPENED) for one in left)
        for case, child in (*self._tree.obliques(verb), *self._home(verb)):
            if case == "from" and lemma in _COMING:
                yield child, Status.HAPPENED
        for token in verb.children:
            if self._tree.lemma(token) in WAYS and token.i > verb.i:
                yield from self._way(token)

    def _home(self, verb: Token) -> Iterator[tuple[str, Token]]:
        """What stands behind "home": "flew home from X"."""
        for child in verb.children:
            if child.lower_ in {"back", "home"}:
                yield from self._tree.obliques(child)

    def _way(self, way: Token) -> Iterator[tuple[Token, Status]]:
        """From and to where a way leads."""
        for case, child in self._tree.obliques(way):
            if case == "from":
                yield child, Status.HAPPENED
            elif case in {"back", "to"}:
                yield child, Status.PLANNED
