"""Lists whose subject stands once above them: "The Leaders: (a) condemned X; (b) urged Y to …".

Each item is read as a sentence of its own, behind the words that lead to the list. So is what
somebody says, behind the line that says who does: "The Minister said:".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.quotations import SAYING

_LEAD = re.compile(r"[A-Z(“\"].*\w[ \t]*(?P<mark>[:,])\s*$", re.DOTALL)
_ITEM = re.compile(r"\s*(?:[-–—•*·▪]|\(?(?:\d{1,2}|[ivxIVX]{1,5}|[a-zA-Z])[.)])\s+(?![A-Z]\.)")
_FIRST = re.compile(r"[A-Za-z][a-z]+(?= )")
_TELLS = re.compile(r"[A-Za-z][a-z]{2,}(?:ed|[a-rt-z]s)$")
"""A verb in the past or in the third person: "condemned", "Calls"."""
_TOLD = frozenset({"held", "met", "paid", "spoke", "took", "undertook"})
_QUOTES = ("“", '"')
"""With what begins what somebody is said to say: "X said:" and below it "“We …"."""
_SENTENCE = re.compile(r"(?<=[a-zà-ž)]{2}[.!?])\s+")
_ADDED = frozenset({"also", "further", "furthermore", "hereby", "therefore", "unanimously"})
"""What may stand between those who do something and the list."""
_WILLING = frozenset(
    {
        "agree", "agreed", "agrees", "committed", "decide", "decided", "decides", "pledge",
        "pledged", "pledges", "promised", "resolve", "resolved", "resolves", "undertake",
        "undertook", "vowed",
    }
)  # fmt: skip
"""What those do who are going to do what a list says: "agreed to: (a) open …"."""
_LONGEST, _SHORT = 40, 12
"""Words of what leads to a list, before a colon and before a comma."""
_WHO = frozenset(
    {
        "assembly", "authority", "board", "bureau", "commission", "committee", "community",
        "conference", "council", "countries", "delegations", "forum", "government",
        "governments", "heads", "leaders", "league", "meeting", "members", "minister",
        "ministers", "ministry", "nations", "organisation", "organization", "parliament",
        "participants", "parties", "president", "presidents", "secretary-general", "sides",
        "state", "states", "summit", "they", "union",
    }
)  # fmt: skip
"""The last word of who does what a list tells."""
_NO_VERBS = frozenset(
    {"a", "all", "an", "any", "both", "each", "every", "his", "her", "its", "no", "our", "the",
     "their", "this", "these", "those"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Led:
    """What a paragraph is read behind, and where its own words start."""

    lead: str = ""
    start: int = 0


_PLAIN = Led()


def bullet_end(text: str) -> int:
    """Where the words of an item start behind its bullet or number; 0 where it has none."""
    found = _ITEM.match(text)
    return found.end() if found is not None else 0


def leads(texts: Sequence[str]) -> Iterator[Led]:
    """For each paragraph what leads to it, where it is an item of such a list.

    >>> [led.lead for led in leads(["The Leaders:", "(a) urged Chad to act;", "They left."])]
    ['', 'The Leaders', '']
    """
    lead = ""
    for text in texts:
        start = bullet_end(text)
        if lead.endswith(":") and text.startswith(_QUOTES):
            yield Led(lead, 0)
            continue
        if lead and _goes_on(lead, text, start):
            yield Led(lead, start)
            continue
        going = bool(lead) and (start > 0 or _preamble(text))
        lead = _lead(text) or (lead if going else "")
        yield _PLAIN


def _lead(text: str) -> str:
    """What leads to a list: who does something, or what they do up to "to"; else nothing."""
    last_sentence = _SENTENCE.split(text.rstrip())[-1]
    match = _LEAD.match(last_sentence)
    words = last_sentence.split() if match is not None else []
    if match is None or len(words) > (_LONGEST if match["mark"] == ":" else _SHORT):
        return ""
    told = [word.rstrip(":,").lower() for word in words]
    while told[-1] in _ADDED and len(told) > 1:
        told.pop()
    if told[-1] in SAYING and match["mark"] == ":":
        return last_sentence
    doing = told[-1] == "to" and told[-2:-1] and told[-2] in _WILLING and match["mark"] == ":"
    return last_sentence.rstrip(" \t\n:,") if doing or told[-1] in _WHO else ""


def _goes_on(lead: str, text: str, start: int) -> bool:
    """Whether a paragraph begins with the verb of those who are named above it."""
    first = _FIRST.match(text, start)
    if lead.endswith(":") or first is None or first[0].lower() in _NO_VERBS:
        return False
    if lead.endswith(" to"):
        return start > 0 or first[0].islower()
    said = first[0].endswith("ed") or start > 0 or text.rstrip().endswith((".", ";"))
    return (bool(_TELLS.match(first[0])) and said) or first[0].lower() in _TOLD


def _preamble(text: str) -> bool:
    """Whether a resolution says why before what: "Recalling its resolution 1970,"."""
    first = text.split(maxsplit=1)[:1]
    return bool(first) and first[0].rstrip(",").endswith("ing") and text.rstrip().endswith(",")
