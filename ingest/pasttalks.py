"""The talks that were told so far, to which what is read next may go back."""

from collections.abc import Sequence

from graph.model import EventClass, Status
from ingest.attending import bare_session
from ingest.candidates import Candidate
from ingest.checks import dates_agree
from ingest.roles import GATHERINGS
from ingest.tokens import Span, Token
from ingest.tree import Tree

HELD = GATHERINGS | {EventClass.SIGNING}
"""Classes at which somebody may be present."""
SAME = frozenset({"meeting", "talk", "discussion", "negotiation", "conversation"})
"""Nouns that with "the" mean talks told before, and no others."""
_BACK, _FAR = 2, 14
"""How many sentences talks may lie back, and those that are called by their noun again."""
_SESSIONS = frozenset({"event", "gathering", "meeting", "session"})
"""What any session may be called again that was named before."""


class PastTalks:
    """The talks of the sentences of an article up to the one that is read."""

    def __init__(self) -> None:
        self._before: list[tuple[Candidate, ...]] = []
        self._nouns: dict[int, str] = {}

    def go_on(self, here: tuple[Candidate, ...], tree: Tree) -> None:
        """Takes in the talks of the sentence that is read."""
        self._nouns.update((id(c), tree.lemma(tree.doc[c.trigger])) for c in here)
        self._before.append(here)

    def count_as(self, here: tuple[Candidate, ...]) -> None:
        """Says which talks the sentence that is read was about, for those after it."""
        self._before[-1] = here

    def near(self, talks: Candidate) -> bool:
        """Whether talks were told of in the last sentences before the one that is read."""
        return any(talks in each for each in self._before[-_BACK - 1 : -1])

    def meant(self, sentence: Span, tree: Tree) -> Candidate | None:
        """The talks to which the sentence that is read next may belong."""
        last = self._before[-_BACK:]
        talks = _last(last) or self._called(sentence, tree)
        if any(token.lower_ == "signatories" for token in sentence):
            talks = _signed(last)
        return None if talks is None or _another(talks, sentence, tree) else talks

    def one_with(self, talks: Candidate, other: Candidate, tree: Tree) -> bool:
        """Whether a candidate is the same session again: "held a summit. The summit brought Y"."""
        if other is talks or other.kind not in GATHERINGS or other.status is not talks.status:
            return False
        if talks.kind is not EventClass.CONVENING or not dates_agree(talks.date, other.date):
            return False
        token = tree.doc[other.trigger]
        noun = token.pos_ == "NOUN"
        things = [token] if noun else list(tree.children(token, "nsubj", "nsubj:pass"))
        told = self._nouns.get(id(talks), "")
        return any(
            tree.lemma(one) in {told, *_SESSIONS}
            and definite(one)
            and not any(c.dep_ in {"amod", "compound", "nmod", "acl"} for c in one.children)
            and (tree.unit(one).session is None or bare_session(one, tree))
            for one in things
        )

    def _called(self, sentence: Span, tree: Tree) -> Candidate | None:
        """The last talks that the sentence calls by their noun again: "the talks", "the summit"."""
        for token in sentence:
            noun = tree.lemma(token)
            same = SAME if noun in SAME else {noun}
            if token.pos_ not in {"NOUN", "PROPN"} or not definite(token):
                continue
            for candidates in reversed(self._before[-_FAR:]):
                gatherings = (c for c in candidates if c.kind in GATHERINGS)
                found = [c for c in gatherings if self._nouns.get(id(c)) in same]
                if found and found[0].status is Status.HAPPENED:
                    return found[0]
        return None


def definite(noun: Token) -> bool:
    """Whether a noun has the article of what was told before."""
    return any(c.lower_ == "the" for c in noun.children)


def _last(sentences: Sequence[tuple[Candidate, ...]]) -> Candidate | None:
    """The last talks of the sentences that took place or will; or what was signed last."""
    for kinds in (GATHERINGS, HELD):
        for candidates in reversed(sentences):
            found = [c for c in candidates if c.kind in kinds]
            found = [c for c in found if c.status is Status.HAPPENED] or found
            if found and found[0].status is not Status.CALLED_OFF:
                return max(found, key=lambda c: len(c.everybody()))
    return None


def _signed(sentences: Sequence[tuple[Candidate, ...]]) -> Candidate | None:
    """What was signed last, and by whom is told further on: "The signatories are X and Y"."""
    signings = [c for each in sentences for c in each if c.kind is EventClass.SIGNING]
    return signings[-1] if signings else None


def _another(talks: Candidate, sentence: Span, tree: Tree) -> bool:
    """Whether the sentence is on a session, and the talks told before were none."""
    return talks.kind is not EventClass.CONVENING and any(
        bare_session(token, tree) and token.head.pos_ == "VERB" for token in sentence
    )
