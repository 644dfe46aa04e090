"""Deeds that nouns tell, and whom they harm: "the invasion of X", "the sanctions on Y"."""

from ingest.tokens import Token
from ingest.tree import Tree
from ingest.triggers import Triggers

_UPON = frozenset({"against", "at", "on", "upon"})
_PENALTIES = frozenset(
    {"ban", "blockade", "boycott", "embargo", "restriction", "sanction", "tariff"}
)


class Deeds:
    """Tells whom the deeds that the nouns of one paragraph tell are done to."""

    def __init__(self, tree: Tree, triggers: Triggers) -> None:
        self._tree, self._triggers, self._words = tree, triggers, triggers.grammar
        self.told = self._words.doings | self._words.remarks
        """Nouns that sum up what somebody does or says: "announcement", "decision"."""

    def suffers(self, token: Token) -> bool:
        """Whether it is whom harm is done to: "the invasion of X", "the sanctions on Y's men"."""
        at = token.head if token.dep_ in {"amod", "compound", "nmod:poss"} else token
        case, deed = self._tree.case(at), at.head
        before = self._tree.doc[at.left_edge.i - 1]
        if at.dep_ == "obl" and before.pos_ == "NOUN":
            deed = before  # "condemned the embargo on X", parsed as "condemned on X"
        if case in _UPON and at.dep_ in {"nmod", "obl"}:
            return self.forced(deed) or self._tree.lemma(deed) in _PENALTIES
        return case == "of" and self.harms(deed)

    def harms(self, deed: Token) -> bool:
        """Whether whom the deed is of suffers it: "the execution of X"."""
        return self._tree.lemma(deed) in self._words.harms | self._words.falls or self.forced(deed)

    def forced(self, deed: Token) -> bool:
        """Whether it is an act of force."""
        nouns = self._triggers.nouns.get(self._tree.lemma(deed), ())
        return any(noun.force for _, noun in nouns)
