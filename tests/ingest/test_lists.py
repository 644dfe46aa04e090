"""Lists of actors in all wordings act together, and only those who do."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    "who",
    [
        "Not only Norway but also Kenya and Japan",
        "Norway and, separately, Kenya and Japan",
        "Norway, followed by Kenya and Japan,",
        "Norway/Kenya/Japan",
        "The troika (Norway, Kenya and Japan)",
        "The trio, made up of Norway, Kenya and Japan,",
        "A coalition comprising Norway, Kenya and Japan",
    ],
)
def test_all_who_are_listed_act(read: Read, who: str) -> None:
    assert lines(read(f"{who} condemned Peru.")) == ["Accusation JPN, KEN, NOR > PER"]


def test_who_is_named_behind_not_only_suffers_it(read: Read) -> None:
    told = lines(read("Norway condemned not only Kenya but also Japan."))
    assert told == ["Accusation NOR > JPN, KEN"]


def test_who_recognises_a_state_is_on_no_list_with_it(read: Read) -> None:
    told = lines(read("Norway, along with Kenya, recognised Kosovo."))
    assert told == ["RelationsUpgrade KEN, NOR > XKX"]


@pytest.mark.parametrize("nobody", ["Neither Norway nor Kenya", "None of Norway, Kenya and Japan"])
def test_nobody_does_what_neither_does(read: Read, nobody: str) -> None:
    assert not read(f"{nobody} recognised Peru.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Talks between Norway and Kenya, Peru and Japan were held in Rome.",
            ["Meeting JPN, KEN, NOR, PER"],
        ),
        (
            "A meeting between Norway and Kenya, Peru, Chile, and Japan ended without a deal.",
            ["Meeting CHL, JPN, KEN, NOR, PER"],
        ),
        (
            "After talks between Norway and Kenya, Peru and Japan signed a treaty.",
            ["Meeting KEN, NOR", "Signing JPN, PER"],
        ),
    ],
)
def test_one_may_deal_with_several(read: Read, text: str, told: list[str]) -> None:
    assert lines(read(text)) == told
