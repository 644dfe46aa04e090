"""Sides that the grammar leaves open, taken from the words around the deed."""

import pytest

from graph.model import EventClass, Role
from ingest.checks import side
from tests.ingest.outline import Read, lines

COMPLETED = [
    (
        "Togo rejected the findings of the investigation into the death by the United Nations.",
        "Rejection TGO > united-nations",
    ),
    ("Togo refused to recognise Kosovo.", "Rejection TGO > XKX"),
    ("Togo threatened to shut down the plant on the border with Ghana.", "Threat TGO > GHA"),
    (
        "Togolese Foreign Minister Ama Sika met the businessmen and farmers of a region of Ghana.",
        "Meeting GHA, ama-sika",
    ),
    (
        "Togolese Foreign Minister Ama Sika discussed the Chadian issue with the Ghanaian premier.",
        "Meeting GHA, ama-sika",
    ),
    ("Togo denied that it had bombed Ghana.", "Rejection TGO > GHA"),
    ("Togo denied that its boats entered Ghanaian waters.", "Rejection TGO > GHA"),
    ("Togo called for early elections in Ghana.", "Request TGO > GHA"),
    ("Togo called for an end of fighting between Chad and Ghana.", "Request TGO > GHA, TCD"),
    ("Togo warned against a joint drill by Ghana.", "Threat TGO > GHA"),
    ("Togo criticised the terms of a loan for farmers of Ghana.", "Accusation TGO > GHA"),
    ("Togo bombed a range of towns inhabited by farmers in northern Ghana.", "Force TGO > GHA"),
]
OPEN = [
    "Togo urged foreign firms to look at officials of Ghana.",
    "Togo called on several militias to go back to a truce that lapsed after Ghana had left.",
    "Togo appealed for aid to Ghana after the floods.",
    "Togolese Foreign Minister Ama Sika met Ghanaian businessmen.",
    "Togolese Foreign Minister Ama Sika met with Ghanaian civil society leaders.",
    "Togolese Foreign Minister Ama Sika discussed ties with Ghana.",
    "Ghanaian media condemned Togo.",
    "Three Ghanaian engineers, who came to Togo to help, were injured in a fire.",
    "A former Ghanaian ambassador met Togolese Foreign Minister Ama Sika.",
    "Ghana's opposition leader met Togolese Foreign Minister Ama Sika.",
    "Suits made in Togo were seized by Ghana.",
    "Togo claimed responsibility for the report on Ghana.",
    "Togolese troops fight beside Ghana.",
    "Togo said that the rains in Ghana were heavy.",
    "Togo insisted that the drought in Ghana was over.",
    "Togolese President Kofi Mensah spoke for Ghana.",
    "A rocket was launched by Togo from Ghana.",
    "A Togolese-flagged ship sinks off the coast of Ghana.",
    "Togo launched an inquiry into the fire in Ghana.",
    "The Togolese embassy urges its citizens to leave Ghana.",
    "Togo announced that the ministers were killed in a fire in Ghana.",
    "Togo pleaded guilty to a plot against Ghana.",
    "Togo attacked the town of Abomé, neighbouring Ghana's dry Volta Region.",
    "Togo defends the repatriation of 40 Ghanaian refugees.",
    "Togo's bank accused the clerks of a Ghanaian trader of theft.",
    "Togolese judges accuse a farmer of spying for Ghana.",
    "Togo issued a travel warning over storms in Ghana.",
    "Togo issued an internal travel warning to Ghana and its islands.",
    "Togo requests an Interpol arrest warrant for Ama Sika, a former farmer.",
    "Togolese envoys in Chad are urging Lomé to treat the town as a part of Ghana.",
    "Togo denounced the fraud to Ghana.",
    "In the raid on Togo's embassy, Ghana was blamed.",
    "Togo's Foreign Minister met the families of Ghanaian soldiers.",
    "Farmers gather in Ghana's capital Accra to protest against Togo's tolls.",
]


@pytest.mark.parametrize(("text", "told"), COMPLETED)
def test_an_open_side_is_taken_from_the_sentence(text: str, told: str, read: Read) -> None:
    assert told in lines(read(text))


@pytest.mark.parametrize("text", OPEN)
def test_who_is_only_near_is_no_side(text: str, read: Read) -> None:
    assert lines(read(text)) == []


def test_what_is_filled_in_is_less_sure(read: Read) -> None:
    (open_side,) = read("Togo threatened to shut down the plant on the border with Ghana.")
    (told,) = read("Togo threatened Ghana.")
    assert open_side.confidence < told.confidence


@pytest.mark.parametrize(
    "more",
    [
        "Talks will be held with the Ghanaian president.",
        "A meeting with the Ghanaian president is planned for Friday.",
        "His programme includes talks with the Ghanaian president.",
        "On the agenda is a meeting with the Ghanaian president.",
        "The visit will include a meeting with the Ghanaian president.",
        "A meeting took place with the Ghanaian president.",
    ],
)
def test_a_visitor_is_at_the_talks_of_which_only_the_host_is_told(read: Read, more: str) -> None:
    text = f"Togolese Foreign Minister Yao Sika arrived in Accra on Monday. {more}"
    assert any("Meeting GHA, yao-sika" in line for line in lines(read(text)))


@pytest.mark.parametrize(
    "more",
    [
        "Chad condemned the talks with Ghana.",
        "Talks with Ghana will be held by Chad.",
        "Talks with Iran will be held in Geneva, diplomats said.",
    ],
)
def test_a_visitor_is_not_at_the_talks_of_others(read: Read, more: str) -> None:
    text = f"Togolese Foreign Minister Yao Sika arrived in Accra on Monday. {more}"
    assert not any("Meeting" in line and "yao-sika" in line for line in lines(read(text)))


@pytest.mark.parametrize("more", ["A separate meeting was held with", "A further meeting was with"])
def test_who_had_another_meeting_is_who_met_somebody_before(read: Read, more: str) -> None:
    text = (
        "Togolese Foreign Minister Yao Sika met Ghanaian President John Mahama in Accra. "
        f"{more} the Chadian president."
    )
    assert "Meeting TCD, yao-sika" in lines(read(text))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The Interior Ministry accused the Taliban of killing 400 Afghan soldiers.", "AFG"),
        ("The government accused the FARC of an attack in Colombia.", "COL"),
    ],
)
def test_a_government_is_that_of_the_only_state_that_is_named(
    read: Read, text: str, state: str
) -> None:
    accusers = [
        side(actor).partition("/")[2]
        for event in read(text)
        if event.kind is EventClass.ACCUSATION
        for actor in event.actors(Role.SOURCE)
    ]
    assert accusers == [state]
