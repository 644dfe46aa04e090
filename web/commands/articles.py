"""Commands on articles: take them in, read them aloud, take them out."""

from collections import Counter
from collections.abc import Iterable, Iterator

import click
from rdflib import URIRef

from graph.formats import READINGS, format_named, write_readings
from graph.model import Reading
from graph.naming import Namer
from ingest.batch import Summary, keep
from ingest.outcomes import Failure, Outcome
from ingest.sources.walk import read_sources
from web.commands.options import (
    format_option,
    jobs_option,
    jobs_or_default,
    namer,
    outcomes,
    reader_options,
    store_option,
    writing,
)
from web.commands.terminal import output, progress, say, standard_input, tell, tell_dropped
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


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@store_option
@click.pass_obj
def remove(settings: Settings, articles: tuple[str, ...]) -> None:
    """Remove articles, by id or address, with all that only they say."""
    names = namer(settings)
    with writing(settings) as store:
        unknown = [a for a in articles if not store.remove(article_address(a, names))]
    for article in unknown:
        say(
            f"dragoman: {article}: no such article in {settings.store_name}; list them with: "
            "dragoman query 'SELECT ?id { ?a a dgm:Article ; dcterms:identifier ?id }'"
        )
    say(f"Removed {counted(len(articles) - len(unknown), 'article')} from {settings.store_name}.")
    if unknown:
        raise click.exceptions.Exit(1)


def article_address(article: str, names: Namer) -> URIRef:
    """The address of an article that a person names by its id or its address."""
    if article.startswith(f"{names.base}article/"):
        return URIRef(article)
    return names.article(article)


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


def counted(number: int, noun: str) -> str:
    """The number with its noun.

    >>> counted(1, "event"), counted(2000, "event")
    ('1 event', '2,000 events')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
