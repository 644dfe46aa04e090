"""From which confidence on what was read counts as an event of its class.

The network weighs what the rules read: its confidence is then the geometric mean of both. Below the
bounds here, at least two of three events were wrong in the annotated items. Talks are often told by
words that the network does not know, so that it doubts them more than is right.
"""

from collections.abc import Mapping

from graph.model import EventClass
from ingest.candidates import Candidate

LEAST: Mapping[EventClass, float] = {
    EventClass.ACCUSATION: 0.5,
    EventClass.AGREEMENT: 0.35,
    EventClass.AID: 0.5,
    EventClass.COOPERATION: 0.55,
    EventClass.FORCE: 0.45,
    EventClass.MEETING: 0.15,
    EventClass.REJECTION: 0.5,
    EventClass.REQUEST: 0.5,
    EventClass.SANCTION: 0.38,
    EventClass.SUPPORT: 0.5,
    EventClass.THREAT: 0.5,
    EventClass.VISIT: 0.3,
}
"""By class the least confidence; a class that is not here has none."""
_LIST = 5
"""Parties that make a list, of which the network is less sure for each two than the text is."""


def likely(candidate: Candidate) -> bool:
    """Whether the candidate is right often enough to be told."""
    listed = candidate.kind.symmetric and len(candidate.everybody()) >= _LIST
    return listed or candidate.confidence >= LEAST.get(candidate.kind, 0.0)
