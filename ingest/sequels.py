"""What somebody did next, with the day and the place of the talks told before."""

from collections.abc import Sequence
from dataclasses import replace

from graph.model import Actor, EventClass, Place, Status
from ingest.candidates import Candidate
from ingest.mentions import MentionKind
from ingest.newsdays import days_in, named_day
from ingest.occasions import (
    CLAUSES,
    at_gathering,
    at_meeting,
    day_and_town,
    in_paper,
    session_again,
    session_day,
)
from ingest.recounted import recount
from ingest.roles import STATEMENTS
from ingest.tokens import Span, Token
from ingest.told import Told
from ingest.tree import Tree
from ingest.whereabouts import SCENES

_ANAPHORS = frozenset({MentionKind.PRONOUN, MentionKind.GROUP})
_BACK = 4
"""How many sentences the talks may lie back that somebody is said to go on with."""
_AT_GATHERINGS = STATEMENTS | {EventClass.AGREEMENT, EventClass.MEETING, EventClass.SIGNING}
_AT_MEETINGS = _AT_GATHERINGS | {EventClass.CONVENING}


def go_on(article: Sequence[Told]) -> None:
    """Gives what "they" did next the day and the place of the talks told right before.

    The day is that of a sentence between where that names one: "On Saturday he rested. He then met
    X". What was done at "the summit" was done where the last one that was told took place.
    """
    recent: list[list[Candidate]] = []
    days: list[str | None] = []
    latest: list[list[Candidate]] = []
    gathered: Place | None = None
    before_it: tuple[str | None, Place | None] = (None, None)
    last: tuple[Span, Tree] | None = None
    for told in article:
        for sentence in told.tree.sentences:
            here = [c for c in told.candidates if c.stands_in(sentence)]
            for candidate in here:
                trigger, kind = told.tree.doc[candidate.trigger], candidate.kind
                if kind in _AT_MEETINGS and at_meeting(trigger, told.tree):
                    candidate.date = candidate.date or before_it[0]
                    candidate.place = candidate.place or before_it[1]
                if kind in STATEMENTS and in_paper(trigger, told.tree):
                    candidate.date = candidate.date or before_it[0]
                happened = candidate.status is Status.HAPPENED
                if last and happened and kind in SCENES and session_again(trigger, told.tree):
                    candidate.date = candidate.date or session_day(*last)
                if kind in SCENES and _there(trigger):
                    candidate.place = _in_town(candidate.place, before_it[1])
            before_it, last = day_and_town(sentence, told.tree), (sentence, told.tree)
            recount(sentence, told.tree, latest)
            latest = [*latest[-1:], here]
            for candidate in here:
                trigger = told.tree.doc[candidate.trigger]
                if (
                    gathered
                    and candidate.kind in _AT_GATHERINGS
                    and at_gathering(trigger, told.tree)
                ):
                    candidate.place = candidate.place or gathered
                who = _taken_up(candidate, told.tree)
                for back, before in _before(candidate, who, recent):
                    later = (d for d in reversed(days[len(days) - back + 1 :]) if d)
                    since = next((d for d in later if d >= (before.date or "")), None)
                    candidate.date = candidate.date or since or before.date
                    candidate.place = candidate.place or before.place
                    candidate.documents = [
                        replace(d, date=d.date or candidate.date) for d in candidate.documents
                    ]
            sessions = (c.place for c in here if c.kind is EventClass.CONVENING and c.place)
            gathered = next(sessions, gathered)
            recent.append([c for c in here if c.kind in SCENES and c.status is Status.HAPPENED])
            days.append(named_day(list(days_in(sentence, told.tree)), sentence.root, None))


def _there(trigger: Token) -> bool:
    """Whether an event was where the sentence before is: "X went to Y. There he met Z"."""
    return any(child.lower_ == "there" and child.dep_ == "advmod" for child in trigger.children)


def _in_town(known: Place | None, town: Place | None) -> Place | None:
    """The town, unless another town or another state is known."""
    if known is None or town is None:
        return known or town
    return town if known.latitude is None and known.country == town.country else known


def _before(
    candidate: Candidate, who: set[Actor], recent: Sequence[Sequence[Candidate]]
) -> list[tuple[int, Candidate]]:
    """The talks told before of those who go on, the latest first, and how many sentences back.

    First those at which all were who do something together.
    """
    told = [
        (back, before)
        for back in range(1, min(_BACK, len(recent)) + 1 if who else 1)
        for before in recent[-back]
        if who & set(before.everybody())
    ]
    return sorted(told, key=lambda each: not set(candidate.everybody()) <= set(each[1].everybody()))


def _taken_up(candidate: Candidate, tree: Tree) -> set[Actor]:
    """Those whom a pronoun or "the two sides" names as the doers of a past act; else nobody."""
    at = tree.doc[candidate.trigger]
    while at.pos_ != "VERB" and at.head != at and at.dep_.partition(":")[0] not in CLAUSES:
        at = at.head
    if candidate.status is not Status.HAPPENED or candidate.kind is EventClass.VISIT:
        return set()
    if at.tag_ != "VBD" or tree.unit(at).present or at.dep_.partition(":")[0] in CLAUSES:
        return set()
    subjects = (tree.unit(c) for c in at.children if c.dep_ in {"nsubj", "nsubj:pass"})
    who = {a for u in subjects if u.mention and u.mention.kind in _ANAPHORS for a in u.actors}
    return who & set(candidate.everybody())
