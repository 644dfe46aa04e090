"""On whose ground officials are met of whom no state is told: "In Ghana, he met Minister X"."""

from collections.abc import Sequence

from graph.model import Actor, ActorClass
from ingest.mentions import HOLDERS, Mention, MentionKind

MEETING = frozenset({"conferred", "hosted", "met", "received", "talks", "telephoned", "welcomed"})
"""Words before an official of the other side: "was received by Minister X"."""
_NEAR = 3
"""Words before an official within which one of them stands."""
_GLUE = frozenset({",", "and", "&", "as", "well", "the", "with"})
_AT = frozenset({"in", "visited", "visiting", "visits"})
_TO = frozenset(
    {
        "arrived", "back", "delegation", "flew", "flies", "go", "goes", "mission", "on", "return",
        "returned", "tour", "travel", "traveled", "travelled", "traveling", "travelling", "travels",
        "trip", "visit", "went",
    }
)  # fmt: skip
"""What goes to a state, with "to" between them."""


class Grounds:
    """Where the present sentence or the one before it is, and who is met there, in their order."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._here: Actor | None = None
        self._before: Actor | None = None
        self._last: Mention | None = None
        self._meeting = False

    def goes_on(self, mention: Mention, *, leading: bool) -> bool:
        """Whether an official stands in a list with others who are met; to be asked of each."""
        if leading:
            self._before, self._here = self._here, None
        near = self._words[max(0, mention.start - _NEAR) : mention.start]
        met = not MEETING.isdisjoint(near)
        between = self._words[self._last.end : mention.start] if self._last is not None else ()
        listed = self._meeting and bool(between) and _GLUE.issuperset(between)
        among = listed and mention.kind in HOLDERS and not met
        self._meeting = mention.kind in HOLDERS and not mention.plural and (met or among)
        self._last = mention
        self._note(mention)
        return among

    @property
    def ground(self) -> Actor | None:
        """The state on whose ground the present sentence is, or else the one before."""
        return self._here or self._before

    def _note(self, mention: Mention) -> None:
        state = mention.of[0].actor if len(mention.of) == 1 else None
        plain = mention.kind is MentionKind.NAMED and not mention.body
        if not plain or mention.force or state is None or state.kind is not ActorClass.COUNTRY:
            return
        before = self._words[max(0, mention.start - 3) : mention.start]
        before = before[:-1] if before[-1:] == ["the"] else before
        goes = before[-1:] == ["to"] and not _TO.isdisjoint(before[:-1])
        if goes or not _AT.isdisjoint(before[-1:]):
            self._here = state
        elif state != self._before:
            self._before = None  # "a visit to X. Y sent Minister Z"
