"""The service in a Flask application: `open_service` puts it there and starts its workers."""

import weakref
from collections.abc import Callable

from flask import Blueprint, Flask, Response, current_app, request

from graph.embedded import EmbeddedStore
from ingest.workers import ArticleReader
from web.settings import Settings
from web.sparql import endpoint as protocol
from web.sparql.exchange import call_of
from web.sparql.front import Front, handle
from web.sparql.quick import Quick
from web.sparql.service import Page, Service, make_service

EXTENSION = "dragoman.sparql"

blueprint = Blueprint("sparql", __name__)


@blueprint.route("/sparql", methods=["GET", "POST"])
def endpoint() -> Response:
    """The SPARQL page; requests of machines are answered before they come to Flask."""
    service = opened(current_app)
    call = call_of(request.environ, service.settings.body_mib << 20)
    reply = handle(service, call, protocol.endpoint)
    return Response(reply.body, status=reply.status, headers=list(reply.headers))


def open_service(
    app: Flask,
    store: EmbeddedStore,
    settings: Settings,
    *,
    page: Page | None = None,
    open_reader: Callable[[], ArticleReader] | None = None,
) -> Service:
    """Registers the blueprint, puts the service before the application, and starts its workers.

    ``page`` writes the SPARQL page; ``open_reader`` is called at the first article that is sent.
    The service is to be closed when the server stops; it closes itself when the application goes.
    Call it after all other blueprints are registered.
    """
    service = make_service(store, settings, page, open_reader)
    app.register_blueprint(blueprint)
    app.extensions[EXTENSION] = service
    pages = {"/" + rule.rule.split("/", 2)[1] for rule in app.url_map.iter_rules()}
    app.wsgi_app = Front(app.wsgi_app, service, pages)  # type: ignore[method-assign] # as Flask says
    weakref.finalize(app, service.close)
    return service


def opened(app: Flask) -> Service:
    """The service of an application."""
    service = app.extensions[EXTENSION]
    if not isinstance(service, Service):
        raise TypeError("this application has no SPARQL service; call open_service")
    return service


def quick_of(app: Flask) -> Quick | None:
    """What answers quick queries for the server's loop; None where there are no workers for it."""
    service = app.extensions.get(EXTENSION)
    if not isinstance(service, Service) or service.pool is None:
        return None
    return Quick(service, service.pool)
