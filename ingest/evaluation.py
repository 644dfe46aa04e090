"""How good a reader is: readings scored against hand-made annotation.

Counts are added over all articles (micro-averaged). Pure: the caller has read both sides.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graph.model import EventClass, Reading
from ingest.gazetteer import load_gazetteer
from ingest.gold import Annotated
from ingest.matching import (
    Directory,
    LinkMatch,
    match_links,
    match_titles,
    pair_events,
)
from ingest.tellings import Link, Telling, distinct, folded, links

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Bounds of the bins of confidence; few readers are less sure than one half."""


@dataclass(slots=True)
class Tally:
    """How many were wanted, read, and right; a near class counts as right for both classes."""

    wanted: int = 0
    read: int = 0
    found: int = 0
    """Wanted ones that were read."""
    right: int = 0
    """Read ones that were wanted."""

    @property
    def precision(self) -> float:
        """Share of what was read that is right, in per cent."""
        return _percent(self.right, self.read)

    @property
    def recall(self) -> float:
        """Share of what there is that was read, in per cent."""
        return _percent(self.found, self.wanted)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in per cent."""
        p = self.right / self.read if self.read else 0.0
        r = self.found / self.wanted if self.wanted else 0.0
        return round(200 * p * r / (p + r), 1) if p + r else 0.0


@dataclass(slots=True)
class Share:
    """How many of so many are right."""

    right: int = 0
    of: int = 0

    @property
    def percent(self) -> float:
        """The share, in per cent."""
        return _percent(self.right, self.of)

    def add(self, right: bool) -> None:
        """Counts one more."""
        self.of += 1
        self.right += right


@dataclass(slots=True)
class Bin:
    """Events that the reader was about equally sure of."""

    low: float
    high: float
    right: int = 0
    events: int = 0
    confidence: float = 0.0
    """Sum over the events; divided by their number it is what the reader promised."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One link that was missed, or read where there is none."""

    article: str
    wanted: bool
    link: Link


@dataclass(slots=True, kw_only=True)
class Evaluation:
    """All figures."""

    articles: int = 0
    relations: Tally = field(default_factory=Tally)
    dyads: Tally = field(default_factory=Tally)
    events: Tally = field(default_factory=Tally)
    documents: Tally = field(default_factory=Tally)
    date: Share = field(default_factory=Share)
    place: Share = field(default_factory=Share)
    status: Share = field(default_factory=Share)
    traps: int = 0
    """Articles that report nothing."""
    trapped: int = 0
    """Events read out of them."""
    relations_of: dict[EventClass, Tally] = field(default_factory=dict)
    events_of: dict[EventClass, Tally] = field(default_factory=dict)
    confusion: Counter[tuple[EventClass, EventClass]] = field(default_factory=Counter)
    """How often an event of the first class was read as one of the second."""
    bins: list[Bin] = field(default_factory=lambda: [Bin(a, b) for a, b in pairwise(BINS)])
    judged: list[tuple[float, bool]] = field(default_factory=list)
    """The confidence of each event that was read, and whether it is right."""
    misses: list[Miss] = field(default_factory=list)

    @property
    def calibration_error(self) -> float:
        """Mean distance between confidence and share right, weighted by events, in per cent."""
        events = sum(each.events for each in self.bins)
        return _percent(sum(abs(each.confidence - each.right) for each in self.bins), events)


def evaluate(
    gold: Mapping[str, Annotated], readings: Sequence[Reading], min_confidence: float = 0.0
) -> Evaluation:
    """The figures for readings of the annotated articles; events below the confidence are left out.

    An article that was not read counts as read without events; a reading of another is ignored.
    """
    directory = Directory(readings)
    read = {r.article.id: directory.tellings(r, min_confidence) for r in readings}
    out = Evaluation(articles=len(gold))
    for kind in EventClass:
        out.relations_of[kind] = Tally()
        out.events_of[kind] = Tally()
    for annotated in gold.values():
        _add(out, annotated, read.get(annotated.id, ()))
    return out


