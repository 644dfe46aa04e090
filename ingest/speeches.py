"""The day on which somebody went on speaking: "X said on Monday that … He also accused Y"."""

import datetime
import re
from collections.abc import Iterator, Sequence

from graph.model import Actor, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.circumstances import marked
from ingest.dates import find_dates
from ingest.newsdays import NEWS_KINDS, days_in, named_day, told_once
from ingest.occasions import in_history
from ingest.roles import STATEMENTS
from ingest.syntax import PRESENT
from ingest.tokens import Span, Token
from ingest.told import Told
from ingest.tree import Tree

_RELEASED = re.compile(
    r"(?:[^:\n]{2,40}: )?(?:[A-Z][\w’'&-]*\.? ){0,5}?(?i:(?:joint )?(?:press )?"
    r"(?:communiqu[eé]|declaration|readout|release|remarks|statement))"
    r"(?= (?:attributable|between|by|following|from|of|on|with)\b| ?[-–—:(]|$)"
)
"""The title of what an office has to say: "Joint Statement on …", "Readout of …"."""
_MAIN = frozenset({"ROOT", "conj", "ccomp"})
_SAYING = frozenset({"add", "say", "tell"})
_MEASURES = frozenset({EventClass.AID, EventClass.SANCTION})
_GLAD = frozenset({"able", "delighted", "glad", "happy", "honored", "honoured", "pleased", "proud"})
_LATELY = 10
"""Within how many days a text may tell the news of another day than its own."""
_ON = 2
"""How many sentences behind its day a speech goes on."""


def went_on(article: Sequence[Told]) -> None:
    """Gives what somebody said next the day on which the sentences before say that they spoke.

    So with the words right before: "X condemned Y. … , X said in Lima on Monday."
    """
    number, said = 0, -_ON - 1
    speakers: frozenset[Actor] = frozenset()
    day = ""
    latest: list[Candidate] = []
    for told in article:
        for sentence in told.tree.sentences:
            number += 1
            dated = [unit for _, unit in marked(told.tree, sentence) if unit.date is not None]
            for candidate in told.candidates if not dated and number - said <= _ON else ():
                verb = told.tree.doc[candidate.trigger]
                words = candidate.kind in STATEMENTS and candidate.status is Status.HAPPENED
                if verb.sent != sentence or not words or not _past(verb, told.tree):
                    continue
                if speakers & set(candidate.of(Role.SOURCE)):
                    candidate.date = candidate.date or day
            for speaking, when in _spoke(sentence, told.tree):
                said, speakers, day = number, frozenset(speaking), when
                quoted = told.tree.lemma(sentence.root) in _SAYING
                for candidate in latest if quoted else ():
                    if speakers & set(candidate.of(Role.SOURCE)):
                        candidate.date = candidate.date or day
            latest = [] if dated else _words(told, sentence)


def _words(told: Told, sentence: Span) -> list[Candidate]:
    """What was said in a sentence, and not told of long ago."""
    here = (c for c in told.candidates if told.tree.doc[c.trigger].sent == sentence)
    return [
        c
        for c in here
        if c.kind in STATEMENTS
        and c.status is Status.HAPPENED
        and _past(told.tree.doc[c.trigger], told.tree)
    ]


def released(
    article: Sequence[Told],
    title: str,
    published: str | None,
    stated: datetime.date | None = None,
) -> None:
    """Gives the words that a statement or a readout tells the day on which it came out.

    What the first sentence behind "LIMA, 5 May" tells without a day was on the day of that line.
    ``stated`` is the day that the text itself states: see `_of_its_day`.
    """
    if published is None:
        return
    if stated is not None:
        _of_its_day(article, stated, None)
    lead = _day_of_lead(article, published)
    if lead is not None:
        _of_its_day(article, *lead)
    _filed(article[0] if article else None, datetime.date.fromisoformat(published))
    if not is_release(title):
        return
    for told in article:
        for candidate in told.candidates:
            verb = told.tree.doc[candidate.trigger]
            words = candidate.kind in STATEMENTS and candidate.status is Status.HAPPENED
            if words and _past(verb, told.tree) and not in_history(verb.sent, told.tree):
                candidate.date = candidate.date or published
            if candidate.kind in _MEASURES and _announced(verb, told.tree):
                candidate.status, candidate.date = Status.HAPPENED, candidate.date or published


