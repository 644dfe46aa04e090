"""The SPARQL endpoint of a site whose graph is on another server: questions are passed on.

The protocol, the forms of answers and the page are those of our own service; limits of time and
memory are the other server's. Updates and whole graphs are sent to that server itself.
"""

import json
import tempfile
from collections.abc import Iterator
from typing import IO

from flask import Blueprint, Flask, Response, request

from graph.errors import QueryError, StoreDownError, StoreError
from graph.forms import GRAPH_FORMS, query_form
from graph.store import GraphReader
from web.settings import Settings
from web.sparql import scan
from web.sparql.answers import take
from web.sparql.endpoint import read_question
from web.sparql.exchange import Call, Refusal, Reply, call_of
from web.sparql.negotiation import NATIVE, TABLES, TURTLE, Wanted, not_acceptable, wanted
from web.sparql.service import READING, Page

_IN_MEMORY = 16 << 20
_PIECE = 1 << 16
_PAGE_BYTES = 16 << 20


def open_relay(app: Flask, store: GraphReader, settings: Settings, page: Page) -> None:
    """Registers the endpoint; ``page`` writes the SPARQL page."""
    blueprint = Blueprint("sparql", __name__)

    @blueprint.route("/sparql", methods=["GET", "POST"])
    def endpoint() -> Response:
        try:
            call = call_of(request.environ, settings.body_mib << 20)
            reply = _reply(store, settings, page, call)
        except Refusal as refusal:
            reply = refusal.reply()
        return Response(reply.body, status=reply.status, headers=list(reply.headers))

    app.register_blueprint(blueprint)


def _reply(store: GraphReader, settings: Settings, page: Page, call: Call) -> Reply:
    question = read_question(call)
    if question.update:
        raise Refusal(403, "send updates to the server that keeps the graph")
    if question.dataset.default or question.dataset.named:
        raise Refusal(400, "name graphs with FROM in the query; parameters for them are not known")
    forms = wanted(call.header("accept"), question.override, html=True)
    if forms.html:
        return _page(store, settings, page, question.text)
    if question.text is None:
        raise Refusal(400, "no query was sent; send one as ?query= or in the body of a POST")
    media_type, body = _answer(store, settings, question.text, forms)
    headers = (("Content-Type", media_type), ("Vary", "Accept"), *READING)
    return Reply(headers=headers, body=_pieces(body))


def _answer(
    store: GraphReader, settings: Settings, query: str, forms: Wanted
) -> tuple[str, IO[bytes]]:
    """The media type of the answer, and the answer from its beginning."""
    scan.check_depth(query)
    scan.check_remote(query, settings.service_hosts)
    kind = "graph" if query_form(query) in GRAPH_FORMS else "table"
    media_type = forms.graph if kind == "graph" else forms.table
    if media_type is None:
        raise not_acceptable(kind)
    into = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - read while it is sent
    try:
        store.answer(query, NATIVE[kind].get(media_type, media_type), into)
    except QueryError as error:
        raise Refusal(400, str(error)) from error
    except StoreDownError as error:
        raise Refusal(503, "the server that keeps the graph does not answer") from error
    except StoreError as error:
        raise Refusal(502, "the server that keeps the graph answers with an error") from error
    into.seek(0)
    return media_type, into


def _page(store: GraphReader, settings: Settings, page: Page, query: str | None) -> Reply:
    """The page for browsers, with the answer on it or the reason why there is none."""
    status, answer, error = 200, None, None
    if query:
        try:
            media_type, body = _answer(store, settings, query, Wanted(TABLES[0], TURTLE))
            text = take(_pieces(body), _PAGE_BYTES).decode()
            answer = json.loads(text) if media_type == TABLES[0] else text
        except Refusal as refusal:
            status, error = refusal.status, refusal.reason
    headers = (("Content-Type", "text/html; charset=utf-8"), ("Vary", "Accept"))
    return Reply(status=status, headers=headers, body=page(query or "", answer, error).encode())


def _pieces(body: IO[bytes]) -> Iterator[bytes]:
    with body:
        while piece := body.read(_PIECE):
            yield piece
