"""What talks bring about is signed by those who were there."""

import pytest

from tests.ingest.outline import Read, lines

SUMMIT = "The leaders of Brazil, Peru and Chile held a summit in Lima."


@pytest.mark.parametrize(
    "text",
    [
        f"{SUMMIT} At the summit, a joint declaration on trade was signed.",
        f"{SUMMIT} The summit adopted a joint declaration on trade.",
        f"{SUMMIT} The summit was convened to sign a joint declaration on trade.",
        f"At the conference, a joint declaration on trade was adopted. {SUMMIT}",
    ],
)
def test_those_at_the_talks_sign_what_is_signed_there(read: Read, text: str) -> None:
    events = read(text)
    assert "Signing BRA, CHL, PER" in lines(events)
    (signing,) = [e for e in events if e.kind == "Signing"]
    assert SUMMIT in {e.exact for e in signing.evidence}


@pytest.mark.parametrize(
    "text",
    [
        f"{SUMMIT} A joint declaration on trade was signed.",
        f"{SUMMIT} The parliament adopted a joint declaration on trade.",
        f"{SUMMIT} At the summit, a joint declaration on trade was signed by Kenya and Togo.",
        "At the summit, a joint declaration on trade was signed.",
    ],
)
def test_nobody_signs_what_was_signed_elsewhere_or_by_others(read: Read, text: str) -> None:
    assert "Signing BRA, CHL, PER" not in lines(read(text))


def test_several_papers_are_signed_by_those_who_have_just_met(read: Read) -> None:
    text = "Peru and Chile held talks in Lima. Several memoranda have been signed on fish."
    assert "Signing CHL, PER" in lines(read(text))


def test_those_sign_on_a_visit_who_signed_before(read: Read) -> None:
    text = (
        "Peru and Chile signed the Joint Statement of 6 May 1981. "
        "On the occasion of the visit, a Convention on Fish Stocks was signed."
    )
    signings = [e for e in read(text) if e.kind == "Signing"]
    assert set(lines(signings)) == {"Signing CHL, PER"}
    titles = {document.title for signing in signings for document in signing.documents}
    assert titles == {"Joint Statement of 6 May 1981", "Convention on Fish Stocks"}
