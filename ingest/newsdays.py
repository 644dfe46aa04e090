"""The day that a report is about: "X met Y on Monday. …. The two agreed …, and X thanked Z"."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Actor, ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side
from ingest.circumstances import marked
from ingest.dates import DateMention
from ingest.occasions import CLAUSES, clause
from ingest.roles import STATEMENTS
from ingest.syntax import PRESENT, SUBJECTS
from ingest.tokens import Span, Token
from ingest.told import Told
from ingest.tree import Tree

_RECENT = 3
"""How many days before its publication the news of a report may be."""
_ON = 10
"""How many sentences behind its day the news still goes on."""
NEWS_KINDS = STATEMENTS | {
    EventClass.AGREEMENT,
    EventClass.CALL,
    EventClass.CONVENING,
    EventClass.MEDIATION,
    EventClass.MEETING,
    EventClass.SIGNING,
    EventClass.VISIT,
}
_PROGRAMME = frozenset(
    {EventClass.CALL, EventClass.CONVENING, EventClass.MEETING, EventClass.SIGNING}
)
"""What somebody does on a day besides what it is named for."""
_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})

_BEFALLING = frozenset({"come", "happen", "occur", "take"})
_EPISODES = frozenset(
    {
        "attack", "break", "breakthrough", "chapter", "clash", "collision", "confrontation",
        "crisis", "encounter", "episode", "escalation", "event", "exchange", "incident", "quarrel",
        "raid", "rift", "row", "rupture", "seizure", "shooting", "skirmish", "spat", "standoff",
        "step", "strike", "turn",
    }
)  # fmt: skip
"""What a sentence dates and the next one tells."""
_TIMES = frozenset({"before", "once", "until", "when", "whenever", "while"})
_SAID = frozenset({"ccomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class _News:
    """A day, the sentence that names it, and whom that sentence names."""

    day: str
    number: int
    who: frozenset[Actor]


def keep_day(article: Sequence[Told], published: str | None) -> None:
    """Gives what those of whom the news is did besides the day of the news.

    It is what they did in the simple past, in sentences without a date of their own: one of a
    relative clause is not that. A sentence on another time ends the news for its paragraph: what
    follows may be history.
    """
    news: _News | None = None
    before = frozenset[Actor]()  # "Chad left. The step was announced on Monday"
    number = 0
    for told in article:
        past, then = False, ""
        for sentence in told.tree.sentences:
            number += 1
            named = _named(sentence, told.tree)
            here = [c for c in told.candidates if c.stands_in(sentence)]
            dates = list(days_in(sentence, told.tree))
            for candidate in here if then and not dates else ():
                if candidate.status is Status.HAPPENED and _told(candidate, told):
                    candidate.date = candidate.date or then
            whole = any(len(candidate.everybody()) > 1 for candidate in here)
            then = "" if whole else _says_day(sentence, dates, told.tree)
            day = named_day(dates, sentence.root, published) if dates else None
            besides = day is None and not any(_of_sentence(*each) for each in dates)
            if dates and not (besides and news is not None):
                past = day is None
                if day is not None:
                    news = _News(day, number, named or before)
            elif news is not None and not past and number - news.number <= _ON:
                apart = _same_day(sentence)
                for candidate in here:
                    if _of(candidate, news, told.tree) and (apart or _told(candidate, told)):
                        candidate.date = candidate.date or news.day
                news = _News(news.day, news.number, news.who | _speaker(sentence, told))
            before = named


def _same_day(sentence: Span) -> bool:
    """Whether a sentence goes back or on in its day: "Earlier, X had met Y"."""
    return (
        len(sentence) > 2
        and sentence[0].lower_ in {"afterwards", "earlier", "later"}
        and sentence[1].text == ","
    )


def _named(sentence: Span, tree: Tree) -> frozenset[Actor]:
    """Whom a sentence names."""
    units = tree.units[sentence.start : sentence.end]
    return frozenset(actor for unit in units for actor in unit.actors)


def _says_day(sentence: Span, dates: Sequence[tuple[Token, DateMention]], tree: Tree) -> str:
    """The date of what the next sentence tells: "The latest quarrel came in August 2022. X …"."""
    verb = sentence.root
    if len(dates) != 1 or verb.tag_ != "VBD" or tree.lemma(verb) not in _BEFALLING:
        return ""
    token, date = dates[0]
    main = token.head == verb and not (date.bound or date.adjectival)
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if not main or subject is None or tree.lemma(subject) not in _EPISODES:
        return ""
    return date.when(planned=False) or ""


def days_in(sentence: Span, tree: Tree) -> Iterator[tuple[Token, DateMention]]:
    """The dates of a sentence, but for the day of its dateline."""
    for token, unit in marked(tree, sentence):
        if unit.date is not None and not unit.date.dateline:
            yield token, unit.date


def named_day(
    dates: Sequence[tuple[Token, DateMention]], verb: Token, published: str | None
) -> str | None:
    """The day of late on which a sentence tells its news; None where it tells another time."""
    days = {
        date.value: _of_main(token, verb)
        for token, date in dates
        if date.value
        and date.precision == "day"
        and not (date.bound or date.adjectival)
        and not date.counted
    }
    alone = len(dates) == 1 and _of_sentence(*dates[0])
    chosen = [day for day, main in days.items() if main or alone]
    if len(chosen) != 1:
        return None
    if published is None:
        return chosen[0]
    ago = datetime.date.fromisoformat(published) - datetime.date.fromisoformat(chosen[0])
    return chosen[0] if 0 <= ago.days <= _RECENT else None


def days_named(article: Sequence[Told]) -> Iterator[tuple[int, str]]:
    """The days that sentences name as their own, each with the number of its sentence from 1 on."""
    number = 0
    for told in article:
        for sentence in told.tree.sentences:
            number += 1
            day = named_day(list(days_in(sentence, told.tree)), sentence.root, None)
            if day is not None:
                yield number, day


def _of_sentence(token: Token, date: DateMention) -> bool:
    """Whether a date may be that of its sentence: not in a relative clause, nor before a noun."""
    at = token
    while at.head != at:
        if at.dep_ in {"acl", "acl:relcl"}:
            return False
        at = at.head
    return not date.adjectival


def _of_main(token: Token, verb: Token) -> bool:
    """Whether a date is in the main clause, or in one beside it."""
    at = token
    while at.head != at:
        if at.dep_.partition(":")[0] in CLAUSES or at.dep_ == "acl:relcl":
            return False
        at = at.head
    return at == verb


def _speaker(sentence: Span, told: Told) -> frozenset[Actor]:
    """Who did or said something in a sentence that goes on with the news."""
    if not told_once(sentence.root, told):
        return frozenset()
    root = sentence.root
    verbs = (root, *(c for c in root.children if c.dep_ == "parataxis" and c.tag_ == "VBD"))
    subjects = (c for verb in verbs for c in verb.children if c.dep_ in SUBJECTS)
    return frozenset(actor for one in subjects for actor in told.tree.unit(one).actors)


def _of(candidate: Candidate, news: _News, tree: Tree) -> bool:
    """Whether somebody of whom the news is did it, or it is between those of whom it is."""
    if candidate.status is not Status.HAPPENED or candidate.kind not in NEWS_KINDS:
        return False
    who = candidate.of(Role.SOURCE) if candidate.kind in STATEMENTS else candidate.everybody()
    persons = {actor for actor in who if actor.kind is not ActorClass.COUNTRY}
    if candidate.kind in STATEMENTS and persons & news.who:
        return True
    if candidate.kind in _PROGRAMME and doers(candidate, tree) & news.who:
        return True  # "On Monday X arrived. He met Y."
    known = {side(actor) for actor in news.who}
    together = {side(actor) for actor in who}  # "The two sides deplored the violence in Y"
    sides = {side(actor) for actor in candidate.everybody()}
    return len(sides) > 1 and (sides <= known or (len(together) > 1 and together <= known))


def doers(candidate: Candidate, tree: Tree) -> frozenset[Actor]:
    """The persons of an event who are the subject of its clause: "X held talks with Y"."""
    subjects = (c for c in clause(tree.doc[candidate.trigger]).children if c.dep_ in SUBJECTS)
    named = {actor for one in subjects for actor in tree.unit(one).actors}
    persons = (a for a in candidate.everybody() if a.kind is ActorClass.PERSON)
    return frozenset(a for a in persons if a in named)


def _told(candidate: Candidate, told: Told) -> bool:
    """Whether it is told as done once, or spoken by who is told to have said it."""
    trigger = told.tree.doc[candidate.trigger]
    verb, main = clause(trigger), trigger.sent.root
    if told_once(trigger, told):
        return True
    saying = candidate.kind in STATEMENTS and verb.tag_ in PRESENT | {"VBN"} and verb != main
    return saying and verb.dep_ in _SAID and told_once(main, told)


def told_once(trigger: Token, told: Told) -> bool:
    """Whether the main clause tells it in the simple past: "met", "was signed", not "had met"."""
    verb = clause(trigger)
    helping = [c for c in verb.children if c.dep_.startswith(("aux", "cop"))]
    simple = verb.tag_ == "VBD" or any(c.tag_ == "VBD" and c.lower_ != "had" for c in helping)
    had = any(c.lower_ in {"had", "has", "have"} for c in helping)
    simple = simple and not had and not told.tree.unit(verb).present
    blame = (c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG")
    clauses = (*verb.children, *(c for doing in blame for c in doing.children))
    simple = simple and not any(c.lower_ == "where" for c in verb.children)  # "Fiji, where he met"
    return simple and verb.dep_ in _MAIN and not any(map(_says_when, clauses))


def _says_when(clause: Token) -> bool:
    """Whether a clause says when the rest of its sentence was: "was in Lima when the war began"."""
    leads = {child.lower_ for child in clause.children if child.dep_ in {"advmod", "mark"}}
    return clause.dep_ == "advcl" and bool(leads & _TIMES)
