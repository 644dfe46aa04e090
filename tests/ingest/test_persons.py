"""Who of an article is meant by a surname."""

import datetime

import pytest

from tests.ingest.outline import Resolve, meant

DAY = datetime.date(2014, 8, 28)
BOTH = "President Mugabe and First Lady Grace Mugabe came. "


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        (BOTH, "President Mugabe", "robert-mugabe"),
        (f"{BOTH}Mr Mugabe left.", "Mr Mugabe", "robert-mugabe"),
        (f"{BOTH}Grace Mugabe left.", "Grace Mugabe", "grace-mugabe"),
        ("First Lady Ann Lund of Norway came. Mrs Lund left.", "Mrs Lund", "ann-lund"),
    ],
)
def test_a_first_lady_is_not_the_president_of_her_name(
    resolve: Resolve, text: str, word: str, who: str
) -> None:
    assert meant(resolve(text, DAY), word) == [who]
