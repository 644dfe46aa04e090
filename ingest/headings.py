"""Headings of remarks that say who had met: "Remarks by X and Y after Their Meeting"."""

import re

_WORDS = r"(?:[^.:;|\n]|\b\w\.|\b(?:dr|h\.e|hon|mr|mrs|ms|sen)\.)*?"
"""Words of names and offices, initials among them."""
_MET = re.compile(
    r"(?:\w+ ){0,3}?(?:comments|press (?:availability|conference|point)|remarks|statements?)"
    r"(?: \w+){0,3}? (?:between|by|of|with) "
    rf"(?P<who>\w{_WORDS}[^,] (?:and|&) {_WORDS}),? "
    r"(?:after|before|during|following|in|prior to) (?:(?:a|an|the|their|his|her) )?"
    r"(?:(?:bilateral|expanded|extended|first|one-on-one|private|restricted|trilateral|working) )*"
    r"(?P<talks>consultations|dinner|luncheon|lunch|meetings?|talks)\b(?! (?:of|on|to|with)\b)",
    re.IGNORECASE,
)
_SMALL = re.compile(r" (?:And|Of|The|For) ")


def met(heading: str) -> tuple[int, int, int] | None:
    """Where those begin and end who met by a heading, and where it says so; None where nobody did.

    >>> met("Remarks by President Lund and President Sow of Togo after Their Meeting")
    (11, 51, 71)
    >>> met("Remarks by President Lund and President Sow at the Summit") is None
    True
    """
    match = _MET.match(heading)
    return (match.start("who"), match.end("who"), match.end("talks")) if match else None


def lowered(words: str) -> str:
    """Words of a heading with small ones as small as in a sentence: "X And Y | Of Z"."""
    return _SMALL.sub(lambda match: match[0].lower(), words)
