"""The other side of what becomes of a diplomat, where a sentence before tells it.

"Britain broke off relations with X. X's ambassador was told to leave": by Britain. "X recalled its
ambassador from Y. …. The minister called Ambassador A home": from Y.
"""

from collections.abc import Sequence

from graph.model import EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side, side_of
from ingest.told import Told, numbered

_HOSTILE = frozenset({EventClass.ACCUSATION, EventClass.RELATIONS_DOWNGRADE, EventClass.SANCTION})
_OPEN = frozenset({"envoy", "mission", "verb"})
"""Which rules leave a side to the sentences before."""
_BACK = 3
"""How many sentences that may lie back."""
_CERTAINTY = 0.8


def oust(article: Sequence[Told]) -> None:
    """Gives what becomes of diplomats the side that it lacks.

    ``article`` holds its paragraphs in the order of the text.
    """
    before: list[tuple[int, Candidate]] = []
    for here, _, candidate in numbered(article):
        near = [deed for there, deed in before if here - there <= _BACK]
        if candidate.kind is EventClass.RELATIONS_DOWNGRADE and candidate.pattern in _OPEN:
            _complete(candidate, near)
        before.append((here, candidate))


def _complete(made: Candidate, near: Sequence[Candidate]) -> None:
    """Puts in the side that is told before."""
    sources, targets = made.of(Role.SOURCE), made.of(Role.TARGET)
    if made.status is not Status.HAPPENED or bool(sources) == bool(targets):
        return
    mine = {side(actor) for actor in (*sources, *targets)}
    for deed in reversed(near):
        doers, hit = deed.of(Role.SOURCE), deed.of(Role.TARGET)
        if not (doers and hit):
            continue
        aimed = deed.kind in _HOSTILE if targets else deed.kind is made.kind
        if aimed and mine <= {side(actor) for actor in hit}:
            found = tuple(dict.fromkeys(side_of(a) for a in doers if side(a) not in mine))
            role = Role.SOURCE if targets else Role.TARGET  # "X, cut off by Y, cut ties"
        elif (
            sources
            and made.pattern == "envoy"
            and deed.kind is made.kind
            and mine <= {side(actor) for actor in doers}
        ):
            found = tuple(dict.fromkeys(side_of(a) for a in hit if side(a) not in mine))
            role = Role.TARGET
        else:
            continue
        if found:
            made.add(role, found, _CERTAINTY)
            made.besides.append((deed.start, deed.end))
            return
