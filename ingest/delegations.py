"""Says for whom somebody comes: "a Peruvian delegation led by X", "X on behalf of Peru".

``folded`` are the tokens of the paragraph, folded as `ingest.folding` does.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from ingest.authority import Entry
from ingest.delegates import ASIDES
from ingest.mentions import HOLDERS, Mention, MentionKind
from ingest.quotations import SENTENCE_ENDS

_NAMED = frozenset({MentionKind.NAME, MentionKind.PERSON})
_SENT = ("delegation", "mission", "side", "team")
_LED = (
    ("fronted", "by"),
    ("headed", "by"),
    ("led", "by"),
    ("under", "the", "leadership", "of"),
    ("under",),
)
_LEADING = max(map(len, _LED))
_TITLE = 9
"""Words between "led by" and an office, at the most."""
_TITLES = frozenset({"affairs", "chief", "for", "of", "policy", "security", "senior", "the", "top"})
"""Words of lengthy offices that no mention holds."""
_STANDING = frozenset({MentionKind.DEMONYM, MentionKind.NAME, MentionKind.NAMED})
_ARTICLES = frozenset({"a", "an", "its", "the", "their"})
_BETWEEN = frozenset({",", ".", ";", "a", "an", "and", "by", "in", "of", "the", "to", "with"})
_NONE: tuple[int | None, tuple[Entry, ...]] = (None, ())
_QUALIFIED = 4
"""Words between a state and its delegation with it, at the most."""
_WORDS = 7
"""Words of "a high-level government delegation", at the most."""
_BEHALF = (["on", "behalf", "of"],)
_SIGNED = (["signed", "for"], ["signed", "on", "behalf", "of"], ["signing", "for"])
_GENITIVES = (["'s"], ["’s"])
_GOVERNING = frozenset({"foreign-minister", "head-of-government", "minister", "spokesperson"})
"""Kinds of offices whose holders are where their government is."""
_FAR = 24
"""Words before somebody within which another signed for somebody."""
_REPRESENTED = ["represented", "by"]
_HEADED = frozenset({"headed", "led", "represented"})
_BEING = frozenset({"be", "been", "being", "by", "had", "has", "is", "represented", "was", "will"})
_CREDENTIALS = frozenset({"credence", "credentials"})
_NEAR = 12
"""Words between somebody and the office to which they are accredited."""


def led(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Makes one of a delegation and who leads it: "a Kenyan delegation headed by Minister X"."""
    out: list[Mention] = []
    for number, mention in enumerate(found):
        named = mention.kind is not MentionKind.NAME or not _titles(*found[number : number + 2])
        at = _led_from(mention, out, folded) if named and _leads(mention) else 0
        aside = at > 0 and folded[at - 1] in ASIDES
        while at > 0 and out and out[-1].start > at:
            out.pop()  # "led by [Trade Council] Coordinator X"
        last = out[-1] if out else None
        start, whose = _delegation(last, at - aside, folded) if at > 0 else _NONE
        if at > 0 and start is None:
            start, whose = _of_members(out[-2:], at - aside, folded)
        if start is None:
            out.append(mention)
            continue
        while out and out[-1].start >= start:
            out.pop()
        closing = list(folded[mention.end :][:1])
        comma = aside and folded[mention.end - 1] != "," and closing == [folded[at - 1]]
        kind = MentionKind.PERSON if mention.kind is MentionKind.NAME else mention.kind
        end, of = mention.end + comma, mention.of or whose
        out.append(replace(mention, start=start, end=end, kind=kind, of=of, body=_SENT[0]))
    return out


def _titles(name: Mention, following: Mention | None = None) -> bool:
    """Whether a name only begins the office of who is named next: "[Trade Council] chief X"."""
    return following is not None and following.start == name.end and bool(following.office)


def _led_from(leader: Mention, before: Sequence[Mention], folded: Sequence[str]) -> int:
    """Where "led by" begins before who leads; 0 where it does not stand there.

    Between may stand names, as of the body for which somebody works.
    """
    end = leader.start
    while end and leader.start - end < _TITLE:
        words = tuple(folded[max(0, end - _LEADING) : end])
        found = next((end - len(each) for each in _LED if words[-len(each) :] == each), 0)
        if found:
            return found
        beside = (m for m in before[-_TITLE:] if m.kind in _STANDING)
        named = folded[end - 1] in _TITLES or any(m.start < end <= m.end for m in beside)
        if not (named and leader.office):
            break
        end -= 1
    return 0


def _leads(mention: Mention) -> bool:
    """Whether one person is named, or the holder of an office."""
    named = mention.kind is MentionKind.NAME and len(mention.name.split()) > 1
    holder = mention.kind in HOLDERS
    return not mention.plural and (named or holder)


