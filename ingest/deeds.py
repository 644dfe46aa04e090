"""Deeds that nouns tell, and whom they harm: "the invasion of X", "the sanctions on Y"."""

from spacy.tokens import Token

from ingest.tree import Tree
from ingest.triggers import Triggers

HARMS = frozenset(
    {
        "abduction", "arrest", "conviction", "death", "deportation", "detention", "dismemberment",
        "displacement", "division", "execution", "expulsion", "hanging", "imprisonment", "jailing",
        "murder", "partition", "persecution", "relocation", "reoccupation", "resettlement",
        "sentencing", "torture", "treatment", "trial",
    }
)  # fmt: skip
"""What is done to those whom it is of."""
_UPON = frozenset({"against", "at", "on", "upon"})
_PENALTIES = frozenset(
    {"ban", "blockade", "boycott", "embargo", "restriction", "sanction", "tariff"}
)
FALLS = frozenset(
    {
        "arrest", "capture", "conviction", "death", "defeat", "demise", "downfall", "execution",
        "fall", "hanging", "ouster", "overthrow", "removal", "resignation", "secession", "toppling",
    }
)  # fmt: skip
"""What is welcomed by no friend of whom it befalls."""
FIGHTING = frozenset(
    {
        "attack", "blockade", "bloodshed", "bombardment", "bombing", "clash", "conflict",
        "crackdown", "fighting", "hostility", "hostilities", "killing", "occupation", "offensive",
        "repression", "shelling", "siege", "strike", "unrest", "violence", "war",
    }
)  # fmt: skip
"""What is to end where peace is called for."""


class Deeds:
    """Tells whom the deeds that the nouns of one paragraph tell are done to."""

    def __init__(self, tree: Tree, triggers: Triggers) -> None:
        self._tree, self._triggers = tree, triggers

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
        return self._tree.lemma(deed) in HARMS | FALLS or self.forced(deed)

    def forced(self, deed: Token) -> bool:
        """Whether it is an act of force."""
        nouns = self._triggers.nouns.get(self._tree.lemma(deed), ())
        return any(noun.force for _, noun in nouns)
