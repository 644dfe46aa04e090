"""Visits that are told by where somebody is: "X was in Warsaw on Friday"."""

from collections.abc import Iterator

from spacy.tokens import Token

from graph.model import ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.parse import NEVER, SUBJECTS
from ingest.roles import DIPLOMATIC
from ingest.tree import Tree

_NOT = NEVER | {"no"}


class Presences:
    """Reads who is where off the parse of a paragraph."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def events(self, place: Token) -> Iterator[Candidate]:
        """The visit of those who are, were or will be at the place that the token names."""
        tree, where = self._tree, self._tree.unit(place).place
        being = next((c for c in place.children if c.dep_ == "cop" and c.lemma_ == "be"), None)
        if being is None or where is None or where.country is None or tree.case(place) != "in":
            return
        helping = {c.lower_ for c in place.children if c.dep_.startswith("aux")}
        denied = any(c.lower_ in _NOT for c in place.children)
        if denied or helping - {"has", "have", "had", "will"}:
            return
        for child in place.children:
            if child.dep_ not in SUBJECTS:
                continue
            found = tree.actors(child, deep=False)
            posted = any(m.office_kind in DIPLOMATIC for m in tree.unit(child).mentions)
            people = tuple(a for a in found.actors if a.kind is ActorClass.PERSON)
            if not people or posted or any(a.represents == where.country for a in people):
                continue
            made = Candidate(kind=EventClass.VISIT, trigger=place.i, pattern="presence")
            made.status = Status.PLANNED if "will" in helping else Status.HAPPENED
            made.confidence = 0.75
            made.add(Role.VISITOR, people, found.certainty)
            made.add(Role.TARGET, (where.country,), 0.9)
            made.place = where
            yield made
