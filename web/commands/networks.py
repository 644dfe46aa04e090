"""Commands on the network of actors: who is central, how two actors are linked."""

import click
from rdflib import URIRef

from graph.analysis import path_between
from graph.errors import NotFoundError
from graph.index import index_of
from graph.naming import Namer, slug
from graph.standing import Rank, most_central, most_connected
from graph.store import GraphReader
from graph.texttable import table_lines
from web.commands.options import namer, reading, store_option
from web.commands.terminal import width
from web.settings import Settings

_CANDIDATES = 6


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
