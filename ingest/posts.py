"""Whose diplomat is named after the post: "the Danish ambassador … Ambassador X said"."""

from collections.abc import Iterator, Sequence

from ingest.authority import Entry
from ingest.folding import fold
from ingest.mentions import Mention, MentionKind

_ANY = frozenset({"diplomat", "envoy"})
"""What any diplomat is called."""
_POSTS = _ANY | {
    "affaires", "ambassador", "attache", "commissioner", "consul", "counsellor", "counselor",
    "general", "mission", "officer", "secretary",
}  # fmt: skip
"""How the posts end that are held at an embassy; special envoys and mediators have none."""
EMBASSIES = frozenset({"consulate", "embassy"})
_SPECIAL = frozenset({"special", "peace", "personal", "presidential", "un"})
_WITHIN = 12
"""How many mentions the post may lie back."""


def postings(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Entry]]:
    """Each diplomat who is named without a state, with the state whose post was told before.

    ``mentions`` are those of an article in the order of its text. Where two states are told of,
    it is nobody's.
    """
    told: list[tuple[int, Mention]] = []
    for at, mention in enumerate(mentions):
        if mention.kind is MentionKind.NAMED and len(mention.of) == 1 and _mission(mention):
            told.append((at, mention))
        if not _diplomat(mention):
            continue
        if mention.kind is MentionKind.OFFICE and len(mention.of) == 1:
            told.append((at, mention))
        elif mention.kind is MentionKind.PERSON and not (mention.of or mention.possessive):
            near = [one for before, one in told if at - before <= _WITHIN and _alike(one, mention)]
            states = {one.of[0].actor.key: one.of[0] for one in near}
            if len(states) == 1:
                yield mention, next(iter(states.values()))


def _diplomat(mention: Mention) -> bool:
    """Whether it is one man or woman who holds a post at an embassy."""
    words = set(fold(mention.office).split())
    posted = mention.office_kind == "diplomat" and _post(mention) in _POSTS
    return posted and not (mention.plural or mention.former or words & _SPECIAL)


def _mission(mention: Mention) -> bool:
    """Whether it is an embassy or the like: "the Danish embassy"."""
    return not EMBASSIES.isdisjoint(fold(mention.name).split())


def _alike(unnamed: Mention, named: Mention) -> bool:
    """Whether the two posts may be the same."""
    if _mission(unnamed):
        return True
    return _post(unnamed) == _post(named) or bool({_post(unnamed), _post(named)} & _ANY)


def _post(mention: Mention) -> str:
    """The last word of the post."""
    return (fold(mention.office).split() or [""])[-1]
