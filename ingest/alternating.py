"""Pairs states and names that alternate: "the presidents of Chile, X, Peru, Y, and Cuba, Z".

``folded`` are the tokens of the paragraph, folded as `ingest.folding` does.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.mentions import Mention, MentionKind
from ingest.pairing import PAIR, of_one

_BETWEEN = frozenset({"&", ",", ";", "and", "of"})
"""What parts one pair from the next."""
_NAMES = frozenset({MentionKind.NAME, MentionKind.PERSON})


def alternated(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Makes one person of each state and the name behind it, where an office of several leads."""
    out: list[Mention] = []
    at = 0
    while at < len(found):
        pairs = _pairs(found, at, folded) if _leads(found[at]) else []
        if len(pairs) < PAIR:
            out.append(found[at])
            at += 1
            continue
        at += PAIR * len(pairs) - (found[at].kind is MentionKind.PERSON)
        out.extend(pairs)
    return out


def _leads(mention: Mention) -> bool:
    """Whether an office of several stands there with the first state, or the first pair."""
    holding = mention.kind in {MentionKind.OFFICE, MentionKind.PERSON}
    return holding and mention.plural and len(mention.of) == 1


def _pairs(found: Sequence[Mention], at: int, folded: Sequence[str]) -> list[Mention]:
    """The persons from mention ``at`` on, each with the state before the name."""
    first = found[at]
    if first.kind is MentionKind.PERSON:
        comma = folded[first.end - 1] == "," and list(folded[first.end : first.end + 1]) != ["and"]
        office = of_one(first.office)
        out = [replace(first, end=first.end - comma, office=office, plural=False)]
        at += 1
    else:
        pair = _pair(first, found[at + 1 : at + 2], first, folded)
        out, at = ([pair] if pair else []), at + 2
    while out and at < len(found):
        state = found[at]
        near = set(folded[out[-1].end : state.start]) <= _BETWEEN
        fits = state.kind is MentionKind.NAMED and len(state.of) == 1 and not state.body
        pair = _pair(state, found[at + 1 : at + 2], first, folded) if near and fits else None
        if pair is None:
            break
        out.append(pair)
        at += 2
    if len(out) >= PAIR and list(folded[out[-1].end : out[-1].end + 1]) == [","]:
        out[-1] = replace(out[-1], end=out[-1].end + 1)
    return out


def _pair(
    state: Mention, names: Sequence[Mention], first: Mention, folded: Sequence[str]
) -> Mention | None:
    """Who is named right behind a state, in brackets or behind a comma; None where nobody is."""
    for name in names:
        opening = list(folded[state.end : name.start])
        closed = opening == [","] or (opening == ["("] and folded[name.end : name.end + 1] == [")"])
        strange = bool(name.of or name.office) or len(name.name.split()) < PAIR
        if name.kind in _NAMES and closed and not strange:
            return replace(
                name,
                start=state.start - (folded[state.start - 1 : state.start] == ["of"]),
                end=name.end + (opening == ["("]),
                kind=MentionKind.PERSON,
                of=state.of,
                office=of_one(first.office),
                office_kind=first.office_kind,
            )
    return None
