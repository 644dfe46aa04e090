"""What belongs to an event besides its actors: its day, place, documents and evidence."""

from collections.abc import Sequence

from spacy.tokens import Doc

from graph.model import (
    Actor,
    DocumentClass,
    EventClass,
    Role,
    Status,
)
from ingest.candidates import Candidate
from ingest.checks import documents_of, side
from ingest.days import Days
from ingest.paragraphs import Paragraph
from ingest.preparing import Prepared, Ready
from ingest.tokens import Token
from ingest.tree import Tree
from ingest.units import Unit, extent
from ingest.whereabouts import Whereabouts

_OCCASIONS = frozenset(
    {"conference", "forum", "margin", "meeting", "session", "sideline", "summit"}
)


def made_of(ready: Ready, prepared: Prepared, doc: Doc, day: str | None) -> Candidate:
    """The making of the joint statement that the article is; its first sentence is the evidence."""
    assert ready.statement is not None  # noqa: S101 - the caller has looked
    made = Candidate(kind=EventClass.SIGNING, trigger=0, date=day, confidence=0.85)
    made.add(Role.SIGNATORY, ready.makers, 0.9)
    made.documents = documents_of([ready.statement], day)
    first = next(iter(doc.sents))
    span = extent(prepared.units[first.start : first.end])
    made.start, made.end = prepared.paragraph.span(*span)
    return made


def fill_in(
    candidate: Candidate, tree: Tree, days: Days, places: Whereabouts, paragraph: Paragraph
) -> None:
    """Adds date, place, documents and evidence."""
    trigger = tree.doc[candidate.trigger]
    if candidate.status is Status.PLANNED and days.over(trigger):
        candidate.status = Status.HAPPENED
    if candidate.status is Status.HAPPENED and days.to_come(trigger):
        candidate.status = Status.PLANNED
    candidate.date = days.date(trigger, candidate.status)
    if candidate.place is None:
        candidate.place = places.place(trigger, candidate.kind)
    if candidate.pattern == "spoke" and candidate.place is None and not _together(trigger, tree):
        candidate.kind = EventClass.CALL  # "spoke with" from afar
    mentions = [tree.units[i].document for i in candidate.documents_at]
    candidate.documents = documents_of([m for m in mentions if m is not None], candidate.date)
    if candidate.kind is EventClass.AGREEMENT:  # "a deal on fish" is the agreement itself
        candidate.documents = [
            d
            for d in candidate.documents
            if len(d.title.split()) > 1 and (d.proper or d.kind is not DocumentClass.AGREEMENT)
        ]
    told = tree.units[trigger.sent.start : trigger.sent.end]
    candidate.beside = _named(told)
    papers = [t.i for at in candidate.documents_at for t in tree.doc[at].subtree]
    candidate.about = _named([tree.units[at] for at in papers])
    span = extent(told)
    candidate.start, candidate.end = paragraph.span(*span)


def face_to_face(candidates: Sequence[Candidate], earlier: Sequence[Candidate]) -> None:
    """Takes who "spoke" for those who have just met, where the same were told to have met."""
    met = [c for c in earlier if c.kind is EventClass.MEETING]
    for candidate in candidates:
        sides = {side(actor) for actor in candidate.everybody()}
        if candidate.kind is EventClass.MEETING:
            met.append(candidate)
        elif candidate.pattern == "spoke" and any(
            {side(actor) for actor in c.everybody()} == sides for c in met
        ):
            candidate.kind = EventClass.MEETING


def _together(trigger: Token, tree: Tree) -> bool:
    """Whether who speak are at one place: "where he spoke with X", "on the margins"."""
    where = any(child.lower_ == "where" for child in trigger.children)
    return where or any(tree.lemma(child) in _OCCASIONS for _, child in tree.obliques(trigger))


def _named(units: Sequence[Unit]) -> tuple[Actor, ...]:
    """The actors of the units and of the titles among them."""
    return tuple(dict.fromkeys(a for u in units for a in (*u.actors, *u.inner)))
