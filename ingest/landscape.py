"""Rivers, lakes and hills that have the name of a town: "the San Juan River", "Río San Juan"."""

from collections.abc import Sequence

_BEFORE = frozenset(
    {"cape", "cerro", "lago", "laguna", "lake", "mount", "mt", "rio", "river", "volcan"}
)
_BEHIND = frozenset(
    {
        "basin", "creek", "falls", "glacier", "hill", "lagoon", "lake", "mountain", "river",
        "strait", "straits", "volcano",
    }
)  # fmt: skip


def natural(tokens: Sequence[str], folded: Sequence[str], start: int, end: int) -> bool:
    """Whether the name from one token to before another is that of a river, lake or hill."""
    if folded[start] in _BEFORE and end == start + 1 and tokens[end : end + 1] != []:
        return tokens[end][:1].isupper()  # "Río | Bravo", of which the table knows the first word
    return any(
        0 <= at < len(tokens) and tokens[at][:1].isupper() and folded[at] in words
        for at, words in ((start - 1, _BEFORE), (end, _BEHIND))
    )
