"""People in a list who stand behind the genitive of their state: "Chile's Boric and Peru's Diaz".

A full name there is somebody anywhere; a surname alone is where it stands beside such.
"""

from collections.abc import Sequence
from dataclasses import replace

from graph.model import ActorClass
from ingest.mentions import Mention, MentionKind
from ingest.words import load_actor_words

_GENITIVES = frozenset({"'s", "’s", "'", "’"})
_GLUE = (
    [","], ["and"], [",", "and"], [";"], [";", "and"], ["as", "well", "as"], ["&"],
    [",", "as", "well", "as"],
)  # fmt: skip
_MANY = 3
"""How many surnames make a list of people."""
_PREFIX = 3
"""Capitals that begin the name of a ship, not of a person, at the least."""
_LONGEST = 5
"""Words of a name at the most."""


def compatriots(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Makes persons of the names behind the states of a list in which one is plainly somebody.

    "Japan's Toyota and Germany's Siemens" may as well be firms.
    """
    pairs = [_pair(found, at, folded) for at in range(len(found))]
    if not any(pairs):
        return found
    out: list[Mention] = []
    at = 0
    while at < len(found):
        last = _last(found, pairs, at, folded)
        known = any(
            p is None and m.kind is MentionKind.PERSON
            for m, p in zip(found[at : last + 1], pairs[at : last + 1], strict=True)
        )
        names = [pair.name for pair in pairs[at : last + 1] if pair is not None]
        whole = known or len(names) >= _MANY or any(" " in name for name in names)
        while at <= last:
            pair = pairs[at]
            out.append(pair if pair is not None and whole else found[at])
            if pair is not None and not whole:
                out.append(found[at + 1])
            at += 1 if pair is None else 2
    return out


def prefixed(parts: Sequence[str]) -> bool:
    """Whether a name begins as those of ships do, in capitals: "BRP Antonio Luna"."""
    first, *others = parts
    return len(first) >= _PREFIX and first.isupper() and not "".join(others[:1]).isupper()


def _last(
    found: Sequence[Mention], pairs: Sequence[Mention | None], at: int, folded: Sequence[str]
) -> int:
    """Where the last of the list stands that begins there; a pair counts where its state does."""
    while True:
        behind = at + (1 if pairs[at] is None else 2)
        if behind >= len(found):
            return at
        if list(folded[found[behind - 1].end : found[behind].start]) not in _GLUE:
            return at
        at = behind


def _pair(found: Sequence[Mention], at: int, folded: Sequence[str]) -> Mention | None:
    """The person of whom a state and the name behind it are; None where they are no such."""
    if at + 1 >= len(found):
        return None
    state, name = found[at : at + 2]
    owned = folded[state.end : state.end + 1] and folded[state.end] in _GENITIVES
    if not owned or name.start != state.end + 1 or name.kind is not MentionKind.NAME:
        return None
    plain = state.kind is MentionKind.NAMED and not (state.body or state.company or state.force)
    if not plain or len(state.of) != 1 or state.of[0].actor.kind is not ActorClass.COUNTRY:
        return None
    words = load_actor_words()
    parts = folded[name.start : name.end]
    thing = parts[-1] in words.things or parts[-1] in words.sites
    thing = thing or not words.organisation_words.isdisjoint(parts) or any(map(str.isdigit, parts))
    thing = thing or prefixed(name.name.split())
    if thing or len(parts) > _LONGEST or folded[name.end : name.end + 1] in (["'s"], ["’s"]):
        return None
    return replace(name, start=state.start, kind=MentionKind.PERSON, of=state.of)
