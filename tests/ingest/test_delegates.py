"""All who lead a delegation: those whom "the delegation" means later."""

import pytest

from tests.ingest.outline import Read, lines

TWO = "ana-rojas, juan-perez"


@pytest.mark.parametrize(
    "sent",
    [
        "A Chilean delegation led by Foreign Minister Ana Rojas and Ambassador Juan Perez",
        "A Chilean delegation, headed by Ana Rojas and Ambassador Juan Perez,",
        "A Chilean delegation – led by Trade Council chief Ana Rojas and Ambassador Juan Perez –",
        "A delegation of Chilean officials led by Minister Ana Rojas and Ambassador Juan Perez",
        "A delegation from Chile headed by Minister Ana Rojas and by Ambassador Juan Perez",
    ],
)
def test_all_who_lead_a_delegation_are_meant_by_it(read: Read, sent: str) -> None:
    events = read(f"{sent} arrived in Accra. The delegation met Togolese President Koffi Dogbe.")
    assert lines(events) == [f"Meeting {TWO}, koffi-dogbe", f"Visit {TWO} > GHA"]
    sides = {a.represents.iso3 for e in events for a in e.actors() if a.represents}
    assert sides == {"CHL", "TGO"}


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("Foreign Minister Ana Rojas led a Chilean delegation to Accra.", "ana-rojas"),
        ("Minister Ana Rojas and Ambassador Juan Perez led a Chilean delegation to Accra.", TWO),
        ("Minister Ana Rojas headed a large Chilean trade delegation to Accra.", "ana-rojas"),
    ],
)
def test_who_leads_a_delegation_travels_and_is_meant_by_it(read: Read, head: str, who: str) -> None:
    events = read(f"{head} The delegation met Togolese President Koffi Dogbe.")
    assert lines(events) == [f"Meeting {who}, koffi-dogbe", f"Visit {who} > GHA"]


def test_who_speaks_for_another_state_leads_no_delegation_beside_its_head(read: Read) -> None:
    text = (
        "A Chilean delegation led by Minister Ana Rojas and Togolese Minister Koffi Dogbe held "
        "talks in Accra. The delegation met Ghanaian President Kofi Mensah."
    )
    assert lines(read(text)) == [
        "Meeting ana-rojas, koffi-dogbe",
        "Meeting ana-rojas, kofi-mensah",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Rojas led a Chilean delegation to Ghana and Togo.",
        "Chilean Minister Ana Rojas led a business delegation to Ghana and to Togo.",
    ],
)
def test_where_a_delegation_goes_does_not_send_it(read: Read, text: str) -> None:
    events = read(text)
    assert lines(events) == ["Visit ana-rojas > GHA", "Visit ana-rojas > TGO"]
    assert {a.represents.iso3 for e in events for a in e.actors() if a.represents} == {"CHL"}


def test_by_whom_its_head_is_joined_belongs_to_a_delegation(read: Read) -> None:
    text = (
        "Chilean Minister Ana Rojas arrived in Accra. She was joined by Ambassador Juan Perez and "
        "Chilean General Luis Paz. The delegation met Togolese President Koffi Dogbe."
    )
    assert "Meeting ana-rojas, juan-perez, koffi-dogbe, luis-paz" in lines(read(text))


def test_who_joins_from_another_state_is_of_no_delegation(read: Read) -> None:
    text = (
        "Chilean Minister Ana Rojas arrived in Accra. She was joined by Kenyan Minister Ali Juma. "
        "The delegation met Togolese President Koffi Dogbe."
    )
    assert "Meeting ana-rojas, koffi-dogbe" in lines(read(text))
