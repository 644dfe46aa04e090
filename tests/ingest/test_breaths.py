"""Who speaks in the middle of a sentence, and what is demanded or threatened in the same breath."""

import pytest

from tests.ingest.outline import Read, lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Norway condemned Ghana's raid and demanded an apology.", "Request NOR > GHA"),
        ("Norway condemned Ghana's raid and threatened to cut ties.", "Threat NOR > GHA"),
        ("Norway expelled a Ghanaian diplomat, demanding compensation.", "Request NOR > GHA"),
        ("Norway summoned Ghana's ambassador to demand an explanation.", "Request NOR > GHA"),
        (
            "Norway accused Ghana of breaking the truce and demands the return of the prisoners.",
            "Request NOR > GHA",
        ),
        ("Norway condemned Ghana's raid and warned of a severe response.", "Threat NOR > GHA"),
    ],
)
def test_a_second_verb_is_aimed_at_the_target_of_the_first(
    read: Read, text: str, line: str
) -> None:
    assert line in lines(read(text)), lines(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norway condemned Ghana's raid and called for an investigation.",
        "Norway condemned Ghana's raid and urged its citizens to leave.",
        "Norway condemned Ghana's raid and called on the world to act.",
        "Norway attacked a student from Ghana for asking about oil.",
        "Norway criticised Ghana and threatened to quit the union.",
    ],
)
def test_what_is_asked_of_others_is_not_asked_of_the_first(read: Read, text: str) -> None:
    told = lines(read(text))
    assert not [line for line in told if line.startswith(("Request", "Threat"))], told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ghana, Norway charged, was arming the rebels.", "Accusation NOR > GHA"),
        ("Ghana, said Norway, had violated the truce.", "Accusation NOR > GHA"),
        (
            "Ghana's raid, Norway's foreign minister told reporters on Monday, was a crime.",
            "Accusation NOR > GHA",
        ),
        ("Ghana, said Norway, had been asked to withdraw.", "Request NOR > GHA"),
        ("Ghana has been warned, Norway's foreign minister said.", "Threat NOR > GHA"),
        ("A protest has been lodged with Ghana, Norway said.", "Accusation NOR > GHA"),
    ],
)
def test_who_speaks_in_the_middle_of_a_sentence_says_it(read: Read, text: str, line: str) -> None:
    assert line in lines(read(text)), lines(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norway, Ghana and Peru said on Monday, was a threat.",
        "Ghana, said Norway, had signed the treaty.",
        "Norway asked whether Ghana had been warned.",
    ],
)
def test_who_only_speaks_blames_nobody(read: Read, text: str) -> None:
    assert not [told for told in lines(read(text)) if told.startswith(("Accusation", "Threat"))]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Norway launched a rocket amid growing criticism from Ghana.", "Accusation GHA > NOR"),
        (
            "Norway's president met with the Dalai Lama amid opposition from China.",
            "Rejection CHN > NOR",
        ),
        ("Norway put off the vote after criticism from Ghana.", "Accusation GHA > NOR"),
        ("Norway dropped the draft in the face of opposition from Ghana.", "Rejection GHA > NOR"),
    ],
)
def test_what_is_done_against_the_wish_of_others_is_disliked_by_them(
    read: Read, text: str, line: str
) -> None:
    assert line in lines(read(text)), lines(read(text))
