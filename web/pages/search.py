"""Search: actors, events, documents, places, topics and articles that hold the words."""

from flask import Blueprint, Response, request, url_for
from markupsafe import escape

from graph.errors import InputError
from graph.search import KINDS, search
from web import answers
from web.facts import names
from web.site import site

blueprint = Blueprint("search", __name__)
_FIRST, _ALL, _LONGEST = 8, 100, 200


@blueprint.get("/search")
def page() -> Response:
    """What was found, by kind; with ``kind`` one kind at length."""
    words, kind = request.args.get("q", "").strip()[:_LONGEST], request.args.get("kind", "")
    if kind and kind not in KINDS:
        raise InputError(f"kind={kind!r} cannot be searched; allowed is {', '.join(KINDS)}")
    kinds = (kind,) if kind else KINDS
    limit = _ALL if kind else _FIRST
    hits = search(site().store, words, kinds, limit + 1)
    found = {k: [hit for hit in hits if hit.kind == k] for k in kinds}
    return answers.page(
        "search.html",
        forms=(answers.JSON,) if words else (),
        stem=url_for("search.page"),
        query=request.query_string.decode(),
        words=words,
        kind=kind,
        limit=limit,
        found={k: hits for k, hits in found.items() if hits},
        called=names(site().store, (hit.address for hit in hits)),
    )


@blueprint.get("/search.json")
def file() -> Response:
    """The same as JSON."""
    words, kind = request.args.get("q", "")[:_LONGEST], request.args.get("kind", "")
    if kind and kind not in KINDS:
        raise InputError(f"kind={kind!r} cannot be searched; allowed is {', '.join(KINDS)}")
    return answers.as_json(search(site().store, words, (kind,) if kind else KINDS, _ALL))


@blueprint.get("/opensearch.xml")
def description() -> Response:
    """What lets a browser search here from its own search box."""
    template = url_for("search.page", _external=True) + "?q={searchTerms}"
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">'
        "<ShortName>Dragoman</ShortName><Description>Diplomatic events</Description>"
        f'<Url type="text/html" template="{escape(template)}"/></OpenSearchDescription>\n'
    )
    return Response(text, content_type="application/opensearchdescription+xml")
