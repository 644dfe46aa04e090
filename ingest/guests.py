"""Guests: who is called "visiting" is where those are who meet and tell him: "told visiting X"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import ActorClass, EventClass, Role, Status
from ingest.candidates import Candidate
from ingest.checks import side, side_of
from ingest.mentions import HOLDERS
from ingest.roles import GATHERINGS
from ingest.tokens import Token
from ingest.told import Told
from ingest.tree import Tree
from ingest.units import extent

_VISITING = "visiting "
_TELLING = frozenset({"assure", "brief", "inform", "tell", "urge"})


def welcome(article: Sequence[Told]) -> None:
    """Adds the visits of guests, and the talks at which they are told something.

    Who visits a person has talks with him, and visits his state.

    ``article`` holds its paragraphs in the order of the text.
    """
    for told in article:
        told.candidates.extend([c for visit in told.candidates for c in _received(visit)])
        for token in told.tree.doc:
            if not _guest(token, told):
                continue
            talks = [c for c in told.candidates if _with(c, token, told.tree)]
            made = [] if talks else list(_told(token, told))
            talks += made
            told.candidates.extend(made)
            told.candidates.extend(_visit(token, talks[0], told) if talks else ())


def _received(visit: Candidate) -> Iterator[Candidate]:
    """The talks of visitors with the persons whom they visit; what they visit is then a state."""
    visitors, hosts = visit.of(Role.VISITOR), visit.of(Role.TARGET)
    persons = tuple(host for host in hosts if host.kind is ActorClass.PERSON)
    own = {*map(side, visitors)}
    if visit.kind is not EventClass.VISIT or not (visitors and persons):
        return
    if {*map(side, persons)} & own:
        return
    talks = replace(visit, kind=EventClass.MEETING, pattern="guest", roles={}, documents_at=[])
    for held in visit.roles.values():
        for actor, certainty in held.items():
            if actor in {*visitors, *persons}:
                talks.add(Role.PARTICIPANT, (actor,), certainty)
    states = dict.fromkeys(side_of(host) for host in hosts)
    where = {s: 0.85 for s in states if s.kind is ActorClass.COUNTRY}
    if where:
        visit.roles[Role.TARGET] = where
        yield talks
    else:  # "visited the Secretary-General"
        visit.kind, visit.roles = talks.kind, talks.roles


def _guest(token: Token, told: Told) -> bool:
    """Whether the token stands for somebody who is called "visiting"."""
    unit = told.tree.unit(token)
    if not unit.actors or unit.mention is None or unit.mention.kind not in HOLDERS:
        return False
    words = told.paragraph.text[unit.start : unit.end].lower()
    return words.removeprefix("the ").startswith(_VISITING)


def _with(candidate: Candidate, token: Token, tree: Tree) -> bool:
    """Whether the guest talks with somebody of another side in the sentence."""
    here = candidate.stands_in(token.sent)
    took_place = candidate.kind in GATHERINGS and candidate.status is Status.HAPPENED
    guests = set(tree.unit(token).actors) & set(candidate.everybody())
    return here and took_place and bool(guests)


def _told(token: Token, told: Told) -> Iterator[Candidate]:
    """The talks at which somebody tells the guest something."""
    tree, verb = told.tree, token.head
    if token.dep_ not in {"obj", "iobj"} or tree.lemma(verb) not in _TELLING:
        return
    host, guests = tree.subject(verb), tree.unit(token).actors
    if {*map(side, host.actors)} & {*map(side, guests)} or not host:
        return
    made = Candidate(kind=EventClass.MEETING, trigger=verb.i, pattern="guest")
    made.confidence = 0.8
    made.add(Role.PARTICIPANT, host.actors, host.certainty)
    made.add(Role.PARTICIPANT, guests, 0.9)
    made.start, made.end = told.paragraph.span(*_sentence(token, tree))
    yield made


def _visit(token: Token, talks: Candidate, told: Told) -> Iterator[Candidate]:
    """The visit of the guest to the state of the one with whom he talks."""
    guests = told.tree.unit(token).actors
    own = {*map(side, guests)}
    hosts = {side_of(a) for a in talks.everybody() if side(a) not in own}
    if len(hosts) != 1 or any(host.kind is not ActorClass.COUNTRY for host in hosts):
        return
    made = Candidate(kind=EventClass.VISIT, trigger=token.i, pattern="guest", confidence=0.8)
    made.add(Role.VISITOR, guests, 0.9)
    made.add(Role.TARGET, tuple(hosts), 0.85)
    made.start, made.end = told.paragraph.span(*_sentence(token, told.tree))
    yield made


def _sentence(token: Token, tree: Tree) -> tuple[int, int]:
    """Where the sentence of the token stands in the paragraph."""
    return extent(tree.units[token.sent.start : token.sent.end])
