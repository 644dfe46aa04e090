"""Who says that their state accepts, condemns or refuses something is who does so."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Kofi Mensah, president of Ghana, said that Ghana would not accept Togo's offer.",
         ["Rejection kofi-mensah > TGO"]),
        ("Ghana condemned the raid by Togo, President Kofi Mensah of Ghana said.",
         ["Accusation kofi-mensah > TGO"]),
        ("President Kofi Mensah of Ghana said that Ghana had rejected Togo's offer.",
         ["Rejection GHA > TGO"]),
        ("President Kofi Mensah of Ghana said that Chad had rejected Togo's offer.",
         ["Rejection TCD > TGO"]),
        ("Ghana said that it would not accept Togo's offer.", ["Rejection GHA > TGO"]),
        ("Ghana alleged Togolese involvement in the attack.", ["Accusation GHA > TGO"]),
        ("Ghana said it had uncovered a spy network from Togo.", ["Accusation GHA > TGO"]),
        ("Ghana uncovered a network of caves.", []),
    ],
)  # fmt: skip
def test_who_speaks_for_a_state_does_it(read: Read, sentence: str, events: list[str]) -> None:
    assert lines(read(sentence)) == events
