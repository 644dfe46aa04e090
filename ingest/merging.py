"""Makes one event of all its reports within an article."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from graph.model import (
    Actor,
    ActorClass,
    Document,
    Event,
    EventClass,
    Participation,
    Place,
    Role,
    Status,
)
from ingest.candidates import RELATIONS
from ingest.checks import dates_agree, side
from ingest.roles import GATHERINGS, SPOKEN

_TALKS = frozenset(
    {
        EventClass.MEETING,
        EventClass.CALL,
        EventClass.CONVENING,
        EventClass.VISIT,
        EventClass.SIGNING,
        EventClass.AGREEMENT,
        EventClass.MEDIATION,
        EventClass.COOPERATION,
    }
)
_NEAR = 600
"""Characters within which "they discussed" still means the call before."""
_RANK = {Status.HAPPENED: 2, Status.CALLED_OFF: 1, Status.PLANNED: 0}


class Dealing(StrEnum):
    """What an event between states is about that comes with others: a break, envoys."""

    TIES = "ties"
    """Relations or embassies, and no envoy."""
    RECALL = "recall"
    """An envoy of one's own."""
    OTHER = "other"


def merge(events: Sequence[Event], about: Sequence[Dealing] = ()) -> tuple[Event, ...]:
    """The events, each once: doubles joined into the fullest report, in the order of the text.

    ``about`` says of each what it is about; where it is not given, nothing is known of that.
    """
    return tuple(event for event, _, _ in gathered(events, about))


def gathered(
    events: Sequence[Event], about: Sequence[Dealing] = ()
) -> list[tuple[Event, Dealing, tuple[int, ...]]]:
    """As `merge`, each with what it is about and the numbers of the reports it was made of."""
    kept: list[tuple[Event, Dealing, tuple[int, ...]]] = []
    rows = zip(events, about or [Dealing.OTHER] * len(events), range(len(events)), strict=True)
    for event, dealing, number in sorted(rows, key=lambda row: row[0].evidence[0].start):
        for at, (other, before, numbers) in enumerate(kept):
            if _same(event, other) and not _apart((event, dealing), (other, before)):
                both = Dealing.TIES if Dealing.TIES in (dealing, before) else before
                kept[at] = (_join(other, event), both, (*numbers, number))
                break
        else:
            kept.append((event, dealing, (number,)))
    return kept


def _apart(one: tuple[Event, Dealing], other: tuple[Event, Dealing]) -> bool:
    """Whether two are deeds of their own: a break and who is put out, a recall and an expulsion."""
    dealings = {one[1], other[1]}
    recalled = dealings == {Dealing.RECALL, Dealing.OTHER}
    if recalled and one[0].kind is EventClass.RELATIONS_DOWNGRADE:
        return True
    envoy = other[0] if one[1] is Dealing.TIES else one[0]
    return len(dealings) > 1 and Dealing.TIES in dealings and _put_out(envoy)


def _put_out(event: Event) -> bool:
    """Whether an envoy is put out by name, which is told besides the break of relations."""
    named = any(actor.kind is ActorClass.PERSON for actor in event.actors(Role.TARGET))
    return named and event.kind is EventClass.RELATIONS_DOWNGRADE


def _same(one: Event, other: Event) -> bool:
    kinds = {one.kind, other.kind}
    if kinds == SPOKEN:
        return _still_the_call(one, other)
    if one.kind is not other.kind and kinds != GATHERINGS:
        return False
    if not dates_agree(one.date, other.date) or not _places_agree(one, other):
        return False
    if one.status is not other.status and Status.CALLED_OFF in (one.status, other.status):
        return False
    if one.kind in RELATIONS and one.status is not other.status:
        return False
    titles = {e.title.casefold() for e in (one, other) if e.title}
    if one.kind is EventClass.SIGNING and not _documents_agree(one, other):
        return False
    if len(titles) == 2 and not _similar(*titles):
        return False
    if one.kind is not other.kind and _beside(one, other):
        return False
    if {one.kind, other.kind} <= GATHERINGS and (_wider(one, other) or _wider(other, one)):
        return False
    if (
        one.kind is not other.kind
        and not (one.title or other.title)
        and one.status is not other.status
    ):
        return False
    return _actors_agree(one, other)


_GENERIC = frozenset(
    [
        "the",
        "a",
        "of",
        "meeting",
        "session",
        "summit",
        "talks",
        "dialogue",
        "conference",
        "round",
        "high-level",
        "annual",
    ]
)


