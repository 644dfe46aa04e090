"""One article: its stored text, cut where its events are stated, and what is known about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rdflib import URIRef
from rdflib.namespace import DCTERMS

from graph.errors import NotFoundError
from graph.index import index_of
from graph.store import GraphReader
from graph.vocabulary import DGM
from web.dossiers.events import EventLine, article_name, event_lines
from web.facts import Facts, address_of, facts, number_of
from web.queries import question


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of text that the same sentences cover."""

    text: str
    events: tuple[int, ...] = ()
    """The numbers, from 1, of the events that the covering sentences state."""
    anchors: tuple[str, ...] = ()
    """The sentences that begin here, as ``at-START-END``."""
    ends: tuple[int, ...] = ()
    """The numbers of the events whose sentence ends here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine:
    """An article with what a list shows of it."""

    address: URIRef
    title: str
    publisher: str | None
    issued: str | None
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDossier:
    """All that is known of one article."""

    address: URIRef
    title: str
    identifier: str
    publisher: str | None
    issued: str | None
    source: str | None
    language: str
    paragraphs: tuple[tuple[Run, ...], ...]
    events: tuple[EventLine, ...]
    """In the order of the text: the first has the number 1."""


def article_dossier(reader: GraphReader, article: URIRef) -> ArticleDossier:
    """All about an article; raises `NotFoundError` where there is none at the address."""
    about = facts(reader, (article,)).get(article)
    if about is None or "Article" not in about.kinds:
        raise NotFoundError(f"no article has the address {article}")
    spans: list[tuple[int, int, URIRef]] = [
        (number_of(row, "start"), number_of(row, "end"), address_of(row, "event"))
        for row in reader.select(question("article_quotes"), article=article)
    ]
    lines = event_lines(reader, (event for _, _, event in spans))
    numbers = {line.address: number for number, line in enumerate(lines, 1)}
    text = about.text(DGM.text) or ""
    return ArticleDossier(
        address=article,
        title=about.text(DCTERMS.title) or article_name(article),
        identifier=about.text(DCTERMS.identifier) or "",
        publisher=about.text(DCTERMS.publisher),
        issued=about.text(DCTERMS.issued),
        source=about.text(DCTERMS.source),
        language=about.text(DCTERMS.language) or "en",
        paragraphs=paragraphs(
            text, [(start, end, numbers[event]) for start, end, event in spans if event in numbers]
        ),
        events=lines,
    )


def article_lines(reader: GraphReader, articles: Iterable[URIRef]) -> tuple[ArticleLine, ...]:
    """The articles as lines, in the order given."""
    known = facts(reader, articles)
    events = index_of(reader).events_of(known)
    return tuple(_line(about, events.get(article, 0)) for article, about in known.items())


def paragraphs(text: str, spans: Iterable[tuple[int, int, int]]) -> tuple[tuple[Run, ...], ...]:
    """The paragraphs of a text as runs; each span is a start, an end and an event's number.

    Spans may overlap: the text is cut wherever one begins or ends. Joined, the runs of each
    paragraph are the paragraph.
    """
    inside = [(s, min(e, len(text)), n) for s, e, n in spans if 0 <= s < min(e, len(text))]
    cuts = {0, len(text), *(s for s, _, _ in inside), *(e for _, e, _ in inside)}
    out: list[tuple[Run, ...]] = []
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if line.strip():
            edges = sorted({at, end, *(cut for cut in cuts if at < cut < end)})
            out.append(tuple(_run(text, a, b, inside) for a, b in pairwise(edges)))
        at = end + 1
    return tuple(out)


def _run(text: str, start: int, end: int, spans: list[tuple[int, int, int]]) -> Run:
    covering = {n for s, e, n in spans if s <= start and end <= e}
    return Run(
        text=text[start:end],
        events=tuple(sorted(covering)),
        anchors=tuple(sorted({f"at-{s}-{e}" for s, e, _ in spans if s == start})),
        ends=tuple(sorted({n for _, e, n in spans if e == end})),
    )


def _line(about: Facts, events: int) -> ArticleLine:
    return ArticleLine(
        address=about.address,
        title=about.text(DCTERMS.title) or article_name(about.address),
        publisher=about.text(DCTERMS.publisher),
        issued=about.text(DCTERMS.issued),
        events=events,
    )
