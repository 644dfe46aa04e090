"""Who led those who talked is told by a sentence after the talks."""

import pytest

from tests.ingest.outline import Read, lines

MET = "Chile and Poland held talks in Accra on Monday."


@pytest.mark.parametrize(
    ("following", "who"),
    [
        (
            "The Chilean side was led by Foreign Minister Ana Rojas, while the Polish side was headed"
            " by Foreign Minister Jan Nowak.",
            "ana-rojas, jan-nowak",
        ),
        ("It rained. Chilean Foreign Minister Ana Rojas led the Chilean delegation.", "POL, ana-rojas"),
        ("The Kenyan delegation was led by Foreign Minister Mary Wanjiru.", "CHL, POL"),
        ("The Chilean team was led by nobody.", "CHL, POL"),
        ("Chile was led by President Ana Rojas.", "CHL, POL"),
    ],
)
def test_who_led_a_delegation_was_at_the_talks(read: Read, following: str, who: str) -> None:
    assert f"Meeting {who}" in lines(read(f"{MET} {following}"))


def test_the_sentence_on_the_delegation_is_evidence_as_well(read: Read) -> None:
    text = "The Chilean side was led by Foreign Minister Ana Rojas."
    (event,) = read(f"{MET} {text}")
    assert [evidence.exact for evidence in event.evidence] == [MET, text]
