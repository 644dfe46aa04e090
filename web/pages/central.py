"""The actors that are most connected, and those that stand between others."""

from flask import Blueprint, Response, request, url_for

from graph.errors import InputError
from graph.standing import Rank, Summary, most_central, most_connected, starting_points, summary
from graph.store import GraphReader
from web import answers
from web.held import contacts, held
from web.site import site

blueprint = Blueprint("central", __name__)
_ORDERS = {"connected": most_connected, "central": most_central}
_ROWS = 50


@blueprint.get("/central")
def page() -> Response:
    """Fifty actors, by counterparts or by betweenness."""
    order, store = _order(), site().store
    return answers.page(
        "central.html",
        forms=(answers.JSON,),
        stem=url_for("central.page"),
        query=request.query_string.decode(),
        order=order,
        ranks=held(store, ranks, order),
        summary=held(store, size),
        sample=held(store, sample) if order == "central" else None,
    )


@blueprint.get("/central.json")
def file() -> Response:
    """The same as JSON."""
    return answers.as_json(held(site().store, ranks, _order()))


def ranks(reader: GraphReader, order: str) -> tuple[Rank, ...]:
    """The first fifty in the order."""
    return _ORDERS[order](reader, contacts(reader), _ROWS)


def size(reader: GraphReader) -> Summary:
    """How large the network is, and into how many parts it falls."""
    return summary(contacts(reader))


def sample(reader: GraphReader) -> int | None:
    """From how many actors betweenness was estimated; None where it is exact."""
    everybody = contacts(reader)
    points = starting_points(everybody)
    return points if points < len(everybody.actors) else None


def _order() -> str:
    order = request.args.get("by", "connected")
    if order not in _ORDERS:
        raise InputError(f"by={order!r} cannot be used here; allowed is {', '.join(_ORDERS)}")
    return order
