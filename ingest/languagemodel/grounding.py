"""Makes events of what a language model tells, as far as the article bears it out.

The quote must stand in the text and becomes the evidence, with its sentence; who, where and which
document must stand there too. What remains is checked and merged as what the rules read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from spacy.tokens import Doc

from graph.model import (
    Actor,
    ActorClass,
    Article,
    Document,
    Event,
    EventClass,
    Place,
    Role,
    in_calendar,
)
from ingest.authority import Authority
from ingest.candidates import Candidate
from ingest.checks import documents_of, event, sound
from ingest.documents import DocumentMention
from ingest.gazetteer import Gazetteer
from ingest.languagemodel.answers import ToldDocument, ToldEvent
from ingest.languagemodel.identities import Identities
from ingest.languagemodel.quotes import Plain, as_named, as_quoted
from ingest.merging import merge
from ingest.preparing import Prepared
from ingest.units import extent

CONFIDENCE = 0.75
"""Of every event that a language model tells: nothing was measured that would tell them apart."""
_FEWEST = 3
"""Words of a quote; fewer stand in any article and prove nothing."""
_RELATIONS = frozenset({EventClass.RELATIONS_UPGRADE, EventClass.RELATIONS_DOWNGRADE})
_ARTICLE = re.compile(r"\A(?:the|an?)\s+", re.IGNORECASE)
_YEAR = re.compile(r"\b\d{4}\b")


class Loss(StrEnum):
    """What was left out of an answer, and why."""

    FORM = "events that had not the form asked for"
    QUOTE = "events whose quote does not stand in the article"
    SIDES = "events that are not between identifiable international actors"
    ACTOR = "actors who do not stand in the article, or states that no table knows"
    ROLE = "actors in a role that such an event does not have"
    DATE = "dates that are none, or whose year is not that of the article"
    PLACE = "places that do not stand in the article, or that no table knows"
    DOCUMENT = "documents that do not stand in the article"


@dataclass(slots=True, kw_only=True)
class Grounding:
    """One article, against which an answer is held; ``losses`` grows with each event told."""

    article: Article
    published: str | None
    parsed: Sequence[tuple[Prepared, Doc]]
    identities: Identities
    gazetteer: Gazetteer
    countries: dict[str, Actor]
    """States by their names as `as_named` makes them."""
    losses: list[Loss] = field(default_factory=list)
    plain: list[Plain] = field(init=False)
    """The paragraphs as quotes are compared."""

    def __post_init__(self) -> None:
        self.plain = [as_quoted(prepared.paragraph.text) for prepared, _ in self.parsed]

    def events(self, told: Sequence[ToldEvent]) -> tuple[Event, ...]:
        """The events that the article bears out, each once."""
        made = [each for one in told if (each := self._event(one)) is not None]
        return tuple(replace(each, confidence=CONFIDENCE) for each in merge(made))

    def _event(self, told: ToldEvent) -> Event | None:
        found = self._quote(told.quote)
        if found is None:
            self.losses.append(Loss.QUOTE)
            return None
        at, start, end = found
        candidate = Candidate(kind=told.kind, trigger=0, status=told.status, confidence=CONFIDENCE)
        candidate.start, candidate.end = self.parsed[at][0].paragraph.span(start, end)
        self._cast(candidate, told, at)
        candidate.date = self._date(told.date)
        candidate.place = self._place(told.place, candidate, at)
        state = candidate.place.country if candidate.place else None
        if told.kind is EventClass.VISIT and state and not candidate.of(Role.TARGET):
            candidate.add(Role.TARGET, (state,), 1.0)  # "flew to Geneva"
        candidate.documents = self._documents(told.documents, candidate.date, at)
        candidate.title = self._words(told.title, at)
        topics = (self._words(topic, at) for topic in told.topics)
        candidate.topics = [topic.casefold() for topic in topics if topic]
        candidate.according_to = tuple(
            actor for name in told.according_to for actor in self.identities.named(name, at)
        )
        if not sound(candidate):
            self.losses.append(Loss.SIDES)
            return None
        return event(candidate, self.article.text)

    def _quote(self, quote: str) -> tuple[int, int, int] | None:
        """The paragraph in which a quote stands, and where, whole sentences taken in."""
        words = as_quoted(quote).text
        if len(words.split()) < _FEWEST:
            return None
        for at, (prepared, doc) in enumerate(self.parsed):
            found = next(self.plain[at].spans(words), None)
            if found is None:
                continue
            start, end = found
            sentences = (extent(prepared.units[s.start : s.end]) for s in doc.sents)
            around = [(a, b) for a, b in sentences if a < end and start < b]
            return at, min([start, *(a for a, _ in around)]), max([end, *(b for _, b in around)])
        return None

    def _cast(self, candidate: Candidate, told: ToldEvent, at: int) -> None:
        """Puts the actors who stand in the article into their roles."""
        for each in told.actors:
            role = fitting(told.kind, each.role)
            actors = self.identities.find(each, at)
            if not actors:
                self.losses.append(Loss.ACTOR)
            elif role is None:
                self.losses.append(Loss.ROLE)
            else:
                candidate.add(role, actors, 1.0)

    def _date(self, date: str | None) -> str | None:
        """The date where it is one and the article gives its year, or appeared about then."""
        if date is None:
            return None
        years = set(_YEAR.findall(f"{self.article.title} {self.article.text}"))
        if self.published:
            years.update(str(int(self.published[:4]) + step) for step in (-1, 0, 1))
        if in_calendar(date) and date[:4] in years:
            return date
        self.losses.append(Loss.DATE)
        return None

    def _place(self, name: str | None, candidate: Candidate, at: int) -> Place | None:
        if not name:
            return None
        if self._words(name, at) is not None:
            country = self.countries.get(as_named(name).text.removeprefix("the "))
            if country is not None:
                return self.gazetteer.place_of_country(country)
            near = candidate.everybody()
            for part in (name, name.partition(",")[0]):
                if (place := self.gazetteer.find(part, near)) is not None:
                    return place
        self.losses.append(Loss.PLACE)
        return None

    def _documents(self, told: Sequence[ToldDocument], date: str | None, at: int) -> list[Document]:
        mentions: list[DocumentMention] = []
        for each in told:
            stands = next(self.identities.places(each.title, at), None)
            if stands is None:
                self.losses.append(Loss.DOCUMENT)
                continue
            prepared, start, end = stands
            title = " ".join(prepared.paragraph.text[start:end].split())
            known = [u.document for u in prepared.units if u.start < end and start < u.end]
            named = any(document.proper for document in known if document is not None)
            mentions.append(_document(each, title, named))
        return documents_of(mentions, date)

    def _words(self, words: str | None, at: int) -> str | None:
        """The words as the article has them; None where it has them not."""
        for prepared, start, end in self.identities.places(words or "", at):
            return " ".join(prepared.paragraph.text[start:end].split())
        return None


def states_by_name(authority: Authority) -> dict[str, Actor]:
    """The states of the tables by each of their names, capitals and demonyms left out."""
    out: dict[str, Actor] = {}
    for name, entry, kind in authority.names():
        if kind == "name" and entry.actor.kind is ActorClass.COUNTRY:
            out.setdefault(as_named(name).text, entry.actor)
    return out


def fitting(kind: EventClass, role: Role) -> Role | None:
    """The role that an actor has in an event of the class; None where it has no such role.

    >>> fitting(EventClass.MEETING, Role.SOURCE), fitting(EventClass.SANCTION, Role.HOST)
    (<Role.PARTICIPANT: 'participant'>, None)
    """
    if kind.symmetric:
        return role if role.general is Role.PARTICIPANT else Role.PARTICIPANT
    if kind in _RELATIONS and role is Role.PARTICIPANT:
        return Role.SOURCE  # "A and B resumed relations": the checks make them level
    if kind is EventClass.MEDIATION:
        first = role is Role.MEDIATOR or role.general is Role.SOURCE
        return Role.SOURCE if first else Role.PARTICIPANT
    if kind is EventClass.VISIT:
        visitor = role.general is Role.SOURCE
        return Role.VISITOR if visitor else Role.TARGET if role is Role.TARGET else None
    return role if role in (Role.SOURCE, Role.TARGET) else None


def _document(told: ToldDocument, title: str, named: bool) -> DocumentMention:
    """The document; ``named`` says that the rules take the words for the name of one."""
    plain = _ARTICLE.sub("", title)
    return DocumentMention(start=0, end=0, title=plain, kind=told.kind, proper=named)
