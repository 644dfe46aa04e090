"""A noun takes up what another verb told: "confiscated the estates", then "the seizure"."""

import pytest

from tests.ingest.outline import Read, lines

RAIN = "It rained. It rained. It rained. It rained."
TAKEN = "Kenya impounded three Ghanaian trawlers off Mombasa."
LEFT = "Fiji has left the Pacific Islands Forum."


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (f"{TAKEN} Ghana protested against the seizure.", "Accusation GHA > KEN"),
        (f"{LEFT} {RAIN} Tuvalu criticised the withdrawal.", "Accusation TUV > FJI"),
        (
            f"The estates were confiscated by Kenya. {RAIN} Ghana denounced the expropriation.",
            "Accusation GHA > KEN",
        ),
    ],
)
def test_a_noun_takes_up_an_earlier_verb(read: Read, text: str, answer: str) -> None:
    assert answer in lines(read(text))


@pytest.mark.parametrize(
    "text",
    [
        f"Fiji has not left the Pacific Islands Forum. {RAIN} Tuvalu criticised the withdrawal.",
        f"The estates were confiscated. {RAIN} Ghana denounced the expropriation.",
        f"{LEFT} {RAIN} Fiji defended the withdrawal.",
    ],
)
def test_what_nobody_did_is_not_taken_up(read: Read, text: str) -> None:
    told = ("Accusation TUV", "Accusation GHA", "Support FJI")
    assert not [line for line in lines(read(text)) if line.startswith(told)]
