"""Roll-calls name who was there, parted by semicolons or in lines of their own."""

import pytest

from tests.ingest.outline import Read, lines

SUMMIT = "The Caribbean Community held its summit in Nassau on Monday."
FIRST, SECOND, THIRD = (
    "the Hon. Ann Moss, Foreign Minister of The Bahamas",
    "Dr. Joe Shaw, Belize's Attorney General and Minister of Trade and Marketing",
    "for Guyana, Senator Eve Reid",
)
ALL = "Convening ann-moss, caricom, eve-reid, joe-shaw"


@pytest.mark.parametrize(
    "called",
    [
        f"Among those present were: {FIRST}; {SECOND}; and, {THIRD}.",
        f"The others taking part were {FIRST}; {SECOND}; and {THIRD}.",
        f"The meeting was attended by:\n\n- The{FIRST[3:]}\n\n- {SECOND}\n\n- F{THIRD[1:]}",
        f"Present at the Session were these Ministers, or those who acted for them:\nThe{FIRST[3:]}"
        f"\n{SECOND}\nF{THIRD[1:]}\n\nThey left on Tuesday.",
    ],
)
def test_all_who_are_called_were_there(called: str, read: Read) -> None:
    told = read(f"{SUMMIT}\n\n{called}")
    assert ALL in lines(told)
    (summit,) = [event for event in told if event.kind == "Convening"]
    assert any("Eve Reid" in proof.exact for proof in summit.evidence)


def test_initials_are_no_bullets(read: Read) -> None:
    listed = "\n".join(
        f"H. E. Mr {name}, President of {state}"
        for name, state in (("Ola Lund", "Norway"), ("Ada Sow", "Togo"), ("Joe Wario", "Kenya"))
    )
    told = lines(read(f"The summit opened in Lima.\n\nThe summit was attended by:\n{listed}"))
    assert told == ["Convening ada-sow, joe-wario, ola-lund"]


def test_a_list_of_what_was_done_is_no_roll_call(read: Read) -> None:
    told = read(f"{SUMMIT} The ministers took part in: a dinner; a dance for Kenya; a walk.")
    assert "Convening caricom" in lines(told)


def test_states_listed_in_lines_of_their_own_were_there(read: Read) -> None:
    text = (
        "Leaders of the African Union came together in Lima for a summit.\n\n"
        "The countries listed below were present at the summit:\n\nFor the West\n\n"
        "Benin, Cote d’Ivoire, The Gambia, Ghana and Togo.\n\nFor the East\n\n"
        "Kenya, Rwanda and Burundi.\n\nThe summit adopted a declaration."
    )
    (summit,) = (event for event in read(text) if event.kind == "Convening")
    there = {actor.iso3 for actor in summit.actors()} - {None, ""}
    assert there == {"BEN", "CIV", "GMB", "GHA", "TGO", "KEN", "RWA", "BDI"}
