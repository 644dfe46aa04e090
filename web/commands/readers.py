"""What the commands that read articles take: what reads them, and how many processes."""

import os
from collections.abc import Iterable, Iterator

import click

from ingest.outcomes import Item, Outcome
from ingest.workers import read_all, read_in_parallel
from web.commands.options import Command, setting
from web.readers import reader_opener
from web.settings import Settings

MOST_JOBS = 4
_ASKED_TOGETHER = 4
"""Articles for each question under way: what is read comes out in such lots."""
pipeline_option = setting(
    "--pipeline",
    metavar="NAME",
    help="A spaCy pipeline, by name or folder, in place of Dragoman's own (DRAGOMAN_PIPELINE).",
)
_llm_options = (
    setting(
        "--llm",
        metavar="URL",
        help="Read with the language model at an OpenAI-compatible address (DRAGOMAN_LLM).",
    ),
    setting("--llm-model", metavar="NAME", help="Which model is asked there (DRAGOMAN_LLM_MODEL)."),
)


def reader_options(command: Command) -> Command:
    """The options that say what reads: a pipeline, or a language model."""
    for option in (*reversed(_llm_options), pipeline_option):
        command = option(command)
    return command


jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=None,
    metavar="N",
    help=f"Processes that read (default: one a core, at most {MOST_JOBS}; small inputs take one).",
)


def jobs_or_default(jobs: int | None) -> int:
    """How many processes read, where nobody says: one for each core that we may use, up to four."""
    if jobs is not None:
        return jobs
    if hasattr(os, "sched_getaffinity"):
        return min(MOST_JOBS, len(os.sched_getaffinity(0)))
    return min(MOST_JOBS, os.cpu_count() or 1)


def outcomes(items: Iterable[Item], settings: Settings, jobs: int) -> Iterator[Outcome]:
    """What reading makes of the items, with the pipeline or language model of the settings.

    ``jobs`` is how many processes read, or how many questions a language model gets at a time.
    """
    opener = reader_opener(settings, jobs)
    if settings.llm is None:
        return read_in_parallel(items, opener, jobs, preload=("web.commands.articles",))
    return read_all(items, opener(), together=_ASKED_TOGETHER * jobs)
