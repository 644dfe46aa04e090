"""What news items of one sentence tell, and what they only touch on."""

import pytest

from tests.ingest.outline import Read, lines

NONE = [
    "Kenya's navy rescued 80 people whom al-Shabaab had kidnapped.",
    "A Kenyan fisherman who was lost at sea for days was rescued by the Norwegian Navy.",
    "Two former members of the Norwegian Army go on trial in Nairobi, Kenya, for fraud.",
    "Norway's president says children in Kenya are suffering the worst hunger in decades.",
    "Norway says that Kenyan soldiers stopped saboteurs from infiltrating its border.",
    "Five Norwegian soldiers are killed by masked fighters in Kenya.",
    "The bodies of two Norwegian soldiers killed in a bomb blast in Kenya are flown home.",
    "Norway's air force bombed a refugee camp near the border with Kenya.",
    "Norway asks its citizens to leave Kenya immediately.",
    "Peru names Ana Soto its new negotiator in the six-party talks.",
    "Norway's minister says she believes that there can be a trade deal between Norway and Kenya.",
    "Norway's army attacked Kenya-backed fighters.",
    "Norway suspends combat missions over Kenya.",
    "Norway says that the court has not violated the rights of Kenya.",
    "The Norwegian navy blames bad weather for the loss of a ship off Kenya.",
    "Norway announces a new missile, and Kenya holds elections.",
    "Kenya approves a vaccine made in Norway.",
    "Norway indicates that Kenya may return to the African Union.",
    "Norwegian Prime Minister Ole Vik announces plans to deploy trainers to Kenya.",
    "The Food and Agriculture Organization warns that northern Kenya faces food shortages.",
    "A former Kenyan minister is jailed for aiding war crimes in Norway.",
    "Norway's state-owned oil company Nordol signs a deal with Kenya.",
    "Norway–Kenya peace talks, Elections in Somalia",
]


@pytest.mark.parametrize("text", NONE)
def test_what_an_item_only_touches_on_is_no_event(text: str, read: Read) -> None:
    assert lines(read(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenyan troops killed ten suspected Taliban fighters.", "Force KEN > taliban"),
        ("Four Kenyans were shot dead by alleged ISIL militants.", "Force islamic-state > KEN"),
        ("Somali rebels attack a Kenyan base.", "Force somali-rebels > KEN"),
        ("Norway accuses Hezbollah backed by Iran of fraud.", "Support IRN > hezbollah"),
        (
            "Norway summons Ana Soto, the Kenyan deputy chief of mission, to protest the ruling.",
            "RelationsDowngrade NOR > ana-soto",
        ),
        ("Norway has launched legal action against Kenya.", "Accusation NOR > KEN"),
        ("Norway declares al-Shabaab a terrorist group.", "Sanction NOR > al-shabaab"),
        ("Kenya calls for an immediate ceasefire with Norway.", "Request KEN > NOR"),
        ("Norwegian Prime Minister Ole Vik visits Kenya for talks.", "Meeting KEN, ole-vik"),
        (
            "NATO opens an inquiry after a Norwegian airstrike kills five Kenyan policemen.",
            "Force NOR > KEN",
        ),
        ("Norwegian troops took back the town from al-Shabaab.", "Force NOR > al-shabaab"),
        ("Norway and Kenya are continuing ceasefire talks in Oslo.", "Meeting KEN, NOR"),
        (
            "Norway and Kenya discussed trade at the first meeting of the leaders "
            "of the two countries.",
            "Meeting KEN, NOR",
        ),
    ],
)
def test_what_an_item_tells_is_who_did_what_to_whom(text: str, wanted: str, read: Read) -> None:
    assert wanted in lines(read(text))


def test_what_others_resist_is_not_done(read: Read) -> None:
    told = read("Norway resists efforts by Kenya to impose sanctions on Peru.")
    assert not [one for one in lines(told) if "Sanction" in one]


def test_between_people_of_no_known_state_all_is_at_home(read: Read) -> None:
    told = read("Former lawmaker Tom Ruud endorses Norwegian Finance Minister Ole Vik.")
    assert lines(told) == []
