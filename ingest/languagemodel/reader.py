"""Reads articles with a language model: asks it, and keeps what the article bears out."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Protocol

from spacy.tokens import Doc

from graph.errors import EndpointError
from graph.model import Article, Reading
from ingest.authority import load_authority
from ingest.gazetteer import load_gazetteer
from ingest.languagemodel.answers import read_answer
from ingest.languagemodel.endpoint import Connection, Endpoint
from ingest.languagemodel.grounding import Grounding, Loss, states_by_name
from ingest.languagemodel.identities import Identities
from ingest.languagemodel.pieces import LONGEST, pieces
from ingest.languagemodel.prompt import load_instructions, question
from ingest.outcomes import Failure
from ingest.preparing import Prepared, day_of
from ingest.reader import Reader

_TOGETHER = 64
"""Articles whose questions may be under way or waiting at a time."""


class Model(Protocol):
    """What answers questions; `ingest.languagemodel.endpoint.Connection` is one."""

    def answer(self, instructions: str, asked: str) -> str:
        """What the model says; raises `graph.errors.EndpointError` where it says nothing."""


class LanguageModelReader:
    """Reads events out of articles by asking a language model; who is who, the tables say.

    ``at_once`` is how many questions may be under way, ``longest`` how many characters of an
    article one question may hold.
    """

    def __init__(
        self, rules: Reader, model: Model, at_once: int = 1, longest: int = LONGEST
    ) -> None:
        self._rules, self._model, self._at_once, self._longest = rules, model, at_once, longest
        self._instructions = load_instructions()
        self._gazetteer = load_gazetteer()
        self._countries = states_by_name(load_authority())

    def read(self, article: Article) -> Reading:
        """The events that one article reports; raises `EndpointError` where the model fails."""
        outcome = next(self.read_many([article]))
        if isinstance(outcome, Failure):
            raise EndpointError(outcome.reason)
        return outcome

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading | Failure]:
        """The events of each article, in their order; a `Failure` where the model fails."""
        source = iter(articles)
        pool = ThreadPoolExecutor(self._at_once, "language-model")
        try:
            while batch := list(islice(source, _TOGETHER)):
                parsed = [(article, pairs) for article, _, pairs in self._rules.parsed(batch)]
                asked = [
                    [pool.submit(self._answer, q) for q in self._questions(*p)] for p in parsed
                ]
                for (article, pairs), answers in zip(parsed, asked, strict=True):
                    yield self._outcome(article, pairs, answers)
        finally:
            pool.shutdown(cancel_futures=True)

    def _questions(self, article: Article, pairs: list[tuple[Prepared, Doc]]) -> list[str]:
        texts = pieces((p.paragraph.text for p, _ in pairs), self._longest)
        return [question(text, article.title, day_of(article)) for text in texts]

    def _answer(self, asked: str) -> str:
        return self._model.answer(self._instructions, asked)

    def _outcome(
        self, article: Article, pairs: list[tuple[Prepared, Doc]], answers: list[Future[str]]
    ) -> Reading | Failure:
        day = day_of(article)
        grounding = Grounding(
            article=article,
            published=day.isoformat() if day else None,
            parsed=pairs,
            identities=Identities([p for p, _ in pairs], day, self._rules.preparer.alone),
            gazetteer=self._gazetteer,
            countries=self._countries,
        )
        try:
            told = [read_answer(answer.result()) for answer in answers]
        except EndpointError as error:
            for answer in answers:
                answer.cancel()
            return Failure(article.id, str(error))
        malformed = sum(number for _, number in told)
        events = grounding.events([event for good, _ in told for event in good])
        dropped = (*grounding.losses, *[Loss.FORM] * malformed)
        return Reading(article=article, events=events, dropped=dropped)


def open_reader(
    endpoint: Endpoint, pipeline: str | None = None, at_once: int = 1
) -> LanguageModelReader:
    """A reader that asks the endpoint; the pipeline finds the sentences.

    Raises `graph.errors.SettingError` where the package that asks is not installed.
    """
    connection = Connection.open(endpoint)
    return LanguageModelReader(Reader.open(pipeline), connection, at_once)
