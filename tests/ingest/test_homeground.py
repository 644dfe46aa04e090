"""What can only have been in one state is placed there."""

import pytest

from graph.model import EventClass
from tests.ingest.outline import Read


def where(read: Read, text: str, kind: EventClass) -> str | None:
    """The place of the one event of a class."""
    (event,) = (event for event in read(text) if event.kind is kind)
    return event.place.label if event.place else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Norway has shipped tents to Vanuatu.", "Vanuatu"),
        ("Tents from the Government of Norway were delivered to Vanuatu on Monday.", "Vanuatu"),
        ("Norway is sending 40 soldiers to Mali.", "Mali"),
        ("Norway gave 20 million euros to Mali.", None),
    ],
)
def test_aid_that_is_brought_is_where_it_arrives(text: str, place: str | None, read: Read) -> None:
    assert where(read, text, EventClass.AID) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Indian ambassador was called to Kenya's foreign ministry on Monday.", "Kenya"),
        (
            "Mr. Jan Oru, Vice-Minister for Foreign Affairs, summoned Mr. Li Wu, Ambassador of "
            "Peru to Kenya, to the ministry.",
            "Kenya",
        ),
        ("The Indian envoys were called to the foreign ministry in Nairobi.", "Nairobi"),
        ("Kenya is closing the Peruvian embassy.", "Kenya"),
        ("Kenya called its ambassador to Peru home.", None),
    ],
)
def test_diplomats_are_summoned_and_shut_out_where_they_serve(
    text: str, place: str | None, read: Read
) -> None:
    assert where(read, text, EventClass.RELATIONS_DOWNGRADE) == place


def test_a_protest_is_handed_to_who_is_summoned_for_it(read: Read) -> None:
    summoned = "Kenya summoned the ambassador of Peru and accused Peru of spying."
    assert where(read, summoned, EventClass.ACCUSATION) == "Kenya"
    apart = "Kenya accused Peru of spying and summoned the ambassador of Peru."
    assert where(read, apart, EventClass.ACCUSATION) is None


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Norwegian planes bombed Kenya on Monday.", EventClass.FORCE, "Kenya"),
        ("Norway attacked Kenyan peacekeepers.", EventClass.FORCE, None),
        ("Norway pulled its troops out of Kenya.", EventClass.AID, "Kenya"),
        (
            "Peru's ambassador presented her credentials to President Ola Berg of Norway.",
            EventClass.RELATIONS_UPGRADE,
            "Norway",
        ),
        ("Norway established relations with Peru.", EventClass.RELATIONS_UPGRADE, None),
        ("Peru's president ended the visit that she paid to Kenya.", EventClass.VISIT, "Kenya"),
    ],
)
def test_states_that_are_bombed_left_or_visited_are_where_it_is(
    text: str, kind: EventClass, place: str | None, read: Read
) -> None:
    assert where(read, text, kind) == place
