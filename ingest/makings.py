"""When and where a joint statement was made: by its title, or by the formula at its end."""

import datetime
import re
from collections.abc import Iterator, Sequence

from graph.model import Article, EventClass, Place, Status
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.dates import find_dates
from ingest.gazetteer import Gazetteer
from ingest.headings import encounter
from ingest.roles import SPOKEN
from ingest.told import Told

_DONE = re.compile(
    r"(?:^|[\n.;)]\s*)(?:Adopted|Concluded|Done|Executed|Given|Issued|Made|Signed)"
    r"(?: and (?:sealed|signed))?,? (?:at|in) (?=[A-ZÀ-Ž])"
)
"""How a document ends: "Done at Lima, 5 May 2019"."""
_HELD = re.compile(
    r"\b(?:assembled|convened|gathered|held|meeting|met|summit|visit)\b[^.\n]{0,40}?"
    r"\b(?:at|in|to) (?=[A-ZÀ-Ž])"
)
_ENDING = re.compile(r"[(|,–—-]\s*(?=[A-ZÀ-Ž][^()\n,]{2,30},? )")
"""Before the town at the end of a title: "Communiqué of the summit (Lima, 5 May 2019)"."""
_NAME = re.compile(r"[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+){0,2}")
_REACH = 120
_OPENING = 900
"""Characters within which a statement says on what occasion it was made."""


def made_on(title: str, text: str, published: str | None) -> str | None:
    """The day on which a joint statement was made; when it was published where none is told."""
    known = datetime.date.fromisoformat(published) if published else None
    endings = [text[m.end() : m.end() + _REACH].split("\n", 1)[0] for m in _DONE.finditer(text)]
    for line in (*endings[-1:], title):
        full = (d for d in find_dates(line, known, dateline=False) if not d.relative)
        day = next((d.value for d in full if d.precision == "day" and not d.bound), None)
        if day is not None and (published is None or day <= published):
            return day
    return published


def made_at(title: str, text: str, gazetteer: Gazetteer) -> Place | None:
    """The town in which a joint statement was made; None where it is not told."""
    for head, pattern in (
        (text, _DONE), (title, _ENDING), (title, _HELD), (text[:_OPENING], _HELD),
    ):  # fmt: skip
        for town in _towns(head, pattern, gazetteer):
            return town
    return None


def visited(told: Sequence[Candidate], statement: Candidate) -> Place | None:
    """Where those were together who made a statement: on the first visit between them told."""
    makers = {side(actor) for actor in statement.everybody()}
    for visit in told:
        between = {side(actor) for actor in visit.everybody()} == makers and len(makers) > 1
        if visit.kind is EventClass.VISIT and visit.status is Status.HAPPENED and between:
            return visit.place
    return None


def headed(
    told: Sequence[Told], article: Article, published: str | None, gazetteer: Gazetteer
) -> None:
    """Gives the talks of which a heading says that words followed them their day and their town."""
    at = article.text.find(article.title) if encounter(article.title) is not None else -1
    for candidate in (c for each in told for c in each.candidates) if at >= 0 else ():
        if candidate.kind not in SPOKEN or not at <= candidate.start < at + len(article.title):
            continue
        made = made_on(article.title, article.text, published)
        candidate.date = candidate.date or made
        if candidate.kind is EventClass.MEETING:
            candidate.place = candidate.place or made_at(article.title, article.text, gazetteer)


def _towns(text: str, pattern: re.Pattern[str], gazetteer: Gazetteer) -> Iterator[Place]:
    """The towns right behind the words of a pattern."""
    for match in pattern.finditer(text):
        name = _NAME.match(text, match.end())
        words = name[0].split() if name is not None else []
        for length in range(len(words), 0, -1):
            town = gazetteer.find(" ".join(words[:length]))
            if town is not None and gazetteer.is_town(town):
                yield town
                break
