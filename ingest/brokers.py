"""Who brokered talks or a truce by a compound: "the Egyptian-brokered truce between X and Y"."""

from collections.abc import Iterator

from spacy.tokens import Token

from graph.model import EventClass, Role
from ingest.candidates import Candidate
from ingest.meetings import Meetings
from ingest.roles import BROKERING
from ingest.status import StatusReader
from ingest.tree import Tree


class Brokers:
    """Reads the mediations that compounds of one paragraph tell of."""

    def __init__(self, tree: Tree, status: StatusReader, meetings: Meetings) -> None:
        self._tree, self._status, self._meetings = tree, status, meetings

    def events(self, token: Token) -> Iterator[Candidate]:
        """The mediation of which "X-brokered" tells."""
        doc, at = self._tree.doc, token.i
        if token.lower_ not in BROKERING or at < 2 or doc[at - 1].text != "-":
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
