"""Who comes along with a visitor."""

import pytest

from tests.ingest.outline import Read, lines

CAME = "Kenyan President Kofi Mensah arrived in Oslo on Monday."


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{CAME} Minister Mary Wanjiru accompanied Mensah.", "kofi-mensah, mary-wanjiru"),
        (f"{CAME} He was accompanied by Minister Mary Wanjiru.", "kofi-mensah, mary-wanjiru"),
        (f"{CAME} Minister Mary Wanjiru joined Mensah there.", "kofi-mensah, mary-wanjiru"),
        (f"{CAME} His delegation includes Minister Mary Wanjiru.", "kofi-mensah, mary-wanjiru"),
        (
            "Kenyan President Kofi Mensah, accompanied by Foreign Minister Mary Wanjiru, arrived "
            "in Oslo on Monday.",
            "kofi-mensah, mary-wanjiru",
        ),
        (
            "An African Union delegation arrived in Oslo on Monday. The delegation will consist "
            "of the foreign ministers of Kenya, Ghana and Chad.",
            "GHA, KEN, TCD, african-union",
        ),
        (
            "An African Union delegation made up of the foreign ministers of Kenya, Ghana and "
            "Chad arrived in Oslo.",
            "GHA, KEN, TCD, african-union",
        ),
        (f"{CAME} He was accompanied to the palace by Norway's Jan Lund.", "kofi-mensah"),
        (f"{CAME} Ghana joined the African Union.", "kofi-mensah"),
    ],
)
def test_those_who_come_along_visit_as_well(read: Read, text: str, who: str) -> None:
    assert f"Visit {who} > NOR" in lines(read(text))
