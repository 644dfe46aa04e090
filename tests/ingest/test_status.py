"""Whether an event is told to have happened, to be planned, to be called off, or not at all."""

import pytest

from tests.ingest.outline import Read, lines

HAPPENED = [
    ("Poland accused Kenya of spying.", "Accusation POL > KEN"),
    ("Poland has signed a trade agreement with Kenya.", "Signing KEN, POL"),
    ("Poland began to bomb Kenya.", "Force POL > KEN"),
    ("Poland decided to impose sanctions on Kenya.", "Sanction POL > KEN"),
    ("Poland decided to recognise Kosovo.", "RelationsUpgrade POL > XKX"),
    ("Poland said that it had signed a trade agreement with Kenya.", "Signing KEN, POL"),
    ("After talks between Poland and Kenya, the streets were opened.", "Meeting KEN, POL"),
    ("Poland threatened to bomb Kenya.", "Threat POL > KEN"),
    ("Poland ended diplomatic relations with Kenya.", "RelationsDowngrade POL > KEN"),
    (
        "The Security Council decided to extend the mission, adopting resolution 2729.",
        "Signing un-security-council",
    ),
]
PLANNED = [
    ("Poland will sign a trade agreement with Kenya next week.", "Signing KEN, POL"),
    ("The Polish president is expected to visit Kenya on Monday.", "Visit POL > KEN"),
    ("The Polish president plans to visit Kenya in June.", "Visit POL > KEN"),
    ("Polish President Jan Nowak will visit Kenya on Monday.", "Visit jan-nowak > KEN"),
    ("Poland agreed to sign a treaty with Kenya.", "Signing KEN, POL"),
    ("Poland plans to impose sanctions on Kenya.", "Sanction POL > KEN"),
    ("The foreign ministers of Poland and Kenya will meet in Nairobi.", "Meeting KEN, POL"),
    ("The summit of Poland and Kenya has been rescheduled for May.", "Convening KEN, POL"),
    ("Chile would be present when Poland and Kenya met, it said.", "Meeting KEN, POL"),
    ("Poland seems ready to recognise Kosovo.", "RelationsUpgrade POL > XKX"),
    ("Poland is set to send troops to Kenya.", "Aid POL > KEN"),
    ("Polish President Jan Nowak is due to be received by Kenya.", "Meeting KEN, jan-nowak"),
    (
        "Chile knew of the joint naval exercise with Poland and Kenya planned for February.",
        "Cooperation KEN, POL",
    ),
    ("On Friday the Polish president should meet the Kenyan minister.", "Meeting KEN, POL"),
    ("Chile spoke of the coming summit between Poland and Kenya.", "Convening KEN, POL"),
    ("Polish officials gave no date for the talks between Poland and Kenya.", "Meeting KEN, POL"),
]
CALLED_OFF = [
    ("Poland dropped plans to recall its ambassador to Kenya.", "RelationsDowngrade POL > KEN"),
    ("Plans for a visit by the Polish president to Kenya were scrapped.", "Visit POL > KEN"),
    ("Polish President Jan Nowak cancelled his visit to Kenya.", "Visit jan-nowak > KEN"),
    ("Poland called off its talks with Kenya.", "Meeting KEN, POL"),
    ("Polish President Jan Nowak was to have visited Kenya.", "Visit jan-nowak > KEN"),
    ("The visit of the Polish president to Kenya was cancelled.", "Visit POL > KEN"),
    ("Poland postponed a summit with Kenya.", "Convening KEN, POL"),
    ("The summit of Poland and Kenya in Lima is deferred.", "Convening KEN, POL"),
    ("Poland cancelled its joint exercise with Kenya.", "Cooperation KEN, POL"),
    ("Poland lifted its sanctions on Kenya.", "Sanction POL > KEN"),
    ("Poland announced the lifting of sanctions on Kenya.", "Sanction POL > KEN"),
    ("The easing of sanctions on Kenya was announced by Poland.", "Sanction POL > KEN"),
]
NOTHING = [
    "The Polish minister should meet the Kenyan minister, she said.",
    "A meeting between the presidents of Poland and Kenya is possible.",
    "Chile spoke of what to do in the event of an attack by Poland on Kenya.",
    "The talks between Poland and Kenya were another topic.",
    "They exchanged views on the talks between Poland and Kenya.",
    "They compared notes on the Kenyan talks with Poland.",
    "They discussed the negotiations between Poland and Kenya.",
    "Chile stressed the importance of dialogue between Poland and Kenya.",
    "Polish ministers talked of imposing sanctions on Kenya.",
    "Poland sanctioned a bank for financing Hezbollah.",
    "Poland is unlikely to sign a treaty with Kenya.",
    "Poland looks unlikely to meet the Kenyan president.",
    "Poland has yet to recognise Kosovo.",
    "It is doubtful that Poland will recognise Kosovo.",
    "Poland is mulling sanctions against Kenya.",
    "Poland is contemplating sending tanks to Kenya.",
    "Had Poland sent troops to Kenya, the outcome would have been different.",
    "Poland did not accuse Kenya of spying.",
    "Poland never recognised Kosovo.",
    "Poland and Kenya stressed the importance of efforts to reach a truce.",
    "The envoy regretted the lack of Polish pressure on Kenya.",
    "Poland warned against breaking off ties with Kenya.",
    "Poland denies arming Kenya.",
    "Poland is a threat to Kenya.",
    "Polish President Jan Nowak did not meet Kenyan President Peter Okello.",
    "Poland and Kenya did not sign the agreement.",
    "Poland may impose sanctions on Kenya.",
    "Poland could recognise Kosovo.",
    "Poland should recognise Kosovo.",
    "Poland must not recognise Kosovo.",
    "If Poland attacks Kenya, the war will spread.",
    "Poland will hold no talks until Kenya recognises Kosovo.",
    "Poland and Kenya reaffirmed their commitment to cooperation.",
    "Poland plans to strengthen consultation with Kenya.",
    "Poland wants to meet Kenya.",
    "Chile remains attached to dialogue between Poland and Kenya.",
    "Poland stressed the importance of resuming talks with Kenya.",
    "Poland hopes to sign a trade agreement with Kenya.",
    "Poland failed to sign an agreement with Kenya.",
]


