"""Visits that are told by the stages of a journey: "Lima is the next stop of his tour"."""

from collections.abc import Iterator

from graph.model import ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side_of
from ingest.nominals import NOBODY, Found
from ingest.syntax import NEVER, SUBJECTS
from ingest.tokens import Token
from ingest.tree import Tree

_STOPS = frozenset({"destination", "leg", "station", "stop", "stopover"})
"""Parts of journeys that may be a place."""
_JOURNEYS = frozenset(
    {"itinerary", "journey", "mission", "swing", "tour", "travel", "trip", "visit"}
)
_OF_WHOM = frozenset({"by", "for", "of", "on"})
_MAKING = frozenset({"make", "plan", "schedule"})
_AHEAD = frozenset({"next", "will"})


class Stopovers:
    """Reads the stages of journeys off the parse of a paragraph."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def events(self, stop: Token) -> Iterator[Candidate]:
        """The visit to the place that a noun calls a stage of somebody's journey."""
        tree = self._tree
        if tree.lemma(stop) not in _STOPS:
            return
        found = self._traveller(stop)
        verb = stop.head if stop.dep_ == "obj" else stop
        around = {c.lower_ for one in (stop, verb) for c in one.children}
        if not found or around & NEVER:
            return
        for place in self._places(stop):
            unit = tree.unit(place)
            named = (a for a in unit.actors if a.kind is ActorClass.COUNTRY)
            state = unit.state or next(named, None)
            if state is None or any(side_of(actor) == state for actor in found.actors):
                continue
            made = Candidate(kind=EventClass.VISIT, trigger=place.i, pattern="station")
            made.status = Status.PLANNED if around & _AHEAD else Status.HAPPENED
            made.confidence = 0.75
            made.add(Role.VISITOR, found.actors, found.certainty)
            made.add(Role.TARGET, (state,), 0.9)
            made.place = unit.place
            yield made

    def _places(self, stop: Token) -> Iterator[Token]:
        """What is a stage: "X is the stop", "the stop is X", "made a stop in X"."""
        tree, head = self._tree, stop.head
        if any(c.dep_ == "cop" for c in stop.children):
            yield from (c for c in stop.children if c.dep_ in SUBJECTS)
        elif stop.dep_ in SUBJECTS and any(c.dep_ == "cop" for c in head.children):
            yield head
        elif stop.dep_ == "obj" and tree.lemma(head) in _MAKING:
            for case, child in (*tree.obliques(stop), *tree.obliques(head)):
                if case in {"at", "in"}:
                    yield child

    def _traveller(self, stop: Token) -> Found:
        """Whose journey it is: by the verb, or by what stands at the noun or at the journey."""
        tree = self._tree
        if stop.dep_ == "obj":
            return tree.doer(stop.head)
        beside = [c for case, c in tree.obliques(stop) if case in _OF_WHOM]
        journeys = [c for c in beside if tree.lemma(c) in _JOURNEYS]
        owners = [c for one in (stop, *journeys) for c in tree.children(one, "nmod:poss")]
        makers = [c for one in journeys for case, c in tree.obliques(one) if case in {"by", "of"}]
        named = (*owners, *(c for c in beside if c not in journeys), *makers)
        travellers = (f for f in map(tree.actors, named) if self._persons(f))
        return next(travellers, NOBODY)

    @staticmethod
    def _persons(found: Found) -> bool:
        return bool(found) and not any(a.kind is ActorClass.ORGANIZATION for a in found.actors)
