"""Finds all who lead a delegation: "a Lao delegation led by X and Y", "X and Y led a delegation".

Each keeps that word as its ``body``, so that "the delegation" means all of them later. ``folded``
are the tokens of the paragraph, folded as `ingest.folding` does.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.mentions import HOLDERS, Mention, MentionKind

DELEGATION = "delegation"
"""The word for those whom somebody sends, who stand for whoever does; also the body of its head."""
DELEGATE = "delegate"
"""The body of who leads a delegation beside its head."""
_GLUE = frozenset({"&", ",", "along", "alongside", "also", "and", "by", "included", "with"})
ASIDES = frozenset({",", "-", "—"})
"""What sets off who leads a delegation."""
_LEAD = frozenset({"head", "headed", "heading", "lead", "leading", "leads", "led", "heads"})
_BEFORE_LEAD = frozenset({",", "be", "has", "have", "is", "was", "were", "who", "will"})
_ADJECTIVES = 6
"""Words of "a high-level government delegation", at the most."""
_JOINED = frozenset({("accompanied", "by"), ("joined", "by")})
_PAIR = 2


def delegated(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Gives all who lead a delegation its word, and those without a state that of its head."""
    if DELEGATION not in folded and not any(m.body == DELEGATION for m in found):
        return found
    out = _titled(found)
    for at, mention in enumerate(out):
        if mention.kind in HOLDERS and mention.body == DELEGATION:
            _beside(out, at, folded)
    for at, word in enumerate(folded):
        verb = _led_from(at, folded) if word == DELEGATION else 0
        heads = _heads(out, verb, folded) if verb else range(0)
        if not heads:
            continue
        goes = folded[at + 1 : at + 2] == ["to"]
        end = at if goes else at + 2  # "a delegation from X", but no "delegation to X"
        sent = [m for m in out[heads.stop :] if verb < m.start <= end and len(m.of) == 1]
        for number in heads:
            person, body = out[number], DELEGATE if number > heads.start else DELEGATION
            kind = MentionKind.PERSON if person.office else person.kind
            of = person.of or (sent[0].of if sent else ())
            out[number] = replace(person, kind=kind, of=of, body=body)
        out = [_unsent(m) if m in sent else m for m in out if not (goes and m in sent)]
    return _joining(out, folded)


def _joining(found: list[Mention], folded: Sequence[str]) -> list[Mention]:
    """Marks those by whom somebody is joined: "she was joined by X and Y. The delegation …"."""
    out: list[Mention] = []
    along = False
    for at, mention in enumerate(found):
        before = tuple(folded[max(0, mention.start - 2) : mention.start])
        beside = along and list(folded[found[at - 1].end : mention.start]) == ["and"]
        goes_on = beside or (along and _lists(found[at - 1], mention, folded))
        along = before in _JOINED or goes_on
        person = mention.kind is MentionKind.PERSON and not (mention.plural or mention.body)
        along = along and person
        out.append(replace(mention, body=DELEGATE) if along else mention)
    return out


def _titled(found: Sequence[Mention]) -> list[Mention]:
    """With one mention of each who has two offices: "Deputy Commander | Lieutenant General X"."""
    out: list[Mention] = []
    for mention in found:
        last = out[-1] if out else None
        office = last is not None and last.kind is MentionKind.OFFICE and not last.plural
        if last is None or not (office and last.end == mention.start and mention.office):
            out.append(mention)
        else:
            out[-1] = replace(mention, start=last.start)
    return out


def _beside(out: list[Mention], at: int, folded: Sequence[str]) -> None:
    """Marks those who are named in one list with the head of a delegation."""
    head, stop = out[at], at + 1
    while stop < len(out) and _lists(out[stop - 1], out[stop], folded):
        stop += 1
    ended = [n for n in range(at + 1, stop) if "and" in folded[out[n - 1].end : out[n].start]]
    if not ended:
        return
    for number in range(at + 1, ended[0] + 1):
        name = out[number]
        sure = bool(name.office) or ended[0] > at + 1
        if not sure or not _alike(name, head):
            return  # "led by X and the Lao president signed"
        kind = MentionKind.PERSON if name.office else name.kind
        out[number] = replace(name, kind=kind, of=name.of or head.of, body=DELEGATE)
    last = out[ended[0]]
    aside = folded[last.end : last.end + 1]
    if aside and aside[0] in ASIDES & set(folded[head.start : head.end]):
        out[ended[0]] = replace(last, end=last.end + 1)


def _alike(name: Mention, head: Mention) -> bool:
    """Whether a person may speak for the same state as the head of the delegation."""
    if not (name.of and head.of) or name.of[0] == head.of[0]:
        return True
    return name.of[0].actor.represents == head.of[0].actor


def _lists(last: Mention, name: Mention, folded: Sequence[str]) -> bool:
    """Whether a person is named next in a list."""
    full = name.kind is MentionKind.PERSON and not name.plural
    full = full or (name.kind is MentionKind.NAME and len(name.name.split()) >= _PAIR)
    between = set(folded[last.end : name.start])
    return full and between <= _GLUE | {"the"} and bool(between | {folded[last.end - 1]} & {","})


def _led_from(at: int, folded: Sequence[str]) -> int:
    """The verb whose object a delegation is: "[led] a large Lao delegation"; 0 where none."""
    words = range(at - 1, max(0, at - _ADJECTIVES), -1)
    return next((i for i in words if folded[i] in _LEAD), 0)


def _heads(found: Sequence[Mention], verb: int, folded: Sequence[str]) -> range:
    """The numbers of the persons who are the subject of a verb."""
    stop = next((n for n, m in enumerate(found) if m.end > verb), len(found))
    first = stop
    end = verb
    while first and _leads(found[first - 1]):
        between = set(folded[found[first - 1].end : end])
        if not between <= (_BEFORE_LEAD if first == stop else _GLUE):
            break
        first -= 1
        end = found[first].start
    return range(first, stop)


def _leads(mention: Mention) -> bool:
    """Whether one person is named."""
    named = mention.kind is MentionKind.NAME and bool(mention.name)
    return named or (mention.kind is MentionKind.PERSON and not mention.plural)


def _unsent(mention: Mention) -> Mention:
    """A delegation that does not stand for its state, since those who lead it are named."""
    plain = mention.kind is MentionKind.NAMED and not mention.body and len(mention.of) == 1
    return replace(mention, name=mention.of[0].actor.label) if plain else mention


def of_delegation(mention: Mention, nouns: Collection[str]) -> bool:
    """Whether a mention is of those whom a state sends: "the Swiss | side", "Peru's delegation".

    ``nouns`` says what such a group is called; more words than a state's name are it as well.
    """
    wider = mention.end - mention.start > len(mention.name.split())
    sent = not set(nouns).isdisjoint(mention.name.lower().split())
    return wider or sent or mention.body == DELEGATION
