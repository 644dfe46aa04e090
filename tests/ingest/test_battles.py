"""Acts of force that name one side: the other is of the place, tells it, or was told before."""

from datetime import date

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Al-Shabaab fighters seize the town of Wote, Kenya.", "Force al-shabaab > KEN"),
        ("The Taliban abduct dozens of men in a village near Nakuru.", "Force taliban > KEN"),
        ("Nakuru is under siege from al-Shabaab.", "Force al-shabaab > KEN"),
        ("Norwegian troops capture the city of Nakuru in western Kenya.", "Force NOR > KEN"),
        (
            "The Kenyan army suffers a setback after soldiers are killed by al-Shabaab.",
            "Force al-shabaab > KEN",
        ),
        ("The Kenyan army says that jets targeted al-Shabaab.", "Force ken-army > al-shabaab"),
        (
            "Six Kenyan soldiers and nine al-Shabaab gunmen are killed in a shootout near Nakuru.",
            "Force KEN > al-shabaab",
        ),
        (
            "Six Kenyan soldiers were killed in a blast near Nakuru. "
            "Al-Shabaab claims responsibility.",
            "Force al-shabaab > KEN",
        ),
        (
            "Six Kenyan soldiers were killed in a blast in Nakuru. Al-Shabaab is suspected.",
            "Force al-shabaab > KEN",
        ),
        ("Norwegian forces target Nakuru with 13 drones.", "Force NOR > KEN"),
        (
            "A blast kills six police recruits in Nakuru, Kenya. Al-Shabaab claims responsibility.",
            "Force al-shabaab > KEN",
        ),
        ("The Kenyan Defence Ministry says jets targeted al-Shabaab.", "Force KEN > al-shabaab"),
        ("Hezbollah fired rockets from southern Lebanon.", "Force hezbollah > ISR"),
        (
            "Palestinian militants fired two rockets from the Gaza Strip.",
            "Force palestinian-militants > ISR",
        ),
        (
            "Palestinian gunmen killed two people in the West Bank.",
            "Force palestinian-militants > ISR",
        ),
        (
            "Six soldiers from Kenya are killed and ten wounded during a fight with al-Shabaab.",
            "Force al-shabaab > KEN",
        ),
        (
            "Two officers are killed in Nakuru, Kenya, in an ambush by remnants of al-Shabaab.",
            "Force al-shabaab > KEN",
        ),
        (
            "Norway says that its forces have seized a hill amid its fight with al-Shabaab.",
            "Force NOR > al-shabaab",
        ),
        ("Kenya arrests 40 people accused of links to al-Shabaab.", "Force KEN > al-shabaab"),
        ("Kenya detains four men for alleged ties to al-Shabaab.", "Force KEN > al-shabaab"),
        ("Kenya arrests six alleged al-Shabaab terrorists.", "Force KEN > al-shabaab"),
        (
            "Kenya arrests three men suspected of belonging to al-Shabaab.",
            "Force KEN > al-shabaab",
        ),
        (
            "Three Kenyan policemen and two Somali soldiers are killed in border clashes.",
            "Force KEN > SOM",
        ),
        ("NATO-led troops raid an al-Shabaab base.", "Force nato > al-shabaab"),
        ("The U.S.-led invasion of Kenya began in 2003.", "Force USA > KEN"),
        ("Abu Sayyaf militants attack a market, killing nine people.", "Force abu-sayyaf > PHL"),
    ],
)
def test_the_open_side_is_the_state_where_they_fight(text: str, wanted: str, read: Read) -> None:
    assert wanted in lines(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Six soldiers from Kenya were captured while fighting alongside al-Shabaab rebels.",
        "Norway retakes control of Bergen as the last troops return to Kenya.",
        "Norwegian sailors seize a cargo of arms off the coast of Kenya.",
        "Kenyan police arrest two men who planned an attack for al-Shabaab in Nakuru.",
        "Al-Shabaab fighters advance towards the border with Kenya.",
        "Norway condemned the attacks launched by al-Shabaab on 7 October.",
        "Al-Shabaab, in a message sent from Nakuru, claims responsibility.",
        "A blast at a market in Nakuru, Kenya, kills six. Al-Shabaab claims responsibility.",
        "Six people are killed in a blast in Nakuru, Kenya. Al-Shabaab is suspected.",
        "Norwegian troops clashed with jihadists near Nakuru, Kenya.",
        "Six people are killed in combat between rival groups in the Kenyan town of Nakuru.",
        "The Red Cross believes it has killed six people in Kenya.",
        "Norwegian troops killed 20 jihadists in western Kenya.",
        "Norwegian marines battled militants near Nakuru, Kenya.",
        "Kenya detains 12 men suspected of killing two members of al-Shabaab.",
    ],
)
def test_a_place_alone_is_no_side(text: str, read: Read) -> None:
    assert [one for one in lines(read(text)) if one.startswith("Force")] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ukrainian forces shot down six missiles.", ["Force UKR > RUS"]),
        ("Russian forces capture the village of Lower Hill.", ["Force RUS > UKR"]),
        ("Russian police shot a gunman in Moscow.", []),
        ("Al-Shabaab fighters attack a hotel.", ["Force al-shabaab > SOM"]),
        ("Al-Shabaab fighters attack a hotel in Kenya.", ["Force al-shabaab > KEN"]),
    ],
)
def test_in_a_war_news_names_only_one_of_the_foes(text: str, wanted: list[str], read: Read) -> None:
    assert lines(read(text, date(2023, 5, 20))) == wanted


def test_before_a_war_they_were_no_foes(read: Read) -> None:
    assert lines(read("Ukrainian forces shot down six missiles.", date(2010, 5, 20))) == []


@pytest.mark.parametrize(
    "answer", ["Kenyan forces returned fire.", "Kenya retaliated with air strikes."]
)
def test_who_was_struck_strikes_back_at_those_who_did_it(answer: str, read: Read) -> None:
    told = lines(read(f"Norwegian troops shelled the Kenyan port of Mombasa. {answer}"))
    assert told == ["Force KEN > NOR", "Force NOR > KEN"]


def test_what_a_leader_orders_is_the_deed_of_the_state(read: Read) -> None:
    assert "Force USA > PAN" in lines(read("President Bush sent 24,000 troops into Panama."))
    assert lines(read("President Bush attacked the governor of Panama.")) == []


def test_the_own_side_is_not_struck_where_others_are(read: Read) -> None:
    told = lines(read("The Kenyan army announced the capture of Nakuru from al-Shabaab."))
    assert told == ["Force ken-army > al-shabaab"]


def test_troops_loyal_to_a_leader_are_those_of_the_state(read: Read) -> None:
    text = "Al-Shabaab fought troops loyal to Kenyan President Uhuru Kenyatta."
    assert lines(read(text)) == ["Force al-shabaab > KEN"]
