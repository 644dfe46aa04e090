"""What is told beside the talks or the rite before it was there as well."""

import pytest

from graph.model import EventClass, Place
from tests.ingest.outline import Read

SIGNED = "The foreign ministers of Chile and Peru signed a treaty in Lima on Monday."


def told(read: Read, text: str, kind: EventClass) -> tuple[str | None, str | None]:
    """Day and place of the last event of a class."""
    event = [event for event in read(text) if event.kind is kind][-1]
    return event.date, _label(event.place)


def _label(place: Place | None) -> str | None:
    return place.label if place else None


@pytest.mark.parametrize(
    "text",
    [
        "The presidents of Ghana and Togo, who had talks before the ceremony, looked on.",
        "After the ceremony, the presidents of Ghana and Togo met for an hour.",
        "When the ceremony was over, the presidents of Ghana and Togo met.",
    ],
)
def test_talks_around_a_ceremony_are_where_it_is(text: str, read: Read) -> None:
    assert told(read, f"{SIGNED} {text}", EventClass.MEETING) == ("2020-05-18", "Lima")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The presidents of Ghana and Togo met before the fair in Accra.", "Accra"),
        ("The presidents of Ghana and Togo met.", None),
        ("On Tuesday the presidents of Ghana and Togo met after the ceremony.", None),
    ],
)
def test_other_talks_are_not(text: str, found: str | None, read: Read) -> None:
    assert told(read, f"{SIGNED} {text}", EventClass.MEETING)[1] == found


def test_a_document_that_is_known_was_signed_where_the_text_says(read: Read) -> None:
    signed = "For Ghana the document was signed by Foreign Minister Kofi Addo."
    assert told(read, f"{SIGNED} {signed}", EventClass.SIGNING) == ("2020-05-18", "Lima")


def test_who_is_at_a_session_meets_others_there(read: Read) -> None:
    text = (
        "Estonian Foreign Minister Jaan Tamm attended a conference in Tashkent. "
        "Tamm also met Ghana's foreign minister, Kofi Addo."
    )
    assert told(read, text, EventClass.MEETING)[1] == "Tashkent"
    later = text.replace("Tamm also met", "In 2014 Tamm met")
    assert told(read, later, EventClass.MEETING)[1] is None


def test_a_mediation_is_where_its_parties_met(read: Read) -> None:
    met = "The presidents of Ghana and Togo met in Geneva on Monday."
    led = f"{met} Kenyan President William Ruto had mediated between Ghana and Togo."
    assert told(read, led, EventClass.MEDIATION) == ("2020-05-18", "Geneva")
    others = f"{met} Kenyan President William Ruto had mediated between Chad and Mali."
    assert told(read, others, EventClass.MEDIATION) == (None, None)


def test_a_session_named_before_is_where_and_when_its_name_puts_it(read: Read) -> None:
    named = "The ministers prepared the Oslo Climate Summit in May 2019."
    taken_up = f"{named} The Summit was attended by the presidents of Chile and Peru."
    assert told(read, taken_up, EventClass.CONVENING) == ("2019-05", "Oslo")
