"""What stands around the items of a chronicle and is no part of their sentences.

Before an item the topic under which it was filed, behind its sentences who has reported them:
"Trade wars: Chad bans rice from Togo. (Daily Sun), (AP)".
"""

import re
from collections.abc import Iterator

from ingest.datewords import date_words
from ingest.words import load_actor_words

_TOPIC = re.compile(r"([A-Z0-9][^:.!?;\"“”\n]{3,90}): +(?=[\"“]?[A-Z0-9])")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_PARTS = re.compile(
    r",? (?:about|against|at|between|by|during|following|for|from|in|inside|into|near|of|off|on"
    r"|over|to|with) |[,/(]"
)
"""What parts the noun of a topic from what it is about."""
_CREDITS = re.compile(
    r"""
    (?:(?<=[^\W\d_]{2}[.!?])|(?<=[\w)][.!?]["”'’)])|(?<=\w["”][.!?])|(?<=\d[.!?]))
    (?:[ ,;]*\((?:[A-Z][^()]{1,60}|via[ ][^()]{2,40}|[a-z]+[A-Z][^() ]+)(?<![.!?])\))+
    (?:[ ]?[.,;])?
    (?=\s*$|\s+["“]?[A-Z0-9])
    """,
    re.VERBOSE,
)
_LONGEST = 6
"""Words in the name of a source, at the most, where a sentence follows."""


def topic_end(text: str) -> int:
    """Where an item begins behind the topic that stands before it; 0 where none does.

    >>> topic_end("2004 Malawi fish dispute: Chad protests."), topic_end("Chad says: No.")
    (26, 0)
    """
    match = _TOPIC.match(text)
    return match.end() if match is not None and _topical(match[1]) else 0


def credits(text: str) -> Iterator[tuple[int, int]]:
    """Where it stands who has reported the sentences of a text.

    >>> [*credits("Chad left. (BBC), (AP) Togo (and Benin) stayed. (Reuters).")]
    [(10, 22), (47, 58)]
    """
    for match in _CREDITS.finditer(text):
        if match.end() == len(text.rstrip()) or len(match[0].split()) <= _LONGEST:
            yield match.span()


def _topical(label: str) -> bool:
    """Whether words before a colon name an affair, and nobody who says something."""
    nouns = _PARTS.split(label, maxsplit=1)[0].split()
    told = (word.lower() for word in label.split() if word.isalpha())
    dated = _YEAR.match(label) and any(word not in date_words().months for word in told)
    return bool(dated) or nouns[-1].lower() in load_actor_words().affairs
