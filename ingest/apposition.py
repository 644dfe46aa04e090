"""Makes one mention of two that stand for one person: an office and who holds it by another.

``folded`` are the tokens of the paragraph, folded as `ingest.folding` does.
"""

from collections.abc import Sequence
from dataclasses import replace

from graph.model import ActorClass
from ingest.authority import Entry
from ingest.mentions import Mention, MentionKind

_PRESIDING = frozenset({"head-of-state", "leader", "official", "organisation-head"})
"""Kinds of office that somebody holds beside one of a state."""
_SENT = ("delegation", "mission", "side", "team")
_LEADING = frozenset({"fronted", "headed", "led"})
_ARTICLES = frozenset({"a", "an", "its", "the", "their"})
_BETWEEN = frozenset({",", ".", ";", "a", "an", "and", "by", "in", "of", "the", "to", "with"})
_NONE: tuple[int | None, tuple[Entry, ...]] = (None, ())
_QUALIFIED = 4
"""Words between a state and its delegation with it, at the most."""
_WORDS = 7
"""Words of "a high-level government delegation", at the most."""
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


def heading(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Makes one of a delegation and who leads it: "a Kenyan delegation headed by Minister X"."""
    out: list[Mention] = []
    for mention in found:
        at = mention.start - 2
        led = at > 0 and folded[at] in _LEADING and folded[at + 1] == "by" and _leads(mention)
        aside = led and folded[at - 1] == ","
        last = out[-1] if out else None
        start, whose = _delegation(last, at - aside, folded) if led else _NONE
        if start is None:
            out.append(mention)
            continue
        if last is not None and last.start >= start:
            out.pop()
        comma = aside and folded[mention.end - 1] != "," and folded[mention.end :][:1] == [","]
        kind = MentionKind.PERSON if mention.kind is MentionKind.NAME else mention.kind
        end, of = mention.end + comma, mention.of or whose
        out.append(replace(mention, start=start, end=end, kind=kind, of=of, body=_SENT[0]))
    return out


def _leads(mention: Mention) -> bool:
    """Whether one person is named, or the holder of an office."""
    named = mention.kind is MentionKind.NAME and len(mention.name.split()) > 1
    holder = mention.kind in {MentionKind.OFFICE, MentionKind.PERSON}
    return not mention.plural and (named or holder)


def _delegation(
    last: Mention | None, end: int, folded: Sequence[str]
) -> tuple[int | None, tuple[Entry, ...]]:
    """Where the delegation starts that ends at token ``end``, and of whom it is; None where none.

    ``last`` is the mention before: "[a Lao delegation]", "an [Indian] business delegation",
    "a delegation from [the Workers' Party]".
    """
    sent = end > 0 and folded[end - 1] in _SENT
    near = last is not None and last.end >= end - _QUALIFIED and not (last.force or last.plural)
    if last is None or not near or len(last.of) != 1:
        alone = sent and (last is None or last.end < end)
        return (_article(end, last.end if last is not None else 0, folded), ()) if alone else _NONE
    if last.kind is MentionKind.NAMED and last.end == end:
        if not last.body and set(_SENT) & {*last.name.lower().split(), *folded[last.start : end]}:
            return last.start, last.of
        before = last.start - 1
        if before > 1 and folded[before] in {"from", "of"} and folded[before - 1] in _SENT:
            return _article(before, 0, folded), last.of
    described = sent and last.kind in {MentionKind.DEMONYM, MentionKind.NAMED}
    if not described or any(folded[at] in _BETWEEN for at in range(last.end, end)):
        return _NONE
    return last.start, last.of


def _article(end: int, first: int, folded: Sequence[str]) -> int | None:
    """Where the noun before token ``end`` starts with its article; None where it has none."""
    first = max(end - _WORDS, first)
    return next((at for at in range(end - 2, first - 1, -1) if folded[at] in _ARTICLES), None)


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
