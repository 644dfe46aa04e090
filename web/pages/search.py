"""Search: actors, events, documents, places, topics and articles that hold the words."""

import json

from flask import Blueprint, Response, request, url_for
from markupsafe import escape

from graph.errors import InputError
from graph.index import index_of
from graph.search import KINDS
from web import answers
from web.facts import names
from web.site import site

blueprint = Blueprint("search", __name__)
_FIRST, _ALL, _LONGEST = 8, 100, 200
_SUGGESTIONS = "application/x-suggestions+json"


@blueprint.get("/search")
def page() -> Response:
    """What was found, by kind; with ``kind`` one kind at length."""
    words, kind = request.args.get("q", "").strip()[:_LONGEST], request.args.get("kind", "")
    if kind and kind not in KINDS:
        raise InputError(f"kind={kind!r} cannot be searched; allowed is {', '.join(KINDS)}")
    kinds = (kind,) if kind else KINDS
    limit = _ALL if kind else _FIRST
    hits = index_of(site().store).search(words, kinds, limit + 1)
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
    return answers.as_json(index_of(site().store).search(words, (kind,) if kind else KINDS, _ALL))


@blueprint.get("/suggest.json")
def suggestions() -> Response:
    """Names that begin with what is typed, as OpenSearch wants them for a browser's search box."""
    words = request.args.get("q", "")[:_LONGEST]
    hits = index_of(site().store).suggest(words, _FIRST)
    pages = [url_for("search.page", q=hit.label, _external=True) for hit in hits]
    found = [words, [hit.label for hit in hits], [hit.excerpt for hit in hits], pages]
    return Response(json.dumps(found, ensure_ascii=False), content_type=_SUGGESTIONS)


@blueprint.get("/opensearch.xml")
def description() -> Response:
    """What lets a browser search here from its own search box."""
    template = url_for("search.page", _external=True) + "?q={searchTerms}"
    suggest = url_for("search.suggestions", _external=True) + "?q={searchTerms}"
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">'
        "<ShortName>Dragoman</ShortName><Description>Diplomatic events</Description>"
        f'<Url type="text/html" template="{escape(template)}"/>'
        f'<Url type="{_SUGGESTIONS}" template="{escape(suggest)}"/></OpenSearchDescription>\n'
    )
    return Response(text, content_type="application/opensearchdescription+xml")
