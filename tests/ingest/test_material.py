"""Aid, measures against states and mediation: how they are told, and what is none of them."""

import pytest

from tests.ingest.outline import Read, lines

TOLD = [
    (
        "The sanctions imposed by Norway on Kenya have been lifted.",
        ["calledOff Sanction NOR > KEN"],
    ),
    (
        "Norway backed down on its threat to expel Kenya's ambassador.",
        ["calledOff Threat NOR > KEN"],
    ),
    ("Norway has offered its mediation to Kenya and Sudan.", ["planned Mediation NOR > KEN, SDN"]),
    ("Norway is prepared to provide $2 million to Moldova.", ["planned Aid NOR > MDA"]),
    ("Poland reopened its border with Belarus.", ["calledOff Sanction POL > BLR"]),
    (
        "A Norwegian-brokered truce between Sudan and Chad took effect.",
        ["Agreement SDN, TCD", "Mediation NOR > SDN, TCD"],
    ),
    ("Norway promised that it would send doctors to Mali.", ["Aid NOR > MLI"]),
    ("Norway failed to ratify the treaty with Kenya.", ["calledOff Signing KEN, NOR"]),
    ("The Norwegian ambassador returned to his post in Rome.", ["RelationsUpgrade NOR > ITA"]),
    ("A Norwegian envoy returned to Rome for talks.", ["Visit NOR > ITA"]),
    ("Thailand handed over a Russian suspect to Norway.", ["Cooperation NOR, THA"]),
    (
        "Norway ordered the closure of the Kenyan consulate in Oslo in retaliation for the closure "
        "of its own.",
        ["RelationsDowngrade NOR > KEN"],
    ),
    ("Norway sent aid to Peru.", ["Aid NOR > PER"]),
    (
        "Norway and Kenya agreed to give Peru more time.",
        ["Agreement KEN, NOR > PER"],
    ),
    ("Norway supports Kenya with words.", ["Support NOR > KEN"]),
    ("The weapons Norway gave Kenya are worn out.", ["Aid NOR > KEN"]),
    ("Two Kenyan officers will be trained in Norway.", ["planned Aid NOR > KEN"]),
    ("Iranian drones were supplied to Russia.", ["Aid IRN > RUS"]),
    ("Norway has set aside 150 million euros for Kenya's budget.", ["Aid NOR > KEN"]),
    ("Norway put 2 million dollars into the Kenyan central bank.", ["Aid NOR > KEN"]),
    ("Norway cut all land, air and sea links with Kenya.", ["Sanction NOR > KEN"]),
    ("Norway ordered a worldwide ban on trade with Kenya.", ["Sanction NOR > KEN"]),
    ("Norwegian and Kenyan bombers flew together over the lake.", ["Cooperation KEN, NOR"]),
    (
        "Norway adopted new sanctions against Kenya, targeting Kenyan banks.",
        ["Sanction NOR > KEN"],
    ),
    ("Norway sent 50 firefighters to help fight wildfires in Peru.", ["Aid NOR > PER"]),
    ("Norway and Poland, both NATO members, signed a treaty.", ["Signing NOR, POL"]),
    ("Norway cancelled Kenya's debt.", ["Aid NOR > KEN"]),
    ("A humanitarian convoy of the Red Cross entered Gaza.", ["Aid icrc > PSE"]),
    ("Norwegian tanks entered Gaza.", ["Force NOR > PSE"]),
    ("Norway became the 30th state to ratify the Rome Statute.", ["Signing NOR"]),
    ("The accords signed by Norway and Kenya are dead.", ["Signing KEN, NOR"]),
    (
        "The Security Council issued a statement condemning the attack by Chad.",
        ["Signing un-security-council"],
    ),
]

NOTHING = [
    "Norway's Prime Minister Ole Hansen pledged to renegotiate a 1962 treaty on water with Kenya.",
    "Norway pledged 20 million dollars in Tokyo.",
    "The Norwegian army handed out blankets in Oslo.",
    "A Kenyan opposition leader was airlifted from Mombasa and transferred to a hospital in Oslo.",
    "Norway unveiled a new alert system, similar to that of the United States.",
    "Norway passed a ban on smoking.",
    "Norway paid its debt to Kenya.",
    "Norway rejected any displacement of Kenyans.",
    "Norway condemned the ouster of Kenyan President Peter Okello.",
    "Norway and Kenya block adoption of a United Nations treaty.",
    "Norway suspended all flights from Kenya over the new coronavirus.",
    "A Kenyan envoy claimed that weapons were being supplied by Norway.",
    "Norway released 20 men under an accord.",
    "The status allows citizens of Kenya to live in Norway.",
    "Norway lets Kenyans live there.",
    "Norway approved the usage of the vaccine after Kenya's agency had granted its approval.",
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD)
def test_material_deeds_are_read_with_their_status(
    read: Read, sentence: str, expected: list[str]
) -> None:
    assert lines(read(sentence)) == expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_helps_or_hits_no_state_is_no_deed(read: Read, sentence: str) -> None:
    assert lines(read(sentence)) == []


def test_who_gives_back_the_dead_gives_no_aid(read: Read) -> None:
    kinds = {
        event.kind for event in read("Israel handed over the bodies of Kenyan soldiers to Chad.")
    }
    assert "Aid" not in kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile shared intelligence with Poland on the smugglers.", ["Cooperation CHL, POL"]),
        ("Chile and Peru opened two checkpoints on Monday.", ["Cooperation CHL, PER"]),
        ("Chile opened a checkpoint in Peru.", []),
        ("Poland did not share intelligence with Chile.", []),
    ],
)
def test_what_two_share_or_open_on_their_border_is_cooperation(
    read: Read, text: str, expected: list[str]
) -> None:
    assert lines(read(text)) == expected