def _announced(act: Token, tree: Tree) -> bool:
    """Whether who speaks announces it there and then: "we are pleased to announce $5 million"."""
    at = act
    while tree.lemma(at) != "announce" and at.head != at:
        at = at.head
    glad = at.head if at.dep_ == "xcomp" and tree.lemma(at.head) in _GLAD else at
    now = any(c.dep_ in {"aux", "cop"} and c.tag_ in PRESENT for c in glad.children)
    spoken = any(c.dep_ == "nsubj" and c.lower_ in {"i", "we"} for c in glad.children)
    return tree.lemma(at) == "announce" and spoken and (now or at.tag_ == "VBP")


def _day_of_lead(
    article: Sequence[Told], published: str
) -> tuple[datetime.date, frozenset[str]] | None:
    """The day that the first sentence of a text names as that of its news, and of whom it tells.

    These are whom the first two sentences name.
    """
    sentences = [(each, told.tree) for told in article[:_ON] for each in told.tree.sentences][:_ON]
    if not sentences:
        return None
    first, tree = sentences[0]
    day = named_day(list(days_in(first, tree)), first.root, published)
    named = (
        a for each, tree in sentences for u in tree.units[each.start : each.end] for a in u.actors
    )
    return (datetime.date.fromisoformat(day), frozenset(map(side, named))) if day else None


def _of_its_day(article: Sequence[Told], today: datetime.date, who: frozenset[str] | None) -> None:
    """Gives what a text tells the day that it states for itself, where it names no other of late.

    A sentence on another time ends that for its paragraph. ``who`` are those to whose deeds it is
    given, as by the first sentence, which dates its own; None where all are of that day.
    """
    published = today.isoformat()
    for told in article:
        for sentence in told.tree.sentences:
            for _, date in days_in(sentence, told.tree):
                if date.precision == "day" and date.value and date.value != published:
                    ago = (today - datetime.date.fromisoformat(date.value)).days
                    if 0 <= ago <= _LATELY:
                        return
    for told in article:
        for sentence in told.tree.sentences:
            dates = [date for _, date in days_in(sentence, told.tree) if not date.adjectival]
            if any(date.value != published for date in dates):
                break
            if who is not None and told is article[0] and not sentence.start:
                continue
            for candidate in told.candidates:
                verb = told.tree.doc[candidate.trigger]
                news = candidate.kind in NEWS_KINDS and candidate.status is Status.HAPPENED
                if verb.sent == sentence and news and told_once(verb, told) and _by(candidate, who):
                    candidate.date = candidate.date or published


def _by(candidate: Candidate, who: frozenset[str] | None) -> bool:
    """Whether one of those of whom a text tells did something; always where it tells of all."""
    did = candidate.of(Role.SOURCE) or candidate.everybody()
    return who is None or any(side(actor) in who for actor in did)


def is_release(title: str) -> bool:
    """Whether a title says that an office has something to say: "Joint Statement on …"."""
    return _RELEASED.match(title) is not None


def _filed(lead: Told | None, published: datetime.date) -> None:
    """Gives the news of a lead the day that its dateline names."""
    if lead is None or lead.filed is None or not (lead.filed.dated and lead.filed.end):
        return
    first = next(iter(lead.tree.sentences))
    if any(unit.date is not None for _, unit in marked(lead.tree, first)):
        return
    head = find_dates(lead.paragraph.text[: lead.filed.end], published)
    day = next((date.value for date in head if date.precision == "day"), None)
    for candidate in lead.candidates:
        verb = lead.tree.doc[candidate.trigger]
        news = candidate.status is Status.HAPPENED and _happened(verb, lead.tree)
        if news and verb.sent == first and verb.dep_ in _MAIN:
            candidate.date = candidate.date or day


def _spoke(sentence: Span, tree: Tree) -> Iterator[tuple[tuple[Actor, ...], str]]:
    """Who did something on a day that the sentence names, and the day."""
    for token, unit in marked(tree, sentence):
        date, verb = unit.date, token.head
        if date is None or date.value is None or date.precision != "day":
            continue
        if date.bound or date.adjectival or date.dateline or not _past(verb, tree):
            continue
        for subject in tree.children(verb, "nsubj"):
            yield tree.unit(subject).actors, date.value


def _happened(verb: Token, tree: Tree) -> bool:
    """Whether a verb tells what was done once, or has just been done: "have agreed"."""
    helping = {child.lower_ for child in verb.children if child.dep_.startswith("aux")}
    return _past(verb, tree) or (verb.tag_ == "VBN" and bool(helping & {"has", "have"}))


def _past(verb: Token, tree: Tree) -> bool:
    """Whether a verb tells in the simple past what was done once."""
    return verb.tag_ == "VBD" and not tree.unit(verb).present
