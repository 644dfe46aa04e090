"""The start page: what the graph holds, and ways into it."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, Response

from graph.store import GraphReader
from graph.vocabulary import DGM
from web import answers
from web.catalogue import Wanted, by_kind, by_month, latest
from web.dossiers.actors import ACTOR_KINDS
from web.dossiers.events import EventLine, event_lines
from web.facts import Named, address_of, local, names, number_of
from web.histogram import Bar, bars
from web.pages.events import link
from web.queries import question
from web.site import site

blueprint = Blueprint("start", __name__)
_DOCUMENTS = (
    *("Declaration", "Treaty", "AgreementText", "Memorandum"),
    *("Communique", "Statement", "Resolution", "Plan"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What the graph holds, in numbers."""

    events: int
    actors: int
    articles: int
    documents: int
    places: int
    first: str | None
    last: str | None


@blueprint.get("/")
def page() -> Response:
    """The start page."""
    store = site().store
    held = holdings(store)
    happened = Wanted(status="happened")
    return answers.page(
        "start.html",
        held=held,
        latest=latest_events(store, happened),
        busiest=busiest(store),
        kinds=by_kind(store, Wanted()),
        bars=_bars(store),
    )


def holdings(reader: GraphReader) -> Holdings:
    """The numbers of events, actors, articles, documents and places, and the span of days."""
    kinds = {row["type"]: number_of(row, "count") for row in reader.select(question("kinds"))}
    by_name: Mapping[str, int] = {local(term): count for term, count in kinds.items()}
    totals = reader.select(question("totals"))[0]
    return Holdings(
        events=number_of(totals, "count"),
        actors=sum(by_name.get(kind, 0) for kind in ACTOR_KINDS),
        articles=kinds.get(DGM.Article, 0),
        documents=sum(by_name.get(kind, 0) for kind in _DOCUMENTS),
        places=kinds.get(DGM.Place, 0),
        first=str(totals["first"]) if "first" in totals else None,
        last=str(totals["last"]) if "last" in totals else None,
    )


def latest_events(reader: GraphReader, wanted: Wanted) -> tuple[EventLine, ...]:
    """The eight latest of the wanted events."""
    return event_lines(reader, latest(reader, wanted, 8))


def busiest(reader: GraphReader) -> list[tuple[Named, int]]:
    """The actors with the most events, each with their number."""
    rows = reader.select(question("busiest"))
    called = names(reader, (address_of(row, "actor") for row in rows))
    return [(called[address_of(row, "actor")], number_of(row, "count")) for row in rows]


def _bars(reader: GraphReader) -> list[Bar]:
    return bars(by_month(reader, Wanted()), lambda since, until: link(since=since, until=until))
