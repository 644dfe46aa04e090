"""Events as pages show them: a line in a list, or all that is known of one."""

from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.namespace import DCTERMS, RDFS, SKOS

from graph.errors import NotFoundError
from graph.index import index_of
from graph.store import GraphReader
from graph.vocabulary import DGM
from web.facts import Facts, Named, address_of, facts, names, number_of
from web.queries import question
from web.wording import GENERAL, ROLES, STATUSES, day

_ROLE_TERMS = tuple((role, DGM[role]) for role in ROLES)
_DIRECT_FIRST = ("happened", "planned", "calledOff")


@dataclass(frozen=True, slots=True)
class Part:
    """An actor and its most special role."""

    role: str
    actor: Named


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """An event with what a list shows of it; dates as the graph writes them."""

    address: URIRef
    label: str
    headline: str
    """The label without the place and the day that it ends with."""
    title: str | None
    kind: str
    status: str
    date: str | None
    confidence: float
    place: Named | None
    parts: tuple[Part, ...]
    documents: tuple[Named, ...]
    topics: tuple[Named, ...]
    according_to: tuple[Named, ...]
    reports: int

    def actors(self, *roles: str) -> tuple[Named, ...]:
        """The actors in these roles, or in one that falls under them."""
        return tuple(p.actor for p in self.parts if {p.role, GENERAL.get(p.role)} & set(roles))


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text; ``mark`` says whether it is the quoted words, ``actor`` whom it names."""

    text: str
    mark: bool = False
    actor: Named | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence that states an event, with the text before and after it in its article."""

    exact: str
    start: int
    end: int
    before: str
    pieces: tuple[Piece, ...]
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An article that reports an event, with its sentences."""

    article: Named
    publisher: str | None
    issued: str | None
    source: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDossier:
    """All that is known of one event."""

    event: EventLine
    reports: tuple[Report, ...]


def event_lines(reader: GraphReader, events: Iterable[URIRef]) -> tuple[EventLine, ...]:
    """The events as lines, in the order given; what is no event is left out."""
    known = facts(reader, events)
    reports = index_of(reader).reports_of(known)
    linked = names(
        reader,
        (
            link
            for about in known.values()
            for term in (*(t for _, t in _ROLE_TERMS), *_OF_EVENT)
            for link in about.links(term)
        ),
    )
    return tuple(
        _line(about, linked, reports.get(event, 0))
        for event, about in known.items()
        if about.links(DGM.status)
    )


def event_dossier(reader: GraphReader, event: URIRef) -> EventDossier:
    """All about an event; raises `NotFoundError` where there is none at the address."""
    lines = event_lines(reader, (event,))
    if not lines:
        raise NotFoundError(f"no event has the address {event}")
    rows = reader.select(question("quotes"), event=event)
    articles = facts(reader, (address_of(row, "article") for row in rows))
    called = _called(reader, lines[0])
    reports = []
    for article, about in articles.items():
        text = about.text(DGM.text) or ""
        title = about.text(DCTERMS.title) or article_name(article)
        spans = [
            (number_of(row, "start"), number_of(row, "end"), str(row["exact"]))
            for row in rows
            if address_of(row, "article") == article
        ]
        reports.append(
            Report(
                article=Named(article, title, "Article"),
                publisher=about.text(DCTERMS.publisher),
                issued=about.text(DCTERMS.issued),
                source=about.text(DCTERMS.source),
                quotes=tuple(_quote(text, *span, called) for span in sorted(spans)),
            )
        )
    reports.sort(key=lambda r: (r.issued or "9999", r.article.address))
    return EventDossier(event=lines[0], reports=tuple(reports))


def article_name(article: URIRef) -> str:
    """What an article without a title is called: the end of its address."""
    return str(article).rpartition("/")[2]


_OF_EVENT = (DGM.place, DGM.produced, DGM.topic, DGM.accordingTo)


def _line(about: Facts, linked: dict[URIRef, Named], reports: int) -> EventLine:
    parts: dict[URIRef, Part] = {}
    for role, term in _ROLE_TERMS:
        for actor in about.links(term):
            parts.setdefault(actor, Part(role, linked[actor]))
    order = list(ROLES)
    ranked = sorted(parts.values(), key=lambda p: (order.index(p.role), p.actor.label))
    label = about.text(RDFS.label) or article_name(about.address)
    place = next((linked[p] for p in about.links(DGM.place)), None)
    date = max(about.texts(DGM.date), key=len, default=None)
    stated = {str(s).rpartition("#")[2] for s in about.links(DGM.status)}
    status = next((s for s in _DIRECT_FIRST if s in stated), "happened")
    return EventLine(
        address=about.address,
        label=label,
        headline=_headline(label, status, date, place),
        title=about.text(DCTERMS.title),
        kind=next(iter(about.kinds), "Event"),
        status=status,
        date=date,
        confidence=max((float(c) for c in about.texts(DGM.confidence)), default=0.0),
        place=place,
        parts=tuple(ranked),
        documents=tuple(linked[d] for d in about.links(DGM.produced)),
        topics=tuple(linked[t] for t in about.links(DGM.topic)),
        according_to=tuple(linked[a] for a in about.links(DGM.accordingTo)),
        reports=reports,
    )


def _headline(label: str, status: str, date: str | None, place: Named | None) -> str:
    line = label.removesuffix(f" ({STATUSES[status]})")
    if date:
        line = line.removesuffix(f", {day(date)}")
    return line.removesuffix(f", {place.label}") if place else line


def _called(reader: GraphReader, line: EventLine) -> tuple[tuple[str, Named], ...]:
    """The names by which the text may call the actors, the longest first."""
    from_graph = facts(reader, (p.actor.address for p in line.parts), "profiles")
    called = {
        name: part.actor
        for part in line.parts
        if (about := from_graph.get(part.actor.address))
        for name in _names_of(about)
        if len(name) > 1
    }
    return tuple(sorted(called.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def _names_of(about: Facts) -> tuple[str, ...]:
    return (*about.texts(SKOS.prefLabel), *about.texts(SKOS.altLabel))


def _quote(
    text: str, start: int, end: int, exact: str, called: tuple[tuple[str, Named], ...]
) -> Quote:
    before, after = "", ""
    if text[start:end] == exact:
        before, after = _before(text[:start]), _after(text[end:])
    return Quote(
        exact=exact,
        start=start,
        end=end,
        before=before,
        pieces=_named_pieces(exact, called),
        after=after,
    )


def _before(text: str, width: int = 320) -> str:
    paragraph = text[text.rfind("\n") + 1 :]
    if len(paragraph) <= width:
        return paragraph
    cut = paragraph[-width:]
    return "… " + cut[cut.find(" ") + 1 :]


def _after(text: str, width: int = 320) -> str:
    paragraph = text.split("\n", 1)[0]
    if len(paragraph) <= width:
        return paragraph
    return paragraph[:width].rpartition(" ")[0] + " …"


def _named_pieces(exact: str, called: tuple[tuple[str, Named], ...]) -> tuple[Piece, ...]:
    """The sentence cut where it names an actor: whole words, the longest name first."""
    pieces: list[Piece] = []
    at = plain = 0
    while at < len(exact):
        found = None
        if at == 0 or not exact[at - 1].isalnum():
            found = next(
                (
                    (name, actor)
                    for name, actor in called
                    if exact.startswith(name, at) and not exact[at + len(name) :][:1].isalnum()
                ),
                None,
            )
        if found is None:
            at += 1
            continue
        if plain < at:
            pieces.append(Piece(text=exact[plain:at], mark=True))
        name, actor = found
        pieces.append(Piece(text=name, mark=True, actor=actor))
        at = plain = at + len(name)
    if plain < len(exact):
        pieces.append(Piece(text=exact[plain:], mark=True))
    return tuple(pieces)
