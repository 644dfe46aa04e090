"""Groups that are taken up by what they are, and by whose they are."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("named", "again", "who"),
    [
        ("Hezbollah", "The Lebanese group", "hezbollah"),
        ("Hezbollah", "The Lebanese militant group", "hezbollah"),
        ("The Houthis", "The Iran-backed movement", "houthis"),
        ("Hamas", "The Gaza-based group", "hamas"),
        ("Human Rights Watch", "The New York-based group", "human-rights-watch"),
        ("Human Rights Watch", "The rights group", "human-rights-watch"),
        ("The United Nations", "The world body", "united-nations"),
        ("The African Union", "The pan-African organisation", "african-union"),
        ("NATO", "The military alliance", "nato"),
    ],
)
def test_a_group_is_taken_up_by_what_it_is(read: Read, named: str, again: str, who: str) -> None:
    told = lines(read(f"{named} condemned Chile. {again} accused Norway of treachery."))
    assert f"Accusation {who} > NOR" in told


@pytest.mark.parametrize(
    "text",
    [
        "The Lebanese group accused Norway of treachery.",
        "A Kenyan rights group accused Norway of treachery.",
        "NATO condemned Chile. The Lebanese armed group accused Norway of treachery.",
    ],
)
def test_a_group_that_nobody_named_is_not_its_state(read: Read, text: str) -> None:
    assert not any("NOR" in told for told in lines(read(text)))
