"""The instructions tell all that a model must know: kinds, roles, statuses, form."""

import json
from datetime import date
from importlib.resources import files

import pytest
from rdflib import RDFS, Graph

from graph.errors import EndpointError
from graph.model import ActorClass, DocumentClass, EventClass, Role, Status
from graph.vocabulary import DGM
from ingest.languagemodel.answers import ToldEvent, answer_schema, read_answer
from ingest.languagemodel.prompt import load_instructions, question
from tests.ingest.languagemodel.telling import MEETING


@pytest.mark.parametrize("kind", list(EventClass))
def test_each_class_is_described_as_in_the_ontology(kind: EventClass) -> None:
    ontology = Graph().parse(data=(files("data") / "ontology.ttl").read_text(encoding="utf-8"))
    assert f"- {kind}: {ontology.value(DGM[kind], RDFS.comment)}\n" in load_instructions()


@pytest.mark.parametrize("word", [*Status, *Role])
def test_each_status_and_role_is_described(word: str) -> None:
    before_the_form = load_instructions().partition('{"$defs"')[0]
    assert word in before_the_form


def test_the_form_stands_in_the_instructions_and_names_every_class() -> None:
    form = load_instructions().rstrip().rpartition("\n")[2]
    assert json.loads(form) == answer_schema()
    for value in (*EventClass, *ActorClass, *DocumentClass, *Role, *Status):
        assert f'"{value}"' in form


def test_the_schema_is_strict_everywhere() -> None:
    schema = answer_schema()
    objects = [schema, *(d for d in schema["$defs"].values() if d["type"] == "object")]
    assert len(objects) == 4
    for each in objects:
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])
    assert "default" not in json.dumps(schema)
    assert set(schema["$defs"]["ToldEvent"]["properties"]) == set(ToldEvent.model_fields)


def test_a_question_names_day_and_headline() -> None:
    asked = question("The text.", "A headline", date(2024, 3, 5))
    assert asked.startswith("Published: Tuesday, 2024-03-05\nHeadline: A headline\n")
    assert asked.endswith("\n\nThe text.")
    assert question("The text.", "", None).startswith("Published: not known\nHeadline: none\n")


@pytest.mark.parametrize(
    "around",
    [
        '{{"events": [{0}]}}',
        "[{0}]",
        '```json\n{{"events": [{0}]}}\n```',
        "<think>Hm.</think>[{0}]",
    ],
)
def test_an_answer_is_read_in_whatever_wrapping_models_give_it(around: str) -> None:
    events, malformed = read_answer(around.format(json.dumps(MEETING)))
    assert [event.kind for event in events] == [EventClass.MEETING]
    assert malformed == 0


def test_what_a_model_leaves_out_because_there_is_none_is_none() -> None:
    short = {key: value for key, value in MEETING.items() if value not in (None, [])}
    (event,), malformed = read_answer(json.dumps([short]))
    assert (event.title, event.documents, malformed) == (None, (), 0)


@pytest.mark.parametrize(
    "text", ["", "No events.", '{"events": [', '{"events": 3}', "7", "[" * 9999]
)
def test_an_answer_that_is_no_list_of_events_is_an_error(text: str) -> None:
    with pytest.raises(EndpointError, match="name another model"):
        read_answer(text)