def _delegation(
    last: Mention | None, end: int, folded: Sequence[str]
) -> tuple[int | None, tuple[Entry, ...]]:
    """Where the delegation starts that ends at token ``end``, and of whom it is; None where none.

    ``last`` is the mention before: "[a Lao delegation]", "an [Indian] business delegation",
    "a delegation from [the Workers' Party]".
    """
    beside = last is not None and last.kind is MentionKind.NAMED and last.end == end
    if last is not None and beside:
        words = {*last.name.lower().split(), *folded[last.start : end]}
        if not words.isdisjoint(_SENT):
            return last.start, last.of[:1]
    sent = end > 0 and folded[end - 1] in _SENT
    near = last is not None and last.end >= end - _QUALIFIED and not (last.force or last.plural)
    if last is None or not near or len(last.of) != 1:
        alone = sent and (last is None or last.end < end)
        return (_article(end, last.end if last is not None else 0, folded), ()) if alone else _NONE
    if beside:
        before = last.start - 1
        if before > 1 and folded[before] in {"from", "of"} and folded[before - 1] in _SENT:
            return _article(before, 0, folded), last.of
    described = sent and last.kind in {MentionKind.DEMONYM, MentionKind.NAMED}
    if not described or any(folded[at] in _BETWEEN for at in range(last.end, end)):
        return _NONE
    return last.start, last.of


def _of_members(
    before: Sequence[Mention], end: int, folded: Sequence[str]
) -> tuple[int | None, tuple[Entry, ...]]:
    """As `_delegation`, of one of whom it is told who belongs to it: "a team of Lao officials"."""
    last = before[-1] if before else None
    if last is None or last.kind is not MentionKind.OFFICE or not last.plural or last.end != end:
        return _NONE
    whole = before[0]
    if whole is not last and whole.end == last.start and whole.kind is MentionKind.NAMED:
        sent = not set(_SENT).isdisjoint(folded[whole.start : whole.end])
        return (whole.start, whole.of[:1]) if sent else _NONE
    lead = list(folded[max(0, last.start - 2) : last.start])
    if lead[-1:] != ["of"] or lead[0] not in _SENT or len(last.of) != 1:
        return _NONE
    return _article(last.start - 1, 0, folded), last.of


def _article(end: int, first: int, folded: Sequence[str]) -> int | None:
    """Where the noun before token ``end`` starts with its article; None where it has none."""
    first = max(end - _WORDS, first)
    return next((at for at in range(end - 2, first - 1, -1) if folded[at] in _ARTICLES), None)


