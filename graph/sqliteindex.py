"""What pages ask about many events and about words, answered from the index of a store."""

# ruff: noqa: S608 - only text of our own goes into the questions; values are bound

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any

from rdflib import URIRef

from graph import indexlinks
from graph.contacts import Contacts
from graph.entries import ACTOR, COUNTRY, DOCUMENT, EVENT, KINDS, PLACE, REPRESENTS, STATES, TOPIC
from graph.happenings import Happening
from graph.indexbatch import LINKS, RELATIONS, SEPARATOR
from graph.search import KINDS as SOUGHT
from graph.search import Hit
from graph.statistics import Statistics, counted
from graph.wanted import Facet, Share, Wanted
from graph.words import excerpt, expression, fold, holds

_WEIGHTS = "8.0, 4.0, 1.0"
"""What a word counts in a name, in another name, and in a sentence or text."""
_CANDIDATES = 200
_SUGGESTED = (ACTOR, PLACE, TOPIC, DOCUMENT)
_ID = "(SELECT id FROM thing WHERE address = ?)"
_MONTHS = {Facet.MONTH: 7, Facet.YEAR: 4}
_SEARCH = f"""
SELECT address, entry.kind, names, other, body, events FROM (
    SELECT thing, row_number() OVER (PARTITION BY kind ORDER BY near DESC, score, thing) AS place
    FROM (
        SELECT thing, kind, plain = ?1 AS near, score
        FROM (SELECT rowid, bm25(words, {_WEIGHTS}) AS score FROM words WHERE words MATCH ?2)
            AS found JOIN entry ON entry.thing = found.rowid
        WHERE kind IN (SELECT value FROM json_each(?3))
    )
) AS best JOIN entry ON entry.thing = best.thing JOIN thing ON id = best.thing
WHERE place <= ?4 ORDER BY entry.kind, place
"""
"""The best of each kind: by the words' weight, with what is called just so in front."""


