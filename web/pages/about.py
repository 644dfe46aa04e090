"""What this site is, and whether it is well."""

from flask import Blueprint, Response

from web import answers
from web.site import site

blueprint = Blueprint("about", __name__)


@blueprint.get("/about")
def page() -> Response:
    """How Dragoman reads, what its figures mean, and the licences."""
    return answers.page("about.html")


@blueprint.get("/health")
def health() -> Response:
    """Whether the store answers, as JSON for programs."""
    answer = site().store.ask("ASK { ?thing ?property ?value }")
    response = answers.as_json({"status": "ok", "store": "filled" if answer else "empty"})
    response.headers["Cache-Control"] = "no-store"
    return response
