"""The names of things lead to what is known of them: a page for people, data for programs."""

from flask import Blueprint, Response, request, url_for
from rdflib.namespace import PROV

from graph.errors import NotFoundError
from graph.vocabulary import OA
from web.answers import GRAPHS, JSON, Form
from web.dossiers.events import article_name
from web.facts import facts
from web.site import THINGS, site

blueprint = Blueprint("identity", __name__)


@blueprint.get("/id/<path:key>")
def thing(key: str) -> Response:
    """303 to the page of a thing, or to its data, by what the client accepts."""
    kind, _, rest = key.partition("/")
    if not rest:
        raise NotFoundError(f"{key!r} names no thing; write kind/key, such as country/TUR")
    if kind == "evidence":
        return _see(_sentence(key))
    endpoint, of = ("actor.page", key) if kind not in THINGS else (f"{kind}.page", rest)
    form = wanted_form()
    return _see(url_for(endpoint, key=f"{of}.{form.suffix}" if form else of))


def wanted_form() -> Form | None:
    """The form of data that the client prefers; None where it prefers a page."""
    forms = (*GRAPHS, JSON)
    types = ["text/html", *(form.media_type for form in forms)]
    best = request.accept_mimetypes.best_match(types, default="text/html")
    return next((form for form in forms if form.media_type == best), None)


def _sentence(key: str) -> str:
    """Where a sentence stands in its article."""
    address = site().address(key)
    about = facts(site().store, (address,)).get(address)
    articles = about.links(PROV.wasQuotedFrom) if about else ()
    if about is None or not articles:
        raise NotFoundError(f"no sentence has the address {address}")
    start, end = (about.text(OA.start) or "0", about.text(OA.end) or "0")
    return url_for("article.page", key=article_name(articles[0]), _anchor=f"at-{start}-{end}")


def _see(address: str) -> Response:
    return Response(status=303, headers={"Location": address})
