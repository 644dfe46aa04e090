import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.folding import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Türkiye", "turkiye"),
        ("Diyarbakır", "diyarbakir"),
        ("İzmir", "izmir"),
        ("Tromsø", "tromso"),
        ("Łódź", "lodz"),
        ("Đà Nẵng", "da nang"),
        ("Þingvellir", "thingvellir"),
        ("Straße", "strasse"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Guinea–Bissau", "guinea-bissau"),
        ("Sana‘a", "sana'a"),
        ("U.S.", "u.s."),
    ],
)
def test_spellings_of_a_name_fold_together(written: str, folded: str) -> None:
    assert fold(written) == folded


LATIN = st.text(st.characters(categories=["L", "Pd"], max_codepoint=0x24F))


@given(LATIN)
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text("abcdefghjklmnopqrstuvwxyzäöüéèñçşğøåłđ’‘–-' "))
def test_capitals_fold_like_small_letters(text: str) -> None:
    assert fold(text.upper()) == fold(text)
