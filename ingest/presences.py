"""Visits that are told by where somebody is: "X was in Warsaw on Friday"."""

from collections.abc import Iterator

from spacy.tokens import Token

from graph.model import ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side_of
from ingest.parse import NEVER, SUBJECTS
from ingest.roles import DIPLOMATIC
from ingest.tree import Tree

_SENT = frozenset({"delegation", "mission", "team"})
_NOT = NEVER | {"no"}


class Presences:
    """Reads who is where off the parse of a paragraph."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def events(self, place: Token) -> Iterator[Candidate]:
        """The visit of those who are, were or will be at the place that the token names."""
        tree, where = self._tree, self._tree.unit(place).place
        at = place.head if place.head.lower_ == "back" else place  # "is back in X"
        being = next((c for c in at.children if c.dep_ == "cop" and c.lemma_ == "be"), None)
        if being is None or where is None or where.country is None or tree.case(place) != "in":
            return
        helping = {c.lower_ for c in at.children if c.dep_.startswith("aux")}
        denied = any(c.lower_ in _NOT for c in at.children)
        if denied or helping - {"has", "have", "had", "will"}:
            return
        own = any(c.dep_ in SUBJECTS or c.dep_ == "expl" for c in at.children)
        above = at if own or at.dep_ != "conj" else at.head  # "fled and is now in X"
        for child in above.children:
            named = child.dep_ == "expl" and not tree.pronoun(child)  # "it", for a delegation
            if child.dep_ not in SUBJECTS and not named:
                continue
            sent = tree.lemma(child) in _SENT
            found = tree.actors(child, deep=sent)
            posted = any(m.office_kind in DIPLOMATIC for m in tree.unit(child).mentions)
            sent = sent or self._delegation(child)
            people = tuple(a for a in found.actors if sent or a.kind is ActorClass.PERSON)
            if not people or posted or any(side_of(a) == where.country for a in people):
                continue
            made = Candidate(kind=EventClass.VISIT, trigger=place.i, pattern="presence")
            made.status = Status.PLANNED if "will" in helping else Status.HAPPENED
            made.confidence = 0.75
            made.add(Role.VISITOR, people, found.certainty)
            made.add(Role.TARGET, (where.country,), 0.9)
            made.place = where
            yield made

    def _delegation(self, token: Token) -> bool:
        """Whether it names those whom somebody sent: "a Kenyan delegation"."""
        mention = self._tree.unit(token).mention
        words = mention.name.lower().split() if mention is not None else []
        return bool({word.removesuffix("s") for word in words} & _SENT)
