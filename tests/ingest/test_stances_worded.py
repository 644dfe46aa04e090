"""Praise, demands, refusals and threats in the wordings of notes and communiqués."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The text renews the support of Chile and Peru for Ghana.", "Support CHL, PER > GHA"),
        ("Norway conveyed a demand to Ghana to open its ports.", "Request NOR > GHA"),
        ("Norway protested over an incident in which a Ghanaian ship hit a pier.", "Accusation"),
        ("Norway said it would no longer accept the excuses of Ghana.", "Rejection NOR > GHA"),
        ("Norway would not rule out a military option in Ghana.", "Threat NOR > GHA"),
        ("Norway reserved the right to retaliate against Ghana.", "Threat NOR > GHA"),
        (
            "Ghana made three demands. Norway rejected the demands as absurd.",
            "Rejection NOR > GHA",
        ),
        ("Norway said the leak was Ghana's doing.", "Accusation NOR > GHA"),
        ("Norway said that Ghana's charges were baseless.", "Rejection NOR > GHA"),
        ("Norway said that Ghana had not stopped the pirates.", "Accusation NOR > GHA"),
        ("Norway put the blame for the collapse squarely on Ghana.", "Accusation NOR > GHA"),
        ("Norway offered Ghana words of sympathy.", "Support NOR > GHA"),
        ("Norway sent messages of support to Ghana.", "Support NOR > GHA"),
        ("Norway said it was fully behind Ghana.", "Support NOR > GHA"),
        ("Norway took Ghana's side.", "Support NOR > GHA"),
        ("Norway said that Ghana had the right to defend itself.", "Support NOR > GHA"),
        ("Norway backed Ghana's right to self-defence.", "Support NOR > GHA"),
        ("Norway said it was Ghana that had broken the truce.", "Accusation NOR > GHA"),
        ("Norway phoned Ghana to offer its condolences.", "Support NOR > GHA"),
        ("Norway was full of praise for Ghana.", "Support NOR > GHA"),
        ("Norway thought Ghana's plan irresponsible.", "Accusation NOR > GHA"),
        ("Norway expected full clarity from Ghana.", "Request NOR > GHA"),
        ("Norway vowed severe consequences if Ghana went ahead.", "Threat NOR > GHA"),
        ("Tributes were paid to Ghana by Norway.", "Support NOR > GHA"),
        ("Norway will under no circumstances recognise the claims of Ghana.", "Rejection NOR"),
    ],
)
def test_a_wording_gives_its_event(read: Read, text: str, line: str) -> None:
    assert [told for told in lines(read(text)) if told.startswith(line)], lines(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norway said the leak was not Ghana's doing.",
        "Norway protested on behalf of Ghana.",
        "Norway rules out a military option in Ghana.",
        "Norway said that Ghana would honour the truce.",
        "Norway said it was Ghana that had built the bridge.",
        "Ghana said that the award was void. Norway welcomed the ruling.",
    ],
)
def test_what_is_none_gives_nothing(read: Read, text: str) -> None:
    told = lines(read(text))
    kinds = ("Accusation", "Support", "Threat")
    assert not [line for line in told if line.startswith(kinds)], told
