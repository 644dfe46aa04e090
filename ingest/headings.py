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
_EVENT = r"(?:availability|briefing|conference|encounter|point)"
_REMARKS = r"(?:remarks|opening (?:remarks|words))"
_PRESS = (
    r"(?:joint )?(?:media|news|press) (?:availability|briefing|comments|conference|encounter"
    r"|meeting|point|remarks|stakeout|statements?)"
)
"""What two who have met say to the press."""
_WHERE = r"(?: [-–—|] .*| (?:at|in|on) .*)?$"
_TOGETHER = re.compile(
    rf"(?:joint (?:\w+ ){{0,2}}?(?:{_EVENT}|stakeout)|{_PRESS}|joint {_REMARKS}) "
    rf"(?:between|by|of|with) (?P<who>\w{_WORDS} (?:and|&) {_WORDS}){_WHERE}",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"(?:{_PRESS}|(?:joint )?{_REMARKS}) (?:by|of|from) (?P<who>\w{_WORDS}),? "
    r"(?:(?:together|jointly) with|alongside|with"
    r"|(?:at|during) (?:a|an|the|their|his|her)?\s?(?:joint )?(?:media|news|press) "
    rf"{_EVENT}(?: together)? with"
    r"|(?:after|before|following|prior to) (?:(?:a|an|the|their|his|her) )?(?:\w+ )?"
    rf"(?:meetings?|talks) with) (?P<other>\w{_WORDS}){_WHERE}",
    re.IGNORECASE,
)
_OWN = re.compile(
    rf"(?P<who>\w{_WORDS})['’]s? (?:opening |introductory )?(?:comments|remarks|statement|words) "
    rf"(?:at|during) (?:a|the) (?:joint )?(?:media|news|press) {_EVENT}(?: together)? with "
    rf"(?P<other>\w{_WORDS}){_WHERE}",
    re.IGNORECASE,
)
_SMALL = re.compile(r" (?:And|Of|The|For) ")


def met(heading: str) -> tuple[tuple[tuple[int, int], ...], int] | None:
    """Where those stand who met by a heading, in one stretch or two, and where it says so.

    None where nobody did.

    >>> met("Remarks by President Lund and President Sow of Togo after Their Meeting")
    (((11, 51),), 71)
    >>> met("Press conference by President Lund with President Sow")
    (((20, 34), (40, 53)), 53)
    >>> met("Remarks by President Lund and President Sow at the Summit") is None
    True
    """
    line = heading.rstrip()
    match = _MET.match(line)
    if match is not None:
        return (match.span("who"),), match.end("talks")
    for beside in filter(None, (pattern.match(line) for pattern in (_BESIDE, _OWN))):
        return (beside.span("who"), beside.span("other")), beside.end("other")
    together = _TOGETHER.match(line)
    return ((together.span("who"),), together.end("who")) if together is not None else None


def lowered(words: str) -> str:
    """Words of a heading with small ones as small as in a sentence: "X And Y | Of Z"."""
    return _SMALL.sub(lambda match: match[0].lower(), words)
