"""Says whether an event happened, is planned, was called off, or is not said to be at all.

The answer is read off the words above the trigger: negation, modals, "if", "planned to", "refused
to", "ahead of". A wish, a demand, a condition or a denial is no event.
"""

from graph.model import Status
from ingest.clausestatus import ClauseStatus
from ingest.ownstatus import OwnStatus
from ingest.phrasestatus import PhraseStatus
from ingest.standing import Verdict
from ingest.statuswords import StatusWords
from ingest.tokens import Token
from ingest.tree import Tree

_LIMIT = 8


class StatusReader:
    """Reads statuses off the parse of a paragraph."""

    def __init__(self, tree: Tree, words: StatusWords) -> None:
        self._own = OwnStatus(tree, words)
        self._clauses = ClauseStatus(tree, words, self.of)
        self._phrases = PhraseStatus(tree, words, self.of)

    def of(self, token: Token, depth: int = 0) -> Verdict:
        """The status of the event that a verb or noun reports."""
        if depth > _LIMIT:
            return Verdict(Status.HAPPENED, 0.8)
        beside = _infinitive_beside(token) or _becoming_by(token)
        if beside is not None:
            return self.of(beside, depth + 1)
        own = self._own.of(token)
        if own is not None and own.status is not Status.PLANNED:
            return own
        above = self._above(token, depth)
        if own is not None and above.status is not None:
            return own if above.status is Status.HAPPENED else above
        return above if own is None or above.status is None else own

    def _above(self, token: Token, depth: int) -> Verdict:
        if token.head == token or token.dep_.lower() == "root":
            return Verdict(Status.HAPPENED)
        verbal = token.tag_.startswith("VB") and token.pos_ != "NOUN"
        if token.pos_ in {"VERB", "AUX"} or verbal:
            return self._clauses.of(token, depth)
        return self._phrases.of(token, depth)


def _becoming_by(token: Token) -> Token | None:
    """The deed by which one becomes the first to do it: "will visit X, becoming the first to"."""
    become = token.head
    if become.tag_ != "VBG" or become.lemma_ != "become" or token.i < become.i:
        return None
    before = token.doc[become.sent.start : become.i]
    return next((t for t in reversed(before) if t.pos_ == "VERB"), None)


def _infinitive_beside(token: Token) -> Token | None:
    """The first of two infinitives where the parse hangs the second on the verb above them.

    "agreed to expand trade and to cooperate": one is as real as the other.
    """
    if token.dep_ != "conj" or token.tag_ != "VB" or token.head.tag_ == "VB":
        return None
    if not any(child.dep_ == "mark" and child.lower_ == "to" for child in token.children):
        return None
    before = (c for c in token.head.children if c.dep_ == "xcomp" and c.i < token.i)
    return next((c for c in before if c.tag_ == "VB"), None)