_CONTRACTS = frozenset({"accord", "agreement", "deal", "document", "pact", "text", "treaty"})
"""Words for one paper: a treaty is called a pact, a deal or the document as well."""
_MANY = 3
_ROUNDS = frozenset({"meeting", "negotiations", "round", "talks"})
"""Words in the titles of sessions that are nothing but the talks of those who meet."""


def _still_the_call(one: Event, other: Event) -> bool:
    """Whether a bare meeting goes on with a call: "spoke by phone … They discussed …"."""
    meeting = one if one.kind is EventClass.MEETING else other
    call = other if meeting is one else one
    bare = meeting.date in (None, call.date) and meeting.place is None and meeting.title is None
    near = abs(one.evidence[0].start - other.evidence[0].start) < _NEAR
    return bare and near and one.status is other.status and set(one.actors()) == set(other.actors())


def _beside(one: Event, other: Event) -> bool:
    """Whether two meet at a session in which one of them alone is told to be.

    Or at one of an organisation, for which one of them speaks: "met its secretary-general there".
    """
    session = one if one.kind is EventClass.CONVENING else other
    title, guests = (session.title or "talks").lower(), session.actors()
    met = other if session is one else one
    houses = {guest.key for guest in guests if guest.kind is ActorClass.ORGANIZATION}
    persons = all(actor.kind is ActorClass.PERSON for actor in met.actors())
    persons = persons and Role.CHAIR not in {p.role for p in met.participations}
    if session.title and persons and houses & {_speaks_for(actor) for actor in met.actors()}:
        return True
    alone = len(guests) == 1 and guests[0].kind in {ActorClass.COUNTRY, ActorClass.PERSON}
    return alone and not _ROUNDS & set(title.split())


def _wider(one: Event, other: Event) -> bool:
    """Whether persons meet, and at least as many other states elsewhere: "the six-party talks"."""
    persons = all(actor.kind is ActorClass.PERSON for actor in one.actors())
    apart = {actor.key for actor in other.actors() if actor.kind is ActorClass.COUNTRY}
    apart -= {_speaks_for(actor) for actor in one.actors()}
    return persons and len(apart) >= max(len(one.actors()), _MANY)


def _similar(one: str, other: str) -> bool:
    a, b = set(one.split()) - _GENERIC, set(other.split()) - _GENERIC
    if not a or not b:
        return True
    return len(a & b) / len(a | b) >= 0.5 or a <= b or b <= a


def _places_agree(one: Event, other: Event) -> bool:
    if one.place is None or other.place is None or one.place.key == other.place.key:
        return True
    if one.place.country is None or one.place.country != other.place.country:
        return False
    state = one.place.country.label  # the state itself, or a part of it: "northern Kenya"
    return any(e.place is not None and e.place.label.endswith(state) for e in (one, other))


def _words_alike(one: str, other: str) -> bool:
    a, b = set(one.casefold().split()), set(other.casefold().split())
    return len(a & b) / len(a | b) >= 0.5 or a <= b or b <= a


def _documents_agree(one: Event, other: Event) -> bool:
    if not one.documents or not other.documents:
        return True
    return any(
        _words_alike(a.title, b.title)
        or (a.kind is b.kind and 1 in (len(a.title.split()), len(b.title.split())))
        for a in one.documents
        for b in other.documents
    )


def _told_by(document: Document) -> set[str]:
    """The words of its title; a pact, an accord and a deal are the same."""
    words = document.title.casefold().split()
    return {"agreement" if word in _CONTRACTS else word for word in words}


