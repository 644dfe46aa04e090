"""Papers that came out of talks of which another sentence tells."""

import pytest

from graph.model import EventClass
from tests.ingest.outline import Read

MET = "The foreign ministers of Fiji and Malta met in Suva on Monday."


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (f"{MET} The meeting resulted in the Suva Communiqué.", {"Suva Communiqué"}),
        (f"{MET} The talks culminated in the signing of the Suva Accord.", {"Suva Accord"}),
        (f"{MET} A joint statement issued after the meeting called for calm.", {"joint statement"}),
        (f"{MET} It was the first meeting in years and led to the Suva Plan.", {"Suva Plan"}),
        (f"{MET} The talks failed to produce a peace treaty.", set()),
        (f"{MET} They hope that the talks will produce a peace treaty.", set()),
        (f"{MET} The meeting discussed the Suva Accord.", set()),
        ("Fiji and Malta held talks, which led to the Suva Accord.", {"Suva Accord"}),
        ("Talks between Fiji and Malta led to the signing of a pact on fish.", {"pact on fish"}),
    ],
)
def test_talks_have_the_papers_that_came_out_of_them(
    text: str, titles: set[str], read: Read
) -> None:
    assert {document.title for event in read(text) for document in event.documents} == titles


def test_a_session_has_the_communique_that_the_text_is(read: Read) -> None:
    title = "Final Communiqué – 9th Summit of the African Union"
    text = "The African Union held its 9th summit in Accra on 3 May 2019."
    assert [d.title for e in read(text, title=title) for d in e.documents] == ["Final Communiqué"]


SUMMIT = "The summit of the African Union in Accra ended on 3 May 2019."


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (f"{SUMMIT} A final communiqué condemned the coup in Mali.", {"final communiqué"}),
        (f"{SUMMIT} In the communiqué, the leaders spoke of Mali.", {"communiqué"}),
        (f"{SUMMIT} Its final declaration spoke of Mali.", {"final declaration"}),
        (f"{SUMMIT} A draft communiqué spoke of Mali.", set()),
        (f"{SUMMIT} The communiqués of those years spoke of Mali.", set()),
        (f"{SUMMIT} A communiqué of the European Union spoke of Mali.", set()),
        (f"{SUMMIT} Norway issued a statement on Mali.", set()),
        (
            "With the publication of the communiqué, the 3rd summit of the African Union ended.",
            {"communiqué"},
        ),
    ],
)
def test_a_session_has_the_communique_that_is_told_beside_it(
    text: str, titles: set[str], read: Read
) -> None:
    sessions = [event for event in read(text) if event.kind is EventClass.CONVENING]
    assert {document.title for event in sessions for document in event.documents} == titles
