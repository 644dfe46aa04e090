"""The list of events: filters as links, chips to take them off, how they fall, and the data."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, request, url_for
from rdflib import URIRef
from werkzeug.datastructures import MultiDict

from graph.store import GraphReader
from web import answers, catalogue
from web.catalogue import Wanted
from web.dossiers.events import EventLine, event_lines
from web.facts import Named, names
from web.filters import PER_FILE, PER_PAGE, changed, page_number, pager, wanted_events
from web.held import held
from web.histogram import bars
from web.queries import among
from web.site import site
from web.wording import STATUSES, counted, day, title

blueprint = Blueprint("events", __name__)
_BATCH = 50
"""How many events of a file are made at a time: the first go out while others are still made."""
_COLUMNS = (
    *("event", "label", "type", "status", "date", "place", "participants", "sources", "targets"),
    *("documents", "topics", "confidence", "reports"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value that narrows the list: its name, how many events are left, the link."""

    name: str
    count: int
    href: str
    chosen: bool = False
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A filter that is on, and the link that takes it off."""

    name: str
    href: str


@blueprint.get("/events")
def page() -> Response:
    """The list as a page."""
    store = site().store
    wanted = held(store, catalogue.narrowed, wanted_events(request.args))
    number = page_number(request.args)
    found = held(store, catalogue.total, wanted)
    events = held(store, catalogue.latest, wanted, PER_PAGE, (number - 1) * PER_PAGE)
    called = names(store, _things(wanted))
    args = request.args
    return answers.page(
        "events.html",
        forms=answers.LIST,
        stem=url_for("events.page"),
        query=request.query_string.decode(),
        wanted=wanted,
        found=found,
        sentence=sentence(found, wanted, called),
        lines=event_lines(store, events),
        chips=chips(args, wanted, called),
        choices=choices(store, args, wanted),
        bars=bars(
            held(store, catalogue.by_month, wanted),
            lambda since, until: changed(args, **{"from": since, "to": until}),
        ),
        pager=pager(args, number, found),
        args=args,
    )


@blueprint.get("/events.<any(csv,json,ttl,jsonld):suffix>")
def file(suffix: str) -> Response:
    """A thousand events of the list as data; ``page`` goes on."""
    store = site().store
    wanted = held(store, catalogue.narrowed, wanted_events(request.args))
    number = page_number(request.args)
    form = next(form for form in answers.LIST if form.suffix == suffix)
    events = catalogue.latest(store, wanted, PER_FILE, (number - 1) * PER_FILE)
    batches = (event_lines(store, events[at : at + _BATCH]) for at in range(0, len(events), _BATCH))
    if form is answers.CSV:
        response = answers.streamed(as_csv(batches), form)
    elif form is answers.JSON:
        response = answers.streamed(answers.json_pieces(batches), form)
    else:
        response = answers.graph(store.construct(among("statements", events)), form)
    if len(events) == PER_FILE:
        onward = changed(request.args, page=str(number + 1), endpoint="events.file", suffix=suffix)
        response.headers.add("Link", f'<{onward}>; rel="next"')
    return response


def chips(args: MultiDict[str, str], wanted: Wanted, called: dict[URIRef, Named]) -> list[Chip]:
    """The filters that are on."""
    out = []
    if wanted.kind:
        out.append(Chip(name=title(wanted.kind), href=changed(args, type=None)))
    keys = args.getlist("actor")
    for actor in wanted.actors:
        rest = [key for key in keys if site().address(key) != actor]
        out.append(Chip(name=called[actor].label, href=changed(args, actor=rest)))
    for name in ("place", "topic", "document"):
        thing = getattr(wanted, name)
        if thing:
            out.append(Chip(name=called[thing].label, href=_without(args, name)))
    if wanted.status:
        out.append(Chip(name=STATUSES[wanted.status], href=changed(args, status=None)))
    if wanted.since:
        out.append(Chip(name=f"from {day(wanted.since)}", href=_without(args, "from")))
    if wanted.until:
        out.append(Chip(name=f"to {day(wanted.until)}", href=changed(args, to=None)))
    if wanted.confidence:
        name = f"confidence {wanted.confidence:.0%} or more"
        out.append(Chip(name=name, href=changed(args, confidence=None)))
    if wanted.words:
        out.append(Chip(name=f"“{' '.join(wanted.words)}”", href=changed(args, q=None)))
    return out


def choices(
    store: GraphReader, args: MultiDict[str, str], wanted: Wanted
) -> dict[str, list[Choice]]:
    """The values that narrow the list further, by the filter they belong to."""
    actors, places = (
        held(store, catalogue.by_actor, wanted),
        held(store, catalogue.by_place, wanted),
    )
    called = names(store, (URIRef(share.value) for share in (*actors, *places)))
    kinds = [
        Choice(
            name=title(share.value),
            count=share.count,
            href=changed(args, type=None if share.value == wanted.kind else share.value),
            chosen=share.value == wanted.kind,
            tone=share.value,
        )
        for share in held(store, catalogue.by_kind, wanted)
    ]
    states = [
        Choice(
            name=STATUSES.get(share.value, share.value),
            count=share.count,
            href=changed(args, status=None if share.value == wanted.status else share.value),
            chosen=share.value == wanted.status,
        )
        for share in held(store, catalogue.by_status, wanted)
    ]
    who = [
        Choice(
            name=called[URIRef(share.value)].label,
            count=share.count,
            href=changed(args, actor=[*args.getlist("actor"), site().key(share.value)]),
        )
        for share in actors
        if len(wanted.actors) < 3
    ]
    where = [
        Choice(
            name=called[URIRef(share.value)].label,
            count=share.count,
            href=changed(args, place=(site().key(share.value) or "").removeprefix("place/")),
        )
        for share in places
        if not wanted.place
    ]
    return {"Type": kinds, "Status": states, "Actor": who, "Place": where}


def sentence(found: int, wanted: Wanted, called: dict[URIRef, Named]) -> str:
    """What the list shows, in words."""
    parts = [counted(found, "event") if found else "No events"]
    if wanted.kind:
        parts.append(f"of the type {title(wanted.kind).lower()}")
    if wanted.status:
        parts.append(
            {"happened": "that happened", "planned": "that were planned"}.get(
                wanted.status, "that were called off"
            )
        )
    if wanted.actors:
        parts.append("with " + " and ".join(called[actor].label for actor in wanted.actors))
    if wanted.place:
        parts.append(f"in {called[wanted.place].label}")
    if wanted.document:
        parts.append(f"that produced {called[wanted.document].label}")
    if wanted.topic:
        parts.append(f"about {called[wanted.topic].label}")
    if wanted.since and wanted.until:
        same = wanted.since == wanted.until
        span = (
            f"in {day(wanted.since)}"
            if same
            else f"from {day(wanted.since)} to {day(wanted.until)}"
        )
        parts.append(span)
    elif wanted.since:
        parts.append(f"since {day(wanted.since)}")
    elif wanted.until:
        parts.append(f"until {day(wanted.until)}")
    if wanted.confidence:
        parts.append(f"at {wanted.confidence:.0%} confidence or more")
    if wanted.words:
        parts.append(f"with the words “{' '.join(wanted.words)}”")
    return " ".join(parts) + ", latest first." if found > 1 else " ".join(parts) + "."


def as_csv(batches: Iterable[tuple[EventLine, ...]]) -> Iterator[str]:
    """The events as CSV, a piece for each batch; the first has a head line as well."""
    head: tuple[tuple[object, ...], ...] = (_COLUMNS,)
    for lines in batches:
        out = io.StringIO()
        csv.writer(out).writerows((*head, *_rows(lines)))
        yield out.getvalue()
        head = ()
    if head:
        yield ",".join(_COLUMNS) + "\r\n"


def _rows(lines: Iterable[EventLine]) -> Iterator[tuple[object, ...]]:
    """The cells of each event; several names in one are parted by semicolons."""
    for line in lines:
        several = (
            line.actors("participant"),
            line.actors("source"),
            line.actors("target"),
            line.documents,
            line.topics,
        )
        people = ["; ".join(thing.label for thing in things) for things in several]
        place = line.place.label if line.place else ""
        head = (line.address, line.label, line.kind, line.status, line.date or "", place)
        yield (*head, *people, f"{line.confidence:.2f}", line.reports)


def _without(args: MultiDict[str, str], name: str) -> str:
    change: dict[str, Any] = {name: None}
    return changed(args, **change)


def _things(wanted: Wanted) -> tuple[URIRef, ...]:
    single = (wanted.place, wanted.topic, wanted.document)
    return (*wanted.actors, *(thing for thing in single if thing))