@pytest.mark.parametrize(("text", "told"), HAPPENED)
def test_what_is_told_as_a_fact_happened(text: str, told: str, read: Read) -> None:
    assert lines(read(text)) == [told]


@pytest.mark.parametrize(("text", "told"), PLANNED)
def test_what_is_to_come_is_planned(text: str, told: str, read: Read) -> None:
    assert lines(read(text)) == [f"planned {told}"]


@pytest.mark.parametrize(("text", "told"), CALLED_OFF)
def test_what_is_ended_or_put_off_is_called_off(text: str, told: str, read: Read) -> None:
    assert lines(read(text)) == [f"calledOff {told}"]


@pytest.mark.parametrize("text", NOTHING)
def test_a_denial_a_wish_or_a_condition_is_no_event(text: str, read: Read) -> None:
    assert lines(read(text)) == []


def test_the_warning_is_the_event_and_not_what_is_warned_of(read: Read) -> None:
    assert lines(read("Poland warned Kenya not to attack Uganda.")) == ["Threat POL > KEN"]
    assert lines(read("Norway asked Iceland to share its data.")) == ["Request NOR > ISL"]


def test_two_infinitives_are_as_real_as_each_other(read: Read) -> None:
    told = lines(read("India and Vietnam agreed to expand trade and to cooperate on security."))
    assert told == ["Agreement IND, VNM", "planned Cooperation IND, VNM"]
    told = lines(
        read(
            "Togo and Ghana have held talks. They confirm that they want to normalise their "
            "relations and to conclude a peace treaty which respects the territory of "
            "both."
        )
    )
    assert "Signing GHA, TGO" not in told
    assert "Meeting GHA, TGO" in told


def test_a_state_that_lets_another_know_meets_nobody(read: Read) -> None:
    assert lines(read("Poland briefed Kenya on its plans.")) == []
