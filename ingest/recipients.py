"""Whom aid goes to, where the verb's own objects do not say so."""

from graph.model import Actor, ActorClass, Role
from ingest.candidates import Candidate
from ingest.nominals import NOBODY, Found
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Grammar

_GIVING = frozenset(
    {
        "deliver", "drop", "feed", "freeze", "give", "halt", "provide", "restart", "resume", "send",
        "stop", "supply", "suspend",
    }
)  # fmt: skip
_PUBLISHING = frozenset({"announce", "approve", "unveil"})
"""Verbs of what may be meant for one's own people: "approved a vaccine made in X"."""
_WHERE = frozenset({"across", "in", "inside", "into", "over"})
"""Prepositions before where aid is brought."""
_AMOUNTS = frozenset({"billion", "dollar", "euro", "million", "ton", "tonne"})


class Recipients:
    """Finds whom the aid that one paragraph tells of goes to."""

    def __init__(self, tree: Tree, words: Grammar) -> None:
        self._tree, self._words = tree, words

    def add(self, made: Candidate, verb: Token) -> None:
        """Whom aid went to, where the clause leaves it: the only other state of the sentence."""
        tree = self._tree
        some = [c for one in tree.objects(verb) for c in tree.behind(one, "of")]
        for one in (verb, *tree.objects(verb), *some):  # "made funds available to X"
            for thing in tree.children(one, "amod", "xcomp", "acl", "conj"):
                for case, child in tree.obliques(thing) if thing.lower_ == "available" else ():
                    found = tree.actors(child) if case in {"for", "to"} else NOBODY
                    made.add(Role.TARGET, found.actors, found.certainty * 0.85)
        near = (verb, *tree.objects(verb))
        people = [c for one in near for c in tree.behind(one, "for", "to")]
        for head in (*near, *people):  # "delivers food in X", "to people in X"
            for case, child in tree.obliques(head) if tree.lemma(verb) in _GIVING else ():
                found = tree.actors(child) if case in _WHERE else NOBODY
                state = tree.unit(child).state if case in _WHERE else None
                if state is not None and not found and tree.unit(child).date is None:
                    found = Found((state,), 0.75, child.i)
                made.add(Role.TARGET, found.actors, found.certainty * 0.85)
        if made.of(Role.TARGET) or self._tree.lemma(verb) in _PUBLISHING:
            return
        others: dict[Actor, None] = {}
        for token in verb.sent:
            unit = self._tree.unit(token)
            passing = self._tree.case(token) in {"via", "through", "from", "in", "over"}
            passing = passing and self._tree.lemma(token.head) not in {"arrive", "land"}
            passing = passing or self._aside(token)
            if unit.place is None and not (unit.demonym or passing):
                others.update((a, None) for a in unit.actors if a.kind is ActorClass.COUNTRY)
        left = [a for a in others if a not in made.everybody()]
        if len(left) == 1:
            made.add(Role.TARGET, tuple(left), 0.6)

    def _aside(self, token: Token) -> bool:
        """Whether the grammar speaks against a receiver: who says so, an owner, a doer."""
        if token.dep_ == "compound":  # "has given X 30 million dollars", and no "X's agency"
            return self._tree.lemma(token.head) not in _AMOUNTS
        if token.dep_.startswith("nsubj"):
            return self._tree.lemma(token.head) in self._words.saying
        by = token.dep_ == "obl:agent" and self._tree.lemma(token.head) != "owe"
        return by or token.dep_ == "nmod:poss"
