"""Who meets where an organisation does whose members the article lists.

"The ministers of the Council, whose members are X, Y and Z, met in Lima", "The group is made up of
X, Y and Z".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from graph.model import Actor, ActorClass, EventClass, Role
from ingest.checks import side
from ingest.named import Named
from ingest.roles import GATHERINGS
from ingest.told import Told

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
_CERTAINTY = 0.8


def listed(text: str, named: Sequence[Named]) -> Iterator[tuple[Actor, Sequence[Named]]]:
    """The organisations of a text whose members it lists, each with the mentions of these.

    ``named`` are the mentions of the text, in their order.
    """
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
            yield group.actors[0], members


def gather(article: Sequence[Told]) -> None:
    """Adds to the sessions of organisations the members that the article lists."""
    known: dict[Actor, tuple[tuple[Actor, ...], tuple[int, int]]] = {}
    for told in article:
        for group, members in listed(told.paragraph.text, told.named):
            states = tuple(dict.fromkeys(state for one in members for state in one.actors))
            span = told.paragraph.span(members[0].start, members[-1].end)
            known.setdefault(group, (states, span))
    sessions = (c for told in article for c in told.candidates if c.kind in GATHERINGS)
    for session in sessions if known else ():
        for group in [actor for actor in session.everybody() if actor in known]:
            states, span = known[group]
            sides = {side(actor) for actor in session.everybody()}
            new = tuple(state for state in states if side(state) not in sides)
            if new:
                session.add(Role.PARTICIPANT, new, _CERTAINTY)
                session.kind = EventClass.CONVENING
                if not session.start <= span[0] < session.end:
                    session.besides.append(span)


def _state(named: Named) -> bool:
    """Whether a mention names one state by its name."""
    return len(named.actors) == 1 and named.actors[0].kind is ActorClass.COUNTRY
