"""Several papers told in one phrase: "three pacts", "two accords, one on fish and one on tax"."""

from ingest.complements import plain_end
from ingest.titles import NUMERALS, YEAR, TokenText
from ingest.titlewords import PhraseWords

_ALL = frozenset({"the", "these", "those", "all", "’s", "'s", "their", "our"})
"""Words before a number of papers that are known: "the two agreements"."""
_SERIES = frozenset({"batch", "bundle", "package", "raft", "series", "set", "string"})
_ONES = frozenset({"one", "another", "first", "second", "third", "other", "latter"})
"""Words that stand for one of them: "one on fish", "the other on tax"."""
_BETWEEN = frozenset({",", ";", ":", "-", "–", "—", "(", "and", "the"})
_PARTING = frozenset({",", ";", "and"})
_LONG = 16
"""Words in what is said of one of them, at the most."""
_MOST = 4
"""Words between one of them and the next, at the most."""
_IRREGULAR = {"memoranda": "memorandum", "communiques": "communique", "treaties": "treaty"}


def count_before(text: TokenText, start: int) -> str:
    """The words before ``start`` that say how many papers there are; empty where none do.

    "Nine | agreements", "a series of | agreements", but not "the nine | agreements".
    """
    low, before = text.word(start - 1), text.word(start - 2)
    if low == "of" and before in _SERIES:
        return text.text(start - 2, start)
    number = low in NUMERALS or (low.isdigit() and not YEAR.fullmatch(low))
    return text.text(start - 1, start) if number and before not in _ALL else ""


def several(name: str) -> bool:
    """Whether a word for a document means more than one: "accords", "letters of intent"."""
    first = name.split()[0]
    return first in _IRREGULAR or name.endswith("s") or first.endswith("s")


def each_about(
    text: TokenText, words: PhraseWords, end: int, name: str
) -> tuple[tuple[str, ...], int]:
    """The titles of papers that are told one by one behind ``end``, and where they end.

    Of "two accords | , one on fish and one on tax" these are "accord on fish", "accord on tax".
    No titles, and ``end``, where fewer than two are told so.
    """
    one, at = _singular(name), end
    titles: list[str] = []
    while (begin := _one_at(text, at)) is not None:
        stop = plain_end(text, words, begin, infinitive=True)
        if stop == begin:
            break
        stop = next((here for here in range(begin + 2, begin + _LONG) if _parts(text, here)), stop)
        titles.append(f"{one} {text.text(begin, stop)}")
        at = stop
    return (tuple(titles), at) if len(titles) > 1 else ((), end)


def _parts(text: TokenText, at: int) -> bool:
    """Whether a comma or "and" stands at ``at`` behind which the next of them is told."""
    return text.word(at) in _PARTING and _one_at(text, at) is not None


def _one_at(text: TokenText, at: int) -> int | None:
    """The place behind the word for one of several papers, close behind ``at``."""
    for here in range(at, at + _MOST):
        if text.word(here) in _ONES:
            return here + 1 + (text.word(here + 1) in {"one", "is", "was"})
        if text.word(here) not in _BETWEEN:
            return None
    return None


def _singular(name: str) -> str:
    """ "Memorandum of understanding" of "memoranda of understanding"; "treaty" of "treaties"."""
    first, _, rest = name.partition(" ")
    one = _IRREGULAR.get(first, first.removesuffix("s"))
    return f"{one} {rest}".strip() if one != first else name.removesuffix("s")
