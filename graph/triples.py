"""What one article says, as triples: the contract of the article graph, pure and without a store.

Terms are built straight, without an rdflib graph in between: a reading of two events takes well
under a millisecond. No blank nodes, no language tags, every number and date in canonical form (a
store that keeps values rather than words would otherwise give back another literal).
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SKOS, XSD
from rdflib.term import Node

from graph.links import linked
from graph.model import (
    Actor,
    Article,
    Document,
    Event,
    EventClass,
    Evidence,
    Place,
    Reading,
    Role,
    Status,
)
from graph.naming import Namer
from graph.store import Triple
from graph.vocabulary import DGM, OA, WGS84, WIKIDATA

_DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
_VERBS = {
    EventClass.MEETING: "met",
    EventClass.VISIT: "visited",
    EventClass.CALL: "spoke with",
    EventClass.CONVENING: "met in session with",
    EventClass.MEDIATION: "mediated between",
    EventClass.SIGNING: "signed with",
    EventClass.AGREEMENT: "agreed with",
    EventClass.RELATIONS_UPGRADE: "upgraded relations with",
    EventClass.RELATIONS_DOWNGRADE: "downgraded relations with",
    EventClass.SUPPORT: "supported",
    EventClass.REQUEST: "made a request of",
    EventClass.ACCUSATION: "accused",
    EventClass.REJECTION: "rejected",
    EventClass.THREAT: "threatened",
    EventClass.SANCTION: "sanctioned",
    EventClass.AID: "aided",
    EventClass.COOPERATION: "cooperated with",
    EventClass.FORCE: "used force against",
}
_ALONE = {
    EventClass.CONVENING: "held a session",
    EventClass.SIGNING: "signed",
    EventClass.AGREEMENT: "agreed",
    EventClass.MEETING: "held a meeting",
    EventClass.CALL: "held a call",
    EventClass.MEDIATION: "mediated",
    EventClass.COOPERATION: "cooperated",
    EventClass.RELATIONS_UPGRADE: "upgraded relations",
    EventClass.RELATIONS_DOWNGRADE: "downgraded relations",
}


def article_triples(reading: Reading, namer: Namer) -> frozenset[Triple]:
    """All that the article says: its own data, events, actors, evidence, and direct links."""
    article = reading.article
    address = namer.article(article)
    out: list[Triple] = list(_of_article(article, address))
    for event in sorted(reading.events, key=lambda e: _RANK[e.status]):
        node = namer.event(event, article)
        out.extend(_of_event(event, node, namer))
        for evidence in event.evidence:
            quote = namer.evidence(evidence, article)
            out.append((node, DGM.evidence, quote))
            out.extend(_of_evidence(evidence, quote, address))
        if event.status is Status.HAPPENED:
            link = _term(event.kind.direct)
            out.extend(
                (namer.actor(a), link, namer.actor(b)) for a, b in direct_links(event) if a != b
            )
    return frozenset(_settled(out))


def _settled(triples: Iterable[Triple]) -> set[Triple]:
    """The statements, with one value where one is wanted: the first; further labels are others.

    Two events of one address are one event told twice, and one actor may be labelled in two ways.
    """
    first: dict[tuple[Node, Node], Node] = {}
    out: set[Triple] = set()
    for triple in triples:
        subject, predicate, value = triple
        if predicate not in _SINGLE or first.setdefault((subject, predicate), value) == value:
            out.add(triple)
        elif predicate == SKOS.prefLabel:
            out.add((subject, SKOS.altLabel, value))
    return out - {
        (subject, SKOS.altLabel, value)
        for (subject, predicate), value in first.items()
        if predicate == SKOS.prefLabel
    }


def direct_links(event: Event) -> Iterator[tuple[Actor, Actor]]:
    """The ordered pairs of actors that the event links, were it to have happened.

    Who stands alike is linked both ways; who acts on another, one way.
    """
    return linked(
        event.kind,
        sources=event.actors(Role.SOURCE),
        targets=event.actors(Role.TARGET),
        participants=event.actors(Role.PARTICIPANT),
        mediators=event.actors(Role.MEDIATOR),
    )


def event_label(event: Event) -> str:
    """A readable line: who did what, where and when.

    A planned event says so, and one that was called off as well.
    """
    sources, targets = event.actors(Role.SOURCE), event.actors(Role.TARGET)
    others = event.actors(Role.PARTICIPANT)
    if event.kind is EventClass.MEDIATION:
        sources = tuple(dict.fromkeys((*sources, *event.actors(Role.MEDIATOR))))
        targets = tuple(a for a in (*others, *targets) if a not in sources)
    elif not (sources or targets):
        sources, targets = others[:1], others[1:]
    else:
        rest = tuple(a for a in others if a not in sources and a not in targets)
        sources, targets = (sources, (*targets, *rest)) if sources else (rest, targets)
    if sources and targets:
        text = f"{_names(sources)} {_VERBS[event.kind]} {_names(targets)}"
    elif sources:
        text = f"{_names(sources)} {_ALONE.get(event.kind, _VERBS[event.kind])}"
    else:
        text = f"{event.kind.value}: {_names(targets)}"
    parts = [text]
    if event.place:
        parts.append(event.place.label)
    if event.date:
        parts.append(_readable(event.date))
    line = ", ".join(parts)
    return line if event.status is Status.HAPPENED else f"{line} ({_STATUS_WORDS[event.status]})"


_RANK = {Status.HAPPENED: 0, Status.CALLED_OFF: 1, Status.PLANNED: 2}
_SINGLE = frozenset(
    {
        *(DCTERMS.title, DGM.confidence, DGM.country, DGM.iso3, DGM.place, DGM.status),
        *(RDF.type, RDFS.label, SKOS.prefLabel, WGS84.lat, WGS84.long),
    }
)
_STATUS_WORDS = {Status.PLANNED: "planned", Status.CALLED_OFF: "called off"}


def _of_article(article: Article, node: URIRef) -> Iterator[Triple]:
    yield node, RDF.type, DGM.Article
    yield node, DCTERMS.identifier, Literal(article.id)
    yield node, DGM.text, Literal(article.text)
    yield node, DCTERMS.language, Literal(article.language)
    if article.title:
        yield node, DCTERMS.title, Literal(article.title)
    if article.url:
        yield node, DCTERMS.source, Literal(article.url, datatype=XSD.anyURI)
    if article.published:
        yield node, DCTERMS.issued, _date(article.published.isoformat())
    if article.publisher:
        yield node, DCTERMS.publisher, Literal(article.publisher)


def _of_event(event: Event, node: URIRef, namer: Namer) -> Iterator[Triple]:
    yield node, RDF.type, _term(event.kind.value)
    yield node, RDFS.label, Literal(event_label(event))
    yield node, DGM.status, _term(event.status.value)
    yield node, DGM.confidence, _decimal(event.confidence, 2)
    if event.date:
        yield node, DGM.date, _date(event.date)
    if event.title:
        yield node, DCTERMS.title, Literal(event.title)
    for participation in event.participations:
        actor, role = participation.actor, participation.role
        address = namer.actor(actor)
        yield node, _term(role.value), address
        yield node, _term(role.general.value), address
        if role is Role.MEDIATOR:  # a mediator acts, and sits at the table
            yield node, DGM.source, address
        yield from _of_actor(actor, namer)
    for actor in event.according_to:
        yield node, DGM.accordingTo, namer.actor(actor)
        yield from _of_actor(actor, namer)
    if event.place:
        yield node, DGM.place, namer.place(event.place)
        yield from _of_place(event.place, namer)
    for document in event.documents:
        address = namer.document(document, node)
        yield node, DGM.produced, address
        yield from _of_document(document, address)
    for topic in event.topics:
        address = namer.topic(topic)
        yield node, DGM.topic, address
        yield address, RDF.type, SKOS.Concept
        yield address, SKOS.prefLabel, Literal(topic)


def _of_actor(actor: Actor, namer: Namer) -> Iterator[Triple]:
    node = namer.actor(actor)
    yield node, RDF.type, _term(actor.kind.value)
    yield node, SKOS.prefLabel, Literal(actor.label)
    for alias in actor.aliases:
        if alias != actor.label:
            yield node, SKOS.altLabel, Literal(alias)
    for office in actor.offices:
        yield node, DGM.role, Literal(office)
    if actor.iso3:
        yield node, DGM.iso3, Literal(actor.iso3)
    if actor.wikidata:
        yield node, SKOS.exactMatch, URIRef(WIKIDATA + actor.wikidata)
    if actor.represents:
        yield node, DGM.represents, namer.actor(actor.represents)
        yield from _of_actor(actor.represents, namer)


def _of_place(place: Place, namer: Namer) -> Iterator[Triple]:
    node = namer.place(place)
    yield node, RDF.type, DGM.Place
    yield node, SKOS.prefLabel, Literal(place.label)
    if place.latitude is not None and place.longitude is not None:
        yield node, WGS84.lat, _decimal(place.latitude, 5)
        yield node, WGS84.long, _decimal(place.longitude, 5)
    if place.country:
        yield node, DGM.country, namer.actor(place.country)
        yield from _of_actor(place.country, namer)


def _of_document(document: Document, node: URIRef) -> Iterator[Triple]:
    yield node, RDF.type, _term(document.kind.value)
    yield node, DCTERMS.title, Literal(document.title)
    if document.date:
        yield node, DCTERMS.date, _date(document.date)


def _of_evidence(evidence: Evidence, node: URIRef, article: URIRef) -> Iterator[Triple]:
    yield node, RDF.type, DGM.Evidence
    yield node, OA.exact, Literal(evidence.exact)
    yield node, OA.start, _integer(evidence.start)
    yield node, OA.end, _integer(evidence.end)
    yield node, PROV.wasQuotedFrom, article


@lru_cache(maxsize=256)
def _term(name: str) -> URIRef:
    return DGM[name]


@lru_cache(maxsize=4096)
def _date(text: str) -> Literal:
    # Not normalised: rdflib would parse the date, at thirty times the cost, to write the same text.
    return Literal(text, datatype=_DATE_TYPES[len(text)], normalize=False)


@lru_cache(maxsize=4096)
def _decimal(value: float, digits: int) -> Literal:
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return Literal("0" if text == "-0" else text, datatype=XSD.decimal, normalize=False)


@lru_cache(maxsize=4096)
def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=XSD.integer, normalize=False)


def _names(actors: tuple[Actor, ...]) -> str:
    names = [a.label for a in actors]
    if len(names) > 4:
        return f"{', '.join(names[:3])} and {len(names) - 3} others"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _readable(date: str) -> str:
    year, *rest = date.split("-")
    if not rest or not 1 <= int(rest[0]) <= 12:
        return date
    # Not strftime: the month would follow the locale of whoever runs it.
    month = f"{_MONTHS[int(rest[0]) - 1]} {year}"
    return f"{int(rest[1])} {month}" if len(rest) == 2 else month


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
