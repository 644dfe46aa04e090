"""Mentions by the characters of their paragraph, each with whom it means."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.model import Actor
from ingest.coreference import Referent
from ingest.mentions import Mention


@dataclass(frozen=True, slots=True)
class Named:
    """A mention, where it stands in its paragraph, and whom it means."""

    start: int
    end: int
    mention: Mention
    actors: tuple[Actor, ...]


def named(
    text: str, offsets: Sequence[int], mentions: Iterable[tuple[Mention, Referent]]
) -> Iterator[Named]:
    """The mentions, in their order; ``offsets`` holds where each token of the text starts."""
    ends = [*offsets[1:], len(text)]
    for mention, referent in mentions:
        start = offsets[mention.start]
        end = start + len(text[start : ends[mention.end - 1]].rstrip())
        yield Named(start, end, mention, referent.actors)
