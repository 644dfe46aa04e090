"""The actors that are most connected, and those that stand between others."""

from flask import Blueprint, Response, request, url_for

from graph.analysis import most_central, most_connected, summary
from graph.errors import InputError
from web import answers
from web.held import network
from web.site import site

blueprint = Blueprint("central", __name__)
_ORDERS = {"connected": most_connected, "central": most_central}
_ROWS = 50


@blueprint.get("/central")
def page() -> Response:
    """Fifty actors, by counterparts or by betweenness."""
    order = _order()
    found = network(site().store)
    return answers.page(
        "central.html",
        forms=(answers.JSON,),
        stem=url_for("central.page"),
        query=request.query_string.decode(),
        order=order,
        ranks=_ORDERS[order](found, _ROWS),
        summary=summary(found),
    )


@blueprint.get("/central.json")
def file() -> Response:
    """The same as JSON."""
    return answers.as_json(_ORDERS[_order()](network(site().store), _ROWS))


def _order() -> str:
    order = request.args.get("by", "connected")
    if order not in _ORDERS:
        raise InputError(f"by={order!r} cannot be used here; allowed is {', '.join(_ORDERS)}")
    return order
