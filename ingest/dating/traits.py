"""What speaks for and against a day as that of an event, in numbers, for the network to weigh."""

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import EventClass, Status
from ingest.circumstances import FAR, aside, distance
from ingest.dating.spots import Dated, Happening, Spot, Timeline
from ingest.occasions import clause
from ingest.ranking import Traits

Said = list[float]
_CLASSES, _STATUSES = tuple(EventClass), tuple(Status)
_TAGS = ("VBD", "VBN", "VBZ", "VBP", "VB", "VBG", "NN", "NNS")
_CLAUSES = ("ROOT", "advcl", "acl", "ccomp", "conj")
_ROLES = ("obl", "nmod", "nsubj", "obj")
_CASES = (
    "", "in", "at", "on", "to", "from", "of", "for", "after", "before", "since", "by", "until",
    "during", "with",
)  # fmt: skip
_BOUNDS = ("since", "by", "until", "before", "after")
_PRECISE = (4, 7, 10)
"""Lengths of a year, a month and a day."""
_FEW = (0, 1, 2, 4)
_STEPS = (0, 1, 2, 3, 4, 6, 8)
_NEARBY = (1, 3, 8, 40)
"""Days from that of publication."""
_CLOSE, _NEAR = 3, 8
"""Words between an event and its day."""
_OFFERED = 8
"""Days of the article that are looked at, the nearest."""


def _few(number: int) -> Said:
    return [number <= bound for bound in _FEW]


@dataclass(frozen=True, slots=True)
class Question:
    """An event and the days among which is its own, the first of them none."""

    happening: Happening
    days: tuple[str | None, ...]
    told: Traits

    @property
    def ruled(self) -> int:
        """Which of the days the rules say."""
        return self.days.index(self.happening.candidate.date)


_NOBODY = ""
"""Where no event is before or behind."""


@dataclass(frozen=True, slots=True)
class _View:
    """What is known of an event whatever the day."""

    ruled: str | None
    """Its day by the rules."""
    around: tuple[str | None, str | None]
    """The days of the last event before and of the next one that have one."""
    beside: Sequence[str | None]
    """The days of the events right before and behind it."""
    here: Sequence[str | None]
    """The days that its sentence names."""
    mates: Sequence[str | None]
    """The days of the events that share an actor with it."""


