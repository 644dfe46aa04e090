"""Commands that ask: SPARQL, counts, who is central, how two actors are linked."""

from pathlib import Path

import click
from rdflib import URIRef

from graph.analysis import path_between
from graph.answers import write_answer
from graph.errors import InputError, NotFoundError
from graph.formats import ANSWERS, format_named
from graph.index import index_of
from graph.naming import Namer, slug
from graph.standing import Rank, most_central, most_connected
from graph.statistics import Count, Statistics
from graph.store import GraphReader
from graph.texttable import table_lines
from ingest.sources.walk import shown
from web.commands.options import format_option, namer, reading, store_option
from web.commands.terminal import output, standard_input, width
from web.settings import Settings

_MOST_QUERY_BYTES = 1024 * 1024
_CANDIDATES = 6


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


@click.command()
@click.option(
    "--by", type=click.Choice(["links", "betweenness"]), default="links", show_default=True
)
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True)
@store_option
@click.pass_obj
def central(settings: Settings, by: str, limit: int) -> None:
    """List the actors with most counterparts, or those that stand between others."""
    with reading(settings) as store:
        ranks = (most_central if by == "betweenness" else most_connected)(
            store, index_of(store).contacts(), limit
        )
    for line in table_lines(("actor", "counterparts", "events", by), _rank_rows(ranks), width()):
        click.echo(line)


def _rank_rows(ranks: tuple[Rank, ...]) -> list[tuple[str, str, str, str]]:
    return [(r.label, f"{r.counterparts}", f"{r.events}", f"{r.score:g}") for r in ranks]


@click.command()
@click.argument("start", metavar="ACTOR")
@click.argument("end", metavar="ACTOR")
@store_option
@click.pass_obj
def path(settings: Settings, start: str, end: str) -> None:
    """Show the shortest chain of events from one actor to another.

    ACTOR is a name, a key (country/TUR) or an address.
    """
    with reading(settings) as store:
        names = namer(settings)
        ends = [find_actor(store, names, words) for words in (start, end)]
        steps = path_between(store, ends[0], ends[1])
    if not steps:
        click.echo("Both are the same actor.")
    for step in steps:
        click.echo(f"{step.start_label} – {step.end_label}")
        for event in step.events:
            click.echo(f"  {event.label}")


def find_actor(store: GraphReader, names: Namer, words: str) -> URIRef:
    """The address of the actor that a person names; raises `NotFoundError` where it is unclear."""
    if words.startswith(("http://", "https://")):
        return URIRef(words)
    if "/" in words and not words.isspace() and " " not in words:
        return URIRef(names.base + words)
    hits = index_of(store).search(words, ("actor",), _CANDIDATES)
    exact = [hit for hit in hits if slug(words) in (slug(hit.label), slug(hit.excerpt))]
    chosen = exact or hits
    if len(chosen) == 1:
        return chosen[0].address
    if not chosen:
        raise NotFoundError(f"{words}: no actor of this name; look for one with: dragoman central")
    choice = ", ".join(f"{hit.label} ({hit.address.removeprefix(names.base)})" for hit in chosen)
    raise NotFoundError(f"{words}: several actors have this name; write the key of one: {choice}")
