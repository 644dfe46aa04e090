"""Commands that bring graphs in as they are, and keep them safe: load, back up, restore."""

from pathlib import Path

import click

from graph import backups
from graph.errors import InputError
from graph.loading import Loaded
from graph.loading import load as load_file
from ingest.outcomes import Failure
from web.commands.options import store_option, writing
from web.commands.terminal import counted, progress, say, tell
from web.settings import Settings

folder_argument = click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))


@click.command()
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@store_option
@click.pass_obj
def load(settings: Settings, files: tuple[Path, ...]) -> None:
    """Load articles that were read elsewhere, as extract or export writes them.

    FILE is .nq, .trig or .jsonld, each also .gz, with a named graph for each article. An article
    that the store holds is replaced; the default graph is worked out anew.
    """
    done: list[Loaded] = []
    failures: list[Failure] = []
    with writing(settings, make=True) as store, progress(files, "Loading", len(files)) as watched:
        for file in watched:
            try:
                done.append(load_file(store, file))
            except InputError as error:
                where, _, reason = str(error).partition(": ")
                failures.append(Failure(where, reason))
    tell(failures)
    new, replaced = sum(one.new for one in done), sum(one.replaced for one in done)
    say(
        f"Loaded {counted(new, 'new article')} into {settings.store_name} "
        f"and replaced {counted(replaced, 'article')}."
    )
    if failures:
        raise click.exceptions.Exit(1)


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
