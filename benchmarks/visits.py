"""How many of those whom leaders met on their visits are read, and how many of those read they met.

    python -m benchmarks.visits state_visits.jsonl            # the figures
    python -m benchmarks.visits state_visits.jsonl --misses   # and each name missed or doubtful

Takes visits as JSON lines: `id`, `date_start`, `date_end`, `visitor` (`name`, `role`, `country`),
`host_country`, `place`, `text` (the remark, whose subject is the visitor) and `met`, the names in
the remark that the visitor met. Names are compared by their words. Whom else the rules say the
visitor met is right where a sentence of the remark that tells of talks names him.
"""

import argparse
import datetime
import functools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.model import Actor, Article, Event, EventClass, Reading
from ingest.authority import Tables
from ingest.folding import fold
from ingest.reader import Reader

TOGETHER = (EventClass.MEETING, EventClass.CALL, EventClass.CONVENING)
"""Classes of which it can be said that those who take part met."""
_PARTICLES = frozenset(
    {
        "al", "and", "bin", "de", "del", "democratic", "el", "federal", "federated", "former",
        "ibn", "ii", "iii", "iv", "la", "of", "people", "people's", "republic", "s", "state",
        "states", "the", "united", "vi", "von", "xii", "xvi",
    }
)  # fmt: skip
"""Words that many names share."""
_TALKS = re.compile(
    r"\b(?:met|meet|talks|discuss|confer|convers|review|audience|receiv|summit|host|consult|guest|"
    r"dinner|lunch|breakfast|brunch|exchang|saw\b|spoke|brief|interview|call|session|negotiat|"
    r"dialogue|greet|minist|present\b|assembly|forum|opening)",
    re.IGNORECASE,
)

Row = Mapping[str, Any]


@dataclass(slots=True, kw_only=True)
class Count:
    """Of how many, how many are right; and a line for each that is not."""

    right: int = 0
    of: int = 0
    wrong: list[str]

    def add(self, right: bool, line: str) -> None:
        """Counts one more."""
        self.of += 1
        self.right += right
        if not right:
            self.wrong.append(line)

    def __str__(self) -> str:
        share = 100 * self.right / self.of if self.of else 0.0
        return f"{self.right} of {self.of}, {share:.1f} %"


def main() -> None:
    """Reads the visits and prints three shares."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("file", type=Path)
    asked.add_argument("--misses", action="store_true")
    options = asked.parse_args()
    rows = [json.loads(line) for line in options.file.open(encoding="utf-8")]
    reader = Reader.open()
    found, right = measure_met([row for row in rows if row.get("met") is not None], reader)
    visits = measure_visits(rows, reader)
    counts = {"of those met, read": found, "of those read, met": right, "visits read": visits}
    if options.misses:
        for name, count in counts.items():
            for line in count.wrong:
                print(f"not {name}: {line}")
    for name, count in counts.items():
        print(f"{name}: {count}")


def rendered(row: Row) -> Article:
    """The remark behind a sentence that says who visited what."""
    who, place = row["visitor"], row["place"]
    start = datetime.date.fromisoformat(row["date_start"])
    text = (
        f"{who['role'] or ''} {who['name']} of {who['country']} visited {row['host_country']}"
        f"{f', {place}' if place else ''} on {start:%B} {start.day}, {start.year}. "
        f"{row['text'] or ''}"
    )
    published = datetime.date.fromisoformat(row["date_end"] or row["date_start"])
    return Article(id=row["id"], title="", text=text.strip(), published=published)


def measure_met(rows: Sequence[Row], reader: Reader) -> tuple[Count, Count]:
    """How many of the names met are read, and how many of those read are right."""
    found, right = Count(wrong=[]), Count(wrong=[])
    for row, reading in _read(rows, reader):
        partners = list(_partners(row, reading.events))
        for name in row["met"]:
            read = any(_same(name, partner) for partner in partners)
            found.add(read, _line(row, name, partners))
        for partner in partners:
            meant = any(_same(name, partner) for name in row["met"])
            right.add(meant or _told(row, partner), _line(row, partner.label, partners))
    return found, right


def measure_visits(rows: Sequence[Row], reader: Reader) -> Count:
    """How many visits are read with their host."""
    count = Count(wrong=[])
    for row, reading in _read(rows, reader):
        host = row["host_country"]
        visits = [event for event in reading.events if event.kind is EventClass.VISIT]
        told = ", ".join(actor.label for event in visits for actor in event.actors())
        read = any(_shared(host, _names(actor)) for event in visits for actor in event.actors())
        count.add(read, f"{row['id']} [{told}] {reading.article.text}")
    return count


def _read(rows: Sequence[Row], reader: Reader) -> Iterable[tuple[Row, Reading]]:
    return zip(rows, reader.read_many(rendered(row) for row in rows), strict=True)


def _partners(row: Row, events: Iterable[Event]) -> Iterator[Actor]:
    """Who takes part, each once, where the visitor or the state of the visitor does."""
    visitor, seen = row["visitor"], set()
    for event in events:
        if event.kind not in TOGETHER:
            continue
        actors = list(event.actors())
        ours = [actor for actor in actors if _visiting(actor, visitor)]
        for actor in actors if ours else ():
            if actor not in ours and actor.key not in seen:
                seen.add(actor.key)
                yield actor


def _visiting(actor: Actor, visitor: Mapping[str, str]) -> bool:
    return _same(visitor["name"], actor) or _shared(visitor["country"], _names(actor))


def _same(name: str, actor: Actor) -> bool:
    return _shared(name, (actor.label, *actor.aliases))


def _shared(name: str, others: Iterable[str]) -> bool:
    words = set(_words(name))
    return any(words & set(_words(other)) for other in others)


@functools.cache
def _names(actor: Actor) -> tuple[str, ...]:
    """What the actor is called, by the text and by the tables."""
    return (actor.label, *actor.aliases, *_surfaces().get(actor.key, ()))


@functools.cache
def _surfaces() -> Mapping[str, tuple[str, ...]]:
    rows = Tables().read()
    return {entry.actor.key: tuple(name for name, _, _ in names) for entry, names in rows}


def _words(name: str) -> list[str]:
    """The words of a name that tell it from others."""
    words = re.findall(r"\w+", fold(name).lower())
    return [word for word in words if word not in _PARTICLES] or words


def _told(row: Row, partner: Actor) -> bool:
    names = {word for name in _names(partner) for word in _words(name)}
    sentences = re.split(r"(?<=[.;])\s+", row["text"] or "")
    return any(_TALKS.search(sentence) and names & set(_words(sentence)) for sentence in sentences)


def _line(row: Row, name: str, partners: Sequence[Actor]) -> str:
    read = ", ".join(partner.label for partner in partners)
    who = row["visitor"]
    return f"{row['id']} {name} [{read}] {who['name']} > {row['host_country']}: {row['text']}"


if __name__ == "__main__":
    main()
