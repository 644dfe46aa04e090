"""Rows of annotation: values parted by tabs, of a text and a place in it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.errors import InputError


def rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Where each row stands, for messages, and its values; the second is an offset.

    Raises `InputError` with file and line where a row lacks something.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        values = line.split("\t")
        if len(values) != len(columns) or not values[1].isdigit():
            named = f"{', '.join(columns[:-1])} and {columns[-1]}"
            raise InputError(f"{path}:{number}: {named} are expected, by tabs")
        yield f"{path}:{number}", values
