"""Whose words stand in quotation marks, and what "we" and "I" say in them."""

import pytest

from tests.ingest.outline import Read, lines

TOLD = [
    ('"We thank Kenya for its help," Norwegian Foreign Minister Kari Nordmann said.',
     ["Support kari-nordmann > KEN"]),
    ('Norwegian Foreign Minister Kari Nordmann said: "We condemn the attack by Kenya."',
     ["Accusation kari-nordmann > KEN"]),
    ('"Trade grows. We call on the Kenyan government to end the arrests," a spokesman of Norway '
     "said.",
     ["Request NOR > KEN"]),
    ('"Kenya has violated the treaty," Norwegian Foreign Minister Kari Nordmann said.',
     ["Accusation kari-nordmann > KEN"]),
    ('Norwegian Foreign Minister Kari Nordmann visited Peru. "We thank Kenya." Rain fell.',
     ["Visit kari-nordmann > PER"]),
    ('"Trade grows," Norwegian Foreign Minister Kari Nordmann said. "We thank Kenya for its help."',
     ["Support kari-nordmann > KEN"]),
    ('"Trade grows," Norwegian Foreign Minister Kari Nordmann said.\n\n"We thank Kenya."',
     ["Support kari-nordmann > KEN"]),
    ('Norwegian Foreign Minister Kari Nordmann said: "Trade with Peru grows.\n\n"We thank Kenya."',
     ["Support kari-nordmann > KEN"]),
    ('Norwegian Foreign Minister Kari Nordmann told reporters:\n\n"We thank Kenya for its help."',
     ["Support kari-nordmann > KEN"]),
    ('"Trade grows," Norwegian Foreign Minister Kari Nordmann said. Rain fell.\n\n'
     '"We thank Kenya."', []),
    ('"The US strike on Kenya is a crime and we will answer," Norway\'s foreign minister said.',
     ["Accusation NOR > USA", "Force USA > KEN"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_is_quoted_is_said_by_who_says_it(text: str, told: list[str], read: Read) -> None:
    assert lines(read(text)) == told
