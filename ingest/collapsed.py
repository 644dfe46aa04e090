"""The words of a paragraph as they are parsed."""

from dataclasses import dataclass, field

from spacy.tokens import Doc
from spacy.vocab import Vocab

from ingest.rewording import goes_on
from ingest.units import Unit

_CLOSING_SENTENCES = frozenset(".!?:;\"”’')…—–-")
"""Last characters of the words after which a sentence may begin."""


@dataclass(slots=True)
class Collapsed:
    """The words of a paragraph to be parsed, with the unit of each."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    starts: list[bool] = field(default_factory=list)
    """Whether a sentence must start at the word."""

    @property
    def last(self) -> str:
        """The last word; empty where there is none yet."""
        return self.words[-1] if self.words else ""

    def add(self, word: str, space: bool, unit: Unit, *, start: bool = False) -> None:
        """Writes one word more; ``start`` says that a sentence must start at it."""
        self.words.append(word)
        self.spaces.append(space)
        self.units.append(unit)
        self.starts.append(start)

    def doc(self, vocab: Vocab) -> Doc:
        """The words as a spaCy Doc, ready for the pipeline."""
        starts: list[bool | int | None] = [
            True if start else False if at and self._inside(at) else None
            for at, start in enumerate(self.starts)
        ]
        return Doc(vocab, words=self.words, spaces=self.spaces, sent_starts=starts)

    def _inside(self, at: int) -> bool:
        """Whether no sentence can start at a word."""
        before = self.words[at - 1]
        return before[-1:] not in _CLOSING_SENTENCES or goes_on(before, self.words[at])
