"""Headings of remarks that say who had met: "Remarks by X and Y after Their Meeting"."""

import re
from dataclasses import dataclass

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
_MINE = re.compile(
    rf"(?:{_PRESS}|(?:joint )?(?:comments|{_REMARKS})) with (?P<other>\w{_WORDS}),? "
    r"(?:after|at the top of|before|following|prior to) "
    r"(?:(?:a|an|the|their|his|her|our) )?(?:\w+ )?"
    rf"(?:dinner|luncheon|lunch|meetings?|talks){_WHERE}",
    re.IGNORECASE,
)
"""What one who speaks says beside whom he had met: "Remarks With X Before Their Meeting"."""
_WITH = re.compile(rf"(?:joint )?{_PRESS} with (?P<other>\w{_WORDS}){_WHERE}", re.IGNORECASE)
_OWN = re.compile(
    rf"(?P<who>\w{_WORDS})['’]s? (?:opening |introductory )?(?:comments|remarks|statement|words) "
    rf"(?:at|during) (?:a|the) (?:joint )?(?:media|news|press) {_EVENT}(?: together)? with "
    rf"(?P<other>\w{_WORDS}){_WHERE}",
    re.IGNORECASE,
)
_TALKED = (
    r"(?P<talks>(?:(?:audio|bilateral|introductory|online|phone|telephone|telephonic|video|virtual)"
    r"[ -])*(?:calls?|conversation|discussions?|meeting|talks?|teleconference))"
)
_CALLED = re.compile(r"call|online|phone|teleconference|video|virtual", re.IGNORECASE)
_OF = r"(?:(?:readout|read-out|statement|summary) (?:from|of|on) )?(?:the )?"
_READOUT = re.compile(
    rf"{_OF}(?P<who>\w{_WORDS})['’]s? {_TALKED} with (?P<other>\w{_WORDS})(?: \(.*)?{_WHERE}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"{_OF}{_TALKED} between (?P<who>\w{_WORDS} (?:and|&) {_WORDS})(?: \(.*)?{_WHERE}",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(
    {
        "al", "and", "bin", "bint", "da", "de", "del", "der", "di", "dos", "el", "for", "la", "of",
        "the", "to", "van", "von",
    }
)  # fmt: skip
"""What is written small in names and offices."""
_SMALL = re.compile(r" (?:And|Of|The|For) ")


@dataclass(frozen=True, slots=True)
class Encounter:
    """That some had met, or had spoken from afar, as a heading says."""

    who: tuple[tuple[int, int], ...]
    """Where they stand in it, in one stretch or two."""
    end: int
    """Where what says so ends."""
    apart: bool = False
    """Whether they only called each other."""
    mine: bool = False
    """Whether it was who speaks in the text that they met."""


def encounter(heading: str) -> Encounter | None:
    """Who had met or called each other by a heading; None where nobody did.

    >>> encounter("Remarks by President Lund and President Sow of Togo after Their Meeting")
    Encounter(who=((11, 51),), end=71, apart=False, mine=False)
    >>> encounter("Readout of Secretary Lund's Call with President Sow").who
    ((11, 25), (38, 51))
    >>> encounter("Remarks With President Lund Before Their Meeting").mine
    True
    >>> encounter("Remarks by President Lund and President Sow at the Summit") is None
    True
    """
    line = heading.rstrip()
    told = line.endswith(".")  # "Talks between X and Y in Lima ended without a deal."
    if (match := _MET.match(line)) is not None:
        return Encounter((match.span("who"),), match.end("talks"))
    owned = ("'" in line or "’" in line) and " with " in line.lower()
    for pattern in (_BESIDE, _OWN, _READOUT, _TOGETHER, _BETWEEN, _MINE, _WITH):
        if (told and pattern in {_BETWEEN, _WITH}) or (not owned and pattern in {_OWN, _READOUT}):
            continue
        if (match := pattern.match(line)) is not None and _fits(match):
            sides = [name for name in ("who", "other") if name in pattern.groupindex]
            mine = "who" not in pattern.groupindex
            return Encounter(tuple(map(match.span, sides)), match.end(), _afar(match), mine)
    return None


def _fits(match: re.Match[str]) -> bool:
    """Whether a heading of talks has nothing but names: "Talks between X and Y | broke down"."""
    named = match.groupdict()
    if "talks" not in named:
        return True
    words = f"{named['who']} {named.get('other') or ''}".split()
    return all(not word[0].islower() or word in _SMALL_WORDS for word in words)


def _afar(match: re.Match[str]) -> bool:
    """Whether the talks that a heading tells of were a call."""
    talks = match.groupdict().get("talks") or ""
    return _CALLED.search(talks) is not None


def lowered(words: str) -> str:
    """Words of a heading with small ones as small as in a sentence: "X And Y | Of Z"."""
    return _SMALL.sub(lambda match: match[0].lower(), words)
