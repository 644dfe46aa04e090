"""The stage: which day of the article is that of each event, weighed against what the rules say."""

import functools
from collections.abc import Sequence
from dataclasses import replace

from ingest.dating.spots import timeline
from ingest.dating.traits import Question, Situation
from ingest.narration import is_brief
from ingest.networks import opened, weights_in
from ingest.ranking import Ranking
from ingest.told import REPORT, Told

FOLDER = "dating"
SURER = 1.5
"""How many times as likely as the day of the rules another must be."""


def redate(article: Sequence[Told], published: str | None, dating: Ranking) -> None:
    """Gives each event the likeliest day of the article, where that is likelier than its own.

    Short items, and chronicles in the present tense, are left as they are: they tell of the day on
    which they appear.
    """
    filed = any(told.filed is not None and told.filed.end for told in article)
    short = sum(len(told.tree.sentences) for told in article) < REPORT
    if short or is_brief([told.tree for told in article], filed=filed):
        return
    for question in Situation(timeline(article), published).questions():
        candidate, day = question.happening.candidate, chosen(question, dating)
        candidate.documents = [
            replace(paper, date=day) if paper.date == candidate.date else paper
            for paper in candidate.documents
        ]
        candidate.date = day


def chosen(question: Question, dating: Ranking) -> str | None:
    """The day of an event; None where the article gives none."""
    chances = dating.chances(question.told)
    at, ruled = int(chances.argmax()), question.ruled
    return question.days[at if chances[at] > SURER * chances[ruled] else ruled]


@functools.cache
def load_dating() -> Ranking:
    """The network that is shipped; raises `KnowledgeError` where its file cannot be used."""
    with opened(FOLDER) as folder:
        return Ranking(weights_in(folder))
