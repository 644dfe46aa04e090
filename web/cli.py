"""The command ``dragoman``: reads the settings, wires everything, and hands over to one command."""

import os
from dataclasses import replace

import click

from web.commands.group import CommandGroup, Listed
from web.logs import configure
from web.settings import Settings

COMMANDS = (
    Listed("ingest", "web.commands.articles", "Read articles and keep what they say."),
    Listed(
        "extract",
        "web.commands.articles",
        "Read articles and print what they say; nothing is stored.",
    ),
    Listed("query", "web.commands.questions", "Ask in SPARQL."),
    Listed("export", "web.commands.graphs", "Write the graph, or what one article says."),
    Listed(
        "remove",
        "web.commands.graphs",
        "Remove articles, by id or address, with all that only they say.",
    ),
    Listed("stats", "web.commands.questions", "Count what the graph holds."),
    Listed(
        "check",
        "web.commands.graphs",
        "Check the graph: its shapes, its quotes, and the union that the merged graph must be.",
    ),
    Listed(
        "path",
        "web.commands.networks",
        "Show the shortest chain of events from one actor to another.",
    ),
    Listed(
        "central",
        "web.commands.networks",
        "List the actors with most counterparts, or those that stand between others.",
    ),
    Listed(
        "rebuild",
        "web.commands.graphs",
        "Compute the merged graph again from the article graphs, and the index from that.",
    ),
    Listed("evaluate", "web.commands.evaluation", "Measure how well articles are read."),
    Listed(
        "serve",
        "web.commands.serving",
        "Serve the pages and the SPARQL endpoint, until Ctrl-C or SIGTERM.",
    ),
    Listed(
        "demo",
        "web.commands.serving",
        "Read the sample articles, unless they are there already, and serve the site.",
    ),
    Listed(
        "load",
        "web.commands.keeping",
        "Load articles that were read elsewhere, as extract or export writes them.",
    ),
    Listed(
        "backup",
        "web.commands.keeping",
        "Write the whole graph into a new folder, packed and with its checksum.",
    ),
    Listed("restore", "web.commands.keeping", "Load a backup into a new store."),
)
"""All commands, in the order in which they are listed."""


@click.group(
    cls=CommandGroup, listed=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option(
    "--store",
    metavar="PATH-OR-URL",
    help="Where the graph is kept (DRAGOMAN_STORE; default dragoman.store).",
)
@click.option("-v", "--verbose", count=True, help="Log more; twice logs everything.")
@click.version_option(package_name="dragoman")
@click.pass_context
def main(ctx: click.Context, store: str | None, verbose: int) -> None:
    """Dragoman reads diplomatic news and speaks RDF."""
    settings = Settings.read(os.environ)
    if store is not None:
        settings = replace(settings, store=store)
    configure(settings, verbose)
    ctx.obj = settings


if __name__ == "__main__":
    main()
