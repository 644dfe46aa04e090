"""Cuts an article into pieces that a language model can read, at the borders of paragraphs."""

import re
from collections.abc import Iterable, Iterator

LONGEST = 16_000
"""Characters of a piece, some four thousand tokens: it fits the models that people run at home."""
_BORDERS = (re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z\"'“‘(])"), re.compile(r"\s+"))


def pieces(paragraphs: Iterable[str], longest: int = LONGEST) -> tuple[str, ...]:
    """The paragraphs, joined by blank lines into as few texts as there must be, in their order.

    A paragraph that is too long by itself is cut after a sentence, or else between words.

    >>> pieces(["One.", "Two.", "Three."], longest=12)
    ('One.\\n\\nTwo.', 'Three.')
    """
    out: list[str] = []
    for paragraph in paragraphs:
        for part in _parts(paragraph, longest):
            if out and len(out[-1]) + len(part) + 2 <= longest:
                out[-1] += f"\n\n{part}"
            else:
                out.append(part)
    return tuple(out)


def _parts(text: str, longest: int) -> Iterator[str]:
    """The text, cut where it is longer than it may be."""
    while len(text) > longest:
        ends = ([m.end() for m in border.finditer(text, 0, longest)] for border in _BORDERS)
        cut = next((found[-1] for found in ends if found), longest)
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    if text:
        yield text
