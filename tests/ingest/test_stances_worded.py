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
        ("Norway compared Ghana's campaign to the Holocaust.", "Accusation NOR > GHA"),
        ("Norway reported Ghana to the UN Security Council.", "Accusation NOR > GHA"),
        ("Norway took Ghana to the International Court of Justice.", "Accusation NOR > GHA"),
        ("Norway reports that Ghana has violated its airspace.", "Accusation NOR > GHA"),
        ("Norway hinted that Ghana was behind the leak.", "Accusation NOR > GHA"),
        ("Norway said the blast was the work of Ghana.", "Accusation NOR > GHA"),
        ("Norway said it would hold Ghana responsible for the losses.", "Accusation NOR > GHA"),
        ("Peru dismissed Norway's claim that Ghana had broken the truce.", "Accusation NOR > GHA"),
        ("We count on Ghana to show restraint, Norway's prime minister said.", "Request NOR > GHA"),
        ("Norway values the stance of Ghana.", "Support NOR > GHA"),
        ("Peru accused Ghana of lying. Norway made similar charges.", "Accusation NOR > GHA"),
        (
            "Ghana proposed to extend the talks by a day, but Norway declined.",
            "Rejection NOR > GHA",
        ),
        (
            '"This is unacceptable," Norway\'s foreign minister said of the Ghanaian decision.',
            "Accusation NOR > GHA",
        ),
        (
            'A Ghanaian jet met a Norwegian one. "We condemn this kind of conduct," Norway said.',
            "Accusation NOR > GHA",
        ),
        (
            "Ghana has banned fishing in the lake. Norway said this would harm the talks.",
            "Accusation NOR > GHA",
        ),
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
        "Norway compared Ghana with Peru.",
        "Norway took the matter to the UN Security Council.",
        "Norway reported 20 cases to the council in Ghana.",
        "Norway rejected Peru's claim that the islands belong to Ghana.",
        "Norway can count on Ghana.",
        "Ghana's president died on Monday. Norway said this was a terrible day.",
        "Norway signed a treaty with Ghana. Peru has made similar charges.",
    ],
)
def test_what_is_none_gives_nothing(read: Read, text: str) -> None:
    told = lines(read(text))
    kinds = ("Accusation", "Support", "Threat")
    assert not [line for line in told if line.startswith(kinds)], told
