"""Finds the states that an article lists: those of whom it told only how many they are.

"Ministers of five countries met. … The five are A, B, C, D and E."
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.model import Actor, ActorClass
from ingest.mentions import Mention, MentionKind

_GLUE = (
    [","], ["and"], [",", "and"], ["as", "well", "as"], [",", "as", "well", "as"], [";"],
    [";", "and"], ["&"],
)  # fmt: skip
"""What parts the names of a list."""
_OF = (["from"], ["of"])
_FEW = 3
"""How many names make a list that a number points to, at least."""


def enumerated(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Marks the states that go on a list; "the envoys of [five states]" are one mention."""
    out: list[Mention] = []
    for mention in found:
        last = out[-1] if out else None
        between = list(folded[last.end : mention.start]) if last is not None else []
        if last is not None and between in _GLUE and _states(last) and _states(mention):
            out.append(replace(mention, enumerated=True))
        elif last is not None and between in _OF and _office(last) and _number(mention):
            out[-1] = replace(last, end=mention.end, count=mention.count)
        else:
            out.append(mention)
    return out


def _office(mention: Mention) -> bool:
    """Whether several hold an office, and nothing says for whom."""
    return mention.kind is MentionKind.OFFICE and mention.plural and not mention.of


def _number(mention: Mention) -> bool:
    """Whether it tells how many states there are: "five countries"."""
    group = mention.kind is MentionKind.GROUP and mention.office_kind == "sides"
    return group and mention.count >= _FEW and not mention.of


def lists(mentions: Iterable[Mention]) -> list[tuple[Actor, ...]]:
    """The lists of three states or more, each state once."""
    found: list[dict[Actor, None]] = []
    for mention in mentions:
        states = _states(mention)
        if not states:
            continue
        if not (mention.enumerated and found):
            found.append({})
        found[-1].update(dict.fromkeys(states))
    return [tuple(states) for states in found if len(states) >= _FEW]


def _states(mention: Mention) -> tuple[Actor, ...]:
    """The states that a mention names; empty where it means others, or somebody of theirs."""
    actors = tuple(entry.actor for entry in mention.of)
    unnamed = mention.kind is MentionKind.NAMED or (
        mention.kind is MentionKind.OFFICE and mention.plural
    )
    plain = unnamed and not (mention.body or mention.company)
    return actors if plain and all(a.kind is ActorClass.COUNTRY for a in actors) else ()
