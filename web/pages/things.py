"""Documents, places and topics: what they are, and their events."""

from flask import Blueprint, Response, request, url_for
from rdflib import URIRef

from web import answers, catalogue
from web.catalogue import Wanted
from web.description import described
from web.dossiers.events import event_lines
from web.dossiers.things import thing_dossier
from web.filters import PER_PAGE, link, page_number, pager
from web.held import held
from web.histogram import bars
from web.site import site


def _show(sort: str, key: str) -> Response:
    key, form = answers.split(key, answers.THING)
    address, store = site().address(f"{sort}/{key}"), site().store
    dossier = thing_dossier(store, address, sort)
    if form:
        return described(address, form, dossier, {sort: key})
    wanted, number = _wanted(sort, address), page_number(request.args)
    found = held(store, catalogue.total, wanted)
    events = catalogue.latest(store, wanted, PER_PAGE, (number - 1) * PER_PAGE)
    months = held(store, catalogue.by_month, wanted) if sort != "document" else []
    endpoint = f"{sort}.page"
    return answers.page(
        "thing.html",
        forms=answers.THING,
        stem=url_for(endpoint, key=key),
        sort=sort,
        key=key,
        dossier=dossier,
        found=found,
        lines=event_lines(store, events),
        bars=bars(months, lambda since, until: link(**{sort: key, "since": since, "until": until})),
        pager=pager(request.args, number, found, endpoint=endpoint, key=key),
    )


def _wanted(sort: str, address: URIRef) -> Wanted:
    if sort == "document":
        return Wanted(document=address)
    return Wanted(place=address) if sort == "place" else Wanted(topic=address)


def _blueprint(sort: str) -> Blueprint:
    blueprint = Blueprint(sort, __name__)

    @blueprint.get(f"/{sort}/<path:key>", endpoint="page")
    def page(key: str) -> Response:
        return _show(sort, key)

    return blueprint


BLUEPRINTS = tuple(_blueprint(sort) for sort in ("document", "place", "topic"))
