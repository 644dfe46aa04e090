"""Commands that read articles: take them in, or read them aloud."""

from collections import Counter
from collections.abc import Iterable, Iterator

import click

from graph.exports import write_readings
from graph.formats import READINGS, format_named
from graph.model import Reading
from ingest.batch import Summary, keep
from ingest.outcomes import Failure, Outcome
from ingest.sources.walk import read_sources
from web.commands.options import (
    format_option,
    namer,
    store_option,
    writing,
)
from web.commands.readers import jobs_option, jobs_or_default, outcomes, reader_options
from web.commands.terminal import (
    counted,
    output,
    progress,
    say,
    standard_input,
    tell,
    tell_dropped,
)
from web.settings import Settings

sources_argument = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")


min_confidence_option = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="P",
    help="Leave out events of which the reader is less sure (0 to 1).",
)


@click.command()
@sources_argument
@store_option
@reader_options
@jobs_option
@min_confidence_option
@click.pass_obj
def ingest(
    settings: Settings, sources: tuple[str, ...], jobs: int | None, min_confidence: float
) -> None:
    """Read articles and keep what they say.

    SOURCE is a file (.txt, .html, .jsonl, each also .gz), a folder, an http(s) address, or - for
    standard input. An article that was read before is replaced.
    """
    with writing(settings, make=True) as store:
        items = read_sources(sources, stdin=standard_input())
        read = sure(outcomes(items, settings, jobs_or_default(jobs)), min_confidence)
        with progress(read, "Reading") as watched:
            summary = keep(watched, store, namer(settings))
    tell(summary.notices)
    tell(summary.failures)
    tell_dropped(summary.dropped)
    say(summed_up(summary, settings.store_name))
    if summary.failures:
        raise click.exceptions.Exit(1)


@click.command()
@sources_argument
@format_option(READINGS, "table")
@reader_options
@click.option("--jobs", type=click.IntRange(1, 64), default=1, metavar="N", help="Processes.")
@click.option("-o", "--output", "path", metavar="FILE", help="Write to a file.")
@min_confidence_option
@click.pass_obj
def extract(
    settings: Settings,
    sources: tuple[str, ...],
    format_name: str,
    jobs: int,
    path: str | None,
    min_confidence: float,
) -> None:
    """Read articles and print what they say; nothing is stored.

    SOURCE is as for ingest. Each article is one named graph, in the order of the input.
    """
    items = read_sources(sources, stdin=standard_input())
    failures: list[Failure] = []
    dropped: Counter[str] = Counter()
    with output(path) as stream:
        write_readings(
            _readings(sure(outcomes(items, settings, jobs), min_confidence), failures, dropped),
            namer(settings),
            format_named(format_name, READINGS),
            stream,
        )
    tell_dropped(dropped)
    if failures:
        raise click.exceptions.Exit(1)


def sure(read: Iterable[Outcome], confidence: float) -> Iterator[Outcome]:
    """The outcomes, their readings without the events below the confidence."""
    for outcome in read:
        yield outcome.at_least(confidence) if isinstance(outcome, Reading) else outcome


def _readings(
    read: Iterable[Outcome], failures: list[Failure], dropped: Counter[str]
) -> Iterator[Reading]:
    """The readings among the outcomes; the rest is told as it comes."""
    for outcome in read:
        if isinstance(outcome, Reading):
            dropped.update(outcome.dropped)
            yield outcome
        else:
            tell([outcome])
            if isinstance(outcome, Failure):
                failures.append(outcome)


def summed_up(summary: Summary, store: str) -> str:
    """One line that says what became of a batch."""
    done = (
        f"Read {counted(summary.articles, 'article')} with {counted(summary.events, 'event')} "
        f"into {store} in {summary.seconds:.1f} s"
    )
    if summary.seconds > 1:
        done += f" ({summary.articles / summary.seconds:,.0f} a second)"
    failed = f"; {counted(len(summary.failures), 'failure')}" if summary.failures else ""
    return f"{done}{failed}."
