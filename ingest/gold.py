"""Reads hand-made annotation: articles, each with the events that a careful reader finds in it."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.model import EventClass, Status
from ingest.tellings import Party, Telling, names

TYPES: Mapping[str, EventClass] = {
    "meet": EventClass.MEETING,
    "visit": EventClass.VISIT,
    "call": EventClass.CALL,
    "convene": EventClass.CONVENING,
    "mediate": EventClass.MEDIATION,
    "sign": EventClass.SIGNING,
    "agree": EventClass.AGREEMENT,
    "relations-up": EventClass.RELATIONS_UPGRADE,
    "relations-down": EventClass.RELATIONS_DOWNGRADE,
    "support": EventClass.SUPPORT,
    "request": EventClass.REQUEST,
    "accuse": EventClass.ACCUSATION,
    "reject": EventClass.REJECTION,
    "threaten": EventClass.THREAT,
    "sanction": EventClass.SANCTION,
    "aid": EventClass.AID,
    "cooperate": EventClass.COOPERATION,
    "force": EventClass.FORCE,
}
STATUSES: Mapping[str, Status] = {
    "happened": Status.HAPPENED,
    "planned": Status.PLANNED,
    "called-off": Status.CALLED_OFF,
}
_CODE = re.compile("[A-Z]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """One article's annotation."""

    id: str
    genre: str
    events: tuple[Telling, ...]


def read_gold(paths: Iterable[str]) -> dict[str, Annotated]:
    """The annotation of every article in the files, by the article's id.

    Raises `InputError` that names file and line where a row cannot be used.
    """
    out: dict[str, Annotated] = {}
    for path in paths:
        for where, row in _rows(path):
            made = _annotated(row, where)
            if made.id in out:
                raise InputError(f"{where}: the id {made.id} stands twice; give each its own")
            out[made.id] = made
    return out


def _rows(path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError(f"{where}: the row is not JSON ({error})") from error
        if not isinstance(row, dict) or not isinstance(row.get("events"), list):
            raise InputError(f'{where}: the row has no "events"; write [] where there are none')
        yield where, row


def _annotated(row: dict[str, Any], where: str) -> Annotated:
    try:
        parties = _parties(row["actors"])
        events = tuple(_telling(event, parties) for event in row["events"])
        return Annotated(id=str(row["id"]), genre=str(row.get("genre", "")), events=events)
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{where}: the annotation cannot be read ({type(error).__name__}: {error}); "
            "see data/gold/README.md"
        ) from error


def _parties(actors: list[dict[str, Any]]) -> dict[str, Party]:
    alone = {actor["id"]: _party(actor, None) for actor in actors}
    return {a["id"]: _party(a, _side(a["for"], alone) if a.get("for") else None) for a in actors}


def _party(actor: dict[str, Any], side: Party | None) -> Party:
    country = actor["kind"] == "country"
    also = [] if actor["kind"] == "person" else [actor["id"]]
    return Party(
        names=names([actor["name"], *also, *actor.get("aliases", ())]),
        country=country,
        code=actor["id"] if country else None,
        side=side,
    )


def _side(identifier: str, known: Mapping[str, Party]) -> Party:
    if identifier in known:
        return known[identifier]
    country = bool(_CODE.fullmatch(identifier))
    return Party(names=names([identifier]), country=country, code=identifier if country else None)


def _telling(event: dict[str, Any], parties: Mapping[str, Party]) -> Telling:
    def who(role: str) -> tuple[Party, ...]:
        return tuple(
            parties.get(i) or Party(names=names([i]), country=True, code=i)
            for i in event.get(role) or ()
        )

    return Telling(
        kind=TYPES[event["type"]],
        status=STATUSES[event["status"]],
        sources=who("from"),
        targets=who("to"),
        others=who("with"),
        date=event.get("date"),
        place=event.get("place"),
        country=event.get("country"),
        documents=tuple(document["title"] for document in event.get("documents") or ()),
        evidence=event["evidence"],
    )
