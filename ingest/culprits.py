"""Whose a deed is that somebody blames or takes up, and which state it was done in or from."""

from graph.model import ActorClass
from ingest.deeds import Deeds
from ingest.nominals import NOBODY, Found
from ingest.predicates import Predicate
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

WHERE = frozenset({"across", "in", "inside", "near", "throughout"})
"""Prepositions before the state in which something is done."""

_CUSTODY = frozenset(
    {
        "arrest", "conviction", "detention", "imprisonment", "jailing", "persecution", "sentencing",
        "treatment", "trial",
    }
)  # fmt: skip
"""What states do to their own people."""


class Culprits:
    """Finds whose the deeds are of which the verbs of one paragraph judge."""

    def __init__(self, tree: Tree, triggers: Triggers, deeds: Deeds) -> None:
        self._tree, self._affairs, self._deeds = tree, triggers.affairs, deeds

    def told_deed(self, deed: Token) -> Found:
        """Whose a deed is that is told: "the actions of X"; "attacks in X" may be anybody's."""
        harm = self._deeds.harms(deed) and not self._deeds.forced(deed)
        whose = any(case == "of" for case, _ in self._tree.obliques(deed))
        if harm and whose and (culprit := self.culprit(deed)):
            return culprit  # "the detention of citizens of X in Y" is Y's
        found = self._tree.owner(deed)
        there = found and self._tree.case(self._tree.doc[found.token]) in WHERE
        return NOBODY if there and not self.home(deed) else found

    def culprit(self, deed: Token) -> Found:
        """Whose a deed is that is blamed: "the execution of a citizen of X in Y" is Y's."""
        tree = self._tree
        if not self._deeds.harms(deed):
            return tree.owner(deed) or self._in_which(deed)
        found = tree.owner(deed, of=False, inside=False) or self.from_where(deed)
        return found or self._in_which(deed) or self.there(deed)

    def _in_which(self, incident: Token) -> Found:
        """Who did what an incident was: "an incident in which a vessel of X …"."""
        clauses = self._tree.children(incident, "acl:relcl", "acl")
        which = (c for c in clauses if any(w.lower_ == "which" for w in c.children))
        return next(filter(None, map(self._tree.subject, which)), NOBODY)

    def there(self, deed: Token) -> Found:
        """The state in which something was done, be it said of whom it was done to."""
        for token in deed.subtree:
            if self._tree.case(token) in WHERE and (found := self._tree.actors(token)):
                return Found(found.actors, found.certainty * 0.8, found.token)
        return NOBODY

    def at_home(self, deed: Token) -> Found:
        """The own state of whom a court or the police have: "the treatment of ex-president X"."""
        for case, child in self._tree.obliques(deed) if self._tree.lemma(deed) in _CUSTODY else ():
            held = self._tree.actors(child).actors if case == "of" else ()
            states = {actor.represents for actor in held if actor.kind is ActorClass.PERSON}
            state = states.pop() if len(states) == 1 else None
            if state is not None and state.kind is ActorClass.COUNTRY:
                return Found((state,), 0.75, child.i)
        return NOBODY

    def from_where(self, deed: Token) -> Found:
        """The state from which something was done: "rocket attacks from Gaza"."""
        for case, child in self._tree.obliques(deed):
            state = self._tree.unit(child).state if case == "from" else None
            if state is not None:
                return Found((state,), 0.8, child.i)
        return NOBODY

    def by_whom(self, predicate: Predicate) -> Found:
        """Whose deed it is by what it is called: "called the launch a provocation by X"."""
        for case, child in self._tree.obliques(predicate.verb):
            for by, one in self._tree.obliques(child) if case == "as" else ():
                if by == "by" and (found := self._tree.actors(one)):
                    return self._tree.lowered(found, 0.85)
        return NOBODY

    def done_by(self, predicate: Predicate) -> Found:
        """By whom a deed was done, where that was hung on the verb: "condemned it | by X"."""
        if predicate.passive:
            return NOBODY
        by = self._tree.behind(predicate.verb, "by")
        return next(filter(None, map(self._tree.actors, by)), NOBODY)

    def strayed(self, predicate: Predicate, thing: Token) -> Found:
        """Whose it is, where the parse hangs that on the verb: "called the vote | in X a sham"."""
        for case, child in self._tree.obliques(predicate.verb):
            own = self.home(thing) and child.left_edge.i == thing.i + 1
            if case == "in" and (own or self._tree.judged_in(child) == thing):
                return self._tree.lowered(self._tree.actors(child), 0.85)
        return NOBODY

    def home(self, deed: Token) -> bool:
        """Whether what is in a state is its own: "the election in X"."""
        return self._tree.lemma(deed) in self._affairs
