"""Whom a traveller visits who is said to have come to somebody, and not where."""

from collections.abc import Iterator

from graph.model import ActorClass, EventClass, Role
from ingest.candidates import Candidate
from ingest.checks import side_of
from ingest.tokens import Token
from ingest.tree import Tree

_TALKS = frozenset(
    {
        "consultation", "conversation", "discussion", "meeting", "negotiation", "summit", "talk",
        "talks",
    }
)  # fmt: skip


_MEANWHILE = frozenset({"ahead", "against", "amid", "before", "during", "for"})


class Invitations:
    """Reads the hosts of visits off the parse of a paragraph."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def add(self, made: Candidate, trigger: Token) -> None:
        """Puts in the state of who invited, or of those whom one came "here" to talk with."""
        if made.kind is not EventClass.VISIT or made.of(Role.TARGET) or made.place is not None:
            return
        for case, child in self._beside(trigger):
            invited = case in {"at", "on"} and self._tree.lemma(child) == "invitation"
            talks = case == "for" and self._tree.lemma(child) in _TALKS
            if not invited and not (talks and self._here(trigger)):
                continue
            found = self._tree.owner(child, inside=False)
            for inner, one in self._tree.obliques(child) if talks or not found else ():
                if inner in {"with", "of", "from"}:
                    found = found or self._tree.actors(one)
            hosts = {side_of(actor) for actor in found.actors}
            if len(hosts) == 1 and all(host.kind is ActorClass.COUNTRY for host in hosts):
                made.add(Role.TARGET, tuple(hosts), found.certainty * 0.8)
                return
        self._meanwhile(made, trigger)

    def _meanwhile(self, made: Candidate, trigger: Token) -> None:
        """Puts in where others do something for a visit: "rallied in Lima during X's visit"."""
        tree, verb = self._tree, trigger.head
        if trigger.pos_ != "NOUN" or verb.pos_ != "VERB" or tree.case(trigger) not in _MEANWHILE:
            return
        visitors = {side_of(actor) for actor in made.of(Role.VISITOR)}
        if not visitors or visitors & {side_of(a) for a in tree.doer(verb).actors}:
            return
        for case, child in tree.obliques(verb):
            state = tree.unit(child).state if case in {"at", "in"} else None
            if state is not None and state not in visitors:
                made.add(Role.TARGET, (state,), 0.8)
                made.place = tree.unit(child).place
                return

    def _beside(self, trigger: Token) -> Iterator[tuple[str, Token]]:
        """The prepositional phrases by the word that tells of the visit, and by its verb."""
        yield from self._tree.obliques(trigger)
        if trigger.pos_ == "NOUN" and trigger.dep_ in {"obj", "obl", "nmod"}:
            yield from self._tree.obliques(trigger.head)

    @staticmethod
    def _here(trigger: Token) -> bool:
        """Whether one arrived where the report was written."""
        return any(child.lower_ == "here" for child in trigger.children)
