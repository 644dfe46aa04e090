"""The command that measures a reader against hand-made annotation."""

from collections import Counter
from importlib.resources import files

import click

from graph.errors import InputError
from graph.model import Reading
from ingest.evaluation import evaluate
from ingest.gold import read_gold
from ingest.outcomes import Failure
from ingest.scoresheet import miss_lines, scoresheet
from ingest.sources.walk import read_sources
from web.commands.readers import outcomes, reader_options
from web.commands.terminal import progress, say, standard_input, tell, tell_dropped
from web.settings import Settings

OWN = ("texts.jsonl", "articles.jsonl")


@click.command("evaluate")
@click.argument("gold", nargs=-1, metavar="[GOLD.jsonl]...")
@reader_options
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Leave out events that the reader is less sure of.",
)
@click.option("--misses", is_flag=True, help="List what was missed and what is too much.")
@click.option("--format", "form", type=click.Choice(["table", "markdown"]), default="table")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, metavar="N", help="Processes.")
@click.pass_obj
def evaluate_command(
    settings: Settings,
    gold: tuple[str, ...],
    min_confidence: float,
    misses: bool,
    form: str,
    jobs: int,
) -> None:
    """Measure how well articles are read.

    GOLD holds articles with the events that should be read out of them, one a line, as
    data/gold/README.md says; without one, Dragoman's own test set is taken.
    """
    paths = gold or tuple(str(files("data") / "gold" / name) for name in OWN)
    wanted = read_gold(paths)
    with progress(
        outcomes(read_sources(paths, stdin=standard_input()), settings, jobs), "Reading"
    ) as read:
        results = list(read)
    tell(result for result in results if not isinstance(result, Reading))
    failed = any(isinstance(result, Failure) for result in results)
    if failed and settings.llm is None:
        raise InputError("some articles could not be read; mend them, the figures would be wrong")
    readings = [result for result in results if isinstance(result, Reading)]
    tell_dropped(Counter(reason for reading in readings for reason in reading.dropped))
    evaluation = evaluate(wanted, readings, min_confidence)
    if misses:
        for line in miss_lines(evaluation.misses):
            say(line)
    click.echo(scoresheet(evaluation, markdown=form == "markdown"), nl=False)
    if failed:  # what a language model fails on counts as read without events
        raise click.exceptions.Exit(1)
