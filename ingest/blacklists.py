"""Lists of sanctions and of terrorists: who is put on one, and whose it is."""

from ingest.nominals import NOBODY, Found
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Grammar

_SANCTIONED = frozenset(
    {
        "black", "entity", "sanction", "sanctioned", "sanctions", "terror", "terrorist",
        "terrorism", "wanted",
    }
)  # fmt: skip
"""Words that make a list one of sanctions."""
_BANNED = frozenset({"banned", "extremist", "illegal", "terror", "terrorist", "undesirable"})
"""What a state calls an organisation that it forbids."""


class Blacklists:
    """Finds the lists on which the verbs of one paragraph put somebody."""

    def __init__(self, tree: Tree, words: Grammar) -> None:
        self._tree, self._words = tree, words

    def listing(self, verb: Token) -> Token | None:
        """The list of sanctions that the verb's objects are put on."""
        heads = (verb, *self._tree.objects(verb))
        for case, child in (pair for head in heads for pair in self._tree.obliques(head)):
            words = {c.lower_ for c in child.subtree}
            black = "blacklist" in words or bool(words & _SANCTIONED)
            listed = child.lemma_ in {"list", "blacklist", "register"} or any(
                c.lemma_ == "list" for c in self._tree.children(child, "nmod", "compound")
            )  # "its state sponsors of terrorism list"
            if case in {"to", "on", "in", "from"} and listed and black:
                return child
        return None

    def outlawed(self, verb: Token) -> bool:
        """Whether somebody is forbidden by what they are called: "declared X a terrorist group"."""
        if self._tree.lemma(verb) not in self._words.outlawing:
            return False
        bodies = (t for t in verb.subtree if self._tree.lemma(t) in self._words.bands)
        return any(c.lower_ in _BANNED for body in bodies for c in body.children)

    def lister(self, verb: Token) -> Found:
        """Whose list it is: "were added to the EU sanctions list"."""
        found = self.listing(verb)
        return self._tree.owner(found) if found is not None else NOBODY
