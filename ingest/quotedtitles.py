"""Finds the titles of documents that stand in quotation marks: "the agreement “X”"."""

from collections.abc import Iterator

from graph.model import DocumentClass
from ingest.documentends import Head
from ingest.severalpapers import count_before, several
from ingest.titles import TokenText

QUOTES = {"“": "”", '"': '"', "''": "''", "``": "''", "«": "»", "‘": "’", "„": "“"}
_TITLED = frozenset({"entitled", "titled"})
_NAMED_BY = _TITLED | {"called", "named", "the", ",", ":", "dubbed", "known", "as"}
_SMALL = 3
_APART = 8
"""Words between several papers and the first of their titles, at the most."""
_LISTING = frozenset({",", "and", "the", "”", '"', "''"})
"""What may stand between two titles of a list."""


def quoted(
    text: TokenText, heads: list[Head]
) -> Iterator[tuple[int, int, DocumentClass, list[Head]]]:
    """Where titles in quotation marks start and end, with their kind.

    Each comes with the words for a document inside and beside it.
    """
    at, last = 0, -1
    kind = DocumentClass.AGREEMENT
    while at < len(text.tokens):
        closing = QUOTES.get(text.tokens[at])
        if closing is None or closing not in (near := text.tokens[at + 1 : at + 32]):
            at += 1
            continue
        end = at + 1 + near.index(closing)
        titled = _is_title(text, at + 1, end) or text.word(at - 1) in _TITLED
        beside = _heads_beside(text, heads, at, end) if titled else []
        listed = titled and 0 <= last < at and set(text.tokens[last:at]) <= _LISTING
        if beside or listed:  # "two documents, “X” and “Y”"
            kind = beside[0].kind if beside else kind
            yield at + 1, end, kind, beside
            at = last = end
        at += 1


def _heads_beside(text: TokenText, heads: list[Head], start: int, end: int) -> list[Head]:
    """The words for a document inside quotation marks, right after them, or right before them."""
    inside, after, before = [], [], []
    for head in heads:
        between = text.folded[head.end : start]
        if start < head.start < end and text.tokens[head.start][0].isupper():
            inside.append(head)
        elif head.start in {end + 1, end + 2}:
            after.append(head)
        elif head.end <= start and len(between) <= 3 and set(between) <= _NAMED_BY:
            before.append(head)
        elif between[-1:] in ((",",), (":",)) and len(between) <= _APART and _counted(text, head):
            before.append(head)  # "two documents in Lima on Monday, “X” and “Y”"
    return [*inside, *after, *before]


def _counted(text: TokenText, head: Head) -> bool:
    """Whether the text says how many there are: "two documents"."""
    return several(text.word(head.start)) and bool(count_before(text, head.start))


def _is_title(text: TokenText, start: int, end: int) -> bool:
    long = [token for token in text.tokens[start:end] if token.isalpha() and len(token) > _SMALL]
    return len(long) >= 2 and all(token[0].isupper() for token in long)
