"""What several commands take: the store before or after the command's name, the form, the port."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click
from rdflib import URIRef

from graph.address import is_address
from graph.errors import StoreError
from graph.formats import Format
from graph.naming import Namer
from graph.store import GraphReader, GraphWriter, open_reader, open_store
from web.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])


def _override(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
    """Puts the option's value, where it was given, in the place of the setting of its name."""
    if value is not None and isinstance(ctx.obj, Settings):
        given: dict[str, Any] = {str(parameter.name): value}
        ctx.obj = replace(ctx.obj, **given)


def setting(*names: str, **details: Any) -> Callable[[Command], Command]:
    """An option that takes the place of the setting of its name."""
    return click.option(*names, expose_value=False, callback=_override, **details)


store_option = setting(
    "--store",
    metavar="PATH-OR-URL",
    help="Where the graph is kept (DRAGOMAN_STORE; default dragoman.store).",
)
host_option = setting(
    "--host", metavar="HOST", help="The address to listen on (default 127.0.0.1)."
)
port_option = setting(
    "--port", type=int, metavar="PORT", help="The port to listen on (default 8000; 0: any)."
)


def format_option(
    among: tuple[Format, ...], default: str | None = None
) -> Callable[[Command], Command]:
    """The option ``--format``, with the forms that there are."""
    return click.option(
        "--format",
        "format_name",
        type=click.Choice([form.name for form in among]),
        default=default,
        show_default=default is not None,
        help="The form of the output.",
    )


def article_address(article: str, names: Namer) -> URIRef:
    """The address of an article that a person names by its id or its address."""
    if article.startswith(f"{names.base}article/"):
        return URIRef(article)
    return names.article(article)


def namer(settings: Settings) -> Namer:
    """Gives things their addresses below the configured base."""
    return Namer(settings.base)


@contextmanager
def reading(settings: Settings) -> Iterator[GraphReader]:
    """The store to read from; raises `StoreError` where there is none."""
    store = open_reader(settings.store, settings.store_credentials)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def writing(settings: Settings, *, make: bool = False) -> Iterator[GraphWriter]:
    """The store to write to; made where there is none if ``make`` says so, else `StoreError`."""
    if not make and not is_address(settings.store):
        folder = Path(settings.store)
        if not folder.exists():
            raise StoreError(f"{folder}: no store here; make one with: dragoman ingest SOURCE")
    store = open_store(settings.store, settings.store_credentials)
    try:
        yield store
    finally:
        store.close()
