"""Lists whose subject stands once above them are read as sentences of their own."""

import pytest

from tests.ingest.outline import Read, lines


def _list(lead: str, *items: str) -> str:
    return "\n\n".join((lead, *items))


@pytest.mark.parametrize(
    ("lead", "item", "line"),
    [
        ("The African Union Peace and Security Council,", "1. Condemns Chad;", "Accusation"),
        ("Meeting in Lima, the Norwegian Government:", "(a) condemned Chad;", "Accusation"),
        ("The Norwegian Government hereby:", "– Expels the ambassador of Chad.", "Relations"),
        ("Norway woke up. They met. The Norwegian Government:", "- sanctioned Chad;", "Sanction"),
        ("The Norwegian Government:", "condemned Chad for the attack;", "Accusation"),
    ],
)
def test_an_item_says_what_those_above_the_list_do(
    lead: str, item: str, line: str, read: Read
) -> None:
    told = lines(read(_list(lead, "(i) thanked Togo for its help;", item)))
    assert any(found.startswith(line) and found.endswith("> TCD") for found in told)


def test_the_evidence_is_the_item(read: Read) -> None:
    text = _list("The Norwegian Government:", "(a) thanked Togo;", "(b) condemned Chad;")
    condemned = next(e for e in read(text) if e.kind == "Accusation")
    start, end = condemned.evidence[0].start, condemned.evidence[0].end
    assert text[start:end] == "condemned Chad;"


def test_a_resolution_says_why_before_it_says_what(read: Read) -> None:
    why = "Recalling its decision on Mali,"
    text = _list("The African Union Peace and Security Council,", why, "1. Condemns Chad;")
    assert "Accusation au-peace-and-security-council > TCD" in lines(read(text))


def test_what_they_agree_to_do_stands_in_the_list(read: Read) -> None:
    text = _list("The Government of Norway agreed to:", "(a) give 5 million dollars to Togo.")
    assert "Aid NOR > TGO" in lines(read(text))


@pytest.mark.parametrize(
    "rest",
    [
        ["The ambassador came home.", "condemned Chad for the attack;"],
        ["Sanctions on Chad"],
        ["the ambassador of Chad, who condemned Togo"],
        ["Sanctions: Togo condemned Chad."],
    ],
)
def test_what_is_no_item_has_no_part_in_the_list(rest: list[str], read: Read) -> None:
    assert not any("NOR" in line for line in lines(read(_list("The Norwegian Government:", *rest))))


def test_what_somebody_says_may_stand_below_who_says_it(read: Read) -> None:
    lead = "Norway woke up. Norwegian Foreign Minister Kari Lund said:"
    text = _list(lead, "“I thank Togo for its help.", "“We condemn Chad.”")
    assert lines(read(text)) == ["Accusation kari-lund > TCD", "Support kari-lund > TGO"]
