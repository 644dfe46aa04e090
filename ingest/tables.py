"""Reads the tables of ``data/authority``: each cell checked, each fault named by file and line."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import NoReturn

from graph.errors import KnowledgeError

FOLDER = "authority"
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_YEAR = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with the place that a message names."""

    where: str
    """``data/authority/countries.csv:12``."""
    cells: dict[str, str]

    def fail(self, message: str) -> NoReturn:
        """Raises `KnowledgeError` with file, line and ``message``."""
        raise KnowledgeError(f"{self.where}: {message}")

    def text(self, column: str) -> str:
        """The cell without surrounding blanks; empty where nothing stands there."""
        return self.cells[column].strip()

    def needed(self, column: str) -> str:
        """The cell, which must not be empty."""
        return self.text(column) or self.fail(f"{column} is empty; every row needs one")

    def matching(self, column: str, pattern: str, example: str) -> str | None:
        """The cell where it matches; None where it is empty."""
        text = self.text(column)
        if text and not re.fullmatch(pattern, text):
            self.fail(f"{column} is {text!r}; write it like {example}")
        return text or None

    def names(self, column: str) -> tuple[str, ...]:
        """The names in the cell, which semicolons part."""
        text = self.text(column)
        if not text:
            return ()
        names = tuple(name.strip() for name in text.split(";"))
        if not all(names):
            self.fail(f"{column} has an empty name between its semicolons")
        return names

    def year(self, column: str) -> int | None:
        """The year in the cell; None where it is empty."""
        text = self.text(column)
        if text and not _YEAR.fullmatch(text):
            self.fail(f"{column} is {text!r}; write a year, such as 1991")
        return int(text) if text else None

    def wikidata(self) -> str | None:
        """The Wikidata item, such as "Q43"; None where none is known."""
        return self.matching("wikidata", _WIKIDATA.pattern, "Q43")

    def position(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees; None where both cells are empty."""
        latitude, longitude = self.text("latitude"), self.text("longitude")
        if not latitude and not longitude:
            return None
        try:
            position = float(latitude), float(longitude)
        except ValueError:
            self.fail(
                f"position {latitude!r}, {longitude!r}; write degrees, such as 39.93 and 32.87"
            )
        if abs(position[0]) > 90 or abs(position[1]) > 180:
            self.fail(f"position {position} is not on the globe; latitude comes first")
        return position


def read_table(name: str, columns: Sequence[str], text: str | None = None) -> Iterator[Row]:
    """The rows of ``data/authority/{name}``, or of ``text`` in its stead.

    Raises `KnowledgeError` where the header is not ``columns`` or a row has too few or too many
    cells.
    """
    where = f"data/{FOLDER}/{name}"
    if text is None:
        text = (files("data") / FOLDER / name).read_text(encoding="utf-8")
    lines = csv.reader(io.StringIO(text))
    header = next(lines, [])
    if header != list(columns):
        raise KnowledgeError(f"{where}:1: the header must be {','.join(columns)}")
    for cells in lines:
        row = Row(f"{where}:{lines.line_num}", dict(zip(columns, cells, strict=False)))
        if len(cells) != len(columns):
            row.fail(f"{len(cells)} cells where {len(columns)} belong; quote names with commas")
        yield row
