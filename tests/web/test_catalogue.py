"""The list of events, how they fall in time, what is kept, and articles cut into runs."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from graph.naming import Namer
from graph.store import GraphReader
from tests.world import BRAATHEN, NORWAY, sample_store
from web import catalogue
from web.catalogue import Share, Wanted
from web.dossiers.articles import paragraphs
from web.dossiers.events import event_lines
from web.held import held
from web.histogram import HEIGHT, WIDTH, bars

_STORE = sample_store()
_NORWAY = Namer().actor(NORWAY)
_BRAATHEN = Namer().actor(BRAATHEN)
WANTED = (
    Wanted(),
    Wanted(kind="Meeting"),
    Wanted(actors=(_NORWAY,)),
    Wanted(actors=(_NORWAY, _BRAATHEN)),
    Wanted(place=URIRef(Namer().base + "place/oslo-nor"), status="happened"),
    Wanted(since="2024-05", until="2024-06"),
    Wanted(confidence=0.8),
    Wanted(words=("oslo",)),
    Wanted(words=("nothing", "at", "all")),
)


@pytest.mark.parametrize("wanted", WANTED)
def test_every_count_is_of_the_same_events(wanted: Wanted) -> None:
    events = catalogue.latest(_STORE, wanted, 100)
    assert len(events) == len(set(events)) == catalogue.total(_STORE, wanted)
    lines = event_lines(_STORE, events)
    months = {share.value: share.count for share in catalogue.by_month(_STORE, wanted)}
    assert sum(months.values()) == len([line for line in lines if line.date])
    for share in catalogue.by_kind(_STORE, wanted):
        one = replace(wanted, kind=share.value)
        assert catalogue.total(_STORE, one) == share.count
    for share in catalogue.by_actor(_STORE, wanted):
        assert share.count <= len(events)
    for share in catalogue.by_place(_STORE, wanted):
        there = [line for line in lines if line.place and str(line.place.address) == share.value]
        assert len(there) == share.count


@pytest.mark.parametrize("wanted", WANTED)
def test_the_latest_come_first_and_pages_do_not_overlap(wanted: Wanted) -> None:
    events = catalogue.latest(_STORE, wanted, 100)
    dates = [line.date or "" for line in event_lines(_STORE, events)]
    assert dates == sorted(dates, reverse=True)
    paged = [catalogue.latest(_STORE, wanted, 5, offset) for offset in range(0, 100, 5)]
    assert [event for page in paged for event in page] == events


@pytest.mark.parametrize("wanted", WANTED)
def test_naming_the_events_that_hold_the_words_changes_nothing(wanted: Wanted) -> None:
    narrowed = catalogue.narrowed(_STORE, wanted)
    assert catalogue.latest(_STORE, narrowed, 100) == catalogue.latest(_STORE, wanted, 100)
    assert catalogue.by_kind(_STORE, replace(narrowed, kind=None)) == catalogue.by_kind(
        _STORE, replace(wanted, kind=None)
    )


def test_two_actors_must_both_take_part() -> None:
    both = Wanted(actors=(_NORWAY, _BRAATHEN))
    assert catalogue.total(_STORE, both) == 3
    assert catalogue.total(_STORE, Wanted(actors=(_NORWAY,))) == 5


@given(
    st.lists(st.tuples(st.integers(1600, 2030), st.integers(0, 12), st.integers(1, 50)), min_size=1)
)
def test_bars_leave_no_event_out_and_no_year(found: list[tuple[int, int, int]]) -> None:
    counts: dict[str, int] = {}
    for year, month, count in found:
        name = f"{year}-{month:02d}" if month else str(year)
        counts[name] = counts.get(name, 0) + count
    drawn = bars([Share(*pair) for pair in sorted(counts.items())], lambda a, b: f"{a} {b}")
    assert sum(bar.count for bar in drawn) == sum(counts.values())
    for one, other in pairwise(drawn):
        assert one.x + one.width <= other.x + 0.01
    assert drawn[-1].x + drawn[-1].width <= WIDTH
    assert max(bar.height for bar in drawn) == HEIGHT
    for bar in drawn:
        first, last = bar.href.split()
        assert first[:4] <= last[:4]


def test_bars_of_months_say_which() -> None:
    drawn = bars([Share("2023-11", 1), Share("2024-02", 3)], lambda a, b: f"{a} {b}")
    assert [bar.name for bar in drawn] == [
        *("November 2023", "December 2023", "January 2024", "February 2024")
    ]
    assert [bar.count for bar in drawn] == [1, 0, 0, 3]
    assert drawn[0].href == "2023-11 2023-11"


_TEXT = st.text(alphabet="ab \n", max_size=60)


@given(_TEXT, st.lists(st.tuples(st.integers(-2, 70), st.integers(-2, 70), st.integers(1, 9))))
def test_runs_joined_are_the_text_and_say_what_covers_them(
    text: str, spans: list[tuple[int, int, int]]
) -> None:
    cut = paragraphs(text, spans)
    assert ["".join(run.text for run in runs) for runs in cut] == [
        line for line in text.split("\n") if line.strip()
    ]
    covered = {
        number
        for start, end, number in spans
        if 0 <= start < end and text[start:end].strip() and start < len(text)
    }
    assert {number for runs in cut for run in runs for number in run.events} >= covered


def test_overlapping_sentences_share_the_words_in_common() -> None:
    ((first, both, last),) = paragraphs("one two three", [(0, 7, 1), (4, 13, 2)])
    assert (first.text, first.events, first.anchors) == ("one ", (1,), ("at-0-7",))
    assert (both.text, both.events, both.anchors, both.ends) == ("two", (1, 2), ("at-4-13",), (1,))
    assert (last.text, last.events, last.ends) == (" three", (2,), (2,))


def test_what_is_held_is_made_again_when_the_store_changes() -> None:
    store, made = sample_store(), []

    def count(reader: GraphReader) -> int:
        made.append(reader)
        return catalogue.total(reader, Wanted())

    assert [held(store, count), held(store, count)] == [23, 23]
    store.remove(Namer().article("world-1"))
    assert held(store, count) == 20
    assert len(made) == 2
