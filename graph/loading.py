"""Article graphs from RDF files into a store, many at once: the fastest way to fill one.

What is loaded is what articles say (the named graphs); the merged graph is worked out. A folder
takes the articles that it does not hold in one bulk load, all of them or none, with their
statements written out a second time for the merged graph. Articles that it holds are replaced in
batches, and so is everything where little is new or the store is on a server.
"""

import gzip
import io
import re
import shutil
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox
from rdflib import URIRef

from graph.embedded import EmbeddedStore
from graph.errors import InputError
from graph.store import GraphWriter
from graph.terms import Triple, from_triple

FORMS = {
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
"""The forms that are understood, by the ending of a file; each may be followed by ``.gz``."""
AT_ONCE = 200
"""How many articles are replaced in one transaction."""
_MANY, _SHARE = 1000, 4
"""New articles are loaded at once where they are so many, and no less than this part of those that
are there: the index is made anew afterwards."""
_PACKED = ".gz"
_PIECE = 1 << 25
_LINE = re.compile(
    rb'^(<[^>]*> <[^>]*> (?:<[^>]*>|"[^"\\]*(?:\\.[^"\\]*)*"(?:\^\^<[^>]*>|@[\w-]+)?))'
    rb"(?: (<[^>]*>))? \.\n",
    re.MULTILINE,
)
"""A statement without blank nodes as pyoxigraph writes it, and its graph."""

Line = tuple[bytes, bytes]
"""A statement, and the name of its graph in angle brackets; empty for the default graph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a load brought."""

    new: int
    """Articles that the store did not hold."""
    replaced: int


def load(store: GraphWriter, file: Path) -> Loaded:
    """Makes each named graph of the file all that its article says.

    The file's default graph is passed over. Raises `InputError` where the file cannot be read, or a
    store cannot keep what it says; what was new is not kept then, a part of the rest may be.
    """
    with _plain(file) as plain:
        held = {f"<{address}>".encode() for address in store.articles()}
        if isinstance(store, EmbeddedStore) and not held:
            return Loaded(new=len(_add(store, plain, lambda name: True)), replaced=0)
        last = _last_pieces(plain)
        new = last.keys() - held
        rest = last
        if isinstance(store, EmbeddedStore) and len(new) >= max(_MANY, len(held) // _SHARE):
            _add(store, plain, new.__contains__)
            rest = {name: piece for name, piece in last.items() if name not in new}
        _replace(store, plain, rest)
    return Loaded(new=len(new), replaced=len(last) - len(new))


@contextmanager
def _plain(file: Path) -> Iterator[Path]:
    """The file as N-Quads, packed no more; raises `InputError` where it cannot be read.

    What cannot be read of it later is told with its name as well.
    """
    packed = file.suffix == _PACKED
    form = FORMS.get((file.with_suffix("") if packed else file).suffix)
    if form is None:
        raise InputError(f"{file}: is not {', '.join(FORMS)}, the forms that hold named graphs")
    try:
        if not packed and form == ox.RdfFormat.N_QUADS:
            yield file
            return
        with tempfile.TemporaryDirectory() as folder:
            plain = Path(folder) / "plain.nq"
            with _unpacked(file) as stream, plain.open("wb") as out:
                if form == ox.RdfFormat.N_QUADS:
                    shutil.copyfileobj(stream, out, _PIECE)
                else:
                    ox.serialize(ox.parse(stream, form), out, ox.RdfFormat.N_QUADS)
            yield plain
    except (EOFError, OSError, SyntaxError, ValueError, zlib.error) as error:
        raise InputError(f"{file}: cannot be loaded: {error}") from error


def _unpacked(file: Path) -> IO[bytes]:
    return cast(IO[bytes], gzip.open(file)) if file.suffix == _PACKED else file.open("rb")


def _add(store: EmbeddedStore, plain: Path, wanted: Callable[[bytes], bool]) -> set[bytes]:
    """Adds the graphs that are wanted, none of which the store holds; their names.

    One transaction, and the files that it makes are those that the store keeps.
    """
    doubled = _Doubled(plain, wanted)
    with store.writing() as inner, io.BufferedReader(doubled, _PIECE) as lines:
        inner.bulk_load(lines, ox.RdfFormat.N_QUADS)
    return doubled.names


def _replace(store: GraphWriter, plain: Path, last: Mapping[bytes, int]) -> None:
    """Replaces the graphs, each when the last piece of the file that speaks of it has been read."""
    waiting: dict[bytes, set[bytes]] = {}
    for number, piece in enumerate(_pieces(plain)):
        for statement, name in piece.lines:
            if name in last:
                waiting.setdefault(name, set()).add(statement)
        whole = [name for name in waiting if last[name] == number]
        for start in range(0, len(whole), AT_ONCE):
            some = {name: waiting.pop(name) for name in whole[start : start + AT_ONCE]}
            store.replace_many(
                (URIRef(name[1:-1].decode()), _triples(said)) for name, said in some.items()
            )


def _triples(statements: set[bytes]) -> list[Triple]:
    text = b" .\n".join(statements) + b" .\n"
    return [from_triple(quad) for quad in ox.parse(text, ox.RdfFormat.N_QUADS)]


def _last_pieces(plain: Path) -> dict[bytes, int]:
    """The named graphs of the file, each with the piece in which its last statement stands."""
    return {
        name: number
        for number, piece in enumerate(_pieces(plain))
        for _, name in piece.lines
        if name
    }


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a file of N-Quads: its text, and the statements in it."""

    text: bytes
    lines: list[Line]


def _pieces(plain: Path) -> Iterator[_Piece]:
    """The file piece by piece, as pyoxigraph writes it; raises `ValueError` for blank nodes."""
    with plain.open("rb") as stream:
        while text := stream.read(_PIECE):
            text += stream.readline()
            lines = _LINE.findall(text)
            if len(lines) < text.count(b"\n") or not text.endswith(b"\n"):
                text = _rewritten(text)  # it may only be spaced otherwise
                lines = _LINE.findall(text)
                if len(lines) < text.count(b"\n"):
                    raise ValueError(
                        "it holds blank nodes or statements about statements, which no article "
                        "graph may; give things addresses"
                    )
            yield _Piece(text, lines)


def _rewritten(text: bytes) -> bytes:
    quads = ox.parse(text, ox.RdfFormat.N_QUADS)
    return cast(bytes, ox.serialize(quads, format=ox.RdfFormat.N_QUADS))


class _Doubled(io.RawIOBase):
    """The statements of the graphs that are wanted, and once more those of the merged graph.

    A thread makes the next piece while one is read, which goes on without Python.
    """

    def __init__(self, plain: Path, wanted: Callable[[bytes], bool]) -> None:
        self.names: set[bytes] = set()
        """The names of the graphs so far."""
        self._wanted = wanted
        self._pieces = _pieces(plain)
        self._left = memoryview(b"")
        self._maker = ThreadPoolExecutor(1)
        self._next = self._maker.submit(self._made)

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills the buffer as far as there is something; how far."""
        while not self._left:
            text = self._next.result()
            if text is None:
                return 0
            self._left = memoryview(text)
            self._next = self._maker.submit(self._made)
        count = min(len(buffer), len(self._left))
        buffer[:count] = self._left[:count]
        self._left = self._left[count:]
        return count

    def close(self) -> None:
        """Ends the thread."""
        self._maker.shutdown(cancel_futures=True)
        super().close()

    def _made(self) -> bytes | None:
        """The next piece as it is to be loaded; None after the last one."""
        piece = next(self._pieces, None)
        if piece is None:
            return None
        found = {name for _, name in piece.lines}
        names = {name for name in found if name and self._wanted(name)}
        self.names |= names
        said = piece.lines if names == found else [s for s in piece.lines if s[1] in names]
        text = piece.text if names == found else b"".join(map(b"%b %b .\n".__mod__, said))
        merged = dict.fromkeys([statement for statement, _ in said])
        return text + b" .\n".join((*merged, b""))
