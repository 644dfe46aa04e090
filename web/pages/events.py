"""The list of events: filters as links, chips to take them off, how they fall, and the data."""

import csv
import io
import re
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, request, url_for
from rdflib import URIRef
from werkzeug.datastructures import MultiDict

from graph.errors import InputError
from graph.model import EventClass, Status
from graph.store import GraphReader
from web import answers, catalogue
from web.catalogue import Wanted
from web.dossiers.events import EventLine, event_lines
from web.facts import Named, names
from web.held import held
from web.histogram import bars
from web.queries import among
from web.site import site
from web.wording import STATUSES, counted, day, title

blueprint = Blueprint("events", __name__)
PER_PAGE = 25
PER_FILE = 1000
_NAMES = {"since": "from", "until": "to", "kind": "type", "words": "q"}
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
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
    if form is answers.CSV:
        response = answers.data(as_csv(event_lines(store, events)), form)
    elif form is answers.JSON:
        response = answers.as_json(event_lines(store, events))
    else:
        response = answers.graph(store.construct(among("statements", events)), form)
    if len(events) == PER_FILE:
        onward = changed(request.args, page=str(number + 1), endpoint="events.file", suffix=suffix)
        response.headers.add("Link", f'<{onward}>; rel="next"')
    return response


def wanted_events(args: MultiDict[str, str]) -> Wanted:
    """The events that a query string asks for; raises `InputError` for a value that fits none."""
    kind = args.get("type", "").strip() or None
    _check(kind is None or kind in set(EventClass), "type", kind, "Meeting, Visit, Signing, …")
    status = args.get("status", "").strip() or None
    _check(status is None or status in set(Status), "status", status, ", ".join(Status))
    days = {}
    for name in ("from", "to"):
        days[name] = args.get(name, "").strip() or None
        good = days[name] is None or bool(_DAY.fullmatch(str(days[name])))
        _check(good, name, days[name], "a year, a month or a day, such as 2024-11-14")
    sure = args.get("confidence", "").strip()
    good = not sure or bool(re.fullmatch(r"0(\.\d+)?|1(\.0+)?|\.\d+", sure))
    _check(good, "confidence", sure, "a number from 0 to 1")
    one = {name: args.get(name, "").strip() for name in ("place", "topic", "document")}
    return Wanted(
        kind=kind,
        actors=tuple(site().address(key) for key in args.getlist("actor") if key.strip())[:3],
        place=site().address(_with("place", one["place"])) if one["place"] else None,
        topic=site().address(_with("topic", one["topic"])) if one["topic"] else None,
        document=site().address(_with("document", one["document"])) if one["document"] else None,
        status=status,
        since=days["from"],
        until=days["to"],
        confidence=float(sure) if sure and float(sure) > 0 else None,
        words=tuple(args.get("q", "").split()[:8]),
    )


def page_number(args: MultiDict[str, str]) -> int:
    """The number of the page that a query string asks for, from 1."""
    text = args.get("page", "1").strip() or "1"
    good = bool(re.fullmatch(r"[1-9]\d{0,6}", text))
    _check(good, "page", text, "a whole number from 1")
    return int(text)


def link(**changes: str) -> str:
    """The address of the list with these filters, by the names of `Wanted`'s fields."""
    args: dict[str, Any] = {_NAMES.get(name, name): value for name, value in changes.items()}
    return url_for("events.page", **args)


def changed(args: MultiDict[str, str], endpoint: str = "events.page", **changes: Any) -> str:
    """The list's address with some filters changed; None takes one off. Pages start again."""
    kept: dict[str, Any] = {
        name: args.getlist(name) for name in args if name != "page" and any(args.getlist(name))
    }
    kept.update(changes)
    return url_for(endpoint, **{name: value for name, value in kept.items() if value})


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


def pager(
    args: MultiDict[str, str],
    number: int,
    found: int,
    per_page: int = PER_PAGE,
    **at: str,
) -> dict[str, Any]:
    """Where the page stands among the others, with the links before and after.

    ``at`` is the endpoint, and the parts of its address, of another list than that of events.
    """
    last = max(1, -(-found // per_page))
    return {
        "number": number,
        "last": last,
        "before": changed(args, page=str(number - 1), **at) if number > 1 else None,
        "after": changed(args, page=str(number + 1), **at) if number < last else None,
        "first": (number - 1) * per_page + 1,
        "until": min(number * per_page, found),
        "found": found,
    }


def as_csv(lines: tuple[EventLine, ...]) -> str:
    """The events as CSV with a head line; several names in a cell are parted by semicolons."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
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
        writer.writerow((*head, *people, f"{line.confidence:.2f}", line.reports))
    return out.getvalue()


def _without(args: MultiDict[str, str], name: str) -> str:
    change: dict[str, Any] = {name: None}
    return changed(args, **change)


def _things(wanted: Wanted) -> tuple[URIRef, ...]:
    single = (wanted.place, wanted.topic, wanted.document)
    return (*wanted.actors, *(thing for thing in single if thing))


def _with(kind: str, key: str) -> str:
    return key if key.startswith(f"{kind}/") else f"{kind}/{key}"


def _check(good: bool, name: str, value: object, allowed: str) -> None:
    if not good:
        raise InputError(f"{name}={value!r} cannot be used here; allowed is {allowed}")
