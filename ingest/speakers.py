"""Who speaks in a speech, so that "I" and "we" mean somebody."""

import re
from collections.abc import Callable, Sequence

from ingest.mentions import Mention, MentionKind

_SPEECH = re.compile(
    r"\b(?:remarks?|speech|statement|address|lecture|keynote|intervention|comments?|toast|message|"
    r"testimony|doorstep|declaration)\b[^.\n]{0,60}?\b(?:by|of|from|made by|delivered by)\s+",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(
    r"['’]s\s+(?:\w+\s+){0,2}(?:speech|remarks|address|statement)\b", re.IGNORECASE
)
_TURN = re.compile(r"\s*((?:[A-ZÀ-Ž][A-ZÀ-Ž.’'\-]*[ ]?){1,7}):(?=\s|$)")
_HEAD = 400
_SHORTEST = 5
"""Letters in the label of a speaker, at the least: "EU:" is a topic."""


def turn(text: str) -> str | None:
    """The label of who speaks from a paragraph on; None where no turn of a transcript begins.

    >>> turn("SECRETARY GENERAL STOLTENBERG: Welcome."), turn("The EU: what next?")
    ('Secretary General Stoltenberg', None)
    """
    match = _TURN.match(text)
    if match is None or len(match[1]) < _SHORTEST:
        return None
    return " ".join(word.capitalize() for word in match[1].split())


def speaker(
    title: str, text: str, mentions_of: Callable[[str], tuple[Sequence[int], Sequence[Mention]]]
) -> Mention | None:
    """The person who speaks, where the title or the first lines say that the text is a speech.

    ``mentions_of`` gives the offset of each token of a text, and its mentions.
    """
    for head in (title, text[:_HEAD]):
        match = _SPEECH.search(head)
        owned = None if match else _POSSESSIVE.search(head)
        if match is None and owned is None:
            continue
        offsets, mentions = mentions_of(head)
        for mention in sorted(mentions, key=lambda m: m.kind is not MentionKind.PERSON):
            start = offsets[mention.start]
            end = offsets[mention.end] if mention.end < len(offsets) else len(head)
            if mention.kind not in {MentionKind.PERSON, MentionKind.NAME}:
                continue
            if match is not None and match.end() - 4 <= start <= match.end() + 40:
                return mention
            if owned is not None and abs(end - owned.start()) <= 1:
                return mention
    return None
