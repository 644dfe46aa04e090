"""From what a person names (files, folders, addresses, ``-``) to articles, in a fixed order."""

import io
import logging
import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast
from urllib.parse import urlsplit

from graph.errors import InputError
from graph.model import Article
from graph.naming import digest
from ingest.outcomes import Failure, Item, Notice
from ingest.sources.catalogue import by_content, by_media_type, by_name, ending, endings
from ingest.sources.delivery import UNZIP_ERRORS, Delivery, unzipped
from ingest.sources.download import Limits, download
from ingest.sources.filenames import shown

_log = logging.getLogger(__name__)
_HEAD = 65_536


def read_sources(
    locations: Iterable[str], *, stdin: IO[bytes] | None = None, limits: Limits | None = None
) -> Iterator[Item]:
    """The articles at the locations: in their order, and within a folder by sorted path.

    ``stdin`` is what ``-`` stands for. What cannot be read is a `Failure` in its place. An article
    whose id was seen before in the same run is given all the same, after a `Notice` that it takes
    the place of the earlier one.
    """
    seen: set[str] = set()
    names: set[str] = set()
    for location in locations:
        for item in _at(location, names, stdin, limits or Limits()):
            if isinstance(item, Article):
                if item.id in seen:
                    yield Notice(item.id, "this id was there before; the later article counts")
                seen.add(item.id)
            yield item


def _at(location: str, names: set[str], stdin: IO[bytes] | None, limits: Limits) -> Iterator[Item]:
    if location == "-":
        where = "standard input"
        yield from _safely(_stream(io.BytesIO() if stdin is None else stdin, where), where)
    elif location.startswith(("http://", "https://")):
        yield from _safely(_address(location, limits), location)
    else:
        path = Path(location)
        if path.is_dir():
            yield from _folder(path, names)
        elif not path.exists():
            yield Failure(shown(location), "no such file or folder")
        elif path.is_file() and ending(path.name):
            yield from _file(path, path.name, names)
        else:
            yield from _safely(_opened(path), shown(location))


def _folder(folder: Path, names: set[str]) -> Iterator[Item]:
    """What the files in a folder and below hold, hidden ones left out."""
    others: Counter[str] = Counter()
    unreadable: list[OSError] = []
    found: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name) for name in files if not name.startswith(".")]
    for error in unreadable:
        yield Failure(shown(str(error.filename)), f"cannot be read: {error.strerror}")
    read = 0
    for path in sorted(found, key=lambda p: p.relative_to(folder).parts):
        if by_name(path.name) is None:
            others[ending(path.name) or "no ending"] += 1
            continue
        read += 1
        yield from _file(path, path.relative_to(folder).as_posix(), names)
    where = shown(str(folder))
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(others.items()))
    if not read:
        yield Failure(
            where,
            f"holds no file that can be read ({kinds or 'it is empty'}); "
            f"what can be read: {endings()}",
        )
    elif others:
        yield Notice(where, f"files of other kinds were left out ({kinds})")


def _file(path: Path, below: str, names: set[str]) -> Iterator[Item]:
    where = shown(str(path))
    source = by_name(path.name)
    if source is None:
        yield Failure(where, f"is of no kind that can be read; these are: {endings()}")
        return
    name = _name(below, where, names)
    delivery = Delivery(where=where, name=name, open=lambda: path.open("rb"))
    yield from _safely(source.read(delivery), where)


def _safely(items: Iterator[Item], where: str) -> Iterator[Item]:
    """The items; where reading them fails, a `Failure` in the place of the rest."""
    try:
        yield from items
    except UNZIP_ERRORS as error:
        yield Failure(where, f"is a broken gzip file ({error}); pack it again")
    except OSError as error:
        yield Failure(where, f"cannot be read: {error.strerror or error}")
    except Exception as error:
        # The edge where a fault, of ours or of a parser, in one input must not end a batch.
        _log.debug("%s could not be read", where, exc_info=True)
        yield Failure(where, f"could not be read ({type(error).__name__}: {error})")


def _name(below: str, where: str, names: set[str]) -> str:
    """The name of a file without its ending; with a digest where another file has that name.

    The first file in the order of the command keeps the plain name.
    """
    plain = unicodedata.normalize("NFC", shown(below))
    if plain.lower().endswith(".gz"):
        plain = plain[:-3]
    plain = plain.removesuffix(Path(plain).suffix)
    if plain in names:
        plain = f"{plain}-{digest(where)[:8]}"
    names.add(plain)
    return plain


def _opened(path: Path) -> Iterator[Item]:
    """What a file without an ending, or a pipe, holds."""
    where = shown(str(path))
    with path.open("rb") as stream:
        yield from _stream(stream, where)


def _stream(stream: IO[bytes], where: str) -> Iterator[Item]:
    """What a stream holds whose kind nobody names."""
    buffered = io.BufferedReader(cast(io.RawIOBase, unzipped(stream)), _HEAD)
    head = buffered.peek(_HEAD)
    if not head.strip():
        yield Failure(where, "is empty; nothing to read")
        return
    source = by_content(head)
    delivery = Delivery(where=where, name="", open=lambda: buffered)
    yield from source.read(delivery)


def _address(url: str, limits: Limits) -> Iterator[Item]:
    try:
        got = download(url, limits)
    except InputError as error:
        yield Failure(url, str(error))
        return
    path = urlsplit(url).path
    source = by_media_type(got.media_type)
    if source is None or (by_name(path) and got.media_type == "text/plain"):
        source = by_name(path) or source
    with got.content:
        if source is None:
            yield Failure(
                url,
                f"is {got.media_type or 'of no named kind'}, which cannot be read; "
                f"what can be read: {endings()}",
            )
            return
        name = Path(path).name or "page"
        yield from source.read(
            Delivery(where=url, name=name, open=lambda: got.content, url=url, charset=got.charset)
        )
