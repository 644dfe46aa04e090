"""Tables as plain text for terminals: aligned by what the eye sees, cut to the width there is."""

import unicodedata
from collections.abc import Iterator, Sequence

from graph.model import Reading
from graph.triples import event_label

_GAP = "  "
_LEAST = 8


def width_of(text: str) -> int:
    """The columns that the text takes on a terminal.

    >>> width_of("東京"), width_of("e\u0301")
    (4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 1 + _wide(c) for c in text)


def shown(text: str) -> str:
    """The text on one line, without what could move the cursor or turn the writing around.

    >>> shown("one\\ntwo\\x1b[31m")
    'one two\ufffd[31m'
    """
    plain = " ".join(text.split())
    if plain.isprintable():
        return plain
    return "".join(c if c.isprintable() or c == " " else "\ufffd" for c in plain)


def cut(text: str, width: int) -> str:
    """The text, with an ellipsis where it is wider than ``width``; an address keeps its end.

    >>> cut("Türkiye", 4), cut("https://w3id.org/id/country/TUR", 4)
    ('Tür…', '…TUR')
    """
    if width_of(text) <= width:
        return text
    if "://" in text and " " not in text:
        return _cut(text[::-1], width)[::-1]
    return _cut(text, width)


def _cut(text: str, width: int) -> str:
    kept, used = [], 1
    for c in text:
        used += width_of(c)
        if used > width:
            break
        kept.append(c)
    return "".join(kept) + "…"


def table_lines(
    columns: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None
) -> Iterator[str]:
    """A heading, a rule and a line a row; cut to ``width`` columns in all, or not at all.

    >>> for line in table_lines(("who", "times"), (("Kenya", "2"), ("Japan", "10"))): print(line)
    who    times
    -----  -----
    Kenya  2
    Japan  10
    """
    cells = [[shown(c) for c in row] for row in (columns, *rows)]
    wanted = [max((width_of(row[i]) for row in cells), default=0) for i in range(len(columns))]
    widths = wanted if width is None else _fitted(wanted, width)
    head, *body = cells
    for row in (head, ["-" * w for w in widths], *body):
        parts = (_padded(cell, w) for cell, w in zip(row, widths, strict=True))
        yield _GAP.join(parts).rstrip()


def reading_lines(reading: Reading) -> Iterator[str]:
    """What was read out of one article, two lines an event: the event, and the words for it."""
    article = reading.article
    heading = (article.id, article.published and article.published.isoformat(), article.title)
    yield _GAP.join(shown(part) for part in heading if part)
    if not reading.events:
        yield f"{_GAP}no events"
    for event in reading.events:
        fields = (f"{event.date or '':10}", f"{event.kind.value:18}", f"{event.status.value:9}")
        yield _GAP.join(("", *fields, shown(event_label(event))))
        for evidence in event.evidence:
            yield f"{_GAP * 2}“{shown(evidence.exact)}”"
    yield ""


def _fitted(wanted: Sequence[int], width: int) -> list[int]:
    """The widths, the widest columns narrowed until all fit or nothing more can be taken."""
    widths = list(wanted)
    over = sum(widths) + len(_GAP) * (len(widths) - 1) - width
    while over > 0 and max(widths, default=0) > _LEAST:
        widest = widths.index(max(widths))
        widths[widest] -= 1
        over -= 1
    return widths


def _padded(text: str, width: int) -> str:
    text = cut(text, width)
    return text + " " * (width - width_of(text))


def _wide(c: str) -> bool:
    return unicodedata.east_asian_width(c) in ("W", "F")
