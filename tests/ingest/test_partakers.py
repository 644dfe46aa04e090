"""Who takes part in what a sentence tells, and who is only named beside it."""

import pytest

from tests.ingest.outline import Read, lines

EXACTLY = [
    # who made a thing is not whose it is
    ("An Iranian-made drone was shot down by Israel over Syria.", []),
    ("A US-manufactured drone was shot down by the Libyan National Army.", []),
    ("Israel shot down an Iranian drone over Syria.", ["Force ISR > IRN"]),
    ("Norway imposed tariffs on Chinese-made cars.", ["Sanction NOR > CHN"]),
    ("The prime minister of India addressed a meeting of Indian-Americans.", []),
    ("American-Iranian talks were held in Oslo.", ["Meeting IRN, USA"]),
    # a band is struck, and not the state in which it is
    (
        "Norway launched a wave of airstrikes against al-Shabaab bases in southern Somalia.",
        ["Force NOR > al-shabaab"],
    ),
    ("Israel launched a wave of strikes on towns in Lebanon.", ["Force ISR > LBN"]),
    (
        "An attack on a United Nations office in Kenya by al-Shabaab kills three guards.",
        ["Force al-shabaab > united-nations"],
    ),
    # somebody who acts for himself
    ("Seven people were injured in a stabbing attack by an Algerian man in Lyon.", []),
    ("Ten people were killed in an attack by Kenyan soldiers in Norway.", ["Force KEN > NOR"]),
    # where a bomb goes off, nobody kills
    ("A bomb exploded near a Kenyan convoy killing two Norwegian soldiers.", []),
    (
        "A bomb laid by al-Shabaab exploded near a Kenyan convoy killing two Norwegian soldiers.",
        ["Force al-shabaab > NOR"],
    ),
    # who comes to help
    ("Kenyan troops entered Norway to assist in rescue operations.", ["Aid KEN > NOR"]),
    ("Kenyan troops entered Norway.", ["Force KEN > NOR"]),
    # of what somebody is accused, and who denies it to whom
    ("Norway charged Kenya with giving support to the Taliban.", ["Accusation NOR > KEN"]),
    (
        "Norway accused Kenya of arming Peruvian rebels, which Kenya denied.",
        ["Accusation NOR > KEN", "Rejection KEN > NOR"],
    ),
    # for whom one speaks
    (
        "Kenya and Norway, speaking on behalf of the group, called on Peru to withdraw.",
        ["Request KEN, NOR > PER"],
    ),
    # each for itself
    ("The European Union and Kenya both held emergency meetings on the crisis.", []),
    ("Kenya and Norway both met with Peru's president.", ["Meeting KEN, PER", "Meeting NOR, PER"]),
    ("Kenya and Norway held meetings in Lima.", ["Meeting KEN, NOR"]),
    # whose critics are backed
    ("Norway voiced support for the Iranian protests.", []),
    ("Norway backed the Venezuelan opposition.", []),
    ("Norway voiced support for the people of Iran.", ["Support NOR > IRN"]),
    # whose kin or lawyer somebody is
    ("Kenyan President Peter Okello met Vladimir Putin's son in Lima.", []),
    ("Kenyan President Peter Okello met Donald Trump's lawyer in Lima.", []),
    # who travels, resigns or is asked for himself
    ("Hundreds of Kenyans travelled to Norway to work on farms.", []),
    ("Kenyan officials travelled to Norway.", ["Visit KEN > NOR"]),
    ("The Kenyan minister Peter Okello refused to resign after a report on Norwegian aid.", []),
    ("Norway rejected talks with Kenya in Lima.", ["Rejection NOR > KEN"]),
    # what is taken back within an idiom
    ("The leaders of the African Union put no pressure on Kenya to respect the ruling.", []),
    ("Norway put strong pressure on Kenya to respect the ruling.", ["Request NOR > KEN"]),
    # who is called a counterpart behind his name
    (
        "Kenyan foreign minister Peter Okello met Ole Hansen, his counterpart from Norway.",
        ["Meeting ole-hansen, peter-okello"],
    ),
    (
        "Kenyan minister Peter Okello and Ole Hansen, his Norwegian counterpart, signed a treaty.",
        ["Signing ole-hansen, peter-okello"],
    ),
]


@pytest.mark.parametrize(("text", "told"), EXACTLY)
def test_only_those_take_part_of_whom_it_is_told(read: Read, text: str, told: list[str]) -> None:
    assert lines(read(text)) == told
