"""Who of an article is meant by a surname."""

import datetime

import pytest

from tests.ingest.outline import Read, Resolve, lines, meant

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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The UAE ambassador, Sheikh Zayed bin Khalifa bin Sultan Al Nahyan, met the Kenyan"
         " president.", "Zayed bin Khalifa bin Sultan Al Nahyan"),
        ("Minister Madame Ann Berg of Norway met the Kenyan president.", "Ann Berg"),
        ("H.R.H. Prince Faisal bin Farhan of Saudi Arabia met the Kenyan president.",
         "Faisal bin Farhan"),
    ],
)  # fmt: skip
def test_styles_are_no_part_of_a_name_and_a_father_may_be_called_sultan(
    read: Read, text: str, name: str
) -> None:
    (met,) = read(text)
    assert name in [actor.label for actor in met.actors()]


CALLED = "US Secretary of State Antony Blinken met Egyptian Foreign Minister Sameh Shoukry. "


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        (
            f"{CALLED}The Secretary and Foreign Minister Shoukry ate.",
            "The Secretary",
            "antony-blinken",
        ),
        (f"{CALLED}The Secretary thanked him.", "The Secretary", "antony-blinken"),
        ("External Affairs Minister S. Jaishankar of India came. EAM left.", "EAM", "s-jaishankar"),
        ("The Secretary-General spoke in Lima.", "The Secretary - General", "united-nations"),
    ],
)
def test_offices_in_short_mean_who_holds_them(
    resolve: Resolve, text: str, word: str, who: str
) -> None:
    assert meant(resolve(text, datetime.date(2022, 3, 28)), word) == [who]


def test_who_holds_another_office_is_not_meant(resolve: Resolve) -> None:
    spoke = "The Prime Minister spoke to Ukrainian President Volodymyr Zelenskyy. "
    told = resolve(
        f"{spoke}The Prime Minister congratulated the President.", datetime.date(2023, 5, 12)
    )
    assert "volodymyr-zelenskyy" not in meant(told, "The Prime Minister")


def test_a_surname_of_two_is_that_of_whom_the_text_named_in_full_last(read: Read) -> None:
    text = (
        "Norwegian Trade Minister Anna Hansen visited Peru. Norwegian Defence Minister Jan Hansen "
        "met Peruvian President Juan Lopez. Hansen accused Chad of lying."
    )
    assert "Accusation jan-hansen > TCD" in lines(read(text))
