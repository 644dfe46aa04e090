"""The filters of lists: from the query string to what is wanted, and from there to addresses."""

import re
from typing import Any

from flask import url_for
from werkzeug.datastructures import MultiDict

from graph.errors import InputError
from graph.model import EventClass, Status
from web.catalogue import Wanted
from web.site import site

PER_PAGE = 25
PER_FILE = 1000
_NAMES = {"since": "from", "until": "to", "kind": "type", "words": "q"}
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


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


def _with(kind: str, key: str) -> str:
    return key if key.startswith(f"{kind}/") else f"{kind}/{key}"


def _check(good: bool, name: str, value: object, allowed: str) -> None:
    if not good:
        raise InputError(f"{name}={value!r} cannot be used here; allowed is {allowed}")
