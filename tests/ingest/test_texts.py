"""Through a text speaks whose it is: "the report accuses Israel"."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A UN report accuses Chad of torture.", "Accusation united-nations > TCD"),
        ("A UN report says Chad has broken the law.", "Accusation united-nations > TCD"),
        (
            "Norway published a report. The report accuses Chad of torture.",
            "Accusation NOR > TCD",
        ),
        (
            "A report by Norway was discussed. It rained. The report accuses Chad of torture.",
            "Accusation NOR > TCD",
        ),
        (
            "The UN adopted a resolution. The resolution demands that Chad pull back its troops.",
            "Request united-nations > TCD",
        ),
        (
            "The UN voted on Monday to send troops. The resolution demands that Chad pull back.",
            "Request united-nations > TCD",
        ),
        ("Norway circulated a draft. The draft condemns Chad.", "Accusation NOR > TCD"),
        ("Norway issued a statement to condemn Chad.", "Accusation NOR > TCD"),
    ],
)
def test_a_text_speaks_for_its_maker(read: Read, text: str, told: str) -> None:
    assert told in lines(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norway published a report. A report accuses Chad of torture.",  # another one
        "Norway published a book. The report accuses Chad of torture.",
        "Chad published a report. The report accuses Chad of torture.",
        "Norway voted on Monday to send troops. The resolution condemns Chad.",
        "Norway plans to issue a statement to condemn Chad.",
    ],
)
def test_of_a_text_of_nobody_nothing_is_read(read: Read, text: str) -> None:
    assert "Accusation NOR > TCD" not in lines(read(text))


def test_the_sentence_that_names_the_maker_is_evidence(read: Read) -> None:
    events = read("A report by Norway is out. It rained. The report accuses Chad of torture.")
    (told,) = [e for e in events if e.kind == "Accusation"]
    assert len(told.evidence) == 2
