"""The published test set keeps its own rules, and wrong annotation is named with file and line."""

import datetime
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError
from graph.model import EventClass
from ingest.gold import STATUSES, TYPES, read_gold
from tests.floors import PATHS

_KINDS = {"country", "person", "igo", "ngo", "government-body", "armed-group", "company"}
_GENRES = {"wire", "release", "readout", "speech", "analysis", "multi", "noise", "trap"}
_ROW = {"id", "url", "title", "published", "genre", "truncated", "text", "actors", "events"}
_EVENT = {"type", "status", "date", "place", "country", "from", "to", "with", "documents"}


def rows(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


ROWS = [row for path in PATHS for row in rows(path)]


def by_id(row: dict[str, Any]) -> str:
    return str(row["id"])


@pytest.mark.parametrize("row", ROWS, ids=by_id)
def test_a_row_is_well_formed(row: dict[str, Any]) -> None:
    assert set(row) == _ROW | {"topics"}
    assert row["genre"] in _GENRES
    assert (row["genre"] == "trap") == (not row["events"])
    datetime.date.fromisoformat(row["published"])
    assert row["text"] == row["text"].strip()


@pytest.mark.parametrize("row", ROWS, ids=by_id)
def test_every_actor_is_known_and_takes_part(row: dict[str, Any]) -> None:
    actors = {actor["id"]: actor for actor in row["actors"]}
    assert len(actors) == len(row["actors"])
    used = {i for e in row["events"] for role in ("from", "to", "with") for i in e[role]}
    used |= {actor["for"] for actor in row["actors"] if actor.get("for") in actors}
    assert used == set(actors)
    for actor in row["actors"]:
        assert actor["kind"] in _KINDS
        assert actor["kind"] != "country" or re.fullmatch("[A-Z]{3}", actor["id"])
        assert actor["kind"] != "person" or actor["name"] in row["text"]
        side = actor.get("for", "NOR")
        assert side in actors or re.fullmatch("[A-Z]{3}", side)


@pytest.mark.parametrize("row", [row for row in ROWS if row["events"]], ids=by_id)
def test_every_event_is_well_formed_and_stands_in_the_text(row: dict[str, Any]) -> None:
    for event in row["events"]:
        assert set(event) == _EVENT | {"name", "evidence"}
        assert event["type"] in TYPES
        assert event["status"] in STATUSES
        assert event["evidence"].strip()
        assert event["evidence"] in row["text"]
        assert event["from"] + event["to"] + event["with"]
        assert event["type"] != "visit" or event["country"] == event["to"][0]
        if event["date"]:
            datetime.date.fromisoformat(event["date"] + "-01-01"[len(event["date"]) - 4 :])
        for word in filter(None, (event["place"], event["name"])):
            assert word.casefold() in row["text"].casefold()
        for document in event["documents"]:
            assert set(document) == {"title", "kind"}
            assert document["title"] in row["text"]


def test_the_set_is_large_and_covers_every_class_with_a_third_of_traps() -> None:
    texts, articles = (rows(path) for path in PATHS)
    assert len(texts) >= 150
    assert len(articles) >= 20
    assert all(150 <= len(row["text"].split()) <= 350 for row in articles)
    assert 0.3 <= sum(not row["events"] for row in ROWS) / len(ROWS) <= 0.4
    counts = Counter(TYPES[event["type"]] for row in ROWS for event in row["events"])
    assert set(counts) == set(EventClass)
    assert min(counts.values()) >= 12
    statuses = Counter(event["status"] for row in ROWS for event in row["events"])
    assert min(statuses.values()) >= 12


def test_no_text_stands_twice() -> None:
    texts = Counter(row["text"] for row in ROWS)
    assert max(texts.values()) == 1


def test_annotation_is_read_with_its_actors_and_sides(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text(json.dumps(_visit("a")) + "\n\n", encoding="utf-8")
    (event,) = read_gold([str(path)])["a"].events
    assert event.kind is EventClass.VISIT
    assert event.sources[0].names == {"ada lind"}
    assert event.sources[0].lifted.code == "NOR"
    assert event.targets[0].code == "KEN"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["{"], "mine.jsonl:1: the row is not JSON"),
        (['{"id": "a"}'], 'mine.jsonl:1: the row has no "events"'),
        (['{"id": "a", "events": [], "actors": [{"id": "x"}]}'], "mine.jsonl:1: the annotation"),
        (['{"id": "a", "events": [{"type": "dance"}], "actors": []}'], "'dance'"),
        (['{"id": "a", "events": [], "actors": []}'] * 2, "mine.jsonl:2: the id a stands twice"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, lines: list[str], message: str) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(message)):
        read_gold([str(path)])


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=re.escape("no.jsonl: cannot be read")):
        read_gold([str(tmp_path / "no.jsonl")])


def _visit(name: str) -> dict[str, Any]:
    return {
        "id": name,
        "actors": [
            {"id": "lind", "name": "Ada Lind", "kind": "person", "for": "NOR"},
            {"id": "KEN", "name": "Kenya", "kind": "country"},
        ],
        "events": [
            {
                "type": "visit",
                "status": "happened",
                "from": ["lind"],
                "to": ["KEN"],
                "evidence": "Ada Lind visits Kenya.",
            }
        ],
    }
