"""A document that condemns, urges or sanctions somebody is that event as well."""

import pytest

from tests.ingest.outline import Read, lines

COUNCIL = "The UN Security Council adopted a resolution"


@pytest.mark.parametrize(
    ("what", "event"),
    [
        ("condemning Belarus for the arrests", "Accusation un-security-council > BLR"),
        ("threatening Sudan with sanctions", "Threat un-security-council > SDN"),
        ("calling on Israel to stop building", "Request un-security-council > ISR"),
        ("imposing sanctions on Eritrea", "Sanction un-security-council > ERI"),
        ("lifting sanctions against Eritrea", "calledOff Sanction un-security-council > ERI"),
        ("that calls on Israel to act", "Request un-security-council > ISR"),
        ("calling for a truce between Chile and Peru", "Request un-security-council > CHL, PER"),
        ("to condemn the Syrian government", "Accusation un-security-council > SYR"),
    ],
)
def test_the_signatories_do_what_the_document_does(read: Read, what: str, event: str) -> None:
    assert event in lines(read(f"{COUNCIL} {what}."))


@pytest.mark.parametrize("what", ["on Kosovo", "condemning the violence in Chile", "about Chile"])
def test_a_document_only_about_a_state_does_nothing_to_it(read: Read, what: str) -> None:
    assert all(line.startswith("Signing") for line in lines(read(f"{COUNCIL} {what}.")))


def test_those_between_whom_peace_is_asked_for_do_not_sign(read: Read) -> None:
    told = lines(read(f"{COUNCIL} calling for an immediate ceasefire between Chile and Peru."))
    assert "Signing un-security-council" in told
