"""What is told as to come is a threat where who tells it would do it; else a plan, or nothing."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile said it would attack any Peruvian ship.", "Threat CHL > PER"),
        ("Chile said it would attack Peru if the talks failed.", "Threat CHL > PER"),
        ("Chile will not hesitate to attack Peru.", "Threat CHL > PER"),
        ("Chile said Peru would face consequences.", "Threat CHL > PER"),
        ("Peru will pay dearly for this, Chile said.", "Threat CHL > PER"),
        ("Chile will make Peru regret it, its president said.", "Threat CHL > PER"),
        ("Chile vowed to smash Peru.", "Threat CHL > PER"),
        ("Chile gave Peru until Friday to withdraw its troops.", "Threat CHL > PER"),
        ("Chile's threat to invade Peru alarmed many.", "Threat CHL > PER"),
        ("Chile said it would respond if attacked by Peru.", "Threat CHL > PER"),
        ("Hezbollah called for attacks on Peru.", "Threat hezbollah > PER"),
        ("Hezbollah urged its followers to attack Peruvian ships.", "Threat hezbollah > PER"),
    ],
)
def test_what_will_come_over_somebody_is_a_threat(text: str, told: str, read: Read) -> None:
    assert told in lines(read(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile warned that Peru was preparing to attack Japan.", ["Accusation CHL > PER"]),
        ("Chile warned Japan that Peru was massing troops.", ["Accusation CHL > PER"]),
        ("Peru is planning to invade Japan, Chile warned.", ["Accusation CHL > PER"]),
        ("Chile warned that Peru would pay a high price.", ["Threat CHL > PER"]),
        ("Chile warned Peru that it would attack its ships.", ["Threat CHL > PER"]),
        ("Chile warned that Peru was running out of food.", []),
    ],
)
def test_who_warns_of_what_others_are_up_to_blames_them(
    text: str, told: list[str], read: Read
) -> None:
    assert lines(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Chile warned against attacks on travellers while visiting the Peruvian towns.",
        "Chile said that more aid would follow if Peru withdrew.",
        "Chile said Peru had faced consequences.",
        "Chile said Peru would not face consequences.",
        "Chile said Peru would respond to the letter.",
        "Chile responded to the attack by Peru.",
        "Chile will respond to the request if Peru agrees, its foreign minister said.",
        "Though given three days to leave Chile, the Peruvian envoy left the next day.",
        "Chile gave Peru an answer to the offer to hold talks.",
        "Chile used force against Peru in 1879.",
        "Chile allowed Peruvian ships to pass.",
    ],
)
def test_what_is_over_or_harms_nobody_is_no_threat(text: str, read: Read) -> None:
    assert not any(line.startswith("Threat") for line in lines(read(text)))


def test_a_deed_that_depends_on_nothing_is_a_plan(read: Read) -> None:
    told = lines(read("Chile said it would impose sanctions on Peru."))
    assert not any("Threat" in line for line in told)


def test_the_prospect_of_a_measure_is_no_measure(read: Read) -> None:
    assert lines(read("Chile raised the prospect of new sanctions on Peru.")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile rejected a request by Peru.", ["Rejection CHL > PER", "Request PER > CHL"]),
        ("Chile ignored warnings from Peru.", ["Rejection CHL > PER", "Threat PER > CHL"]),
        ("Chile released the men at the request of Peru.", ["Request PER > CHL"]),
    ],
)
def test_what_is_heard_from_somebody_was_said(text: str, told: list[str], read: Read) -> None:
    assert lines(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Chile suggested that Peru was behind the attack.",
        "Chile suggested that Peruvian soldiers may have been involved.",
        "Chile proposed a referendum on whether the island should become part of Peru.",
        "Chile called for Peru to be placed under the rule of the UN.",
    ],
)
def test_what_is_only_supposed_asks_for_nothing(text: str, read: Read) -> None:
    assert not any("Request" in line for line in lines(read(text)))


def test_a_noun_like_a_verb_stays_a_noun(read: Read) -> None:
    assert "Request CHL > PER" in lines(read("Chile reiterated calls for Peru to free the man."))


def test_have_as_an_auxiliary_supports_nobody(read: Read) -> None:
    assert lines(read("Chile and Peru have agreed to a truce.")) == ["Agreement CHL, PER"]


def test_who_is_for_the_independence_of_a_part_does_not_support_the_state(read: Read) -> None:
    text = "Chile expressed its support for independence from Peru."
    assert not any("Support" in line for line in lines(read(text)))
