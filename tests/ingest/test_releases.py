"""Texts of ministries and organisations: whose they are, what they only say politely."""

import pytest

from tests.ingest.outline import Read, lines

READ = [
    (
        "Statement attributable to the Spokesperson for the Secretary-General on Kenya",
        "The Secretary-General urges Kenya to release the detainees. He commends the African Union "
        "for its efforts.",
        ["Request united-nations > KEN", "Support united-nations > african-union"],
    ),
    (
        "Call with the Foreign Minister of Armenia",
        "The High Representative spoke with the Foreign Minister of Armenia, Ara Petrosyan. He "
        "expressed the EU's concern about the shelling by Azerbaijani forces.",
        ["Accusation european-union > AZE"],
    ),
    (
        "Note Verbale",
        "The Permanent Mission of Chile has the honour to transmit a letter protesting the raid by "
        "Peru on Ghana.",
        ["Accusation CHL > PER"],
    ),
    (
        "Communiqué of the 35th Summit of IGAD",
        "The Summit congratulated Somalia on its elections. The Assembly commended Kenya.",
        ["Support igad > SOM", "Support igad > KEN"],
    ),
    (
        "Excerpts from the daily press briefing",
        "Q: How does France react to the decision of Chile?\n\nA: We regret this decision by the "
        "Chilean authorities. We call on Chile to return its ambassador to Paris.",
        ["Accusation FRA > CHL", "Request FRA > CHL"],
    ),
    (
        "Joint statement of the foreign ministers",
        "We, the Foreign Ministers of Chile, Ghana and Peru, met in Lima. We thank Peru for its "
        "hospitality.",
        ["Support CHL, GHA > PER"],
    ),
]
NOT_READ = [
    "The Embassy of Chile presents its compliments to the Ministry of Foreign Affairs of Ghana.",
    "Chile told the ambassador of Ghana that trade had grown.",
    "Chile told the ambassador of Ghana that the storm was a disaster for Peru.",
    "Peru arrested two bishops. Chile and Ghana recalled their ambassadors.",
    "Chile extended restrictive measures until May.",
    "Chile regrets that it had to cancel the visit.",
    "Chile was given a warm welcome in Ghana.",
    "From Chile came the wine that was served in Ghana.",
    "Chile's restraint towards Ghana is not acceptable to the opposition.",
]


@pytest.mark.parametrize(("title", "text", "expected"), READ)
def test_a_release_is_read_as_that_of_its_issuer(
    title: str, text: str, expected: list[str], read: Read
) -> None:
    found = lines(read(text, title=title))
    assert [line for line in expected if line not in found] == []


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_only_said_politely_or_of_nobody_is_no_event(text: str, read: Read) -> None:
    assert lines(read(text)) == []