def _add(out: Evaluation, annotated: Annotated, read: Sequence[Telling]) -> None:
    wanted = annotated.events
    if not wanted:
        out.traps += 1
        out.trapped += len(read)
    match = _links(wanted, read, lifted=False)
    _count_links(out.relations, match)
    _count_links(out.dyads, _links(wanted, read, lifted=True))
    _count_link_classes(out.relations_of, match)
    out.misses.extend(Miss(annotated.id, True, link) for link in match.missed)
    out.misses.extend(Miss(annotated.id, False, link) for link in match.extra)
    pairs = pair_events(wanted, read)
    _count_events(out, wanted, read, pairs)
    _count_documents(out.documents, wanted, read)
    for i, j in pairs:
        _judge(out, wanted[i], read[j])
    right = {j for _, j in pairs}
    for j, event in enumerate(read):
        _bin(out.bins, event.confidence, j in right)
        out.judged.append((event.confidence, j in right))


def _links(wanted: Sequence[Telling], read: Sequence[Telling], *, lifted: bool) -> LinkMatch:
    ours, theirs = (
        distinct(link for event in side for link in links(event, lifted=lifted))
        for side in (wanted, read)
    )
    return match_links(ours, theirs)


def _count_links(tally: Tally, match: LinkMatch) -> None:
    found = len(match.found)
    tally.wanted += found + len(match.missed)
    tally.read += found + len(match.extra)
    tally.found += found
    tally.right += found


def _count_link_classes(tallies: Mapping[EventClass, Tally], match: LinkMatch) -> None:
    for link, other in match.found:
        tallies[link.kind].wanted += 1
        tallies[link.kind].found += 1
        tallies[other.kind].read += 1
        tallies[other.kind].right += 1
    for link in match.missed:
        tallies[link.kind].wanted += 1
    for link in match.extra:
        tallies[link.kind].read += 1


def _count_events(
    out: Evaluation,
    wanted: Sequence[Telling],
    read: Sequence[Telling],
    pairs: Sequence[tuple[int, int]],
) -> None:
    out.events.wanted += len(wanted)
    out.events.read += len(read)
    out.events.found += len(pairs)
    out.events.right += len(pairs)
    for event in wanted:
        out.events_of[event.kind].wanted += 1
    for event in read:
        out.events_of[event.kind].read += 1
    for i, j in pairs:
        out.events_of[wanted[i].kind].found += 1
        out.events_of[read[j].kind].right += 1
    rows, columns = {i for i, _ in pairs}, {j for _, j in pairs}
    others = [event for i, event in enumerate(wanted) if i not in rows]
    rest = [event for j, event in enumerate(read) if j not in columns]
    out.confusion.update((wanted[i].kind, read[j].kind) for i, j in pairs)
    taken = pair_events(others, rest, any_class=True)
    out.confusion.update((others[i].kind, rest[j].kind) for i, j in taken)


def _count_documents(tally: Tally, wanted: Iterable[Telling], read: Iterable[Telling]) -> None:
    ours, theirs = (
        list(dict.fromkeys(title for event in side for title in event.documents))
        for side in (wanted, read)
    )
    found = match_titles(ours, theirs)
    tally.wanted += len(ours)
    tally.read += len(theirs)
    tally.found += found
    tally.right += found


def _judge(out: Evaluation, wanted: Telling, read: Telling) -> None:
    """Date, place and status of an event that was found; where nothing is wanted, none counts."""
    out.status.add(wanted.status is read.status)
    if wanted.date:
        out.date.add(read.date is not None and read.date.startswith(wanted.date))
    if wanted.place:
        out.place.add(read.place is not None and _known(wanted.place) == _known(read.place))
    elif wanted.country:
        out.place.add(wanted.country == read.country)


def _known(place: str) -> str:
    """What the gazetteer calls a place: "St Petersburg" is Saint Petersburg."""
    found = load_gazetteer().find(place)
    return folded(place if found is None else found.label)


def _bin(bins: Sequence[Bin], confidence: float, right: bool) -> None:
    chosen = next((each for each in bins if confidence < each.high), bins[-1])
    chosen.events += 1
    chosen.right += right
    chosen.confidence += confidence


def _percent(part: float, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
