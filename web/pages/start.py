"""The start page: what the graph holds, and ways into it."""

from dataclasses import dataclass

from flask import Blueprint, Response
from rdflib import URIRef

from graph.index import index_of
from graph.statistics import Statistics
from graph.store import GraphReader
from web import answers, catalogue
from web.catalogue import Wanted, by_month, latest
from web.dossiers.events import EventLine, event_lines
from web.facts import Named, names
from web.filters import link
from web.held import held
from web.histogram import Bar, bars
from web.site import site

blueprint = Blueprint("start", __name__)
_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What the start page shows."""

    statistics: Statistics
    first: str | None
    last: str | None
    latest: tuple[EventLine, ...]
    busiest: tuple[tuple[Named, int], ...]
    bars: tuple[Bar, ...]


@blueprint.get("/")
def page() -> Response:
    """The start page."""
    return answers.page("start.html", start=held(site().store, start), shown=_SHOWN)


def start(reader: GraphReader) -> Start:
    """The numbers, the span of days, the latest events, the busiest actors, events over time."""
    index = index_of(reader)
    first, last = index.span(Wanted(status="happened"))
    return Start(
        statistics=index.statistics(),
        first=first,
        last=last,
        latest=latest_events(reader, Wanted(status="happened")),
        busiest=busiest(reader),
        bars=_bars(reader),
    )


def latest_events(reader: GraphReader, wanted: Wanted) -> tuple[EventLine, ...]:
    """The eight latest of the wanted events."""
    return event_lines(reader, latest(reader, wanted, 8))


def busiest(reader: GraphReader) -> tuple[tuple[Named, int], ...]:
    """The actors with the most events, each with their number."""
    shares = catalogue.busiest(reader)
    called = names(reader, (URIRef(share.value) for share in shares))
    return tuple((called[URIRef(share.value)], share.count) for share in shares)


def _bars(reader: GraphReader) -> tuple[Bar, ...]:
    months = by_month(reader, Wanted())
    return tuple(bars(months, lambda since, until: link(since=since, until=until)))
