"""Articles over HTTP, with the token: read, kept and removed as the command line does it."""

from io import BytesIO
from urllib.parse import unquote

from rdflib import URIRef

from graph.errors import DragomanError
from ingest.batch import ingest
from ingest.sources import jsonl
from ingest.sources.delivery import Delivery
from web.sparql.exchange import Call, Refusal, Reply
from web.sparql.replacing import GRAPHS, replace_graphs, said
from web.sparql.service import Service

ROOT = "/articles"
_ROWS = ("application/x-ndjson", "application/jsonl", "application/jsonlines")
_TYPES = (
    *_ROWS,
    "application/json",
    "application/octet-stream",
    "application/x-www-form-urlencoded",  # what curl says of everything
    "text/plain",
    "",
)


def articles(service: Service, call: Call) -> Reply:
    """``POST /articles`` takes JSON lines or N-Quads, ``DELETE /articles/ID`` removes one."""
    name = unquote(call.path.removeprefix(ROOT).strip("/"))
    if call.method == "POST" and not name:
        service.authorise(call)
        if call.content_type == GRAPHS:
            return replace_graphs(service, call)
        return _take_in(service, call)
    if call.method == "DELETE" and name:
        service.authorise(call)
        return _remove(service, name)
    allowed = "DELETE" if name else "POST"
    raise Refusal(405, f"{call.method} is not for this address", (("Allow", allowed),))


def _take_in(service: Service, call: Call) -> Reply:
    """What became of the articles: how many are kept, and the failures by row."""
    if call.content_type not in _TYPES:
        raise Refusal(
            415,
            f"send articles as JSON lines ({_ROWS[0]}), or read ones as {GRAPHS}, "
            f"not {call.content_type}",
        )
    if service.open_reader is None:
        raise Refusal(501, "this server does not read articles")
    body = call.body()
    delivery = Delivery(where="articles", name="articles", open=lambda: BytesIO(body))
    with service.reading:
        if service.reader is None:
            service.reader = service.open_reader()
        try:
            summary = ingest(jsonl.read(delivery), service.reader, service.store, service.namer)
        except DragomanError as error:
            raise Refusal(500, str(error)) from error
    summed_up = {
        "articles": summary.articles,
        "events": summary.events,
        "failures": [{"where": f.where, "reason": f.reason} for f in summary.failures],
        "notices": [{"where": n.where, "reason": n.reason} for n in summary.notices],
        "dropped": dict(summary.dropped),
    }
    status = 400 if summary.failures and not summary.articles else 200
    return said(status, summed_up)


def _remove(service: Service, name: str) -> Reply:
    start = f"{service.namer.base}article/"
    address = URIRef(name) if name.startswith(start) else service.namer.article(name)
    if not service.store.remove(address):
        raise Refusal(404, f"there is no article {name[:200]!r}")
    return said(200, {"removed": str(address)})
