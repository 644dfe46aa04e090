"""The whole graph as one file, made beside the running service, with its checksum and version.

The statements stand in the order of the store's index, which follows from them: the same graph
gives the same file. A dump is made when somebody asks for it and the graph has changed.
"""

import gzip
import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from web.sparql.description import DUMP
from web.sparql.exchange import Call, Refusal, Reply
from web.sparql.service import READING, Service

CHECKSUM = DUMP + ".sha256"
_SECONDS = 3600.0
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Dump:
    """A file with all statements of all graphs."""

    path: Path
    sha256: str
    size: int


def dump(service: Service, call: Call) -> Reply:
    """The dump, or its checksum as ``sha256sum -c`` reads it."""
    if call.method not in ("GET", "HEAD"):
        raise Refusal(405, "a dump can only be read", (("Allow", "GET, HEAD"),))
    made = _made(service)
    name = DUMP.rpartition("/")[2]
    if call.path == CHECKSUM:
        return Reply.of(f"{made.sha256}  {name}\n".encode(), "text/plain", *READING)
    tag = f'"{made.sha256[:32]}"'
    headers = (
        ("ETag", tag),
        ("X-Dragoman-Version", made.sha256[:12]),
        ("Content-Disposition", f'attachment; filename="{name}"'),
        *READING,
    )
    if tag in call.header("if-none-match"):
        return Reply(status=304, headers=headers)
    return Reply(
        headers=(
            ("Content-Type", "application/gzip"),
            ("Content-Length", str(made.size)),
            *headers,
        ),
        body=_pieces(made.path),
    )


def _made(service: Service) -> Dump:
    with service.making:
        kept = service.made.get("dump")
        if kept is None or kept[0] != service.store.version:
            if kept is not None:
                shutil.rmtree(kept[1].path.parent, ignore_errors=True)
            kept = service.made["dump"] = _make(service)
        found: Dump = kept[1]
        return found


def _make(service: Service) -> tuple[int, Dump]:
    beside = service.views.folder if service.views else None
    folder = Path(tempfile.mkdtemp(prefix="dump-", dir=beside))
    plain, packed = folder / "plain.nq", folder / "dragoman.nq.gz"
    if service.pool is not None:
        version = service.pool.dump(plain, _SECONDS)
    else:
        version = service.store.version
        with plain.open("wb") as file:
            service.store.oxigraph.dump(file, ox.RdfFormat.N_QUADS)
    with (
        plain.open("rb") as source,
        packed.open("wb") as target,
        gzip.GzipFile(filename="", fileobj=target, mode="wb", compresslevel=6, mtime=0) as zipped,
    ):
        shutil.copyfileobj(source, zipped, _PIECE)
    plain.unlink()
    with packed.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return version, Dump(packed, digest, packed.stat().st_size)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece
