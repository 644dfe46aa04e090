"""Decides which candidates are events: between identifiable international actors, and whole."""

import re
from collections.abc import Sequence

from graph.model import (
    Actor,
    ActorClass,
    Document,
    DocumentClass,
    Event,
    EventClass,
    Evidence,
    Participation,
    Role,
    Status,
)
from ingest.candidates import RELATIONS, Candidate
from ingest.documents import DocumentMention
from ingest.roles import TALKS

_STATES = frozenset(
    {ActorClass.COUNTRY, ActorClass.ORGANIZATION, ActorClass.ARMED_GROUP, ActorClass.NGO}
)
_ON_FIRMS = frozenset(
    {EventClass.SANCTION, EventClass.ACCUSATION, EventClass.FORCE, EventClass.THREAT}
)
BELLIGERENTS = frozenset({ActorClass.ARMED_GROUP, ActorClass.COUNTRY})
"""Kinds of those who fight one another, and make peace."""
_BODIES = frozenset({ActorClass.BODY, ActorClass.ORGANIZATION})
_BETWEEN_SIDES = frozenset({EventClass.FORCE, EventClass.ACCUSATION})
_CONTRACTS = frozenset(
    {DocumentClass.AGREEMENT, DocumentClass.MEMORANDUM, DocumentClass.COMMUNIQUE}
)
_VOTED = frozenset({DocumentClass.DECLARATION, DocumentClass.RESOLUTION})
_WORD = re.compile(r"[\w-]+")
_OUTWARD = re.compile(
    r"\b(?:ambassador|chancellor|chief cabinet|commander|commissioner|defen[cs]e|emir|envoy|foreign"
    r"|general|government|guide|king|mediator|negotiator|nuncio|pope|premier|president|prime|queen"
    r"|representative|sultan|supreme)s?\b|^minister$",
    re.IGNORECASE,
)
"""Words in the offices of those who speak to other states, for whichever they do."""
_UNARMED = frozenset({ActorClass.NGO, ActorClass.PERSON})
"""Kinds of those who use no force by themselves."""
_PEACE = frozenset({"armistice", "cease-fire", "ceasefire", "hostilities", "peace", "truce"})
_TWO = 2
_ONE_SIDED = frozenset(
    {EventClass.AGREEMENT, EventClass.CALL, EventClass.CONVENING, EventClass.SIGNING}
)


def side_of(actor: Actor) -> Actor:
    """The state or organisation that an actor speaks for, at the top."""
    while actor.represents is not None:
        actor = actor.represents
    return actor


def side(actor: Actor) -> str:
    """The key of the state or organisation that an actor speaks for, at the top."""
    return side_of(actor).key


def known(actor: Actor) -> bool:
    """Whether the actor is international: a state, a body, or a person who speaks for one."""
    return (
        actor.kind is not ActorClass.PERSON or actor.represents is not None or bool(actor.offices)
    )


def sided(actor: Actor) -> bool:
    """Whether it is known for whom the actor stands."""
    return actor.kind is not ActorClass.PERSON or actor.represents is not None


def _outward(actor: Actor) -> bool:
    """Whether the actor deals with other states: not an MP or a captain of nobody knows whom."""
    return sided(actor) or any(map(_OUTWARD.search, actor.offices))


def sound(candidate: Candidate) -> bool:
    """Whether the candidate is an event between identifiable international actors."""
    everybody = candidate.everybody()
    if not everybody or not any(known(a) for a in everybody):
        return False
    firms = [a for a in everybody if a.kind is ActorClass.COMPANY]
    if firms and (candidate.kind not in _ON_FIRMS or set(firms) & set(candidate.of(Role.SOURCE))):
        return False  # a firm's deals are business; what states do to it is not
    sides = {side(a) for a in everybody if known(a)}
    kind = candidate.kind
    if kind in RELATIONS and not candidate.of(Role.TARGET):
        return _mutual(candidate) and len(sides) == _TWO
    one_sided = bool(candidate.of(Role.SOURCE)) and not candidate.of(Role.TARGET)
    if kind.symmetric and kind is not EventClass.SIGNING and one_sided and len(everybody) > 1:
        candidate.level()
    if kind is EventClass.SIGNING:
        return bool(candidate.documents) and _signable(candidate, sides)
    if kind is EventClass.VISIT:
        return _visit(candidate)
    if kind is EventClass.MEDIATION:
        parties = candidate.of(Role.PARTICIPANT, Role.TARGET)
        between = set(map(side, parties))  # who negotiates a deal of its own is no third one
        return bool(parties) and not between >= set(map(side, candidate.of(Role.SOURCE)))
    if kind.symmetric:
        if not any(map(sided, everybody)):
            return False
        if len(everybody) < 2:
            return kind in _ONE_SIDED and _alone(candidate)
        return len(sides) > 1 or (
            kind is EventClass.CONVENING and candidate.title is not None and len(everybody) > 1
        )
    sources, targets = candidate.of(Role.SOURCE), candidate.of(Role.TARGET)
    if not any(map(known, sources)) or not any(map(known, targets)):
        return False
    envoys = kind is EventClass.RELATIONS_DOWNGRADE and candidate.pattern == "envoy"
    if not any(map(_outward, sources)) or not (envoys or any(map(_outward, targets))):
        return False
    if kind is EventClass.FORCE and all(a.kind in _UNARMED for a in sources):
        return False
    bodily = kind is EventClass.REJECTION and all(a.kind is ActorClass.BODY for a in sources)
    accredited = kind is EventClass.RELATIONS_UPGRADE and any(map(sided, sources))
    if not (envoys or accredited) and _domestic(sources, targets):
        return False
    if (kind in _BETWEEN_SIDES or bodily) and not any(map(sided, targets)):
        return False  # whom a state arrests or accuses at home, or a court of it dismisses
    sent = all(a.represents is not None for a in targets)
    told = kind is EventClass.REQUEST or (kind is EventClass.SUPPORT and sent)
    if told and _within(sources, targets):
        return True
    return not {side(a) for a in sources} & {side(a) for a in targets}


def spare(candidate: Candidate) -> None:
    """Leaves out whom the event is aimed at of the own side, where others are as well.

    "The army of X took X's town from Y", "raised US tariffs on Y" of the US president.
    """
    mine = {side(actor) for actor in candidate.of(Role.SOURCE)}
    held = candidate.roles.get(Role.TARGET, {})
    others = {actor: sure for actor, sure in held.items() if side(actor) not in mine}
    if others:
        candidate.roles[Role.TARGET] = others


def _within(sources: Sequence[Actor], targets: Sequence[Actor]) -> bool:
    """Whether it is told between those of one organisation: its council backs its envoy.

    Its head may as well ask its members: "the EU's chief diplomat urged the EU's leaders to".
    """
    spoken = {a.kind for a in sources} <= _BODIES | {ActorClass.PERSON}
    served = all(a.represents is not None for a in sources)
    others = not set(sources) & set(targets) and len({side(a) for a in (*sources, *targets)}) == 1
    return spoken and served and others and side_of(sources[0]).kind is ActorClass.ORGANIZATION


def _mutual(candidate: Candidate) -> bool:
    """Whether several did it to one another, who then stand alike; however often it is asked.

    Not where envoys or embassies are named: "X and Y each expelled diplomats" of others; nor where
    more than two are: "X, Y and Z broke off relations" with somebody else.
    """
    if candidate.pattern not in {"envoy", "mission"} and len(candidate.of(Role.SOURCE)) > 1:
        candidate.level()
    return len(candidate.of(Role.PARTICIPANT)) > 1 and not candidate.of(Role.SOURCE)


def _domestic(sources: Sequence[Actor], targets: Sequence[Actor]) -> bool:
    """Whether it is between people of whom some are of no state that the text names: at home."""
    everybody = (*sources, *targets)
    personal = all(a.kind in {ActorClass.PERSON, ActorClass.BODY} for a in everybody)
    return personal and not (any(map(sided, sources)) and any(map(sided, targets)))


def _alone(candidate: Candidate) -> bool:
    """Whether one actor is enough: "a NATO summit", "X spoke at the Munich Security Conference"."""
    one = candidate.everybody()[0]
    if candidate.kind is EventClass.CALL:  # "the G7 held a video conference"
        return one.kind is ActorClass.ORGANIZATION and candidate.pattern == "governed"
    if candidate.kind is EventClass.CONVENING:
        return one.kind is ActorClass.ORGANIZATION or _guest(candidate, one)
    titled = candidate.title is not None
    agreed = candidate.kind is EventClass.AGREEMENT and (titled or candidate.alone)
    return agreed and one.kind in _STATES | {ActorClass.BODY}


def _guest(candidate: Candidate, one: Actor) -> bool:
    """Whether an actor is at a session of several states, and not at one of its own at home."""
    title = candidate.title or ""
    state = one.kind is ActorClass.COUNTRY and "session" not in title
    if candidate.pattern != "guest" or not title or not (state or one.represents is not None):
        return False
    vague = "talks" in title or " " not in title  # "agreed to return to six-party talks"
    if vague and candidate.status is Status.PLANNED:
        return False
    home = candidate.place is not None and candidate.place.country == side_of(one)
    named = title[0].isupper() or "summit" in title
    return one.kind in {ActorClass.COUNTRY, ActorClass.PERSON} and (named or not home)


