"""What was some days before what the text tells: "The expulsion came a day after X left"."""

import datetime
from collections.abc import Iterator, Sequence

from graph.model import Status
from ingest.candidates import Candidate
from ingest.circumstances import marked
from ingest.newsdays import days_in, named_day
from ingest.occasions import clause
from ingest.syntax import PRESENT
from ingest.tokens import Span, Token
from ingest.told import Told
from ingest.tree import Tree

_CLAUSES = frozenset({"advcl", "ccomp", "parataxis"})
"""Clauses behind "a day after", as the parse has them."""
REMARKS = frozenset({"come", "follow", "happen", "occur"})
_SAME_DAY = frozenset({"hours", "minutes"})
_AFTER = frozenset({"after", "before"})
_DAY = len("2024-11-14")
_LATELY = 10
"""Days before its publication on which the news of a text may be."""


def count_back(article: Sequence[Told], published: str | None) -> None:
    """Gives what came some days before an act told last the day that is counted back from it.

    What is no more than hours apart was on the same day. An act without a day is that of the news
    where it is remarked on in the present tense: "This comes a week after …".
    """
    latest: str | None = None
    for told in article:
        for sentence in told.tree.sentences:
            here = [c for c in told.candidates if c.stands_in(sentence)]
            news = latest or (published if _remarked(sentence, told.tree) else None)
            if news is not None:
                for days, candidate in _counted(sentence, told, here):
                    day = datetime.date.fromisoformat(news) - datetime.timedelta(days=days)
                    candidate.date = candidate.date or day.isoformat()
            latest = _day(sentence, told, here, published) or latest


def _counted(
    sentence: Span, told: Told, here: Sequence[Candidate]
) -> Iterator[tuple[int, Candidate]]:
    """What the sentence counts back to, and over how many days."""
    dates = [(token, unit.date) for token, unit in marked(told.tree, sentence) if unit.date]
    if not here or any(date.value for _, date in dates):
        return
    counts = [(t, d.days_before) for t, d in dates if d.days_before is not None]
    counts.extend((token, 0) for token in sentence if token.lower_ in _SAME_DAY)
    for token, days in counts[:1]:
        for candidate in here:
            verb = clause(told.tree.doc[candidate.trigger])
            if candidate.status is Status.HAPPENED and _behind(token, verb, days, told.tree):
                yield days, candidate


def _behind(token: Token, verb: Token, days: int, tree: Tree) -> bool:
    """Whether a clause is what "a day after" counts from, or is told hours from another act."""
    blame = verb.dep_ == "advcl" and verb.tag_ == "VBG"  # "after X left, accusing Y"
    at = verb.head if blame else verb
    while at.dep_ not in _CLAUSES and at.head != at:
        at = at.head
    led = at.head != at and token.i < at.i and token.head in {at, at.head}
    if days or not led:
        return led and tree.lemma(token.sent.root) in REMARKS
    return any(child.lower_ in _AFTER for child in at.children)


def _remarked(sentence: Span, tree: Tree) -> bool:
    """Whether a sentence remarks in the present on the news: "The step comes after …"."""
    root = sentence.root
    now = tree.unit(root).present or root.tag_ in PRESENT
    return now and tree.lemma(root) in REMARKS


def _day(
    sentence: Span, told: Told, here: Sequence[Candidate], published: str | None
) -> str | None:
    """The day of late of what a sentence tells; None where it tells none."""
    days = named_day(list(days_in(sentence, told.tree)), sentence.root, published)
    acts = (
        c.date
        for c in here
        if c.status is Status.HAPPENED
        and c.date
        and clause(told.tree.doc[c.trigger]).dep_ == "ROOT"
    )
    return days or next((day for day in acts if _recent(day, published)), None)


def _recent(day: str, published: str | None) -> bool:
    """Whether something was on a day of the weeks before the text appeared."""
    if len(day) < _DAY or published is None:
        return len(day) == _DAY
    ago = datetime.date.fromisoformat(published) - datetime.date.fromisoformat(day)
    return 0 <= ago.days <= _LATELY
