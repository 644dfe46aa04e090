"""What is done "in protest" to a state accuses it: "recalled its envoy to X in protest over Y"."""

from collections.abc import Iterator, Sequence

from graph.model import EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.tree import Tree

_DONE = frozenset({EventClass.REJECTION, EventClass.RELATIONS_DOWNGRADE, EventClass.SANCTION})
"""What one may do in protest."""
_AT = frozenset({"about", "against", "at", "of", "over"})
"""Before what it is that one protests at."""
_CERTAINTY, _CONFIDENCE = 0.85, 0.8


def protested(tree: Tree, here: Sequence[Candidate]) -> Iterator[Candidate]:
    """An accusation for each deed that is done in protest, where nobody else is protested at.

    ``here`` is what the paragraph tells; an accusation of it without a target gets it.
    """
    for deed in here:
        if deed.kind not in _DONE or deed.status is not Status.HAPPENED:
            continue
        sources, targets = deed.of(Role.SOURCE), deed.of(Role.TARGET)
        protests = [
            token
            for token in tree.doc[deed.trigger].subtree
            if tree.lemma(token) == "protest"
            and tree.case(token) == "in"
            and not _AT.isdisjoint(after.lower_ for after in tree.doc[token.i + 1 : token.i + 2])
        ]
        if not (protests and sources and targets):
            continue
        told = [c for c in here if c.kind is EventClass.ACCUSATION and c.trigger == protests[0].i]
        if any(c.of(Role.TARGET) for c in told):
            continue
        made = Candidate(kind=EventClass.ACCUSATION, trigger=protests[0].i, confidence=_CONFIDENCE)
        made = told[0] if told else made
        made.pattern, made.roles = "governed", {}
        made.add(Role.SOURCE, tuple(sources), _CERTAINTY)
        made.add(Role.TARGET, tuple(targets), _CERTAINTY)
        if not told:
            yield made
