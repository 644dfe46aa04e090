"""What becomes of an input besides an article or a reading: it fails, or something is to be told.

One bad input is an outcome, not the end: a batch carries these along, in the order of the input.
"""

from dataclasses import dataclass

from graph.model import Article, Reading


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that was not read."""

    where: str
    """The file, address or article, with the line where there is one: ``news.jsonl:12``."""
    reason: str
    """What is wrong, and what can be done."""

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about an input that was read all the same."""

    where: str
    """As in `Failure`."""
    reason: str
    """What was left out, guessed or replaced."""

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


Item = Article | Failure | Notice
"""What a source gives."""

Outcome = Reading | Failure | Notice
"""What reading makes of an item."""
