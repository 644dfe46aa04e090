"""Whose release a text is by its title: "Ministry of Foreign Affairs, Accra: …", "NATO: …"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from graph.model import ActorClass
from ingest.folding import fold
from ingest.history import ORGANISATIONS
from ingest.mentions import Mention, MentionKind
from ingest.words import load_actor_words

MentionsOf = Callable[[str], tuple[Sequence[int], Sequence[Mention]]]
"""The offset of each token of a text, and its mentions."""
ISSUER = "issuer"
"""The kind of office of the mention that says whose release a text is."""
_STATED = re.compile(
    r"\b(?:communiqu[eé]|conclusions|declaration|decisions?|resolution|statement)\b", re.IGNORECASE
)
_ABOUT = re.compile(r"\b(?:about|against|concerning|on|regarding|with)\b")
"""What stands between a statement and what it is about."""
_TAKING = re.compile(
    r"\s+(?:(?:deeply|firmly|fully|strongly|warmly)\s+)?(?:announces?|applauds?|appeals?|commends?|"
    r"calls? (?:for|on)|condemns?|congratulates?|demands?|denounces?|deplores?|expresses|hails?|"
    r"joins?|marks?|mourns?|opposes?|praises?|protests?|regrets?|rejects?|reaffirms?|salutes?|"
    r"stands? (?:by|with)|supports?|thanks?|urges?|warns?|welcomes?)\b",
    re.IGNORECASE,
)
"""What stands behind the state with which the headline of its own release begins."""
_OURS = re.compile(r"(?:^|[.!?]\s+)(?:We|Our)\b", re.MULTILINE)
_QUOTED = re.compile(r"[\"“][^\"”]*(?:[\"”]|$)")
_OPENING = 600
"""Characters within which a statement says whose it is."""
_LONGEST = 90
"""Characters of what stands before the colon, at the most."""


def issuer(title: str, mentions_of: MentionsOf) -> Mention | None:
    """The state or organisation whose release the title says that the text is; None where none.

    A state alone is what a text is about ("Norway: …"). An office or a house that names none is
    that of the state with which the headline behind it begins. ``host`` holds where an embassy is.
    """
    head, colon, headline = title.partition(": ")
    if not colon or len(head) > _LONGEST:
        return _issuing(title, mentions_of)
    words = load_actor_words()
    named = [m for m in mentions_of(head)[1] if m.of] or _inside(head, mentions_of)
    told = set(fold(head).replace(",", " ").replace("'s", " ").split())
    issuing = not words.issuing.isdisjoint(told) or any(m.body for m in named)
    if not named and issuing:
        return _first(headline, mentions_of)
    states = list(dict.fromkeys(entry for m in named for entry in m.of))
    if len(states) == 1 and (issuing or _itself(named)):
        return replace(named[0], kind=MentionKind.NAMED, body="", office_kind=ISSUER)
    if len(states) > 1 and not words.missions.isdisjoint(told):
        own, *hosts = states
        return replace(
            named[0], kind=MentionKind.NAMED, of=(own,), host=tuple(hosts), office_kind=ISSUER
        )
    return None


def heading(title: str, text: str, mentions_of: MentionsOf) -> Mention | None:
    """The state or organisation that says "we" in its release: "U.S. Condemns Attacks in X".

    Where the title says only that it is a statement, the first lines may begin so.
    """
    if _OURS.search(_QUOTED.sub("", text)) is None:
        return None
    first = text[:_OPENING].splitlines() if _STATED.search(title) is not None else ()
    return next(filter(None, (_taking(line, mentions_of) for line in (title, *first))), None)


def _taking(line: str, mentions_of: MentionsOf) -> Mention | None:
    """The state or organisation with whose stance a line begins, be it in capital letters."""
    stance = _TAKING.search(line)
    head = line[: stance.start()] if stance is not None else ""
    offsets, mentions = mentions_of(head)
    one = mentions[0] if len(mentions) == 1 else None
    if one is None or one.kind is not MentionKind.NAMED or len(one.of) != 1 or one.plural:
        return None
    whole = one.end == len(offsets) and (one.start == 0 or head.startswith("The "))
    return replace(one, office_kind=ISSUER) if whole else None


def _issuing(title: str, mentions_of: MentionsOf) -> Mention | None:
    """The organisation that the title of its statement names: "Communiqué of the Summit of X"."""
    said = _STATED.search(title)
    about = _ABOUT.search(title, said.end()) if said is not None else None
    named = mentions_of(title[: about.start()] if about else title)[1] if said else ()
    one = next((m for m in named if m.of), None)
    alone = one is not None and len(one.of) == 1 and one.kind is not MentionKind.PERSON
    if one is None or not alone or one.of[0].actor.kind not in ORGANISATIONS:
        return None
    return replace(one, kind=MentionKind.NAMED, body="", office_kind=ISSUER)


def _inside(head: str, mentions_of: MentionsOf) -> list[Mention]:
    """The state that is named within a longer name: "Gobierno de | Chile"."""
    words = head.split()
    some = (m for word in words for m in mentions_of(word)[1] if m.of and not m.capital)
    return list(some)[:1] if len(words) > 1 else []


def _itself(named: Sequence[Mention]) -> bool:
    """Whether an organisation or the seat of a government is named, and not only a state."""
    entry = named[0].of[0]
    seat = named[0].capital and fold(named[0].name) != fold(entry.capital)
    return seat or entry.actor.kind is not ActorClass.COUNTRY


def _first(headline: str, mentions_of: MentionsOf) -> Mention | None:
    """The state with which a headline begins: "China lowers its relations with …"."""
    mention = next(iter(mentions_of(headline)[1]), None)
    if mention is None or mention.start or len(mention.of) != 1 or mention.plural:
        return None
    state = mention.of[0].actor.kind is ActorClass.COUNTRY
    named = mention.kind in {MentionKind.NAMED, MentionKind.DEMONYM}
    return replace(mention, kind=MentionKind.NAMED, office_kind=ISSUER) if state and named else None
