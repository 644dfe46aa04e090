"""An event as a scorer sees it: who did what to whom, whether hand or reader wrote it down.

Hand-made annotation and readings name things differently, so parties are compared by country code
and by name, and an event by the links between its parties.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from graph.model import EventClass, Status

_ALIKE = frozenset(kind for kind in EventClass if kind.symmetric) | {EventClass.RELATIONS_UPGRADE}
"""Classes whose links count in either direction; relations are upgraded by both."""
_NEAR = (
    {EventClass.MEETING, EventClass.VISIT},
    {EventClass.MEETING, EventClass.CONVENING},
    {EventClass.SIGNING, EventClass.AGREEMENT},
)
"""Classes that are one thing told from two sides: talks on a visit or in a session, a pledge in a
document."""
_NO_WORDS = frozenset(["the", "of", "on", "and", "a", "an", "for", "in", "to", "between"])


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """The words of the text, without case, accents and punctuation.

    >>> folded("Süleyman  Soylu's")
    'suleyman soylu s'
    """
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in apart if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"\w+", bare.replace("ı", "i")))


def title_words(title: str) -> frozenset[str]:
    """The words of a document's title that carry meaning."""
    return frozenset(folded(title).split()) - _NO_WORDS


def names(texts: Iterable[str]) -> frozenset[str]:
    """The names, folded; those of which nothing is left are dropped."""
    return frozenset(filter(None, map(folded, texts)))


@lru_cache(maxsize=65536)
def _one_name(one: str, other: str) -> bool:
    """Whether the names may be one: equal, or one is part of the other and begins or ends alike."""
    if one == other:
        return True
    a, b = one.split(), other.split()
    inside = set(a) <= set(b) or set(b) <= set(a)
    return inside and (a[0] == b[0] or a[-1] == b[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who takes part: known by a country code, by names, and by whom it speaks for."""

    names: frozenset[str]
    country: bool = False
    code: str | None = None
    """ISO 3166-1 alpha-3 of a country."""
    side: "Party | None" = None
    """The country or organisation that the party speaks for."""

    @property
    def lifted(self) -> "Party":
        """Whom the party speaks for; itself, where nobody is known."""
        return self.side or self

    @property
    def label(self) -> str:
        """Code or longest name, for a list of misses."""
        return self.code or max(self.names, key=lambda name: (len(name), name), default="?")

    def same(self, other: "Party") -> bool:
        """Whether both are one: by code where both have one, else by name within one kind."""
        if self.code and other.code:
            return self.code == other.code
        if self.country != other.country:
            return False
        return any(_one_name(a, b) for a, b in product(self.names, other.names))


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One event, as one hand or one reader wrote it down."""

    kind: EventClass
    status: Status
    sources: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    others: tuple[Party, ...] = ()
    date: str | None = None
    place: str | None = None
    country: str | None = None
    documents: tuple[str, ...] = ()
    evidence: str = ""
    confidence: float = 1.0

    @property
    def parties(self) -> tuple[Party, ...]:
        """All who take part."""
        return (*self.sources, *self.targets, *self.others)


@dataclass(frozen=True, slots=True)
class Link:
    """One party, class, other party: what event data publishes."""

    kind: EventClass
    one: Party
    other: Party
    either_way: bool
    evidence: str

    def joins(self, link: "Link", *, either_way: bool) -> bool:
        """Whether both links have the same ends, turned round where ``either_way`` allows it."""
        if self.one.same(link.one) and self.other.same(link.other):
            return True
        return either_way and self.one.same(link.other) and self.other.same(link.one)


def near(one: EventClass, other: EventClass) -> bool:
    """Whether the classes are one, or the same thing told from two sides."""
    return one is other or any({one, other} == pair for pair in _NEAR)


def links(telling: Telling, *, lifted: bool = False) -> list[Link]:
    """The links between the parties of the event, or between those that they speak for."""
    out: list[Link] = []
    for one, other, alike in _ends(telling):
        ends = (one.lifted, other.lifted) if lifted else (one, other)
        if ends[0].same(ends[1]):
            continue
        link = Link(telling.kind, *ends, alike or telling.kind in _ALIKE, telling.evidence)
        if not any(link.joins(made, either_way=alike) for made in out):
            out.append(link)
    return out


def _ends(telling: Telling) -> Iterator[tuple[Party, Party, bool]]:
    """Pairs of parties, and whether the two stand alike."""
    sources, targets, others = telling.sources, telling.targets, telling.others
    for one, other in product(sources, targets):
        yield one, other, False
    for one, other in combinations(others, 2):
        yield one, other, True
    directed = bool(sources) and telling.kind not in _ALIKE
    for one, other in product(sources if directed else (*sources, *targets), others):
        yield one, other, not directed


def distinct(several: Iterable[Link]) -> list[Link]:
    """The links, each once within its class."""
    out: list[Link] = []
    for link in several:
        if not any(
            link.kind is made.kind and link.joins(made, either_way=link.either_way) for made in out
        ):
            out.append(link)
    return out


def overlap(one: Telling, other: Telling) -> float:
    """Share of parties in common, of all parties of both (Jaccard); one's side may stand for it."""
    mine, theirs = one.parties, other.parties
    shared = sum(any(a.same(b) or a.lifted.same(b.lifted) for b in theirs) for a in mine)
    return shared / max(1, len(mine) + len(theirs) - shared)
