"""Gives the names of a list their states and offices: "his Greek and French counterparts, A and B".

``folded`` are the tokens of the paragraph, folded as `ingest.folding` does.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.model import ActorClass
from ingest.authority import Entry
from ingest.mentions import HOLDERS, Mention, MentionKind

_GLUE = frozenset({",", ";", "and", "&"})
_OPENING = frozenset({":", "—", "–", "--", "-"})
"""What stands before the names of those of whom only the office was told."""
_HOLDING = frozenset({"chiefs", "leaders", "ministers", "premiers", "presidents", "secretaries"})
PAIR = 2
_OWNING = (["'s"], ["\u2019s"], ["'"], ["\u2019"])
_SERVING = frozenset(
    {"deputy", "diplomat", "foreign-minister", "minister", "official", "spokesperson"}
)
"""Kinds of those who speak for whom they serve: "X's envoys"."""
_HELPING = frozenset({"adviser", "advisor", "aide", "assistant"})
"""Who stands before whom they serve: "an aide to X"."""


def paired(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Gives each name of a list its state: "his Greek and French counterparts, A and B"."""
    out: list[Mention] = []
    found = _of_states(found, folded)
    at = 0
    while at < len(found):
        mention = found[at]
        names = _named_after(mention, found[at + 1 : at + 7], folded)
        if names:
            office, kind = _office_of(mention)
            states: Sequence[Entry | None] = _states_of(mention, len(names))
            for number, (name, entry) in enumerate(zip(names, states, strict=True)):
                out.append(
                    replace(
                        name,
                        start=name.start if number else mention.start,
                        kind=MentionKind.PERSON,
                        of=name.of or ((entry,) if entry is not None else ()),
                        office=name.office or office,
                        office_kind=name.office_kind or kind,
                    )
                )
            at += 1 + len(names)
        elif mention.kind is MentionKind.PERSON and mention.plural:
            office = of_one(mention.office)
            out.append(replace(mention, office=office, plural=False))
            at += 1
            while at < len(found) and _goes_on(out[-1], found[at], folded):
                name, last = found[at], bool(folded[out[-1].end] == "and")
                out.append(
                    replace(
                        name,
                        kind=MentionKind.PERSON,
                        office=office,
                        office_kind=mention.office_kind,
                    )
                )
                at += 1
                if last:
                    break
        else:
            out.append(mention)
            at += 1
    return out


