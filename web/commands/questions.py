"""Commands that ask: SPARQL, counts."""

from pathlib import Path

import click

from graph.answers import write_answer
from graph.errors import InputError
from graph.formats import ANSWERS, format_named
from graph.index import index_of
from graph.statistics import Count, Statistics
from ingest.sources.filenames import shown
from web.commands.options import format_option, reading, store_option
from web.commands.terminal import output, standard_input, width
from web.settings import Settings

_MOST_QUERY_BYTES = 1024 * 1024


@click.command()
@click.argument("query", metavar="QUERY")
@format_option(ANSWERS, "table")
@click.option("-o", "--output", "path", metavar="FILE", help="Write to a file.")
@store_option
@click.pass_obj
def query(settings: Settings, query: str, format_name: str, path: str | None) -> None:
    """Ask in SPARQL.

    QUERY is the query itself, a file that ends in .rq or .sparql, or - for standard input. The
    usual prefixes (dgm, skos, dcterms, xsd …) need no declaration.
    """
    text = _query_text(query)
    with reading(settings) as store, output(path) as stream:
        write_answer(store, text, format_named(format_name, ANSWERS), stream, width())


def _query_text(query: str) -> str:
    """The text of the query that a person gives as such, as a file, or as ``-``."""
    where = shown(query)
    try:
        if query == "-":
            data = standard_input().read(_MOST_QUERY_BYTES)
        elif query.endswith((".rq", ".sparql")) and "{" not in query:
            data = Path(query).read_bytes()
        else:
            return query
        return data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{where}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: is not UTF-8 (byte {error.start}); save it as UTF-8") from error


@click.command()
@store_option
@click.pass_obj
def stats(settings: Settings) -> None:
    """Count what the graph holds."""
    with reading(settings) as store:
        found = index_of(store).statistics()
    for line in _stats_lines(found):
        click.echo(line)


def _stats_lines(found: Statistics) -> list[str]:
    totals = [
        (name, f"{getattr(found, name):,}")
        for name in ("articles", "events", "actors", "documents", "places", "quotes", "statements")
    ]
    if found.first_date:
        totals.append(("dated", f"{found.first_date} to {found.last_date}"))
    lines = [f"{name:12}{value}" for name, value in totals]
    groups: tuple[tuple[str, tuple[Count, ...]], ...] = (
        ("events by class", found.events_by_class),
        ("events by status", found.events_by_status),
        ("actors by class", found.actors_by_class),
        ("documents by class", found.documents_by_class),
    )
    for heading, counts in groups:
        if counts:
            lines += ["", heading]
            lines += [f"  {count.name:32}{count.number:>10,}" for count in counts]
    return lines