class Situation:
    """The days of an article, seen from its events."""

    def __init__(self, line: Timeline, published: str | None) -> None:
        """``published`` is the day on which the article appeared."""
        self._happenings, self._dated, self._published = line.happenings, line.dated, published
        self._ruled = [each.candidate.date for each in line.happenings]
        self._parties = [{a.key for a in h.candidate.everybody()} for h in line.happenings]
        self._often = Counter(day for day in self._ruled if day is not None)
        self._named = {planned: self._by_day(planned) for planned in (False, True)}

    def _by_day(self, planned: bool) -> dict[str, list[Dated]]:
        out: dict[str, list[Dated]] = {}
        for each in self._dated:
            day = each.mention.when(planned=planned)
            if day is not None:
                out.setdefault(day, []).append(each)
        return out

    def questions(self) -> list[Question]:
        """What is asked of each event."""
        return [self._question(at) for at in range(len(self._happenings))]

    def _question(self, at: int) -> Question:
        happening = self._happenings[at]
        planned = happening.candidate.status is Status.PLANNED
        named = self._named[planned]
        nearest = {day: min(each, key=lambda d: _away(d, happening)) for day, each in named.items()}
        offered = sorted(nearest, key=lambda day: _away(nearest[day], happening))[:_OFFERED]
        ruled = self._ruled
        before = next((day for day in reversed(ruled[:at]) if day is not None), None)
        behind = next((day for day in ruled[at + 1 :] if day is not None), None)
        told = (ruled[at], before, behind, self._published, *offered)
        days = (None, *(day for day in dict.fromkeys(told) if day is not None))
        sentence = happening.spot.sentence
        view = _View(
            ruled=ruled[at],
            around=(before, behind),
            beside=(ruled[at - 1] if at else _NOBODY, (*ruled, _NOBODY)[at + 1]),
            here=[
                d.mention.when(planned=planned) for d in self._dated if d.spot.sentence == sentence
            ],
            mates=[
                ruled[n]
                for n, who in enumerate(self._parties)
                if n != at and not who.isdisjoint(self._parties[at])
            ],
        )
        rows = [self._day(view, day, named.get(day or "", ())) for day in days]
        for row, day in zip(rows, days, strict=True):
            there = nearest.get(day or "")
            row += _NOT_NAMED if there is None else self._naming(there, happening.spot)
        return Question(happening, days, Traits.of(_event(happening), rows))

    def _day(self, view: "_View", day: str | None, named: Sequence[Dated]) -> Said:
        """What one day is to an event."""
        often = self._often[day] if day is not None else 0
        some, here = day is not None, view.here
        return [
            not some,
            view.ruled is None,
            some and day == view.ruled,
            day == view.ruled,
            some and day == self._published,
            *(some and day == each for each in view.around),
            *(day == each for each in view.beside),
            often / max(1, self._often.total()),
            *_few(often),
            *_few(len(named)),
            some and any(each is self._dated[0] for each in named),
            some and bool(here) and day not in here,
            not here,
            len(here) == 1,
            bool(here) and here[0] == day,
            some and day in view.mates,
            view.mates.count(day) / max(1, len(view.mates)) if some else 0.0,
            *(len(day or "") == length for length in _PRECISE),
            *self._off(day),
        ]

    def _off(self, day: str | None) -> Said:
        """How far a day is from that of publication, and whether it is ahead of it."""
        if day is None or self._published is None:
            return [False] * (len(_NEARBY) + 1)
        ahead = day > self._published
        if len(day) < max(_PRECISE):
            return [*(False for _ in _NEARBY), ahead]
        then, now = map(datetime.date.fromisoformat, (day, self._published))
        return [*(abs((then - now).days) <= most for most in _NEARBY), ahead]

    def _naming(self, dated: Dated, spot: Spot) -> Said:
        """How a day is named, seen from an event."""
        mention, there = dated.mention, dated.spot
        token, trigger = there.token, spot.token
        same = there.sentence == spot.sentence
        steps = distance(spot.tree, token, trigger) if same else FAR + 1
        apart = abs(token.i - trigger.i) if same else _NEAR + 1
        back = spot.sentence - there.sentence
        return [
            True,
            same,
            *_few(abs(back)),
            back > 0,
            back < 0,
            there.paragraph == spot.paragraph,
            *(steps <= bound for bound in _STEPS),
            steps <= FAR,
            same and token.i < trigger.i,
            apart <= _CLOSE,
            apart <= _NEAR,
            same and token.head == trigger,
            same and clause(token) == clause(trigger),
            same and aside(token) == aside(trigger),
            token.i - token.sent.start < _CLOSE,
            there.sentence == 0,
            there.paragraph == 0,
            *(token.dep_.startswith(role) for role in _ROLES),
            *(dated.case == each for each in _CASES),
            mention.relative,
            mention.future is True,
            mention.future is False,
            mention.adjectival,
            mention.dateline,
            *(mention.bound == bound for bound in _BOUNDS),
        ]


_TABLES = (_FEW, _STEPS, _ROLES, _CASES, _BOUNDS)
_NOT_NAMED = [0.0] * (20 + sum(map(len, _TABLES)))
"""What is said of a day that the article does not name: the same numbers."""


def _away(dated: Dated, happening: Happening) -> tuple[int, bool, int]:
    """How far a day stands from an event: in sentences, behind it or not, in words."""
    there, here = dated.spot, happening.spot
    near = there.paragraph == here.paragraph
    words = abs(there.token.i - here.token.i) if near else FAR
    return abs(there.sentence - here.sentence), there.sentence > here.sentence, words


def _event(happening: Happening) -> Said:
    """What the event is."""
    candidate, spot = happening.candidate, happening.spot
    token = spot.token
    verb = clause(token)
    helping = {child.lower_ for child in verb.children if child.dep_.startswith("aux")}
    case = spot.tree.case(token)
    return [
        *(candidate.kind is kind for kind in _CLASSES),
        *(candidate.status is status for status in _STATUSES),
        *(token.tag_ == tag for tag in _TAGS),
        not helping.isdisjoint({"had", "having"}),
        not helping.isdisjoint({"has", "have"}),
        "will" in helping,
        *(verb.dep_.startswith(each) for each in _CLAUSES),
        *_few(spot.paragraph),
        *_few(spot.sentence),
        token.i - token.sent.start < _CLOSE,
        candidate.judges,
        candidate.pattern == "",
        bool(candidate.documents),
        candidate.title is not None,
        *(case == each for each in _CASES),
        candidate.confidence,
    ]
