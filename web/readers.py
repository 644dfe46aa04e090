"""Chooses what reads articles, by the settings: the rules, or a language model that is named."""

from collections.abc import Callable
from functools import partial

from graph.errors import SettingError
from ingest.reader import Reader
from ingest.workers import ArticleReader
from web.settings import Settings


def reader_opener(settings: Settings, at_once: int = 1) -> Callable[[], ArticleReader]:
    """What opens the reader of the settings; ``at_once`` is how many questions may be under way.

    Raises `SettingError` where a language model is named by half.
    """
    if settings.llm is None:
        return partial(Reader.open, settings.pipeline)
    if settings.llm_model is None:
        raise SettingError(
            f"{settings.llm}: no model is named; name one that runs there with --llm-model or "
            "DRAGOMAN_LLM_MODEL"
        )
    # Whoever names no language model need not have what asking one takes.
    from ingest.languagemodel.endpoint import Endpoint
    from ingest.languagemodel.reader import open_reader

    endpoint = Endpoint(
        url=settings.llm,
        model=settings.llm_model,
        key=settings.llm_key,
        seconds=settings.llm_seconds,
    )
    return partial(open_reader, endpoint, settings.pipeline, at_once)
