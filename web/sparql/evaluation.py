"""Runs one query on a store and hands its answer on in chunks; the same in a worker and without.

Imports pyoxigraph and nothing of the house, so that a worker starts quickly and stays small.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

CHUNK = 1 << 16
SYNTAX, ROWS, FORM, FAILED, MEMORY = "syntax", "rows", "form", "failed", "memory"
"""Why there is no answer: the query cannot be read, its answer is too long, has no accepted form,
it failed while it ran, or wanted too much memory."""
_ROW_MARKS = {
    "application/sparql-results+json": (b'}},{"', 1),
    "application/sparql-results+xml": (b"<result>", 0),
    "text/csv": (b"\r\n", -1),
    "text/tab-separated-values": (b"\n", -1),
}
"""What stands between rows in each form, and how many rows more than marks there are. A line break
inside a CSV field, and a JSON string that ends in ``}},{``, count as a row too many."""
_PLAIN = (ox.RdfFormat.N_TRIPLES, ox.RdfFormat.N_QUADS)


class Failure(Exception):  # noqa: N818 - it is an outcome that crosses processes
    """Why a query has no answer: one of the kinds above, and the reason in words."""

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A query and all that decides its answer."""

    query: str
    base: str | None = None
    default: tuple[str, ...] | None = None
    """The graphs that make the default graph; None leaves it as the store has it."""
    named: tuple[str, ...] | None = None
    table: str | None = None
    """The form of a table; None where the client accepts none."""
    graph: str | None = None
    rows: int = 1_000_000
    """How many rows or statements the answer may hold."""

    def encode(self) -> bytes:
        """The job as it travels to a worker."""
        fields = (self.query, self.base, self.default, self.named)
        return json.dumps((*fields, self.table, self.graph, self.rows)).encode()

    @classmethod
    def decode(cls, data: bytes) -> "Job":
        """The job as it was before it travelled."""
        query, base, default, named, table, graph, rows = json.loads(data)
        return cls(
            query=query,
            base=base,
            default=None if default is None else tuple(default),
            named=None if named is None else tuple(named),
            table=table,
            graph=graph,
            rows=rows,
        )


def evaluate(
    store: ox.Store,
    job: Job,
    prefixes: Mapping[str, str],
    send: Callable[[str, bytes], None],
) -> None:
    """Gives ``send`` the kind of the answer ("table" or "graph") with each of its chunks.

    At least one chunk is sent; raises `Failure`.
    """
    try:
        answer = store.query(
            job.query,
            base_iri=job.base,
            prefixes=dict(prefixes),
            default_graph=None if job.default is None else [ox.NamedNode(g) for g in job.default],
            named_graphs=None if job.named is None else [ox.NamedNode(g) for g in job.named],
        )
        if isinstance(answer, ox.QueryTriples):
            _graph(answer, job, prefixes, send)
        else:
            _table(answer, job, send)
    except SyntaxError as error:
        raise Failure(SYNTAX, f"the query cannot be read: {error}") from error
    except MemoryError as error:
        raise Failure(MEMORY, "the query wanted more memory than it may have") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise Failure(FAILED, f"the query failed: {error}") from error


def parsed(data: bytes, media_type: str, base: str) -> Iterator[ox.Quad]:
    """The statements of one graph, its blank nodes under names of their own."""
    form = ox.RdfFormat.from_media_type(media_type)
    if form is None:
        raise Failure(SYNTAX, f"{media_type!r} is no form of a graph")
    return ox.parse(data, form, base_iri=base, rename_blank_nodes=True, without_named_graphs=True)


def convert(data: bytes, media_type: str, base: str, send: Callable[[str, bytes], None]) -> None:
    """Gives ``send`` the statements of one graph as N-Triples; raises `Failure`."""
    chunks = _Chunks("graph", "", 0, send)
    try:
        triples = (quad.triple for quad in parsed(data, media_type, base))
        ox.serialize(triples, cast(IO[bytes], chunks), ox.RdfFormat.N_TRIPLES)
    except (SyntaxError, ValueError) as error:
        raise Failure(SYNTAX, str(error)) from error
    chunks.close()


def dump(store: ox.Store, into: Path) -> None:
    """Writes all statements of all graphs as N-Quads, in the order of the store's index."""
    with into.open("wb") as file:
        store.dump(file, ox.RdfFormat.N_QUADS)


class _Chunks:
    """A file to write to that passes on what it gets in large pieces and counts rows."""

    def __init__(self, kind: str, media_type: str, limit: int, send: Callable[..., None]) -> None:
        self._kind = kind
        self._send = send
        self._held: list[bytes] = []
        self._size = 0
        self._mark, more = _ROW_MARKS.get(media_type, (b"", 0))
        self._left = limit - more
        self._limit = limit
        self._tail = b""

    def write(self, data: bytes) -> int:
        self._held.append(data)
        self._size += len(data)
        if self._size >= CHUNK:
            self._pass_on()
        return len(data)

    def flush(self) -> None:
        """Nothing: pyoxigraph flushes more often than is good."""

    def close(self) -> None:
        self._pass_on()

    def _pass_on(self) -> None:
        data = b"".join(self._held)
        self._held.clear()
        self._size = 0
        if self._mark:
            seen = self._tail + data
            self._left -= seen.count(self._mark)
            self._tail = seen[1 - len(self._mark) :] if len(self._mark) > 1 else b""
            if self._left < 0:
                raise _too_long("rows", self._limit)
        self._send(self._kind, data)


def _table(
    answer: ox.QuerySolutions | ox.QueryBoolean, job: Job, send: Callable[[str, bytes], None]
) -> None:
    form = ox.QueryResultsFormat.from_media_type(job.table) if job.table else None
    if job.table is None or form is None:
        raise Failure(FORM, "table")
    rows = isinstance(answer, ox.QuerySolutions)
    chunks = _Chunks("table", job.table if rows else "", job.rows, send)
    answer.serialize(cast(IO[bytes], chunks), form)
    chunks.close()


def _graph(
    answer: ox.QueryTriples,
    job: Job,
    prefixes: Mapping[str, str],
    send: Callable[[str, bytes], None],
) -> None:
    form = ox.RdfFormat.from_media_type(job.graph) if job.graph else None
    if job.graph is None or form is None:
        raise Failure(FORM, "graph")
    chunks = _Chunks("graph", "", job.rows, send)
    ox.serialize(
        _counted(answer, job.rows),
        cast(IO[bytes], chunks),
        form,
        prefixes=None if form in _PLAIN else dict(prefixes),
    )
    chunks.close()


def _counted(triples: Iterable[ox.Triple], limit: int) -> Iterator[ox.Triple]:
    for number, triple in enumerate(triples):
        if number >= limit:
            raise _too_long("statements", limit)
        yield triple


def _too_long(what: str, limit: int) -> Failure:
    return Failure(
        ROWS, f"the answer has more than the {limit} {what} that are allowed; ask with a LIMIT"
    )
