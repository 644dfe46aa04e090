"""Who says something comes before what is said, where parsers would stumble."""

import pytest

from ingest.brokenquotes import Text, mended


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('" We will never , " he said , " agree . "', 'he said that We will never agree . "'),
        ('" No , " he said , " and we mean it . "', 'he said that No , and we mean it . "'),
        ('" We left , " he charged .', "he charged that We left ."),
        ('" We left , " he said .', '" We left , " he said .'),
        ('" Leave now , " he urged .', 'he urged " Leave now .'),
        ('The " plan , " he said , " is good . "', 'The " plan , " he said , " is good . "'),
        ("No quotation stands here .", "No quotation stands here ."),
    ],
)
def test_the_speaker_is_written_first(written: str, read: str) -> None:
    tokens = written.split()
    text = Text(tokens, [True] * len(tokens), list(range(len(tokens))), [])
    assert " ".join(mended(text, 0).tokens) == read


def test_each_token_keeps_its_place_in_the_text() -> None:
    tokens = ['"', "We", "left", ",", '"', "he", "charged", "."]
    text = mended(Text(tokens, [True] * len(tokens), list(range(len(tokens))), []), 0)
    assert text.offsets == [5, 6, 0, 1, 2, 7]
