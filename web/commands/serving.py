"""Commands that serve the site: with the store as it is, or with the sample articles in it."""

import threading
from importlib.resources import as_file, files
from pathlib import Path

import click

from graph.address import is_address
from graph.embedded import EmbeddedStore
from graph.model import Article
from graph.store import GraphWriter
from graph.view import holds_store
from ingest.batch import keep
from ingest.sources.walk import read_sources
from web.app import create_app
from web.commands.articles import summed_up
from web.commands.options import (
    host_option,
    namer,
    port_option,
    store_option,
    writing,
)
from web.commands.readers import jobs_or_default, outcomes, reader_options
from web.commands.terminal import progress, say, tell, tell_dropped
from web.server import run
from web.settings import Settings


@click.command()
@host_option
@port_option
@store_option
@click.pass_obj
def serve(settings: Settings) -> None:
    """Serve the pages and the SPARQL endpoint, until Ctrl-C or SIGTERM."""
    is_new = not is_address(settings.store) and not holds_store(Path(settings.store))
    with writing(settings, make=bool(settings.token)) as store:
        if is_new:
            say(f"{settings.store_name}: a new, empty store, to be filled over HTTP with the token")
        _serve(store, settings)


@click.command()
@host_option
@port_option
@store_option
@reader_options
@click.pass_obj
def demo(settings: Settings) -> None:
    """Read the sample articles, unless they are there already, and serve the site."""
    with writing(settings, make=True) as store:
        _add_samples(store, settings)
        _serve(store, settings)


def _serve(store: GraphWriter, settings: Settings) -> None:
    app = create_app(store=store, settings=settings, writer=store)
    if isinstance(store, EmbeddedStore):  # made beside the service where it is not in step
        threading.Thread(target=store.indexing.settle, daemon=True).start()

    def ready(address: str) -> None:
        click.echo(f"Dragoman serves {settings.store_name} at {address} (Ctrl-C stops it)")

    run(app, settings.host, settings.port, ready)
    say("Stopped.")


def _add_samples(store: GraphWriter, settings: Settings) -> None:
    """Reads those sample articles into the store that it does not hold."""
    names, there = namer(settings), set(store.articles())
    with as_file(files("data") / "samples") as folder:
        samples = [
            item
            for item in read_sources([str(folder)])
            if not isinstance(item, Article) or names.article(item) not in there
        ]
    if not samples:
        say(f"The sample articles are in {settings.store_name} already.")
        return
    read = outcomes(samples, settings, jobs_or_default(None))
    with progress(read, "Reading", len(samples)) as watched:
        summary = keep(watched, store, names)
    tell(summary.failures)
    tell_dropped(summary.dropped)
    say(summed_up(summary, settings.store_name))
