"""Who is told by what the sentence says of a name of which nothing is known.

"Ana Diaz was ambassador of Chile", "the mission headed by Ana Diaz", "expelled the correspondent
Ana Diaz", "a spokesman for the ministry in Lima, Ana Diaz, said". ``folded`` are the tokens of
the paragraph, folded as `ingest.folding` does.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.mentions import DIPLOMATIC, Mention, MentionKind
from ingest.words import load_actor_words

_BEING = frozenset({"be", "became", "been", "is", "served", "serves", "was"})
_BECOMING = _BEING | frozenset(
    {
        ",", "-", "a", "appointed", "an", "as", "elected", "had", "has", "in", "inaugurated",
        "named", "new", "now", "re", "sworn", "the", "then", "who",
    }
)  # fmt: skip
"""Words between a name and the office that its bearer holds."""
_LED = frozenset({"chaired", "headed", "led"})
_SEIZING = frozenset(
    {
        "arrest", "arrested", "arresting", "arrests", "deport", "deported", "deports", "expel",
        "expelled", "expelling", "expels", "extradite", "extradited", "extradites",
    }
)  # fmt: skip
"""What states do to people alone, and hardly to firms."""
_DEEDS = _SEIZING | {
    "blacklisted", "blacklists", "detain", "detained", "detains", "extradition", "freeze", "grata",
    "non", "sanctioned", "sanctioning", "sanctions",
}  # fmt: skip
"""What they do to people who hold no office."""
_LINKS = frozenset({"at", "for", "from", "in", "of", "on", "to", "with"})
_ENDING = frozenset(
    {
        ",", ".", ";", ":", "(", ")", "and", "but", "had", "has", "have", "is", "met", "said",
        "that", "told", "was", "were", "which", "who", "will", "would", "after", "before", "by",
    }
)  # fmt: skip
"""What stands in no title."""
_CLOSING = frozenset({",", ".", ";", "at", "in", "to", "who", "with"})
"""What stands behind a post that is no first name of a list."""
_ARTICLES = frozenset({"a", "an", "the"})
_HEADING = frozenset(
    {
        "chaired", "chairs", "headed", "heads", "leads", "led", "represented", "represents",
    }
)  # fmt: skip
_HEADED_NEAR = 3
"""Mentions behind a name among which that is which its bearer leads."""
_PARTS = frozenset(
    {
        "agency", "bureau", "centre", "center", "commission", "committee", "delegation",
        "directorate", "division", "embassy", "legation", "mission", "parliament", "section",
    }
)  # fmt: skip
_HOUSES = frozenset(
    {"council", "department", "government", "ministry", "office", "opposition", "party"}
)
_UNNAMED = frozenset({"cabinet", "honorific"})
_LONGEST, _LOOKED_BACK = 8, 3
"""Words of a title behind its office, and mentions in it, at the most."""
_FEWEST, _MOST = 2, 4
"""Words of the name of a person of whom nothing else is known."""


def told(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Makes persons of names whose bearers the sentence tells of."""
    out = list(found)
    hit = not _DEEDS.isdisjoint(folded)
    for at, mention in enumerate(found):
        if mention.kind is not MentionKind.NAME or not _personal(mention, folded):
            continue
        before = found[at - 1] if at else None
        after = found[at + 1] if at + 1 < len(found) else None
        held = after is not None and (
            _holds(mention, after, folded) or _apposed(mention, after, folded)
        )
        if after is not None and held:
            out[at] = replace(
                mention,
                kind=MentionKind.PERSON,
                of=after.of[:2],
                office=after.office,
                office_kind=after.office_kind,
                former=after.former,
            )
        elif before is not None and _leads(before, mention, folded):
            out[at] = replace(mention, kind=MentionKind.PERSON, of=before.of)
        elif (led := _headed(mention, found[at + 1 : at + 1 + _HEADED_NEAR], folded)) is not None:
            out[at] = replace(mention, kind=MentionKind.PERSON, of=led.of)
        elif hit and _hit(mention, folded):
            out[at] = replace(mention, kind=MentionKind.PERSON)
    return out


