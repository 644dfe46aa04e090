"""Troops that leave a state: help that ends, or force where they had fought it."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya withdraws its troops from Haiti.", "calledOff Aid KEN > HTI"),
        ("Kenyan troops withdraw from Haiti.", "calledOff Aid KEN > HTI"),
        ("The last Kenyan soldiers leave Haiti.", "calledOff Aid KEN > HTI"),
        ("Kenya pulls its peacekeepers out of Haiti.", "calledOff Aid KEN > HTI"),
        (
            "Kenya begins the withdrawal of its troops from Haiti.",
            "calledOff Aid KEN > HTI",
        ),
        ("Kenya says that its troops will leave Haiti in May.", "calledOff Aid KEN > HTI"),
        ("Kenya will withdraw its troops from Haiti next year.", "calledOff Aid KEN > HTI"),
        ("Israel withdraws its troops from southern Lebanon.", "calledOff Force ISR > LBN"),
        ("Kenya withdraws the last of its troops from Haiti.", "calledOff Aid KEN > HTI"),
        ("Al-Shabaab fighters withdraw from Kenya.", "calledOff Force al-shabaab > KEN"),
    ],
)
def test_troops_that_leave_end_what_they_did_there(text: str, wanted: str, read: Read) -> None:
    assert wanted in lines(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norway urged Kenya to withdraw its troops from Haiti.",
        "Kenya refused to withdraw its troops from Haiti.",
        "The Kenyan army leaves its base in Nakuru.",
        "Two Kenyan warships leave Port Sudan after a stay of four days.",
        "Thousands demand the withdrawal of Kenyan troops from Haiti.",
    ],
)
def test_who_is_only_asked_to_leave_has_not_left(text: str, read: Read) -> None:
    told = lines(read(text))
    assert [one for one in told if "Aid" in one or "Force" in one] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenyan peacekeepers arrive in Haiti.", "Aid KEN > HTI"),
        ("Dozens of Norwegian military instructors arrived in Kenya.", "Aid"),
        ("The USS Porter arrived in Mombasa, Kenya.", "Visit USA > KEN"),
    ],
)
def test_troops_that_arrive_help(text: str, wanted: str, read: Read) -> None:
    assert any(one.startswith(wanted) for one in lines(read(text)))
