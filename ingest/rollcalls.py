"""Roll-calls, in which semicolons part those who were there from one another.

"Among the Ministers were: the Hon. X, Minister of Trade of A; the Hon. Y, of B; and, for C, Z".
What else is said of each makes parsers lose the list.
"""

import re
from collections.abc import Iterator, Sequence

from graph.model import Actor, ActorClass
from ingest.mentions import MentionKind
from ingest.named import Named

Call = tuple[int, int, tuple[Actor, ...]]
"""The characters where a roll-call starts and ends, and who is called."""

FEWEST = 3
"""So many are called at the least."""
_LEAD = (
    r"(?:^|[.!?\n]\s+)(?P<lead>[^.!?:;\n]{0,160}?\b(?:among|attend\w*|following|participa\w+|part"
    r"|present|represented|includ\w+)\b[^.!?:;\n]{0,160}?)"
)
CALLING = re.compile(_LEAD + r":\s*$", re.IGNORECASE)
"""What ends with the words that lead to a roll-call in lines."""
_CALL = re.compile(
    _LEAD + r"(?::|(?<=\bare)|(?<=\bwere)|(?<=\binclude)|(?<=\bincluded))\s*"
    r"(?P<all>(?:[^;\n]{4,200};\s*){2,}[^;\n]{4,200}?)(?:(?<=\w\w)[.](?=\s|$)|\n|$)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[^;]+")
_NAMED = frozenset({MentionKind.NAMED, MentionKind.PERSON})


def called(text: str, named: Sequence[Named]) -> Iterator[Call]:
    """Where each roll-call of a text starts and ends, and the first who is named in each part.

    ``named`` are the mentions of the text, in their order.
    """
    for call in _CALL.finditer(text) if text.count(";") >= FEWEST - 1 else ():
        first, last = call.span("all")
        parts = [(first + m.start(), first + m.end()) for m in _ITEM.finditer(call["all"])]
        there = [who for part in parts if (who := _first(named, *part))]
        if len(there) >= FEWEST:
            yield call.start("lead"), last, tuple(dict.fromkeys(a for one in there for a in one))


def _first(named: Sequence[Named], start: int, end: int) -> tuple[Actor, ...]:
    """The first person who is named between two characters, or else the first state.

    Where nothing but names stands there, all of them: "Sierra Leone and Togo".
    """
    here = [one for one in named if start <= one.start < end and one.mention.kind in _NAMED]
    people = [one for one in here if any(a.kind is ActorClass.PERSON for a in one.actors)]
    told = sum(one.end - one.start + len("and ") for one in here)
    if not people and told >= end - start:
        return tuple(actor for one in here for actor in one.actors)
    states = (one for one in here if len(one.actors) == 1)
    return next((one.actors for one in (*people, *states)), ())
