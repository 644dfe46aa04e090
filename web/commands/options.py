"""What several commands take: the store before or after the command's name, the pipeline, jobs."""

import errno
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from graph.address import is_address
from graph.errors import DragomanError, StoreError
from graph.formats import Format
from graph.naming import Namer
from graph.store import GraphReader, GraphWriter, open_reader, open_store
from ingest.outcomes import Item, Outcome
from ingest.workers import read_all, read_in_parallel
from web.readers import reader_opener
from web.settings import Settings

_log = logging.getLogger(__name__)

Command = TypeVar("Command", bound=Callable[..., Any])

MOST_JOBS = 4
_ASKED_TOGETHER = 4
"""Articles for each question under way: what is read comes out in such lots."""


class CommandGroup(click.Group):
    """A group whose commands end with one line for a person where something went wrong."""

    def invoke(self, ctx: click.Context) -> Any:
        """What the command gives; a failure ends with status 1 and its text, not a traceback."""
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            raise _Failed(str(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read the output has gone; click ends quietly
                raise
            _log.debug("the system refused something", exc_info=True)
            raise _Failed(
                f"{error.filename or 'the output'}: {error.strerror}; "
                "see whether the disk is full, or name another file"
            ) from error


class _Failed(click.ClickException):
    def show(self, file: Any = None) -> None:
        """Prints the failure on one line to standard error."""
        click.echo(f"dragoman: {' '.join(self.message.split())}", err=True)


def _override(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
    """Puts the option's value, where it was given, in the place of the setting of its name."""
    if value is not None and isinstance(ctx.obj, Settings):
        given: dict[str, Any] = {str(parameter.name): value}
        ctx.obj = replace(ctx.obj, **given)


def _setting(*names: str, **details: Any) -> Callable[[Command], Command]:
    return click.option(*names, expose_value=False, callback=_override, **details)


store_option = _setting(
    "--store",
    metavar="PATH-OR-URL",
    help="Where the graph is kept (DRAGOMAN_STORE; default dragoman.store).",
)
pipeline_option = _setting(
    "--pipeline",
    metavar="NAME",
    help="A spaCy pipeline, by name or folder, in place of Dragoman's own (DRAGOMAN_PIPELINE).",
)
_llm_options = (
    _setting(
        "--llm",
        metavar="URL",
        help="Read with the language model at an OpenAI-compatible address (DRAGOMAN_LLM).",
    ),
    _setting(
        "--llm-model", metavar="NAME", help="Which model is asked there (DRAGOMAN_LLM_MODEL)."
    ),
)


def reader_options(command: Command) -> Command:
    """The options that say what reads: a pipeline, or a language model."""
    for option in (*reversed(_llm_options), pipeline_option):
        command = option(command)
    return command


host_option = _setting(
    "--host", metavar="HOST", help="The address to listen on (default 127.0.0.1)."
)
port_option = _setting(
    "--port", type=int, metavar="PORT", help="The port to listen on (default 8000; 0: any)."
)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=None,
    metavar="N",
    help=f"Processes that read (default: one a core, at most {MOST_JOBS}; small inputs take one).",
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


def jobs_or_default(jobs: int | None) -> int:
    """How many processes read, where nobody says: one for each core that we may use, up to four."""
    if jobs is not None:
        return jobs
    if hasattr(os, "sched_getaffinity"):
        return min(MOST_JOBS, len(os.sched_getaffinity(0)))
    return min(MOST_JOBS, os.cpu_count() or 1)


def outcomes(items: Iterable[Item], settings: Settings, jobs: int) -> Iterator[Outcome]:
    """What reading makes of the items, with the pipeline or language model of the settings.

    ``jobs`` is how many processes read, or how many questions a language model gets at a time.
    """
    opener = reader_opener(settings, jobs)
    if settings.llm is None:
        return read_in_parallel(items, opener, jobs, preload=("web.cli",))
    return read_all(items, opener(), together=_ASKED_TOGETHER * jobs)


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
