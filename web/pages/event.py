"""One event: who did what to whom, when and where, and every sentence that says so."""

from flask import Blueprint, Response, url_for

from web import answers
from web.description import described
from web.dossiers.events import event_dossier
from web.site import site

blueprint = Blueprint("event", __name__)


@blueprint.get("/event/<path:key>")
def page(key: str) -> Response:
    """The event as a page, or as data where the key ends in the suffix of a form."""
    key, form = answers.split(key, answers.THING)
    address = site().address(f"event/{key}")
    dossier = event_dossier(site().store, address)
    if form:
        return described(address, form, dossier)
    return answers.page(
        "event.html",
        forms=answers.THING,
        stem=url_for("event.page", key=key),
        event=dossier.event,
        reports=dossier.reports,
    )
