"""Digests are read item by item; what is no digest is read whole."""

from datetime import date

import pytest

from graph.model import Article
from ingest.digests import parts
from tests.ingest.outline import Read, lines

ITEMS = (
    "Norway's foreign minister met his Kenyan counterpart in Oslo. (BBC)",
    "A storm hits the coast of Chile and leaves ten people dead. (Reuters)",
    "The two sides agree on a truce in the north of the island. (AP)",
)


def _texts(text: str, title: str = "") -> list[str]:
    found = parts(Article(id="a", text=text, title=title, published=date(2020, 5, 20)))
    assert all(text[start : start + len(part.text)] == part.text for start, part in found)
    return [part.text for _, part in found]


def test_items_with_their_sources_stand_alone() -> None:
    text = "\n\n".join(("Politics", *ITEMS))
    assert _texts(text) == [f"Politics\n\n{ITEMS[0]}", *ITEMS[1:]]


def test_headings_part_the_items_of_a_summary() -> None:
    one, two, three = (f"Heading {n}\n\nIt was said. It was so." for n in "123")
    assert _texts(f"{one}\n\n{two}\n\n{three}", "World News Summary") == [one, two, three]


def test_bullets_that_come_again_part_a_feed() -> None:
    one, two, three = (f"• Updated\n\nItem {n} tells what happened here." for n in "123")
    assert _texts(f"{one}\n\n{two}\n\n{three}") == [one, two, three]


@pytest.mark.parametrize(
    "text",
    [
        "A talk was held.\n\nAdvertisement\n\nIt was long.\n\nAdvertisement\n\nIt was dull.",
        "Norway met Kenya.\n\nThe talks were long.\n\nThey will go on.\n\nNobody was hurt.",
        "\n\n".join(ITEMS[:2]),
    ],
)
def test_other_texts_are_read_whole(text: str) -> None:
    assert _texts(text) == [text]


def test_no_item_goes_on_in_another(read: Read) -> None:
    text = "\n\n".join(ITEMS)
    events = read(text)
    assert lines(events) == ["Meeting KEN, NOR"]
    (evidence,) = events[0].evidence
    assert text[evidence.start : evidence.end] == evidence.exact
