"""What is told of ages past, or shown, is no event."""

import pytest

from tests.ingest.outline import Read


@pytest.mark.parametrize(
    "text",
    [
        "In 1571 the envoys of Venice and Portugal made peace at Lima.",
        "A documentary shows how Norway attacked Kenya.",
        "The exhibition explains how Kenyan troops drove out the Norwegian garrison.",
    ],
)
def test_it_is_no_event(text: str, read: Read) -> None:
    assert not read(text)


def test_who_opens_an_exhibition_or_is_told_of_in_a_report_is_read(read: Read) -> None:
    assert read("A report says that Norway attacked Kenya in 2019.")
    assert read("Norway attacked Kenya after the film was shown.")
