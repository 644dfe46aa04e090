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
_HEAD = 400


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
        for mention in mentions:
            start = offsets[mention.start]
            end = offsets[mention.end] if mention.end < len(offsets) else len(head)
            if mention.kind not in {MentionKind.PERSON, MentionKind.NAME}:
                continue
            if match is not None and match.end() - 4 <= start <= match.end() + 40:
                return mention
            if owned is not None and abs(end - owned.start()) <= 1:
                return mention
    return None
