"""Makes one mention of two that stand for one person: an office and who holds it by another.

``folded`` are the tokens of the paragraph, folded as `ingest.folding` does.
"""

from collections.abc import Sequence
from dataclasses import replace

from graph.model import ActorClass
from ingest.mentions import DIPLOMATIC, Mention, MentionKind
from ingest.pairing import PAIR, of_one

_PRESIDING = frozenset({"head-of-state", "leader", "official", "organisation-head"})
"""Kinds of office that somebody holds beside one of a state."""
_ALIKE = frozenset({"leaders", "ministers", "premiers", "presidents"})
"""Of whom the text may have named one on each side: "the presidents of both countries"."""
_GENITIVE = frozenset({"'", "'s", "’", "’s"})
_LISTING = frozenset({",", "and", "as", "both", "the", "well"})
_LISTED = frozenset({MentionKind.NAMED, MentionKind.OFFICE, MentionKind.PERSON})
_BEHIND = frozenset(
    {",", ".", ";", ")", "and", "at", "in", "on", "to", "today", "who", "yesterday"}
)
"""What stands behind a counterpart who is named before it: "seeing X, his counterpart said"."""
_HEAD = "High Commissioner"
_BRACKET = 8
"""Words of an office in the plural before the brackets with those who hold it, at the most."""
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


def heading(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Makes one of a body that is called by its head, and who that is: "UN Commissioner for Y | X".

    "The UN High Commissioner for Refugees" alone stands for the organisation.
    """
    out: list[Mention] = []
    for mention in found:
        head = out[-1] if out else None
        name = mention.kind in {MentionKind.NAME, MentionKind.PERSON}
        if head is None or not (name and _names_head(head, mention, folded)):
            out.append(mention)
            continue
        between = mention.start > head.end
        closed = between and list(folded[mention.end : mention.end + 1]) == [","]
        out[-1] = replace(
            mention,
            start=head.start,
            end=mention.end + closed,
            kind=MentionKind.PERSON,
            of=head.of,
            office=_HEAD,
            office_kind="organisation-head",
        )
    return out


def _names_head(head: Mention, person: Mention, folded: Sequence[str]) -> bool:
    """Whether a person is named behind an organisation that is called by its head."""
    named = head.kind is MentionKind.NAMED and len(head.of) == 1 and not head.body
    several = len(person.name.split()) > 1 and not (person.of or person.office)
    if not (named and several) or "commissioner" not in folded[head.start : head.end]:
        return False
    return list(folded[head.end : person.start]) in ([], [","])


def facing(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Makes one of a name and what is said of it behind a comma: "X, his Kenyan counterpart,"."""
    out: list[Mention] = []
    for mention in found:
        person = out[-1] if out else None
        if person is None or not _is_counterpart(person, mention, folded):
            out.append(mention)
            continue
        closed = list(folded[mention.end : mention.end + 1]) == [","]
        out[-1] = replace(mention, start=person.start, end=mention.end + closed, name=person.name)
    return out


def _is_counterpart(person: Mention, told: Mention, folded: Sequence[str]) -> bool:
    """Whether a name is that of the counterpart told of behind it."""
    if told.kind is not MentionKind.COUNTERPART or told.plural or told.name or not told.of:
        return False
    unknown = person.kind in {MentionKind.NAME, MentionKind.PERSON} and not person.of
    beside = list(folded[person.end : told.start]) == [","]
    ends = told.end >= len(folded) or folded[told.end] in _BEHIND
    return unknown and beside and ends and len(person.name.split()) > 1


def bracketed(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Lets those who hold an office be who is named in brackets: "the Co-Chairs (X and Y)"."""
    out: list[Mention] = []
    at = 0
    while at < len(found):
        office, people = found[at], _inside(found, at, folded)
        at += 1
        if not people:
            out.append(office)
            continue
        single = of_one(office.office)
        for number, person in enumerate(people):
            start = person.start if number else office.start
            end = person.end + (number == len(people) - 1)
            out.append(
                replace(
                    person,
                    start=start,
                    end=end,
                    kind=MentionKind.PERSON,
                    office=person.office or single,
                    office_kind=office.office_kind,
                )
            )
        at = found.index(people[-1]) + 1
    return out


def _inside(found: Sequence[Mention], at: int, folded: Sequence[str]) -> list[Mention]:
    """The persons in the brackets behind several who hold an office."""
    office = found[at]
    if office.kind is not MentionKind.OFFICE or not office.plural:
        return []
    near = folded[office.end : office.end + _BRACKET]
    start = office.end + list(near).index("(") if "(" in near else 0
    people: list[Mention] = []
    end = start + 1
    for mention in found[at + 1 :] if start else ():
        if mention.end <= start:
            continue
        full = mention.kind in {MentionKind.NAME, MentionKind.PERSON} and " " in mention.name
        if not full or not set(folded[end : mention.start]) <= _LISTING:
            return []
        people.append(mention)
        end = mention.end
        if list(folded[end : end + 1]) == [")"]:
            return people if len(people) > 1 else []
    return []


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
        elif office is not None and _of_both(mention, office, folded):
            word = mention.name.lower().rpartition(" ")[2]
            told = replace(office, name=f"the {mention.name}", office_kind="persons")
            out[-1] = replace(told if word in _ALIKE else office, end=mention.end)
        else:
            out.append(mention)
    return out


def _of_both(office: Mention, sides: Mention, folded: Sequence[str]) -> bool:
    """Whether officials are those of the sides before them: "the two countries' | ministers"."""
    several = sides.kind is MentionKind.GROUP and sides.count > 1 and not sides.of
    return several and _theirs(office, sides, folded, _GENITIVE)


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


def _theirs(
    office: Mention,
    sides: Mention,
    folded: Sequence[str],
    links: frozenset[str] = frozenset({"of"}),
) -> bool:
    """Whether officials without a name are those of the sides named behind them, or before."""
    several = office.kind is MentionKind.OFFICE and office.plural and not office.of
    between = list(folded[min(office.end, sides.end) : max(office.start, sides.start)])
    if sides.count > PAIR and office.office_kind in DIPLOMATIC:
        return False  # an envoy is no state: `ingest.enumerations`
    return several and sides.office_kind == "sides" and len(between) == 1 and between[0] in links


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
