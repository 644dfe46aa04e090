"""The application: one site, its pages, its headers, its errors, and the SPARQL service."""

from dataclasses import replace

from flask import Flask
from jinja2 import StrictUndefined

from graph.embedded import EmbeddedStore
from graph.remoteview import RemoteReader
from graph.store import GraphReader, GraphWriter
from web import wording
from web.headers import secure
from web.pages import BLUEPRINTS, sparql
from web.pages.errors import explain
from web.readers import reader_opener
from web.settings import Settings
from web.site import EXTENSION, Site, outside, site
from web.sparql.blueprint import open_service
from web.sparql.relay import open_relay


def create_app(store: GraphReader, settings: Settings, writer: GraphWriter | None = None) -> Flask:
    """The site over a store; where a writer is given, those who hold the token may write."""
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = settings.body_mib * 1024 * 1024
    app.extensions[EXTENSION] = Site(store=store, settings=settings, writer=writer)
    _set_up_templates(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    explain(app)
    secure(app)
    _open_sparql(app, store, settings, writer)
    app.jinja_env.globals["speaks_sparql"] = "sparql" in app.blueprints
    return app


def _set_up_templates(app: Flask) -> None:
    """Gives templates their words and links; an undefined name is an error, not nothing."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        page=lambda address: site().page(str(address)),
        key=lambda address: site().key(str(address)),
        outside=outside,
        day=wording.day,
        short_day=wording.short_day,
        words=wording.words,
        term=wording.title,
        number=wording.number,
        trust=wording.trust,
        tone=lambda kind: wording.TONES.get(kind, "talk"),
        deed=lambda kind: wording.DEEDS.get(kind, "did"),
        role=lambda role: wording.ROLES[role],
        status=lambda status: wording.STATUSES[status],
    )
    app.jinja_env.globals.update(counted=wording.counted, tones=wording.TONE_WORDS)


def _open_sparql(
    app: Flask, store: GraphReader, settings: Settings, writer: GraphWriter | None
) -> None:
    """Puts the SPARQL service in; without a writer nobody can write through it."""
    of_service = writer or store
    if isinstance(of_service, EmbeddedStore):
        open_service(
            app,
            of_service,
            settings if writer else replace(settings, token=None),
            page=sparql.page,
            open_reader=reader_opener(settings) if writer else None,
        )
    elif isinstance(store, RemoteReader):
        open_relay(app, store, settings, sparql.page)
