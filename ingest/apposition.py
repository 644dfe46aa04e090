"""Makes one mention of two that stand for one person: an office and who holds it by another.

``folded`` are the tokens of the paragraph, folded as `ingest.folding` does.
"""

from collections.abc import Sequence
from dataclasses import replace

from graph.model import ActorClass
from ingest.mentions import DIPLOMATIC, Mention, MentionKind
from ingest.pairing import PAIR

_PRESIDING = frozenset({"head-of-state", "leader", "official", "organisation-head"})
"""Kinds of office that somebody holds beside one of a state."""
_ALIKE = frozenset({"leaders", "ministers", "premiers", "presidents"})
"""Of whom the text may have named one on each side: "the presidents of both countries"."""
_LISTING = frozenset({",", "and", "as", "both", "the", "well"})
_LISTED = frozenset({MentionKind.NAMED, MentionKind.OFFICE, MentionKind.PERSON})
_HOSTS = (["host", ","], ["guest", ","], ["visitor", ","])


def presiding(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Makes one of an office and who holds it by another: "the AU chief, Malian President X,"."""
    out: list[Mention] = []
    for number, mention in enumerate(found):
        office = out[-1] if out else None
        following = found[number + 1] if number + 1 < len(found) else None
        comma = list(folded[mention.end : mention.end + 1]) == [","]
        hosting = _hosting(mention, office, folded) if comma else mention.start
        if office is not None and _presides(office, mention, following, folded):
            both = f"{office.office} and {mention.office}" if office.office else mention.office
            out[-1] = replace(mention, start=office.start, end=mention.end + comma, office=both)
        elif hosting < mention.start:
            out.append(replace(mention, start=hosting, end=mention.end + comma))
        else:
            out.append(mention)
    return out


def belonging(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Makes one of officials and the sides whose they are: "the ministers of | both countries"."""
    out: list[Mention] = []
    for mention in found:
        office = out[-1] if out else None
        sides = mention.kind is MentionKind.GROUP and mention.count > 1 and not mention.of
        if office is not None and sides and _theirs(office, mention, folded):
            word = office.name.lower().rpartition(" ")[2]
            told = replace(mention, name=f"the {office.name}", office_kind="persons")
            out[-1] = replace(told if word in _ALIKE else mention, start=office.start)
        else:
            out.append(mention)
    return out


def declaring(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Makes one of "we" and the list of those who say so: "We, the Leaders of X and Y, | met"."""
    first = next((at for at, m in enumerate(found) if folded[m.start] == "we"), None)
    if first is None or list(folded[found[first].end : found[first].end + 1]) != [","]:
        return found
    we, end, last = found[first], found[first].end, first
    for at, mention in enumerate(found[first + 1 :], first + 1):
        if not set(folded[end : mention.start]) <= _LISTING or mention.kind not in _LISTED:
            break
        end, last = mention.end, at
    closed = last > first and list(folded[end : end + 1]) == [","]
    if not closed:
        return found
    return [*found[:first], replace(we, end=end + 1), *found[last + 1 :]]


def _theirs(office: Mention, sides: Mention, folded: Sequence[str]) -> bool:
    """Whether officials without a name are those of the sides named behind them."""
    several = office.kind is MentionKind.OFFICE and office.plural and not office.of
    between = list(folded[office.end : sides.start])
    if sides.count > PAIR and office.office_kind in DIPLOMATIC:
        return False  # an envoy is no state: `ingest.enumerations`
    return several and sides.office_kind == "sides" and between == ["of"]


def _hosting(person: Mention, before: Mention | None, folded: Sequence[str]) -> int:
    """Where "the host, President X," begins; the start of the name where nothing of it stands."""
    at = person.start - 2
    if person.kind is not MentionKind.PERSON or list(folded[at : at + 2]) not in _HOSTS:
        return person.start
    while at > max(0, person.start - 6) and folded[at] not in {"the", "his", "her", "their"}:
        at -= 1
    apart = before is None or before.end <= at
    return at if apart and folded[at] in {"the", "his", "her", "their"} else person.start


def _presides(
    office: Mention, person: Mention, following: Mention | None, folded: Sequence[str]
) -> bool:
    """Whether an office of a body, and a person behind it between commas, are the same."""
    alone = office.kind is MentionKind.OFFICE and not (office.plural or office.host)
    state = any(e.actor.kind is ActorClass.COUNTRY for e in office.of)
    body = bool(office.of) and not state
    fits = alone and (body or (office.office_kind in _PRESIDING and office.of in ((), person.of)))
    named = person.kind is MentionKind.PERSON and bool(person.office) and not person.plural
    if not (fits and named) or list(folded[office.end : person.start]) not in ([","], [",", "the"]):
        return False
    at = person.end - (folded[person.end - 1] == ",")
    if folded[at : at + 1] != [","]:
        return False
    listed = following is not None and following.start <= at + 1
    return not listed and folded[at + 1 : at + 2] != ["and"]
