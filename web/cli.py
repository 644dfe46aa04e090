"""The command ``dragoman``: reads the settings, wires everything, and hands over to one command."""

import os
from dataclasses import replace

import click

from web.commands.articles import extract, ingest, remove
from web.commands.evaluation import evaluate_command
from web.commands.graphs import check_command, export_command, rebuild
from web.commands.keeping import backup, load, restore
from web.commands.options import CommandGroup
from web.commands.questions import central, path, query, stats
from web.commands.serving import demo, serve
from web.logs import configure
from web.settings import Settings


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
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


COMMANDS = (
    *(ingest, extract, query, export_command, remove, stats, check_command),
    *(path, central, rebuild, evaluate_command, serve, demo),
    *(load, backup, restore),
)
for _command in COMMANDS:
    main.add_command(_command)


if __name__ == "__main__":
    main()
