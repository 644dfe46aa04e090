"""Backups: the whole graph as N-Quads in one packed file, with its checksum beside it.

Text, because it outlives every version of every store, moves between them, and can be looked into:
``zcat``, ``sha256sum -c``. An embedded store is written as it stands in one snapshot; a running
Dragoman gives the dump that it makes beside its work; any other server answers one query.
"""

import gzip
import hashlib
import io
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from graph.embedded import EmbeddedReader, EmbeddedStore
from graph.errors import StoreError
from graph.store import GraphReader, GraphWriter
from graph.terms import Quad, ntriples

FILE = "dragoman.nq.gz"
CHECKSUM = f"{FILE}.sha256"
_ARTICLES_AT_ONCE = 200
_PIECE = 1 << 20
_SUM = re.compile(r"([0-9a-f]{64}) [ *]" + re.escape(FILE))


def backup(store: GraphReader, folder: Path) -> int:
    """Writes the store into a new folder; how many bytes it takes there.

    The folder is there when the backup is whole, and not before. Raises `StoreError` where it
    cannot be written.
    """
    if folder.exists():
        raise StoreError(f"{folder}: is there already; name a folder that is not")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as place:
            made = Path(place) / "made"
            made.mkdir()
            with _kept(made / FILE) as file, _packed(file) as stream:
                _write(store, stream)
            with _kept(made / CHECKSUM) as file:
                file.write(f"{_sum(made / FILE)}  {FILE}\n".encode())
            size = (made / FILE).stat().st_size
            made.rename(folder)
    except OSError as error:
        raise StoreError(
            f"{folder}: the backup cannot be written ({error}); see whether the disk is full"
        ) from error
    return size


def restore(store: GraphWriter, folder: Path) -> int:
    """Loads a backup into an empty store; how many articles it holds then.

    Raises `StoreError` where the backup is not whole, or the store not empty. An embedded store
    takes it all at once, or nothing; a server article by article.
    """
    file = _checked(folder)
    if store.articles() or store.ask("ASK { ?s ?p ?o }"):
        raise StoreError("the store is not empty; restore into a new one, named with --store")
    try:
        if isinstance(store, EmbeddedStore):
            with store.writing() as inner:
                _load(inner, file)
        else:
            with tempfile.TemporaryDirectory() as place:
                scratch = EmbeddedStore(Path(place) / "store")
                with scratch.writing() as inner:
                    _load(inner, file)
                _send(scratch, store)
                scratch.close()
    except (OSError, RuntimeError, SyntaxError, ValueError) as error:
        raise StoreError(f"{file}: cannot be restored: {error}") from error
    return len(store.articles())


def _write(store: GraphReader, stream: IO[bytes]) -> None:
    if isinstance(store, EmbeddedReader):
        store.oxigraph.dump(stream, ox.RdfFormat.N_QUADS)
        return
    for quad in store.quads():
        stream.write(_line(quad).encode())


def _line(quad: Quad) -> str:
    *triple, graph = quad
    terms = " ".join(map(ntriples, triple))
    return f"{terms} .\n" if graph is None else f"{terms} <{graph}> .\n"


def _load(store: ox.Store, file: Path) -> None:
    with gzip.open(file) as packed:
        store.bulk_load(io.BufferedReader(packed), ox.RdfFormat.N_QUADS)
    store.flush()


def _send(reader: GraphReader, store: GraphWriter) -> None:
    """Writes the articles of one store into another, in their order."""
    addresses = iter(reader.articles())
    while some := list(islice(addresses, _ARTICLES_AT_ONCE)):
        store.replace_many((address, list(reader.article(address))) for address in some)


def _checked(folder: Path) -> Path:
    """The file of the backup, which is what its checksum says."""
    file, note = folder / FILE, folder / CHECKSUM
    try:
        wanted = _SUM.fullmatch(note.read_text(encoding="ascii").strip())
        right = wanted is not None and wanted[1] == _sum(file)
    except (OSError, ValueError) as error:
        raise StoreError(
            f"{folder}: no backup here ({error}); it holds {FILE} and {CHECKSUM}"
        ) from error
    if not right:
        raise StoreError(f"{file}: is not what was written (see {note}); take another backup")
    return file


def _sum(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def _kept(path: Path) -> Iterator[IO[bytes]]:
    """A new file, on the disk when the block ends."""
    with path.open("xb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _packed(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """Packs what is written; without time and name, so that equal graphs give equal bytes."""
    with (
        gzip.GzipFile(filename="", fileobj=file, mode="wb", compresslevel=6, mtime=0) as packed,
        io.BufferedWriter(packed) as stream,
    ):
        yield stream
