"""Finds words of a language model in the text that it read: nothing is believed without them."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.folding import fold

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″＂", '"') | dict.fromkeys("‘’‚‛‹›′´`ʹʻʼʽʾʿˈ＇", "'"))


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as it is compared: ``offsets[i]`` is where its character ``i`` stands in the text."""

    text: str
    offsets: tuple[int, ...]
    length: int
    """Of the text itself, without blanks at its end."""

    def spans(self, words: str) -> Iterator[tuple[int, int]]:
        """Where the words, made plain in the same way, stand in the text, as whole words."""
        at = self.text.find(words) if words else -1
        while at >= 0:
            end = at + len(words)
            if not (_inside(self.text, at) or _inside(self.text, end)):
                last = self.offsets[end] if end < len(self.offsets) else self.length
                yield self.offsets[at], max(last, self.offsets[end - 1] + 1)
            at = self.text.find(words, at + 1)


def as_quoted(text: str) -> Plain:
    """The text with runs of blanks as one, and with plain quotation marks; nothing else changes.

    >>> as_quoted("He  said: “No”").text
    'He said: "No"'
    """
    return _plain(text, quotation=True)


def as_named(text: str) -> Plain:
    """The text as names are compared: without regard to case and diacritics either.

    >>> as_named("Süleyman\\nSoylu").text
    'suleyman soylu'
    """
    return _plain(text, quotation=False)


def _plain(text: str, *, quotation: bool) -> Plain:
    out: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(text):
        if character.isspace():
            plain = " " if out and out[-1] != " " else ""
        else:
            plain = character.translate(_QUOTES) if quotation else fold(character)
        out.extend(plain)
        offsets.extend([at] * len(plain))
    while out and out[-1] == " ":
        del out[-1], offsets[-1]
    return Plain("".join(out), tuple(offsets), len(text.rstrip()))


def _inside(text: str, at: int) -> bool:
    """Whether a word goes on over the place before character ``at``."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
