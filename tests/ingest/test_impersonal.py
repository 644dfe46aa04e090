"""Where "it" stands for nobody."""

import pytest

from tests.ingest.outline import Resolve


@pytest.mark.parametrize(
    "text",
    [
        "Chile said it was likely that Peru would leave.",
        "Chile thanked Peru. It was Togo that had brought the news.",
        "Chile thanked Peru. It was at the harbour that the envoys met.",
        "Chile thanked Peru. It was announced that the harbour would be closed.",
        "Chile thanked Peru. It was decided to close the harbour.",
        "Chile thanked Peru. It is the first visit in ten years.",
        "Chile thanked Peru. It took three years to come to this.",
        "Chile thanked Peru. It would have been wiser to wait.",
        "Chile found it regrettable that Peru had left.",
        "Chile made it clear that Peru should leave.",
        "Chile let it be known that Peru had left.",
        "Chile was, as an envoy of Peru put it, late.",
        "Chile thanked Peru, whose turn it is to speak.",
    ],
)
def test_it_stands_for_nobody(resolve: Resolve, text: str) -> None:
    assert "it" not in [words.lower() for words, _ in resolve(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Chile left. It announced that Peru would leave as well.",
        "Chile left. It was attacked by Peru, which had rejected the truce that Togo brokered.",
        "Chile left. It took steps to punish Peru.",
        "Chile left after it was a target of Peru.",
        "Chile left because it was wrong about Peru.",
    ],
)
def test_it_stands_for_who_acts(resolve: Resolve, text: str) -> None:
    assert "it" in [words.lower() for words, _ in resolve(text)]
