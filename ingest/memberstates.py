"""Who meets where an organisation does whose members the article lists.

"The ministers of the Council, whose members are X, Y and Z, met in Lima", "The group is made up of
X, Y and Z".
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from graph.model import Actor, ActorClass, EventClass, Role
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.named import Named
from ingest.told import Told

Members = Mapping[str, tuple[tuple[Actor, ...], tuple[int, int]]]
"""By the keys of organisations their members, and where in the kept text they are listed."""

_LISTING = re.compile(
    r"(?: ?\([^()]{1,12}\))?,? ?(?:which |that |it )?"
    r"(?:whose members are|(?:is |are |was )?(?:comprised of|composed of|made up of)"
    r"|compris(?:es?|ing)|consist(?:s|ing) of|group(?:s|ing)(?: together)?|brings together"
    r"|['’]s? (?:six |five |four |seven |eight )?members are|includes the states of|:|[–—-]|\()"
    r" ?(?:the )?",
    re.IGNORECASE,
)
"""What stands between an organisation and the list of its members."""
_APART = re.compile(r"(?:,|;|,? and|,? &)?(?: and)? ?(?:the )?", re.IGNORECASE)
"""What stands between two of a list."""
_FEWEST = 3
_SESSIONS = frozenset({EventClass.CONVENING, EventClass.MEETING})
_CERTAINTY = 0.8


def listed(told: Told, named: Sequence[Named]) -> Iterator[tuple[str, Sequence[Named]]]:
    """The organisations of a paragraph whose members it lists, by their keys.

    ``named`` are its mentions, in the order of the text.
    """
    text = told.paragraph.text
    for at, group in enumerate(named):
        if len(group.actors) != 1 or group.actors[0].kind is not ActorClass.ORGANIZATION:
            continue
        members: list[Named] = []
        before, pattern = group, _LISTING
        for state in takewhile(_state, named[at + 1 :]):
            if pattern.fullmatch(text[before.end : state.start]) is None:
                break
            members.append(state)
            before, pattern = state, _APART
        if len(members) >= _FEWEST:
            yield group.actors[0].key, members


def membership(article: Iterable[tuple[Told, Sequence[Named]]]) -> Members:
    """The members of organisations that an article lists, once each."""
    out: dict[str, tuple[tuple[Actor, ...], tuple[int, int]]] = {}
    for told, named in article:
        for key, members in listed(told, named):
            actors = tuple(dict.fromkeys(actor for one in members for actor in one.actors))
            span = told.paragraph.span(members[0].start, members[-1].end)
            out.setdefault(key, (actors, span))
    return out


def gather(candidates: Iterable[Candidate], members: Members) -> None:
    """Adds to the sessions of organisations the members that the article lists."""
    for candidate in candidates if members else ():
        if candidate.kind not in _SESSIONS:
            continue
        there = candidate.everybody()
        for group in tuple(there):
            actors, span = members.get(group.key, ((), (0, 0)))
            sides = {side(actor) for actor in there}
            new = tuple(actor for actor in actors if side(actor) not in sides)
            if not new:
                continue
            candidate.add(Role.PARTICIPANT, new, _CERTAINTY)
            candidate.kind = EventClass.CONVENING
            if not candidate.start <= span[0] < candidate.end:
                candidate.besides.append(span)


def _state(named: Named) -> bool:
    """Whether a mention names one state by its name."""
    return len(named.actors) == 1 and named.actors[0].kind is ActorClass.COUNTRY
