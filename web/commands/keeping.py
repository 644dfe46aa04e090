"""Commands that keep the graph safe: back it up while it is served, and bring it back."""

from pathlib import Path

import click

from graph import backups
from web.commands.articles import counted
from web.commands.options import store_option, writing
from web.commands.terminal import say
from web.settings import Settings

folder_argument = click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))


@click.command()
@folder_argument
@store_option
@click.pass_obj
def backup(settings: Settings, folder: Path) -> None:
    """Write the whole graph into a new folder, packed and with its checksum.

    While a server runs on the store, go through it: --store http://127.0.0.1:8000.
    """
    with writing(settings) as store:
        size = backups.backup(store, folder)
    say(f"Backed up {settings.store_name} into {folder} ({size:,} bytes).")


@click.command()
@folder_argument
@store_option
@click.pass_obj
def restore(settings: Settings, folder: Path) -> None:
    """Load a backup into a new store.

    The checksum is compared first; a store that holds something is left as it is.
    """
    with writing(settings, make=True) as store:
        articles = backups.restore(store, folder)
    say(f"Restored {counted(articles, 'article')} from {folder} into {settings.store_name}.")
