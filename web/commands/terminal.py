"""How commands talk: results to standard output, everything else to standard error."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypeVar

import click

from graph.errors import SettingError
from ingest.outcomes import Failure, Notice
from ingest.sources.filenames import shown

Element = TypeVar("Element")


def say(text: str) -> None:
    """Tells the person something that is not the result."""
    click.echo(text, err=True)


def counted(number: int, noun: str) -> str:
    """The number with its noun.

    >>> counted(1, "event"), counted(2000, "event")
    ('1 event', '2,000 events')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def tell(outcomes: Iterable[Failure | Notice]) -> None:
    """Names failures and notices, one a line."""
    for outcome in outcomes:
        kind = "failed" if isinstance(outcome, Failure) else "notice"
        say(f"{kind}: {outcome}")


def tell_dropped(dropped: Mapping[str, int]) -> None:
    """Says what a reader left out of what it was told: one line a reason, the commonest first."""
    for reason, number in sorted(dropped.items(), key=lambda pair: (-pair[1], pair[0])):
        say(f"left out: {reason}: {number:,}")


@contextmanager
def progress(
    elements: Iterable[Element], label: str, length: int | None = None
) -> Iterator[Iterable[Element]]:
    """The elements, counted by a bar as they are taken; without a bar where nobody watches."""
    if not sys.stderr.isatty():
        yield elements
        return
    with click.progressbar(
        elements, length=length, label=label, show_pos=True, file=sys.stderr, update_min_steps=10
    ) as bar:
        yield bar


@contextmanager
def counter(label: str, length: int) -> Iterator[Callable[[int], None]]:
    """What to call with the number that is done, of ``length``; it moves a bar on a terminal."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr, show_pos=True) as bar:
        yield lambda done: bar.update(done - bar.pos)


def width() -> int | None:
    """The columns of the terminal that standard output is; None where it is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def standard_input() -> IO[bytes]:
    """Standard input, as bytes."""
    return sys.stdin.buffer


@contextmanager
def output(path: str | None) -> Iterator[IO[bytes]]:
    """Where a result goes: standard output, or a file that is there whole or not at all.

    Raises `SettingError` where the file cannot be written.
    """
    if path is None or path == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = Path(path)
    if target.exists() and not target.is_file():  # a pipe or a device cannot be renamed to
        if target.is_dir():
            raise SettingError(f"{shown(path)}: a folder; name a file in it")
        with target.open("wb") as stream:
            yield stream
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    except OSError as error:
        raise SettingError(
            f"{shown(path)}: cannot be written ({error.strerror}); name another file with -o"
        ) from error
    finally:
        part.unlink(missing_ok=True)
