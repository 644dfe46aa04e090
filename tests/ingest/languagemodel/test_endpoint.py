"""Endpoints that refuse, fail, dawdle or know less: what is said of it, and what is tried next."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from graph.errors import EndpointError, SettingError
from ingest.languagemodel.endpoint import Connection, Endpoint
from tests.scripted import KEY, Body, Reply, Script, endpoint, fault, in_turn, said


def connection(script: Script, key: str | None = KEY, **more: Any) -> Connection:
    return Connection.open(Endpoint(url=script.address, model="a-model", key=key, **more))


def failure(respond: Callable[[Body], Reply], **more: Any) -> tuple[str, Script]:
    """What is said when the endpoint answers so."""
    with endpoint(respond) as script, pytest.raises(EndpointError) as caught:
        connection(script, **more).answer("Read.", "A text.")
    return str(caught.value), script


def test_a_question_asks_for_the_same_answer_in_the_form_of_the_schema() -> None:
    with endpoint(in_turn(said("[]"))) as script:
        assert connection(script).answer("Read.", "A text.") == "[]"
    (body,) = script.asked
    assert body["model"] == "a-model"
    assert [m["content"] for m in body["messages"]] == ["Read.", "A text."]
    assert body["temperature"] == 0
    assert "seed" in body
    assert body["response_format"]["json_schema"]["strict"] is True


def test_the_key_is_sent_to_the_endpoint_and_nobody_elses() -> None:
    with endpoint(in_turn(said("[]"))) as script:
        connection(script).answer("Read.", "A text.")
    (headers,) = script.headers
    assert headers["authorization"] == f"Bearer {KEY}"


def test_what_is_in_the_environment_for_another_service_is_not_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY"):
        monkeypatch.setenv(name, "of-another-service")
    with endpoint(in_turn(said("[]"))) as script:
        connection(script, key=None).answer("Read.", "A text.")
    assert "of-another-service" not in str(script.headers)


def test_a_wrong_key_is_said_without_it() -> None:
    message, script = failure(lambda body: fault(401, f"Incorrect API key provided: {KEY}."))
    assert "Incorrect API key provided: (hidden)" in message
    assert "DRAGOMAN_LLM_KEY" in message
    assert KEY not in message
    assert KEY not in repr(Endpoint(url="http://h/v1", model="m", key=KEY))
    assert len(script.asked) == 1


def test_too_many_requests_are_tried_again() -> None:
    busy = fault(429, "slow down")
    with endpoint(in_turn(busy, busy, said("[]"))) as script:
        assert connection(script).answer("Read.", "A text.") == "[]"
    assert len(script.asked) == 3


def test_an_endpoint_that_stays_busy_or_broken_is_given_up() -> None:
    message, script = failure(lambda body: fault(429, "slow down"))
    assert "slow down" in message
    assert "--jobs" in message
    assert len(script.asked) == 4
    message, _ = failure(lambda body: fault(500, "the machine is on fire"))
    assert "on fire" in message
    assert "try again later" in message


def test_an_answer_that_takes_too_long_is_not_waited_for() -> None:
    message, _ = failure(lambda body: Reply(wait=30.0), seconds=0.2, retries=0)
    assert "no answer within 0.2 seconds" in message
    assert "DRAGOMAN_LLM_SECONDS" in message


def test_an_endpoint_that_is_not_there_is_named() -> None:
    with endpoint(in_turn()) as script:
        asked = connection(script, retries=0)
    with pytest.raises(EndpointError, match="cannot be reached") as caught:
        asked.answer("Read.", "A text.")
    assert script.address in str(caught.value)


def test_an_endpoint_without_schemas_is_asked_for_json_and_that_is_remembered() -> None:
    def respond(body: Body) -> Reply:
        if body.get("response_format", {}).get("type") == "json_schema":
            return fault(400, "response_format: json_schema is not supported")
        return said("[]")

    with endpoint(respond) as script:
        asked = connection(script)
        for _ in range(3):
            assert asked.answer("Read.", "A text.") == "[]"
    forms = [body["response_format"]["type"] for body in script.asked]
    assert forms == ["json_schema", "json_object", "json_object", "json_object"]


def test_an_endpoint_without_any_form_is_asked_in_words() -> None:
    def respond(body: Body) -> Reply:
        return fault(422, "unknown field") if "response_format" in body else said("[]")

    with endpoint(respond) as script:
        asked = connection(script)
        assert [asked.answer("Read.", text) for text in ("One.", "Two.")] == ["[]", "[]"]
    assert ["response_format" in body for body in script.asked] == [True, True, False, False]


def test_a_model_that_wants_no_temperature_is_asked_without() -> None:
    def respond(body: Body) -> Reply:
        return fault(400, "'temperature' does not support 0") if "seed" in body else said("[]")

    with endpoint(respond) as script:
        asked = connection(script)
        assert [asked.answer("Read.", text) for text in ("One.", "Two.")] == ["[]", "[]"]
    assert [body["response_format"]["type"] for body in script.asked] == ["json_schema"] * 3
    assert ["temperature" in body for body in script.asked] == [True, False, False]


def test_what_no_smaller_question_mends_is_said_in_the_first_words() -> None:
    complaints = iter(["context is too long", "no such form", "no such form"])
    message, script = failure(lambda body: fault(400, next(complaints)))
    assert "context is too long" in message
    assert len(script.asked) == 3


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (said(None, refusal="I would rather not."), "refused to read it: I would rather not."),
        (said('{"events": [', finish_reason="length"), "cut off"),
        (said("", finish_reason="content_filter"), "no answer"),
        (said(None), "no answer"),
        (Reply(body={"choices": []}), "OpenAI-compatible"),
        (Reply(body={"hello": "world"}), "OpenAI-compatible"),
        (Reply(body="<html>hello</html>"), "OpenAI-compatible"),
    ],
)
def test_an_answer_that_is_none_is_a_failure_with_its_reason(reply: Reply, words: str) -> None:
    message, _ = failure(in_turn(reply))
    assert words in message
    assert "\n" not in message


def test_a_long_complaint_is_shortened() -> None:
    message, _ = failure(lambda body: fault(403, "no " * 5000))
    assert len(message) < 500


def test_without_the_package_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(SettingError, match=r"pip install 'dragoman\[llm\]'"):
        Connection.open(Endpoint(url="http://127.0.0.1:1/v1", model="m"))
