"""Which day of an article is that of an event: what is looked at, and what is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pytest
from spacy.language import Language

from graph.model import Article
from ingest.dating.choosing import SURER, chosen, load_dating, redate
from ingest.dating.spots import timeline
from ingest.dating.traits import Question, Situation
from ingest.networks import Matrix
from ingest.ranking import Ranking, Traits
from ingest.reader import Reader
from ingest.told import Told
from tests.ingest.outline import DAY

PUBLISHED = DAY.isoformat()
TEXT = (
    "President Ann Lie of Norway visited Kenya on Monday.\n\n"
    "Kenya blamed Chile for the delay. In March 2019, Norway had signed a treaty with Chile."
)


FILLING = "It rained. The streets were empty. Nobody complained."


def told(reader: Reader, text: str) -> list[Told]:
    """What the rules find in a text."""
    ((article, ready, pairs),) = reader.parsed([Article(id="of a test", text=text, published=DAY)])
    return reader.settled(article, ready, pairs)[0]


def questions(reader: Reader, text: str) -> list[Question]:
    """What is asked of each event of a text."""
    return Situation(timeline(told(reader, text)), PUBLISHED).questions()


@dataclass(frozen=True, slots=True)
class Sure(Ranking):
    """Finds one of the days likeliest, so many times as likely as each other."""

    at: int = 0
    times: float = 99.0

    def chances(self, told: Traits) -> Matrix:
        """The chances of the days."""
        out: Matrix = np.ones(len(told.found), dtype=np.float32)
        out[self.at] = self.times
        return out


def test_none_the_days_of_the_rules_and_those_of_the_article_are_looked_at(reader: Reader) -> None:
    asked = questions(reader, TEXT)
    assert len(asked) > 1
    for question in asked:
        assert question.days[0] is None
        assert {PUBLISHED, "2020-05-18", "2019-03"} <= set(question.days)
        assert len(set(question.days)) == len(question.days)
        assert question.days[question.ruled] == question.happening.candidate.date


def test_what_is_told_of_each_day_has_the_shape_of_the_weights(reader: Reader) -> None:
    weights = load_dating().weights
    for question in questions(reader, TEXT):
        assert question.told.alone.shape == weights["alone"].shape[:1]
        assert question.told.found.shape == (len(question.days), weights["found"].shape[0])


def days(article: Sequence[Told]) -> list[str | None]:
    """The days of the events in the order of the text."""
    return [each.candidate.date for each in timeline(article).happenings]


def test_another_day_than_that_of_the_rules_must_be_far_likelier(reader: Reader) -> None:
    for question in questions(reader, TEXT):
        at = len(question.days) - 1
        assert chosen(question, Sure({}, at, SURER - 0.1)) == question.days[question.ruled]
        assert chosen(question, Sure({}, at, SURER + 0.1)) == question.days[at]


def test_the_papers_of_an_event_get_its_day(reader: Reader) -> None:
    article = told(reader, f"Norway and Chile signed the Treaty of Oslo in March 2019. {FILLING}")
    (signed,) = [h.candidate for h in timeline(article).happenings if h.candidate.documents]
    assert {paper.date for paper in signed.documents} == {"2019-03"}
    redate(article, PUBLISHED, Sure({}))
    assert signed.date is None
    assert {paper.date for paper in signed.documents} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Norway blames Kenya. Chile expels the ambassador of Peru. It rains. Nobody complains.",
        "Norway blamed Kenya on Monday. Chile expelled the ambassador of Peru on Tuesday.",
    ],
)
def test_short_items_and_chronicles_are_left_as_they_are(reader: Reader, text: str) -> None:
    article = told(reader, text)
    before = days(article)
    redate(article, PUBLISHED, Sure({}))
    assert days(article) == before
    assert None not in before


@pytest.fixture(scope="module")
def dating(nlp: Language) -> Reader:
    """A reader with the network that is shipped."""
    return Reader(nlp, dating=load_dating())


def test_the_network_that_is_shipped_keeps_plain_days(dating: Reader) -> None:
    article = Article(id="of a test", text=TEXT, published=DAY)
    read = {str(event.kind): event.date for event in dating.read(article).events}
    assert read["Visit"] == "2020-05-18"
    assert read["Signing"] == "2019-03"
