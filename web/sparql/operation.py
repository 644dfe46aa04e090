"""For those who run the service: is it well, and what has it done."""

import json

from graph.dialect import SERVICE
from web.sparql.exchange import Call, Refusal, Reply
from web.sparql.service import Service

_PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"
_NO_STORE = ("Cache-Control", "no-store")


def health(service: Service, call: Call) -> Reply:
    """200 where the store can be read and, of a store in a folder, workers are there; else 503."""
    _only_read(call)
    problems = []
    try:
        next(iter(service.store.oxigraph.quads_for_pattern(None, None, None, None)), None)
    except (OSError, RuntimeError) as error:
        problems.append(f"the store cannot be read: {error}")
    if service.pool is not None and not service.pool.size:
        problems.append("no query worker is running")
    status = "unwell" if problems else "well"
    said = {"service": SERVICE, "status": status, "problems": problems}
    body = (json.dumps(said) + "\n").encode()
    return Reply(
        status=503 if problems else 200,
        headers=(("Content-Type", "application/json"), _NO_STORE),
        body=body,
    )


def metrics(service: Service, call: Call) -> Reply:
    """All counters in Prometheus' text form."""
    _only_read(call)
    others = [
        ("dragoman_start_time_seconds", "gauge", "When the service started.", service.started),
        (
            "dragoman_store_changes_total",
            "counter",
            "Changes of the store since the start.",
            float(service.store.version),
        ),
    ]
    if service.pool is not None:
        tally = service.pool.tally
        others += [
            ("dragoman_query_workers", "gauge", "Query workers now.", float(service.pool.size)),
            _total("worker_starts", "Query workers started.", tally.started),
            _total("worker_deaths", "Query workers that a query killed.", tally.died),
            _total("query_timeouts", "Queries ended for their time.", tally.timeouts),
            _total("queries_shed", "Queries refused because all workers were busy.", tally.shed),
        ]
    return Reply.of(service.metrics.text(others).encode(), _PROMETHEUS, _NO_STORE)


def _total(name: str, says: str, value: int) -> tuple[str, str, str, float]:
    return f"dragoman_{name}_total", "counter", says, float(value)


def _only_read(call: Call) -> None:
    if call.method not in ("GET", "HEAD"):
        raise Refusal(405, "this can only be read", (("Allow", "GET, HEAD"),))
