"""Who brokered talks or a truce by a compound: "the Egyptian-brokered truce between X and Y"."""

from collections.abc import Iterator

from graph.model import EventClass, Role
from ingest.candidates import Candidate
from ingest.meetings import Meetings
from ingest.roles import BROKERING, LED
from ingest.status import StatusReader
from ingest.tokens import Token
from ingest.tree import Tree

BROKERS = BROKERING | LED
"""Words that may tell of it."""
_TALKS = frozenset({"dialogue", "mediation", "negotiation", "process", "talk", "talks"})
_OWN = frozenset({"by", "with"})
"""Prepositions behind which those stand who talk with the leaders themselves."""


class Brokers:
    """Reads the mediations that compounds of one paragraph tell of."""

    def __init__(self, tree: Tree, status: StatusReader, meetings: Meetings) -> None:
        self._tree, self._status, self._meetings = tree, status, meetings

    def events(self, token: Token) -> Iterator[Candidate]:
        """The mediation of which "X-brokered" tells."""
        doc, at = self._tree.doc, token.i
        if at < 2 or doc[at - 1].text != "-" or not self._brokering(token):
            return
        broker = self._tree.unit(doc[at - 2])
        verdict = self._status.of(token.head)
        if not broker.actors or verdict.status is None or token.head == token:
            return
        made = Candidate(kind=EventClass.MEDIATION, trigger=at, status=verdict.status)
        made.confidence, made.pattern = 0.85 * verdict.certainty, "noun"
        made.add(Role.SOURCE, broker.actors, broker.certainty * 0.95)
        self._meetings.parties(made, [token.head])
        yield made

    def _brokering(self, token: Token) -> bool:
        """Whether what is said so is brokered, or talks that somebody leads: "UN-led talks"."""
        talks = token.head
        if token.lower_ in BROKERING:
            return True
        if token.lower_ not in LED or self._tree.lemma(talks) not in _TALKS:
            return False
        return not any(case in _OWN for case, _ in self._tree.obliques(talks))