@dataclass(frozen=True, slots=True)
class SqliteIndex:
    """Answers from the tables of `graph.indexfile`."""

    connect: Callable[[], AbstractContextManager[sqlite3.Connection]]

    def narrowed(self, wanted: Wanted) -> Wanted:
        """The same events; words cost little here."""
        return wanted

    def total(self, wanted: Wanted) -> int:
        """How many events there are."""
        where, values = _where(wanted)
        return int(self._rows(f"SELECT count(*) FROM event e WHERE {where}", values)[0][0])

    def latest(self, wanted: Wanted, limit: int, offset: int = 0) -> list[URIRef]:
        """The events, those of the latest day first, those without a day last."""
        where, values = _where(wanted)
        rows = self._rows(
            f"SELECT e.address FROM event e WHERE {where} "
            "ORDER BY e.day DESC, e.address LIMIT ? OFFSET ?",
            (*values, limit, offset),
        )
        return [URIRef(address) for (address,) in rows]

    def shares(self, facet: Facet, wanted: Wanted, limit: int | None = None) -> list[Share]:
        """How many of the events have each value, the most frequent first; months in order."""
        if facet is Facet.KIND:
            return _ranked(self._bits("kinds", KINDS, replace(wanted, kind=None)), limit)
        if facet is Facet.STATUS:
            return _ranked(self._bits("states", STATES, replace(wanted, status=None)), limit)
        where, values = _where(wanted)
        if facet in _MONTHS:
            rows = self._rows(
                f"SELECT substr(e.day, 1, {_MONTHS[facet]}) AS value, count(*) FROM event e "
                f"WHERE {where} AND e.day IS NOT NULL GROUP BY value ORDER BY value",
                values,
            )
            return [Share(value, count) for value, count in rows][:limit]
        return self._linked(facet, wanted, limit)

    def span(self, wanted: Wanted) -> tuple[str | None, str | None]:
        """The days of the first and of the last of the events."""
        where, values = _where(wanted)
        query = f"SELECT min(e.day), max(e.day) FROM event e WHERE {where}"
        ((first, last),) = self._rows(query, values)
        return first, last

    def statistics(self) -> Statistics:
        """What the merged graph holds, counted."""
        with self.connect() as connection:
            run = connection.execute
            classes = run("SELECT classes, count(*) FROM entry GROUP BY classes").fetchall()
            ((statements,),) = run("SELECT sum(statements) FROM entry").fetchall()
            states = run("SELECT states, count(*) FROM event GROUP BY states").fetchall()
            ((first, last),) = run("SELECT min(day), max(day) FROM event").fetchall()
        typed: dict[str, int] = {}
        for names, count in classes:
            for name in names.split():
                typed[name] = typed.get(name, 0) + count
        return counted(typed, _spread(states, STATES), statements or 0, first, last)

    def search(
        self, words: str, kinds: Collection[str] = SOUGHT, limit: int = 20
    ) -> tuple[Hit, ...]:
        """What holds every one of the words, at most ``limit`` of each kind, best first."""
        wanted = words.split()
        match = expression(wanted)
        if not match:
            return ()
        plain = fold(" ".join(wanted))
        rows = self._rows(
            _SEARCH, (plain, match, json.dumps(sorted(kinds)), max(limit, _CANDIDATES))
        )
        found: dict[str, list[tuple[Any, ...]]] = {}
        for row in rows:
            found.setdefault(row[1], []).append(row)
        return tuple(
            _hit(row, wanted)
            for kind in SOUGHT
            for row in sorted(found.get(kind, ()), key=lambda r: _nearness(r, plain))[:limit]
        )

    def suggest(self, prefix: str, limit: int = 10) -> tuple[Hit, ...]:
        """Actors, places, topics and documents with a name that the words begin, busiest first."""
        wanted = prefix.split()
        match = expression(wanted, "names other")
        if not match:
            return ()
        rows = self._rows(
            "SELECT address, kind, entry.names, entry.other, '', events FROM words JOIN entry "
            "ON entry.thing = words.rowid JOIN thing ON id = entry.thing WHERE words MATCH ? "
            "AND kind IN (SELECT value FROM json_each(?)) ORDER BY events DESC, address LIMIT ?",
            (match, json.dumps(_SUGGESTED), max(limit, _CANDIDATES)),
        )
        plain = fold(" ".join(wanted))
        rows.sort(key=lambda row: not any(fold(n).startswith(plain) for n in _all_names(row)))
        return tuple(_hit(row, wanted) for row in rows[:limit])

    def matches(self, words: str, limit: int) -> list[tuple[str, float]]:
        """The addresses of all things that hold the words, with their scores, best first."""
        match = expression(words.split())
        if not match:
            return []
        rows = self._rows(
            f"SELECT address, bm25(words, {_WEIGHTS}) AS score FROM words "
            "JOIN thing ON id = words.rowid WHERE words MATCH ? ORDER BY score, address LIMIT ?",
            (match, limit),
        )
        return [(address, -score) for address, score in rows if not address.startswith("_:")]

    def articles(self, limit: int, offset: int = 0) -> list[URIRef]:
        """Articles, the newest first, those without a day last."""
        rows = self._rows(
            "SELECT address FROM entry JOIN thing ON id = thing WHERE kind = 'article' "
            "ORDER BY day DESC, address LIMIT ? OFFSET ?",
            (limit, offset),
        )
        return [URIRef(address) for (address,) in rows]

    def events_of(self, things: Iterable[URIRef]) -> dict[URIRef, int]:
        """How many events each of the actors, places, documents or articles has, if any."""
        with self.connect() as connection:
            return indexlinks.events_of(connection, things)

    def reports_of(self, events: Iterable[URIRef]) -> dict[URIRef, int]:
        """How many articles report each of the events."""
        with self.connect() as connection:
            return indexlinks.reports_of(connection, events)

    def counterparts(
        self, actor: URIRef, *, deputies: bool, status: str | None = None
    ) -> dict[URIRef, dict[str, int]]:
        """With whom an actor shares events, and how many of each class.

        With ``deputies``, the events of those who represent it count as its own.
        """
        states = (1 << len(STATES)) - 1 if status is None else _bit(STATES, status)
        with self.connect() as connection:
            return indexlinks.counterparts(connection, actor, deputies=deputies, states=states)

    def happenings(self) -> list[Happening]:
        """All events with their actors in the general roles; sorted by date."""
        with self.connect() as connection:
            return indexlinks.happenings(connection)

    def contacts(self) -> Contacts:
        """Who is linked with whom, and through how many events."""
        with self.connect() as connection:
            return indexlinks.contacts(connection)

    def linking(self, start: URIRef, end: URIRef) -> list[Happening]:
        """Events that hold all shortest chains from one actor to another, and perhaps more."""
        with self.connect() as connection:
            return indexlinks.linking(connection, start, end)

    def actor_names(self) -> dict[URIRef, tuple[str, str]]:
        """Label and class of every actor."""
        with self.connect() as connection:
            return indexlinks.actor_names(connection)

    def _bits(self, column: str, names: Iterable[str], wanted: Wanted) -> dict[str, int]:
        where, values = _where(wanted)
        query = f"SELECT e.{column}, count(*) FROM event e WHERE {where} GROUP BY e.{column}"
        return _spread(self._rows(query, values), names)

    def _linked(self, facet: Facet, wanted: Wanted, limit: int | None) -> list[Share]:
        where, values = _where(wanted)
        narrow = (
            "" if where == "1" else f"AND l.event IN (SELECT e.thing FROM event e WHERE {where})"
        )
        if facet is Facet.COUNTRY:
            counted_by = (
                "SELECT r.object AS value, count(DISTINCT l.event) AS number FROM link l "
                f"JOIN relation r ON r.subject = l.value AND r.property = {RELATIONS[COUNTRY]} "
                f"WHERE l.property = {LINKS[PLACE]} {narrow} GROUP BY r.object"
            )
        else:
            counted_by = (
                "SELECT l.value, count(*) AS number FROM link l "
                f"WHERE l.property = {LINKS[facet.value]} {narrow} GROUP BY l.value"
            )
        rows = self._rows(
            f"SELECT address, number FROM ({counted_by}) JOIN thing ON id = value "
            "ORDER BY number DESC, address LIMIT ?",
            (*values, -1 if limit is None else limit),
        )
        return [Share(value, count) for value, count in rows]

    def _rows(self, query: str, values: Iterable[object] = ()) -> list[tuple[Any, ...]]:
        with self.connect() as connection:
            return connection.execute(query, tuple(values)).fetchall()