def titled(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Makes one of a long title and the name behind it: "a spokeswoman in Lima, Ana Diaz,"."""
    out: list[Mention] = []
    for at, mention in enumerate(found):
        office = _titles(out, mention, folded)
        if office is None or not _apart(mention, found[at + 1 : at + 2], folded):
            out.append(mention)
            continue
        seat = out[-1].of[:1] if _seated(out[-1], office, folded) else ()
        while out[-1] is not office:
            out.pop()
        diplomat = office.office_kind in DIPLOMATIC
        out[-1] = replace(
            office,
            end=mention.end + (folded[mention.end] == ","),
            kind=MentionKind.PERSON,
            name=mention.name,
            of=office.of[:2] or (() if diplomat else seat),
        )
    return out


def _titles(before: Sequence[Mention], name: Mention, folded: Sequence[str]) -> Mention | None:
    """The office, with what it is of and where, that ends in the comma before a name."""
    if name.kind is not MentionKind.NAME or not _personal(name, folded):
        return None
    if list(folded[name.start - 1 : name.start]) != [","]:
        return None
    for office in reversed(before[-_LOOKED_BACK:]):
        gap = list(folded[office.end : name.start - 1])
        if len(gap) > _LONGEST or not _ENDING.isdisjoint(gap):
            return None
        if office.kind is MentionKind.OFFICE:
            alone = not (office.plural or office.count or office.office_kind in _UNNAMED)
            leads_on = not gap or gap[0] in _LINKS or gap[-1] in _HOUSES
            return office if alone and leads_on else None
    return None


def _seated(seat: Mention, office: Mention, folded: Sequence[str]) -> bool:
    """Whether the last mention in a title says whose it is: "in Lima", not "on Peru"."""
    at = seat.start - 1 - (folded[seat.start - 1] == "the")
    return seat is not office and not office.host and folded[at] not in {"on", "to", "with"}


def _apart(name: Mention, following: Sequence[Mention], folded: Sequence[str]) -> bool:
    """Whether the name ends in a comma and no list goes on behind it."""
    if list(folded[name.end : name.end + 1]) not in ([","], ["."], [";"]):
        return False
    listed = any(m.start <= name.end + 1 and m.kind is not MentionKind.PRONOUN for m in following)
    return not listed and list(folded[name.end + 1 : name.end + 2]) not in (["and"], ["&"])


def _personal(mention: Mention, folded: Sequence[str]) -> bool:
    """Whether a name may be that of a person: "Ana Diaz", not "Diaz Bank"."""
    words = load_actor_words()
    parts = folded[mention.start : mention.end]
    fits = _FEWEST <= len(mention.name.split()) <= _MOST and all(not p.isdigit() for p in parts)
    thing = parts[-1] in words.things or parts[-1] in words.sites
    return fits and not thing and words.organisation_words.isdisjoint(parts)


def _holds(name: Mention, office: Mention, folded: Sequence[str]) -> bool:
    """Whether the sentence says that somebody holds the office behind the name."""
    single = office.kind is MentionKind.OFFICE and not office.plural and not office.possessive
    if not single or not (office.of or office.office_kind in DIPLOMATIC):
        return False
    between = set(folded[name.end : office.start])
    return bool(between & _BEING) and between <= _BECOMING


def _apposed(name: Mention, office: Mention, folded: Sequence[str]) -> bool:
    """Whether a diplomatic post stands beside the name: "X, a consul at the embassy of Y,".

    Who is expelled may as well hold another: "expelled X, a visa officer of Y".
    """
    single = office.kind is MentionKind.OFFICE and not (office.plural or office.possessive)
    if not (single and office.of):
        return False
    if office.office_kind not in DIPLOMATIC and folded[name.start - 1] not in _SEIZING:
        return False
    between = tuple(folded[name.end : office.start])
    closed = office.end >= len(folded) or folded[office.end] in _CLOSING
    beside = between == (",",) or (between[:1] == (",",) and between[1] in _ARTICLES)
    alone = len(between) <= _FEWEST + 1 and _ENDING.isdisjoint(between[1:])
    return closed and beside and alone


def _leads(led: Mention, name: Mention, folded: Sequence[str]) -> bool:
    """Whether the name is that of who leads what stands before it: "the mission headed by"."""
    whole = led.kind is MentionKind.NAMED and len(led.of) == 1 and not led.force
    between = [word for word in folded[led.end : name.start] if word not in {",", "and"}]
    return whole and len(between) == _FEWEST and between[0] in _LED and between[1] == "by"


def _headed(name: Mention, after: Sequence[Mention], folded: Sequence[str]) -> Mention | None:
    """What the bearer of a name is said to lead: "X, who heads the | UN | agency for refugees".

    Also "who leads the delegation of | Peru", but no invasion of it.
    """
    if list(folded[name.end : name.end + 2]) != [",", "who"]:
        return None
    verb = name.end + 2
    if "".join(folded[verb : verb + 1]) not in _HEADING:
        return None
    for led in after:
        between = [word for word in folded[verb + 1 : led.start] if word not in _ARTICLES]
        whole = led.kind is MentionKind.NAMED and len(led.of) == 1 and not led.force
        owned = folded[led.end : led.end + 1] in (["'s"], ["’s"])
        part = between[-1:] == ["of"] and not (_HOUSES | _PARTS).isdisjoint(between[-2:-1])
        inner = not between or part
        if whole and not owned and inner and len(between) <= _LONGEST:
            return led
        if led.kind is not MentionKind.NAME:
            return None
    return None


def _hit(name: Mention, folded: Sequence[str]) -> bool:
    """Whether something is done to somebody: "expelled the correspondent, X", "arrest X"."""
    words = load_actor_words().exposed
    comma = folded[name.start - 1 : name.start] == [","]
    before = folded[name.start - 1 - comma] if name.start > comma else ""
    closed = not comma or folded[name.end : name.end + 1] in ([","], ["."], [";"], ["and"])
    if folded[name.end : name.end + 1] in (["'s"], ["’s"]):
        return False
    if before in words and closed:
        return True
    if before in _SEIZING:
        return True
    behind = folded[name.end : name.end + 1] == [","]
    aside = list(folded[name.end + 1 : name.end + 8]) if behind else []
    told_of = aside[: aside.index(",")] if "," in aside else []
    return bool(told_of) and told_of[0] in {"a", "an", "the", "his"} and told_of[-1] in words