def shared(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Makes one of two offices of the same states: "the ministers and army chiefs of A and B"."""
    out: list[Mention] = []
    for mention in found:
        last = out[-1] if out else None
        several = mention.kind is MentionKind.OFFICE and mention.plural and bool(mention.of)
        if last is None or not (several and _bare(last)) or last.of or last.host:
            out.append(mention)
        elif list(folded[last.end : mention.start]) == ["and"]:
            out[-1] = replace(mention, start=last.start)
        else:
            out.append(mention)
    return out


def _bare(mention: Mention) -> bool:
    """Whether several hold an office of which nothing says whose it is: "the defence ministers"."""
    if mention.kind is MentionKind.GROUP:
        return mention.count == 0 and mention.name.rpartition(" ")[2] in _HOLDING
    return mention.kind is MentionKind.OFFICE and mention.plural


def _office_of(mention: Mention) -> tuple[str, str]:
    """The office of those behind whom their names stand: "the two negotiators, A and B"."""
    if mention.kind is not MentionKind.GROUP:
        return mention.office, mention.office_kind
    return of_one(mention.name.split(maxsplit=2)[-1]), ""


def _states_of(mention: Mention, count: int) -> Sequence[Entry | None]:
    """The state of each of so many who hold an office: their own each, or one for all."""
    if len(mention.of) == count:
        return mention.of
    lone = mention.of[0] if mention.of else None
    state = lone is not None and lone.actor.kind is ActorClass.COUNTRY
    return [lone if state else None] * count


def _of_states(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Gives surnames behind the office of several their states: "Presidents X of A and Y of B"."""
    out: list[Mention] = []
    listed = False
    for mention in found:
        last = out[-1] if out else None
        titled = mention.kind is MentionKind.PERSON and mention.plural
        listed = titled or (listed and last is not None and _near(last, mention, folded))
        state = mention.kind is MentionKind.NAMED and len(mention.of) == 1 and not mention.body
        if last is None or not (listed and state) or last.kind is not MentionKind.NAME:
            out.append(mention)
        elif list(folded[last.end : mention.start]) == ["of"]:
            out[-1] = replace(last, end=mention.end, kind=MentionKind.PERSON, of=mention.of)
        else:
            out.append(mention)
    return out


def _near(last: Mention, mention: Mention, folded: Sequence[str]) -> bool:
    """Whether nothing but a comma, "and" or "of" stands between two mentions."""
    return set(folded[last.end : mention.start]) <= {",", "and", "of"}


def serving(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Gives who serves an office-holder their state: "President X's adviser", "A, X's adviser"."""
    out: list[Mention] = []
    for mention in found:
        chief = out[-1] if out else None
        helped = chief is not None and _helped(chief, mention, folded)
        if chief is not None and (helped or _follows(mention, chief, folded)):
            office, leader = (chief, mention) if helped else (mention, chief)
            served = replace(office, start=chief.start, end=mention.end, chief=leader)
            out[-1] = replace(served, name=leader.name)
        elif chief is None or not _serves(mention, chief, folded):
            out.append(mention)
        elif mention.kind is MentionKind.OFFICE and _named_before(out, folded):
            name = out[-2]
            out[-2:] = [
                replace(
                    name,
                    end=mention.end,
                    kind=MentionKind.PERSON,
                    of=chief.of,
                    office=mention.office,
                    office_kind=mention.office_kind,
                )
            ]
        else:
            out.append(replace(mention, of=chief.of))
    return out


def _follows(mention: Mention, chief: Mention, folded: Sequence[str]) -> bool:
    """Whether an office without a name and state is told of as a leader's: "X's envoys"."""
    plain = mention.kind is MentionKind.OFFICE and not (mention.of or mention.host or mention.chief)
    if (
        not plain
        or mention.office_kind not in _SERVING
        or list(folded[chief.end : mention.start]) not in _OWNING
    ):
        return False
    return _leads(chief) and (mention.plural or not chief.of)


def _helped(mention: Mention, chief: Mention, folded: Sequence[str]) -> bool:
    """Whether an office stands before whom its holder helps: "an aide to | President X"."""
    if mention.kind is not MentionKind.OFFICE or mention.of or mention.host or mention.chief:
        return False
    words = list(folded[mention.end : chief.start])
    helps = folded[mention.end - 1].removesuffix("s") in _HELPING and words in (["of"], ["to"])
    return helps and _leads(chief)


def _leads(mention: Mention) -> bool:
    """Whether somebody is named there whom others may serve."""
    return mention.kind in {MentionKind.NAME, MentionKind.PERSON} and not mention.plural


def _serves(mention: Mention, chief: Mention, folded: Sequence[str]) -> bool:
    """Whether an office without a state is that of somebody who serves the chief before it."""
    holder = mention.kind in HOLDERS and mention.office
    alone = bool(holder) and not (mention.of or mention.plural)
    led = chief.kind is MentionKind.PERSON and bool(chief.of)
    return alone and led and list(folded[chief.end : mention.start]) in (["'s"], ["\u2019s"])


def _named_before(found: Sequence[Mention], folded: Sequence[str]) -> bool:
    """Whether a name of which nothing is known stands before the last mention and a comma."""
    if len(found) < 2 or found[-2].kind is not MentionKind.NAME or found[-2].office:
        return False
    return list(folded[found[-2].end : found[-1].start]) == [","]


def of_one(office: str) -> str:
    """The office that each of several holds.

    >>> of_one("Ministers of Foreign Affairs"), of_one("Foreign Secretaries")
    ('Minister of Foreign Affairs', 'Foreign Secretary')
    """
    head = re.search(r"\w+(?= of | for |$)", office)
    if head is None or not head[0].endswith("s"):
        return office
    one = f"{head[0][:-3]}y" if head[0].endswith("ies") else head[0][:-1]
    return office[: head.start()] + one + office[head.end() :]


def _goes_on(last: Mention, name: Mention, folded: Sequence[str]) -> bool:
    """Whether a name shares the office before it: "Presidents X of A and Y of B"."""
    if name.kind not in {MentionKind.NAME, MentionKind.PERSON} or name.office:
        return False
    return list(folded[last.end : name.start]) in (["and"], [","], [",", "and"])


def _named_after(
    mention: Mention, following: list[Mention], folded: Sequence[str]
) -> list[Mention]:
    """The names that say who the holders of an office are: as many as there are states."""
    counted = mention.kind is MentionKind.GROUP and mention.office_kind == "persons"
    held = mention.kind in {MentionKind.OFFICE, MentionKind.COUNTERPART}
    if not (held or counted) or not mention.plural:
        return []
    names: list[Mention] = []
    last = mention
    for name in following:
        between = set(folded[last.end : name.start])
        if name.kind not in {MentionKind.NAME, MentionKind.PERSON} or len(name.name.split()) < 2:
            break
        if mention.of and not set(name.of) <= set(mention.of):
            break  # "the presidents of X and Y, the UN envoy, Z, and": somebody else
        opening = _OPENING if not names else frozenset[str]()
        if not between <= {",", "and", "&"} | opening or name.start - last.end > 2:
            break
        names.append(name)
        last = name
        if "and" in between:
            break
    apart = bool(names) and folded[names[0].start - 1] in _OPENING | {","}
    ends = list(folded[last.end - 1 : last.end + 1])
    closed = any(mark in _OPENING | {",", "."} for mark in ends)
    fits = len(names) == len(mention.of) or (len(mention.of) < PAIR and apart and closed)
    if len(names) < PAIR or not fits or (counted and len(names) != mention.count):
        return []
    dash = folded[names[0].start - 1]
    if dash in _OPENING - {":"} and ends[1:] == [dash]:
        names[-1] = replace(last, end=last.end + 1)
    return names


def introduced(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Gives names their side and office: "Some French ministers were there: X, Y and Z"."""
    out = list(found)
    for number, mention in enumerate(found):
        if mention.kind is not MentionKind.OFFICE or not mention.plural or len(mention.of) != 1:
            continue
        near = range(mention.end, min(mention.end + 10, len(folded)))
        last = next((i + 1 for i in near if folded[i] in {":", ".", ";"}), 0)
        if last == 0 or folded[last - 1] != ":":
            continue
        for at in range(number + 1, len(found)):
            name = found[at]
            between = set(folded[last : name.start])
            if name.kind not in {MentionKind.NAME, MentionKind.PERSON} or not between <= _GLUE:
                break
            out[at] = replace(
                name,
                kind=MentionKind.PERSON,
                of=name.of or mention.of,
                office=name.office or mention.office,
                office_kind=name.office_kind or mention.office_kind,
            )
            last = name.end
    return out
