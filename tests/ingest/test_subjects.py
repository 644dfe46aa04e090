"""With whom a sentence begins, whom "it" takes up in the next."""

import pytest

from tests.ingest.outline import Resolve, meant


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Chile fined a bank of Peru. It also closed the border.", "It", ["CHL"]),
        ("In March Chile fined a bank of Peru. It also closed the border.", "It", ["CHL"]),
        ("Chile fined a bank of Peru. In April it closed the border.", "it", ["CHL"]),
        ("Chile fined a bank. It closed the border with Peru. It did more.", "It", ["CHL"]),
        ("Chile left. Having lost its harbour, it closed the border.", "it", ["CHL"]),
        ("Chile left. Its harbour was closed.", "Its", ["CHL"]),
        ("The rebel group Hezbollah left. It kept its arms.", "It", ["hezbollah"]),
    ],
)
def test_it_takes_up_the_beginning_of_the_last_sentence(
    resolve: Resolve, text: str, word: str, who: list[str]
) -> None:
    assert meant(resolve(text), word) == who


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The accord with Chile was signed. It ends the dispute.", "It"),
        ("President Kari Lund of Norway called Chile. It answered.", "It"),
        ("Chile thanked Peru. The harbour was closed. It was opened later.", "It"),
        ("Chile fined a bank. President Kari Lund of Norway deplored it.", "it"),
        ("Chile fined a bank. Observers called it a shame.", "it"),
        ("Chile signed the accord. Shipowners expect its end.", "its"),
        ("Chile and Peru signed the accord. It ends the dispute.", "It"),
    ],
)
def test_it_may_be_a_thing(resolve: Resolve, text: str, word: str) -> None:
    assert meant(resolve(text), word) == []


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Chile and Peru signed. Last week they drew up a list.", "they", ["CHL", "PER"]),
        ("Chile and Peru signed. According to reports, they will meet.", "they", ["CHL", "PER"]),
        (
            "Chile and Peru settled the disputes that had spoilt their talks.",
            "their",
            ["CHL", "PER"],
        ),
        ("Chile and Peru signed. Shopkeepers hoped that they would sell more.", "they", []),
        ("Chile and Peru signed. Residents mended their roofs.", "their", []),
        ("Chile and Peru signed. Ten texts, two of them secret, were read.", "them", []),
        ("Chile and Peru signed. Many people live there, most of them poor.", "them", []),
    ],
)
def test_they_may_be_others(resolve: Resolve, text: str, word: str, who: list[str]) -> None:
    assert meant(resolve(text), word) == who