def _signable(candidate: Candidate, sides: set[str]) -> bool:
    if len(sides) > 1:
        return True
    kinds = {d.kind for d in candidate.documents}
    one = candidate.everybody()[0]
    said = all(d.title.lower() == "statement" for d in candidate.documents)
    served = one.represents is not None and one.represents.kind is ActorClass.ORGANIZATION
    if not said and (served or one.kind is ActorClass.ORGANIZATION):
        return True
    if one.kind is ActorClass.BODY and kinds & _VOTED:
        return bool({side(a) for a in candidate.beside} - sides)  # a parliament on other states
    if kinds & _CONTRACTS and {side(a) for a in candidate.about} - sides:
        return True  # "signed a communiqué recognising X"
    titles = {word for d in candidate.documents for word in _WORD.findall(d.title.lower())}
    if titles & _PEACE and (one.kind is not ActorClass.PERSON or one.represents):
        return True  # "the government and the rebels signed a ceasefire"
    return DocumentClass.TREATY in kinds or any(d.proper for d in candidate.documents)


def _visit(candidate: Candidate) -> bool:
    """Whether somebody came from elsewhere; hosts who are named with them are no visitors."""
    visitors, hosts = candidate.of(Role.SOURCE), candidate.of(Role.TARGET)
    if not visitors or not hosts:
        return False
    host_sides = {side(a) for a in hosts}
    travelling = [a for a in visitors if known(a)]
    if not travelling or all(side(a) in host_sides for a in travelling):
        return False
    candidate.drop([a for a in visitors if side(a) in host_sides], Role.SOURCE)
    return True


def confidence(candidate: Candidate) -> float:
    """Probability that the candidate is right, before it is calibrated."""
    return round(min(0.99, candidate.confidence * candidate.certainty()), 3)


def in_person(
    participations: Sequence[Participation], *, bodies: bool
) -> tuple[Participation, ...]:
    """Without the states, and ``bodies``, for which a person takes part in the same role."""
    spoken = {
        (p.role.general, side(p.actor)) for p in participations if p.actor.kind is ActorClass.PERSON
    }
    delegating = {ActorClass.COUNTRY, *([ActorClass.BODY] if bodies else [])}
    return tuple(
        p
        for p in participations
        if p.actor.kind not in delegating or (p.role.general, side(p.actor)) not in spoken
    )


def event(candidate: Candidate, text: str) -> Event:
    """The candidate as an event; ``text`` is the kept text of the article.

    A state takes part in the persons who speak for it, and in talks a ministry of it as well.
    """
    participations = [
        Participation(role=role, actor=actor)
        for role, held in candidate.roles.items()
        for actor in held
    ]
    documents = (
        candidate.documents if candidate.status is Status.HAPPENED or candidate.documents else []
    )
    return Event(
        kind=candidate.kind,
        status=candidate.status,
        participations=in_person(participations, bodies=candidate.kind in TALKS),
        evidence=tuple(
            Evidence(start=start, end=end, exact=text[start:end])
            for start, end in dict.fromkeys(
                [(candidate.start, candidate.end), *sorted(candidate.besides)]
            )
        ),
        date=candidate.date,
        place=candidate.place,
        documents=tuple(documents),
        title=candidate.title,
        topics=tuple(dict.fromkeys(candidate.topics)),
        according_to=tuple(a for a in candidate.according_to if a not in candidate.everybody()),
        confidence=confidence(candidate),
    )


_TRAILING = re.compile(r"[\s,;:.]+$")


def documents_of(mentions: Sequence[DocumentMention], date: str | None) -> list[Document]:
    """The documents that mentions stand for, each once."""
    out: dict[str, Document] = {}
    titled = ((m, title) for m in mentions for title in m.each or (m.title,))
    for mention, named in titled:
        title = _TRAILING.sub("", named)
        if title:
            out.setdefault(
                title.casefold(),
                Document(
                    kind=mention.kind,
                    title=title,
                    proper=mention.proper,
                    date=date,
                ),
            )
    return list(out.values())


def dates_agree(one: str | None, other: str | None) -> bool:
    """Whether two dates may be the same: one is not told, or is the month or year of the other."""
    return one is None or other is None or one.startswith(other) or other.startswith(one)