def represented(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Gives persons the state for which they act: "signed by X on behalf of Peru".

    Of the state nothing is told then: "signed on behalf of Peru by X".
    """
    out: list[Mention] = []
    for mention in found:
        last = out[-1] if out else None
        if last is not None and mention.kind in _NAMED and _sends(last, mention, folded):
            out[-1] = replace(mention, kind=MentionKind.PERSON, of=mention.of or last.of)
            continue
        acts = last is not None and last.kind in _NAMED and not (last.of or last.plural)
        state = mention.kind is MentionKind.NAMED and len(mention.of) == 1
        if last is not None and _stands_for(last, mention, folded):
            out.append(replace(mention, kind=MentionKind.PERSON, of=last.of))
        elif last is None or not (acts and state and len(last.name.split()) > 1):
            out.append(mention)
        elif list(folded[last.end : mention.start]) in _BEHALF or _for(last, mention, folded):
            person = MentionKind.PERSON
            out[-1] = replace(last, kind=person, of=mention.of, end=mention.end)
        elif list(folded[last.end : mention.start]) in _SIGNED:
            out[-1] = replace(last, kind=MentionKind.PERSON, of=mention.of)
            out.append(mention)
        else:
            out.append(mention)
    return out


def _for(person: Mention, state: Mention, folded: Sequence[str]) -> bool:
    """Whether an official acts for a state: "Minister X for Peru and Minister Y for Chile".

    Or anybody does, behind who signed: "signed for Peru, Y for Chile", "signed by Y for Chile".
    """
    between = list(folded[person.end : state.start])
    goes_on = folded[state.end : state.end + 1]
    near = set(pairwise(folded[max(0, person.start - _FAR) : person.start]))
    acts = bool(person.office) or not near.isdisjoint({("signed", "by"), ("signed", "for")})
    return acts and between == ["for"] and list(goes_on) not in _GENITIVES


def _stands_for(state: Mention, name: Mention, folded: Sequence[str]) -> bool:
    """Whether who is named stands for the state before them: "Peru will be represented by X"."""
    alone = name.kind is MentionKind.NAME and len(name.name.split()) > 1
    sole = state.kind is MentionKind.NAMED and len(state.of) == 1 and not state.capital
    between = list(folded[state.end : name.start])
    if between[-1:] == ["by"] and between[:-1] in ([], *_GENITIVES):
        # "Peru was represented by X and Chile | by Y", "Peru's was led by X and Chile's | by Y"
        before = takewhile(lambda word: word not in SENTENCE_ENDS, folded[state.start - 1 :: -1])
        led = _HEADED if len(between) > 1 else {_REPRESENTED[0]}
        return alone and sole and not led.isdisjoint(islice(before, _FAR))
    return alone and sole and between[-2:] == _REPRESENTED and set(between) <= _BEING


def seated(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Gives officials the state from whose capital they speak: "X, trade minister in Lima"."""
    out = list(found)
    for number, (mention, other) in enumerate(pairwise(found)):
        between = list(folded[mention.end : other.start])
        if other.capital and between == ["in"] and _unplaced(mention):
            out[number] = replace(mention, of=other.of)
        ahead = list(folded[max(0, mention.start - 2) : mention.start])
        begins = ahead[-1:] == ["in"] and (len(ahead) < 2 or ahead[0] in SENTENCE_ENDS)
        if mention.capital and begins and between == [","] and _unplaced(other):
            out[number + 1] = replace(other, of=mention.of)
    return out


def _unplaced(mention: Mention) -> bool:
    """Whether an official is named who speaks for a government, and nothing says for which."""
    person = mention.kind is MentionKind.PERSON and not (mention.of or mention.former)
    return person and mention.office_kind in _GOVERNING


def _sends(state: Mention, person: Mention, folded: Sequence[str]) -> bool:
    """Whether a state is only that for which a person acts: "for Peru by Minister X"."""
    alone = state.kind is MentionKind.NAMED and len(state.of) == 1
    behalf = list(folded[max(0, state.start - 3) : state.start]) in _BEHALF
    lead = behalf or list(folded[max(0, state.start - 1) : state.start]) == ["for"]
    named = bool(person.office) or len(person.name.split()) > 1
    return alone and lead and named and list(folded[state.end : person.start]) == ["by"]


def accredited(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Gives who hands over credentials their state: "X presented them as Ambassador of Peru"."""
    if _CREDENTIALS.isdisjoint(folded):
        return found
    out = list(found)
    for number, mention in enumerate(out[:-1]):
        following = (m for m in out[number + 1 :] if m.kind is not MentionKind.PRONOUN)
        office = next(following, mention)
        between = list(folded[mention.end : office.start])
        told = not _CREDENTIALS.isdisjoint(between) and between[-1:] in (["as"], ["the"])
        envoy = office.kind is MentionKind.OFFICE and office.office_kind == "diplomat"
        if mention.kind not in _NAMED or mention.of or not (told and envoy and office.of):
            continue
        if len(between) <= _NEAR and len(mention.name.split()) > 1:
            out[number] = replace(
                mention,
                kind=MentionKind.PERSON,
                of=office.of[:1],
                office=office.office,
                office_kind=office.office_kind,
            )
    return out


def sided(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Gives names the side on which they are: "on the Peruvian side, X and Y", "X from the Y side".

    The side itself, of which nothing is told then, is left out.
    """
    out: list[Mention] = []
    side: Mention | None = None
    given: set[int] = set()
    for mention in found:
        if side is not None and SENTENCE_ENDS & set(folded[side.end : mention.start]):
            side = None
        beside = side is not None and mention.start == side.end
        if side is not None and not (beside or _parted(side, folded)):
            side = None
        if _begins_side(mention, folded):
            side = mention
        elif side is not None and mention.kind in _NAMED and not mention.of:
            mention = replace(mention, kind=MentionKind.PERSON, of=side.of)
            given.add(side.start)
        out.append(mention)
    return [mention for mention in out if mention.start not in given]


def _begins_side(mention: Mention, folded: Sequence[str]) -> bool:
    """Whether names of one side follow: "on the Peruvian side, …"."""
    if mention.kind is not MentionKind.NAMED or folded[mention.end - 1] != "side":
        return False
    if folded[mention.start] != "the" or len(mention.of) != 1:
        return False
    return mention.start > 0 and folded[mention.start - 1] in {"for", "from", "on"}


def _parted(side: Mention, folded: Sequence[str]) -> bool:
    """Whether something parts a side from the names of those who are on it."""
    return list(folded[side.end : side.end + 1]) in ([","], [":"], ["by"], ["were"], ["was"])
