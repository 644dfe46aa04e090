"""The members that an article lists are at the sessions of their organisation."""

import pytest

from tests.ingest.outline import Read, lines

STATES = "Bahrain, Kuwait, Oman and Qatar"
ALL = "Convening BHR, KWT, OMN, QAT, gcc"


@pytest.mark.parametrize(
    "text",
    [
        f"The Gulf Cooperation Council (GCC), whose members are {STATES}, held a summit in Lima.",
        f"The Gulf Cooperation Council held a summit in Lima. The GCC is made up of {STATES}.",
        f"The Gulf Cooperation Council held a summit in Lima. It rained. The GCC groups {STATES}.",
        f"The Gulf Cooperation Council ({STATES}) held a summit in Lima on Monday.",
    ],
)
def test_members_are_at_the_sessions_of_their_organisation(text: str, read: Read) -> None:
    assert ALL in lines(read(text))


def test_the_list_is_evidence_as_well(read: Read) -> None:
    text = (
        f"The Gulf Cooperation Council held a summit in Lima. It rained. The GCC groups {STATES}."
    )
    (summit,) = [event for event in read(text) if event.kind == "Convening"]
    assert [proof.exact for proof in summit.evidence][-1] == STATES


@pytest.mark.parametrize(
    "text",
    [
        "The Gulf Cooperation Council held a summit in Lima. The GCC groups Oman and Qatar.",
        f"The Gulf Cooperation Council held a summit in Lima. The GCC thanked {STATES}.",
    ],
)
def test_two_are_no_list_and_not_all_who_are_named_are_members(text: str, read: Read) -> None:
    assert ALL not in lines(read(text))