def _where(wanted: Wanted) -> tuple[str, list[object]]:
    """The conditions on ``e``, and their values; "1" where there is none."""
    parts: list[str] = []
    values: list[object] = []

    def add(part: str, *given: object) -> None:
        parts.append(part)
        values.extend(given)

    if wanted.kind is not None:
        add("e.kinds & ?", _bit(KINDS, wanted.kind))
    if wanted.status is not None:
        add("e.states & ?", _bit(STATES, wanted.status))
    if wanted.since:
        add("e.day >= ?", wanted.since)
    if wanted.until:
        add("e.day <= ?", wanted.until + "~")
    if wanted.confidence is not None:
        add("e.confidence >= ?", float(f"{wanted.confidence:.2f}"))
    linked = "e.thing IN (SELECT event FROM link WHERE property = {} AND value {})"
    for actor in wanted.actors:
        deputies = f"SELECT subject FROM relation WHERE property = {RELATIONS[REPRESENTS]}"
        same = f"IN (SELECT {_ID} UNION ALL {deputies} AND object = {_ID})"
        add(linked.format(LINKS[ACTOR], same), actor, actor)
    for name, thing in ((PLACE, wanted.place), (TOPIC, wanted.topic), (DOCUMENT, wanted.document)):
        if thing is not None:
            add(linked.format(LINKS[name], f"= {_ID}"), thing)
    if wanted.country is not None:
        places = f"SELECT subject FROM relation WHERE property = {RELATIONS[COUNTRY]}"
        add(linked.format(LINKS[PLACE], f"IN ({places} AND object = {_ID})"), wanted.country)
    if wanted.words:
        match = expression(wanted.words)
        if match:
            add("e.thing IN (SELECT rowid FROM words WHERE words MATCH ?)", match)
        else:
            add("0")
    if wanted.among is not None:
        add(
            "e.address IN (SELECT value FROM json_each(?))",
            json.dumps([str(event) for event in wanted.among]),
        )
    return " AND ".join(parts) or "1", values


def _bit(names: Iterable[str], wanted: str) -> int:
    return sum(1 << n for n, name in enumerate(names) if name == wanted)


def _spread(rows: Iterable[tuple[int, int]], names: Iterable[str]) -> dict[str, int]:
    """How many have each bit set, by the bit's name."""
    counts = {str(name): 0 for name in names}
    for bits, count in rows:
        for number, name in enumerate(counts):
            if bits >> number & 1:
                counts[name] += count
    return {name: count for name, count in counts.items() if count}


def _ranked(counts: dict[str, int], limit: int | None) -> list[Share]:
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [Share(name, count) for name, count in ranked][:limit]


def _all_names(row: tuple[Any, ...]) -> list[str]:
    return [text for part in row[2:4] for text in part.split(SEPARATOR) if text]


def _nearness(row: tuple[Any, ...], plain: str) -> tuple[int, int]:
    """Sorts what is called exactly so first, then what begins so; of these the busier first."""
    if row[1] in (EVENT, "article"):
        return 2, 0
    names = [fold(name) for name in _all_names(row)]
    rank = 0 if plain in names else 1 if any(n.startswith(plain) for n in names) else 2
    return rank, -row[5]


def _hit(row: tuple[Any, ...], words: list[str]) -> Hit:
    address, kind, names, other, body, _ = row
    labels = names.split(SEPARATOR)
    label = labels[0] or address.rpartition("/")[2]
    shown = ""
    if not holds(label, words):
        texts = [text for part in (*labels[1:], *other.split(SEPARATOR)) if (text := part)]
        name = next((text for text in texts if holds(text, words)), "")
        quotes = body.split(SEPARATOR)
        quote = next((text for text in quotes if holds(text, words)), quotes[0])
        shown = name or excerpt(quote, words)
    return Hit(address=URIRef(address), kind=kind, label=label, excerpt=shown)