def _distinct(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Without those that another one names more fully."""
    out: list[Document] = []
    for document in sorted(documents, key=lambda d: (-len(d.title.split()), not d.proper)):
        if not any(_told_by(document) <= _told_by(other) for other in out):
            out.append(document)
    return tuple(out)


def _actors_agree(one: Event, other: Event) -> bool:
    """Whether the actors of one report are those of the other, or speak for them."""
    these, those = ({side(actor) for actor in event.actors()} for event in (one, other))
    if not these & those:
        return False
    plan = one.status is not other.status and Status.PLANNED in (one.status, other.status)
    if plan and these != those and one.kind in _TALKS:
        return False  # two have met, and will meet with a third
    if _mutual(one) is not _mutual(other) and not (these <= those or those <= these):
        return False  # "A and B agreed", "A promised C" are two
    if one.kind not in _TALKS | RELATIONS and all(
        {side(a) for a in one.actors(role)} != {side(a) for a in other.actors(role)}
        for role in (Role.SOURCE, Role.TARGET)
    ):
        return False  # "X and Y accused Z", "X accused Z and W" are two
    for roles in ((Role.SOURCE,), (Role.TARGET,), (Role.PARTICIPANT,)):
        mine, theirs = set(one.actors(*roles)), set(other.actors(*roles))
        if not mine and not theirs:
            continue
        if one.kind in _TALKS and not (mine and theirs):
            continue
        few, many = sorted((mine, theirs), key=len)
        if few <= many and few:
            continue
        if one.kind in RELATIONS and not few:
            return False  # one of both together is not one of one towards the other
        if one.kind not in _TALKS | RELATIONS:
            return False
        lifted_few, lifted_many = {side(a) for a in few}, {side(a) for a in many}
        if not (lifted_few <= lifted_many or lifted_many <= lifted_few):
            return False
        persons = [{a.key for a in group if a.kind is ActorClass.PERSON} for group in (few, many)]
        if persons[0] and persons[1] and not (persons[0] <= persons[1] or persons[1] <= persons[0]):
            return False
    return True


def _mutual(event: Event) -> bool:
    """Whether nobody does something to somebody else, but all do it together."""
    return not (event.actors(Role.SOURCE) and event.actors(Role.TARGET))


def _join(first: Event, second: Event) -> Event:
    """One event of two reports: all its actors (persons instead of their states), all evidence."""
    full = first if _weight(first) >= _weight(second) else second
    rest = second if full is first else first
    roles: dict[tuple[Role, str], Participation] = {}
    for event in (full, rest):
        for p in event.participations:
            roles.setdefault((p.role.general, p.actor.key), p)
    participations = tuple(roles.values())
    if full.kind in _TALKS | RELATIONS:
        participations = _specific(participations)
    if full.kind in RELATIONS:
        participations = _personal(participations)
    status = max((first.status, second.status), key=_RANK.__getitem__)
    dates = [e.date for e in (full, rest) if e.date]
    return replace(
        full,
        kind=_kind(full, rest),
        status=status,
        participations=participations,
        evidence=tuple(sorted({*full.evidence, *rest.evidence})),
        date=max(dates, key=len) if dates else None,
        place=_finer(full, rest),
        documents=_distinct((*full.documents, *rest.documents)),
        title=full.title or rest.title,
        topics=tuple(dict.fromkeys((*full.topics, *rest.topics))),
        according_to=tuple(dict.fromkeys((*full.according_to, *rest.according_to))),
        confidence=round(1 - (1 - full.confidence) * (1 - 0.5 * rest.confidence), 3),
    )


def _kind(one: Event, other: Event) -> EventClass:
    """The class that says more: a session or a call rather than a meeting."""
    kinds = {one.kind, other.kind} - {EventClass.MEETING}
    return kinds.pop() if kinds else EventClass.MEETING


def _weight(event: Event) -> tuple[int, float]:
    persons = sum(a.kind is ActorClass.PERSON for a in event.actors())
    return (len(event.actors()) + persons, event.confidence)


def _finer(one: Event, other: Event) -> Place | None:
    places = [e.place for e in (one, other) if e.place is not None]
    if not places:
        return None
    return next((p for p in places if p.country is None or p.label != p.country.label), places[0])


def _specific(participations: Sequence[Participation]) -> tuple[Participation, ...]:
    """Without the states whose persons take part in the same role."""
    spoken: set[tuple[Role, str]] = {
        (p.role.general, _speaks_for(p.actor)) for p in participations if p.actor.represents
    }
    return tuple(
        p
        for p in participations
        if p.actor.represents is not None or (p.role.general, p.actor.key) not in spoken
    )


def _personal(participations: Sequence[Participation]) -> tuple[Participation, ...]:
    """Without the bodies of a state of which a person does the same: "the ministry", "X"."""
    persons = {
        (p.role.general, _speaks_for(p.actor))
        for p in participations
        if p.actor.kind is ActorClass.PERSON
    }
    return tuple(
        p
        for p in participations
        if p.actor.kind is not ActorClass.BODY
        or (p.role.general, _speaks_for(p.actor)) not in persons
    )


def _speaks_for(actor: Actor) -> str:
    return actor.represents.key if actor.represents else actor.key
