"""From the candidates of an article to its events, each with where it is told."""

from collections.abc import Iterator, Sequence

from graph.model import Event, EventClass
from ingest.candidates import Candidate
from ingest.checks import event, known, side, sound
from ingest.likelihood import likely
from ingest.merging import Dealing, gathered
from ingest.participation.roll import Report, Reported, Roll
from ingest.relations.weighing import near
from ingest.told import Told

_OF_RELATIONS = frozenset({"mission", "verb"})
"""Rules that tell of relations or embassies, and of no envoy."""
_HOME = frozenset({"back", "home"})
_RECALLING = frozenset({"recall", "withdraw"})
"""What is done with an envoy of one's own."""


def reported(article: Sequence[Told], stated: Sequence[Event], roll: Roll) -> list[Reported]:
    """The events of an article, each once; behind them what is read by half.

    ``stated`` are those that no sentence tells: what the article itself is, as a joint statement.
    """
    good = [(told, c) for told in article for c in told.candidates if likely(c) and sound(c)]
    first = len(stated)
    events = [*stated, *(event(candidate, roll.text) for _, candidate in good)]
    about = [Dealing.OTHER] * first + [_about(told, candidate) for told, candidate in good]
    reports = [_report(roll, *each) for each in good]
    whole = [
        Reported(each, tuple(reports[n - first] for n in numbers if n >= first), about=dealing)
        for each, dealing, numbers in gathered(events, about)
    ]
    half = [
        Reported(event(candidate, roll.text), (_report(roll, told, candidate),), whole=False)
        for told, candidate in half_read(article)
        if likely(candidate)
    ]
    return [*whole, *half]


def _about(told: Told, candidate: Candidate) -> Dealing:
    if candidate.pattern in _OF_RELATIONS:
        return Dealing.TIES
    verb = told.tree.doc[candidate.trigger]
    home = told.tree.lemma(verb) == "call" and any(c.lower_ in _HOME for c in verb.children)
    recalled = home or told.tree.lemma(verb) in _RECALLING
    return Dealing.RECALL if candidate.pattern == "envoy" and recalled else Dealing.OTHER


def _report(roll: Roll, told: Told, candidate: Candidate) -> Report:
    return Report(roll.line(told, candidate.trigger), candidate)


def half_read(article: Sequence[Told]) -> Iterator[tuple[Told, Candidate]]:
    """What is told of somebody who is known, of which another party is not known.

    Not where the same sentence tells the same of the same side of somebody else.
    """
    for told in article:
        whole = [candidate for candidate in told.candidates if sound(candidate)]
        read = set(map(id, whole))
        before: set[tuple[int, EventClass, frozenset[str]]] = set()
        for candidate in told.candidates:
            actors = candidate.everybody()
            kind, sides = near(candidate.kind), set(map(side, actors))
            same = (candidate.start, kind, frozenset(actor.key for actor in actors))
            again = same in before or any(
                other.start == candidate.start
                and near(other.kind) is kind
                and not sides.isdisjoint(map(side, other.everybody()))
                for other in whole
            )
            if not again and any(map(known, actors)) and id(candidate) not in read:
                before.add(same)
                yield told, candidate
