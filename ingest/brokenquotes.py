"""Puts what somebody says in the order in which parsers read it best: who says it comes first.

"“We will never,” X said, “agree to it”" is written as "X said that we will never agree to it”":
parsers lose the verb of a clause that another clause stands in. So is "“It is a crime,” charged X",
where they take X for who is charged; of "said" they know better.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.quotations import SAYING, SENTENCE_ENDS
from ingest.units import Mark

_OPENING, _CLOSING = frozenset({'"', "“"}), frozenset({'"', "”"})
_LONGEST = 18
"""The longest clause that says who says it, in tokens."""
_NEW_CLAUSE = frozenset({"and", "because", "but", "nor", "or", "so", "yet"})
"""Words before which the comma stays."""
_BEGINNING = frozenset(
    {
        "A", "All", "An", "Any", "Both", "He", "I", "If", "It", "Its", "No", "Our", "She", "Such",
        "That", "The", "Their", "There", "These", "They", "This", "Those", "We", "What",
    }
)  # fmt: skip
"""Words with which a clause begins that may stand behind "that"."""
_PLAIN = frozenset({"added", "said", "say", "says", "told"})
"""Verbs behind which parsers know who says it."""


@dataclass(frozen=True, slots=True)
class Text:
    """The tokens of a paragraph in the order in which they are read, and the marks over them."""

    tokens: Sequence[str]
    spaces: Sequence[bool]
    offsets: Sequence[int]
    """Where each token starts in the paragraph."""
    marks: Sequence[Mark]


def mended(text: Text, first: int) -> Text:
    """The text with each broken quotation in one piece, and speakers before what they say.

    ``first`` is the token at which reading begins; the same text comes back where all is in order.
    """
    tokens = text.tokens
    if _CLOSING.isdisjoint(tokens):
        return text
    starts = {mark.start: mark for mark in text.marks}
    order, at, clauses = list(range(first)), first, set[int]()
    for opened, closed in _quotations(tokens, first):
        end = _end(tokens, closed)
        again = end is not None and tokens[end] in _OPENING
        said = _told(tokens, closed + 1, end - again, starts) if end is not None else []
        if end is None or opened < at or not (said and (again or _hard(tokens, said))):
            continue
        comma = again and tokens[end + 1] in _NEW_CLAUSE
        order += [*range(at, opened), *said, *range(opened, closed - 1 + comma)]
        at = end + again
        if opened + 1 in starts or tokens[opened + 1] in _BEGINNING:
            clauses.add(opened)
    if at == first:
        return text
    written = ["that" if at in clauses else token for at, token in enumerate(tokens)]
    return _ordered(replace(text, tokens=written), [*order, *range(at, len(tokens))])


def _quotations(tokens: Sequence[str], first: int) -> Iterator[tuple[int, int]]:
    """Where each quotation opens and closes with which a sentence begins and does not end."""
    opened = -1
    for at in range(first, len(tokens) - 2):
        if opened < 0:
            begins = at == first or tokens[at - 1] in SENTENCE_ENDS | _CLOSING
            opened = at if tokens[at] in _OPENING and begins else -1
        elif tokens[at] in _CLOSING:
            if tokens[at - 1] == ",":
                yield opened, at
            opened = -1


def _end(tokens: Sequence[str], closed: int) -> int | None:
    """Where the clause behind a quotation ends: with the sentence, or with a second part of it."""
    for at in range(closed + 2, min(closed + _LONGEST, len(tokens))):
        if tokens[at] in SENTENCE_ENDS:
            return at if tokens[at] == "." else None
        if tokens[at] in _OPENING:
            return at if tokens[at - 1] == "," and at + 1 < len(tokens) else None
    return None


def _told(tokens: Sequence[str], start: int, end: int, starts: dict[int, Mark]) -> list[int]:
    """The tokens of who says so, the speaker first; none where nobody says anything."""
    verb = next((at for at in range(start, end) if tokens[at] in SAYING), None)
    if verb is None:
        return []
    speaker = starts.get(start + 1)
    if verb == start and speaker is not None and speaker.end <= end + 1:
        return [*range(start + 1, speaker.end), verb, *range(speaker.end, end)]
    return list(range(start, end)) if verb > start else []


def _hard(tokens: Sequence[str], said: Sequence[int]) -> bool:
    """Whether parsers may mistake the speaker: "charged X"."""
    return not any(tokens[at] in _PLAIN for at in said)


def _ordered(text: Text, order: Sequence[int]) -> Text:
    """The tokens in another order, and the marks where they then stand."""
    places = {token: at for at, token in enumerate(order)}
    marks = []
    for mark in text.marks:
        inside = [places[at] for at in range(mark.start, mark.end) if at in places]
        if inside:
            marks.append(replace(mark, start=inside[0], end=inside[-1] + 1))
    return Text(
        tokens=[text.tokens[at] for at in order],
        spaces=[text.spaces[at] for at in order],
        offsets=[text.offsets[at] for at in order],
        marks=sorted(marks, key=lambda mark: mark.start),
    )
