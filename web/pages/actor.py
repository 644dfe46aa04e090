"""One actor: names, offices, counterparts, years, events."""

from flask import Blueprint, Response, request, url_for

from graph.errors import InputError
from web import answers, catalogue
from web.catalogue import Wanted
from web.description import described
from web.dossiers.actors import ORDERS, actor_dossier
from web.dossiers.events import event_lines
from web.filters import PER_PAGE, link, page_number, pager
from web.held import held
from web.histogram import bars
from web.site import site

blueprint = Blueprint("actor", __name__)
_TOP = 10


@blueprint.get("/actor/<path:key>")
def page(key: str) -> Response:
    """The actor as a page, or as data where the key ends in the suffix of a form."""
    key, form = answers.split(key, answers.THING)
    address, store = site().address(key), site().store
    order = request.args.get("sort", "events")
    if order not in ORDERS:
        raise InputError(f"sort={order!r} cannot be used here; allowed is {', '.join(ORDERS)}")
    dossier = held(store, actor_dossier, address, order)
    if form:
        return described(address, form, dossier, {"actor": key})
    wanted, number = Wanted(actors=(address,)), page_number(request.args)
    found = held(store, catalogue.total, wanted)
    events = catalogue.latest(store, wanted, PER_PAGE, (number - 1) * PER_PAGE)
    everybody = request.args.get("all") == "1"
    here = url_for("actor.page", key=key)
    return answers.page(
        "actor.html",
        forms=answers.THING,
        stem=here,
        here=here,
        key=key,
        dossier=dossier,
        counterparts=dossier.counterparts if everybody else dossier.counterparts[:_TOP],
        order=order,
        found=found,
        lines=event_lines(store, events),
        bars=bars(
            held(store, catalogue.by_month, wanted),
            lambda since, until: link(actor=key, since=since, until=until),
        ),
        pager=pager(request.args, number, found, endpoint="actor.page", key=key),
    )
