"""For whom officials speak who are met on the ground of a state, or in a list with others."""

import pytest

from tests.ingest.outline import Resolve

LISTED = "Peruvian Minister Ana Rojas met with "


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("In Ghana, Ana Rojas met with Vice President John Mahu.", "mahu", "GHA"),
        (f"{LISTED}Chilean President Jan Diaz and Trade Minister Luis Rojo.", "rojo", "CHL"),
        (
            f"{LISTED}Chilean President Jan Diaz, Speaker Eva Paz and General Luis Rojo.",
            "paz",
            "CHL",
        ),
        ("Peruvian Minister Ana Rojas visited Togo and met General Luis Rojo.", "rojo", "TGO"),
        (
            "Ana Rojas arrived in Togo. She held talks with Defence Minister Luis Rojo.",
            "rojo",
            "TGO",
        ),
        (
            "Ana Rojas was in Togo. She goes on to Mali for talks with General Luis Rojo.",
            "rojo",
            "MLI",
        ),
        # of nobody
        ("In Geneva, Ana Rojas met with Trade Minister Luis Rojo.", "rojo", None),
        ("In Peru, Peruvian Minister Ana Rojas met with General Luis Rojo.", "rojo", None),
        ("Ana Rojas was in Togo. Mali sent an envoy, who met General Luis Rojo.", "rojo", None),
        ("In Ghana, Ana Rojas met with businessman Luis Rojo.", "rojo", None),
    ],
)
def test_who_is_met_is_of_the_state_where_it_is_or_of_those_in_the_list(
    text: str, name: str, state: str | None, resolve: Resolve
) -> None:
    found = [a for _, r in resolve(text) for a in r.actors if a.key.endswith(name)]
    sides = {a.represents.iso3 for a in found if a.represents is not None}
    assert sides == ({state} if state else set())
