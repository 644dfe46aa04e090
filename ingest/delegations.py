"""Says for whom somebody comes: "a Peruvian delegation led by X", "X on behalf of Peru".

``folded`` are the tokens of the paragraph, folded as `ingest.folding` does.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.mentions import Mention, MentionKind
from ingest.quotations import SENTENCE_ENDS

_NAMED = frozenset({MentionKind.NAME, MentionKind.PERSON})
_DELEGATIONS = frozenset({"delegation", "mission", "team"})
_LED = (["headed", "by"], ["led", "by"], ["under", "the", "leadership", "of"])
_BEHALF = (["on", "behalf", "of"],)
_CREDENTIALS = frozenset({"credence", "credentials"})
_NEAR = 12
"""Words between somebody and the office to which they are accredited."""


def led(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Who leads a delegation in its place: "a Peruvian delegation, led by Minister X, arrived"."""
    out: list[Mention] = []
    for mention in found:
        last = out[-1] if out else None
        if last is None or mention.kind is not MentionKind.PERSON or mention.plural:
            out.append(mention)
            continue
        between = list(folded[last.end : mention.start])
        comma = between[:1] == [","]
        sent = last.kind is MentionKind.NAMED
        sent = sent and not _DELEGATIONS.isdisjoint(folded[last.start : last.end])
        if not (sent and between[comma:] in _LED):
            out.append(mention)
            continue
        end = mention.end + (comma and list(folded[mention.end : mention.end + 1]) == [","])
        out[-1] = replace(mention, start=last.start, end=end, of=mention.of or last.of[:1])
    return out


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
        if last is None or not (acts and state and len(last.name.split()) > 1):
            out.append(mention)
        elif list(folded[last.end : mention.start]) in _BEHALF:
            person = MentionKind.PERSON
            out[-1] = replace(last, kind=person, of=mention.of, end=mention.end)
        else:
            out.append(mention)
    return out


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
