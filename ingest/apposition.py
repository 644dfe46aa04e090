"""Makes one mention of two that stand for one person: an office and who holds it by another.

``folded`` are the tokens of the paragraph, folded as `ingest.folding` does.
"""

from collections.abc import Sequence
from dataclasses import replace

from graph.model import ActorClass
from ingest.mentions import Mention, MentionKind

_PRESIDING = frozenset({"head-of-state", "leader", "official", "organisation-head"})
"""Kinds of office that somebody holds beside one of a state."""
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
            out[-1] = replace(mention, start=office.start, end=mention.end + comma)
        elif hosting < mention.start:
            out.append(replace(mention, start=hosting, end=mention.end + comma))
        else:
            out.append(mention)
    return out


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
