"""Words as the index compares them: without case, accents and the letters that have none."""

import re
import unicodedata
from collections.abc import Iterable

MOST = 8
"""How many words of a search count."""
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae"})


def fold(text: str) -> str:
    """The text in lower case and without accents.

    >>> fold("İzmir, Tromsø, Łódź, CÔTE")
    'izmir, tromso, lodz, cote'
    """
    if text.isascii():
        return text.lower()
    marked = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in marked if not unicodedata.combining(c)).translate(_PLAIN)


def expression(words: Iterable[str], columns: str = "") -> str:
    """What finds all texts that hold every word, or a longer one that begins with it, for FTS5.

    Empty where no word holds a letter or digit. ``columns`` names those to look in.

    >>> expression(["Türk", "U.S.", "–"])
    '"turk"* AND "u.s."*'
    """
    terms = []
    for word in list(words)[:MOST]:
        folded = "".join(c if c.isprintable() else " " for c in fold(word)).replace('"', " ")
        if any(c.isalnum() for c in folded):
            terms.append(f'"{folded}"*')
    joined = " AND ".join(terms)
    return f"{{{columns}}} : ({joined})" if joined and columns else joined


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether a word of the text begins with each of the words.

    >>> holds("Süleyman Soylu", ["soy", "sul"]), holds("Süleyman Soylu", ["man"])
    (True, False)
    """
    folded = fold(text)
    return all(_at(folded, word) >= 0 for word in words)


def excerpt(text: str, words: Iterable[str], width: int = 160) -> str:
    """The text around the first place where one of the words stands.

    >>> excerpt("The two sides met in Tromsø.", ["tromso"], 24)
    '… met in Tromsø.'
    """
    flat = " ".join(text.split())
    folded = fold(flat)
    places = [at for word in words if (at := _at(folded, word)) >= 0]
    first = min(places, default=0)
    if len(folded) != len(flat):  # a letter became two, or an accent went
        first = _before(flat, first)
    start = max(0, first - width // 3)
    if start:
        start = flat.find(" ", start, first) + 1 or start
    cut = flat[start : start + width]
    return ("… " if start else "") + cut + (" …" if start + width < len(flat) else "")


def _at(folded: str, word: str) -> int:
    """Where a word of the folded text begins with the word; -1 where none does."""
    found = re.search(rf"(?<!\w){re.escape(fold(word))}", folded)
    return found.start() if found else -1


def _before(flat: str, place: int) -> int:
    """How many characters of the text have fewer than so many folded ones before them."""
    low, high = 0, len(flat)
    while low < high:
        middle = (low + high) // 2
        if len(fold(flat[:middle])) < place:
            low = middle + 1
        else:
            high = middle
    return low
