"""Where a list in common words ends within a title: "on customs, tourism and energy"."""

from ingest.titles import DASHES, TokenText
from ingest.titlewords import PhraseWords

_MOST = 5
"""Words in one item of a list, at the most."""
_FEWEST = 2
"""Letters of a word that is one."""


def series_end(text: TokenText, words: PhraseWords, at: int, lead: str) -> int:
    """Where the list ends that goes on with the comma or "and" at ``at``; ``at`` where none does.

    A list closes with "and": what follows a comma else is another clause. ``lead`` is the
    preposition that opened it and may stand again: "on visas, on trade and on the border".
    """
    end = at
    while text.word(end) == "," or text.word(end) == "and":
        closing = "and" in {text.word(end), text.word(end + 1)}
        start = end + 1 + (closing and text.word(end) == ",")
        after = _item(text, words, start, lead)
        if after is None:
            return at
        if closing:
            return after
        end = after
    return at


def _item(text: TokenText, words: PhraseWords, at: int, lead: str) -> int | None:
    """Where the item that starts at ``at`` ends; None where nothing of a list stands there."""
    again = text.word(at) == lead
    at += again
    at += again and text.word(at) in {"the", "a", "an", "their"}
    end = at
    while end - at < _MOST and _common(text, words, end):
        end += 1
    clause = text.word(at).endswith("ed")  # "…, visited schools and met"
    known = words.inner | {"with"}
    while end > at and text.word(end - 1) in known:
        end -= 1
    return end if end > at and not clause else None


def _common(text: TokenText, words: PhraseWords, at: int) -> bool:
    """Whether a word of an item stands at ``at``: no name, no verb and no determiner."""
    low = text.word(at)
    if low in DASHES:
        return text.tight(at)
    if low in words.stops:
        return low == "of"
    plain = len(low) > _FEWEST and low.replace("-", "").isalpha()
    other = low in words.determiners or low in words.time_words or low == "and"
    return plain and not other and not text.capital(at)
