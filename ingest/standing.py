"""How a text lets an event stand, and what is asked of each word above it."""

from collections.abc import Callable
from dataclasses import dataclass

from graph.model import Status
from ingest.statuswords import StatusWords
from ingest.tokens import Token
from ingest.tree import Tree


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status that the text gives an event; None where it is not said to be."""

    status: Status | None
    certainty: float = 1.0


NO_EVENT = Verdict(None)


class Standing:
    """What the rules for verbs and those for nouns share: the parse, the words and the way up."""

    def __init__(
        self, tree: Tree, words: StatusWords, above: Callable[[Token, int], Verdict]
    ) -> None:
        self._tree, self._words, self._status = tree, words, above

    def _lemma(self, token: Token) -> str:
        return self._tree.lemma(token)

    def _given_up(self, plan: Token) -> bool:
        """Whether somebody dropped the plan: "scrapped plans to visit X"."""
        verb = plan.head
        if plan.dep_ not in {"obj", "nsubj:pass"} or self._lemma(plan) not in self._words.planned:
            return False
        return self._lemma(verb) in self._words.called_off and bool(self._status(verb, 0).status)

    def _looks_forward(self, verb: Token) -> bool:
        return self._lemma(verb) == "look" and any(c.lower_ == "forward" for c in verb.children)
